"""Hand-over to the electronic file: one ZIP with the papers, the evidence bundle and a list of both."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from typing import Any

from application.reading.parts.dialogs import DialogStatus
from interfaces.papers.archive import Archive
from interfaces.papers.kinds import PaperName
from interfaces.papers.sources import Papered
from interfaces.papers.written import Written, written

README = """Zielvereinbarung zur Übergabe an die elektronische Akte
{title}

papiere/        die Papiere zum Stand {version} der Vereinbarung, als PDF/A-3 und PDF/UA-1
nachweis/       das Prüfbündel: jeder Eintrag im Wortlaut, mit Nachweis und Prüfpunkt
verzeichnis.json  jede Datei mit Titel, Medientyp, Größe und SHA-256; „confirmed“ sagt von einer
                Niederschrift, ob sie die Datei ist, die bestätigt wurde

Prüfen lässt sich das Bündel ohne diesen Dienst:
  python3 verify.py nachweis/pruefbuendel.zip --key SCHLÜSSEL
verify.py und der Schlüssel kommen von der prüfenden Stelle, nicht aus diesem Paket.

Eine xdomea-Nachricht liegt nicht bei; verzeichnis.json enthält die Angaben, aus denen das
Aktensystem die Metadaten bildet.
"""


def electronic_file(of: Papered) -> Iterator[bytes]:
    """The archive, piece by piece; the same state under the same checkpoint gives the same bytes."""
    last = of.course.records[-1]
    kept = of.covering(last)
    bundle = of.system.audit.bundles.export(of.actor, of.agreement_id, size=kept.size if kept else None)
    return _pieces(of, b"".join(bundle), bundle.checkpoint.size)


def _pieces(of: Papered, bundle: bytes, size: int) -> Iterator[bytes]:
    archive, listed = Archive(), list[dict[str, Any]]()
    for paper, recorded in _papers(of):
        name = f"papiere/{paper.name}"
        said = {"confirmed": paper.sha256 == recorded} if recorded else {}
        listed.append(_line(name, paper.title, paper.media_type, paper.content) | said)
        yield from archive.add(name, paper.content, packed=True)
    name = "nachweis/pruefbuendel.zip"
    listed.append(_line(name, f"Prüfbündel zum Prüfpunkt über {size} Einträge", "application/zip", bundle))
    yield from archive.add(name, bundle)
    version = of.course.records[-1].version
    yield from archive.add("LIESMICH.txt", README.format(title=of.subtitle, version=version).encode())
    yield from archive.add_json("verzeichnis.json", _about(of, size) | {"files": listed})
    yield from archive.end()


def _about(of: Papered, size: int) -> dict[str, Any]:
    last = of.course.records[-1]
    return {
        "agreement_id": of.agreement_id,
        "title": of.course.agreement.terms.title,
        "parties": [party.name for party in of.parties],
        "version": last.version,
        "position": last.position,
        "recorded_at": last.recorded_at.isoformat(),
        "checkpoint": size,
        "software": of.state.software,
    }


def _line(name: str, title: str, media_type: str, content: bytes) -> dict[str, Any]:
    digest = sha256(content).hexdigest()
    return {"name": name, "title": title, "media_type": media_type, "bytes": len(content), "sha256": digest}


def _papers(of: Papered) -> Iterator[tuple[Written, str | None]]:
    """The record first, then each paper there can be at this state; minutes with the hash that was confirmed."""
    yield written(PaperName.RECORD, of), None
    yield written(PaperName.PACK, of), None
    yield written(PaperName.ASSESSMENT, of), None
    if of.decision.present:
        yield written(PaperName.EXTRACT, replace(of, about=str(of.decision.present.source.version))), None
    for dialog in of.dialogs:
        about = of.about_dialog(dialog.dialog_id)
        if dialog.held:
            yield written(PaperName.MINUTES, about), dialog.minutes[0].minutes.sha256 if dialog.minutes else None
            yield written(PaperName.NOTE, about), None
        elif dialog.status is DialogStatus.SCHEDULED:
            yield written(PaperName.INVITATION, about), None

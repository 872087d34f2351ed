"""The kinds of papers: what each is called, who may have it, what it is about, and what makes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from interfaces.papers import council, extract, judging, pack, record, talks
from interfaces.papers.blocks import Paper
from interfaces.papers.sources import Papered


class PaperName(StrEnum):
    """Names of papers in addresses and commands."""

    INVITATION = "einladung"
    PACK = "dialogmappe"
    MINUTES = "niederschrift"
    NOTE = "vorlage"
    ASSESSMENT = "gesamtbewertung"
    EXTRACT = "pruefauszug"
    RECORD = "akte"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper; `about` says what may be named beside the agreement."""

    name: PaperName
    title: str
    says: str
    about: str | None
    make: Callable[[Papered], Paper]


KINDS: Mapping[str, PaperKind] = {
    kind.name: kind
    for kind in (
        PaperKind(
            PaperName.INVITATION,
            "Einladung",
            "Einladung zu einem Zieldialog, mit Tagesordnung.",
            "dialog",
            talks.invitation,
        ),
        PaperKind(PaperName.PACK, "Dialogmappe", "Was im Zieldialog auf dem Tisch liegt.", None, pack.pack),
        PaperKind(
            PaperName.MINUTES, "Niederschrift", "Niederschrift eines geführten Dialogs.", "dialog", talks.minutes
        ),
        PaperKind(
            PaperName.NOTE,
            "Vorlage für den Ausschuss des Kreistags",
            "Der Dialog in einfachen Worten.",
            "dialog",
            council.note,
        ),
        PaperKind(
            PaperName.ASSESSMENT,
            "Gesamtbewertung",
            "Errechnet und geurteilt, mit jeder Würdigung.",
            None,
            judging.assessment,
        ),
        PaperKind(
            PaperName.EXTRACT,
            "Prüfauszug",
            "Eine Entscheidung: wer, wann, auf welchen Zahlen.",
            "entry",
            extract.extract,
        ),
        PaperKind(
            PaperName.RECORD, "Akte", "Alles über die Vereinbarung, zum Abschluss der Akte.", None, record.record
        ),
    )
}

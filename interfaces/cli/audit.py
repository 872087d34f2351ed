"""The commands about proofs, checkpoints and keys of the log."""

from collections.abc import Iterable, Iterator
from functools import partial
from importlib import resources
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from application.history.entry import HistoryEntry
from application.history.exports import csv_rows, json_lines
from application.history.filters import HistoryFilter
from application.proofs.bundle import base64_texts
from application.proofs.ports import Kept, Occasion
from application.reading.signatories import signatories
from domain.german import german, spoken
from domain.record import Actor, Role
from interfaces.bootstrap import System, own_system
from interfaces.cli import verify, witness
from interfaces.cli.console import console
from interfaces.cli.files import written
from interfaces.cli.read import AgreementArgument, AsJson, print_json
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.cli.witness import text_of
from interfaces.cli.write import authenticated_by, report
from interfaces.german import numbers
from interfaces.german.subjects import short_name

audit = typer.Typer(help="Nachweise für die Prüfung: Prüfpunkte, Prüfbündel, Nachprüfung.", no_args_is_help=True)
audit.command()(verify.verify)
audit.command(name="witness")(witness.witness)

AtSize = Annotated[
    int | None,
    typer.Option(min=1, max=2**53 - 1, metavar="ANZAHL", help="Im Protokoll so vieler Einträge; sonst heute."),
]


@audit.command()
def checkpoint(
    everything: Annotated[bool, typer.Option("--list", help="Alle bisherigen zeigen und keinen machen.")] = False,
    size: Annotated[int | None, typer.Option(min=1, metavar="ANZAHL", help="Einen früheren zeigen.")] = None,
) -> None:
    """Macht einen Prüfpunkt, wenn seit dem letzten etwas hinzukam, und gibt ihn aus."""
    with own_system() as system:
        book = system.audit.checkpoints.book
        if everything:
            _print_checkpoints(book.kept())
        elif size is None:
            typer.echo(system.audit.checkpoints.make(Occasion.REQUEST).note, nl=False)
        elif found := book.at(size):
            typer.echo(found.note, nl=False)
        else:
            raise typer.BadParameter(f"Über {size} Einträge gibt es keinen Prüfpunkt.")


@audit.command()
def keys() -> None:
    """Zeigt die Schlüssel, mit denen Prüfpunkte zu prüfen sind, den ältesten zuerst."""
    with own_system() as system:
        for key in system.audit.checkpoints.public_keys():
            typer.echo(str(key))


@audit.command()
def publish(
    only_show: Annotated[bool, typer.Option("--list", help="Nur zeigen, wer welchen Prüfpunkt hat.")] = False,
) -> None:
    """Gibt jeden neuen Prüfpunkt an alle hinaus, die ZIELSTEUERUNG_PUBLISH nennt, und zeigt, wer welchen hat."""
    with own_system() as system:
        publisher = system.audit.publisher
        if not publisher.receivers:
            raise typer.BadParameter("ZIELSTEUERUNG_PUBLISH nennt niemanden; erwartet wird NAME=ZIEL (docs/audit.md).")
        found = publisher.holdings() if only_show else publisher.publish()
    table = plain_table("Empfänger", "hat den Prüfpunkt über", "seit", "was fehlt")
    for one in found:
        size = f"{one.size} Einträge" if one.size else "keinen"
        add(table, one.receiver, size, numbers.moment(one.at) if one.at else "–", one.trouble or "–")
    console().print(table)
    if any(one.trouble for one in found):
        raise typer.Exit(3)


@audit.command(name="signatories")
def signed_by(agreement: AgreementArgument, as_json: AsJson = False) -> None:
    """Nennt, wer unterzeichnet hat, und ob der Nachweis des Namens im Eintrag zum Verzeichnis passt."""
    with own_system() as system:
        found = signatories(system.journal, system.persons, local_reader(), agreement)
        terms = system.queries.agreement(local_reader(), agreement).terms
    names = {party.id: short_name(party) for party in terms.parties}
    if as_json:
        print_json([one.model_dump(mode="json") for one in found])
        return
    table = plain_table("Stand", "was", "Tag", "für", "wer", "Funktion", "Nachweis des Namens")
    for one in found:
        opens = {True: "passt", False: "PASST NICHT", None: "gelöscht, nicht mehr zu öffnen"}[one.opens]
        office = f"{one.office} ({one.capacity})" if one.capacity else one.office
        who = one.name or f"{one.person} ({'Name gelöscht' if one.opens is None else 'steht nicht im Verzeichnis'})"
        add(
            table,
            str(one.version),
            one.what,
            spoken(one.occurred_on),
            names.get(one.party, one.party),
            who,
            office,
            opens,
        )
    console().print(table if found else "Unterzeichnet hat niemand.")
    if any(one.opens is False for one in found):
        raise typer.Exit(1)


@audit.command()
def rotate_key(
    reason: Annotated[str, typer.Option(help="Warum der Schlüssel gewechselt wird.")],
    lost: Annotated[bool, typer.Option("--lost", help="Der alte ist verloren; nur der neue zeichnet.")] = False,
) -> None:
    """Führt einen neuen Signaturschlüssel ein; alter und neuer unterschreiben den nächsten Prüfpunkt."""
    actor = Actor("befehlszeile", Role.OPERATOR, "Betrieb", authenticated_by())
    with own_system() as system:
        receipt, kept = system.audit.checkpoints.rotate(actor, reason, lost=lost)
        report(receipt)
        key = system.audit.checkpoints.public_keys()[-1]
    typer.echo(f"Neuer Prüfschlüssel: {key}")
    typer.echo(f"Prüfpunkt über {kept.size} Einträge; der alte geheime Schlüssel wird nicht mehr gebraucht.")


@audit.command()
def proof(
    position: Annotated[int | None, typer.Argument(metavar="[POSITION]", min=1, help="Position des Eintrags.")] = None,
    size: AtSize = None,
    since: Annotated[
        int | None,
        typer.Option(min=1, metavar="ANZAHL", help="Stattdessen: dass das von damals fortgesetzt ist."),
    ] = None,
) -> None:
    """Gibt den Nachweis aus, dass ein Eintrag im Protokoll steht oder dass es nur fortgeschrieben wurde (JSON)."""
    if (position is None) == (since is None):
        raise typer.BadParameter("Erwartet wird entweder eine Position oder --since.")
    with own_system() as system:
        proofs = system.audit.proofs
        of = proofs.size() if size is None else size
        if position is None:
            path = proofs.consistency(since or 0, of)
            old = base64_texts([proofs.root(since or 0)])[0]
            found: dict[str, object] = {"first": since, "second": of, "first_root": old}
        else:
            path = proofs.inclusion(position, of)
            found = {"position": position, "tree_size": of, "leaf": base64_texts([proofs.leaf(position)])[0]}
        print_json(found | {"root": base64_texts([proofs.root(of)])[0], "proof": base64_texts(path)})


@audit.command()
def export(
    out: Annotated[Path, typer.Option(metavar="DATEI", help="Wohin das Prüfbündel geschrieben wird.")],
    agreement: Annotated[str | None, typer.Argument(metavar="[VEREINBARUNG]", help="Kennung der Vereinbarung.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Das ganze Protokoll.")] = False,
    since: Annotated[
        list[Path] | None, typer.Option(metavar="DATEI", help="Früherer Prüfpunkt, dessen Fortsetzung zu belegen ist.")
    ] = None,
    size: AtSize = None,
    csv: Annotated[Path | None, typer.Option(metavar="DATEI", help="Daneben: der Verlauf als CSV.")] = None,
    jsonl: Annotated[Path | None, typer.Option(metavar="DATEI", help="Daneben: der Verlauf als JSON Lines.")] = None,
) -> None:
    """Schreibt ein Prüfbündel, das sich ohne diese Software und ohne Vertrauen in den Betreiber prüfen lässt."""
    if (agreement is None) != everything:
        raise typer.BadParameter("Erwartet wird entweder eine Vereinbarung oder --all.")
    notes = [text_of(file) for file in since or ()]
    err = console(stderr=True)
    with own_system() as system:
        bundle = verify.usable(lambda: system.audit.bundles.export(local_reader(), agreement, since=notes, size=size))
        with written(out) as file:
            for piece in track(bundle, "Prüfbündel", console=err, transient=True, disable=not err.is_terminal):
                file.write(piece)
        kept = bundle.checkpoint
        for path, form in ((csv, partial(csv_rows, party_named=system.histories.party_named)), (jsonl, json_lines)):
            if path:
                _write(path, form(_history(system, agreement, kept.size)))
    typer.echo(f"{out}: {bundle.entries} Einträge, Prüfpunkt über {kept.size}, {bundle.length} Bytes")
    if not bundle.sound:
        err.print("Achtung: Die Einträge sind nicht die, die der Prüfpunkt bezeugt; das Prüfbündel zeigt, welche.")


@audit.command()
def verifier() -> None:
    """Gibt das Prüfprogramm aus, eine Datei, die nur Python braucht; sein SHA-256 steht in docs/audit.md."""
    typer.echo((resources.files("interfaces.verifier") / "verify.py").read_text("utf-8"), nl=False)


def _history(system: System, agreement: str | None, size: int) -> Iterator[HistoryEntry]:
    entries = system.histories.entries(local_reader(), HistoryFilter(agreement_id=agreement))
    return takewhile(lambda entry: entry.position <= size, entries)


def _write(path: Path, lines: Iterable[str]) -> None:
    with written(path) as file:
        file.writelines(line.encode() for line in lines)


def _print_checkpoints(kept: Iterable[Kept]) -> None:
    table = plain_table("Einträge", "gemacht", "Anlass")
    for one in kept:
        add(table, str(one.size), numbers.moment(one.made_at), german(one.occasion))
    console().print(table)

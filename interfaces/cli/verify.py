"""The command that verifies the user's own database, or a bundle."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event
from typing import Annotated, TypeVar

import typer
from rich.progress import Progress

from application.ports import Unavailable
from application.proofs.ports import Report
from application.proofs.signed_note import Note, PublicKey, Unreadable
from interfaces.bootstrap import System, own_system
from interfaces.cli.console import console
from interfaces.cli.read import AsJson, print_json
from interfaces.cli.verify_bundle import unusable, verify_bundle
from interfaces.cli.witness import Keys, note_of, trusted
from interfaces.verifier.verify import say

T = TypeVar("T")


def verify(
    key: Keys = None,
    checkpoint: Annotated[
        list[Path] | None,
        typer.Option(metavar="DATEI", help="Früherer Prüfpunkt, an dem gemessen wird (mehrfach möglich)."),
    ] = None,
    bundle: Annotated[
        Path | None, typer.Option(metavar="DATEI", help="Statt der Datenbank ein Prüfbündel prüfen; braucht --key.")
    ] = None,
    watch: Annotated[
        float | None, typer.Option(min=0.1, metavar="SEKUNDEN", help="Immer wieder, mit so langer Pause.")
    ] = None,
    log_only: Annotated[
        bool,
        typer.Option("--log-only", help="Nur das Protokoll, ohne Listen, die daraus gebildet sind; rascher."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Rechnet das ganze Protokoll nach und sagt, ob etwas verändert wurde: Ende 0 unversehrt, 1 verändert, 2 unklar."""
    keys, notes = trusted(key), [note_of(file) for file in checkpoint or ()]
    if bundle is not None:
        if watch is not None:
            raise typer.BadParameter("--watch gilt der Datenbank; ein Bündel ändert sich nicht. Bitte ohne --watch.")
        if log_only:
            raise typer.BadParameter("--log-only gilt der Datenbank; ein Bündel hat keine Listen.")
        verify_bundle(bundle, keys, notes, as_json=as_json)
        return
    with own_system() as system:
        report = usable(lambda: _verified(system, keys, notes, log_only=log_only))
        _print(report, as_json=as_json, log_only=log_only)
        while watch is not None:
            Event().wait(watch)
            try:
                _print(_verified(system, keys, notes, log_only=log_only), as_json=as_json, log_only=log_only)
            except Unavailable as why:  # watching goes on when the database is back
                console(stderr=True).print(str(why), markup=False, soft_wrap=True)
    if not report.sound:
        raise typer.Exit(1)


def usable(work: Callable[[], T]) -> T:
    """The work's result; ends with 2 and the reason when a text given cannot be used."""
    try:
        return work()
    except Unreadable as why:
        unusable(why)


def _verified(system: System, keys: Sequence[PublicKey], notes: Sequence[Note], *, log_only: bool) -> Report:
    err = console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("Nachprüfung", total=None)
        return system.audit.verification.verify(
            keys, notes, lambda done, total: bar.update(task, completed=done, total=total), log_only=log_only
        )


def _print(report: Report, *, as_json: bool, log_only: bool) -> None:
    if as_json:
        faults = [{"position": fault.position, "says": fault.says} for fault in report.faults]
        print_json(
            {
                "sound": report.sound,
                "log_only": log_only,
                "size": report.size,
                "root": report.root.hex(),
                "checkpoints": report.checkpoints,
                "last_checkpoint": report.last_checkpoint,
                "held": report.held,
                "remembered": report.remembered,
                "views": report.views,
                "left_out": report.left_out,
                "faults": faults,
            }
        )
        return
    out = console()
    if report.sound:
        for line in _shown(report, log_only=log_only):
            out.print(line, markup=False, soft_wrap=True)
    else:
        out.print(f"VERÄNDERT. Erster Befund von {len(report.faults)}:")
        for fault in report.faults:
            out.print(f"– {fault}", markup=False, soft_wrap=True)


def _shown(report: Report, *, log_only: bool) -> Iterator[str]:
    yield f"Unversehrt: {report.size} Einträge, {report.checkpoints} Prüfpunkte bis Position {report.last_checkpoint}."
    if report.held:
        yield say("de", "kept", sizes=", ".join(map(str, report.held)))
    if report.remembered is None:
        yield "Nicht gezeigt: dass es fortsetzt, was die Schlüssel zuletzt unterschrieben haben; das steht nicht hier."
    else:
        yield f"Gezeigt: Was die Schlüssel zuletzt unterschrieben haben ({report.remembered} Einträge), steht darin."
    if report.views is not None:
        yield f"Gezeigt: Was die Listen zeigen, folgt bis Position {report.views} Zeile für Zeile aus dem Protokoll."
    if log_only:
        yield "Nicht geprüft: die Listen und Verzeichnisse, die aus dem Protokoll gebildet sind (ohne --log-only)."
    if report.left_out:
        names = ", ".join(f"„{name}“" for name in report.left_out)
        yield f"Nicht geprüft: die Sichten {names}; sie sind noch nicht oder nach anderen Regeln gebildet."
    yield say("de", "unkept", known=max(report.held)) if report.held else say("de", "never")
    yield say("de", "limits")

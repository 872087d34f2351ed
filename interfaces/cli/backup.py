"""The commands that back a database up, and bring a backup back."""

from pathlib import Path
from typing import Annotated

import typer

from interfaces.bootstrap import keys_directory
from interfaces.bootstrap.backups import Restored, backed_up, restored
from interfaces.cli.console import console

Folder = Annotated[Path, typer.Argument(metavar="VERZEICHNIS")]
Whole = Annotated[bool, typer.Option("--base", help="Die Dateien des ganzen Servers, für große Datenbanken.")]
KEYS = (
    "Die Schlüssel der Prüfpunkte ({keys}) sind nicht darin: bitte getrennt davon und von der Datenbank aufbewahren; "
    "dort steht auch, was zuletzt unterschrieben wurde."
)
OLDER = (
    "Das ist ein älterer Stand: Unterschrieben war schon ein Prüfpunkt über {signed} Einträge, hier sind es {size}. "
    "Bitte allen sagen, die neuere Prüfpunkte haben, und dann die Datei *.signed bei den Schlüsseln beiseitelegen."
)


def back_up(folder: Folder, base: Whole = False) -> None:
    """Sichert die Datenbank in ein leeres Verzeichnis, ohne die Schlüssel der Prüfpunkte.

    Die Sicherung ist ein Abzug eines Augenblicks, mit Größe und Wurzel des Protokolls.

    Mit --base sind es die Dateien des ganzen Servers, mit allen seinen Datenbanken.
    """
    backup = backed_up(folder, server=base)
    out = console()
    least = "mindestens " if base else ""
    done = f"Gesichert in {folder}: {least}{backup.size} Einträge, Wurzel {backup.root}."
    out.print(done, markup=False, soft_wrap=True)
    out.print(KEYS.format(keys=keys_directory()), markup=False, soft_wrap=True)


def restore(folder: Folder) -> None:
    """Spielt eine Sicherung in eine leere Datenbank zurück und rechnet sie nach.

    Eine mit --base wird zur eingebauten Datenbank eines neuen Verzeichnisses.

    Mit DATABASE_URL wird der Server nachgerechnet, der auf ihren Dateien gestartet wurde.

    Ende 0: unversehrt, 1: verändert.
    """
    result = restored(folder)
    out, err = console(), console(stderr=True)
    for sentence in _faults(result):
        err.print(sentence, markup=False, soft_wrap=True)
    done = f"Zurückgespielt: {result.report.size} Einträge, gesichert {result.backup.made_at}"
    out.print(f"{done}, Wurzel {result.report.root.hex()}.", markup=False, soft_wrap=True)
    size = max(result.report.size, result.backup.size)
    if result.signed > size:
        out.print(OLDER.format(signed=result.signed, size=size), markup=False, soft_wrap=True)
    if [*_faults(result)]:
        raise typer.Exit(1)


def _faults(result: Restored) -> list[str]:
    """What is not as it was when it was backed up."""
    backup, report = result.backup, result.report
    wrong = []
    if result.log_differs:
        wrong.append(f"Das Protokoll ist nicht das gesicherte: {report.size} Einträge, Wurzel {report.root.hex()}.")
    if result.checkpoint_differs:
        wrong.append(f"Der letzte Prüfpunkt ist nicht der gesicherte: {result.checkpoint} statt {backup.checkpoint}.")
    return wrong + [
        f"Position {fault.position}: {fault.says}" if fault.position else fault.says for fault in report.faults
    ]

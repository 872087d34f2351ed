"""Tables as files: the option that asks for one, and how it is written."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from domain.record import Role
from interfaces.bootstrap import System
from interfaces.cli.files import must_be_new, written
from interfaces.cli.reader import local_reader
from interfaces.german.results import number
from interfaces.papers import due
from interfaces.tables import lists, origin
from interfaces.tables.table import Table
from interfaces.tables.writing import WRITERS


def table_file(text: str) -> Path:
    """A file that is not there yet, whose ending says how the table is written."""
    path = Path(text)
    if _ending(path) not in WRITERS:
        raise typer.BadParameter(f"{text}: die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei.")
    must_be_new(path)
    return path


AsTable = Annotated[
    Path | None,
    typer.Option("--out", parser=table_file, metavar="DATEI", help="Als Tabelle: .xlsx oder .csv, statt Text."),
]


def due_file(text: str) -> Path:
    """The same for due items, which can be a calendar or a text for mail as well."""
    path = Path(text)
    if _ending(path) not in {*WRITERS, "ics", "txt"}:
        raise typer.BadParameter(f"{text}: möglich sind .xlsx, .csv, .ics für Kalender und .txt für eine Mail.")
    must_be_new(path)
    return path


DueFile = Annotated[
    Path | None,
    typer.Option(
        "--out",
        parser=due_file,
        metavar="DATEI",
        help="Als .xlsx oder .csv, als Kalender (.ics) oder für eine Mail (.txt).",
    ),
]


def write_due(system: System, path: Path, on: date, role: Role | None, known_at: datetime | None) -> None:
    """Write due items as the file's ending says."""
    reader, at = local_reader(), system.lists.as_of(known_at)
    if _ending(path) in WRITERS:
        hand_on(path, lists.due(system, reader, on, role, known_at=known_at))
        return
    if _ending(path) == "ics":
        items = system.lists.due(reader, due.year_ahead(on), role, at=at)
        content = due.due_calendar(items, origin.recorded_at(system, at))
    else:
        items = system.lists.due(reader, on, role, at=at)
        content = due.due_text(items, on, origin.of_log(system, at, known_at)).encode()
    with written(path) as file:
        file.write(content)
    typer.echo(f"Geschrieben: {path}, {number(len(items), 'Punkt', 'Punkte')}.")


def hand_on(path: Path, table: Table) -> None:
    """Write a table as its file's ending says, and say how much it holds."""
    write, _ = WRITERS[_ending(path)]
    content = write(table)
    with written(path) as file:
        file.write(content)
    typer.echo(f"Geschrieben: {path}, {number(len(table.rows), 'Zeile', 'Zeilen')}.")


def _ending(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")

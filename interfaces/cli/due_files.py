"""What is due as a file: a table, a calendar, or a text for mail."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from domain.record import Role
from interfaces.bootstrap import System
from interfaces.cli.files import must_be_new, written
from interfaces.cli.reader import local_reader
from interfaces.cli.tables import ending_of, hand_on
from interfaces.german.results import number
from interfaces.papers import due
from interfaces.tables import lists, origin
from interfaces.tables.writing import WRITERS


def due_file(text: str) -> Path:
    """A file that is not there yet, for a table, a calendar or a text for mail."""
    path = Path(text)
    if ending_of(path) not in {*WRITERS, "ics", "txt"}:
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
    if ending_of(path) in WRITERS:
        hand_on(path, lists.due(system, reader, on, role, known_at=known_at))
        return
    if ending_of(path) == "ics":
        items = system.lists.due(reader, due.year_ahead(on), role, at=at)
        content = due.due_calendar(items, origin.recorded_at(system, at))
    else:
        items = system.lists.due(reader, on, role, at=at)
        content = due.due_text(items, on, origin.of_log(system, at, known_at)).encode()
    with written(path) as file:
        file.write(content)
    typer.echo(f"Geschrieben: {path}, {number(len(items), 'Punkt', 'Punkte')}.")

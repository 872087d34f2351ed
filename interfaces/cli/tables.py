"""Tables as files: the option that asks for one, and how it is written."""

from pathlib import Path
from typing import Annotated

import typer

from interfaces.cli.files import must_be_new, written
from interfaces.german.results import number
from interfaces.tables.table import Table
from interfaces.tables.writing import WRITERS


def table_file(text: str) -> Path:
    """A file that is not there yet, whose ending says how the table is written."""
    path = Path(text)
    if ending_of(path) not in WRITERS:
        raise typer.BadParameter(f"{text}: die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei.")
    must_be_new(path)
    return path


AsTable = Annotated[
    Path | None,
    typer.Option("--out", parser=table_file, metavar="DATEI", help="Als Tabelle: .xlsx oder .csv, statt Text."),
]


def hand_on(path: Path, table: Table) -> None:
    """Write a table as its file's ending says, and say how much it holds."""
    write, _ = WRITERS[ending_of(path)]
    content = write(table)
    with written(path) as file:
        file.write(content)
    typer.echo(f"Geschrieben: {path}, {number(len(table.rows), 'Zeile', 'Zeilen')}.")


def ending_of(path: Path) -> str:
    """A file's ending, without its dot."""
    return path.suffix.lower().removeprefix(".")

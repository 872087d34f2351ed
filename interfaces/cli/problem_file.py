"""Every problem of a file of figures as a table of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from application.figures.problems import FileProblem, Listener
from application.history.exports import csv_row, csv_table
from domain.german import german
from interfaces.cli.files import must_be_new, written

COLUMNS = ("Datei", "Prüfung", "Art", "Zeile", "Spalte", "Stelle", "gefunden", "erwartet")


@contextmanager
def problem_file(path: Path | None, checked: str) -> Iterator[Listener | None]:
    """What writes every problem of the file of this name to `path` as CSV, as it is found; None without a path.

    Refuses a path under which a file lies already, which could be the one that is checked.
    """
    if path is None:
        yield None
        return
    must_be_new(path)
    with written(path) as out:
        out.write("".join(csv_table(COLUMNS, ())).encode())

        def write(one: FileProblem) -> None:
            row = (checked, one.check, german(one.severity), one.row, one.column, one.about, one.found, one.expected)
            out.write(csv_row(["" if cell is None else cell for cell in row]).encode())

        yield write

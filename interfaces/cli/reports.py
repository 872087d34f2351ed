"""The command that answers what an auditor asks for first."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console

from application.history.exports import csv_table
from application.reports.catalogue import REPORTS, Report
from application.reports.row import ReportRow, Searched
from domain.state import Agreement
from interfaces.bootstrap import own_system
from interfaces.cli.console import console
from interfaces.cli.history import TABLE_ROWS, AsCsv, groups, print_list
from interfaces.cli.lists import day
from interfaces.cli.read import AsJson, KnownAt
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.german import reports as reading
from interfaces.reports import agreements_of, answered

_NAMES = ", ".join(f"{name} ({report.title})" for name, report in REPORTS.items())


def report(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"Einer von: {_NAMES}.")],
    on: Annotated[
        datetime | None, typer.Option("--on", parser=day, metavar="JJJJ-MM-TT", help="Zu welchem Tag; sonst heute.")
    ] = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Beantwortet über alle Vereinbarungen, wonach Prüfungen zuerst fragen."""
    if name not in REPORTS:
        raise typer.BadParameter(f"Einen Bericht „{name}“ gibt es nicht; möglich sind: {_NAMES}.")
    asked = REPORTS[name]
    with own_system() as system:
        answer, size = answered(system, local_reader(), name, on or system.service.today(), known_at=known_at)
        rows, known = answer.rows, agreements_of(system, local_reader())
        if as_json:
            typer.echo(f'{{"title": {json.dumps(asked.title, ensure_ascii=False)}, "items": ', nl=False)
            print_list((row.model_dump(mode="json") for row in rows), end="")
            typer.echo(f', "searched": {answer.searched(size).model_dump_json()}}}')
        elif as_csv:

            def word(row: ReportRow, name: str) -> str:
                return reading.cell(row, name, known)

            for line in csv_table(asked.csv_headings, (asked.csv_cells(row, word) for row in rows)):
                typer.echo(line, nl=False)
            _print_scope(console(stderr=True), answer.searched(size))
        else:
            _print(asked, rows, known)
            _print_scope(console(), answer.searched(size))


def _print(asked: Report, rows: Iterator[ReportRow], known: Callable[[str], Agreement | None]) -> None:
    """Moments are in German time and ids go by their names, other than in data."""
    out, empty = console(), True
    out.print(asked.title, style="bold", markup=False)
    for some in groups(rows, TABLE_ROWS):
        empty = False
        table = plain_table(*asked.read.values())
        for row in some:
            add(table, *reading.cells(asked, row, known))
        out.print(table)
    if empty:
        out.print(reading.NOTHING)


def _print_scope(out: Console, searched: Searched) -> None:
    for line in reading.scope(searched):
        out.print(line, markup=False, soft_wrap=True)

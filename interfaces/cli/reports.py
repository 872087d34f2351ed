"""The command that answers what an auditor asks for first."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Annotated

import typer
from rich.console import Console

from application.history.exports import csv_table
from application.proofs.ports import Occasion
from application.reports.catalogue import REPORTS, Report, Reports
from application.reports.row import ReportRow, Searched
from domain.german import german, spoken
from interfaces.bootstrap import own_system
from interfaces.cli.console import console
from interfaces.cli.history import TABLE_ROWS, AsCsv, groups, labels_by_agreement, print_list
from interfaces.cli.lists import day
from interfaces.cli.read import AsJson, KnownAt
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.german import numbers
from interfaces.german.labels import Labels

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
        system.audit.checkpoints.noted(Occasion.REPORT)
        day = on or system.service.today()
        answer = Reports(system.histories).answer(local_reader(), name, day, known_at=known_at)
        rows = answer.rows
        last = system.audit.checkpoints.book.latest()
        size = last.size if last else None
        if as_json:
            typer.echo(f'{{"title": {json.dumps(asked.title, ensure_ascii=False)}, "items": ', nl=False)
            print_list((row.model_dump(mode="json") for row in rows), end="")
            typer.echo(f', "searched": {answer.searched(size).model_dump_json()}}}')
        elif as_csv:
            for line in csv_table(asked.csv_headings, map(asked.csv_cells, rows)):
                typer.echo(line, nl=False)
            _print_scope(console(stderr=True), answer.searched(size))
        else:
            _print(asked, rows, labels_by_agreement(system))
            _print_scope(console(), answer.searched(size))


def _print(asked: Report, rows: Iterator[ReportRow], labels: Callable[[str], Labels | None]) -> None:
    """Moments are in German time and dialogs go by their day, other than in data."""
    out, empty = console(), True
    out.print(asked.title, style="bold", markup=False)
    for some in groups(rows, TABLE_ROWS):
        empty = False
        table = plain_table(*(heading.removesuffix(" (UTC)") for heading in asked.read.values()))
        for row in some:
            add(table, *_cells(row, asked.read, labels))
        out.print(table)
    if empty:
        out.print("Dazu gibt es nichts.")


def _cells(row: ReportRow, names: Iterable[str], labels: Callable[[str], Labels | None]) -> Iterator[str]:
    known = labels(getattr(row, "agreement_id", ""))
    for name in names:
        value = getattr(row, name)
        if known and name == "dialog_id":
            yield known.name(name, value)
        else:
            yield known.of_statement(value) if known and name == "what" else _said(value)


def _print_scope(out: Console, searched: Searched) -> None:
    """What was searched, so that an empty answer says what it rests on."""
    known = f", wie bis {numbers.instant(searched.known_at)} bekannt" if searched.known_at else ""
    where = f"{searched.entries} Einträge von {searched.streams} Vereinbarungen und Verzeichnissen"
    lines = (
        f"Durchsucht: {where}, bis Position {searched.position}{known}, Stichtag {spoken(searched.on)}.",
        f"Regel: {searched.rule}",
        f"Letzter Prüfpunkt: über {searched.checkpoint} Einträge." if searched.checkpoint else "Noch kein Prüfpunkt.",
    )
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)


def _said(value: object) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return "ja" if value else "nein"
        case datetime():
            return numbers.moment(value)
        case date():
            return spoken(value)
        case str():
            return _german(value)
        case _:
            return str(value)


def _german(text: str) -> str:
    """An enumeration's value in German, any other text as it is."""
    return german(text) if type(text) is not str else text

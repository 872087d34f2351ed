"""The command that writes templates of files."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from application.figure_files.template import template as rows_of
from domain.terms import Side
from interfaces.bootstrap import FILES, own_system
from interfaces.cli.files import must_be_new, written
from interfaces.cli.lists import day
from interfaces.cli.read import AgreementArgument, month, whole
from interfaces.cli.reader import local_reader


def template(
    agreement: AgreementArgument,
    out: Annotated[
        Path,
        typer.Argument(metavar="DATEI", help="Wohin; die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei."),
    ],
    report_month: Annotated[str, typer.Option("--month", parser=month, metavar="JJJJ-MM", help="Berichtsmonat.")],
    loaded_on: Annotated[date, typer.Option("--loaded-on", parser=day, metavar="JJJJ-MM-TT", help="Ladedatum.")],
    waited: Annotated[int, typer.Option(parser=whole(0, 24), metavar="ANZAHL", help="Abgewartete Monate.")] = 0,
) -> None:
    """Schreibt eine leere Datei mit allem, was die Zeilen einer Vereinbarung und die Größen daneben brauchen."""
    if out.suffix.lower() not in {".csv", ".xlsx"}:
        raise typer.BadParameter(f"{out}: die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei.")
    must_be_new(out)
    with own_system() as system:
        terms = system.queries.agreement(local_reader(), agreement).terms
    ags = next(party.key for party in terms.parties if party.side is Side.COUNTY)
    rows = list(rows_of(terms, ags, report_month, waited, loaded_on))
    with written(out) as file:
        FILES.write(rows, file, workbook=out.suffix.lower() == ".xlsx")
    typer.echo(f"Geschrieben: {out}, {len(rows) - 1} Zeilen zum Ausfüllen.")

"""The command that writes templates of files."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from application.figure_files.template_of import TemplateOf
from interfaces.bootstrap import FILES, own_system
from interfaces.cli.files import must_be_new, written
from interfaces.cli.lists import day
from interfaces.cli.read import AgreementArgument, month, whole
from interfaces.cli.reader import local_reader
from interfaces.german import results as text


def template(
    agreement: AgreementArgument,
    out: Annotated[
        Path,
        typer.Argument(metavar="DATEI", help="Wohin; die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei."),
    ],
    report_month: Annotated[
        str | None, typer.Option("--month", parser=month, metavar="JJJJ-MM", help="Für die Ladung dieses Monats.")
    ] = None,
    loaded_on: Annotated[
        date | None, typer.Option("--loaded-on", parser=day, metavar="JJJJ-MM-TT", help="Ihr Ladedatum; sonst der 16.")
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            parser=whole(2010, 2099), metavar="JAHR", help="Für jede Ladung dieses Jahres oder des Vergleichsjahres."
        ),
    ] = None,
    delivery: Annotated[
        str | None, typer.Option("--from", metavar="LIEFERUNG", help="Die Zahlen einer Lieferung, zum Berichtigen.")
    ] = None,
    waited: Annotated[int, typer.Option(parser=whole(0, 24), metavar="ANZAHL", help="Abgewartete Monate.")] = 0,
    wide: Annotated[bool, typer.Option("--wide", help="Monate als Spalten statt einer Zeile je Zahl.")] = False,
    year_to_date: Annotated[
        bool,
        typer.Option("--year-to-date", help="Auch Zeilen für Jahresfortschrittswerte."),
    ] = False,
) -> None:
    """Schreibt eine Datei mit allem, was eine Vereinbarung braucht: leer, oder mit den Zahlen einer Lieferung."""
    if out.suffix.lower() not in {".csv", ".xlsx"}:
        raise typer.BadParameter(f"{out}: die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei.")
    must_be_new(out)
    wish = TemplateOf(report_month, year, delivery, loaded_on, waited, wide, year_to_date)
    with own_system() as system:
        course = system.courses.course(local_reader(), agreement)
    rows = list(wish.rows(course.agreement.terms, course.attainment))
    with written(out) as file:
        FILES.write(rows, file, workbook=out.suffix.lower() == ".xlsx")
    filled = "mit den gelieferten Zahlen" if delivery else "zum Ausfüllen"
    typer.echo(f"Geschrieben: {out}, {text.number(len(rows) - 1, 'Zeile', 'Zeilen')} {filled}.")
    if year or (report_month and not loaded_on):
        typer.echo("Geladen wird annahmegemäß am 16.; bitte den wirklichen Tag eintragen.")

"""The command that shows what every load says about every month of one figure."""

from typing import Annotated

import typer

from application.figure_files.load_changes import load_changes
from application.reading.explanation import MatrixReading
from application.reading.matrix import Column, Figure, Grid
from domain.figures import Form
from domain.german import german, spoken
from domain.terms import Sex
from interfaces.bootstrap import own_system
from interfaces.cli.console import console
from interfaces.cli.figures_text import print_differences
from interfaces.cli.read import AgreementArgument, AsJson, KnownAt, print_json
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.cli.tables import AsTable, hand_on
from interfaces.german import numbers
from interfaces.german import results as text
from interfaces.tables import figures as tables

MeasureArgument = Annotated[
    str, typer.Argument(metavar="KENNZAHL", help="Kennung der Kennzahl oder Größe, etwa K2 oder INT.")
]
CHANGED = "*"


def matrix(
    agreement: AgreementArgument,
    measure: MeasureArgument,
    sex: Annotated[Sex, typer.Option(help="Für wen: insgesamt, Frauen, Männer oder der Abstand.")] = Sex.TOTAL,
    form: Annotated[
        Form | None, typer.Option(help="In welcher Form; sonst der Jahresfortschritt, bei Größen der Monat.")
    ] = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    out: AsTable = None,
) -> None:
    """Zeigt je Monat, was jede freigegebene Lieferung über ihn sagt; geänderte Werte sind gekennzeichnet."""
    code = measure.upper()
    with own_system() as system:
        if out:
            table = tables.matrix(system, local_reader(), agreement, code, sex=sex, form=form, known_at=known_at)
            hand_on(out, table)
            return
        found = system.explanations.matrix(local_reader(), agreement, code, sex=sex, form=form, known_at=known_at)
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_matrix(found)


def changes(
    agreement: AgreementArgument,
    delivery: Annotated[str, typer.Argument(metavar="LIEFERUNG", help="Kennung der Lieferung.")],
    known_at: KnownAt = None,
    as_json: AsJson = False,
    out: AsTable = None,
) -> None:
    """Zeigt jede Zahl einer Lieferung, die anders ist als in den Lieferungen davor."""
    with own_system() as system:
        if out:
            hand_on(out, tables.changes(system, local_reader(), agreement, delivery, known_at=known_at))
            return
        course = system.courses.course(local_reader(), agreement, known_at=known_at)
        found = load_changes(course.agreement, course.attainment, delivery)
    if as_json:
        print_json([one.model_dump(mode="json") for one in found.differences])
        return
    on = console()
    beside = ", ".join(one.delivery_id for one in found.beside) or "keiner früheren Lieferung"
    on.print(
        f"{delivery} ({numbers.load_state(found.load.state)}), verglichen mit {beside}", style="bold", markup=False
    )
    print_differences(on, agreement, found.differences)
    if not found.differences:
        on.print("Keine Zahl ist anders.")


def print_matrix(found: MatrixReading) -> None:
    """The grid with its loads, a few columns at a time when they do not fit."""
    out, grid = console(), found.grid
    title = f"{grid.name} ({grid.measure}, {german(grid.form)}, {german(grid.sex)}), in {german(grid.unit)}"
    out.print(title, style="bold", markup=False)
    if grid.formula:
        out.print(f"Gebildet als {grid.formula} ({grid.source})", markup=False, soft_wrap=True)
    if not found.columns:
        out.print("Es ist noch keine Lieferung freigegeben.")
    elif not grid.rows:
        out.print("Keine Lieferung sagt in dieser Form etwas dazu; eine andere nennt --form.")
    saying = [place for place in range(len(found.columns)) if any(row.figures[place] for row in grid.rows)]
    wide = max(1, (out.width - 10) // 14)
    for first in range(0, len(saying), wide):
        shown = saying[first : first + wide]
        table = plain_table("Monat", *(_heading(found.columns[place]) for place in shown), stays=True)
        for row in grid.rows:
            if any(row.figures[place] for place in shown):
                add(table, row.month, *(_cell(row.figures[place], grid) for place in shown))
        out.print(table)
    for column in found.columns:
        if not column.counts:
            out.print(f"{column.delivery_id} zählt nicht mehr, ersetzt durch {column.superseded_by}.", markup=False)
    if any(figure and figure.changed for row in grid.rows for figure in row.figures):
        out.print(f"{CHANGED} anders als in der letzten früheren Lieferung, die den Monat enthält")


def _heading(column: Column) -> str:
    return f"{numbers.column(column.load_state)}\n{column.revision}\n{spoken(column.loaded_on)}"


def _cell(figure: Figure | None, grid: Grid) -> str:
    if figure is None:
        return ""
    flags = ", ".join(german(flag) for flag in figure.flags)
    if figure.rounded is None:
        return flags
    shown = text.amount(figure.rounded, grid.unit).split(" ")[0]
    return f"{shown}{CHANGED if figure.changed else ''}{f' ({flags})' if flags else ''}"

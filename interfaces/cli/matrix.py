"""The command that shows what every load says about every month of one figure."""

from typing import Annotated

import typer

from application.reading.explanation import MatrixReading
from application.reading.matrix import Column, Figure, Grid
from domain.figures import Form
from domain.german import german, spoken
from domain.terms import Sex
from interfaces.bootstrap import own_system
from interfaces.cli.console import add, console, plain_table
from interfaces.cli.read import AgreementArgument, AsJson, KnownAt, local_reader, print_json
from interfaces.german import results as text

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
) -> None:
    """Zeigt je Monat, was jede freigegebene Lieferung über ihn sagt; geänderte Werte sind gekennzeichnet."""
    with own_system() as system:
        found = system.explanations.matrix(
            local_reader(), agreement, measure.upper(), sex=sex, form=form, known_at=known_at
        )
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_matrix(found)


def print_matrix(found: MatrixReading) -> None:
    """The grid with its loads, a few columns at a time when they do not fit."""
    out, grid = console(), found.grid
    title = f"{grid.name} ({grid.measure}, {german(grid.form)}, {german(grid.sex)}), in {german(grid.unit)}"
    out.print(title, style="bold", markup=False)
    if grid.formula:
        out.print(f"Gebildet als {grid.formula} ({grid.source})", markup=False, soft_wrap=True)
    if not found.columns:
        out.print("Es ist noch keine Lieferung freigegeben.")
    wide = max(1, (out.width - 10) // 14)
    for first in range(0, len(found.columns), wide):
        shown = slice(first, first + wide)
        table = plain_table("Monat", *map(_heading, found.columns[shown]))
        for row in grid.rows:
            if any(row.figures[shown]):
                add(table, row.month, *(_cell(figure, grid) for figure in row.figures[shown]))
        out.print(table)
    for column in found.columns:
        if not column.counts:
            out.print(f"{column.delivery_id} zählt nicht mehr, ersetzt durch {column.superseded_by}.", markup=False)
    if any(figure and figure.changed for row in grid.rows for figure in row.figures):
        out.print(f"{CHANGED} anders als in der letzten früheren Lieferung, die den Monat enthält")


def _heading(column: Column) -> str:
    return f"{column.load_state}\n{column.revision}\n{spoken(column.loaded_on)}"


def _cell(figure: Figure | None, grid: Grid) -> str:
    if figure is None:
        return ""
    flags = ", ".join(german(flag) for flag in figure.flags)
    if figure.rounded is None:
        return flags
    shown = text.amount(figure.rounded, grid.unit).split(" ")[0]
    return f"{shown}{CHANGED if figure.changed else ''}{f' ({flags})' if flags else ''}"

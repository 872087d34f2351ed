"""The command that lays every Jobcenter of a Land side by side."""

from decimal import Decimal
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from application.comparison.comparison import ComparedFigure, Comparison
from application.comparison.place import ComparedPlace, Standing
from domain.attainment import in_words
from domain.german import german
from domain.measures import Unit
from domain.results import Compared
from domain.terms import Sex
from interfaces.bootstrap import own_system
from interfaces.cli.console import console
from interfaces.cli.read import AsJson, KnownAt, ReportMonth, print_json, read_up_to
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.cli.tables import AsTable, hand_on
from interfaces.german import naming
from interfaces.german import results as text
from interfaces.tables import comparison as tables


def comparison(
    land: Annotated[str, typer.Option(metavar="AGS", help="Das Land: die ersten zwei Stellen des Gemeindeschlüssels.")],
    year: Annotated[int, typer.Option(min=2011, max=2099, help="Das Jahr der Vereinbarungen.")],
    report_month: ReportMonth = None,
    waited: Annotated[int, typer.Option(min=0, max=24, help="Wartezeit in Monaten.")] = 0,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    out: AsTable = None,
) -> None:
    """Vergleicht alle Jobcenter eines Landes zum gleichen Ladestand: Veränderung, Lage, Abstand, Rang, Summe."""
    with own_system() as system:
        system.views.catch_up()
        if out:
            table = tables.comparison(
                system, local_reader(), land, year, month=report_month, waited=waited, known_at=known_at
            )
            hand_on(out, table)
            return
        at = system.lists.as_of(known_at)
        found = system.comparisons.compared(local_reader(), land, year, month=report_month, waited=waited, at=at)
    if as_json:
        print_json(found.model_dump(mode="json") | {"as_of_position": at})
    else:
        print_comparison(console(), found)
        console().print(read_up_to(at))


def print_comparison(out: Console, found: Comparison) -> None:
    """One table for each figure."""
    if not found.agreements:
        out.print("Zu diesem Land und Jahr gilt noch keine Vereinbarung.")
        return
    if found.load_state is None:
        out.print("Zu diesem Land und Jahr ist noch nichts freigegeben.")
        return
    out.print(f"Ladestand {text.load_state(found.load_state)}, Vereinbarungen: {found.agreements}", style="bold")
    for figure in found.figures:
        out.print()
        sex = "" if figure.key.sex is Sex.TOTAL else f", {german(figure.key.sex)}"
        title = f"{naming.compared(figure.key)} ({german(figure.key.quantity)}{sex})"
        out.print(title, style="bold", markup=False)
        out.print(_table(figure))
        if figure.total is None:
            out.print(f"Keine Summe: {figure.no_total_because}", markup=False)
        elif figure.total.covers < len(figure.places):
            out.print(f"Die Summe umfasst {figure.total.covers} von {len(figure.places)} Jobcentern.")
        if figure.better is None and any(place.figures for place in figure.places):
            out.print("Ohne Rang: eine bessere Richtung ist hier nicht festgelegt.")


def _table(figure: ComparedFigure) -> Table:
    year = naming.base_year(figure.key)
    table = plain_table("Rang", "Jobcenter", "Typ", year, "laufendes Jahr", "verglichen", "Lage", "Abstand")
    for place in figure.places:
        kind = place.comparison_type
        found = place.figures
        before = found.baseline.rounded if found and found.baseline else None
        add(
            table,
            str(place.rank or "–"),
            ", ".join(county.name for county in place.counties),
            f"{kind.label} ({kind.year})" if kind else "–",
            *_values(figure, before, found.current.rounded if found else None, found.compared if found else None),
            _standing(place),
            _gap(place),
        )
    if total := figure.total:
        values = _values(figure, total.baseline_rounded, total.current_rounded, total.compared)
        add(table, "", "zusammen", "", *values, "", "")
    return table


def _values(figure: ComparedFigure, before: Decimal | None, now: Decimal | None, how: Compared | None) -> list[str]:
    unit = Unit.PERCENTAGE_POINTS if figure.key.sex is Sex.GAP else figure.key.unit
    shown = [text.amount(one, unit) if one is not None else "–" for one in (before, now)]
    return [*shown, text.held(how) if how else "–"]


def _standing(place: ComparedPlace) -> str:
    if place.standing is Standing.UNEQUAL:
        return f"{tables.STANDINGS[place.standing]}: {text.load_state(place.latest)}"
    if place.standing is Standing.COMPARED:
        return in_words(place.agreed.state, place.agreed.caveats) if place.agreed else "–"
    return tables.STANDINGS[place.standing]


def _gap(place: ComparedPlace) -> str:
    agreed = place.agreed
    return text.gap_to(agreed.gap, agreed.bound, agreed.state) if agreed else "–"

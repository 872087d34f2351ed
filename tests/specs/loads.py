"""Loads of figures from the tables of the features."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from domain.figures import Flag, Flagged, Form, Load, LoadState, Series
from domain.terms import Sex
from domain.values import Month, shift, span
from tests.specs.language import month, number

Table = Sequence[Sequence[str]]


def rows_under(table: Table, *headings: str) -> list[list[str]]:
    """The rows of a table that has these headings, and at least one row: nothing proves nothing."""
    assert [*table[0]] == [*headings], table[0]
    assert len(table) > 1, "Die Tabelle hat keine Zeile."
    return [[*row] for row in table[1:]]


COUNTED = {
    "Integrationen": "INT",
    "bedarfsdeckende Integrationen": "INT_BD",
    "Integrationen von Alleinerziehenden": "INT_ALLEIN",
    "Leistungen zum Lebensunterhalt": "LLU",
}
STOCKS = {
    "Leistungsberechtigte": "ELB",
    "alleinerziehende Leistungsberechtigte": "ELB_ALLEIN",
    "Langzeitleistungsbeziehende": "LZB",
    "Langzeitleistungsbeziehende ab vier Jahren": "LZB_4J",
    "Teilnahmen an Maßnahmen": "AMP",
    "Teilnahmen von Frauen an Maßnahmen": "AMP_FRAUEN",
}
RATES = {
    "Integrationsquote": "K2",
    "Eintritte in geringfügige Beschäftigung": "K2E1",
    "Eintritte in öffentlich geförderte Beschäftigung": "K2E2",
    "Kontinuierliche Beschäftigung nach Integration": "K2E3",
    "Integrationsquote der Alleinerziehenden": "K2E4",
    "Veränderung des Bestands an Langzeitleistungsbeziehenden": "K3",
}
CODES = COUNTED | STOCKS | RATES
"""Figures by the names the features call them."""
SEXES = {"insgesamt": Sex.TOTAL, "Frauen": Sex.WOMEN, "Männer": Sex.MEN, "Abstand": Sex.GAP}
FLAGS = {
    "gesperrt": Flag.SUPPRESSED,
    "fehlt": Flag.MISSING,
    "hochgerechnet": Flag.IMPUTED,
    "zurückgerechnet": Flag.BACK_COMPUTED,
}
TO_DATE = " (Jahresfortschritt)"


def load(
    state: LoadState,
    series: Iterable[Series],
    loaded_on: date | None = None,
    revision: str = "original",
    note: str | None = None,
) -> Load:
    """A load, loaded on the 15th of the month after the months waited unless another day is named."""
    loaded = loaded_on or date.fromisoformat(f"{shift(state.report_month, state.months_waited + 1)}-15")
    return Load(state=state, loaded_on=loaded, revision=revision, series=tuple(series), note=note)


def usual(state: LoadState, **values: Any) -> Load:
    """Invented figures of everything the Heidekreis agreement measures."""
    before, last = shift(f"{state.report_month[:4]}-01", -1), state.report_month
    figures = {"INT": 60, "INT_BD": 30, "ELB": 2000, "LZB": 1200, "LZB_4J": 700, "LLU": 1000000}
    shares = {Sex.TOTAL: 1, Sex.WOMEN: 2, Sex.MEN: 2}
    series = (
        series_of((code, sex), before, [str(value // share)] * len(span(before, last)))
        for code, value in figures.items()
        for sex, share in shares.items()
    )
    return load(state, series, **values)


def monthly(state: LoadState, table: Table, **values: Any) -> Load:
    """A load from rows "Größe | Dez 2025 | Jan 2026 | …"; an empty cell at an end is not delivered."""
    months = [month(head) for head in table[0][1:]]
    return load(state, (_series(row[0], dict(zip(months, row[1:], strict=True))) for row in table[1:]), **values)


def to_date(state: LoadState, table: Table) -> Load:
    """A load of year-to-date values from rows "Größe | Wert"."""
    return load(state, (_series(row[0] + TO_DATE, {state.report_month: row[1]}) for row in table[1:]))


def _series(name: str, cells: dict[Month, str]) -> Series:
    given = {where: cell for where, cell in cells.items() if cell}
    form = Form.YEAR_TO_DATE if name.endswith(TO_DATE) else Form.MONTHLY
    assert tuple(given) == span(min(given), max(given)), f"{name}: eine Lücke braucht ein Kennzeichen"
    values, flags = [], []
    for where, cell in given.items():
        value, _, flag = cell.rpartition(", ") if cell.split(", ")[-1] in FLAGS else (cell, "", "")
        values.append("/".join(map(number, value.split("/"))) if value else None)
        flags += [Flagged(month=where, flag=FLAGS[flag])] if flag else []
    return series_of(quantity(name.removesuffix(TO_DATE)), min(given), values, form=form, flags=tuple(flags))


def series_of(of: tuple[str, Sex], first: Month, values: Iterable[str | None], **others: Any) -> Series:
    """A series of a quantity from a month on."""
    keys = {"measure": of[0], "sex": of[1], "first": first, "definition": "2019"}
    return Series.model_validate({**keys, "values": tuple(values), **others})


def quantity(name: str) -> tuple[str, Sex]:
    """Integrationen, Frauen → INT of women."""
    what, _, sex = name.partition(", ")
    return CODES[what], SEXES[sex or "insgesamt"]


def year(number_of_year: int, column: int, table: Table) -> Load:
    """A load of a year's end from sums and means: sums spread over the months, means the same in each."""
    december = f"{number_of_year}-12"
    rows = (counted for row in table[1:] for counted in _counted(row[0], row[column]))
    return load(LoadState(report_month=december, months_waited=0), (_spread(*row, december) for row in rows))


def _counted(name: str, cell: str) -> Iterator[tuple[str, str]]:
    """What is counted; of an Integrationsquote, written 3.000/10.000, both what is divided and by what."""
    above, stroke, below = cell.partition("/")
    if not stroke:
        yield name, number(cell)
        return
    rate, comma, sex = name.partition(", ")
    assert rate == "Integrationsquote", name
    yield "Integrationen" + comma + sex, number(above)
    yield "Leistungsberechtigte im Mittel" + comma + sex, number(below)


def _spread(name: str, value: str, december: Month) -> Series:
    what, comma, sex = name.partition(", ")
    mean = " im Mittel" in what or what in STOCKS
    code, of_sex = quantity(what.removesuffix(" im Mittel") + comma + sex)
    first = shift(december, -12 if mean else -11)
    months = len(span(first, december))
    each = Decimal(value) if mean else Decimal(int(value) // 12)
    values = [each] * (months - 1) + [each if mean else Decimal(value) - each * 11]
    return series_of((code, of_sex), first, map(str, values))

"""A Land's whole delivery of invented figures: for every Jobcenter 24 months of 20 measures by sex, in two load states.

16 base quantities, and K2, INT_BD_SHARE, LZB and LLU as year-to-date values formed from them. The last month of a load
is reported too low, so that the next one differs.
"""

from collections.abc import Iterator
from decimal import Decimal

from domain.measures import EDITIONS, MeasureCode, Unit
from domain.values import Month, shift, span
from tests.figures.files import Row, figure_row

EDITION = EDITIONS["2019"]
LEFT_OUT = {"LUH", "BS_GERING", "BS_2AM"}
CODES = [one.code for one in EDITION.quantities if one.by_sex and one.code not in LEFT_OUT]
FORMED = ("K2", "INT_BD_SHARE", "LZB", "LLU")
SEXES = (("insgesamt", 3), ("Frauen", 1), ("Männer", 2))
STATES = 2
"""Load states in one delivery: the year's, and its baseline of the year before."""


def rows(carriers: range, report_month: Month) -> Iterator[Row]:
    """Every figure of some Jobcenter at a report month and at the same one a year before, twelve months each."""
    for carrier in carriers:
        for state in (shift(report_month, -12), report_month):
            for sex, share in SEXES:
                for code in CODES:
                    for month in _months(state):
                        yield _row(carrier, state, code, month, str(_figure(code, carrier, month, state, share)), sex)
                for code in FORMED:
                    for month in _months(state):
                        yield _row(carrier, state, code, month, _formed(code, carrier, month, state, share), sex, "JFW")


def _months(state: Month) -> tuple[Month, ...]:
    return span(shift(state, -11), state)


def _row(
    carrier: int, state: Month, code: MeasureCode, month: Month, cell: str, sex: str, form: str = "Monatswert"
) -> Row:
    above, _, below = cell.partition("/")
    value, above = ("", above) if below else (above, "")
    loaded = f"{shift(state, 1)}-16"
    return figure_row(
        code, month, value, sex, form=form, ags=f"03{carrier:03d}", loaded=loaded, above=above, below=below
    )


def _figure(code: MeasureCode, carrier: int, month: Month, state: Month, share: int) -> int:
    """A monthly figure; parts are half of their whole."""
    quantity, halved = EDITION.quantity(code), 1
    assert quantity is not None
    scale = 240 if quantity.unit is Unit.INTEGRATIONS else 4800
    while quantity.part_of:
        quantity, halved = EDITION.quantity(quantity.part_of), halved * 2
        assert quantity is not None
    full = scale // halved + carrier + int(month[5:]) + (0 if month[:4] == state[:4] else 1)
    return share * (full - (full // 50 if month == state else 0))


def _formed(code: MeasureCode, carrier: int, month: Month, state: Month, share: int) -> str:
    """A year-to-date value from the monthly figures of the same load."""
    months = span(f"{month[:4]}-01", month)

    def total(quantity: MeasureCode, covered: tuple[Month, ...] = months) -> int:
        return sum(_figure(quantity, carrier, one, state, share) for one in covered)

    match code:
        case "K2":
            return f"{total('INT')}/{_mean(total('ELB', tuple(shift(one, -1) for one in months)), len(months))}"
        case "INT_BD_SHARE":
            return f"{total('INT_BD')}/{total('INT')}"
        case "LZB":
            return _mean(total("LZB"), len(months))
        case _:
            return str(total("LLU"))


def _mean(total: int, months: int) -> str:
    return f"{Decimal(total) / months:.2f}"

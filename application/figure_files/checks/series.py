"""Checks of one load in itself, against the measures as an agreement pins them."""

from fractions import Fraction

from application.figure_files.checks.derived import check_formed
from application.figure_files.checks.load import COUNTABLE, Checked
from application.figure_files.checks.problems import comma
from application.figure_files.checks.sexes import check_sexes, check_shares
from application.figure_files.intake.collected import Figure, SeriesKey, SeriesRows
from domain.figures import Form
from domain.german import spoken
from domain.measures import Measure, Unit
from domain.rulebook.file_checks import KNOWN_MEASURE, NOT_NEGATIVE, PINNED, RATE_FITS, REACHES, READABLE, WHOLE
from domain.values import rounded, shift
from domain.year_to_date import cell_value


def check(load: Checked) -> None:
    """Every check a load must stand by itself."""
    known = load.terms.quantities
    versions = {load.terms.ordinance.catalogue, *(one.version for one in load.terms.own_measures)}
    for which, rows in load.series.items():
        if which.measure not in known:
            expected = f"eine Kennzahl der Fassung {load.terms.ordinance.catalogue}"
            load.problems.add(KNOWN_MEASURE, row=rows.row, column="Kennzahl", found=which.measure, expected=expected)
            continue
        if rows.definition and rows.definition not in versions:
            expected = f"die vereinbarte Fassung {load.terms.ordinance.catalogue}"
            load.problems.add(
                PINNED,
                row=rows.row,
                column="Fassung",
                about=load.about(which),
                found=rows.definition,
                expected=expected,
            )
        _signs(load, which, rows)
        _cuts(load, which, rows)
        _reach(load, which, rows)
        check_sexes(load, which, rows)
        check_formed(load, which, rows)
        check_shares(load, which, rows)


def _signs(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """Below zero, in parts, in percent: only where the quantity can be."""
    measure, monthly = load.measure(which.measure), which.form is Form.MONTHLY
    negative = measure is not None and measure.may_be_negative
    counted = monthly and load.unit(which.measure) in COUNTABLE
    for month, figure in rows.figures.items():
        if figure.cell is None:
            continue
        if figure.cell.startswith("-") and not negative:
            load.problems.add(
                NOT_NEGATIVE,
                row=figure.row,
                about=load.about(which),
                found=comma(figure.cell),
                expected="null oder mehr",
            )
        if counted and not figure.cell.lstrip("-").isdigit():
            found = f"{comma(figure.cell)} für {month}"
            load.problems.add(WHOLE, row=figure.row, about=load.about(which), found=found, expected="eine ganze Zahl")
        if figure.published is not None and measure is not None:
            _rate(load, which, measure, figure)
    if rows.percent and (measure.unit if measure else None) is not Unit.PERCENT:
        load.problems.add(
            READABLE, row=rows.percent, about=load.about(which), found="ein Prozentzeichen", expected="eine Zahl ohne %"
        )
    if rows.euro and load.unit(which.measure) is not Unit.EUR:
        load.problems.add(
            READABLE, row=rows.euro, about=load.about(which), found="ein Eurozeichen", expected="eine Zahl ohne €"
        )


def _cuts(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """A number that a comma may have cut, where it is one that can have decimals."""
    unit = load.unit(which.measure)
    whole = which.form is Form.MONTHLY and unit in COUNTABLE
    row = rows.cut_rate if unit is Unit.PERCENT else None if whole else rows.cut
    if row:
        load.problems.add(
            READABLE,
            row=row,
            about=load.about(which),
            found="eine ganze Zahl und daneben, was ihre Nachkommastellen sein können",
            expected="Semikolons als Trennzeichen; sonst ist nicht zu sehen, ob ein Komma verloren ging",
        )


def _rate(load: Checked, which: SeriesKey, measure: Measure, figure: Figure) -> None:
    assert figure.cell, "only a cell has a published value beside it"
    exact = cell_value(figure.cell, measure)
    decimals = _decimals(figure.published or "")
    if Fraction(figure.published or 0) != Fraction(rounded(exact, decimals)):
        expected = f"{spoken(rounded(exact, decimals))} aus {comma(figure.cell)}"
        load.problems.add(
            RATE_FITS, row=figure.row, about=load.about(which), found=comma(figure.published or ""), expected=expected
        )


def _reach(load: Checked, which: SeriesKey, rows: SeriesRows) -> None:
    """A series whose months add up reaches from January on; a rate of one month is whole by itself."""
    january, measure = f"{load.report_month[:4]}-01", load.measure(which.measure)
    rate = measure is not None and measure.code != measure.numerator
    if which.form is not Form.MONTHLY or rate or not rows.figures:
        return
    first, last = min(rows.figures), max(rows.figures)
    quantity = load.quantity(which.measure)
    known_until = shift(load.report_month, -max(0, (quantity.known_after if quantity else 0) - load.key.waited))
    if first > january or last < known_until:
        load.problems.add(
            REACHES,
            row=rows.row,
            about=load.about(which),
            found=f"{first} bis {last}",
            expected=f"{january} bis {known_until}",
        )


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])

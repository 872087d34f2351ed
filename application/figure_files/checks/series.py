"""Checks of one load in itself, against the measures as an agreement pins them."""

from fractions import Fraction

from application.figure_files.checks import wording
from application.figure_files.checks.derived import check_formed
from application.figure_files.checks.load import COUNTABLE, Checked
from application.figure_files.checks.sexes import check_sexes, check_shares
from application.figure_files.intake.collected import Figure, SeriesKey, SeriesRows
from domain.bare_values import cell_value
from domain.figures import Form
from domain.measures import Measure, Unit
from domain.reasons import ITSELF, Digits
from domain.rulebook.file_checks import KNOWN_MEASURE, NOT_NEGATIVE, PINNED, RATE_FITS, REACHES, READABLE, WHOLE
from domain.values import rounded, shift


def check(load: Checked) -> None:
    """Every check a load must stand by itself."""
    known = load.terms.quantities
    versions = {load.terms.ordinance.catalogue, *(one.version for one in load.terms.own_measures)}
    for which, rows in load.series.items():
        if which.measure not in known:
            expected = wording.MEASURE_OF_EDITION.of(edition=load.terms.ordinance.catalogue)
            found = ITSELF.of(value=which.measure)
            load.problems.add(KNOWN_MEASURE, row=rows.row, column="Kennzahl", found=found, expected=expected)
            continue
        if rows.definition and rows.definition not in versions:
            expected = wording.AGREED_EDITION.of(edition=load.terms.ordinance.catalogue)
            load.problems.add(
                PINNED,
                row=rows.row,
                column="Fassung",
                about=load.about(which),
                found=ITSELF.of(value=rows.definition),
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
                found=ITSELF.of(value=Digits(figure.cell)),
                expected=wording.ZERO_OR_MORE,
            )
        if counted and not figure.cell.lstrip("-").isdigit():
            found = wording.FOR_MONTH.of(value=Digits(figure.cell), month=month)
            load.problems.add(
                WHOLE, row=figure.row, about=load.about(which), found=found, expected=wording.A_WHOLE_NUMBER
            )
        if figure.published is not None and measure is not None:
            _rate(load, which, measure, figure)
    if rows.percent and (measure.unit if measure else None) is not Unit.PERCENT:
        load.problems.add(
            READABLE, row=rows.percent, about=load.about(which), found=wording.PERCENT_SIGN, expected=wording.NO_PERCENT
        )
    if rows.euro and load.unit(which.measure) is not Unit.EUR:
        load.problems.add(
            READABLE, row=rows.euro, about=load.about(which), found=wording.EURO_SIGN, expected=wording.NO_EURO
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
            found=wording.CUT,
            expected=wording.SEMICOLONS,
        )


def _rate(load: Checked, which: SeriesKey, measure: Measure, figure: Figure) -> None:
    assert figure.cell, "only a cell has a published value beside it"
    exact = cell_value(figure.cell, measure)
    decimals = _decimals(figure.published or "")
    if Fraction(figure.published or 0) != Fraction(rounded(exact, decimals)):
        load.problems.add(
            RATE_FITS,
            row=figure.row,
            about=load.about(which),
            found=ITSELF.of(value=Digits(figure.published or "")),
            expected=wording.COMPUTED_FROM.of(value=rounded(exact, decimals), cell=Digits(figure.cell)),
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
            found=wording.FROM_TO.of(first=first, last=last),
            expected=wording.FROM_TO.of(first=january, last=known_until),
        )


def _decimals(text: str) -> int:
    return len(text.partition(".")[2])

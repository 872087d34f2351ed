"""The vintage matrix: each load's value for every month of one figure, and where a later load differs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Literal
from uuid import UUID

from application.reading.parts.deliveries import DeliveryEntry
from domain import formulas
from domain.attainment import Attainment
from domain.bare_values import Delivered
from domain.facts.figures import Correction
from domain.figures import Flag, Form, Load, LoadState
from domain.lacking import Lacking
from domain.measures import EDITIONS, Measure, MeasureCode, Unit
from domain.rulebook.attainment import NO_GAP_OF_SEXES, NO_SUCH_FIGURE
from domain.terms import Sex, Terms
from domain.values import DeliveryId, Frozen, Month, Number, rounded, span
from domain.year_to_date import Value, formed


class Column(Frozen):
    """A released load. `counts` is false once a transmission error in it was put right by another."""

    delivery_id: DeliveryId
    event_id: UUID
    load_state: LoadState
    loaded_on: date
    revision: str
    corrects: Correction | None
    superseded_by: DeliveryId | None
    counts: bool


class Figure(Frozen):
    """A load's value for a month: exact as "n/d", null where a flag says why it has none.

    `changed` marks a value that differs from the last earlier load that has one for the month.
    """

    exact: str | None
    rounded: Number | None
    numerator: str | None = None
    denominator: str | None = None
    basis: Literal["computed", "delivered", "difference"]
    """Delivered where it was not recomputed, or for a difference one of its parts was not."""
    flags: tuple[Flag, ...] = ()
    changed: bool = False


class Row(Frozen):
    """A month and what each load says about it; null where a load says nothing."""

    month: Month
    figures: tuple[Figure | None, ...]


class Grid(Frozen):
    """Months by loads for one quantity or measure."""

    measure: MeasureCode
    name: str
    form: Form
    sex: Sex
    unit: Unit
    formula: str | None
    """How a value is formed; null for a base quantity, which is as it was delivered."""
    source: str | None
    rows: tuple[Row, ...]


class Matrix(Frozen):
    """The grid of one figure, the loads that are its columns, and the grids of the quantities it is formed from."""

    columns: tuple[Column, ...]
    grid: Grid
    made_of: tuple[Grid, ...]


def matrix(
    attainment: Attainment, deliveries: Iterable[DeliveryEntry], code: MeasureCode, sex: Sex, form: Form | None
) -> Matrix:
    """The matrix of a measure or base quantity, in a form (None: year-to-date for a measure, else monthly).

    Refuses a code the pinned catalogue does not know, and the gap of the sexes in what is no rate.
    """
    must_be_known(attainment.terms, code, sex)
    terms = attainment.terms
    measure = terms.measure(code)
    released = sorted(
        (entry for entry in deliveries if entry.status == "released"),
        key=lambda entry: (entry.loaded_on, entry.load_state.key),
    )
    loads = [attainment.delivered[entry.delivery_id] for entry in released]
    form = form or (Form.MONTHLY if measure is None else Form.YEAR_TO_DATE)
    if measure is None or (form is Form.MONTHLY and measure.code == measure.numerator):
        return Matrix(columns=_columns(released), grid=_quantity(attainment, loads, code, sex), made_of=())
    sexes = (Sex.WOMEN, Sex.MEN) if sex is Sex.GAP else (sex,)
    parts = dict.fromkeys(part for part in (measure.numerator, measure.denominator) if part)
    return Matrix(
        columns=_columns(released),
        grid=_measure(loads, measure, sex, form, terms.rounding.decimals),
        made_of=tuple(_quantity(attainment, loads, part, one) for one in sexes for part in parts),
    )


def must_be_known(terms: Terms, code: MeasureCode, sex: Sex) -> None:
    """Refuse a code the pinned catalogue does not know, and the gap of the sexes in what is no rate."""
    measure = terms.measure(code)
    NO_SUCH_FIGURE.refuse_if(code not in terms.quantities, measure=code)
    of_no_rate = measure is None or measure.unit is not Unit.PERCENT
    NO_GAP_OF_SEXES.refuse_if(sex is Sex.GAP and of_no_rate, measure=code)


def _columns(released: Iterable[DeliveryEntry]) -> tuple[Column, ...]:
    return tuple(
        Column(
            delivery_id=entry.delivery_id,
            event_id=entry.delivered.event_id,
            load_state=entry.load_state,
            loaded_on=entry.loaded_on,
            revision=entry.revision,
            corrects=entry.corrects,
            superseded_by=entry.superseded_by,
            counts=entry.counts,
        )
        for entry in released
    )


def _quantity(attainment: Attainment, loads: Sequence[Delivered], code: MeasureCode, sex: Sex) -> Grid:
    """A base quantity's monthly figures as they were delivered."""
    edition = EDITIONS.get(attainment.terms.ordinance.catalogue)
    known, measure = edition.quantity(code) if edition else None, attainment.terms.measure(code)
    unit = known.unit if known else measure.unit if measure else Unit.PERSONS
    months = sorted({month for load in loads for month in _covered(load.load, code, sex)})
    return Grid(
        measure=code,
        name=known.name if known else measure.name if measure else code,
        form=Form.MONTHLY,
        sex=sex,
        unit=unit,
        formula=None,
        source=None,
        rows=tuple(_row(month, [_as_delivered(load.load, code, sex, month) for load in loads]) for month in months),
    )


def _covered(load: Load, code: MeasureCode, sex: Sex) -> tuple[Month, ...]:
    series = load.find(code, Form.MONTHLY, sex)
    return span(series.first, series.last) if series else ()


def _as_delivered(load: Load, code: MeasureCode, sex: Sex, month: Month) -> Figure | None:
    series = load.find(code, Form.MONTHLY, sex)
    if series is None or not series.first <= month <= series.last:
        return None
    cell = series.at(month)
    exact = Fraction(cell) if cell is not None else None
    return Figure(
        exact=None if exact is None else str(exact),
        rounded=None if exact is None else rounded(exact, len((cell or "").partition(".")[2])),
        basis="delivered",
        flags=tuple(flag.flag for flag in series.flags if flag.month == month),
    )


def _measure(loads: Sequence[Delivered], measure: Measure, sex: Sex, form: Form, decimals: int) -> Grid:
    cells = {load.delivery_id: dict(_values(load, measure, sex, form, decimals)) for load in loads}
    months = sorted({month for of_load in cells.values() for month in of_load})
    rate = sex is Sex.GAP
    return Grid(
        measure=measure.code,
        name=measure.name,
        form=form,
        sex=sex,
        unit=Unit.PERCENTAGE_POINTS if rate else measure.unit,
        formula=formulas.said(measure, form),
        source=measure.source,
        rows=tuple(_row(month, [cells[load.delivery_id].get(month) for load in loads]) for month in months),
    )


def _values(load: Delivered, measure: Measure, sex: Sex, form: Form, decimals: int) -> Iterator[tuple[Month, Figure]]:
    """One load's value for every month it can be formed for."""
    firsts = [series.first for series in load.load.series if series.measure in {measure.code, measure.numerator}]
    for month in span(min(firsts), load.load.state.report_month) if firsts else ():
        try:
            value = formed(load, measure, sex, form, decimals, month)
        except Lacking:
            continue
        yield month, _figure(value)


def _figure(value: Value) -> Figure:
    parts = value.parts or (value,)
    flags = {flag.flag for part in parts for used in part.inputs for flag in used.flags}
    return Figure(
        exact=value.exact,
        rounded=value.rounded,
        numerator=value.numerator,
        denominator=value.denominator,
        basis="delivered" if any(part.basis == "delivered" for part in parts) else value.basis,
        flags=tuple(sorted(flags)),
    )


def _row(month: Month, figures: Sequence[Figure | None]) -> Row:
    """The figures of a month, each marked when it differs from the last one there was."""
    marked: list[Figure | None] = []
    last: str | None = None
    for figure in figures:
        changed = figure is not None and None not in {figure.exact, last} and figure.exact != last
        marked.append(figure.model_copy(update={"changed": changed}) if figure else None)
        last = (figure.exact if figure else None) or last
    return Row(month=month, figures=tuple(marked))

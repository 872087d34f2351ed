"""A load beside those that came before it: what differs, and what jumped."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from application.figure_files.checks import wording
from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import LoadKey, SeriesKey, SeriesRows
from domain.attainment import Attainment
from domain.bare_values import Delivered
from domain.facts.figures import Cause, Correction
from domain.figures import Cell, Form, Load, LoadState, Series
from domain.measures import MeasureCode, Unit
from domain.reasons import ITSELF, Digits, Reason
from domain.rulebook.file_checks import NO_JUMP, REPEATS
from domain.state import Agreement, Decision
from domain.terms import Sex, Terms
from domain.values import DeliveryId, Frozen, Month, shift, year_of

NOTEWORTHY = 20
"""Below this a change of persons, integrations or euros is chance."""
REPEATED = 3
"""So many figures of a month that are all those of the year before are no chance."""
POINTS = 1
"""Below this many percentage points a change of a rate is chance, however small the rate was."""


class LoadDifference(Frozen):
    """A figure whose value differs from an earlier load."""

    earlier: DeliveryId
    measure: MeasureCode
    form: Form
    sex: Sex
    month: Month
    was: Cell | None
    now: Cell | None


def differences(load: Load, earlier: Iterable[Delivered]) -> Iterator[LoadDifference]:
    """Figures whose value differs from an earlier load; figures present in one load only are ignored."""
    for delivered in earlier:
        for series in load.series:
            other = delivered.load.find(series.measure, series.form, series.sex)
            if other is None or (other.first == series.first and other.values == series.values):
                continue
            held = dict(zip(months_of(other.first, len(other.values)), other.values, strict=True))
            for month, now in zip(months_of(series.first, len(series.values)), series.values, strict=True):
                if month in held and held[month] != now:
                    yield LoadDifference(
                        earlier=delivered.delivery_id,
                        measure=series.measure,
                        form=series.form,
                        sex=series.sex,
                        month=month,
                        was=held[month],
                        now=now,
                    )


def months_of(first: Month, count: int) -> Iterator[Month]:
    """So many months from the first on."""
    year, number = int(first[:4]), int(first[5:]) - 1
    return (f"{year + (number + n) // 12}-{(number + n) % 12 + 1:02d}" for n in range(count))


def same_state(attainment: Attainment, agreement: Agreement, state: LoadState) -> list[Delivered]:
    """The loads of a state that were not rejected."""
    return [
        attainment.delivered[delivery_id]
        for delivery_id, delivery in agreement.deliveries.items()
        if delivery.state == state and delivery.decision is not Decision.REJECTED
    ]


def previous(attainment: Attainment, state: LoadState) -> Delivered | None:
    """The last released load before a state, waited for as long."""
    keys = [key for key in attainment.released if key[1] == state.months_waited and key[0] < state.report_month]
    loads = attainment.loads(LoadState(report_month=max(keys)[0], months_waited=max(keys)[1])) if keys else ()
    return loads[0] if loads else None


def correction_of(attainment: Attainment, load: Load, cause: Cause | None) -> Correction | None:
    """The load that a repeated delivery corrects: the counting one of its state, where they overlap."""
    covers = _covers(load)
    counting = [one for one in attainment.loads(load.state) if not covers.isdisjoint(_covers(one.load))]
    if cause is None or not counting:
        return None
    same = [one for one in counting if one.load.revision == load.revision]
    return Correction(of=(same or counting)[0].delivery_id, cause=cause)


def _covers(load: Load) -> set[tuple[MeasureCode, Form, Sex]]:
    return {(series.measure, series.form, series.sex) for series in load.series}


class Beside(NamedTuple):
    """A load another is held against, what it is to that one, and how many months its figures lie before."""

    load: Load
    what: Reason
    back: int = 0


def beside(attainment: Attainment, load: Load, cause: Cause | None, in_file: Iterable[Load]) -> list[Beside]:
    """The loads to compare with: the one it corrects, then the last before it, in the same file or released."""
    correction = correction_of(attainment, load, cause)
    corrected = [Beside(attainment.delivered[correction.of].load, wording.CORRECTED_LOAD)] if correction else []
    state, released = load.state, previous(attainment, load.state)
    before = [
        Beside(one, wording.BEFORE_IN_FILE)
        for one in in_file
        if one.state.months_waited == state.months_waited and one.state.report_month < state.report_month
    ]
    before += [Beside(released.load, wording.LOAD_BEFORE)] if released else []
    year_before = LoadState(report_month=shift(state.report_month, -12), months_waited=state.months_waited)
    a_year_ago = [one for one in in_file if one.state == year_before]
    a_year_ago += [one.load for one in attainment.loads(year_before)]
    seasonal = [Beside(one, wording.YEAR_BEFORE, 12) for one in a_year_ago]
    return [*corrected, *seasonal, *sorted(before, key=lambda one: one.load.state.report_month, reverse=True)]


def check_jumps(
    series: dict[SeriesKey, SeriesRows],
    others: Iterable[Beside],
    percent: int,
    key: LoadKey,
    terms: Terms,
    problems: Problems,
) -> None:
    """Warn of each figure that lies more than a share beside that of the first of these loads that has its series."""
    others = list(others)
    for which, rows in series.items():
        held = ((one, one.load.find(which.measure, which.form, which.sex)) for one in others)
        found = next(((one, other) for one, other in held if other), None)
        if found:
            measure = terms.measure(which.measure)
            jumped = _rate_jumped if measure and measure.unit is Unit.PERCENT else _count_jumped
            _check_jumps(which, rows, found[1], found[0], percent, key.ags, jumped, problems)
    for one in others:
        if one.back:
            _check_repeats(series, one, key, problems)


def _check_jumps(
    which: SeriesKey,
    rows: SeriesRows,
    other: Series,
    beside: Beside,
    percent: int,
    ags: str,
    jumped: Callable[[Fraction, Fraction, Fraction], bool],
    problems: Problems,
) -> None:
    share = Fraction(percent, 100)
    for month, figure in rows.figures.items():
        meant = shift(month, -beside.back)
        compared = meant if beside.back or other.at(meant) or meant <= other.last else other.last
        was = other.at(compared)
        if not was or not figure.cell or (meant != compared and which.form is Form.YEAR_TO_DATE):
            continue
        if jumped(number_of(was), number_of(figure.cell), share):
            problems.add(
                NO_JUMP,
                row=figure.row,
                about=wording.OF_SERIES_MONTH.of(
                    carrier=ags, measure=which.measure, form=which.form, sex=which.sex, month=month
                ),
                found=ITSELF.of(value=Digits(figure.cell)),
                expected=wording.AT_MOST_BESIDE.of(
                    percent=percent, value=Digits(was), month=compared, load=beside.what.said()
                ),
            )


def _check_repeats(series: dict[SeriesKey, SeriesRows], beside: Beside, key: LoadKey, problems: Problems) -> None:
    """Warn of each month whose figures are all those of the year before: a column pasted into the wrong place."""
    pairs: dict[Month, list[tuple[str, Cell, int]]] = {}
    for which, rows in series.items():
        other = beside.load.find(which.measure, which.form, which.sex)
        for month, figure in rows.figures.items() if other else ():
            was = other.at(shift(month, -beside.back)) if other else None
            in_year = year_of(month) == year_of(beside.load.state.report_month) + beside.back // 12
            if was and figure.cell and in_year and number_of(was) >= NOTEWORTHY:
                pairs.setdefault(month, []).append((figure.cell, was, figure.row))
    for month, found in sorted(pairs.items()):
        if len(found) >= REPEATED and all(now == was for now, was, _ in found):
            problems.add(
                REPEATS,
                row=found[0][2],
                about=wording.OF_MONTH.of(carrier=key.ags, month=month),
                found=wording.ALL_ALIKE.of(count=len(found), month=shift(month, -beside.back)),
                expected=wording.OTHER_NUMBERS,
            )


def _count_jumped(old: Fraction, new: Fraction, share: Fraction) -> bool:
    return abs(old) >= NOTEWORTHY and abs(new - old) > share * abs(old)


def _rate_jumped(old: Fraction, new: Fraction, share: Fraction) -> bool:
    return abs(new - old) >= POINTS and abs(new - old) > share * abs(old)


def number_of(cell: Cell) -> Fraction:
    """A figure as a number; a rate given as a fraction in percent."""
    above, _, below = cell.partition("/")
    return Fraction(above) / Fraction(below or 1) * (100 if below else 1)

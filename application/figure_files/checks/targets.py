"""What a load can be judged by: the values its agreement's lines need, the series of the load before, one revision."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from application.figure_files.checks import wording
from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import SeriesKey
from application.figure_files.intake.loads import SeriesOfLoad, first_row
from domain.attainment import Attainment
from domain.bare_values import Delivered
from domain.figures import Load, LoadState, SeriesNames
from domain.lacking import SERIES_LACKING, Lacking, NotYetKnown
from domain.line_load_states import baseline_state, own_state
from domain.measures import MeasureCode
from domain.pairs import values
from domain.reasons import Reason, Said
from domain.rulebook.file_checks import BASELINE, CARRIES_LINES, SAME_REVISION, SERIES_AS_BEFORE
from domain.supplementary import is_published
from domain.terms import Line, Quantity
from domain.values import year_of
from domain.year_to_date import Value

_UNRECORDED = UUID(int=0)
_THIS = "diese-datei"
IN_THE_FILE = Reason("series_not_in_file", "die Datei enthält {quantity} ({sex}) nicht.")


def check_lines(
    stand: Attainment, load: Load, series: SeriesOfLoad, in_file: Sequence[Load], problems: Problems
) -> None:
    """Warn of every line the load cannot carry, and of another revision; a figure that was not read is not lacking."""
    loaded = with_loads(stand, (*in_file, load)).at(load.state.report_month)
    about, row = wording.LOAD_STATE.of(state=load.state), first_row(series)
    unread = {which.measure for which, rows in series.items() if rows.unread}
    lacking = [*_lacking(loaded, load.state, unread)]
    published = all(is_published(stand.terms, one) for one in load.series)
    for found in _as_published(lacking, stand, load) if published else map(_named, lacking):
        problems.add(CARRIES_LINES, row=row, about=about, found=found, expected=wording.CARRIES_EACH)
    for one in _without_baseline(loaded, load.state):
        problems.add(BASELINE, row=row, about=about, found=_named(one), expected=wording.COMPARABLE)
    for mixed in _mixed(loaded, load.state):
        problems.add(SAME_REVISION, row=row, about=about, found=mixed, expected=wording.SAME_REVISION)


def check_series(load: Load, before: Delivered | None, series: SeriesOfLoad, problems: Problems) -> None:
    """Warn of series that the load before had and this one has not, not even unread."""
    had = {SeriesKey(one.measure, one.form, one.sex) for one in before.load.series} if before else set()
    gone = tuple(sorted(had.difference(series)))
    if gone and before:
        found = wording.WITHOUT_SERIES.of(series=SeriesNames(gone), delivery=before.delivery_id)
        problems.add(
            SERIES_AS_BEFORE,
            row=first_row(series),
            about=wording.LOAD_STATE.of(state=load.state),
            found=found,
            expected=wording.SAME_SERIES,
        )


def with_loads(stand: Attainment, loads: Sequence[Load]) -> Attainment:
    """The same with these loads as if they were released."""
    released = dict(stand.released)
    for load in loads:
        delivered = Delivered(delivery_id=_THIS, event_id=_UNRECORDED, load=load)
        released[load.state.key] = (*released.get(load.state.key, ()), delivered)
    return replace(stand, released=released)


def _named(lacking: tuple[Line, str]) -> Reason:
    line, why = lacking
    return wording.LINE.of(line=line.id, says=line.says.rstrip("."), why=why)


def _as_published(lacking: Sequence[tuple[Line, str]], stand: Attainment, load: Load) -> Iterator[Reason]:
    """One sentence about published rates that come alone; none where they stand beside another load."""
    if lacking and not stand.loads(load.state):
        yield wording.AS_PUBLISHED.of(lines=tuple(line.id for line, _ in lacking))


def _lacking(loaded: Attainment, state: LoadState, unread: set[MeasureCode]) -> Iterator[tuple[Line, str]]:
    """Lines of which the load of this state does not give the value, and what is missing."""
    for line in loaded.terms.lines:
        measure = loaded.terms.measure(line.measure)
        assert measure is not None, "terms are refused unless every measure is known"
        if own_state(line, state) != state or not _asked(loaded, line, state):
            continue
        if unread & {measure.code, measure.numerator, measure.denominator}:
            continue
        try:
            _values(loaded, line, state)
        except NotYetKnown:
            continue
        except Lacking as why:
            yield line, _of_the_file(why)


def _asked(loaded: Attainment, line: Line, state: LoadState) -> bool:
    """Whether a line reads this load state: of its own year, or as what it compares with."""
    year = loaded.terms.year
    compared = line.quantity is not Quantity.LEVEL and baseline_state(line, state.in_year(year)) == state
    return year_of(state.report_month) == year or compared


def _compared(loaded: Attainment, state: LoadState) -> Iterator[tuple[Line, list[Value], LoadState]]:
    """Lines that compare what a file gives them with another year: their values, and the load state of that year."""
    for line in loaded.terms.lines if year_of(state.report_month) == loaded.terms.year else ():
        if line.quantity is not Quantity.LEVEL and own_state(line, state) == state:
            with suppress(Lacking):
                currents = _values(loaded, line, state)
                if any(map(_of_this_file, currents)):
                    yield line, currents, baseline_state(line, state)


def _of_this_file(value: Value) -> bool:
    return any(used.delivery_id == _THIS for one in (value.parts or (value,)) for used in one.inputs)


def _without_baseline(loaded: Attainment, state: LoadState) -> Iterator[tuple[Line, str]]:
    """Lines that have a value and nothing to compare it with, and what is missing."""
    for line, _, before in _compared(loaded, state):
        try:
            _values(loaded, line, before)
        except Lacking as why:
            yield line, why.says


def _of_the_file(why: Lacking) -> str:
    """What is lacking, of the file that is looked at, which is no delivery yet."""
    reason = why.says.source if isinstance(why.says, Said) else None
    if not isinstance(reason, Reason) or reason.code != SERIES_LACKING.code:
        return why.says
    return IN_THE_FILE.said(**dict(reason.values))


def _mixed(loaded: Attainment, state: LoadState) -> Iterator[Reason]:
    """Each line that would compare two revisions, and which."""
    for line, currents, at in _compared(loaded, state):
        now = {one.revision for one in currents}
        with suppress(Lacking):
            before = [one.revision for one in _values(loaded, line, at)]
            if now.isdisjoint(before):
                revisions = {"before": before[0], "current": sorted(now)[0]}
                if line.base_year:
                    yield wording.MIXED.of(line=line.id, year=line.base_year, **revisions)
                else:
                    yield wording.MIXED_BEFORE.of(line=line.id, **revisions)


def _values(loaded: Attainment, line: Line, state: LoadState) -> list[Value]:
    measure = loaded.terms.measure(line.measure)
    assert measure is not None, "terms are refused unless every measure is known"
    return values(loaded, measure, line.sex, state, line.form)

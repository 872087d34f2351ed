"""What a load can be judged by: the values its agreement's lines need, the series of the load before, one revision."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from application.figure_files.checks.problems import Problems
from domain.attainment import Attainment
from domain.figures import Load, LoadState, SeriesNames
from domain.pairs import values
from domain.rulebook.file_checks import CARRIES_LINES, SAME_REVISION, SERIES_AS_BEFORE
from domain.standing import baseline_state, own_state
from domain.terms import Line, Quantity
from domain.values import year_of
from domain.year_to_date import Delivered, Lacking, NotYetKnown

_UNRECORDED = UUID(int=0)


def check_lines(stand: Attainment, load: Load, row: int, in_file: Sequence[Load], problems: Problems) -> None:
    """Warn of every line the load cannot carry, of series that the load before had, and of another revision."""
    loaded = with_loads(stand, (*in_file, load)).at(load.state.report_month)
    about = f"Ladestand {load.state}"
    for line, why in _lacking(loaded, load.state):
        found = f"Zeile {line.id} ({line.says.rstrip('.')}): {why}"
        problems.add(CARRIES_LINES, row=row, about=about, found=found, expected="eine Ladung, die jede Zeile trägt")
    for line, mixed in _mixed(loaded, load.state):
        problems.add(
            SAME_REVISION, row=row, about=about, found=f"Zeile {line.id}: {mixed}", expected="dieselbe Revision"
        )


def check_series(load: Load, before: Delivered | None, row: int, problems: Problems) -> None:
    """Warn of series that the load before had and this one has not."""
    had = {(one.measure, one.form, one.sex) for one in before.load.series} if before else set()
    gone = tuple(sorted(had - {(one.measure, one.form, one.sex) for one in load.series}))
    if gone and before:
        found = f"ohne {SeriesNames(gone).in_german()}, anders als {before.delivery_id}"
        problems.add(
            SERIES_AS_BEFORE, row=row, about=f"Ladestand {load.state}", found=found, expected="dieselben Reihen"
        )


def with_loads(stand: Attainment, loads: Sequence[Load]) -> Attainment:
    """The same with these loads as if they were released."""
    released = dict(stand.released)
    for load in loads:
        delivered = Delivered(delivery_id="diese-datei", event_id=_UNRECORDED, load=load)
        released[load.state.key] = (*released.get(load.state.key, ()), delivered)
    return replace(stand, released=released)


def _lacking(loaded: Attainment, state: LoadState) -> Iterator[tuple[Line, str]]:
    """Lines of which the load of this state does not give the value, and what is missing."""
    for line in loaded.terms.lines:
        measure = loaded.terms.measure(line.measure)
        if measure is None or own_state(line, state) != state or not _asked(loaded, line, state):
            continue
        try:
            values(loaded, measure, line.sex, state, line.form)
        except NotYetKnown:
            continue
        except Lacking as why:
            yield line, str(why)


def _asked(loaded: Attainment, line: Line, state: LoadState) -> bool:
    """Whether a line reads this load state: of its own year, or as what it compares with."""
    year = loaded.terms.year
    compared = line.quantity is not Quantity.LEVEL and baseline_state(line, state.in_year(year)) == state
    return year_of(state.report_month) == year or compared


def _mixed(loaded: Attainment, state: LoadState) -> Iterator[tuple[Line, str]]:
    """Lines that would compare two revisions, and which."""
    if year_of(state.report_month) != loaded.terms.year:
        return
    for line in loaded.terms.lines:
        measure = loaded.terms.measure(line.measure)
        if measure is None or line.quantity is Quantity.LEVEL:
            continue
        try:
            now = {one.revision for one in values(loaded, measure, line.sex, state, line.form)}
            before = [one.revision for one in values(loaded, measure, line.sex, baseline_state(line, state), line.form)]
        except Lacking:
            continue
        if now.isdisjoint(before):
            compared = f"verglichen würden „{sorted(now)[0]}“ und „{before[0]}“"
            yield line, f"Vorjahr nur in der Revision „{before[0]}“; {compared}"

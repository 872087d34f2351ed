"""Which load states a line is read at, is compared with, and rests on."""

from collections.abc import Iterator

from domain.figures import LoadState, load_state
from domain.terms import Line
from domain.values import Month


def baseline_state(line: Line, state: LoadState) -> LoadState:
    """The load state a line compares with: the same one of the year before, or of the base year it names."""
    return state.year_before() if line.base_year is None else state.in_year(line.base_year)


def own_state(line: Line, state: LoadState) -> LoadState:
    """The load state a line is read at: with the line's own wait if it names one, else as asked."""
    return state if line.months_waited is None else load_state(state.report_month, line.months_waited)


def own_wait(line: Line, asked: LoadState | None) -> int | None:
    """The wait a line names for itself, where it differs from that of the load state asked for."""
    return None if asked and line.months_waited == asked.months_waited else line.months_waited


def rests_on(lines: Iterator[Line], state: LoadState) -> frozenset[tuple[Month, int]]:
    """Every load state that a reading of these lines rests on."""
    own = [(line, own_state(line, state)) for line in lines]
    pairs = ((at, baseline_state(line, at)) for line, at in own)
    return frozenset(one.key for pair in (*pairs, (state, state.year_before())) for one in pair)

"""Due for figures: loads, their release, and a word on lines off course."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import BOTH, LAND, DueKind, Waits
from domain.figures import LoadState, load_state
from domain.line_load_states import rests_on
from domain.reasons import Reason
from domain.rulebook.judging import waited_for
from domain.state import Agreement, Decision, Status
from domain.values import shift, span

EXPECTED_ON = 20
"""Day of the month after the report month (and the months waited) from which on a load is missing.

No rhythm is agreed; one delivery per report month is the documented reading of III.3.2-D, the day is this service's.
"""

_NOT_DELIVERED = Reason(
    DueKind.LOAD_EXPECTED, "Für den Berichtsmonat {month} sind noch keine Daten {waited} geliefert."
)
_NOT_DECIDED = Reason(DueKind.LOAD_UNRELEASED, "Über die Lieferung für {state} ist noch nicht entschieden.")
_NOT_ON_COURSE = Reason(
    DueKind.OFF_COURSE, "Nicht auf Kurs im Berichtsmonat {month}, ohne Dialog und festgehaltene Abweichung: {line}."
)


def _expected(case: Case) -> Iterator[Waits]:
    if case.agreement.status is not Status.IN_FORCE:
        return
    agreement = case.agreement
    for state, expected_on in not_delivered(agreement):
        month, waited = state.key
        usual = waited == agreement.history.at(month).terms.dialogs.months_waited
        yield Waits(
            _NOT_DELIVERED.of(month=month, waited=waited_for(waited)),
            "III.3.2-D",
            LAND,
            expected_on,
            month if usual else f"{month}+{waited}",
        )


def not_delivered(agreement: Agreement) -> Iterator[tuple[LoadState, date]]:
    """Load states of the agreement's year for which there is no delivery but rejected ones, and when each is missed.

    Those of the wait agreed for dialogs, and of every wait a line names for itself.
    """
    there = {delivery.state for delivery in agreement.deliveries.values() if delivery.decision != Decision.REJECTED}
    for month in span(f"{agreement.terms.year}-01", f"{agreement.terms.year}-12"):
        terms = agreement.history.at(month).terms
        own = {line.months_waited for line in terms.lines if line.months_waited is not None}
        for waited in sorted({terms.dialogs.months_waited, *own}):
            state = load_state(month, waited)
            if state not in there:
                yield state, date.fromisoformat(f"{shift(month, 1 + waited)}-{EXPECTED_ON}")


def _unreleased(case: Case) -> Iterator[Waits]:
    for delivery_id, delivery in case.agreement.deliveries.items():
        if delivery.decision is Decision.PENDING:
            yield Waits(
                _NOT_DECIDED.of(state=delivery.state),
                "III.3.2-D",
                LAND,
                delivery.on,
                delivery_id,
            )


def _off_course(case: Case) -> Iterator[Waits]:
    """Lines off course at the latest month about which nobody has spoken since: no deviation noted, no dialog held."""
    state = case.latest
    talked_about = case.milestones.talked_about or ""
    if case.agreement.status is not Status.IN_FORCE or state is None or talked_about >= state.report_month:
        return
    for line in case.goals.off_course:
        if case.milestones.deviations.get(line.line_id, "") < state.report_month:
            yield Waits(
                _NOT_ON_COURSE.of(month=state.report_month, line=line.says.rstrip(".")),
                "III.3.1",
                BOTH,
                _released_on(case, state),
                f"{line.line_id}:{state.report_month}",
            )


def _released_on(case: Case, state: LoadState) -> date:
    """The day of the last release that the comparison rests on."""
    agreement = case.agreement
    states = rests_on(agreement.history.at(state.report_month).terms.lines, state)
    return max(
        delivery.released_on
        for delivery in agreement.deliveries.values()
        if delivery.released_on is not None and delivery.state.key in states
    )


WAITING = (_expected, _unreleased, _off_course)

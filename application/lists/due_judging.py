"""What judging waits for: open goals, the final dialog, the assessment, the county's answer, a second look."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import BOTH, COUNTY, LAND, DueKind, Waits
from domain.assessing import open_items
from domain.facts import (
    AssessmentAcknowledged,
    AssessmentContested,
    AssessmentRevised,
    ContestAnswered,
    FiguresReleased,
    FinalAssessmentMade,
    NoAnswerRecorded,
)
from domain.facts.dialogs import DialogKind
from domain.figures import LoadState
from domain.german import german, spoken
from domain.record import Fact
from domain.state import Answer, Status
from domain.terms import GoalKind


def waiting(case: Case) -> Iterator[Waits]:
    """Everything of this stage."""
    if case.agreement.status is Status.IN_FORCE:
        yield from _goals(case)
        yield _assessment(case)
    if case.agreement.status is Status.ASSESSED:
        yield from _answer(case)
    if case.agreement.status in {Status.ASSESSED, Status.CLOSED}:
        yield from _review(case)


def _goals(case: Case) -> Iterator[Waits]:
    """Individual goals with something open once the year is over; the final assessment would stand still."""
    agreement = case.agreement
    for goal in agreement.terms.goals:
        still_open = open_items(agreement, goal) if goal.kind is GoalKind.INDIVIDUAL else ()
        if still_open:
            yield Waits(
                DueKind.GOAL_OPEN,
                goal.clause,
                f"Bei Ziel {goal.id} sind Schritte oder Kriterien offen: {', '.join(still_open)}.",
                BOTH,
                date(agreement.terms.year + 1, 1, 1),
                goal.id,
                due_by=agreement.terms.assessment.closes_on,
            )


def _assessment(case: Case) -> Waits:
    agreement, window = case.agreement, case.agreement.terms.assessment
    held = [d.held_on for d in agreement.dialogs.values() if d.kind is DialogKind.FINAL and d.held_on is not None]
    if held:
        says = f"Der Abschlussdialog ist am {spoken(min(held))} geführt; die Gesamtbewertung steht aus."
        return Waits(DueKind.ASSESSMENT, "III.3.3", says, LAND, min(held), "assessment", due_by=window.closes_on)
    days = f"{spoken(window.opens_on)} bis {spoken(window.closes_on)}"
    says = f"Der Abschlussdialog zur Gesamtbewertung ist noch nicht geführt; Zeitraum {days}."
    return Waits(DueKind.FINAL_DIALOG, "III.3.3", says, BOTH, window.opens_on, "dialog", due_by=window.closes_on)


def _answer(case: Case) -> Iterator[Waits]:
    judged, _ = _last(case, FinalAssessmentMade, AssessmentRevised)
    match case.agreement.answer:
        case None:
            says = f"Der Landkreis hat auf die Gesamtbewertung vom {spoken(judged)} noch nicht geantwortet."
            yield Waits(DueKind.COUNTY_ANSWER, "III.3.3", says, COUNTY, judged, "answer")
        case Answer.CONTESTED:
            contested, _ = _last(case, AssessmentContested)
            says = f"Auf die Beanstandung vom {spoken(contested)} ist noch nicht geantwortet."
            yield Waits(DueKind.CONTEST, "III.3.3", says, LAND, contested, "contest")
        case answer:
            answered, _ = _last(case, AssessmentAcknowledged, ContestAnswered, NoAnswerRecorded)
            says = f"Zur Gesamtbewertung liegt vor: {german(answer)}. Die Vereinbarung ist abzuschließen."
            yield Waits(DueKind.CLOSING, "III.3.3", says, LAND, answered, "closing")


def _review(case: Case) -> Iterator[Waits]:
    """Year-end figures as agreed that were released after the assessment; settled ones (another wait) never count."""
    agreement, month = case.agreement, f"{case.agreement.terms.year}-12"
    waited = agreement.history.at(month).terms.assessment.months_waited
    decided = LoadState(report_month=month, months_waited=waited)
    _, position = _last(case, FinalAssessmentMade, AssessmentRevised)
    for record in case.counting:
        if isinstance(record.fact, FiguresReleased) and record.position > position:
            state = agreement.deliveries[record.fact.delivery_id].state
            if state in {decided, decided.year_before()}:
                yield Waits(
                    DueKind.REVIEW,
                    "III.3.3",
                    f"Nach der Gesamtbewertung wurde die Lieferung „{record.fact.delivery_id}“ ({state}) freigegeben; "
                    "die Bewertung ist zu prüfen.",
                    LAND,
                    record.occurred_on,
                    record.fact.delivery_id,
                )


def _last(case: Case, *facts: type[Fact]) -> tuple[date, int]:
    """Day and position of the last such record."""
    return next((r.occurred_on, r.position) for r in reversed(case.counting) if isinstance(r.fact, facts))

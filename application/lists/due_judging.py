"""Due for judging: open goals, the final dialog, the assessment, the county's answer, a second look."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import BOTH, COUNTY, LAND, DueKind, Waits
from domain.assessing import open_items, said_open
from domain.facts import (
    AssessmentAcknowledged,
    AssessmentContested,
    AssessmentRevised,
    ContestAnswered,
    FinalAssessmentMade,
    NoAnswerRecorded,
)
from domain.facts.dialogs import DialogKind
from domain.figures import LoadState
from domain.german import german, spoken
from domain.state import Answer, Status
from domain.terms import GoalKind


def _goals(case: Case) -> Iterator[Waits]:
    """Individual goals with something open once the year is over; the final assessment would stand still."""
    agreement = case.agreement
    for goal in agreement.terms.goals if agreement.status is Status.IN_FORCE else ():
        if goal.kind is GoalKind.INDIVIDUAL and open_items(agreement, goal):
            yield Waits(
                DueKind.GOAL_OPEN,
                goal.clause,
                f"Ziel {goal.id} ({goal.title}): {said_open(agreement, goal)}.",
                BOTH,
                date(agreement.terms.year + 1, 1, 1),
                goal.id,
                due_by=agreement.terms.assessment.closes_on,
            )


def _assessment(case: Case) -> Iterator[Waits]:
    agreement, window = case.agreement, case.agreement.terms.assessment
    if agreement.status is not Status.IN_FORCE:
        return
    held = [d.held_on for d in agreement.dialogs.values() if d.kind is DialogKind.FINAL and d.held_on is not None]
    if held:
        says = f"Der Abschlussdialog ist am {spoken(min(held))} geführt; die Gesamtbewertung steht aus."
        yield Waits(DueKind.ASSESSMENT, "III.3.3", says, LAND, min(held), "assessment", due_by=window.closes_on)
        return
    days = f"{spoken(window.opens_on)} bis {spoken(window.closes_on)}"
    says = f"Der Abschlussdialog zur Gesamtbewertung ist noch nicht geführt; Zeitraum {days}."
    yield Waits(DueKind.FINAL_DIALOG, "III.3.3", says, BOTH, window.opens_on, "dialog", due_by=window.closes_on)


def _answer(case: Case) -> Iterator[Waits]:
    if case.agreement.status is not Status.ASSESSED:
        return
    judged = case.milestones.last_of(FinalAssessmentMade, AssessmentRevised).on
    match case.agreement.answer:
        case None:
            says = f"Der Landkreis hat auf die Gesamtbewertung vom {spoken(judged)} noch nicht geantwortet."
            yield Waits(DueKind.COUNTY_ANSWER, "III.3.3", says, COUNTY, judged, "answer")
        case Answer.CONTESTED:
            contested = case.milestones.last_of(AssessmentContested).on
            says = f"Auf die Beanstandung vom {spoken(contested)} ist noch nicht geantwortet."
            yield Waits(DueKind.CONTEST, "III.3.3", says, LAND, contested, "contest")
        case answer:
            answered = case.milestones.last_of(AssessmentAcknowledged, ContestAnswered, NoAnswerRecorded).on
            says = f"Zur Gesamtbewertung liegt vor: {german(answer)}. Die Vereinbarung ist abzuschließen."
            yield Waits(DueKind.CLOSING, "III.3.3", says, LAND, answered, "closing")


def _review(case: Case) -> Iterator[Waits]:
    """Year-end figures as agreed that were released after the assessment; settled ones (another wait) never count."""
    if case.agreement.status not in {Status.ASSESSED, Status.CLOSED}:
        return
    agreement, month = case.agreement, f"{case.agreement.terms.year}-12"
    waited = agreement.history.at(month).terms.assessment.months_waited
    decided = LoadState(report_month=month, months_waited=waited)
    position = case.milestones.last_of(FinalAssessmentMade, AssessmentRevised).position
    for delivery_id, released in case.milestones.releases:
        if released.position > position:
            state = agreement.deliveries[delivery_id].state
            if state in {decided, decided.year_before()}:
                yield Waits(
                    DueKind.REVIEW,
                    "III.3.3",
                    f"Nach der Gesamtbewertung wurde die Lieferung „{delivery_id}“ ({state}) freigegeben; "
                    "die Bewertung ist zu prüfen.",
                    LAND,
                    released.on,
                    delivery_id,
                )


WAITING = (_goals, _assessment, _answer, _review)

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
from domain.line_load_states import rests_on
from domain.reasons import Reason
from domain.state import Answer, Status
from domain.terms import GoalKind

_OPEN = Reason(DueKind.GOAL_OPEN, "Ziel {goal} ({title}): {open}.")
_NOT_ASSESSED = Reason(DueKind.ASSESSMENT, "Der Abschlussdialog ist am {day} geführt; die Gesamtbewertung steht aus.")
_NO_FINAL_DIALOG = Reason(
    DueKind.FINAL_DIALOG,
    "Der Abschlussdialog zur Gesamtbewertung ist noch nicht geführt; Zeitraum {opens} bis {closes}.",
)
_NO_ANSWER = Reason(
    DueKind.COUNTY_ANSWER, "Der Landkreis hat auf die Gesamtbewertung vom {day} noch nicht geantwortet."
)
_CONTESTED = Reason(DueKind.CONTEST, "Auf die Beanstandung vom {day} ist noch nicht geantwortet.")
_NOT_CLOSED = Reason(DueKind.CLOSING, "Zur Gesamtbewertung liegt vor: {answer}. Die Vereinbarung ist abzuschließen.")
_TO_REVIEW = Reason(
    DueKind.REVIEW,
    "Nach der Gesamtbewertung wurde die Lieferung „{delivery}“ ({state}) freigegeben; die Bewertung ist zu prüfen.",
)


def _goals(case: Case) -> Iterator[Waits]:
    """Individual goals with something open once the year is over; the final assessment would stand still."""
    agreement = case.agreement
    for goal in agreement.terms.goals if agreement.status is Status.IN_FORCE else ():
        if goal.kind is GoalKind.INDIVIDUAL and open_items(agreement, goal):
            yield Waits(
                _OPEN.of(goal=goal.id, title=goal.title, open=said_open(agreement, goal)),
                goal.clause,
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
        says = _NOT_ASSESSED.of(day=min(held))
        yield Waits(says, "III.3.3", LAND, min(held), "assessment", due_by=window.closes_on)
        return
    says = _NO_FINAL_DIALOG.of(opens=window.opens_on, closes=window.closes_on)
    yield Waits(says, "III.3.3", BOTH, window.opens_on, "dialog", due_by=window.closes_on)


def _answer(case: Case) -> Iterator[Waits]:
    if case.agreement.status is not Status.ASSESSED:
        return
    judged = case.milestones.last_of(FinalAssessmentMade, AssessmentRevised).on
    match case.agreement.answer:
        case None:
            yield Waits(_NO_ANSWER.of(day=judged), "III.3.3", COUNTY, judged, "answer")
        case Answer.CONTESTED:
            contested = case.milestones.last_of(AssessmentContested).on
            yield Waits(_CONTESTED.of(day=contested), "III.3.3", LAND, contested, "contest")
        case answer:
            answered = case.milestones.last_of(AssessmentAcknowledged, ContestAnswered, NoAnswerRecorded).on
            yield Waits(_NOT_CLOSED.of(answer=answer), "III.3.3", LAND, answered, "closing")


def _review(case: Case) -> Iterator[Waits]:
    """Year-end figures as agreed that were released after the assessment; those of a wait nobody agreed never count."""
    if case.agreement.status not in {Status.ASSESSED, Status.CLOSED}:
        return
    agreement, month = case.agreement, f"{case.agreement.terms.year}-12"
    terms = agreement.history.at(month).terms
    decided = LoadState(report_month=month, months_waited=terms.assessment.months_waited)
    behind = rests_on(terms.lines, decided)
    position = case.milestones.last_of(FinalAssessmentMade, AssessmentRevised).position
    for delivery_id, released in case.milestones.releases:
        if released.position > position:
            state = agreement.deliveries[delivery_id].state
            if state.key in behind:
                yield Waits(
                    _TO_REVIEW.of(delivery=delivery_id, state=state),
                    "III.3.3",
                    LAND,
                    released.on,
                    delivery_id,
                )


WAITING = (_goals, _assessment, _answer, _review)

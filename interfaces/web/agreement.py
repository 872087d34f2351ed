"""The page of an agreement: its life, where each goal stands, what comes next, what is to be appraised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from fastapi import APIRouter, Request, Response

from application.lists.courses import Course, due_of
from domain import supplementary
from domain.assessing import to_appraise
from domain.facts.dialogs import DialogKind
from domain.figures import LoadState
from domain.record import Record
from domain.results import GoalResult, LineResult
from domain.state import ENDED, Agreement, Dialog, Status
from domain.terms import Goal
from domain.values import Month
from interfaces.german import decision as deciding
from interfaces.german import numbers
from interfaces.german.chart import Chart, chart
from interfaces.german.subjects import subject
from interfaces.web.asking import AgreementPath, TheKnown, TheMonth, TheSystem
from interfaces.web.offered import can_do
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor
from interfaces.web.start import next_steps
from interfaces.web.tabs import about

router = APIRouter(route_class=PageRoute, include_in_schema=False)
LATEST_SHOWN, NEXT_SHOWN = 6, 7


@dataclass(frozen=True, slots=True)
class Station:
    """A station of an agreement's life: passed, under way, or to come."""

    title: str
    says: str
    state: str


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line's result with its chart, and whether it narrows the one before it down to a sex."""

    result: LineResult
    chart: Chart | None
    narrows: bool


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A goal as agreed, its lines as they stand, and the figures shown beside them."""

    goal: Goal
    result: GoalResult
    lines: tuple[LineShown, ...]
    beside: tuple[LineResult, ...]


@router.get("/vereinbarungen/{agreement_id}", operation_id="page_agreement")
def show_agreement(
    request: Request, system: TheSystem, actor: TheActor, agreement_id: AgreementPath, known: TheKnown, month: TheMonth
) -> Response:
    """An agreement at a month, as known now or at an instant."""
    case = system.courses.course(actor, agreement_id, known_at=known.at)
    latest = case.attainment.latest_month()
    at = month or latest
    return page(
        request,
        "agreement.html",
        **about(case, known, ""),
        acts=dict(can_do(case.agreement, actor.role)) if known.at is None else {},
        month=at,
        months=case.months,
        load=_load(case, at),
        stations=tuple(stations(case.agreement)),
        deciding=deciding,
        decided=system.queries.decision(actor, agreement_id, known_at=known.at),
        goals=tuple(_goals(case, at)),
        due=next_steps(due_of(case), actor, system.service.today())[:NEXT_SHOWN] if known.at is None else [],
        today=system.service.today(),
        to_appraise=to_appraise(case.agreement),
        appraised={one.reference: one for one in case.agreement.assessment.addressed}
        if case.agreement.assessment
        else {},
        latest=tuple(reversed(case.records[-LATEST_SHOWN:])),
        subjects={one.version: subject(one.fact, case.agreement) for one in case.records[-LATEST_SHOWN:]},
        ENDED=ENDED,
    )


def _load(case: Course, month: Month | None) -> Record | None:
    """The record of the load that counts for a month, if there is one."""
    if month is None:
        return None
    loads = case.attainment.loads(LoadState(report_month=month, months_waited=case.waited(month)))
    return next((record for record in case.records if loads and record.event_id == loads[-1].event_id), None)


def _goals(case: Course, month: Month | None) -> Iterator[GoalShown]:
    agreed = {goal.id: goal for goal in case.attainment.at(month).terms.goals}
    courses = case.lines_until(month)
    for result in case.goals_at(month):
        goal = agreed[result.goal_id]
        shown = []
        for number, line in enumerate(result.lines):
            before = result.lines[number - 1] if number else None
            narrows = before is not None and _narrows(line, before)
            shown.append(LineShown(line, chart(line.says, courses.get(line.line_id, ()), month), narrows))
        beside = supplementary.beside(case.attainment.at(month), goal, result.load_state) if result.load_state else ()
        yield GoalShown(goal, result, tuple(shown), beside)


def _narrows(line: LineResult, before: LineResult) -> bool:
    """Whether a line says for a sex what the one before it said."""
    figure = (line.measure, line.form, line.base_year, line.months_waited)
    other = (before.measure, before.form, before.base_year, before.months_waited)
    return figure == other and line.sex is not before.sex


def stations(agreement: Agreement) -> Iterator[Station]:
    """The life as a line: drafted, in force, each dialog, assessed, closed."""
    yield Station("Entworfen", numbers.day(agreement.drafted_on), "done")
    yield _binding(agreement)
    if agreement.status in {Status.WITHDRAWN, Status.TERMINATED}:
        yield Station("Zurückgezogen" if agreement.status is Status.WITHDRAWN else "Gekündigt", "", "done")
        return
    talks = [dialog for dialog in agreement.dialogs.values() if not dialog.cancelled or dialog.held_on]
    yield from _talks([dialog for dialog in talks if dialog.kind is not DialogKind.FINAL], agreement)
    yield _assessed(agreement)
    closed = agreement.status is Status.CLOSED
    yield Station("Abschluss", "abgeschlossen" if closed else "offen", "done" if closed else "next")


def _binding(agreement: Agreement) -> Station:
    if agreement.binding_since:
        return Station("In Kraft", numbers.day(agreement.binding_since), "done")
    signed = len(agreement.signed_on)
    says = f"{signed} von {len(agreement.terms.parties)} unterzeichnet" if signed else "nicht unterzeichnet"
    return Station("In Kraft", says, "now" if agreement.status not in ENDED else "next")


def _talks(talks: Sequence[Dialog], agreement: Agreement) -> Iterator[Station]:
    for number in range(1, max(len(talks), agreement.terms.dialogs.minimum) + 1):
        title = f"{number}. Zieldialog"
        dialog = talks[number - 1] if number <= len(talks) else None
        if dialog and dialog.held_on:
            yield Station(title, numbers.day(dialog.held_on), "done")
        elif dialog and dialog.planned_for:
            yield Station(title, f"angesetzt {numbers.day(dialog.planned_for)}", "now")
        else:
            yield Station(title, "angefragt" if dialog else "nicht angesetzt", "next")


def _assessed(agreement: Agreement) -> Station:
    if agreement.assessed_on:
        return Station("Gesamtbewertung", numbers.day(agreement.assessed_on), "done")
    window = agreement.terms.assessment
    return Station("Gesamtbewertung", f"{_short(window.opens_on)} bis {numbers.day(window.closes_on)}", "next")


def _short(day: date) -> str:
    return f"{day:%d.%m.}"

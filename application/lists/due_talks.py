"""Due for dialogs: their preparation and minutes, agreed measures, steps to be reported."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import BOTH, COUNTY, LAND, DueKind, Waits, roles_of
from domain.assessing import dialogs_in_the_year
from domain.reasons import Reason
from domain.record import Role
from domain.state import Status
from domain.terms import GoalKind

_NOT_HELD = Reason(
    DueKind.DIALOG_OWED,
    "Der {number}. von mindestens {minimum} Zieldialogen des Jahres {year} ist noch nicht geführt.",
)
_NOT_SCHEDULED = Reason(DueKind.DIALOG_REQUEST, "Der am {day} gewünschte Zieldialog ist noch nicht angesetzt.")
_NOT_INVOLVED = Reason(
    DueKind.COMMITTEE, "Der Ausschuss ist an der Vorbereitung des Zieldialogs am {day} noch nicht beteiligt."
)
_NOT_CONFIRMED = Reason(DueKind.MINUTES, "Das Protokoll des Zieldialogs vom {day} ist nicht bestätigt: {party}.")
_NOT_DONE = Reason(DueKind.MEASURE, "Verabredet bis {day} und nicht als erledigt berichtet: {measure}.")
_NOT_REPORTED = Reason(DueKind.STEP, "Zu diesem Schritt von Ziel {goal} ist noch nichts berichtet: {step}.")


def _owed(case: Case) -> Iterator[Waits]:
    """The nth of N agreed dialogs, from the nth part of the year on; only the year's end is a deadline (III.3.1)."""
    agreement, minimum = case.agreement, case.agreement.terms.dialogs.minimum
    if agreement.status is not Status.IN_FORCE or agreement.binding_since is None:
        return
    year = agreement.terms.year
    for number in range(dialogs_in_the_year(agreement) + 1, minimum + 1):
        yield Waits(
            _NOT_HELD.of(number=number, minimum=minimum, year=year),
            "III.3.1",
            BOTH,
            max(agreement.binding_since, date(year, 12 * (number - 1) // minimum + 1, 1)),
            str(number),
            due_by=date(year, 12, 31),
        )


def _asked_for(case: Case) -> Iterator[Waits]:
    for dialog_id, dialog in case.agreement.dialogs.items():
        if dialog.planned_for is None and dialog.held_on is None and not dialog.cancelled:
            asked = case.milestones.asked_on(dialog_id)
            yield Waits(
                _NOT_SCHEDULED.of(day=asked),
                "III.3.1",
                LAND,
                asked,
                dialog_id,
            )


def _committee(case: Case) -> Iterator[Waits]:
    committee = case.agreement.terms.dialogs.committee
    for dialog_id, dialog in case.agreement.dialogs.items():
        prepared = dialog.prepared_on is not None or dialog.held_on is not None or dialog.cancelled
        if committee is not None and dialog.planned_for is not None and not prepared:
            yield Waits(
                _NOT_INVOLVED.of(day=dialog.planned_for),
                "III.3.6",
                (Role.COMMITTEE, Role.LAND),
                case.milestones.scheduled_on(dialog_id),
                dialog_id,
                due_by=dialog.planned_for,
            )


def _minutes(case: Case) -> Iterator[Waits]:
    for dialog_id, dialog in case.agreement.dialogs.items():
        if dialog.held_on is None:
            continue
        for party in case.agreement.terms.parties:
            if party.id not in dialog.confirmed_by:
                yield Waits(
                    _NOT_CONFIRMED.of(day=dialog.held_on, party=party.name),
                    "III.3.1",
                    roles_of(party),
                    dialog.held_on,
                    f"{dialog_id}:{party.id}",
                    party=party.id,
                )


def _measures(case: Case) -> Iterator[Waits]:
    """From the day on that it was agreed for."""
    agreement = case.agreement
    parties = {party.id: party for party in agreement.terms.parties}
    for measure_id, measure in agreement.agreed_measures.items():
        if not agreement.measures_done.get(measure_id, False):
            yield Waits(
                _NOT_DONE.of(day=measure.due_on, measure=measure.says.rstrip(".")),
                "III.3.1",
                roles_of(parties[measure.party]),
                measure.due_on,
                measure_id,
                due_by=measure.due_on,
                party=measure.party,
            )


def _steps(case: Case) -> Iterator[Waits]:
    """Steps nobody has reported on: no day is agreed, so from the beginning, until the year's end (III.3.2-I)."""
    agreement = case.agreement
    if agreement.status is not Status.IN_FORCE or agreement.binding_since is None:
        return
    for goal in agreement.terms.goals:
        for step in goal.steps if goal.kind is GoalKind.INDIVIDUAL else ():
            if step.id not in agreement.steps:
                yield Waits(
                    _NOT_REPORTED.of(goal=goal.id, step=step.says.rstrip(".")),
                    goal.clause,
                    COUNTY,
                    agreement.binding_since,
                    step.id,
                    due_by=date(agreement.terms.year, 12, 31),
                )


WAITING = (_owed, _asked_for, _committee, _minutes, _measures, _steps)

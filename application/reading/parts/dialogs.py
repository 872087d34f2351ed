"""Dialogs: how each came about, what was talked about and agreed, and who confirmed the minutes."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from application.reading.parts.follow_up import MeasureEntry, agreed_measures
from application.reading.parts.part import Statements, because, joined
from application.reading.sources import Counting, Source
from domain.facts import (
    CommitteeInvolved,
    DialogCancelled,
    DialogHeld,
    DialogRequested,
    DialogScheduled,
    MinutesConfirmed,
)
from domain.facts.dialogs import DialogKind, Participant
from domain.facts.signing import Document
from domain.figures import LoadState
from domain.reasons import ITSELF, Reason
from domain.values import DialogId, Frozen, GoalId, PartyId, Slug, Words

DIALOG = Reason("dialog", "Dialog {dialog}")
COMMITTEE = Reason("committee_on_dialog", "Dialog {dialog}, Ausschuss")
MINUTES = Reason("minutes_of_dialog", "Dialog {dialog}, Niederschrift")
OF_KIND = Reason("dialog_of_kind", "{kind}, {stands}")
CONFIRMED = Reason("confirmed_by", "bestätigt von {parties}")
HELD = Reason("held_at_state", "geführt am {day} auf dem Ladestand {state}")
SCHEDULED = Reason("scheduled_for", "angesetzt für den {day}")


class DialogStatus(StrEnum):
    """How far a dialog has come."""

    REQUESTED = "requested"
    SCHEDULED = "scheduled"
    CANCELLED = "cancelled"
    HELD = "held"


class Appointment(Frozen):
    """A day that was set for a dialog; the last one stands."""

    planned_for: date
    source: Source


class CommitteeSession(Frozen):
    """A session of the committee that prepared the dialog."""

    session: Slug
    recommendation: str
    document: Document | None
    source: Source


class Talk(Frozen):
    """The dialog as it was held: on which figures, by whom, about what, with which result."""

    held_on: date
    agenda: tuple[str, ...]
    load_state: LoadState
    participants: tuple[Participant, ...]
    goals_discussed: tuple[GoalId, ...]
    causes: str | None
    outlook: str | None
    measures: tuple[MeasureEntry, ...]
    source: Source


class ConfirmedMinutes(Frozen):
    """A party's word that the minutes say what was said."""

    party: PartyId
    minutes: Document
    source: Source


class DialogEntry(Frozen):
    """A dialog with everything recorded about it; the findings stand at the records they belong to."""

    dialog_id: DialogId
    kind: DialogKind
    status: DialogStatus
    planned_for: date | None
    requested: Source | None
    appointments: tuple[Appointment, ...]
    cancelled: Source | None
    committee: tuple[CommitteeSession, ...]
    held: Talk | None
    minutes: tuple[ConfirmedMinutes, ...]


def dialogs(counting: Counting) -> tuple[DialogEntry, ...]:
    """Every dialog, in the order they were first mentioned."""
    return tuple(_entry(counting, dialog_id) for dialog_id in _mentioned(counting))


def statements(counting: Counting) -> Statements:
    """How each dialog came about, what the committee recommended, and who confirmed the minutes."""
    said: dict[Words, Words] = {}
    for one in dialogs(counting):
        name = one.dialog_id
        said[DIALOG.said(dialog=name)] = OF_KIND.said(kind=one.kind, stands=_came_about(one))
        if one.committee:
            sessions = (because(ITSELF.said(value=s.source.occurred_on), s.recommendation) for s in one.committee)
            said[COMMITTEE.said(dialog=name)] = joined(sessions)
        if one.minutes:
            parties = tuple(minutes.party for minutes in one.minutes)
            said[MINUTES.said(dialog=name)] = CONFIRMED.said(parties=parties)
    return said


def _came_about(dialog: DialogEntry) -> Words:
    if dialog.held:
        return HELD.said(day=dialog.held.held_on, state=dialog.held.load_state)
    if dialog.status is DialogStatus.SCHEDULED:
        return SCHEDULED.said(day=dialog.planned_for)
    return ITSELF.said(value=dialog.status)


def _mentioned(counting: Counting) -> dict[DialogId, None]:
    ids = (r.fact.dialog_id for r in counting.records if isinstance(r.fact, DialogRequested | DialogScheduled))
    return dict.fromkeys(ids)


def _entry(counting: Counting, dialog_id: DialogId) -> DialogEntry:
    requested = next((s for fact, s in counting.of(DialogRequested) if fact.dialog_id == dialog_id), None)
    cancelled = next((s for fact, s in counting.of(DialogCancelled) if fact.dialog_id == dialog_id), None)
    held = next(_talks(counting, dialog_id), None)
    appointments = tuple(
        Appointment(planned_for=fact.planned_for, source=source)
        for fact, source in counting.of(DialogScheduled)
        if fact.dialog_id == dialog_id
    )
    return DialogEntry(
        dialog_id=dialog_id,
        kind=_kind(counting, dialog_id),
        status=_status(held is not None, cancelled is not None, bool(appointments)),
        planned_for=appointments[-1].planned_for if appointments else None,
        requested=requested,
        appointments=appointments,
        cancelled=cancelled,
        committee=tuple(
            CommitteeSession(
                session=fact.session, recommendation=fact.recommendation, document=fact.document, source=source
            )
            for fact, source in counting.of(CommitteeInvolved)
            if dialog_id in fact.dialogs
        ),
        held=held,
        minutes=tuple(
            ConfirmedMinutes(party=fact.party, minutes=fact.minutes, source=source)
            for fact, source in counting.of(MinutesConfirmed)
            if fact.dialog_id == dialog_id
        ),
    )


def _kind(counting: Counting, dialog_id: DialogId) -> DialogKind:
    kinds = (fact.kind for fact, _ in counting.of(DialogScheduled) if fact.dialog_id == dialog_id)
    return next(kinds, DialogKind.ON_REQUEST)


def _status(held: bool, cancelled: bool, scheduled: bool) -> DialogStatus:
    """A dialog that was called off and held all the same was held."""
    if held:
        return DialogStatus.HELD
    if cancelled:
        return DialogStatus.CANCELLED
    return DialogStatus.SCHEDULED if scheduled else DialogStatus.REQUESTED


def _talks(counting: Counting, dialog_id: DialogId) -> Iterator[Talk]:
    measures = tuple(measure for measure in agreed_measures(counting) if measure.dialog_id == dialog_id)
    for fact, source in counting.of(DialogHeld):
        if fact.dialog_id == dialog_id:
            yield Talk(
                held_on=source.occurred_on,
                agenda=fact.agenda,
                load_state=fact.basis,
                participants=fact.participants,
                goals_discussed=fact.goals_discussed,
                causes=fact.causes,
                outlook=fact.outlook,
                measures=measures,
                source=source,
            )

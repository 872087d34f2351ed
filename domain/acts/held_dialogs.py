"""Dialogs that took place: hold, confirm the minutes."""

from collections.abc import Iterator
from datetime import date, timedelta

from pydantic import Field

from domain.acts.common import LIVING, as_asked, decides, must_be, must_follow, own_party
from domain.acts.dialogs import known_dialog, not_yet_held
from domain.agreement import absent_parties, absent_sides
from domain.assessing import counting_days
from domain.facts import DialogHeld, MinutesConfirmed
from domain.facts.dialogs import AgreedMeasure, DialogKind, LawDiscussed, Participant
from domain.facts.signing import Document
from domain.figures import LoadState
from domain.record import PARTIES, Context, Decided, Request
from domain.rulebook.any_act import AFTER_DIALOG
from domain.rulebook.dialogs import (
    A_CHANGE_OF_LAW,
    A_DEVIATION,
    BASIS_NOT_RELEASED,
    BASIS_WAITED,
    BEFORE_BINDING,
    COMMITTEE_NOT_INVOLVED,
    DEVIATION_NOT_NAMED,
    DIALOG_NOT_HELD,
    DIALOG_WAS_CANCELLED,
    DIALOGS_TOO_CLOSE,
    INDIVIDUAL_GOALS_LEFT_OUT,
    LAW_NOT_DISCUSSED,
    MEASURE_ID_USED,
    MINUTES_CONFIRMED,
    OTHER_MINUTES,
    PARTY_ABSENT,
    SIDE_ABSENT,
    UNKNOWN_GOAL,
    UNKNOWN_NOTE,
    UNKNOWN_PARTY,
)
from domain.rules import Finding
from domain.state import Agreement, Dialog
from domain.terms import GoalKind
from domain.values import DialogId, GoalId, Several, Slug, Text

FORTNIGHT = timedelta(days=14)


class HoldDialog(Request):
    """Have a dialog recorded that was held; `occurred_on` is the day of the talk."""

    title = "Dialog festhalten"
    title_en = "record a dialog as held"
    permitted = PARTIES

    dialog_id: DialogId
    agenda: Several[Text] = ()
    basis: LoadState
    participants: Several[Participant] = Field(min_length=1)
    goals_discussed: Several[GoalId] = Field(min_length=1)
    causes: Text | None = None
    outlook: Text | None = None
    measures: Several[AgreedMeasure] = ()
    called_for: Several[Slug] = ()
    laws: Several[LawDiscussed] = ()
    in_writing: bool = False


class ConfirmMinutes(Request):
    """Confirm the minutes of a dialog for one's party."""

    title = "Protokoll bestätigen"
    title_en = "confirm the minutes"
    permitted = PARTIES

    dialog_id: DialogId
    minutes: Document


@decides(HoldDialog)
def hold_dialog(agreement: Agreement, request: HoldDialog, context: Context) -> Decided:
    """A dialog as it was held, with everything noticed about its procedure."""
    must_be(agreement, LIVING, request)
    dialog = not_yet_held(agreement, request.dialog_id)
    must_know_goals_and_parties(agreement, request)
    must_name_new_measures(agreement, request)
    must_know_what_it_is_about(agreement, request)
    return Decided(
        as_asked(DialogHeld, request, kind=dialog.kind),
        findings=(*about_procedure(agreement, dialog, request), *about_content(agreement, request)),
    )


@decides(ConfirmMinutes)
def confirm_minutes(agreement: Agreement, request: ConfirmMinutes, context: Context) -> Decided:
    """A party's word that the minutes say what was said."""
    must_be(agreement, LIVING, request)
    party = own_party(agreement.terms, context.actor)
    dialog = known_dialog(agreement, request.dialog_id)
    DIALOG_NOT_HELD.refuse_if(dialog.held_on is None, dialog=request.dialog_id)
    must_follow(request, dialog.held_on, AFTER_DIALOG)
    MINUTES_CONFIRMED.refuse_if(party.id in dialog.confirmed_by, party=party.name, dialog=request.dialog_id)
    OTHER_MINUTES.refuse_if(dialog.minutes not in {None, request.minutes.sha256}, dialog=request.dialog_id)
    return Decided(MinutesConfirmed(dialog_id=request.dialog_id, party=party.id, minutes=request.minutes))


def about_procedure(agreement: Agreement, dialog: Dialog, request: HoldDialog) -> Iterator[Finding]:
    """Findings about how a dialog came about."""
    held = request.occurred_on
    binding = agreement.binding_since
    yield from DIALOG_WAS_CANCELLED.notice_if(dialog.cancelled, dialog=request.dialog_id)
    yield from BEFORE_BINDING.notice_if(binding is None or held < binding, day=held)
    prepared = dialog.prepared_on is not None and dialog.prepared_on <= held
    yield from COMMITTEE_NOT_INVOLVED.notice_if(
        agreement.terms.dialogs.committee is not None and not prepared, dialog=request.dialog_id
    )
    sides = absent_sides(agreement.terms, request.participants)
    parties = absent_parties(agreement.terms, request.participants)
    for side in sides:
        yield SIDE_ABSENT.finding(side=agreement.terms.side_named(side))
    for party in parties:
        yield PARTY_ABSENT.finding(party=party.name)
    if dialog.kind is not DialogKind.FINAL and not sides and not parties:
        yield from _too_close(agreement, held)
    unnamed = dialog.kind is DialogKind.ON_DEVIATION and not request.called_for
    yield from DEVIATION_NOT_NAMED.notice_if(unnamed, dialog=request.dialog_id)
    if dialog.kind is DialogKind.FINAL:
        yield from _laws_never_discussed(agreement, request)


def _too_close(agreement: Agreement, held: date) -> Iterator[Finding]:
    """Another dialog that counts for the year within a fortnight: that is no regular interval."""
    near = min((other for other in counting_days(agreement) if abs(held - other) <= FORTNIGHT), default=None)
    yield from DIALOGS_TOO_CLOSE.notice_if(near is not None, day=held, other=near)


def _laws_never_discussed(agreement: Agreement, request: HoldDialog) -> Iterator[Finding]:
    discussed = agreement.laws_discussed | {f"law:{law.change_id}" for law in request.laws}
    noted = (reference for reference in agreement.to_address if reference.startswith("law:"))
    left_out = tuple(reference.removeprefix("law:") for reference in noted if reference not in discussed)
    yield from LAW_NOT_DISCUSSED.notice_if(bool(left_out), laws=left_out)


def about_content(agreement: Agreement, request: HoldDialog) -> Iterator[Finding]:
    """Findings about the figures a dialog rested on and the goals it left out."""
    agreed = agreement.terms.dialogs.months_waited
    waited = request.basis.months_waited
    yield from BASIS_WAITED.notice_if(waited != agreed, waited=waited, agreed=agreed)
    deliveries = agreement.deliveries.values()
    released = {d.state for d in deliveries if d.released_on is not None and d.released_on <= request.occurred_on}
    yield from BASIS_NOT_RELEASED.notice_if(request.basis not in released, state=request.basis)
    individual = [goal.id for goal in agreement.terms.goals if goal.kind is GoalKind.INDIVIDUAL]
    left_out = [goal for goal in individual if goal not in request.goals_discussed]
    yield from INDIVIDUAL_GOALS_LEFT_OUT.notice_if(bool(left_out), goals=tuple(left_out))


def must_know_goals_and_parties(agreement: Agreement, request: HoldDialog) -> None:
    """Refuse goals and parties the agreement does not have."""
    goals = {goal.id for goal in agreement.terms.goals}
    for goal in request.goals_discussed:
        UNKNOWN_GOAL.refuse_if(goal not in goals, goal=goal)
    named = [participant.party for participant in request.participants if participant.party]
    for party in (*named, *(measure.party for measure in request.measures)):
        UNKNOWN_PARTY.refuse_if(party not in agreement.terms.party_ids, party=party)


def must_know_what_it_is_about(agreement: Agreement, request: HoldDialog) -> None:
    """Refuse deviations and changes of law that were not noted."""
    for deviation in request.called_for:
        UNKNOWN_NOTE.refuse_if(f"deviation:{deviation}" not in agreement.deviations, what=A_DEVIATION, note=deviation)
    for law in request.laws:
        unknown = f"law:{law.change_id}" not in agreement.to_address
        UNKNOWN_NOTE.refuse_if(unknown, what=A_CHANGE_OF_LAW, note=law.change_id)


def must_name_new_measures(agreement: Agreement, request: HoldDialog) -> None:
    """Refuse an agreed measure under an id that is taken."""
    ids = [measure.id for measure in request.measures]
    for measure in ids:
        given = measure in agreement.agreed_measures or f"measure:{measure}" in agreement.taken
        taken = given or ids.count(measure) > 1
        MEASURE_ID_USED.refuse_if(taken, measure=measure)

"""Dialogs: asked for, set, called off, prepared; and the minutes of those that were held."""

from dataclasses import replace
from datetime import date

import pytest

from domain.facts import (
    DialogCancelled,
    DialogRequested,
    DraftWithdrawn,
    MinutesConfirmed,
)
from domain.facts.dialogs import DialogKind, Participant
from domain.record import Actor, Request
from domain.rulebook import dialogs as rules
from domain.rulebook.any_act import NOT_PERMITTED, OUT_OF_SEQUENCE, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.figures import REASON_MISSING
from tests.builders import (
    A_SCAN,
    COMMITTEE,
    COUNTY,
    MINISTRY,
    an_agreement_in_force,
    drafted,
)
from tests.domain.given import given
from tests.domain.talks import (
    A_MEASURE,
    BOTH_SIDES,
    HELD,
    PREPARED,
    READY,
    SCHEDULED,
    SPRING,
    ask,
    cancel,
    confirm,
    hold,
    involve,
    schedule,
)


def test_the_county_asks_for_a_new_talk_and_says_why() -> None:
    life = given(an_agreement_in_force())
    life.when(ask()).then(DialogRequested(dialog_id="zusatz")).then_nothing_noticed()
    life.when(ask(reason=None)).then_refused(REASON_MISSING)
    life.when(ask(), by=MINISTRY).then_refused(NOT_PERMITTED)
    given(*READY).when(ask("fruehjahr")).then_refused(rules.DIALOG_ID_USED, saying="fruehjahr")


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
def test_each_side_sets_a_dialog_and_moves_it(actor: Actor) -> None:
    asked = given(an_agreement_in_force()).when(ask()).recorded
    set_ = asked.when(schedule("zusatz", DialogKind.ON_REQUEST), by=actor).then_nothing_noticed().recorded
    moved = set_.when(schedule("zusatz", DialogKind.ON_REQUEST, date(2026, 6, 9)), by=actor).recorded
    dialog = moved.agreement.dialogs["zusatz"]
    assert (dialog.kind, dialog.planned_for) == (DialogKind.ON_REQUEST, date(2026, 6, 9))


def test_a_requested_talk_is_not_relabelled_as_the_final_one() -> None:
    asked = given(an_agreement_in_force()).when(ask()).recorded
    asked.when(schedule("zusatz", DialogKind.FINAL)).then_refused(rules.DIALOG_KIND_FIXED, saying="auf Wunsch")


def test_moving_a_dialog_keeps_its_preparation() -> None:
    moved = given(*READY).when(schedule()).recorded
    assert moved.agreement.dialogs["fruehjahr"].prepared_on == PREPARED.on


def test_a_dialog_is_called_off_with_a_reason() -> None:
    life = given(*READY)
    off = life.when(cancel()).then(DialogCancelled(dialog_id="fruehjahr")).then_nothing_noticed().recorded
    life.when(cancel(reason=None)).then_refused(REASON_MISSING)
    for act in (cancel(), schedule()):
        off.when(act).then_refused(rules.DIALOG_OVER, saying="abgesagt")
    off.when(hold()).then_noticed(rules.DIALOG_WAS_CANCELLED)


def test_a_dialog_that_was_held_is_neither_moved_nor_called_off_nor_held_again() -> None:
    for act in (cancel(), schedule(), hold()):
        given(*HELD).when(act).then_refused(rules.DIALOG_OVER, saying="2026")


@pytest.mark.parametrize("act", [cancel("fremd"), hold("fremd"), involve("fruehjahr", "fremd"), confirm("fremd")])
def test_a_dialog_nobody_asked_for_or_set_is_unknown(act: Request) -> None:
    given(*READY).when(act).then_refused(rules.UNKNOWN_DIALOG, saying="fremd")


def test_the_committee_prepares_a_dialog() -> None:
    life = given(*READY[:-1])
    for actor in (COMMITTEE, MINISTRY):
        after = life.when(involve(), by=actor).then(PREPARED.fact).then_nothing_noticed().recorded
        assert after.agreement.dialogs["fruehjahr"].prepared_on == PREPARED.on
    life.when(involve(), by=COUNTY).then_refused(NOT_PERMITTED)


def test_the_first_session_counts_as_preparation() -> None:
    again = given(*READY).when(involve(on=date(2026, 5, 19))).recorded
    assert again.agreement.dialogs["fruehjahr"].prepared_on == PREPARED.on
    earlier = given(*READY).when(involve(on=date(2026, 5, 1))).recorded
    assert earlier.agreement.dialogs["fruehjahr"].prepared_on == date(2026, 5, 1)


@pytest.mark.parametrize(("session", "late"), [(date(2026, 5, 21), True), (SPRING, False)])
def test_a_session_after_the_dialog_is_noticed(session: date, late: bool) -> None:
    outcome = given(*HELD).when(involve(on=session))
    if late:
        outcome.then_noticed(rules.COMMITTEE_TOO_LATE, saying="20.05.2026")
    else:
        outcome.then_nothing_noticed()


def test_goals_and_parties_of_a_dialog_are_those_of_the_agreement() -> None:
    stranger = Participant(office="Landrätin", party="celle")
    life = given(*READY)
    life.when(hold(goals=("4", "7"))).then_refused(rules.UNKNOWN_GOAL, saying="7")
    life.when(hold(participants=(*BOTH_SIDES, stranger))).then_refused(rules.UNKNOWN_PARTY, saying="celle")
    of_stranger = A_MEASURE.model_copy(update={"party": "celle"})
    life.when(hold(measures=(of_stranger,))).then_refused(rules.UNKNOWN_PARTY, saying="celle")


def test_an_agreed_measure_has_an_id_of_its_own() -> None:
    given(*READY).when(hold(measures=(A_MEASURE, A_MEASURE))).then_refused(rules.MEASURE_ID_USED, saying="sprechtag")
    first = given(*READY).when(hold(measures=(A_MEASURE,))).recorded.when(schedule("herbst")).recorded
    first.when(hold("herbst", measures=(A_MEASURE,))).then_refused(rules.MEASURE_ID_USED, saying="sprechtag")


def test_each_party_confirms_the_same_minutes_once() -> None:
    fact = MinutesConfirmed(dialog_id="fruehjahr", party="ni-ms", minutes=A_SCAN)
    one = given(*HELD).when(confirm()).then(fact).then_nothing_noticed().recorded
    one.when(confirm()).then_refused(rules.MINUTES_CONFIRMED, saying="fruehjahr")
    one.when(confirm(sha256="0" * 64), by=COUNTY).then_refused(rules.OTHER_MINUTES)
    both = one.when(confirm(), by=COUNTY).then_nothing_noticed().recorded
    assert both.agreement.dialogs["fruehjahr"].confirmed_by == {"ni-ms", "heidekreis"}


def test_there_are_no_minutes_before_the_dialog() -> None:
    given(*READY).when(confirm()).then_refused(rules.DIALOG_NOT_HELD, saying="fruehjahr")
    given(*HELD).when(confirm(on=date(2026, 5, 19))).then_refused(OUT_OF_SEQUENCE, saying="20.05.2026")


@pytest.mark.parametrize("act", [ask(), schedule(), cancel(), hold(), confirm()])
def test_nobody_talks_for_a_county_that_is_no_party(act: Request) -> None:
    given(*READY).when(act, by=replace(COUNTY, party="celle")).then_refused(PARTY_MISSING, saying="celle")


@pytest.mark.parametrize("act", [ask(), schedule(), cancel(), involve(), hold(), confirm()])
def test_there_are_no_dialogs_about_a_withdrawn_draft(act: Request) -> None:
    given(drafted(), SCHEDULED, DraftWithdrawn()).when(act).then_refused(WRONG_STATUS, saying="zurückgezogen")

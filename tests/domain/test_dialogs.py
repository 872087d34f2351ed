"""Dialogs: what happened is recorded, and what was wrong about it is noticed."""

from dataclasses import replace
from datetime import date

import pytest

from domain.acts.dialogs import (
    CancelDialog,
    ConfirmMinutes,
    HoldDialog,
    InvolveCommittee,
    RequestDialog,
    ScheduleDialog,
)
from domain.facts import (
    CommitteeInvolved,
    DialogCancelled,
    DialogHeld,
    DialogRequested,
    DialogScheduled,
    DraftWithdrawn,
    MinutesConfirmed,
)
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.figures import LoadState
from domain.record import Actor, Request
from domain.rulebook import dialogs as rules
from domain.rulebook.any_act import NOT_PERMITTED, OUT_OF_SEQUENCE, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.figures import REASON_MISSING
from tests.builders import (
    A_SCAN,
    COMMITTEE,
    COUNTY,
    HEIDEKREIS,
    MINISTRY,
    Happened,
    Life,
    a_line,
    a_load,
    a_released,
    a_state,
    agreed,
    an_agreement_in_force,
    at_least,
    delivered,
    drafted,
    signed,
)
from tests.domain.given import given

SPRING = date(2026, 5, 20)
BOTH_SIDES = (Participant(office="Referatsleitung", party="ni-ms"), Participant(office="Landrat", party="heidekreis"))
SCHEDULED = DialogScheduled(dialog_id="fruehjahr", kind=DialogKind.REGULAR, planned_for=SPRING)
PREPARED = Happened(
    CommitteeInvolved(session="sitzung-im-mai", dialogs=("fruehjahr",), recommendation="Die Lage besprechen"),
    date(2026, 5, 6),
)
READY = (an_agreement_in_force(), a_released(a_load("2026-02")), SCHEDULED, PREPARED)
HELD = (
    *READY,
    Happened(
        DialogHeld(
            dialog_id="fruehjahr",
            kind=DialogKind.REGULAR,
            basis=a_state(),
            participants=BOTH_SIDES,
            goals_discussed=("4", "5"),
        ),
        SPRING,
    ),
)
A_MEASURE = AgreedMeasure(id="sprechtag", says="Ein Sprechtag im Monat", party="heidekreis", due_on=date(2026, 9, 1))


def ask(dialog: str = "zusatz", reason: str | None = "Die Zahl der Integrationen bricht ein.") -> RequestDialog:
    return RequestDialog(occurred_on=SPRING, dialog_id=dialog, reason=reason)


def schedule(
    dialog: str = "fruehjahr", kind: DialogKind = DialogKind.REGULAR, planned_for: date = date(2026, 6, 3)
) -> ScheduleDialog:
    return ScheduleDialog(occurred_on=SPRING, dialog_id=dialog, kind=kind, planned_for=planned_for)


def cancel(dialog: str = "fruehjahr", reason: str | None = "Beide Seiten sind verhindert.") -> CancelDialog:
    return CancelDialog(occurred_on=SPRING, dialog_id=dialog, reason=reason)


def involve(*dialogs: str, on: date = date(2026, 5, 6)) -> InvolveCommittee:
    return InvolveCommittee(
        occurred_on=on,
        session="sitzung-im-mai",
        dialogs=dialogs or ("fruehjahr",),
        recommendation="Die Lage besprechen",
    )


def hold(
    dialog: str = "fruehjahr",
    basis: LoadState | None = None,
    participants: tuple[Participant, ...] = BOTH_SIDES,
    goals: tuple[str, ...] = ("1", "2", "3", "4", "5"),
    measures: tuple[AgreedMeasure, ...] = (),
) -> HoldDialog:
    return HoldDialog(
        occurred_on=SPRING,
        dialog_id=dialog,
        basis=basis or a_state(),
        participants=participants,
        goals_discussed=goals,
        measures=measures,
    )


def confirm(dialog: str = "fruehjahr", sha256: str = A_SCAN.sha256, on: date = SPRING) -> ConfirmMinutes:
    minutes = A_SCAN.model_copy(update={"sha256": sha256})
    return ConfirmMinutes(occurred_on=on, dialog_id=dialog, minutes=minutes)


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


def test_a_dialog_prepared_and_held_as_agreed_raises_nothing() -> None:
    fact = DialogHeld(
        dialog_id="fruehjahr",
        kind=DialogKind.REGULAR,
        basis=a_state(),
        participants=BOTH_SIDES,
        goals_discussed=("1", "2", "3", "4", "5"),
        measures=(A_MEASURE,),
    )
    after = given(*READY).when(hold(measures=(A_MEASURE,))).then(fact).then_nothing_noticed().recorded
    assert after.agreement.dialogs["fruehjahr"].held_on == SPRING
    assert after.agreement.agreed_measures == {"sprechtag": A_MEASURE}


@pytest.mark.parametrize(
    ("life", "before"),
    [
        ((drafted(), *READY[1:]), True),
        ((drafted(), signed(HEIDEKREIS.parties[0]), *READY[1:]), True),
        ((drafted(), *(signed(party, on=date(2026, 5, 21)) for party in HEIDEKREIS.parties), *READY[1:]), True),
        ((drafted(), *(signed(party, on=SPRING) for party in HEIDEKREIS.parties), *READY[1:]), False),
    ],
    ids=["draft", "one signature", "signed the day after", "signed that day"],
)
def test_a_dialog_before_the_agreement_bound_all_is_noticed(life: tuple[Life, ...], before: bool) -> None:
    outcome = given(*life).when(hold())
    if before:
        outcome.then_noticed(rules.BEFORE_BINDING, saying="20.05.2026")
    else:
        outcome.then_nothing_noticed()


def test_a_dialog_without_the_committee_is_noticed() -> None:
    given(*READY[:-1]).when(hold()).then_noticed(rules.COMMITTEE_NOT_INVOLVED, saying="fruehjahr")
    only_later = given(*READY[:-1]).when(involve(on=date(2026, 5, 21))).recorded
    only_later.when(hold(), today=date(2026, 5, 22)).then_noticed(rules.COMMITTEE_NOT_INVOLVED)
    given(*READY[:-1]).when(involve(on=SPRING)).recorded.when(hold()).then_nothing_noticed()


def test_where_no_committee_was_agreed_none_is_missed() -> None:
    terms = agreed(a_line(at_least("1")))
    given(an_agreement_in_force(terms), *READY[1:-1]).when(hold(goals=("ziel",))).then_nothing_noticed()


@pytest.mark.parametrize(("present", "absent"), [(BOTH_SIDES[:1], "Kommune"), (BOTH_SIDES[1:], "Land")])
def test_a_dialog_without_one_side_is_noticed(present: tuple[Participant, ...], absent: str) -> None:
    guest = Participant(office="Gast aus dem Ausschuss")
    given(*READY).when(hold(participants=(*present, guest))).then_noticed(rules.SIDE_ABSENT, saying=absent)


def test_figures_waited_for_otherwise_than_agreed_are_noticed() -> None:
    settled = a_state(waited=3)
    life = given(*READY, a_released(a_load("2026-02", waited=3)))
    life.when(hold(basis=settled)).then_noticed(rules.BASIS_WAITED, saying="3 Monaten")


@pytest.mark.parametrize("life", [(), (delivered(a_load("2026-04", waited=0)),)], ids=["none", "pending"])
def test_figures_nobody_released_are_noticed(life: tuple[Life, ...]) -> None:
    given(*READY, *life).when(hold(basis=a_state("2026-04"))).then_noticed(
        rules.BASIS_NOT_RELEASED, saying="2026-04 (t-0)"
    )


def test_individual_goals_left_out_are_noticed() -> None:
    given(*READY).when(hold(goals=("2", "5"))).then_noticed(rules.INDIVIDUAL_GOALS_LEFT_OUT, saying="Ziele: 4.")
    given(*READY).when(hold(goals=("4", "5"))).then_nothing_noticed()


def test_everything_about_a_dialog_is_noticed_at_once() -> None:
    bare = given(drafted(), SCHEDULED)
    bare.when(hold(basis=a_state(waited=3), participants=BOTH_SIDES[:1], goals=("2",))).then_noticed(
        rules.BEFORE_BINDING,
        rules.COMMITTEE_NOT_INVOLVED,
        rules.SIDE_ABSENT,
        rules.BASIS_WAITED,
        rules.BASIS_NOT_RELEASED,
        rules.INDIVIDUAL_GOALS_LEFT_OUT,
    )


def test_findings_stay_with_the_agreement() -> None:
    after = given(*READY[:-1]).when(hold()).recorded.when(confirm()).recorded
    held = len(given(*READY[:-1]).records) + 1
    assert list(after.agreement.to_address) == [f"finding:{held}:{rules.COMMITTEE_NOT_INVOLVED.code}"]


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

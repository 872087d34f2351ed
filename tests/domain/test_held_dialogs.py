"""Dialogs that were held: what happened is recorded, and what was wrong about it is noticed."""

from datetime import date

import pytest

from domain.facts import (
    DialogHeld,
)
from domain.facts.dialogs import DialogKind, Participant
from domain.rulebook import dialogs as rules
from tests.builders import (
    HEIDEKREIS,
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
from tests.domain.talks import A_MEASURE, BOTH_SIDES, READY, SCHEDULED, SPRING, confirm, hold, involve


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

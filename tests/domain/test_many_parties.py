"""An agreement with nineteen parties, every one invented: drafted, signed by all of them, and a dialog held."""

from datetime import date

import pytest

from domain.acts.dialogs import ScheduleDialog
from domain.acts.held_dialogs import ConfirmMinutes, HoldDialog
from domain.facts import DialogHeld
from domain.facts.dialogs import DialogKind, Participant
from domain.parties import Party, Side
from domain.rules import Refused
from domain.state import Status
from domain.terms import Terms
from tests.builders import A_SCAN, a_line, a_load, a_state, agreed, at_least
from tests.domain.given import Given
from tests.domain.test_other_agreements import LAND, acting_for, drafted, fed, signed_by

BODIES = tuple(Party(id=f"traeger-{number:02d}", side=Side.COUNTY, name=f"Träger {number}") for number in range(1, 19))
PARTIES = (LAND, *BODIES)
TERMS: Terms = agreed(a_line(at_least("1.0"))).model_copy(update={"parties": PARTIES})
DAY, TALK, LATER = date(2026, 4, 20), date(2026, 5, 20), date(2026, 5, 27)


@pytest.fixture(scope="module")
def in_force() -> Given:
    """Drafted, and signed by one after the other: it binds with the last signature and not before."""
    life = drafted(TERMS)
    for number, party in enumerate(PARTIES, 1):
        assert life.agreement.binding_since is None
        life = signed_by(life, party)
        assert life.agreement.status is (Status.IN_FORCE if number == 19 else Status.PARTLY_SIGNED)
    return fed(life, a_load("2026-02"))


def held(*present: Party) -> HoldDialog:
    return HoldDialog(
        occurred_on=TALK,
        dialog_id="fruehjahr",
        basis=a_state(),
        participants=tuple(Participant(office="Leitung", party=party.id) for party in present),
        goals_discussed=("ziel",),
    )


def planned(life: Given) -> Given:
    plan = ScheduleDialog(occurred_on=DAY, dialog_id="fruehjahr", kind=DialogKind.REGULAR, planned_for=TALK)
    return life.when(plan, by=acting_for(LAND)).recorded


def test_nineteen_parties_are_bound_when_the_last_has_signed(in_force: Given) -> None:
    assert len(in_force.agreement.signed_on) == 19
    assert in_force.agreement.signed_on.keys() == TERMS.party_ids
    assert in_force.agreement.binding_since == date(2026, 2, 10)


def test_a_dialog_of_nineteen_counts_and_every_one_confirms_its_minutes(in_force: Given) -> None:
    asked = planned(in_force).when(held(*PARTIES), by=acting_for(LAND))
    life = asked.recorded
    fact = life.records[-1].fact
    assert isinstance(fact, DialogHeld)
    assert len(fact.participants) == 19
    for party in PARTIES:
        confirm = ConfirmMinutes(occurred_on=LATER, dialog_id="fruehjahr", minutes=A_SCAN)
        life = life.when(confirm, by=acting_for(party)).recorded
    assert life.agreement.dialogs["fruehjahr"].confirmed_by == TERMS.party_ids


def test_a_dialog_that_one_of_nineteen_missed_says_whom(in_force: Given) -> None:
    asked = planned(in_force).when(held(*PARTIES[:-1]), by=acting_for(LAND))
    said = str(asked.decided) if isinstance(asked.decided, Refused) else str(asked.recorded.records[-1].findings)
    assert "Träger 18" in said
    assert "Träger 17" not in said

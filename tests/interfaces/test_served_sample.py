"""The sample as it is served: a life that ended, and the next year under way, with something to do for every role."""

from datetime import date
from itertools import islice

from application.ports import Persons
from domain.record import Role
from domain.state import Status
from infrastructure.database import Database
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample import next_year
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK
from interfaces.sample.play import MovableClock, done, play, play_served, scenes
from interfaces.sample.terms import heidekreis_2026

TERMS = heidekreis_2026()
FIRST, SECOND = "2026.4.03.03358.1", "2027.4.03.03358.1"


def sample(database: Database) -> tuple[System, MovableClock]:
    clock = MovableClock(date(2026, 1, 1))
    return System(database, clock, PassingKeys()), clock


def test_beside_the_life_that_ended_there_is_something_to_do_for_everybody(opened_database: Database) -> None:
    system, clock = sample(opened_database)
    for interrupted in (20, 110, None):
        for _ in islice(play_served(system, clock, TERMS), interrupted):
            pass
    assert done(system, TERMS) == len(scenes(TERMS)) + next_year.ACTS
    assert system.courses.course(DESK, FIRST).agreement.status is Status.CLOSED
    under_way = system.courses.course(DESK, SECOND)
    assert under_way.agreement.status is Status.IN_FORCE
    assert not [finding for record in under_way.records for finding in record.findings]
    system.views.catch_up()
    today = clock().date()
    for actor in (DESK, COUNTY, COMMITTEE):
        due = system.lists.due(actor, today, Role(actor.role))
        assert {item.agreement_id for item in due} == {SECOND}, actor.office
    assert not list(play_served(system, clock, TERMS))


def test_a_sample_that_ended_before_there_was_a_next_year_stays_as_it_is(opened_database: Database) -> None:
    system, clock = sample(opened_database)
    for _ in play(system, clock, TERMS):
        pass
    head = system.journal.head()
    assert not list(play_served(system, clock, TERMS))
    assert system.journal.head() == head


def test_nobody_is_invented_who_signs(persons: Persons) -> None:
    assert {person.family_name for person in next_year.SIGNATORIES} == {"Beispielunterschrift"}

"""Reports found by index are those that read everything, over whole years that went wrong by chance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random
from uuid import uuid4

import pytest

from application.history.pages import Histories
from application.reports.catalogue import REPORTS, Reports
from domain.facts import FiguresDelivered, FiguresRejected, FiguresReleased, RecordDisputed, StepReported
from domain.facts.figures import Cause, Correction
from domain.record import Draft, Fact, Record
from infrastructure import entry_index
from infrastructure.database import Database as Opened
from infrastructure.entry_index import EntryTable
from infrastructure.journal import Journal
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.play import MovableClock
from tests.application.test_history import AUDITOR, OPERATOR
from tests.bench_nation import copied, one_life
from tests.builders import MINISTRY

DAY = date(2027, 12, 1)
PERSONS = ("anna-anders", "bert-boje", "carla-cohrs")


def gone_wrong(life: Sequence[Record], number: int) -> Iterator[Draft]:
    """A year as another county's: ended early, loads rejected or corrected, acts of any person in any order."""
    chance, drafts = Random(number), [*copied(life, number)]
    loads = [draft.fact for draft in drafts if isinstance(draft.fact, FiguresDelivered)]
    rejected = {fact.delivery_id for fact in chance.sample(loads[12:], 3)}
    facts: list[Fact] = [_rejected(draft.fact, rejected) for draft in drafts]
    end = len(facts) if number % 2 else chance.choice((30, 60))
    facts = [*facts[:end], *_afterwards(chance, loads, facts[:end])]
    for version, fact in enumerate(facts, start=1):
        draft = drafts[min(version, len(drafts)) - 1]
        person = chance.choice((*PERSONS, draft.provenance.actor))
        provenance = draft.provenance.model_copy(update={"actor": person, "causation_id": None})
        yield replace(draft, version=version, event_id=uuid4(), fact=fact, provenance=provenance)


def _rejected(fact: Fact, rejected: set[str]) -> Fact:
    if isinstance(fact, FiguresReleased) and fact.delivery_id in rejected:
        return FiguresRejected(delivery_id=fact.delivery_id)
    return fact


def _afterwards(chance: Random, loads: Sequence[FiguresDelivered], facts: Sequence[Fact]) -> Iterator[Fact]:
    """Corrections of loads that are there, released or not, a step reported once more, and disputes."""
    there = {fact.delivery_id for fact in facts if isinstance(fact, FiguresDelivered)}
    for number, load in enumerate(one for one in loads if one.delivery_id in there):
        correction = Correction(of=load.delivery_id, cause=chance.choice([*Cause]))
        name = f"nachlieferung-{number}"
        yield load.model_copy(update={"delivery_id": name, "correction": correction})
        if chance.random() < 0.5:
            yield FiguresReleased(delivery_id=name)
    steps = [fact for fact in facts if isinstance(fact, StepReported)]
    if steps:
        yield chance.choice(steps)
    for _ in range(3):
        yield RecordDisputed(version=chance.randrange(1, len(facts)), says="So war es nicht.")


@pytest.fixture
def years(opened_database: Opened) -> Journal:
    """The sample's year and four that went wrong, whose entries lie between one another."""
    clock, chance = MovableClock(date(2026, 1, 1)), Random(5)
    life = one_life(System(opened_database, clock, PassingKeys()), clock)
    wrong = [[*gone_wrong(life, number)] for number in range(4)]
    drafts: list[Draft] = []
    while any(wrong):
        drafts.append(chance.choice([one for one in wrong if one]).pop(0))
    for first in range(0, len(drafts), 50):
        opened_database.journal.append(drafts[first : first + 50], now=clock())
    return opened_database.journal


@pytest.mark.long
def test_whole_years_that_went_wrong(years: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_index, "BATCH", years.head() // 2 + 1)
    records, index = years.log(limit=10_000), EntryTable(years)
    earlier = records[len(records) * 2 // 3].recorded_at
    asked = ((AUDITOR, None), (AUDITOR, earlier), (MINISTRY, None), (OPERATOR, None))
    read, found, left = Reports(Histories(years)), Reports(Histories(years, index)), set[str]()
    for batch in range(3):
        for name, (actor, known_at) in product(REPORTS, asked):
            expected, answer = (one.answer(actor, name, DAY, known_at=known_at) for one in (read, found))
            rows = list(expected.rows)
            assert list(answer.rows) == rows, (batch, name, actor, known_at)
            assert answer.searched(None) == expected.searched(None)
            left |= {name} if rows else set()
        index.read_on()
    assert index.position() == years.head()
    assert {"corrections", "twice", "missing", "software", "late"} <= left

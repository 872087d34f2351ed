"""What a reader with a small scope is shown costs what their own entries do, however many others lie between."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from application.history.filters import HistoryFilter
from application.history.pages import Histories
from application.notifying.feed import Feed
from application.ports import Selection
from domain.facts import PersonErased
from domain.record import Actor, Draft
from infrastructure.entry_index import EntryTable
from infrastructure.fact_schemas import CATALOGUE
from infrastructure.journal import Journal
from infrastructure.recorder import Recorder
from tests.application.lives import benchmark_missed, recorded
from tests.application.test_history import AUDITOR, CELLE, CELLE_ID, LIFE, OPERATOR, REGISTER, START
from tests.builders import COMMITMENT, COUNTY, MINISTRY, an_agreement_in_force
from tests.infrastructure.drafts import a_draft

BETWEEN = 60
OWN = recorded(an_agreement_in_force(), county="celle", ags="03351")


@pytest.fixture
def journal(journal: Journal) -> Journal:
    """Celle's few entries, an erasure, and behind them the many of another county."""
    erased = a_draft(REGISTER, 1, PersonErased(person="person-1", name_commitment=COMMITMENT))
    journal.append([*OWN, erased, *another(BETWEEN)], now=START)
    return journal


def another(entries: int) -> list[Draft]:
    """An agreement of Heidekreis with so many circumstances noted."""
    return recorded(an_agreement_in_force(), *[benchmark_missed()] * entries)


@contextmanager
def decoded(journal: Journal) -> Iterator[list[int]]:
    """The positions of entries decoded meanwhile."""
    positions, decode = list[int](), journal.mapper.to_domain_event

    def noting(event: object) -> object:
        record = decode(event)  # type: ignore[arg-type]
        positions.append(record.position)
        return record

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(journal.mapper, "to_domain_event", noting)
        yield positions


@pytest.mark.parametrize(("reader", "shown"), [(CELLE, [3, 2, 1]), (OPERATOR, [4]), (AUDITOR, [67, 66, 65, 64])])
def test_the_last_entries_are_found_however_far_they_lie_behind_the_head(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, reader: Actor, shown: Sequence[int]
) -> None:
    monkeypatch.setattr("application.history.pages.SCANNED", 6)
    histories = Histories(journal)
    histories.seen(reader)
    with decoded(journal) as positions:
        found = histories.latest(reader, 4)
    assert [one.position for one in found] == shown
    assert positions == shown, "those shown, and the first entries were read before"
    assert [one.position for one in histories.latest(reader, 1)] == shown[:1]
    assert [one.position for one in histories.latest(reader, 4, after=shown[1] if shown[1:] else 4)] == shown[:1][
        : len(shown[1:])
    ]


def test_a_feed_reads_a_countys_own_entries_alone(journal: Journal) -> None:
    feed = Feed(Histories(journal), CATALOGUE.schemas)
    feed.read(CELLE, after=0, limit=1)
    with decoded(journal) as positions:
        batch = feed.read(CELLE, after=1, limit=100)
    assert [one.entry.position for one in batch.happenings] == [2, 3]
    assert (batch.position, batch.at_end) == (journal.head(), True)
    assert set(positions) <= {1, 2, 3}


@pytest.mark.parametrize(
    ("reader", "first"), [(CELLE, {1}), (COUNTY, {5}), (MINISTRY, {1, 5}), (AUDITOR, set()), (OPERATOR, set())]
)
def test_a_process_that_starts_reads_the_first_entries_of_what_a_reader_may_see(
    journal: Journal, reader: Actor, first: set[int]
) -> None:
    with decoded(journal) as positions:
        Histories(journal).streams(reader)
    assert set(positions) == first


@pytest.mark.parametrize("reader", [CELLE, COUNTY, MINISTRY, AUDITOR, OPERATOR])
def test_who_may_see_what_is_asked_of_the_log_once(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, reader: Actor
) -> None:
    histories, select, asked = Histories(journal), Recorder.select_entries, list[Selection]()

    def noting(recorder: Recorder, selection: Selection, after: int, limit: int) -> object:
        asked.append(selection)
        return select(recorder, selection, after, limit)

    monkeypatch.setattr(Recorder, "select_entries", noting)
    known = histories.streams(reader), histories.existing.within(reader)
    journal.append([a_draft("2026.4.03.03358.1", BETWEEN + 4, benchmark_missed().fact)], now=START)
    assert (histories.streams(reader), histories.existing.within(reader)) == known
    asked.clear()
    assert (histories.streams(reader), histories.existing.within(reader)) == known
    assert asked == [], "nothing was recorded since"
    journal.append(recorded(*LIFE, county="verden", ags="03361"), now=START)
    later = histories.streams(reader)
    assert ("2026.4.03.03361.1" in later) == (reader in {MINISTRY, AUDITOR})
    assert (CELLE_ID in later) == (reader in {CELLE, MINISTRY, AUDITOR})


@pytest.mark.parametrize("reader", [AUDITOR, OPERATOR])
def test_entries_of_one_fact_are_found_by_index(journal: Journal, reader: Actor) -> None:
    index = EntryTable(journal)
    while index.read_on():
        pass
    histories = Histories(journal, index)
    histories.seen(reader)
    with decoded(journal) as positions:
        page = histories.page(reader, HistoryFilter(fact="PersonErased"))
    assert [one.position for one in page.entries] == [4]
    assert set(positions) == {4}

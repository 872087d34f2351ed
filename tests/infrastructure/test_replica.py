"""A standby answers what it has received, and nobody reads less there than they wrote or read before."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest

from application.history.filters import EVERYTHING, HistoryFilter
from application.history.index import Reads
from application.history.pages import Histories
from application.lists.reading import Lists
from application.ports import Selection
from application.reports.catalogue import Reports
from domain.record import Actor, Role
from infrastructure.database import Database
from infrastructure.entry_index import EntryTable
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from infrastructure.projector import Views
from infrastructure.proofs.key_ring import PassingKeys
from infrastructure.replica import Replica, ReplicatedEntries, ReplicatedLog, ReplicatedViews
from interfaces.bootstrap.system import System
from tests.application.lives import recorded
from tests.application.random_lives import random_life
from tests.faults.cluster import Cluster, cluster
from tests.http.serving import until

AUDITOR = Actor("pruefung", Role.AUDITOR, "Landesrechnungshof", "Test")
NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
DAY = date(2027, 3, 1)


@pytest.fixture(scope="module")
def servers() -> Iterator[Cluster]:
    with cluster(movable_clock=True) as servers:
        yield servers


@pytest.fixture
def standby(servers: Cluster) -> str:
    return servers.standby.url(dbname="service")


@pytest.fixture
def journal(servers: Cluster) -> Iterator[Journal]:
    with Journal(servers.database.service_url) as journal:
        yield journal


def recorded_life(journal: Journal, county: str, seed: int) -> None:
    drafts = recorded(*random_life(seed, 5), county=county, ags=f"03{350 + seed}")
    journal.append(drafts, now=NOON)
    Views(journal, "test").catch_up()


def test_lists_and_histories_are_read_on_a_standby_that_has_come_far_enough(standby: str, journal: Journal) -> None:
    recorded_life(journal, "heidekreis", 1)
    replica = Replica(standby, "test")
    views = Views(journal, "test")
    until(
        lambda: (replica.journal.head(), replica.views.position()) == (journal.head(), views.position()),
        "the standby does not follow",
    )
    here, there = Lists(journal, views), Lists(journal, ReplicatedViews(views, replica))
    at = there.as_of()
    assert list(there.overview(AUDITOR, at=at)) == list(here.overview(AUDITOR, at=at)) != []
    assert list(there.due(AUDITOR, DAY, at=at)) == list(here.due(AUDITOR, DAY, at=at))
    log = Histories(ReplicatedLog(journal, replica), ReplicatedEntries(EntryTable(journal), replica))
    talks = HistoryFilter(clause="III.3.1")
    assert [*log.entries(AUDITOR, talks)] == [*Histories(journal).entries(AUDITOR, talks)] != []
    asked: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(views.tables, "rows", lambda *_: asked.append("primary"))
        there.overview(AUDITOR, at=at)
    assert asked == [], "the rows came from the standby"
    replica.close()


def test_what_entries_are_found_by_is_asked_of_the_standby_alone(standby: str, journal: Journal) -> None:
    recorded_life(journal, "gifhorn", 4)
    replica, primary = Replica(standby, "test"), EntryTable(journal)
    until(lambda: replica.views.entries.position() == journal.head(), "the standby does not follow")
    index, asked = ReplicatedEntries(primary, replica), (Selection(), HistoryFilter(clause="III.3.1"))
    reads, event_id = Reads(facts=frozenset({"DialogHeld"})), journal.log(limit=1)[0].event_id
    expected = (
        primary.find(*asked, after=0, limit=9),
        primary.extract(reads, journal.streams(), None),
        primary.of_event(event_id),
    )
    with pytest.MonkeyPatch.context() as patched:
        for name in ("find", "extract", "of_event"):
            patched.setattr(primary, name, None)
        there = (
            index.find(*asked, after=0, limit=9),
            index.extract(reads, journal.streams(), None),
            index.of_event(event_id),
        )
    assert there == expected
    assert expected[0].positions
    replica.close()


def noting(ask: Callable[..., object], asked: list[str]) -> Callable[..., object]:
    """The same question, which notes the address of the database it is put to."""

    def noted(table: EntryTable, *args: object, **said: object) -> object:
        asked.append(table._journal.url)
        return ask(table, *args, **said)

    return noted


def test_the_system_searches_a_history_and_tells_reports_on_its_standby(
    standby: str, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded_life(journal, "uelzen", 5)
    replica = Replica(standby, "test")
    until(lambda: replica.views.entries.position() == journal.head(), "the standby does not follow")
    database = Database(journal, Persons(journal.recorder.datastore))
    system = System(database, lambda: NOON, PassingKeys(), replica=replica)
    asked = list[str]()
    for name in ("find", "extract"):
        monkeypatch.setattr(EntryTable, name, noting(getattr(EntryTable, name), asked))
    assert system.histories.page(AUDITOR, HistoryFilter(role=Role.LAND)).entries
    assert list(Reports(system.histories).rows(AUDITOR, "late", DAY))
    assert asked == [standby, standby]
    replica.close()


def test_what_a_standby_has_not_received_is_read_from_the_primary(standby: str, journal: Journal) -> None:
    replica = Replica(standby, "test")
    with psycopg.connect(standby, autocommit=True) as held:
        held.execute("SELECT pg_wal_replay_pause()")
        paused = "SELECT pg_get_wal_replay_pause_state()"
        until(lambda: held.execute(paused).fetchone() == ("paused",), "the standby does not stand still")
        recorded_life(journal, "celle", 2)
        views = ReplicatedViews(Views(journal, "test"), replica)
        lists, log = Lists(journal, views), ReplicatedLog(journal, replica)
        assert {row.agreement_id for row in lists.overview(AUDITOR, at=lists.as_of())} == set(journal.streams())
        assert log.log(after=journal.head() - 1)[0].position == journal.head()
        assert replica.journal.head() < journal.head()
        entries = ReplicatedEntries(EntryTable(journal), replica)
        assert entries.of_event(journal.log(after=journal.head() - 1)[0].event_id).positions == [journal.head()]
        held.execute("SELECT pg_wal_replay_resume()")
    replica.close()


def test_while_the_standby_is_away_everything_is_read_from_the_primary(journal: Journal, tmp_path: Path) -> None:
    recorded_life(journal, "verden", 3)
    replica = Replica(f"postgresql://postgres@/postgres?host={tmp_path}", "test")
    lists = Lists(journal, ReplicatedViews(Views(journal, "test"), replica))
    assert len(lists.overview(AUDITOR, at=lists.as_of())) == len(journal.streams())
    assert ReplicatedLog(journal, replica).log()[0].position == 1
    entries = ReplicatedEntries(EntryTable(journal), replica)
    assert entries.find(Selection(), EVERYTHING, after=0, limit=2).positions == [1, 2]
    replica.close()

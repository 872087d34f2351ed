"""The journal: all or nothing, in order, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from application.ports import ActKey, Conflict, TooLarge, Unavailable
from domain.record import Draft, Record
from infrastructure.journal import Journal
from infrastructure.mapper import EntryMapper
from tests.infrastructure.drafts import LATER, NOON, a_draft
from tests.infrastructure.log import assert_sound, rows

MICROSECOND = timedelta(microseconds=1)
ACT = ActKey(actor="land-1", key="key-1", digest="ab" * 32)


def test_what_was_recorded_is_what_is_read(journal: Journal) -> None:
    drafts = [a_draft(version=1, reason="Ä „1“ \\ \" 'x'"), a_draft(version=2)]
    recorded = journal.append(drafts, now=NOON)
    assert [record.event_id for record in recorded] == [draft.event_id for draft in drafts]
    assert [record.position for record in recorded] == [1, 2]
    assert journal.records(drafts[0].stream_id) == list(recorded)
    assert journal.log() == list(recorded)


def test_recorded_times_are_the_clocks_and_never_stand_still(journal: Journal) -> None:
    def record(version: int, now: datetime, count: int = 1) -> list[datetime]:
        drafts = [a_draft(version=version + each) for each in range(count)]
        return [record.recorded_at for record in journal.append(drafts, now=now)]

    assert record(1, NOON, count=3) == [NOON, NOON + MICROSECOND, NOON + 2 * MICROSECOND]
    assert record(4, NOON) == [NOON + 3 * MICROSECOND]
    assert record(5, NOON - timedelta(days=1)) == [NOON + 4 * MICROSECOND]
    assert record(6, LATER) == [LATER]


@pytest.mark.parametrize("minutes", [-6, 6])
def test_a_clock_that_differs_from_the_databases_records_nothing(
    journal: Journal, owner_url: str, minutes: int
) -> None:
    held_to_its_clock(owner_url)
    with pytest.raises(Unavailable, match="weicht um mehr als fünf Minuten") as refused:
        journal.append([a_draft()], now=datetime.now(UTC) + timedelta(minutes=minutes))
    assert refused.value.code == "22008"
    assert journal.log() == []
    assert len(journal.append([a_draft()], now=datetime.now(UTC))) == 1


def test_behind_an_entry_of_the_future_nothing_is_recorded_until_the_owner_says_so(
    journal: Journal, owner_url: str
) -> None:
    now = datetime.now(UTC)
    (jumped,) = journal.append([a_draft(version=1)], now=now + timedelta(days=3))
    held_to_its_clock(owner_url)
    with pytest.raises(Unavailable, match="in der Zukunft"):
        journal.append([a_draft(version=2)], now=now)
    assert journal.clocks().last_entry == jumped.recorded_at
    held_to_its_clock(owner_url, freed=True)
    (after,) = journal.append([a_draft(version=2)], now=now)
    assert after.recorded_at == jumped.recorded_at + MICROSECOND
    assert_sound(owner_url)


def held_to_its_clock(owner_url: str, *, freed: bool = False) -> None:
    with psycopg.connect(owner_url) as owner:
        owner.execute("UPDATE zielsteuerung.log_head SET clock_may_lead = %s", [freed])


def test_the_entry_says_when_it_was_recorded(journal: Journal, owner_url: str) -> None:
    record, second = journal.append([a_draft(version=1), a_draft(version=2)], now=NOON)
    stored = rows(owner_url, "SELECT state FROM zielsteuerung.stored_events ORDER BY notification_id")
    assert [state for (state,) in stored] == [EntryMapper().to_stored_event(each).state for each in (record, second)]


def test_order_holds_within_a_large_commit(journal: Journal) -> None:
    drafts = [a_draft(f"strom-{number % 7}", number // 7 + 1) for number in range(500)]
    recorded = journal.append(drafts, now=NOON)
    assert [record.event_id for record in journal.log()] == [draft.event_id for draft in drafts]
    assert [record.position for record in recorded] == list(range(1, 501))


def test_a_stale_version_is_a_conflict_and_records_nothing(journal: Journal, owner_url: str) -> None:
    journal.append([a_draft(version=1)], now=NOON)
    with pytest.raises(Conflict):
        journal.append([a_draft(version=1)], now=NOON)
    assert len(journal.log()) == 1
    assert_sound(owner_url)


def test_one_stale_version_among_several_streams_records_nothing(journal: Journal, owner_url: str) -> None:
    journal.append([a_draft("b", 1)], now=NOON)
    with pytest.raises(Conflict):
        journal.append([a_draft("a", 1), a_draft("b", 1), a_draft("c", 1)], now=NOON, act=ACT)
    assert journal.streams() == ["b"]
    assert journal.earlier("land-1", "key-1") is None
    assert_sound(owner_url)


def test_an_entry_too_large_among_others_records_nothing(journal: Journal) -> None:
    large = a_draft("b", 1)
    object.__setattr__(large, "software", "x" * 1024 * 1024)
    with pytest.raises(TooLarge):
        journal.append([a_draft("a", 1), large], now=NOON)
    assert journal.log() == []


def test_a_stream_is_read_as_far_as_it_was_known(journal: Journal) -> None:
    for version, now in enumerate([NOON, NOON, LATER], start=1):
        journal.append([a_draft("a", version), a_draft("b", version)], now=now)
    for records in (journal.records("a"), journal.log()):
        instants = [NOON - MICROSECOND, *(record.recorded_at for record in records), LATER + timedelta(days=1)]
        for instant in instants:
            known = [record for record in records if record.recorded_at <= instant]
            if records == journal.log():
                assert journal.log(known_at=instant) == known
            else:
                assert journal.records("a", known_at=instant) == known


@pytest.mark.parametrize("entries", [0, 1, 2, 3, 7, 8])
def test_an_instant_is_found_by_one_question_that_decodes_no_entry(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, entries: int
) -> None:
    recorded = [journal.append([a_draft(version=n + 1)], now=NOON + n * timedelta(hours=1))[0] for n in range(entries)]
    monkeypatch.setattr(journal, "mapper", None)
    assert journal.position_at(NOON - MICROSECOND) == 0
    assert journal.position_at(datetime.max.replace(tzinfo=UTC)) == entries
    for record in recorded:
        assert journal.position_at(record.recorded_at - MICROSECOND) == record.position - 1
        assert journal.position_at(record.recorded_at) == record.position


@pytest.mark.parametrize("bytes_", ["kein JSON", "\\xff", '{"recorded_at":"gestern"}'])
def test_an_entry_that_says_no_time_is_told(journal: Journal, owner_url: str, bytes_: str) -> None:
    journal.append([a_draft()], now=NOON)
    with psycopg.connect(owner_url) as connection:
        connection.execute("ALTER TABLE zielsteuerung.stored_events DISABLE TRIGGER ALL")
        connection.execute("UPDATE zielsteuerung.stored_events SET state = %s::bytea", [bytes_])
    with pytest.raises(Unavailable, match="wann er festgehalten wurde"):
        journal.position_at(NOON)


def test_reading_can_begin_behind_a_position(journal: Journal) -> None:
    recorded = list(journal.append([a_draft("a", version) for version in (1, 2, 3)], now=NOON))
    assert journal.log(after=1, limit=1) == recorded[1:2]
    assert journal.log(after=3) == []
    assert journal.records("nobody") == []


def test_streams_are_found_by_how_they_begin(journal: Journal) -> None:
    for stream in ("ni.b", "ni.a", "nw.a", "ni%"):
        journal.append([a_draft(stream, 1), a_draft(stream, 2)], now=NOON)
    assert journal.streams("ni.") == ["ni.a", "ni.b"]
    assert journal.streams("ni%") == ["ni%"]
    assert journal.streams() == ["ni%", "ni.a", "ni.b", "nw.a"]


def test_an_act_is_found_again_by_its_key(journal: Journal) -> None:
    journal.append([a_draft("a", 1)], now=NOON)
    recorded = journal.append([a_draft("a", 2), a_draft("b", 1)], now=NOON, act=ACT)
    journal.append([a_draft("a", 3)], now=NOON)
    assert journal.earlier("land-1", "key-1") == (ACT, recorded)
    assert journal.earlier("land-2", "key-1") is None
    assert journal.earlier("land-1", "key-2") is None


def test_a_hundred_parallel_repeats_of_one_key_give_one_fact(journal: Journal, owner_url: str) -> None:
    def once(number: int) -> tuple[Record, ...] | None:
        try:
            return journal.append([a_draft(f"strom-{number}", 1)], now=NOON, act=ACT)
        except Conflict:
            return None

    with ThreadPoolExecutor(20) as threads:
        results = [result for result in threads.map(once, range(100)) if result]
    assert len(results) == 1
    assert journal.earlier("land-1", "key-1") == (ACT, results[0])
    assert journal.log() == list(results[0])
    assert_sound(owner_url)


def test_a_draft_keeps_its_values(journal: Journal) -> None:
    draft: Draft = a_draft(reason="Weil")
    (record,) = journal.append([draft], now=NOON)
    assert {name: getattr(record, name) for name in ("stream_id", "version", "provenance", "findings", "fact")} == {
        name: getattr(draft, name) for name in ("stream_id", "version", "provenance", "findings", "fact")
    }


def test_who_listens_is_woken_by_the_commit(journal: Journal, database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as listener:
        listener.execute("LISTEN stored_events")
        journal.append([a_draft()], now=NOON)
        assert len(list(listener.notifies(timeout=5, stop_after=1))) == 1

"""The bytes of an entry: canonical, complete, and the same again after reading."""

import json
from dataclasses import fields

import pytest
import rfc8785
from eventsourcing.persistence import Notification
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.ports import TooLarge, Unavailable
from domain.facts import FiguresReleased
from domain.record import Fact, Record
from domain.values import canonical
from infrastructure.mapper import LIMIT, EntryMapper, entry_of, stamp_place
from tests.infrastructure.drafts import NOON, a_draft
from tests.infrastructure.strategies import FACTS, records
from tests.sampling import times

MAPPER = EntryMapper()
KEYS = [
    "event_id",
    "fact",
    "findings",
    "occurred_on",
    "provenance",
    "recorded_at",
    "schema",
    "software",
    "stream_id",
    "type",
    "version",
]


def stored(record: Record) -> Notification:
    """What the log holds of a record: the mapper writes records with the stamp they have."""
    return Notification(**vars(MAPPER.to_stored_event(record)), id=record.position)


@settings(max_examples=times(40, 500), suppress_health_check=list(HealthCheck))
@given(records())
def test_every_record_comes_back_as_it_was_and_canonical(record: Record) -> None:
    event = stored(record)
    assert rfc8785.dumps(json.loads(event.state)) == event.state
    again = MAPPER.to_domain_event(event)
    assert again == record
    assert stored(again) == event


@pytest.mark.parametrize("fact", FACTS)
@settings(max_examples=times(4, 50), suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_type_of_fact_is_left_out(fact: type[Fact], data: st.DataObject) -> None:
    record = data.draw(records(fact))
    assert MAPPER.to_domain_event(stored(record)) == record


def test_an_entry_has_exactly_these_keys() -> None:
    entry = json.loads(MAPPER.to_stored_event(a_draft()).state)
    assert list(entry) == KEYS
    assert list(entry["provenance"]) == sorted(field for field in a_draft().provenance.model_fields_set | {
        "capacity", "reason", "legal_basis", "causation_id",
    })  # fmt: skip


def test_the_record_read_has_the_types_written() -> None:
    record = Record(**{f.name: getattr(a_draft(), f.name) for f in fields(a_draft())}, position=7, recorded_at=NOON)
    again = MAPPER.to_domain_event(stored(record))
    for name in (field.name for field in fields(record)):
        assert type(getattr(again, name)) is type(getattr(record, name)), name
    assert again.recorded_at.utcoffset() == NOON.utcoffset()


@pytest.mark.parametrize("text", ['","recorded_at":"', 'Er sagte: "recorded_at":"2026', "\\", "„recorded_at“"])
def test_no_text_can_pass_for_the_stamp(text: str) -> None:
    state = MAPPER.to_stored_event(a_draft(reason=text)).state
    place = stamp_place(state)
    stamped = state[:place] + b"2026-03-15T12:00:00.000000Z" + state[place + 27 :]
    before, after = json.loads(state), json.loads(stamped)
    assert after == before | {"recorded_at": "2026-03-15T12:00:00.000000Z"}


def test_an_entry_of_one_mebibyte_is_stored_and_a_byte_more_is_refused() -> None:
    def of_size(size: int) -> Record:
        draft = a_draft()
        room = size - len(canonical(entry_of(draft, 1)))
        return Record(
            **{f.name: getattr(draft, f.name) for f in fields(draft)} | {"software": draft.software + "x" * room},
            position=1,
            recorded_at=NOON,
        )

    assert len(MAPPER.to_stored_event(of_size(LIMIT)).state) == LIMIT
    with pytest.raises(TooLarge):
        MAPPER.to_stored_event(of_size(LIMIT + 1))


@pytest.mark.parametrize(
    ("topic", "change"),
    [("FactFromTheFuture", {}), ("FiguresReleased", {"schema": 2}), ("FiguresReleased", {"fact": {"new": 1}})],
)
def test_an_entry_of_later_software_is_named_and_not_guessed_at(topic: str, change: dict[str, object]) -> None:
    entry = entry_of(a_draft(fact=FiguresReleased(delivery_id="d-1")), 1) | {"recorded_at": "2026-03-15T12:00:00Z"}
    event = Notification("x", 1, topic, canonical(entry | change), id=42)
    with pytest.raises(Unavailable, match=f"Eintrag 42 .{topic}"):
        MAPPER.to_domain_event(event)

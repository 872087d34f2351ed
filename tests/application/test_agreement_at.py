"""What is remembered of an agreement is what folding all its records gives, in whatever order it is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.reading import agreement_at as folded
from application.reading.agreement_at import Agreements
from application.reading.sources import Counting
from domain import attainment
from domain.agreement import fold
from domain.facts import RecordRetracted
from domain.record import Record
from domain.state import Agreement
from tests.domain.one_life import WHOLE, lived

RECORDS = tuple(
    replace(record, event_id=UUID(int=number)) for number, record in enumerate(lived(*WHOLE)[-1].records, start=1)
)


def test_the_life_has_something_taken_back() -> None:
    assert any(isinstance(record.fact, RecordRetracted) for record in RECORDS)


def test_growing_record_by_record() -> None:
    held = Agreements()
    for size in range(1, len(RECORDS) + 1):
        found = held.at(RECORDS[:size])
        assert (found.agreement, found.attainment) == (fold(RECORDS[:size]), attainment.fold(RECORDS[:size]))


@given(st.lists(st.integers(1, len(RECORDS)), min_size=1, max_size=8))
def test_asked_for_at_any_time_in_any_order(sizes: list[int]) -> None:
    held = Agreements()
    for size in sizes:
        found = held.at(RECORDS[:size])
        assert (found.agreement, found.attainment) == (fold(RECORDS[:size]), attainment.fold(RECORDS[:size]))
        assert found.counting == Counting.among(RECORDS[:size])


def test_another_stream_that_begins_alike_is_folded_anew() -> None:
    held, other = Agreements(), (RECORDS[0], replace(RECORDS[1], event_id=UUID(int=999)))
    assert held.at(RECORDS[:2]).agreement == fold(RECORDS[:2])
    assert held.at((*other, *RECORDS[2:5])).agreement == fold((*other, *RECORDS[2:5]))


def test_what_is_known_is_not_folded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held, counted = Agreements(), list[int]()

    def counting(records: Sequence[Record], known: Agreement | None = None) -> Agreement | None:
        counted.append(len(records))
        return fold(records, known)

    assert held.at(RECORDS[:5]).agreement == fold(RECORDS[:5])
    monkeypatch.setattr(folded, "fold", counting)
    assert held.at(RECORDS[:5]).agreement == fold(RECORDS[:5])
    assert held.at(RECORDS[:7]).agreement == fold(RECORDS[:7])
    assert counted == [2]

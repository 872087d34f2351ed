"""What is remembered of an agreement is what folding all its records gives, in whatever order it is asked for."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
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


@cache
def records() -> tuple[Record, ...]:
    """The whole life; the number of its acts is that of its entries."""
    told = lived(*WHOLE)[-1].records
    return tuple(replace(record, event_id=UUID(int=number)) for number, record in enumerate(told, start=1))


def test_the_life_has_something_taken_back() -> None:
    assert any(isinstance(record.fact, RecordRetracted) for record in records())


def test_growing_record_by_record() -> None:
    held = Agreements()
    for size in range(1, len(records()) + 1):
        found = held.at(records()[:size])
        assert (found.agreement, found.attainment) == (fold(records()[:size]), attainment.fold(records()[:size]))


@given(st.lists(st.integers(1, len(WHOLE)), min_size=1, max_size=8))
def test_asked_for_at_any_time_in_any_order(sizes: list[int]) -> None:
    held = Agreements()
    for size in sizes:
        found = held.at(records()[:size])
        assert (found.agreement, found.attainment) == (fold(records()[:size]), attainment.fold(records()[:size]))
        assert found.counting == Counting.among(records()[:size])


def test_another_stream_that_begins_alike_is_folded_anew() -> None:
    held, other = Agreements(), (records()[0], replace(records()[1], event_id=UUID(int=999)))
    assert held.at(records()[:2]).agreement == fold(records()[:2])
    assert held.at((*other, *records()[2:5])).agreement == fold((*other, *records()[2:5]))


def test_what_is_known_is_not_folded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    held, counted = Agreements(), list[int]()

    def counting(records: Sequence[Record], known: Agreement | None = None) -> Agreement | None:
        counted.append(len(records))
        return fold(records, known)

    assert held.at(records()[:5]).agreement == fold(records()[:5])
    monkeypatch.setattr(folded, "fold", counting)
    assert held.at(records()[:5]).agreement == fold(records()[:5])
    assert held.at(records()[:7]).agreement == fold(records()[:7])
    assert counted == [2]

"""Rows that evolve with each fact are the rows formed anew of everything so far, byte for byte."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256

import pytest

from application.lists.agreement_course import Case, Remembered, evolve, fold
from application.lists.stored_view import RowsOf, Version, View, rows_formed, written
from application.lists.watching import Part, Watch
from application.stored_views import VIEWS
from domain.facts import RecordDisputed
from domain.record import Record
from domain.values import canonical
from infrastructure.case_store import as_stored, restored
from tests.application.random_lives import random_life
from tests.builders import a_load, a_released, an_agreement_in_force, monthly
from tests.domain.given import given
from tests.domain.one_life import WHOLE, lived
from tests.sampling import some, swept

LIVES = [None, *some(range(12), 3)]
"""The whole life, and lives by chance, by their seed."""
of_each_life = pytest.mark.parametrize(
    "seed", LIVES, ids=lambda seed: "the whole life" if seed is None else f"by chance, {seed}"
)


@cache
def records_of(seed: int | None) -> tuple[Record, ...]:
    life = lived(*WHOLE)[-1] if seed is None else given(*random_life(seed))
    return tuple(life.records)


def anew(view: View, records: Sequence[Record]) -> dict[str, bytes]:
    """A view's rows after these records, formed without anything remembered."""
    case = fold(tuple(records))
    assert case is not None
    rows = {key: row for key, row in view.rows(case).items() if row is not None}
    return {key: canonical(written(row)) for key, row in rows.items()}


def held(versions: Sequence[Version], position: int) -> dict[str, bytes]:
    """The rows that held at a position."""
    return {
        one.key: one.content.text.encode()
        for one in versions
        if one.from_position <= position and (one.to_position is None or one.to_position > position)
    }


@swept
@of_each_life
def test_rows_that_evolve_equal_rows_formed_anew_after_every_entry(seed: int | None) -> None:
    records = records_of(seed)
    formed = rows_formed(VIEWS, records)
    for number, record in enumerate(records, 1):
        for view in VIEWS:
            assert held(formed[view.name], record.position) == anew(view, records[:number]), (view.name, number)


@swept
@of_each_life
def test_from_a_stored_case_rows_go_on_as_if_nothing_had_been_forgotten(seed: int | None) -> None:
    records = records_of(seed)
    whole, past, case = rows_formed(VIEWS, records), Remembered(records), None
    standing: dict[str, dict[str, bytes]] = {view.name: {} for view in VIEWS}
    found: dict[str, list[Version]] = {view.name: [] for view in VIEWS}
    for record in records:
        case = evolve(restored(as_stored(case)) if case else None, record, past)
        assert case is not None
        for view in VIEWS:
            rows = RowsOf(view, record.stream_id, standing[view.name])
            rows.evolve(case)
            trail = rows.trail()
            for _, key, _ in trail.ended:
                del standing[view.name][key]
            standing[view.name] |= {one.key: sha256(one.content.text.encode()).digest() for one in trail.new}
            found[view.name] += trail.new
    for view in VIEWS:
        begun = {(one.key, one.from_position, one.content) for one in whole[view.name]}
        assert {(one.key, one.from_position, one.content) for one in found[view.name]} == begun


class OfLists(Remembered):
    """Records at hand, for lists alone."""

    shown = False


def test_lists_are_the_same_whether_or_not_somebody_is_shown_the_goals_as_they_stand() -> None:
    loads = [a_released(a_load(month, monthly("LZB", f"{month[:4]}-01", [9] * 3))) for month in ("2025-03", "2026-03")]
    records = given(an_agreement_in_force(), *loads).records
    assert rows_formed(VIEWS, records, OfLists(records)) == rows_formed(VIEWS, records)


def test_a_part_is_formed_anew_only_when_something_it_has_read_is_another() -> None:
    life = given(an_agreement_in_force())
    formed: list[int] = []

    def signed_on(case: Case) -> dict[str, None]:
        formed.append(case.agreement.terms.year)
        return dict.fromkeys(case.agreement.signed_on)

    part, watch, past, case = Part(signed_on), Watch(), Remembered(life.records), None
    later = life.and_then(RecordDisputed(version=1, says="Nein."), RecordDisputed(version=2, says="Nein."))
    moved = []
    for record in later.records:
        case = evolve(case, record, past)
        assert case is not None
        moved.append(part.evolve(case, watch, watch.moved(case)))
    assert moved == [True, True, True, False, False]
    assert formed == [2026] * 3
    assert set(part.rows) == {"ni-ms", "heidekreis"}


def test_only_a_release_or_other_terms_form_standings_and_only_those_they_bear_on() -> None:
    loads = [a_released(a_load(month, monthly("LZB", f"{month[:4]}-01", [9] * 3))) for month in ("2026-01", "2026-02")]
    case = fold(given(an_agreement_in_force(), *loads).records)
    longer = given(an_agreement_in_force(), *loads, a_released(a_load("2026-03"), "noch"), *[_disputed()] * 2)
    later = fold(longer.records)
    assert case
    assert later
    again = case
    for record in longer.records[len(given(an_agreement_in_force(), *loads).records) :]:
        following = evolve(again, record, Remembered(longer.records))
        assert following is not None
        again = following
    assert [again.standings[key] is case.standings[key] for key in sorted(case.standings)] == [True, True]
    assert sorted(again.standings) == [("2026-01", 0), ("2026-02", 0), ("2026-03", 0)]


def _disputed() -> RecordDisputed:
    return RecordDisputed(version=1, says="Nein.")

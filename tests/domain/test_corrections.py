"""Corrections: what may be corrected, by what, and what counts afterwards; figures that cannot be."""

from datetime import date

import pytest

from domain.acts.figures import DeliverFigures
from domain.attainment import fold
from domain.facts.figures import Cause, Correction
from domain.figures import Load
from domain.rulebook.attainment import BASES_DIFFER
from domain.rulebook.figures import (
    CORRECTION_PARTIAL,
    CORRECTS_NOT_COUNTING,
    EARLIER_UNDECIDED,
    FIGURE_IMPOSSIBLE,
    LOADED_LATE,
    LOADED_TOO_EARLY,
    REVISION_WITHOUT_NAME,
)
from domain.rules import Refused
from domain.terms import Quantity
from tests.builders import (
    A_DAY,
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    delivered,
    drafted,
    k2,
    monthly,
    rejected,
    ytd,
)
from tests.domain.given import Given, given

IN_FORCE = an_agreement_in_force()
A = a_load("2026-01", *k2("2026-01", [90], [4000]), monthly("LZB", "2026-01", [2000]))
ERROR, REVISION = Cause.TRANSMISSION_ERROR, Cause.STATISTICAL_REVISION


def correct(of: str, load: Load = A, cause: Cause = ERROR, id: str = "neu") -> DeliverFigures:
    return DeliverFigures(occurred_on=A_DAY, delivery_id=id, load=load, correction=Correction(of=of, cause=cause))


def counting(life: Given) -> list[str]:
    attainment = fold(life.records)
    assert attainment is not None
    return [delivered.delivery_id for delivered in attainment.loads(A.state)]


ERRORS = pytest.mark.parametrize("error", [cause for cause in Cause if cause is not REVISION])


def chain(error: Cause) -> Life:
    return IN_FORCE, a_released(A, "a"), a_released(A, "b", "a", error)


@ERRORS
def test_only_what_counts_is_corrected(error: Cause) -> None:
    given(IN_FORCE, delivered(A, "a")).when(correct("a")).then_refused(CORRECTS_NOT_COUNTING, saying="a")
    given(IN_FORCE, delivered(A, "a"), rejected("a")).when(correct("a")).then_refused(CORRECTS_NOT_COUNTING)
    given(chain(error)).when(correct("a")).then_refused(CORRECTS_NOT_COUNTING)
    given(chain(error)).when(correct("b")).then_nothing_noticed()


@ERRORS
def test_while_a_correction_waits_no_other_is_delivered_until_it_is_rejected(error: Cause) -> None:
    waiting = delivered(A, "b", Correction(of="a", cause=error))
    given(IN_FORCE, a_released(A, "a"), waiting).when(correct("a")).then_refused(EARLIER_UNDECIDED, saying="b")
    given(IN_FORCE, a_released(A, "a"), waiting, rejected("b")).when(correct("a")).then_nothing_noticed()


@ERRORS
def test_the_last_of_a_chain_counts(error: Cause) -> None:
    assert counting(given(chain(error), a_released(A, "c", "b", error))) == ["c"]


def test_a_correction_of_an_error_contains_all_it_replaces() -> None:
    part = a_load("2026-01", monthly("LZB", "2026-01", [2001]))
    refused = given(IN_FORCE, a_released(A, "a")).when(correct("a", part))
    refused.then_refused(CORRECTION_PARTIAL, saying="ELB Monatswert insgesamt, INT Monatswert insgesamt")
    assert isinstance(refused.decided, Refused)
    assert refused.decided.findings[0].values == {"series": "ELB/monthly/total, INT/monthly/total"}


def test_a_revision_has_a_name_not_yet_used_at_its_load_state() -> None:
    revised = A.model_copy(update={"revision": "r1"})
    life = given(IN_FORCE, a_released(A, "a"), a_released(revised, "b", "a", "statistical_revision"))
    life.when(correct("a", revised, REVISION)).then_refused(REVISION_WITHOUT_NAME, saying="r1")
    life.when(correct("a", A.model_copy(update={"revision": "r2"}), REVISION)).then_nothing_noticed()


@pytest.mark.parametrize("value", ["-0", "-5", "1/3"])
def test_a_count_is_neither_below_zero_nor_a_fraction(value: str) -> None:
    load = a_load("2026-01", monthly("LZB", "2026-01", [value]))
    asked = DeliverFigures(occurred_on=A_DAY, delivery_id="neu", load=load)
    given(IN_FORCE).when(asked).then_refused(FIGURE_IMPOSSIBLE, saying=value)


def test_a_load_is_loaded_after_its_wait() -> None:
    early = a_load("2025-01", waited=3, loaded_on=date(2025, 3, 31))
    asked = DeliverFigures(occurred_on=A_DAY, delivery_id="neu", load=early)
    given(IN_FORCE).when(asked).then_refused(LOADED_TOO_EARLY)


@pytest.mark.parametrize(("day", "late"), [(date(2025, 4, 30), False), (date(2025, 5, 1), True)])
def test_a_load_that_came_late_is_noticed(day: date, late: bool) -> None:
    asked = DeliverFigures(occurred_on=A_DAY, delivery_id="neu", load=a_load("2025-01", loaded_on=day))
    outcome = given(IN_FORCE).when(asked)
    outcome.then_noticed(LOADED_LATE) if late else outcome.then_nothing_noticed()


def test_a_delivered_value_beside_a_computed_one_is_noticed() -> None:
    current, before = a_load("2026-01", ytd("K2", "2026-01", "2.3")), a_load("2025-01", *k2("2025-01", [90], [4000]))
    life = given(drafted(agreed(a_line(quantity=Quantity.CHANGE))), a_released(current), a_released(before))
    assert BASES_DIFFER.code in {finding.rule for finding in life.line("zeile", "2026-01").findings}

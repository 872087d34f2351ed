"""Deliveries: sound loads only, corrections with a cause, and a second person's decision."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from domain.acts.figures import DeliverFigures, RejectFigures, ReleaseFigures
from domain.facts import DraftWithdrawn, FiguresDelivered
from domain.facts.figures import Cause, Correction
from domain.figures import Flag, Load, Series
from domain.record import Request
from domain.rulebook.any_act import OUT_OF_SEQUENCE, WRONG_STATUS
from domain.rulebook.attainment import DEFINITION_DIFFERS
from domain.rulebook.drafting import UNKNOWN_MEASURE
from domain.rulebook.figures import (
    CORRECTS_OTHER_STATE,
    DELIVERY_DECIDED,
    DELIVERY_ID_USED,
    EARLIER_UNDECIDED,
    FLAG_CONTRADICTS,
    LOADED_TOO_EARLY,
    MONTH_NOT_YET_LOADED,
    OWN_DELIVERY,
    REASON_MISSING,
    REDELIVERY_WITHOUT_CAUSE,
    REVISION_WITHOUT_NAME,
    SERIES_TWICE,
    UNKNOWN_DELIVERY,
)
from domain.state import Decision
from domain.terms import Sex
from tests.builders import (
    A_DAY,
    CLERK,
    MINISTRY,
    Life,
    a_load,
    a_released,
    an_agreement_in_force,
    delivered,
    drafted,
    k2,
    monthly,
    rejected,
    released,
    ytd,
)
from tests.domain.given import Outcome, given

IN_FORCE = an_agreement_in_force()
JANUARY = a_load("2026-01", *k2("2026-01", [90], [4000]))
REVISED = JANUARY.model_copy(update={"revision": "2026-april"})


def deliver(load: Load = JANUARY, id: str = "neu", of: str | None = None, cause: Cause | None = None) -> DeliverFigures:
    correction = Correction(of=of, cause=cause) if of and cause else None
    return DeliverFigures(occurred_on=A_DAY, delivery_id=id, load=load, correction=correction)


def release(id: str = "2026-01-t0") -> ReleaseFigures:
    return ReleaseFigures(occurred_on=A_DAY, delivery_id=id)


def reject(id: str = "2026-01-t0", reason: str | None = "Die Datei ist unvollständig.") -> RejectFigures:
    return RejectFigures(occurred_on=A_DAY, delivery_id=id, reason=reason)


def delivering(*series: Series) -> Outcome:
    return given(IN_FORCE).when(deliver(a_load("2026-02", *series, loaded_on=A_DAY)))


def test_a_delivery_waits_for_a_decision() -> None:
    fact = FiguresDelivered(delivery_id="neu", load=JANUARY)
    after = given(IN_FORCE).when(deliver(), by=CLERK).then(fact).then_nothing_noticed().recorded
    delivery = after.agreement.deliveries["neu"]
    assert (delivery.decision, delivery.by, delivery.state) == (Decision.PENDING, CLERK.person, JANUARY.state)


def test_a_delivery_id_names_one_delivery() -> None:
    again = deliver(a_load("2026-02", loaded_on=A_DAY), id="2026-01-t0")
    given(IN_FORCE, delivered(JANUARY)).when(again).then_refused(DELIVERY_ID_USED, saying="2026-01-t0")


@pytest.mark.parametrize(
    ("month", "loaded_on", "too_early"),
    [
        ("2026-02", date(2026, 2, 1), False),
        ("2026-02", date(2026, 1, 31), True),
        ("2026-02", A_DAY, False),
        ("2026-02", date(2026, 3, 3), True),
        ("2026-04", date(2026, 4, 1), True),
        ("2024-12", date(2025, 1, 16), False),
    ],
)
def test_nothing_is_loaded_before_its_month_nor_tomorrow(month: str, loaded_on: date, too_early: bool) -> None:
    outcome = given(IN_FORCE).when(deliver(a_load(month, loaded_on=loaded_on)), today=A_DAY)
    if too_early:
        outcome.then_refused(LOADED_TOO_EARLY, saying=f"{loaded_on:%d.%m.%Y}")
    else:
        outcome.then_nothing_noticed()


def test_no_series_reaches_beyond_the_report_month() -> None:
    delivering(monthly("INT", "2026-01", [90, 95, 99])).then_refused(MONTH_NOT_YET_LOADED, saying="2026-03")
    delivering(monthly("INT", "2026-01", [90, 95])).then_nothing_noticed()
    delivering(monthly("INT", "2026-01", [90])).then_nothing_noticed()


def test_no_series_stands_twice() -> None:
    one, other = monthly("INT", "2026-01", [90]), monthly("INT", "2026-02", [95])
    delivering(one, other).then_refused(SERIES_TWICE, saying="INT Monatswert insgesamt")
    delivering(one, monthly("INT", "2026-02", [50], Sex.WOMEN)).then_nothing_noticed()
    delivering(monthly("LZB", "2026-02", [50]), ytd("LZB", "2026-02", "51")).then_nothing_noticed()


def test_only_agreed_quantities_are_delivered() -> None:
    delivering(monthly("K9", "2026-01", [90])).then_refused(UNKNOWN_MEASURE, saying="K9")
    for known in ("K2", "ELB", "INT", "LZB_4J", "ELB_ZUGANG"):
        delivering(monthly(known, "2026-01", [90])).then_nothing_noticed()


@pytest.mark.parametrize(
    ("values", "flags", "contradicts"),
    [
        ([90, None], {}, "2026-02"),
        ([90, None], {"2026-02": Flag.IMPUTED}, "2026-02"),
        ([90, None], {"2026-01": Flag.MISSING}, "2026-01"),
        ([90, 95], {"2026-02": Flag.SUPPRESSED}, "2026-02"),
        ([90, 95], {"2026-03": Flag.IMPUTED}, "2026-03"),
        ([90, 95], {"2025-12": Flag.MISSING}, "2025-12"),
        ([90, None], {"2026-02": Flag.MISSING}, None),
        ([None, None], {"2026-01": Flag.SUPPRESSED, "2026-02": Flag.MISSING}, None),
        ([90, 95], {"2026-02": Flag.IMPUTED}, None),
        ([90, 95], {"2026-02": Flag.BACK_COMPUTED}, None),
    ],
)
def test_an_empty_figure_says_why_it_is_empty_and_no_other_does(
    values: list[int | None], flags: dict[str, Flag], contradicts: str | None
) -> None:
    outcome = delivering(monthly("INT", "2026-01", values, flags=flags))
    if contradicts:
        outcome.then_refused(FLAG_CONTRADICTS, saying=contradicts)
    else:
        outcome.then_nothing_noticed()


def test_a_figure_is_not_suppressed_and_missing_at_once() -> None:
    series = monthly("INT", "2026-01", [90, None], flags={"2026-02": Flag.MISSING})
    both = (*series.flags, series.flags[0].model_copy(update={"flag": Flag.SUPPRESSED}))
    delivering(series.model_copy(update={"flags": both})).then_refused(FLAG_CONTRADICTS)


def test_another_version_of_the_definition_is_noticed() -> None:
    series = monthly("INT", "2026-01", [90]).model_copy(update={"definition": "2026"})
    delivering(series).then_noticed(DEFINITION_DIFFERS, saying="2026")


def test_figures_come_before_and_after_signing_but_not_after_the_end() -> None:
    given(drafted()).when(deliver()).then_nothing_noticed()
    for act in (deliver(), release(), reject()):
        given(drafted(), delivered(JANUARY), DraftWithdrawn()).when(act).then_refused(WRONG_STATUS)


def test_a_second_delivery_of_a_load_state_names_its_cause() -> None:
    life = (delivered(JANUARY), released("2026-01-t0"))
    given(IN_FORCE, *life).when(deliver()).then_refused(REDELIVERY_WITHOUT_CAUSE, saying="2026-01 (t-0)")


def test_a_second_delivery_waits_until_the_first_is_decided_about() -> None:
    given(IN_FORCE, delivered(JANUARY)).when(deliver()).then_refused(EARLIER_UNDECIDED, saying="2026-01-t0")


def test_a_rejected_delivery_is_simply_delivered_again() -> None:
    given(IN_FORCE, delivered(JANUARY), rejected("2026-01-t0")).when(deliver()).then_nothing_noticed()


def test_other_figures_and_other_load_states_need_no_cause() -> None:
    life = given(IN_FORCE, delivered(JANUARY))
    for load in (
        a_load("2026-01", monthly("LZB", "2026-01", [2000])),
        a_load("2026-01", *k2("2026-01", [40], [1900], Sex.WOMEN)),
        a_load("2026-01", *k2("2026-01", [91], [4000]), waited=1, loaded_on=A_DAY),
        a_load("2025-01", *k2("2025-01", [91], [4000])),
    ):
        life.when(deliver(load)).then_nothing_noticed()


def test_a_correction_names_a_delivery_there_is() -> None:
    of_nothing = deliver(of="gibt-es-nicht", cause=Cause.TRANSMISSION_ERROR)
    given(IN_FORCE).when(of_nothing).then_refused(UNKNOWN_DELIVERY, saying="gibt-es-nicht")


@pytest.mark.parametrize(("month", "waited"), [("2026-02", 0), ("2025-01", 0), ("2026-01", 1)])
def test_a_correction_is_of_the_same_load_state(month: str, waited: int) -> None:
    load = a_load(month, waited=waited, loaded_on=A_DAY)
    correction = deliver(load, of="2026-01-t0", cause=Cause.TRANSMISSION_ERROR)
    given(IN_FORCE, delivered(JANUARY)).when(correction).then_refused(CORRECTS_OTHER_STATE, saying=str(load.state))


@pytest.mark.parametrize(
    ("load", "cause", "fits"),
    [
        (JANUARY, Cause.TRANSMISSION_ERROR, True),
        (REVISED, Cause.STATISTICAL_REVISION, True),
        (JANUARY, Cause.STATISTICAL_REVISION, False),
        (REVISED, Cause.TRANSMISSION_ERROR, False),
    ],
)
def test_a_revision_has_a_name_of_its_own_and_an_error_has_not(load: Load, cause: Cause, fits: bool) -> None:
    outcome = given(IN_FORCE, a_released(JANUARY)).when(deliver(load, of="2026-01-t0", cause=cause))
    if fits:
        outcome.then_nothing_noticed()
    else:
        outcome.then_refused(REVISION_WITHOUT_NAME, saying=load.revision)


@pytest.mark.parametrize(("act", "decision"), [(release(), Decision.RELEASED), (reject(), Decision.REJECTED)])
def test_a_second_person_decides_about_a_delivery(act: Request, decision: Decision) -> None:
    life = given(IN_FORCE, delivered(JANUARY))
    after = life.when(act, by=MINISTRY).then_nothing_noticed().recorded
    assert after.agreement.deliveries["2026-01-t0"].decision is decision
    life.when(act, by=CLERK).then_refused(OWN_DELIVERY)
    life.when(act, by=replace(CLERK, office="Vertretung")).then_refused(OWN_DELIVERY)


@pytest.mark.parametrize("act", [release(), reject()])
def test_nobody_decides_about_a_delivery_before_it_came(act: Request) -> None:
    day_before = act.model_copy(update={"occurred_on": date(2026, 3, 1)})
    given(IN_FORCE, delivered(JANUARY)).when(day_before).then_refused(OUT_OF_SEQUENCE, saying="02.03.2026")


@pytest.mark.parametrize("decided", [released("2026-01-t0"), rejected("2026-01-t0")])
@pytest.mark.parametrize("act", [release(), reject()])
def test_a_delivery_is_decided_about_once(decided: Life, act: Request) -> None:
    given(IN_FORCE, delivered(JANUARY), decided).when(act).then_refused(DELIVERY_DECIDED)


@pytest.mark.parametrize("act", [release("fremd"), reject("fremd")])
def test_nobody_decides_about_a_delivery_there_is_not(act: Request) -> None:
    given(IN_FORCE, delivered(JANUARY)).when(act).then_refused(UNKNOWN_DELIVERY, saying="fremd")


def test_a_rejection_says_why() -> None:
    given(IN_FORCE, delivered(JANUARY)).when(reject(reason=None)).then_refused(REASON_MISSING)


@pytest.mark.parametrize("cell", ["1e3", "1,5", "01", "+3", " 3", "3/0", "3/-4", "NaN", "1٢", ""])
def test_a_figure_in_any_other_notation_is_malformed(cell: str) -> None:
    with pytest.raises(ValidationError):
        monthly("INT", "2026-01", [cell])


@pytest.mark.parametrize("cell", ["0", "1227/4103", "2495000.17", "30.0", "0.5/3"])
def test_a_figure_in_plain_notation_is_kept_as_it_came(cell: str) -> None:
    assert monthly("INT", "2026-01", [cell]).values == (cell,)

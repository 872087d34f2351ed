"""Follow-up: measures reported, deviations, circumstances and new law noted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.acts.follow_up import ApplyLegalChange, NoteCircumstance, NoteDeviation, ReportMeasure
from domain.facts import (
    CircumstanceNoted,
    DeviationNoted,
    DialogHeld,
    DraftWithdrawn,
    LegalChangeApplied,
    MeasureReported,
)
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.facts.follow_up import CircumstanceKind, Direction, ExpectedEffect, Provision
from domain.record import Actor, Request
from domain.rulebook import follow_up as rules
from domain.rulebook.any_act import NOT_PERMITTED, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.drafting import UNKNOWN_LINE
from tests.builders import (
    A_DAY,
    A_SCAN,
    COUNTY,
    MINISTRY,
    Life,
    a_load,
    a_released,
    a_state,
    agreed_in_full,
    an_agreement_in_force,
    drafted,
    signed,
    ytd,
)
from tests.domain.given import given
from tests.domain.informing import examples
from tests.year_to_judge import DECEMBER_BEFORE, TALKS, a_year_to_judge

TERMS = agreed_in_full()
IN_FORCE = (an_agreement_in_force(TERMS),)
A_MEASURE = AgreedMeasure(id="sprechtag", says="Ein Sprechtag", party="heidekreis", due_on=date(2026, 9, 1))
AGREED_UPON = DialogHeld(
    dialog_id="fruehjahr",
    kind=DialogKind.REGULAR,
    basis=a_state(),
    participants=(Participant(office="Leitung", party="heidekreis"),),
    goals_discussed=("ziel",),
    measures=(A_MEASURE,),
)
BUDGET, BENCHMARK, ECONOMIC, STRUCTURAL = CircumstanceKind
FEBRUARY = (
    a_released(a_load("2025-02", ytd("LZB", "2025-02", "1000"))),
    a_released(a_load("2026-02", ytd("LZB", "2026-02", "990"))),
)


def report(measure: str = "sprechtag", done: bool = True) -> ReportMeasure:
    return ReportMeasure(occurred_on=A_DAY, measure_id=measure, done=done, says="Findet statt", evidence=(A_SCAN,))


def deviate(id: str = "lzb-februar", line: str = "lzb", month: str = "2026-02") -> NoteDeviation:
    return NoteDeviation(
        occurred_on=A_DAY, deviation_id=id, line_id=line, load_state=a_state(month), causes="Weniger offene Stellen"
    )


def note(
    kind: CircumstanceKind = BUDGET, about: str | None = "eingliederung", actual: str | None = "6500000", **other: Any
) -> NoteCircumstance:
    said = {"circumstance_id": "u1", "says": "Weniger Mittel", "lines": ("lzb",), **other}
    return NoteCircumstance.model_validate(
        {"occurred_on": A_DAY, "kind": kind, "about": about, "actual": actual, **said}
    )


def provision(start: date = date(2026, 7, 1), end: date | None = None, line: str = "lzb") -> Provision:
    effects = (ExpectedEffect(line_id=line, direction=Direction.UNCLEAR),)
    return Provision(says="Vorrang der Vermittlung", from_day=start, until_day=end, effects=effects)


def apply(*provisions: Provision, id: str = "aendg-13") -> ApplyLegalChange:
    return ApplyLegalChange(
        occurred_on=A_DAY,
        change_id=id,
        law="13. SGB II-Änderungsgesetz vom 16.04.2026",
        citation="BGBl. 2026 I Nr. 107",
        provisions=provisions or (provision(),),
    )


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
@pytest.mark.parametrize("done", [True, False])
def test_what_came_of_a_measure_is_reported(actor: Actor, done: bool) -> None:
    fact = MeasureReported(measure_id="sprechtag", done=done, says="Findet statt", evidence=(A_SCAN,))
    life = given(*IN_FORCE, TALKS, AGREED_UPON)
    after = life.when(report(done=done), by=actor).then(fact).then_nothing_noticed().recorded
    assert after.agreement.measures_done == {"sprechtag": done}
    assert after.when(report(), by=actor).recorded.agreement.measures_done == {"sprechtag": True}


def test_only_what_was_agreed_upon_is_reported() -> None:
    life = given(*IN_FORCE, TALKS, AGREED_UPON)
    life.when(report("fremd")).then_refused(rules.UNKNOWN_AGREED_MEASURE, saying="fremd")


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
def test_a_deviation_names_line_load_state_and_causes(actor: Actor) -> None:
    fact = DeviationNoted(
        deviation_id="lzb-februar", line_id="lzb", load_state=a_state(), causes="Weniger offene Stellen"
    )
    life = given(*IN_FORCE, FEBRUARY)
    after = life.when(deviate(), by=actor).then(fact).then_nothing_noticed().recorded
    after.when(deviate(), by=actor).then_refused(rules.NOTE_ID_USED, saying="lzb-februar")
    after.when(deviate("lzb-februar-2"), by=actor).then_nothing_noticed()
    life.when(deviate(line="fremd")).then_refused(UNKNOWN_LINE, saying="fremd")


@pytest.mark.parametrize(
    ("figures", "standing"),
    [((), "nicht beurteilbar"), (a_released(a_load("2026-02", ytd("LZB", "2026-02", "970"))), "auf Kurs")],
)
def test_a_deviation_that_is_not_computed_is_noticed(figures: tuple[Life, ...], standing: str) -> None:
    outcome = given(*IN_FORCE, FEBRUARY[0], *figures).when(deviate())
    outcome.then_noticed(rules.NO_DEVIATION, saying=f"keine Abweichung errechnet; ihr Stand: {standing}.")
    given(*IN_FORCE, FEBRUARY).when(deviate()).then_nothing_noticed()


def test_a_deviation_at_another_load_state_is_noticed() -> None:
    given(*IN_FORCE, FEBRUARY).when(deviate(month="2026-01")).then_noticed(rules.NO_DEVIATION, saying="2026-01")


@pytest.mark.parametrize(
    ("kind", "about", "agreed", "actual"),
    [(BUDGET, "eingliederung", "7025036", "6500000"), (BENCHMARK, "svb", "0.1", "-0.6")],
)
@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
def test_budget_and_benchmark_carry_the_agreed_and_the_actual_value(
    kind: CircumstanceKind, about: str, agreed: str, actual: str, actor: Actor
) -> None:
    fact = CircumstanceNoted(
        circumstance_id="u1",
        kind=kind,
        party=actor.party or "",
        about=about,
        agreed=Decimal(agreed),
        actual=Decimal(actual),
        says="Weniger Mittel",
        lines=("lzb",),
    )
    after = given(*IN_FORCE).when(note(kind, about, actual), by=actor).then(fact).then_nothing_noticed().recorded
    assert after.agreement.to_address == {"circumstance:u1": "Weniger Mittel"}


@pytest.mark.parametrize("kind", [ECONOMIC, STRUCTURAL])
def test_other_circumstances_are_described(kind: CircumstanceKind) -> None:
    after = given(*IN_FORCE).when(note(kind, None, None), by=COUNTY).then_nothing_noticed().recorded
    fact = after.records[-1].fact
    assert isinstance(fact, CircumstanceNoted)
    assert (fact.about, fact.agreed, fact.actual) == (None, None, None)


@pytest.mark.parametrize(
    ("kind", "about"),
    [(BUDGET, "svb"), (BUDGET, None), (BENCHMARK, "eingliederung"), (ECONOMIC, "svb"), (STRUCTURAL, "eingliederung")],
)
def test_a_circumstance_is_about_what_its_kind_says(kind: CircumstanceKind, about: str | None) -> None:
    actual = "1" if kind in {BUDGET, BENCHMARK} else None
    given(*IN_FORCE).when(note(kind, about, actual)).then_refused(rules.CIRCUMSTANCE_ABOUT, saying=about or "–")


@pytest.mark.parametrize(
    ("kind", "about", "actual"),
    [(BUDGET, "eingliederung", None), (BENCHMARK, "svb", None), (ECONOMIC, None, "1"), (STRUCTURAL, None, "1")],
)
def test_an_actual_value_belongs_to_what_is_counted(
    kind: CircumstanceKind, about: str | None, actual: str | None
) -> None:
    given(*IN_FORCE).when(note(kind, about, actual)).then_refused(rules.CIRCUMSTANCE_ACTUAL)


def test_where_no_budget_was_agreed_none_differs_from_it() -> None:
    life = given(an_agreement_in_force(TERMS.model_copy(update={"budget": None})))
    life.when(note()).then_refused(rules.CIRCUMSTANCE_ABOUT, saying="keinen vereinbarten Wert")


def test_a_change_of_law_waits_to_be_appraised() -> None:
    bounded = provision(date(2026, 7, 1), date(2026, 7, 1))
    fact = LegalChangeApplied(
        change_id="aendg-13",
        law="13. SGB II-Änderungsgesetz vom 16.04.2026",
        citation="BGBl. 2026 I Nr. 107",
        provisions=(provision(), bounded),
    )
    life = given(*IN_FORCE, FEBRUARY)
    after = life.when(apply(provision(), bounded)).then(fact).then_nothing_noticed().recorded
    assert list(after.agreement.to_address) == ["law:aendg-13"]
    assert "BGBl. 2026 I Nr. 107" in after.agreement.to_address["law:aendg-13"]
    assert after.line("lzb", "2026-02") == life.line("lzb", "2026-02"), "no computed value changes by it"
    life.when(apply(), by=COUNTY).then_refused(NOT_PERMITTED)


def test_a_provision_does_not_end_before_it_begins() -> None:
    backwards = provision(date(2026, 7, 1), date(2026, 6, 30))
    given(*IN_FORCE).when(apply(provision(), backwards)).then_refused(rules.PROVISION_PERIOD, saying="30.06.2026")


def test_lines_of_a_circumstance_or_law_are_those_of_the_agreement() -> None:
    given(*IN_FORCE).when(note(lines=("lzb", "fremd"))).then_refused(UNKNOWN_LINE, saying="fremd")
    given(*IN_FORCE).when(apply(provision(), provision(line="fremd"))).then_refused(UNKNOWN_LINE, saying="fremd")


@pytest.mark.parametrize(
    ("asked", "other"), [(note, lambda: note(circumstance_id="u2")), (apply, lambda: apply(id="aendg-14"))]
)
def test_what_is_noted_has_an_id_of_its_own(asked: Callable[[], Request], other: Callable[[], Request]) -> None:
    once = given(*IN_FORCE).when(asked()).recorded
    once.when(asked()).then_refused(rules.NOTE_ID_USED)
    assert len(once.when(other()).recorded.agreement.to_address) == 2


ACTS = [report(), deviate(), note(), apply(), *(example.asked(A_DAY) for example in examples())]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
@pytest.mark.parametrize("life", [(drafted(TERMS),), (drafted(TERMS), DraftWithdrawn())], ids=["draft", "withdrawn"])
def test_there_is_nothing_to_follow_up_before_anybody_signed(life: tuple[Life, ...], act: Request) -> None:
    given(*life).when(act).then_refused(WRONG_STATUS, saying=act.title)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_follow_up_begins_with_the_first_signature(act: Request) -> None:
    one = given(drafted(TERMS), signed(TERMS.parties[0], TERMS), FEBRUARY, TALKS, AGREED_UPON)
    one.when(act).then_nothing_noticed()


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_nobody_follows_up_for_a_body_that_is_no_party(act: Request) -> None:
    actor = replace(MINISTRY, party="hessen")
    given(*IN_FORCE).when(act, by=actor).then_refused(PARTY_MISSING, saying="hessen")


def test_the_year_to_judge_of_these_tests_is_followed_up_without_a_finding() -> None:
    assert not given(a_year_to_judge()).agreement.to_address
    assert given(*IN_FORCE, DECEMBER_BEFORE).line("lzb", "2026-12").not_assessable_because

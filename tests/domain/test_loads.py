"""Which loads count: released ones only, corrected ones no more, revisions beside each other."""

from fractions import Fraction

import pytest

from domain.attainment import LineState
from domain.facts import TranscriptionCorrected
from domain.figures import Flag, Load, Series
from domain.results import LineResult
from domain.rulebook.attainment import DEFINITION_DIFFERS, DELIVERED_DIFFERS, REVISIONS_DIFFER
from domain.rules import Rule
from domain.standing import standing
from domain.terms import LineKind, Quantity, Sex
from domain.values import sha256_of
from tests.builders import (
    Life,
    a_goal,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_least,
    at_most,
    delivered,
    drafted,
    k2,
    monthly,
    rate,
    rejected,
    released,
    ytd,
)
from tests.domain.given import given

ON, OFF, OPEN, WATCHED = (
    LineState.ON_COURSE,
    LineState.OFF_COURSE,
    LineState.NOT_ASSESSABLE,
    LineState.MONITORED,
)
RISE = a_line(at_least("5.3"))
NOW, BEFORE = "2026-03", "2025-03"


def a_rate(month: str, value: str, revision: str = "original") -> Load:
    return a_load(month, ytd("K2", month, value if "/" in value else rate(value)), revision=revision)


def read(*life: Life) -> LineResult:
    return given(drafted(agreed(RISE)), *life).line("zeile", NOW)


def rates(result: LineResult) -> tuple[object, object]:
    assert result.derivation is not None
    baseline = result.derivation.baseline
    return result.derivation.current.fraction, baseline.fraction if baseline else None


def used(result: LineResult) -> list[str]:
    assert result.derivation is not None
    assert result.derivation.baseline is not None
    values = (result.derivation.current, result.derivation.baseline)
    return [one.delivery_id for value in values for one in value.inputs]


def noticed(result: LineResult, *rules: Rule) -> bool:
    assert {rule.effect for rule in rules} <= {"finding"}
    return [finding.rule for finding in result.findings] == [rule.code for rule in rules]


@pytest.mark.parametrize(
    ("decision", "state"), [(released("neu"), ON), (rejected("neu"), OPEN), ((), OPEN)], ids=["yes", "no", "not yet"]
)
def test_only_what_was_released_counts(decision: Life, state: LineState) -> None:
    result = read(a_released(a_rate(BEFORE, "5.0")), delivered(a_rate(NOW, "5.3"), "neu"), decision)
    assert result.state is state


def test_a_transmission_error_replaces_what_was_transmitted_once_it_is_released() -> None:
    wrong = (a_released(a_rate(BEFORE, "5.0")), a_released(a_rate(NOW, "3.5"), "falsch"))
    assert rates(read(*wrong)) == (Fraction("3.5"), 5)
    right = a_released(a_rate(NOW, "5.3"), "richtig", corrects="falsch", cause="transmission_error")
    assert rates(read(*wrong, right[0])) == (Fraction("3.5"), 5)
    assert rates(read(*wrong, right[0], rejected("richtig"))) == (Fraction("3.5"), 5)
    corrected = read(*wrong, *right)
    assert (corrected.state, used(corrected)) == (ON, ["richtig", "2025-03-t0"])
    again = a_released(a_rate(NOW, "5.1"), "letzte", corrects="richtig", cause="transmission_error")
    assert rates(read(*wrong, *right, *again)) == (Fraction("5.1"), 5)


def test_a_corrected_baseline_is_replaced_too() -> None:
    life = (a_released(a_rate(NOW, "5.3")), a_released(a_rate(BEFORE, "3.0"), "falsch"))
    right = a_released(a_rate(BEFORE, "5.0"), "richtig", corrects="falsch", cause="transmission_error")
    assert rates(read(*life, *right)) == (Fraction("5.3"), 5)


def test_a_revision_of_the_statistic_stands_beside_what_it_revised() -> None:
    first = (a_released(a_rate(BEFORE, "5.0"), "alt-25"), a_released(a_rate(NOW, "5.3"), "alt-26"))
    revised_now = a_released(
        a_rate(NOW, "4.9", "2026-april"), "neu-26", corrects="alt-26", cause="statistical_revision"
    )
    assert used(read(*first, *revised_now)) == ["alt-26", "alt-25"], "a pair of one revision goes before a newer one"
    revised_before = a_released(
        a_rate(BEFORE, "4.0", "2026-april"), "neu-25", corrects="alt-25", cause="statistical_revision"
    )
    both = read(*first, *revised_now, *revised_before)
    assert used(both) == ["alt-26", "alt-25"], "what was agreed upon first stays"
    assert noticed(both)


def test_a_level_is_read_from_what_was_loaded_first_and_not_from_its_revision() -> None:
    line = a_line(at_least("5"), quantity=Quantity.LEVEL, interim={NOW: at_least("5")})
    revised = a_rate(NOW, "4.9", "2026-april")
    life = given(
        drafted(agreed(line)),
        a_released(a_rate(NOW, "5.3"), "alt"),
        a_released(revised, "neu", corrects="alt", cause="statistical_revision"),
    )
    assert rates(life.line("zeile", NOW)) == (Fraction("5.3"), None)


def test_values_of_one_revision_are_paired_where_there_are_any() -> None:
    result = read(
        a_released(a_rate(NOW, "5.3", "2026-april")),
        a_released(a_rate(BEFORE, "4.0"), "alt"),
        a_released(a_rate(BEFORE, "5.0", "2026-april"), "neu", corrects="alt", cause="statistical_revision"),
    )
    assert used(result)[1] == "neu"
    assert noticed(result)


def test_values_of_two_revisions_are_compared_and_that_is_noticed() -> None:
    result = read(a_released(a_rate(NOW, "5.3", "2026-april")), a_released(a_rate(BEFORE, "5.0")))
    assert result.state is ON
    assert noticed(result, REVISIONS_DIFFER)
    assert "2026-april und original" in result.findings[0].says


def test_each_quantity_may_come_with_a_delivery_of_its_own() -> None:
    terms = agreed(RISE, a_line(at_most("0"), id="lzb", measure="LZB"))
    life = given(
        drafted(terms),
        *(a_released(a_rate(month, value)) for month, value in ((NOW, "5.3"), (BEFORE, "5.0"))),
        *(a_released(a_load(m, ytd("LZB", m, "9")), f"lzb-{m}") for m in (NOW, BEFORE)),
    )
    assert [line.state for line in standing(life.attainment)[0].lines] == [ON, ON]


@pytest.mark.parametrize(
    ("delivered_value", "differs"), [("2.3", False), ("2", False), ("2.25", False), ("2.2", True), ("2.2501", True)]
)
def test_a_delivered_value_that_is_not_the_computed_one_is_noticed(delivered_value: str, differs: bool) -> None:
    current = a_load("2026-01", *k2("2026-01", [90], [4000]), ytd("K2", "2026-01", delivered_value))
    life = given(drafted(agreed(a_line(quantity=Quantity.LEVEL))), a_released(current))
    result = life.line("zeile", "2026-01")
    assert rates(result) == (Fraction("2.25"), None), "the computed value counts"
    assert noticed(result, DELIVERED_DIFFERS) if differs else noticed(result)


@pytest.mark.parametrize(
    ("cell", "differs"), [("90/4000", False), ("9/400", False), ("91/4000", False), ("94/4000", True)]
)
def test_a_delivered_fraction_is_compared_as_published(cell: str, differs: bool) -> None:
    current = a_load("2026-01", *k2("2026-01", [90], [4000]), ytd("K2", "2026-01", cell))
    result = given(drafted(agreed(a_line(quantity=Quantity.LEVEL))), a_released(current)).line("zeile", "2026-01")
    assert noticed(result, DELIVERED_DIFFERS) if differs else noticed(result)


def test_a_value_only_delivered_counts_and_is_marked() -> None:
    result = read(a_released(a_rate(NOW, "5.3")), a_released(a_load(BEFORE, *k2(BEFORE, [10] * 3, [200] * 4))))
    assert result.derivation is not None
    assert result.derivation.baseline is not None
    assert (result.derivation.current.basis, result.derivation.baseline.basis) == ("delivered", "computed")


def test_another_version_of_the_definition_is_noticed_with_the_result() -> None:
    series: Series = ytd("K2", NOW, rate("5.3")).model_copy(update={"definition": "2026"})
    result = read(a_released(a_load(NOW, series)), a_released(a_rate(BEFORE, "5.0")))
    assert noticed(result, DEFINITION_DIFFERS)
    assert result.state is ON


@pytest.mark.parametrize("flag", [Flag.MISSING, Flag.SUPPRESSED])
def test_a_suppressed_or_missing_figure_leaves_the_line_open(flag: Flag) -> None:
    holed = monthly("LZB", "2026-01", [9, None, 9], flags={"2026-02": flag})
    life = (a_released(a_load(NOW, holed)), a_released(a_load(BEFORE, monthly("LZB", "2025-01", [9, 9, 9]))))
    result = given(drafted(agreed(a_line(at_most("0"), measure="LZB"))), *life).line("zeile", NOW)
    assert result.state is OPEN
    assert result.not_assessable_because == "In der Lieferung 2026-03-t0 fehlt LZB (insgesamt) für 2026-02."


@pytest.mark.parametrize("before", ["0", "0/4000"])
def test_there_is_no_change_from_nothing(before: str) -> None:
    result = read(a_released(a_rate(NOW, "5.3")), a_released(a_rate(BEFORE, before)))
    assert result.state is OPEN
    assert "null" in (result.not_assessable_because or "")


def test_there_is_no_change_in_percent_of_a_distance_the_other_way_round() -> None:
    line = a_line(at_most("-10"), sex=Sex.GAP)
    loads = [
        a_released(a_load(month, ytd("K2", month, men, Sex.MEN), ytd("K2", month, "20", Sex.WOMEN)))
        for month, men in ((NOW, "17"), (BEFORE, "18"))
    ]
    assert given(drafted(agreed(line)), loads).line("zeile", NOW).state is OPEN


@pytest.mark.parametrize("month", ["2025-03", "2027-01"])
def test_no_month_of_another_year_is_judged(month: str) -> None:
    line = a_line(at_least("0"), measure="K1E4", quantity=Quantity.LEVEL)
    result = given(drafted(agreed(line)), a_released(a_load(month, ytd("K1E4", month, "3")))).line("zeile", month)
    assert result.state is OPEN
    assert result.not_assessable_because == f"{month} liegt nicht im Jahr der Vereinbarung."


def test_the_latest_month_loaded_as_agreed_is_read_by_default() -> None:
    life = given(an_agreement_in_force(), *(a_released(a_rate(m, "5")) for m in ("2026-03", "2026-01", "2025-12")))
    life = life.and_then(a_released(a_load("2026-05", ytd("K2", "2026-05", "5"), waited=1)))
    life = life.and_then(a_released(a_load("2027-01", ytd("K2", "2027-01", "5"))))
    assert life.attainment.latest_month() == "2026-03"
    assert {goal.load_state and goal.load_state.report_month for goal in standing(life.attainment)} == {"2026-03"}


def test_a_result_names_the_terms_it_was_computed_under() -> None:
    terms = agreed(a_line(at_least("7")))
    corrected = TranscriptionCorrected(terms=terms, terms_hash=sha256_of(terms))
    loads = (a_released(a_rate(NOW, "5.3")), a_released(a_rate(BEFORE, "5.0")))
    before, after = read(*loads), read(*loads, corrected)
    assert before.derivation is not None
    assert after.derivation is not None
    assert (before.state, before.derivation.terms_version) == (ON, 1)
    assert (after.state, after.derivation.terms_version) == (OFF, 2)
    assert after.derivation.terms_hash == sha256_of(terms) != before.derivation.terms_hash


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ((ON, ON), ON),
        ((ON, OFF), OFF),
        ((OFF, ON), OFF),
        ((ON, OPEN), OPEN),
        ((OFF, OPEN), OFF),
        ((OPEN, OPEN), OPEN),
    ],
)
def test_a_verdict_is_all_of_its_lines(states: tuple[LineState, LineState], verdict: LineState) -> None:
    lines = (a_line(at_least("5"), id="w", sex=Sex.WOMEN), a_line(at_least("5"), id="m", sex=Sex.MEN))
    watched = a_line(id="insgesamt")
    series = [
        ytd("K2", NOW, rate({ON: "21", OFF: "20"}[state]), sex)
        for state, sex in zip(states, (Sex.WOMEN, Sex.MEN), strict=True)
        if state is not OPEN
    ]
    before = a_load(BEFORE, *(ytd("K2", BEFORE, rate("20"), sex) for sex in (Sex.WOMEN, Sex.MEN)))
    life = given(
        drafted(agreed(*lines, watched)),
        a_released(before),
        a_released(a_load(NOW, *series, ytd("K2", NOW, rate("9")))),
    )
    goal = standing(life.attainment)[0]
    assert [line.state for line in goal.lines] == [*states, WATCHED]
    assert [(one.lines, one.state) for one in goal.verdicts] == [(("w", "m"), verdict)]


def test_a_monitored_line_is_never_on_or_off_course() -> None:
    now, before = a_rate(NOW, "1"), a_rate(BEFORE, "9")
    for loads in ((), (a_released(now),), (a_released(now), a_released(before))):
        result = given(drafted(agreed(a_line())), *loads).line("zeile", NOW)
        assert (result.state, result.gap, result.rounding_sensitive) == (WATCHED, None, False)
        assert (result.derivation is None) == (len(loads) < 2)


def test_an_expected_value_is_read_like_a_target_and_decides_nothing() -> None:
    terms = agreed(a_line(at_least("5.3"), kind=LineKind.EXPECTED))
    life = given(drafted(terms), a_released(a_rate(NOW, "5.0")), a_released(a_rate(BEFORE, "5.0")))
    goal = standing(life.attainment)[0]
    assert ([line.state for line in goal.lines], goal.verdicts) == ([LineState.NOT_AS_EXPECTED], ())
    assert a_goal(a_line(at_least("5.3"), kind=LineKind.EXPECTED)).verdicts == ()

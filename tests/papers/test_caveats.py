"""Caveats stand in papers as on the page: why nothing is decided, that rounding decides, form, revisions, findings."""

from decimal import Decimal
from typing import Any

import pytest

from domain.attainment import Caveat, LineState, in_words
from domain.measures import Unit
from domain.results import GoalResult, LineResult
from domain.rules import Finding
from domain.terms import Bound, Comparator, Form, NamedLevel, Quantity
from interfaces.german import results
from interfaces.papers import plain
from interfaces.papers.blocks import Bullets, Table
from interfaces.papers.council import sentence
from interfaces.papers.goals import lines_table, notes
from tests.http.service import Running
from tests.papers.reading import asked


@pytest.fixture
def goal(sample: Running) -> GoalResult:
    """The goal with a line for each sex."""
    return next(goal for goal in asked(sample).goals if goal.goal_id == "2")


def changed(goal: GoalResult, **update: Any) -> GoalResult:
    """The goal with its first line standing otherwise."""
    first, *others = goal.lines
    return goal.model_copy(update={"lines": (first.model_copy(update=update), *others)})


def shown(goal: GoalResult) -> tuple[str, ...]:
    table: Table = lines_table(goal)
    return table.rows[0]


def noted(goal: GoalResult) -> tuple[str, ...]:
    return tuple(one for block in notes(goal.lines) if isinstance(block, Bullets) for one in block.items)


@pytest.mark.parametrize(
    ("state", "caveats", "says"),
    [
        (LineState.UNDECIDABLE, (), "aus gerundeten Zahlen nicht entscheidbar"),
        (LineState.ROUNDING_OPEN, (), "nur die Rundung entscheidet, sie ist nicht vereinbart"),
        (LineState.ON_COURSE, (Caveat.ROUNDING,), "auf Kurs (nur die Rundung entscheidet)"),
        (LineState.OFF_COURSE, (Caveat.REVISIONS,), "nicht auf Kurs (über Revisionen der Statistik hinweg verglichen)"),
    ],
)
def test_a_state_is_said_with_every_caveat(
    goal: GoalResult, state: LineState, caveats: tuple[Caveat, ...], says: str
) -> None:
    found = changed(goal, state=state, caveats=caveats)
    assert shown(found)[5] == says == in_words(state, caveats)
    assert f"Stand: {says}" in sentence(found.lines[0])


def test_no_gap_is_said_where_rounding_is_open(goal: GoalResult) -> None:
    assert shown(changed(goal, state=LineState.ROUNDING_OPEN))[6] == "–"


def test_why_nothing_can_be_assessed_is_said_below_the_table(goal: GoalResult) -> None:
    why = "Es fehlt der Ladestand 2025-05 (t-0)."
    found = changed(goal, state=LineState.NOT_ASSESSABLE, not_assessable_because=why, derivation=None, gap=None)
    assert noted(found) == ("Integrationsquote: Es fehlt der Ladestand Mai 2025 ohne Wartezeit.",)
    assert shown(found)[1:4] == ("–", "–", "–")
    assert "nicht beurteilbar" in sentence(found.lines[0])


def test_rounding_and_findings_are_said_below_the_table(goal: GoalResult) -> None:
    finding = Finding(rule="revisions-differ", clause="III.3.2-L", says="Beispiel: zwei Revisionen.")
    found = noted(changed(goal, rounding_sensitive=True, findings=(finding,)))
    assert found == (
        "Integrationsquote: Gerundet fiele das Ergebnis anders aus; es entscheidet der genaue Wert.",
        "Integrationsquote: Beispiel: zwei Revisionen.",
    )


def test_a_form_other_than_year_to_date_is_named(goal: GoalResult) -> None:
    assert shown(changed(goal, form=Form.ROLLING))[0] == "Integrationsquote (gleitender Jahreswert)"


def test_a_reserve_and_a_gap_have_their_own_words(goal: GoalResult) -> None:
    lines: tuple[LineResult, ...] = goal.lines
    assert [line.state for line in lines] == [LineState.ON_COURSE, LineState.OFF_COURSE, LineState.ON_COURSE]
    assert [row[6].split()[0] for row in lines_table(goal).rows] == ["Reserve", "es", "Reserve"]


def test_what_holds_of_several_lines_is_said_once(goal: GoalResult) -> None:
    why = {"state": LineState.NOT_ASSESSABLE, "not_assessable_because": "Es fehlt alles."}
    lines = tuple(line.model_copy(update=why) for line in goal.lines)
    assert noted(goal.model_copy(update={"lines": lines})) == (
        "Integrationsquote, Integrationsquote (Frauen), Integrationsquote (Männer): Es fehlt alles.",
    )


@pytest.mark.parametrize(
    ("comparator", "value", "says"),
    [
        (Comparator.AT_LEAST, "5.3", "ein Anstieg um mindestens 5,3\u00a0%"),
        (Comparator.AT_LEAST, "-7.0", "ein Rückgang um höchstens 7,0\u00a0%"),
        (Comparator.AT_MOST, "-2.5", "ein Rückgang um mindestens 2,5\u00a0%"),
        (Comparator.AT_MOST, "14", "ein Anstieg um höchstens 14\u00a0%"),
        (Comparator.MORE_THAN, "1", "ein Anstieg um mehr als 1\u00a0%"),
        (Comparator.MORE_THAN, "-1", "ein Rückgang um weniger als 1\u00a0%"),
        (Comparator.LESS_THAN, "-1", "ein Rückgang um mehr als 1\u00a0%"),
        (Comparator.LESS_THAN, "1", "ein Anstieg um weniger als 1\u00a0%"),
        (Comparator.AT_LEAST, "0", "kein Rückgang"),
        (Comparator.MORE_THAN, "0", "ein Anstieg"),
        (Comparator.AT_MOST, "0.0", "kein Anstieg"),
        (Comparator.LESS_THAN, "0", "ein Rückgang"),
    ],
)
def test_a_bound_of_a_change_is_said_as_the_agreement_says_it(
    goal: GoalResult, comparator: Comparator, value: str, says: str
) -> None:
    bound = Bound(comparator=comparator, value=Decimal(value), unit=Unit.PERCENT)
    line = changed(goal, bound=bound).lines[0]
    assert plain.agreed(line) == says
    assert f"Vereinbart: {says}." in sentence(line)
    assert plain.agreed(line.model_copy(update={"interim": True})) == f"{says} (Zwischenwert)"


def test_the_number_a_bound_names_is_said_and_a_level_stays_a_level(goal: GoalResult) -> None:
    named = NamedLevel(value=Decimal(4778), unit=Unit.PERSONS, decides=True)
    bound = Bound(comparator=Comparator.AT_MOST, value=Decimal("-0.3"), unit=Unit.PERCENT, names=named)
    line = changed(goal, bound=bound).lines[0]
    fall = "ein Rückgang um mindestens 0,3\u00a0% (auf 4.778\u00a0Personen, die Zahl entscheidet)"
    assert plain.agreed(line) == fall
    level = Bound(comparator=Comparator.AT_LEAST, value=Decimal("28.4"), unit=Unit.PERCENT)
    of_a_level = changed(goal, bound=level, quantity=Quantity.LEVEL).lines[0]
    assert plain.agreed(of_a_level) == results.bound(of_a_level) == "mindestens 28,4 %"


@pytest.mark.parametrize(
    ("rounded", "says"), [("0.0", "ist gerundet unverändert"), ("-1.2", "sind 1,2\u00a0% weniger")]
)
def test_a_change_is_said_without_a_sign(goal: GoalResult, rounded: str, says: str) -> None:
    made = goal.lines[0].derivation
    assert made
    compared = made.compared.model_copy(update={"rounded": Decimal(rounded)})
    line = changed(goal, derivation=made.model_copy(update={"compared": compared})).lines[0]
    assert f", das {says}." in sentence(line)

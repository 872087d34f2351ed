"""Terms that hold together are drafted, and what is unusual in them is noticed."""

from decimal import Decimal

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from domain.contradictions import contradictions, remarks
from domain.facts import AgreementDrafted
from domain.measures import CATALOGUES, Unit
from domain.rulebook import drafting as rules
from domain.terms import (
    Comparator,
    Quantity,
    Sex,
    Terms,
)
from tests.builders import HEIDEKREIS, a_line, agreed, at_least, at_most, bound, in_year
from tests.domain.given import given
from tests.domain.test_contradictions import CRITERION, HOLDING, STEP, an_individual_goal, but, with_goals
from tests.domain.test_drafting import draft


@pytest.mark.parametrize("terms", HOLDING.values(), ids=HOLDING)
def test_terms_that_hold_together_are_drafted(terms: Terms) -> None:
    outcome = given().when(draft(terms)).then_nothing_noticed()
    assert isinstance(outcome.recorded.records[0].fact, AgreementDrafted)


@for_any(st.sampled_from(Comparator), st.decimals(-1000, 1000, places=5), st.sampled_from([Sex.TOTAL, Sex.WOMEN]))
def test_a_bound_may_have_any_comparator_sign_and_number_of_decimals(
    comparator: Comparator, value: Decimal, sex: Sex
) -> None:
    line = a_line(bound(comparator.value, format(value + 0, "f")), sex=sex)
    assert contradictions(agreed(line)) == ()


def test_an_edition_the_catalogue_does_not_hold_is_accepted_and_noticed() -> None:
    terms = but(
        with_goals(an_individual_goal(steps=(STEP,), criteria=(CRITERION,))),
        ordinance=HEIDEKREIS.ordinance.model_copy(update={"catalogue": "2031"}),
    )
    given().when(draft(terms)).then_noticed(rules.UNKNOWN_CATALOGUE, saying="2010, 2011, 2019")


@pytest.mark.parametrize(("year", "noticed"), [(2012, True), (2018, True), (2019, False), (2026, False)])
def test_an_edition_of_a_later_time_is_accepted_and_noticed(year: int, noticed: bool) -> None:
    found = [finding.rule for finding in remarks(in_year(HEIDEKREIS, year))]
    assert found == ([rules.CATALOGUE_LATER.code] if noticed else [])


def test_an_own_measure_may_carry_what_a_code_meant_before() -> None:
    earlier = CATALOGUES["2011"]["K2E3"]
    assert contradictions(but(own_measures=(earlier,))) == ()


@pytest.mark.parametrize(
    ("says", "noticed"),
    [
        ("auf rund 3.500", True),
        ("auf ca. 3.500", True),
        ("auf ca.3.500", True),
        ("auf annähernd 3.500", True),
        ("auf knapp 3.500", True),
        ("rundum gut", False),
    ],
)
def test_a_target_said_approximately_is_accepted_and_noticed(says: str, noticed: bool) -> None:
    line = a_line(at_most("3500", Unit.PERSONS), measure="LZB", quantity=Quantity.LEVEL)
    outcome = given().when(draft(agreed(line.model_copy(update={"says": says}))))
    if noticed:
        outcome.then_noticed(rules.APPROXIMATE_BOUND, saying="zeile")
    else:
        outcome.then_nothing_noticed()


def test_a_corridor_is_two_targets_with_one_verdict() -> None:
    above, below = a_line(at_least("28"), id="ab"), a_line(at_most("30"), id="bis")
    assert contradictions(agreed(above, below)) == ()
    assert contradictions(agreed(a_line(at_least("28"), id="ab"), a_line(at_most("28"), id="genau"))) == ()

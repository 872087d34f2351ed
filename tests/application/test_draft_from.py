"""Next year's draft: what carries over moves with the year, what must be decided is named, nothing is recorded."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from application.acting.carry_over import carried_over
from application.acting.service import Service
from domain.acts.drafting import DraftAgreement
from domain.rulebook.drafting import YEAR_NOT_LATER
from domain.rules import Refused
from domain.state import Agreement
from domain.terms import Terms
from infrastructure.journal import Journal
from infrastructure.persons import Persons
from tests.builders import CLERK, HEIDEKREIS, a_line, agreed, at_least, drafted
from tests.domain.given import given

TODAY = date(2026, 11, 2)


def earlier(terms: Terms = HEIDEKREIS) -> Agreement:
    return given(drafted(terms)).agreement


def test_years_move_and_amounts_bounds_and_dates_stay() -> None:
    terms = carried_over(earlier(), 2027, TODAY).request.terms
    assert (terms.year, terms.title[-4:]) == (2027, "2027")
    assert (terms.assessment.opens_on, terms.assessment.closes_on) == (date(2028, 3, 1), date(2028, 6, 30))
    says = {line.id: line.says for line in terms.lines}
    assert says["k2"].endswith("steigt um 5,3 % im Vergleich zum Jahr 2026")
    assert [line.bound for line in terms.lines] == [line.bound for line in HEIDEKREIS.lines]
    assert (terms.budget, terms.benchmarks, terms.ordinance) == (
        HEIDEKREIS.budget,
        HEIDEKREIS.benchmarks,
        HEIDEKREIS.ordinance,
    )


def test_interim_months_and_a_leap_day_move_too() -> None:
    terms = agreed(a_line(at_least("5"), interim={"2026-06": at_least("2")}))
    window = terms.assessment.model_copy(update={"closes_on": date(2028, 2, 29)})
    moved = carried_over(earlier(terms.model_copy(update={"assessment": window})), 2028, TODAY).request.terms
    assert [interim.month for line in moved.lines for interim in line.interim] == ["2028-06"]
    assert moved.assessment.closes_on == date(2030, 2, 28)


def test_everything_that_depends_on_the_year_is_named_for_decision() -> None:
    undecided = carried_over(earlier(), 2027, TODAY).undecided
    said = "\n".join(one.says for one in undecided)
    items = [item for goal in HEIDEKREIS.goals for item in (*goal.steps, *goal.criteria, *goal.topics)]
    agreed = [*(one.id for one in items), *(line.id for line in HEIDEKREIS.lines if line.bound is not None)]
    assert set(agreed) <= {one.id for one in undecided}
    assert [one.id for one in items if one.says not in said] == []
    assert [name for name in agreed if f"„{name}“" in said] == [], "people know no ids"
    for word in (
        "8.575.980 Euro",
        "7.025.036 Euro",
        "15.600.000 Euro",
        "0,1 %",
        "Fassung vom 12.08.2010",
        "01.03.2028",
    ):
        assert word in said
    assert "„llu“" not in said


@pytest.mark.parametrize("year", [2025, 2026])
def test_only_a_later_year_can_follow(year: int) -> None:
    with pytest.raises(Refused, match=f"{year} liegt nicht nach dem Jahr 2026") as refused:
        carried_over(earlier(), year, TODAY)
    assert [one.rule for one in refused.value.findings] == [YEAR_NOT_LATER.code]


def test_the_file_is_a_request_the_service_grants(journal: Journal, persons: Persons) -> None:
    clock = datetime(2026, 11, 2, 12, tzinfo=UTC)
    written = json.dumps(carried_over(earlier(), 2027, TODAY).request.model_dump(mode="json"))
    assert not any(isinstance(value, float) for value in _leaves(json.loads(written)))
    service = Service(journal, persons, now=lambda: clock + timedelta(seconds=1), software="test")
    assert journal.log() == []
    request = DraftAgreement.model_validate(json.loads(written))
    assert service.act(CLERK, request).agreement_id == "2027.4.03.03358.1"


def _leaves(value: object) -> list[object]:
    match value:
        case dict():
            return [leaf for inner in value.values() for leaf in _leaves(inner)]
        case list():
            return [leaf for inner in value for leaf in _leaves(inner)]
        case _:
            return [value]

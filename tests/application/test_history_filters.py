"""What of the history is wanted: each filter finds what it asks for."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from application.history.filters import HistoryFilter
from application.history.pages import Histories
from domain.rules import Finding
from infrastructure.journal import Journal
from tests.application.lives import recorded
from tests.application.test_history import (
    AUDITOR,
    LIFE,
    write,
)
from tests.builders import an_agreement_in_force, drafted
from tests.domain.given import given


@pytest.fixture
def histories(journal: Journal) -> Histories:
    return Histories(journal)


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ({"role": "county"}, ["CircumstanceNoted"]),
        ({"actor": "lena-kreis"}, ["CircumstanceNoted"]),
        ({"party": "heidekreis"}, ["CircumstanceNoted"]),
        ({"party": "celle"}, []),
        ({"fact": "DialogHeld"}, ["DialogHeld"]),
        ({"clause": "III.3.5"}, ["CircumstanceNoted"]),
        ({"clause": "III.3.3"}, ["FinalAssessmentMade"]),
        ({"clause": "S"}, ["AgreementSigned", "AgreementSigned"]),
        ({"goal": "2"}, ["AgreementDrafted", "CircumstanceNoted"]),
        ({"goal": "1"}, ["AgreementDrafted", "DialogHeld"]),
        ({"occurred_from": "2027-01-01"}, ["DialogScheduled", "DialogHeld", "FinalAssessmentMade"]),
        ({"occurred_until": "2026-01-31"}, ["AgreementDrafted"]),
        ({"recorded_from": "2026-02-01T08:03:00Z", "recorded_until": "2026-02-01T08:04:00Z"}, 2),
        ({"role": "county", "fact": "DialogHeld"}, []),
    ],
)
def test_a_filter_finds_what_it_asks_for(
    journal: Journal, histories: Histories, asked: dict[str, str], types: list[str] | int
) -> None:
    write(journal, recorded(*LIFE))
    found = [entry.type for entry in histories.page(AUDITOR, HistoryFilter.model_validate(asked)).entries]
    assert (found if isinstance(types, list) else len(found)) == types


def test_entries_are_found_by_the_rule_that_noticed_something(journal: Journal, histories: Histories) -> None:
    clean, late, both = recorded(an_agreement_in_force())
    noticed = tuple(
        Finding(rule=rule, clause="N.1", says="Bemerkt.") for rule in ("recorded-late", "amendment-pending")
    )
    write(journal, [clean, replace(late, findings=noticed[:1]), replace(both, findings=noticed)])
    found = {
        rule: [entry.version for entry in histories.page(AUDITOR, HistoryFilter(finding=rule)).entries]
        for rule in ("recorded-late", "amendment-pending", "no-such-rule")
    }
    assert found == {"recorded-late": [2, 3], "amendment-pending": [3], "no-such-rule": []}


def test_a_clause_stands_for_its_parts_and_not_for_what_begins_alike(journal: Journal, histories: Histories) -> None:
    write(journal, recorded(*LIFE))
    of_part = histories.page(AUDITOR, HistoryFilter(clause="III.3")).entries
    assert {entry.type for entry in of_part} >= {"DialogHeld", "LegalChangeApplied", "FinalAssessmentMade"}
    assert histories.page(AUDITOR, HistoryFilter(clause="I")).entries == ()


def test_a_fact_that_does_not_exist_cannot_be_asked_for() -> None:
    with pytest.raises(ValidationError, match="DialogueHeld"):
        HistoryFilter(fact="DialogueHeld")


def test_a_day_belongs_to_the_period_that_it_ends() -> None:
    (drafted_on_15_january,) = given(drafted()).records
    assert HistoryFilter(occurred_from=date(2026, 1, 15), occurred_until=date(2026, 1, 15)).admits(
        drafted_on_15_january
    )
    assert not HistoryFilter(occurred_from=date(2026, 1, 16)).admits(drafted_on_15_january)
    assert not HistoryFilter(occurred_until=date(2026, 1, 14)).admits(drafted_on_15_january)

"""Every rule says the same in English: completely, with the finding's words, and with nothing German left in it."""

import re
from datetime import date
from enum import StrEnum
from string import Formatter

import pytest

from application.acting.permissions import PERMITTED
from domain.acts.answering import CloseAgreement
from domain.acts.figures import ReleaseFigures
from domain.acts.follow_up import GiveAdvice
from domain.attainment import LineState
from domain.contradictions import contradictions
from domain.facts.dialogs import DialogKind
from domain.facts.follow_up import CircumstanceKind
from domain.facts.judging import Outcome
from domain.german import CODES, german
from domain.measures import Unit
from domain.record import Request, Role
from domain.rulebook import RULES
from domain.rulebook.any_act import LATE_WITHOUT_REASON, NOT_PERMITTED, WRONG_STATUS
from domain.rulebook.drafting import ID_TWICE
from domain.rulebook.mending import ASSESSMENT
from domain.rules import Finding, Refused
from domain.state import Answer, Decision, Status
from domain.terms import Goal, Quantity, Sex, Terms
from interfaces.http.english import SPECS, act, english, sentences, word
from tests.builders import COUNTY, HEIDEKREIS, MINISTRY, drafted
from tests.domain.given import given

WORDS: dict[str, type[StrEnum]] = {
    "status": Status,
    "allowed": Status,
    "role": Role,
    "permitted": Role,
    "side": Role,
    "quantity": Quantity,
    "unit": Unit,
    "expected": Unit,
    "sex": Sex,
    "standing": LineState,
    "computed": Outcome,
    "answer": Answer,
    "decision": Decision,
}
"""What fills the placeholders of German words, where it is one enumeration."""
GERMAN = re.compile(r"[äöüÄÖÜß]|\b(?:der|das|dem|den|ist|nicht|und|oder|bitte|eine?[mnrs]?|wird|wurden?)\b")


def placeholders(sentence: str) -> dict[str, str]:
    """The placeholders of a sentence, each with its mark."""
    return {name: spec or "" for _, name, spec, _ in Formatter().parse(sentence) if name}


def without_brackets(sentence: str) -> str:
    return re.sub(r"\([^)]*\)", "", sentence)


def test_every_rule_has_one_sentence_and_no_other_has() -> None:
    assert sorted(sentences()) == sorted(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_sentence_names_nothing_the_german_one_does_not(code: str) -> None:
    assert placeholders(sentences()[code]).keys() <= placeholders(RULES[code].says).keys()


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_sentence_is_filled_and_has_nothing_german_left(code: str) -> None:
    named = placeholders(sentences()[code])
    coded = {name for name, spec in named.items() if spec}
    values = {name: "in_force" if name in coded else f"-{name}-" for name in placeholders(RULES[code].says)}
    said = english(RULES[code].finding(**values))
    words = {name: "in force" if name in coded else f"-{name}-" for name in named}
    assert [name for name in named if words[name] not in said] == []
    assert said[-1] == "."
    assert not GERMAN.search(without_brackets(said))
    assert "{" not in said


@pytest.mark.parametrize("german_text", ["Bitte eine neue wählen.", "Das ist nicht möglich", "Prüfung"])
def test_german_would_be_found(german_text: str) -> None:
    assert GERMAN.search(german_text)


def test_codes_are_marked_where_a_sentence_is_filled_with_them() -> None:
    specs = {name: spec for code in RULES for name, spec in placeholders(sentences()[code]).items() if spec}
    reasons = {"act", "kind", "where", "what", "references", "missing", "needs", "why", "current", "baseline"}
    assert specs.keys() == {*WORDS, *reasons}
    assert {*specs.values()} == {*SPECS} - {"number"}  # rules name numbers as they are


@pytest.mark.parametrize("kind", [*dict.fromkeys(WORDS.values()), DialogKind, CircumstanceKind])
def test_every_word_of_an_enumeration_has_its_english(kind: type[StrEnum]) -> None:
    assert [one for one in kind if one != "land" and word(one) == german(one)] == []
    assert [one for one in kind if GERMAN.search(without_brackets(word(one)))] == []


def test_every_code_has_words_in_both_languages() -> None:
    assert [code for code in CODES if not german(code) or GERMAN.search(without_brackets(word(code)))] == []


@pytest.mark.parametrize("request_type", PERMITTED)
def test_every_request_has_its_english(request_type: type[Request]) -> None:
    assert act(str(request_type.named())) != request_type.title
    assert not GERMAN.search(act(str(request_type.named())))


def test_several_codes_are_said_one_by_one() -> None:
    found = WRONG_STATUS.finding(
        act=CloseAgreement.named(), status=Status.DRAFTED, allowed=(Status.IN_FORCE, Status.ASSESSED)
    )
    assert "in Kraft oder bewertet" in found.says
    assert "in force or assessed" in english(found)
    assert found.values["allowed"] == "in_force, assessed"


def test_ids_stay_beside_codes() -> None:
    found = RULES["stands-below"].finding(version=3, references=("law:recht", ASSESSMENT))
    assert "(law:recht, Gesamtbewertung)" in found.says
    assert "(law:recht, final assessment)" in english(found)


def test_an_id_is_no_word() -> None:
    [delivered] = RULES["delivery-decided"].notice_if(True, delivery="Frauen")
    assert "“Frauen”" in english(delivered)


def test_a_text_with_braces_stays_as_it_is() -> None:
    assert "“{x}”" in english(RULES["unknown-goal"].finding(goal="{x}"))


def test_a_refusal_for_the_status_reads_in_english() -> None:
    closing = CloseAgreement(occurred_on=date(2026, 3, 2))
    decided = given(drafted()).when(closing, MINISTRY).decided
    assert isinstance(decided, Refused)
    assert decided.findings[0].rule == WRONG_STATUS.code
    assert english(decided.findings[0]) == (
        "“close the agreement” is not possible while the agreement is drafted; "
        "it is possible only while it is assessed."
    )


def test_a_refusal_for_the_role_reads_in_english() -> None:
    releasing = ReleaseFigures(occurred_on=date(2026, 3, 2), delivery_id="d")
    decided = given(drafted()).when(releasing, COUNTY).decided
    assert isinstance(decided, Refused)
    assert decided.findings[0].rule == NOT_PERMITTED.code
    assert english(decided.findings[0]) == (
        "The role “county” may not make the request “release figures”; this is for: Land."
    )


def test_a_refusal_for_lateness_names_the_day() -> None:
    advising = GiveAdvice(occurred_on=date(2026, 3, 2), goals=("1",), says="Rat")
    decided = given(drafted()).when(advising, MINISTRY, today=date(2026, 6, 1)).decided
    assert isinstance(decided, Refused)
    assert decided.findings[0].rule == LATE_WITHOUT_REASON.code
    assert english(decided.findings[0]).startswith("2026-03-02 is more than 14 days ago")


def doubled(terms: Terms) -> Terms:
    goals = terms.goals
    twice: tuple[Goal, ...] = tuple(goal.model_copy(update={"id": goals[0].id}) for goal in goals[:2])
    return terms.model_copy(update={"goals": (*twice, *goals[2:])})


def test_where_an_id_is_given_twice_reads_in_english() -> None:
    found = [one for one in contradictions(doubled(HEIDEKREIS)) if one.rule == ID_TWICE.code]
    assert english(found[0]) == f"The id “{HEIDEKREIS.goals[0].id}” is given twice (goals); give each its own."


def test_what_was_recorded_without_its_codes_stays_german() -> None:
    old = Finding(rule="recorded-late", clause="N.1", says="Erst 20 Tage nach dem 01.03.2026 festgehalten.")
    gone = Finding(rule="a-rule-of-old", clause="N.1", says="So war es.")
    worded = Finding(
        rule="side-absent",
        clause="III.3.1",
        says="Am Dialog nahm niemand für die Seite „Kommune“ teil.",
        values={"side": "Kommune"},
    )
    assert [english(one) for one in (old, gone, worded)] == [old.says, gone.says, worded.says]


def test_no_finding_keeps_german_words_for_codes() -> None:
    absent = RULES["side-absent"].finding(side=Role.COUNTY)
    assert (absent.values, "„Kommune“" in absent.says) == ({"side": "county"}, True)

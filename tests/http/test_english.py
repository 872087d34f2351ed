"""Every rule says the same in English: completely, with the finding's words, and with nothing German left in it."""

import re
from datetime import date
from enum import StrEnum
from string import Formatter

import pytest

from application.acting.permissions import PERMITTED
from application.figure_files.intake.rows import TOO_MANY
from domain.acts.figures import ReleaseFigures
from domain.acts.follow_up import GiveAdvice
from domain.acts.judging import CloseAgreement
from domain.attainment import LineState
from domain.contradictions import contradictions
from domain.facts.dialogs import DialogKind
from domain.facts.follow_up import CircumstanceKind
from domain.facts.judging import Outcome
from domain.german import german
from domain.measures import Unit
from domain.record import Request, Role
from domain.rulebook import RULES
from domain.rulebook.any_act import LATE_WITHOUT_REASON, NOT_PERMITTED, WRONG_STATUS
from domain.rulebook.attainment import BASES_DIFFER
from domain.rulebook.drafting import ID_TWICE
from domain.rules import Finding, Refused
from domain.state import Answer, Decision, Status
from domain.terms import Goal, Quantity, Sex, Terms
from infrastructure.figure_files import refusal
from infrastructure.figure_files.archive import ACTIVE
from interfaces.http.english import WORD, english, sentences, word
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
    values = {name: f"-{name}-" for name in placeholders(RULES[code].says)}
    said = english(RULES[code].finding(**values))
    named = placeholders(sentences()[code])
    assert [name for name in named if values[name] not in said] == []
    assert said[-1] == "."
    assert not GERMAN.search(without_brackets(said))
    assert "{" not in said


@pytest.mark.parametrize("german_text", ["Bitte eine neue wählen.", "Das ist nicht möglich", "Prüfung"])
def test_german_would_be_found(german_text: str) -> None:
    assert GERMAN.search(german_text)


def test_german_words_are_marked_where_the_german_sentence_is_filled_with_them() -> None:
    marked = {name for code in RULES for name, spec in placeholders(sentences()[code]).items() if spec == WORD}
    assert marked == {*WORDS, "act", "kind", "where", "references", "current", "baseline", "why"}


@pytest.mark.parametrize("kind", [*dict.fromkeys(WORDS.values()), DialogKind, CircumstanceKind])
def test_every_word_of_an_enumeration_has_its_english(kind: type[StrEnum]) -> None:
    assert [one for one in kind if one != "land" and word(german(one)) == german(one)] == []


def test_every_reason_why_a_file_is_not_read_has_its_english() -> None:
    plain = [one for name, one in vars(refusal).items() if name.isupper() and name != "ACTIVE"]
    reasons = [*plain, TOO_MANY, *(refusal.ACTIVE.format(what=what) for what in {*ACTIVE.values()})]
    told = {one: word(one.format(row=17, count=17).rstrip(".")) for one in reasons}
    assert [one for one, said in told.items() if GERMAN.search(said) or ("{" in one) != ("17" in said)] == []


@pytest.mark.parametrize("basis", ["computed", "delivered", "difference"])
def test_every_basis_of_a_value_has_its_english(basis: str) -> None:
    said = english(BASES_DIFFER.finding(current=german(basis), baseline=german("computed")))
    assert german(basis) not in said


@pytest.mark.parametrize("request_type", PERMITTED)
def test_every_request_has_its_english(request_type: type[Request]) -> None:
    assert word(request_type.title) != request_type.title


def test_several_words_are_translated_one_by_one() -> None:
    assert word("in Kraft oder bewertet") == "in force or assessed"
    assert word("Ausschuss, Kommune, Land") == "committee, county, Land"
    assert word("law:recht, Gesamtbewertung") == "law:recht, final assessment"


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


def test_what_was_recorded_without_its_words_stays_german() -> None:
    old = Finding(rule="recorded-late", clause="N.1", says="Erst 20 Tage nach dem 01.03.2026 festgehalten.")
    gone = Finding(rule="a-rule-of-old", clause="N.1", says="So war es.")
    assert (english(old), english(gone)) == (old.says, gone.says)

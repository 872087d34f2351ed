"""Every rule says the same in English: completely, with the finding's words, and with nothing German left in it."""

import copy
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter
from typing import Any

import pytest
from pydantic import BaseModel

import application
import domain
import interfaces.http
from application.acting.malformed import FORMS, KINDS
from application.acting.permissions import PERMITTED
from application.history.words import BOUND
from application.notifying.webhooks import WebhookWish
from application.reading.parts.part import because, joined
from application.reports.catalogue import REPORTS, title_of
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
from domain.reasons import ITSELF, Reason, Said
from domain.record import Request, Role
from domain.rulebook import RULES
from domain.rulebook.any_act import LATE_WITHOUT_REASON, NOT_PERMITTED, WRONG_STATUS
from domain.rulebook.drafting import ID_TWICE
from domain.rulebook.figures import FILE_UNREADABLE
from domain.rulebook.file_checks import CHECKS
from domain.rulebook.mending import ASSESSMENT
from domain.rules import Finding, Refused
from domain.state import Answer, Decision, Status
from domain.terms import Comparator, Goal, Quantity, Sex, Terms
from infrastructure.figure_files import refusal
from interfaces.http.english import SPECS, TABLES, act, english, field_error, known, retold, sentences, word
from tests.builders import COUNTY, HEIDEKREIS, MINISTRY, drafted
from tests.domain.given import given
from tests.test_project import ROOT

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


ALIKE = {
    "term_form",
    "term_name",
    "version_holds",
    *(f"formula_{one}" for one in ("sum", "sum_per_sum", "year_on_year", "last")),
}
"""Codes of words that both languages have."""
REASONS = {
    reason.code: reason
    for package in (domain, application, interfaces.http)
    for found in walk_packages(package.__path__, f"{package.__name__}.")
    for value in (*vars(import_module(found.name)).values(), *vars(refusal).values())
    for reason in (value.values() if isinstance(value, dict) else (value,))
    if isinstance(reason, Reason) and reason.code not in sentences("due")
} | {
    text.source.code: text.source
    for text in (*(text for one in CHECKS for text in (one.says, one.formula)), *map(title_of, REPORTS))
    if isinstance(text, Said) and isinstance(text.source, Reason)
}
"""Every reason that stands in a rule's sentence, or is said by itself."""


def test_reasons_are_found() -> None:
    assert {
        "because",
        "term_ags",
        "in_line",
        "too_big",
        "too_many_figures",
        "beyond_log",
        "delivered",
        "called_off",
    } <= REASONS.keys()


@pytest.mark.parametrize("code", sorted(REASONS))
def test_every_reason_has_its_words_in_both_languages(code: str) -> None:
    reason = REASONS[code]
    said = act(code) if code == "assessed_outside" else word(code)
    assert known(code) or code == "assessed_outside", "say it in interfaces/http/english*.toml"
    assert not GERMAN.search(re.sub("“[^“”]*”", "", without_brackets(said)))
    assert said != reason.german or code in ALIKE or not re.sub(r"\{\w+\}|\W", "", said)
    assert placeholders(said).keys() <= placeholders(reason.german).keys()


def test_no_code_means_two_things() -> None:
    tables = [tomllib.loads((ROOT / "interfaces/http" / name).read_text("utf-8")).get("words", {}) for name in TABLES]
    codes = [code for table in tables for code in table]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []
    own = [code for table in tables[1:] for code in table]
    assert CODES & set(own) == set()
    assert [code for code in own if code not in REASONS and not re.fullmatch("report_.*_rule", code)] == []


def test_a_text_is_said_again_from_its_reason_with_all_in_it() -> None:
    day = because(ITSELF.said(value=date(2026, 3, 2)), "so vereinbart, {zum} Teil")
    both = joined([day, BOUND.said(comparator=Comparator.AT_LEAST, value=Decimal("4778.5"), unit=Unit.PERSONS)])
    assert both == "02.03.2026: so vereinbart, {zum} Teil; mindestens 4.778,5 Personen"
    assert retold(both) == "2026-03-02: so vereinbart, {zum} Teil; at least 4,778.5 persons"
    assert retold(copy.deepcopy(both)) == retold(both)


def test_a_reason_is_said_with_its_values_in_both_languages() -> None:
    found = FILE_UNREADABLE.finding(why=refusal.several_sheets([("Daten", False), ("Alt", True)]))
    assert found.values == {"why": "sheets", "count": "2", "names": "“Daten”, “Alt” (hidden)"}
    assert "hat 2 Tabellenblätter mit Inhalt („Daten“, „Alt“ – ausgeblendet)" in found.says
    assert "has 2 sheets with content (“Daten”, “Alt” (hidden))" in english(found)


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


@pytest.mark.parametrize("kind", sorted(KINDS - {"string_pattern_mismatch"}))
def test_every_kind_of_unreadable_field_is_said_in_english(kind: str) -> None:
    context = dict.fromkeys(("max_length", "min_length", "ge", "le", "expected", "known"), "7")
    said = field_error({"type": kind, "ctx": context})
    assert not GERMAN.search(said)
    assert said != "is not valid"
    assert "{" not in said


@pytest.mark.parametrize("pattern", sorted(FORMS))
def test_every_form_is_said_in_english(pattern: str) -> None:
    said = field_error({"type": "string_pattern_mismatch", "ctx": {"pattern": pattern}})
    assert said.startswith("must be ")
    assert not GERMAN.search(said)


def patterns(schema: Any) -> Iterator[str]:
    """Every pattern a text of a request is held to."""
    match schema:
        case {"type": "str", "pattern": str(pattern)}:
            yield pattern
        case dict():
            for one in schema.values():
                yield from patterns(one)
        case list() | tuple():
            for one in schema:
                yield from patterns(one)
        case _:
            pass


@pytest.mark.parametrize("request_type", [*PERMITTED, WebhookWish])
def test_every_pattern_of_a_request_is_said_in_words(request_type: type[BaseModel]) -> None:
    found = {*patterns(request_type.__pydantic_core_schema__)}
    said = {one: field_error({"type": "string_pattern_mismatch", "ctx": {"pattern": one}}) for one in found}
    assert [one for one, words in said.items() if not words.startswith("must be ")] == []
    assert found <= FORMS.keys()


def test_values_that_are_expected_stand_without_quotes() -> None:
    context = {"expected": "'auf' or 'ab'"}
    assert field_error({"type": "literal_error", "ctx": context}) == "must be one of auf or ab"


OWN_KINDS = {
    found
    for folder in ("domain", "application", "interfaces")
    for path in (ROOT / folder).rglob("*.py")
    for found in re.findall(r'PydanticCustomError\(\s*"([a-z_-]+)"', path.read_text("utf-8"))
}


def test_the_kinds_of_the_service_are_among_them() -> None:
    assert {"no-day", "unknown-fact", "file_name"} <= OWN_KINDS
    assert [kind for kind in OWN_KINDS if field_error({"type": kind, "ctx": {"known": ""}}) == "is not valid"] == []

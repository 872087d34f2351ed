"""Every reason has its words in both languages, and a text is said again from it."""

import copy
import re
import tomllib
from datetime import date
from decimal import Decimal
from importlib import import_module
from pkgutil import walk_packages

import pytest

import application
import domain
import interfaces.http
from application.history.words import BOUND
from application.reading.parts.part import because, joined
from application.reports.catalogue import REPORTS, title_of
from domain.german import CODES
from domain.measures import Unit
from domain.reasons import ITSELF, Reason, Said
from domain.rulebook.figures import FILE_UNREADABLE
from domain.rulebook.file_checks import CHECKS
from domain.terms import Comparator
from infrastructure.figure_files import refusal
from interfaces.http.english import TABLES, act, english, known, retold, sentences, word
from tests.http.test_english import GERMAN, placeholders, without_brackets
from tests.test_project import ROOT

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

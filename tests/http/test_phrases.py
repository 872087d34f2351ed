"""Sentences and names the service makes itself are English in an English answer; recorded words stay as they are."""

import ast
import re
from collections.abc import Iterator
from string import Formatter
from time import process_time
from typing import Any

import pytest

from application.comparison import comparison
from application.reports.catalogue import REPORTS
from domain import formulas, outlook, pairs
from domain.figures import Form
from domain.measures import EDITIONS
from domain.rulebook.file_checks import CHECKS
from interfaces.http.phrases import phrase, phrases
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_english import GERMAN, without_brackets
from tests.test_project import ROOT

STATES_OF_THE_DATA = {"Lacking", "NotYetKnown", "NoTotal"}
ENGLISH = {"Accept-Language": "en"}
RECORDED = re.compile(
    r"Erfundene Beispielzahlen; für den Landkreis Heidekreis sind keine veröffentlicht"
    r"|MS, (?:Sachbearbeitung Zielsteuerung|Fachaufsicht SGB II)"
)
"""A note and offices of the sample, which stand in sentences as they were recorded."""
READINGS = (
    f"/agreements/{SAMPLE}/attainment/k2-frauen",
    f"/agreements/{SAMPLE}/attainment?month=2026-06",
    f"/agreements/{SAMPLE}/explanation?month=2026-06",
    f"/agreements/{SAMPLE}/explanation",
    f"/agreements/{SAMPLE}/matrix/K2",
    "/comparison?land=03&year=2026",
    "/catalogue/measures",
    "/catalogue/checks",
    f"/agreements/{SAMPLE}/difference?from=40&to=50",
    *(f"/reports/{name}" for name in REPORTS),
)
ABOUT_FIGURES = re.compile(
    r"(_because|formula|formed_as|measure_name|_says(\[\])?|searched\.rule|assumed\.says|because)$"
    r"|(measures|quantities|grid|made_of)(\[\])?\.(name|source)$|(current|baseline|parts\[\])\.source$|key\.name$"
    r"|(items|entries)\[\]\.title$"
)


def texts(node: ast.expr) -> Iterator[str]:
    """The texts an expression can give, something in the place of each value."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "7" for one in values)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*texts(body), *texts(orelse))
        case ast.BoolOp(values=values):
            for one in values:
                yield from texts(one)
        case _:
            pass


def raised() -> Iterator[str]:
    """Every sentence that says what the data lack."""
    for path in (*(ROOT / "domain").rglob("*.py"), *(ROOT / "application").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in STATES_OF_THE_DATA:
                for argument in node.args:
                    yield from texts(argument)


def made() -> Iterator[str]:
    """Every sentence and name the service makes beside those."""
    for edition in EDITIONS.values():
        yield edition.title
        for entry in edition.entries:
            yield from (entry.measure.name, entry.measure.source)
            yield from (formulas.said(entry.measure, form) for form in Form)
        for quantity in edition.quantities:
            yield from (quantity.name, quantity.source)
    for check in CHECKS:
        yield from (check.says, *([check.formula] if check.formula else []))
    for report in REPORTS.values():
        yield from (report.title, report.rule)
    yield from (*outlook.ASSUMPTIONS.values(), outlook.AS_DELIVERED, comparison.NOT_IN_IT, *pairs.FORMULAS.values())


def test_sentences_are_found() -> None:
    assert len(set(raised())) > 20
    assert "Das Jahr ist zu Ende." in set(raised())


@pytest.mark.parametrize("text", sorted({*raised(), *made()}))
def test_whatever_the_service_says_it_says_in_english_too(text: str) -> None:
    said = phrase(text)
    unchanged = re.fullmatch(r"(Σ|100|[A-Z0-9_]+ in m)[^a-z]*m?[^a-z]*(\s*)", text) is not None
    assert said != text or unchanged or not GERMAN.search(text), "say it in interfaces/http/phrases.toml"
    assert not GERMAN.search(without_brackets(said)), said
    assert not re.search(r"\b(Mittel|Vorjahr|Monat|Januar|Zum|Für|Quote)\b", said), said


def test_a_text_of_somebody_stays_as_it_is() -> None:
    assert phrase("Bitte beachten: das Jahr ist zu Ende.") == "Bitte beachten: das Jahr ist zu Ende."


def test_no_phrase_stands_twice_with_different_placeholders() -> None:
    plain = [re.sub(r"\{\w+(:\w+)?\}", "{}", said) for said in phrases()]
    assert len(plain) == len(set(plain))


def of_the_service(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an answer that the service made, with where it stands."""
    match value:
        case dict():
            for name, one in value.items():
                yield from of_the_service(one, f"{path}.{name}")
        case list():
            for one in value:
                yield from of_the_service(one, f"{path}[]")
        case str() if ABOUT_FIGURES.search(path):
            yield path, value


@pytest.mark.parametrize("address", READINGS)
def test_an_english_answer_says_nothing_german_of_figures(sample: Running, address: str) -> None:
    answer = sample.as_("ms-sachbearbeitung" if "reports" not in address else "pruefung").get(
        f"/api/v1{address}", headers=ENGLISH
    )
    assert answer.status_code == 200, answer.text
    said = [(path, RECORDED.sub("…", text)) for path, text in of_the_service(answer.json())]
    assert said
    assert [one for one in said if GERMAN.search(without_brackets(one[1]))] == []


def test_a_line_is_derived_in_english(sample: Running) -> None:
    line = sample.as_("ms-sachbearbeitung").get(f"/api/v1{READINGS[0]}", headers=ENGLISH).json()
    assert line["derivation_says"].startswith("Integration rate (women), year to date, 2026-12 without waiting: 628 ÷ ")
    assert line["line"]["measure_name"] == "Integration rate"
    german = sample.as_("ms-sachbearbeitung").get(f"/api/v1{READINGS[0]}").json()
    assert german["line"]["measure_name"] == "Integrationsquote"


def test_no_name_people_gave_takes_long_to_read() -> None:
    begun = process_time()
    for said in phrases():
        literals = [text for text, *_ in Formatter().parse(said) if text]
        assert phrase.__wrapped__(("".join(f"{text}x" for text in literals) * 200)[:4000])
    assert process_time() - begun < 5  # a single one took minutes


def test_a_comparison_of_two_words_is_read_whole() -> None:
    german = (
        "Genau sind es 32,07 %, gerundet 32,1 %; vereinbart ist mehr als 32,1 %, eine Rundung ist nicht vereinbart."
    )
    assert phrase(german) == (
        "The exact value is 32.07 %, rounded 32.1 %; agreed is more than 32.1 %, rounding is not agreed."
    )


@pytest.mark.parametrize("said", ["Σ " * 400 + "x", "Mittel INT " * 300 + "x", "100 · Σ INT " * 200 + "x"])
def test_a_text_of_phrases_in_phrases_is_read_to_an_end(said: str) -> None:
    assert phrase(said[:4000])

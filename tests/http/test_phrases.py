"""Sentences and names the service makes itself are English in an English answer; recorded words stay as they are."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from string import Formatter
from time import process_time
from typing import Any

import pytest

from application.notifying.webhooks import Webhook
from application.reports.catalogue import REPORTS
from domain import bare_values, formulas, gaps, outcomes, pairs, standing, year_to_date
from domain.figures import Form, LoadState
from domain.measures import EDITIONS, BaseQuantity, Edition, Measure, Unit
from domain.reasons import Reason
from domain.rulebook import RULES
from domain.rulebook.attainment import BASES
from domain.terms import Comparator, Sex
from infrastructure.delivering import ANSWERED, ENDED
from infrastructure.posting import NOT_REACHED, TOO_SLOW
from interfaces.cli.write import authenticated_by
from interfaces.http.english import retold
from interfaces.http.json import represented
from interfaces.http.language import READS_IN
from interfaces.http.phrases import DEEPEST, phrase, phrases, read, rephrased
from interfaces.signing_in import CAST, ON_THIS_MACHINE
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_english import GERMAN, without_brackets

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


STORED = {
    one.code: one
    for module in (bare_values, formulas, gaps, outcomes, pairs, standing, year_to_date)
    for value in vars(module).values()
    for one in (value.values() if isinstance(value, dict) else (value,))
    if isinstance(one, Reason)
}
"""What older final assessments hold as German sentences alone."""
VALUES = {
    **dict.fromkeys(("exact", "rounded", "value", "low", "high"), Decimal("-4778.25")),
    **{"measure": "K2", "delivery": "ladung-2026-05-t0", "quantity": "ELB", "sex": Sex.WOMEN, "year": 2024},
    **{"state": LoadState(report_month="2026-05", months_waited=3), "month": "2026-05", "unit": Unit.PERSONS},
    **{"comparator": Comparator.AT_MOST, "numerator": "INT", "denominator": "ELB"},
    **{"window": formulas.UNTIL_M.said(), "month_before": formulas.UNTIL_MONTH_BEFORE.said()},
    **{"year_before": formulas.UNTIL_M_YEAR_BEFORE.said(), "unsettled": formulas.UNSETTLED.said()},
    "formula": gaps.TARGET_MINUS_VALUE.said(),
}
WEBHOOK = {
    "id": "0425d4d5-cf2d-4a69-adce-3c9e6f1d7802",
    "person": "ms-sachbearbeitung",
    "url": "https://fachverfahren.example.org/eingang",
    "created_at": "2026-06-30T12:00:00Z",
    "position": 9,
    "attempts": 1,
    "failing_since": None,
    "next_attempt_at": None,
    "disabled_at": None,
}
PART_OF_A_SENTENCE = {formulas.UNSETTLED.code, *BASES}


def stored(reason: Reason) -> str:
    """A text of this reason, as the service says it."""
    names = [name for _, name, _, _ in Formatter().parse(reason.german) if name]
    months = ("2026-01", "2026-02") if reason.code == "months_lacking" else 3
    return reason.said(**{name: months if name == "months" else VALUES[name] for name in names})


@pytest.mark.parametrize("code", sorted(STORED.keys() - PART_OF_A_SENTENCE))
def test_what_was_stored_in_german_reads_as_what_is_said_from_its_code(code: str) -> None:
    said = stored(STORED[code])
    assert read(str(said)) == retold(said)


def test_stored_sentences_are_found() -> None:
    assert {"series_lacking", "rounded_only", "formula_mean", "negative", "first_known"} <= STORED.keys()


@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_a_catalogue_is_said_in_english(edition: Edition) -> None:
    measures = [entry.measure for entry in edition.entries]
    named: list[Measure | BaseQuantity] = [*measures, *edition.quantities]
    texts = [edition.title, *(text for one in named for text in (one.name, one.source))]
    assert [text for text in texts if phrase(text) == text or GERMAN.search(without_brackets(phrase(text)))] == []
    ways = [formulas.said(measure, form) for measure in measures for form in Form]
    assert [way for way in ways if read(str(way)) != retold(way)] == []
    assert [way for way in ways if GERMAN.search(retold(way))] == []


def test_a_recorded_derivation_reads_in_english_and_all_else_as_it_was_recorded() -> None:
    found = RULES["recorded-late"].finding(days=20, day=date(2026, 3, 1)).model_dump()
    line = {"formula": "laufendes Jahr − Vorjahr", "says": "laufendes Jahr", "findings": [found, found | {"more": 1}]}
    kept = {"derivation": [{"lines": [line]}], "summary": "laufendes Jahr"}
    said = rephrased(kept)["derivation"][0]["lines"][0]
    assert (said["formula"], said["says"]) == ("current year − year before", "laufendes Jahr")
    assert said["findings"][0]["says"] == "Recorded only 20 days after 2026-03-01."
    assert said["findings"][1]["says"] == found["says"]
    assert rephrased(kept)["summary"] == "laufendes Jahr"


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
        assert read.__wrapped__(("".join(f"{text}x" for text in literals) * 200)[:4000])
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
    assert phrase(said) == said.replace("Mittel", "mean", DEEPEST), "what stands too deep stays as it is"


@pytest.mark.parametrize("by", [ON_THIS_MACHINE, authenticated_by(), *{one.authenticated_by for one in CAST} - {""}])
def test_what_vouches_for_a_person_is_said_in_english(by: str) -> None:
    assert phrase(by) != by
    assert not GERMAN.search(phrase(by))


def test_a_provider_that_vouches_is_named_as_it_is() -> None:
    assert phrase("https://anmeldung.example.org/realms/land") == "https://anmeldung.example.org/realms/land"


@pytest.mark.parametrize(
    "why", [ENDED, ANSWERED.format(status=503), TOO_SLOW.format(seconds=0.5), TOO_SLOW.format(seconds=10), NOT_REACHED]
)
def test_why_a_delivery_failed_is_said_in_english(why: str) -> None:
    hook = Webhook.model_validate(WEBHOOK | {"last_error": why})
    before = READS_IN.set("en")
    said = represented(hook)["last_error"]
    READS_IN.reset(before)
    assert said != why
    assert not GERMAN.search(said)

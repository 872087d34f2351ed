"""Whoever asks for English reads English: labels, titles and findings too, under a tag of their own."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from domain.german import CODES, german
from domain.parties import Side
from domain.rulebook.dialogs import SIDE_ABSENT
from interfaces.http.english import word
from interfaces.http.json import represented
from interfaces.http.language import READS_IN
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_phrases import ABOUT_FIGURES

ENGLISH = {"Accept-Language": "en"}
OWN = f"/api/v1/agreements/{SAMPLE}"
READ = [
    OWN,
    *(
        f"{OWN}/{part}"
        for part in (
            *("terms", "figures", "dialogs", "measures", "advice", "deviations", "circumstances", "legal-changes"),
            *("individual-goals", "final-assessment", "attainment", "explanation", "history"),
        )
    ),
    *("/api/v1/agreements", "/api/v1/due?on=2026-09-01", "/api/v1/history", "/api/v1/catalogue/measures"),
    "/api/v1/feed",
    "/api/v1/comparison?land=03&year=2026",
]
GERMAN = re.compile(r"[äöüÄÖÜß]|\b(?:der|das|dem|den|ist|nicht|und|oder|bitte|eine?[mnrs]?|wird|wurden?)\b")
ONLY_GERMAN = {german(code) for code in CODES} - {word(code) for code in CODES}


def words_of_the_service(value: Any) -> Iterator[tuple[str, str]]:
    """Labels, titles of entries and findings' sentences, by field."""
    if isinstance(value, list):
        for one in value:
            yield from words_of_the_service(one)
    if isinstance(value, dict):
        for name, one in value.items():
            told = one if isinstance(one, list) else [one]
            if name.endswith("_label"):
                yield from ((name, text) for text in told if text is not None)
            elif (name == "title" and "event_id" in value) or (name == "says" and "rule" in value):
                yield name, one
            else:
                yield from words_of_the_service(one)


@pytest.mark.parametrize("address", READ)
def test_the_words_of_the_service_are_english(sample: Running, address: str) -> None:
    answer = sample.as_("ms-sachbearbeitung").get(address, headers=ENGLISH)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Language"] == "en"
    assert "Accept-Language" in answer.headers["Vary"]
    told = [*words_of_the_service(answer.json())]
    assert [one for one in told if one[1] in ONLY_GERMAN or GERMAN.search(re.sub(r"\([^)]*\)", "", one[1]))] == []


def test_all_kinds_of_words_are_looked_at(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    told = {name for address in READ for name, _ in words_of_the_service(client.get(address, headers=ENGLISH).json())}
    assert {"title", "role_label", "status_label", "state_label"} <= told


def test_a_finding_in_a_reading_is_said_in_the_readers_language() -> None:
    found = SIDE_ABSENT.finding(side=Side.COUNTY)
    shown = {}
    for language in ("de", "en"):
        before = READS_IN.set(language)
        shown[language] = represented(found)
        READS_IN.reset(before)
    assert shown["de"]["says"] == "Am Dialog nahm niemand für die Seite „Kommune“ teil."
    assert shown["en"] == shown["de"] | {"says": "Nobody took part in the dialog for the side “county”."}


@pytest.mark.parametrize("address", READ)
def test_all_else_is_the_same_in_both_languages(sample: Running, address: str) -> None:
    def codes(value: Any, path: str = "") -> Any:
        if isinstance(value, list):
            return [codes(one, f"{path}[]") for one in value]
        if not isinstance(value, dict):
            return value
        own = {"title": "event_id" in value, "says": "rule" in value or "measure_name" in value}
        own |= {"authenticated_by": True}  # no identity provider here, whose address would be the same
        return {
            name: codes(one, f"{path}.{name}")
            for name, one in value.items()
            if not (name.endswith("_label") or own.get(name) or ABOUT_FIGURES.search(f"{path}.{name}"))
        }

    client = sample.as_("ms-sachbearbeitung")
    assert codes(client.get(address, headers=ENGLISH).json()) == codes(client.get(address).json())


def test_each_language_has_a_tag_of_its_own_and_both_name_the_version(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    in_german, in_english = client.get(OWN), client.get(OWN, headers=ENGLISH)
    assert in_german.headers["Content-Language"] == "de"
    assert in_german.headers["ETag"] != in_english.headers["ETag"]
    assert client.get(OWN, headers=ENGLISH | {"If-None-Match": in_german.headers["ETag"]}).status_code == 200
    assert client.get(OWN, headers=ENGLISH | {"If-None-Match": in_english.headers["ETag"]}).status_code == 304
    advice = {"occurred_on": "2026-03-02", "goals": ["no-goal"], "says": "x"}
    headers = {"If-Match": in_english.headers["ETag"], **ENGLISH}
    refused = client.post(f"{OWN}/acts/give-advice", json=advice, headers=headers)
    assert refused.status_code == 409, refused.text  # not 412 and not 400: the version was read


def test_fields_are_told_without_another_language(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    answer = client.get(f"{OWN}/attainment?month=x&known_at=x&nothing=1", headers=ENGLISH)
    an_instant = "must be an instant with its zone, for example 2026-06-30T12:00:00Z; in an address “+” is written %2B"
    wrong = [
        {"field": "query.month", "says": "must be a month like 2026-06"},
        {"field": "query.known_at", "says": an_instant},
    ]
    assert answer.json()["errors"] == [{"field": "query.nothing", "says": "is not provided for here"}, *wrong]
    answer = client.get(f"{OWN}/attainment?month=x&known_at=x", headers=ENGLISH)
    assert answer.json()["errors"] == wrong

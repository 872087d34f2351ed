"""What is recorded in German keeps codes and values beside it, and English is said from these alone."""

import io
import json
import zipfile
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from domain.facts import FigureFileDelivered, FinalAssessmentMade
from domain.said_from import restored, said_from
from domain.values import canonical
from interfaces.http import phrases
from interfaces.http.english import retold
from interfaces.http.phrases import rephrased
from interfaces.sample.terms import heidekreis_2026
from tests.figures.files import Row, as_csv, figure_row, load_rows
from tests.figures.test_over_http import LAND, delivered, drafted
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_audit import COUNTY, exported, keys_of, verified
from tests.http.test_phrases import PART_OF_A_SENTENCE, STORED, stored
from tests.http.test_wholly_english import QUOTED, WORDS
from tests.infrastructure.test_catalogue import SHAPES
from tests.recompute import everything

__all__ = ["drafted"]
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def no_phrase_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """No German text is said again in English."""
    monkeypatch.setattr(phrases, "read", lambda text, depth=0: text)


@pytest.mark.parametrize("code", sorted(STORED.keys() - PART_OF_A_SENTENCE))
def test_a_text_is_said_again_from_what_was_kept_of_it(code: str) -> None:
    text = stored(STORED[code])
    (kept,) = said_from({"formula": text})
    assert kept.text == str(text)
    assert retold(restored(kept.model_dump(mode="json"))) == retold(text)


def remarkable() -> list[Row]:
    """Figures that many checks warn of, and none refuses."""
    before, now = load_rows("2025-03"), load_rows("2026-03")
    old = {(row[1], row[3]): row[7] for row in before if row[4] == "2025-03"}
    again = [(*row[:7], old[row[1], row[3]], *row[8:]) if row[4] == "2026-03" else row for row in now]
    few = ("LLU", "Monatswert", "insgesamt", "2026-02")
    wrong = [(*row[:7], "2000", *row[8:]) if row[1:5] == few else row for row in again]
    late = figure_row("LZB", "2026-01", 5, loaded="2026-10-01")
    return [*before, *wrong, late]


def german_in(texts: Iterator[str]) -> list[str]:
    """The texts with German words beside those of the law, the agreement and the file."""
    own = ["(Ladestand)", *(line.says for line in heidekreis_2026().lines)]
    without = (reduce(lambda left, words: left.replace(words, "…"), own, text) for text in texts)
    return [text for text in without if WORDS.search(QUOTED.sub("", text))]


def test_warnings_recorded_with_a_file_read_in_english(drafted: Running, no_phrase_book: None) -> None:
    address = delivered(drafted, as_csv(remarkable())).headers["Location"]
    reader = drafted.as_(LAND)
    german, english = (reader.get(address, headers=reader_of).json()["delivered"] for reader_of in ({}, ENGLISH))
    assert {one["check"] for one in english["warnings"]} == {"V51", "V53", "V57", "V60", "V62", "V63"}
    assert german_in(text for one in english["warnings"] for text in one["says"]) == []
    (alike,) = (one["says"] for one in english["warnings"] if one["check"] == "V60")
    assert alike == [
        "V60 row 76, carrier 03358, 2026-03: found 17 numbers, all as in 2025-03,"
        " expected other numbers than in the year before."
    ]
    facts = (record.fact for record in drafted.system.journal.log(limit=1000))
    (recorded,) = (fact for fact in facts if isinstance(fact, FigureFileDelivered))
    assert german["warnings"] == [one.model_dump(mode="json") for one in recorded.warnings]
    assert [one["said_from"] for one in english["warnings"]] == [one["said_from"] for one in german["warnings"]]
    history = rephrased({"fact": recorded.model_dump(mode="json")})["fact"]
    assert history["warnings"] == english["warnings"]


def test_warnings_of_older_entries_stay_as_they_were_recorded() -> None:
    older = json.loads((SHAPES / "FigureFileDelivered.v2.json").read_bytes())["fact"]
    assert older["warnings"][0].keys() == {"check", "count", "says"}
    assert rephrased({"fact": older}) == {"fact": older}


def recorded_words(
    value: Any, words: frozenset[str] = phrases.RECORDED["derivation"], field: str = ""
) -> Iterator[str]:
    """Every text of the service in recorded results."""
    match value:
        case dict():
            for name, one in value.items():
                yield from recorded_words(one, words, name)
        case list():
            for one in value:
                yield from recorded_words(one, words, field)
        case str() if field in words:
            yield value


@pytest.fixture
def assessment(sample: Running) -> dict[str, Any]:
    """The sample's final assessment, as it is recorded."""
    records = sample.system.journal.records(SAMPLE)
    (made,) = [record.fact for record in records if isinstance(record.fact, FinalAssessmentMade)]
    return made.assessment.model_dump(mode="json")


def test_a_final_assessment_reads_in_english(sample: Running, assessment: dict[str, Any], no_phrase_book: None) -> None:
    address = f"/api/v1/agreements/{SAMPLE}/final-assessment"
    german, english = (sample.as_(LAND).get(address, headers=of).json()["item"]["present"] for of in ({}, ENGLISH))
    assert german["derivation"] == assessment["derivation"]
    assert english["said_from"] == german["said_from"] == assessment["said_from"]
    assert german_in(recorded_words(english["derivation"])) == []
    assert {one["text"] for one in assessment["said_from"]} == {*recorded_words(assessment["derivation"])}
    assert {"Integration rate", "100 · (current year ÷ year before − 1)"} <= {*recorded_words(english["derivation"])}
    history = sample.as_(LAND).get(f"/api/v1/agreements/{SAMPLE}/history?limit=500", headers=ENGLISH).json()["items"]
    (entry,) = [one["fact"]["assessment"] for one in history if one["type"] == "FinalAssessmentMade"]
    assert entry["derivation"] == english["derivation"]


def test_an_older_assessment_reads_the_same_by_the_phrase_book(assessment: dict[str, Any]) -> None:
    older = {name: one for name, one in assessment.items() if name != "said_from"}
    by_phrases, by_codes = rephrased(older), rephrased(assessment)
    assert by_phrases["derivation"] == by_codes["derivation"] != older["derivation"]
    assert by_codes["said_from"] == assessment["said_from"]


@pytest.mark.parametrize("month", ["2026-06", "2026-12"])
def test_a_comparison_reads_in_english(sample: Running, no_phrase_book: None, month: str) -> None:
    address = f"/api/v1/comparison?land=03&year=2026&month={month}"
    german, english = (sample.as_(LAND).get(address, headers=of).json()["figures"] for of in ({}, ENGLISH))
    words = phrases.FIELDS | {"name"}
    said = {*recorded_words([one for figure in english for one in (figure["key"], *figure["places"])], words)}
    assert german_in(iter(said - {"Heidekreis"})) == []
    assert {"Integration rate", "100 · (current year ÷ year before − 1)"} <= said
    assert "Integrationsquote" in {figure["key"]["name"] for figure in german}


def test_what_is_kept_of_a_text_is_in_no_language(assessment: dict[str, Any]) -> None:
    kept = [canonical(one["values"]).decode() for one in assessment["said_from"]]
    assert [values for values in kept if WORDS.search(values)] == []


def test_a_bundle_with_codes_verifies_and_its_results_are_recomputed_with_them_or_without(
    sample: Running, assessment: dict[str, Any], tmp_path: Path
) -> None:
    bundle = exported(sample, COUNTY, agreement_id=SAMPLE).content
    assert verified(bundle, keys_of(sample), tmp_path).returncode == 0
    with zipfile.ZipFile(io.BytesIO(bundle)) as members:
        entries = [json.loads(line) for line in members.read("entries.jsonl").splitlines()]
    (made,) = [entry for entry in entries if entry["type"] == "FinalAssessmentMade"]
    assert (made["schema"], made["fact"]["assessment"]) == (3, assessment)
    older = {name: one for name, one in assessment.items() if name != "said_from"}
    lines = sum(len(goal["lines"]) for goal in assessment["derivation"])
    assert lines
    assert everything(assessment) == everything(older) == (lines, [])

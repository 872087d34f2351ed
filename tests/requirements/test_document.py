"""The document: every play joined with its result, a failure red with its reason, an outdated run said to be one."""

import csv
import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from interfaces.requirements.document import Document, Scenario
from interfaces.requirements.rendering import as_page
from interfaces.requirements.writing import write
from tests.mutants.__main__ import FEATURES, PYTEST, QUICKLY, ROOT
from tests.requirements.building import document
from tests.requirements.results import sources
from tests.specs import book

REASON = "AssertionError: Das wurde nicht abgelehnt."


def played(plays: list[dict[str, Any]], by: str) -> dict[str, Any]:
    return {"at": "2026-11-30T00:00:00+00:00", "sources": by, "plays": plays}


def every_play() -> list[dict[str, Any]]:
    """All plays of all scenarios, as a run that passed would leave them."""
    scenarios = [(law.file, one) for law in document(None).laws for one in law.scenarios]
    return [
        {"file": file, "line": one.line, "example": [*play.cells], "result": "passed", "reason": None}
        for file, one in scenarios
        for play in one.plays
    ]


@pytest.fixture(scope="module")
def plays() -> list[dict[str, Any]]:
    return every_play()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "results.json"


def built(file: Path, plays: list[dict[str, Any]], by: str | None = None) -> Document:
    file.write_text(json.dumps(played(plays, by or sources())), "utf-8")
    return document(file)


def scenarios(found: Document) -> list[Scenario]:
    return [scenario for law in found.laws for scenario in law.scenarios]


def test_every_play_is_told_apart_and_joined(file: Path, plays: list[dict[str, Any]]) -> None:
    assert len(plays) == len(list(book.scenarios()))
    assert [key for key, times in Counter(map(str, plays)).items() if times > 1] == []
    found = built(file, plays)
    assert {law.result for law in found.laws} == {"passed"}
    assert found.run is not None
    assert found.run.current


def test_a_failed_example_is_red_with_its_reason_and_so_is_its_regel(file: Path, plays: list[dict[str, Any]]) -> None:
    place = next(number for number, play in enumerate(plays) if play["example"])
    broken = [*plays[:place], plays[place] | {"result": "failed", "reason": REASON}, *plays[place + 1 :]]
    found = built(file, broken)
    [law] = [law for law in found.laws if law.result != "passed"]
    [scenario] = [scenario for scenario in law.scenarios if scenario.result != "passed"]
    assert (law.result, scenario.result) == ("failed", "failed")
    assert [play.reason for play in scenario.plays].count(REASON) == 1
    html = as_page(found)
    assert html.count(f'<section class="law failed" id="{law.address}"') == 1
    assert html.count(REASON) == 1
    assert "1 nicht bestanden" in html


def test_every_regel_stands_whole_once_and_under_its_own_clause_where_it_is_tied_there() -> None:
    found = document(None)
    html = as_page(found)
    for law in found.laws:
        assert html.count(f'<section class="law missing" id="{law.address}"') == 1
    spans = {span.address: sentence.clause for sentence in found.sentences for span in sentence.spans}
    tied = {(sentence.clause, law) for sentence in found.sentences for span in sentence.spans for law in span.laws}
    strayed = {
        law.address
        for law in found.laws
        if (law.clauses[0], law.address) in tied and spans[found.homes[law.address]] != law.clauses[0]
    }
    assert strayed == set()


def test_what_was_not_played_is_not_called_passed(file: Path, plays: list[dict[str, Any]]) -> None:
    found = built(file, plays[1:])
    assert [law.result for law in found.laws].count("missing") == 1
    assert "alle bestanden</li>" not in as_page(found)
    assert "sind nicht gelaufen" in as_page(document(None))


def test_results_of_other_sources_are_not_current(file: Path, plays: list[dict[str, Any]]) -> None:
    found = built(file, plays, by="0.1.0+00000000 0000000000000000")
    assert found.run is not None
    assert (found.run.current, found.run.software) == (False, "0.1.0+00000000")
    assert "Nicht aktuell" in as_page(found)


def test_addresses_are_unique_and_every_link_leads_somewhere(file: Path, plays: list[dict[str, Any]]) -> None:
    html = as_page(built(file, plays))
    ids = [part.partition('"')[0] for part in html.split(' id="')[1:]]
    assert [one for one, times in Counter(ids).items() if times > 1] == []
    links = {part.partition('"')[0] for part in html.split('href="#')[1:]}
    assert links - set(ids) == set()


def test_the_folder_holds_page_data_and_matrix(file: Path, plays: list[dict[str, Any]], tmp_path: Path) -> None:
    found = built(file, plays)
    write(found, tmp_path / "folder")
    names = {path.name for path in (tmp_path / "folder").iterdir()}
    assert names == {
        "index.html",
        "requirements.css",
        "requirements.js",
        "anforderungen.json",
        "anforderungen.pdf",
        "matrix.csv",
    }
    assert Document.model_validate_json((tmp_path / "folder" / "anforderungen.json").read_text("utf-8")) == found
    assert (tmp_path / "folder" / "anforderungen.pdf").read_bytes().startswith(b"%PDF")
    with (tmp_path / "folder" / "matrix.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = [*csv.DictReader(table, delimiter=";")]
    assert {row["Szenario"] for row in rows if row["Szenario"]} == {one.title for one in scenarios(found)}
    assert {row["Ergebnis"] for row in rows if row["Szenario"]} == {"bestanden"}


def test_no_scenario_is_longer_than_ten_lines_beyond_its_background() -> None:
    long = {one.title: sum(1 + len(step.table) for step in one.steps) for one in scenarios(document(None))}
    assert {title: lines for title, lines in long.items() if lines > 10} == {}


def test_rules_stand_in_words_beside_their_codes(file: Path, plays: list[dict[str, Any]]) -> None:
    found = built(file, plays)
    cited = {rule.code for scenario in scenarios(found) for rule in scenario.rules}
    assert "unequal-load-states" in cited
    assert "Verglichen werden nur Werte mit gleichem Ladestand: … und … passen nicht zusammen." in as_page(found)


@pytest.mark.long
def test_a_scenario_broken_on_purpose_is_played_and_shown_red_with_its_reason(tmp_path: Path) -> None:
    folder, kept = tmp_path / "features", tmp_path / "kept.json"
    shutil.copytree(book.FEATURES, folder)
    [feature] = folder.glob("10_*.feature")
    said = feature.read_text("utf-8")
    assert said.count("mindestens 2 Zieldialoge") == 1
    feature.write_text(said.replace("mindestens 2 Zieldialoge", "mindestens 3 Zieldialoge"), "utf-8")
    chosen = ("-k", "nennt_mindestens_zwei_dialoge", "-o", f"bdd_features_base_dir={folder}/", FEATURES)
    keeping = ("-p", "tests.requirements.results", "--results", str(kept))
    command = [*PYTEST, *keeping, *chosen]
    ended = subprocess.run(command, cwd=ROOT, env={**os.environ, **QUICKLY}, check=False, capture_output=True)
    assert ended.returncode == 1, ended.stdout
    found = document(kept)
    [scenario] = [one for one in scenarios(found) if one.result == "failed"]
    assert scenario.title == "Die Vereinbarung nennt mindestens zwei Dialoge"
    assert [play.reason for play in scenario.plays] == ["AssertionError: assert 2 == 3"]
    assert "AssertionError: assert 2 == 3" in as_page(found)

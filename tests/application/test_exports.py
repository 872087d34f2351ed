"""The history as files: whole, the same bytes every time, and harmless to a spreadsheet."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st

from application.history.entry import HistoryEntry, told
from application.history.exports import COLUMNS, csv_row, csv_rows, harmless, json_lines
from domain.facts import DraftRevised
from domain.values import sha256_of
from tests.application.lives import benchmark_missed, law_changed
from tests.builders import Happened, a_load, a_released, an_agreement_in_force, drafted
from tests.domain.given import Given, given
from tests.specs.drafts import changed

FIVE = changed("die Integrationsquote um mindestens 5,0 % steigen soll")
LIFE = given(
    drafted(),
    DraftRevised(terms=FIVE, terms_hash=sha256_of(FIVE)),
    benchmark_missed(says='=HYPERLINK("x"); "so"; und mehr'),
    law_changed(),
    a_released(a_load("2026-02")),
)


def table(text: str) -> list[dict[str, str]]:
    """What a reader of the CSV gets."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def party(entry: HistoryEntry) -> str:
    return f"Partei {entry.party}"


def as_csv(life: Given) -> str:
    return "".join(csv_rows(told(life.records), party))


def test_every_entry_is_a_row_with_all_columns() -> None:
    rows = table(as_csv(LIFE))
    assert list(rows[0]) == [*COLUMNS, "Vertragspartei"]
    assert [row["Vertragspartei"] for row in rows] == [f"Partei {row['für']}" for row in rows]
    assert [row["was"] for row in rows] == [record.fact.title for record in LIFE.records]
    assert {row["Rolle"] for row in rows} == {"Land", "Kommune"}
    assert rows[1]["Änderungen"] == "Ziel 2, Zeile k2, Zielwert: mindestens 5,3 Prozent → mindestens 5,0 Prozent"


def test_a_cell_is_small_and_json_lines_have_everything() -> None:
    assert max(len(cell) for row in table(as_csv(LIFE)) for cell in row.values()) < 2000
    lines = [json.loads(line) for line in json_lines(told(LIFE.records))]
    assert lines == [entry.model_dump(mode="json") for entry in told(LIFE.records)]
    assert lines[0]["fact"]["terms"]["year"] == 2026


def test_the_same_entries_give_the_same_bytes_and_lines_end_as_they_should() -> None:
    assert as_csv(LIFE) == as_csv(LIFE)
    assert as_csv(LIFE).startswith("\ufeffPosition;")
    assert as_csv(LIFE).count("\r\n") == len(LIFE.records) + 1
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in json_lines(told(LIFE.records)))


def test_an_empty_history_has_headings_alone() -> None:
    assert table("".join(csv_rows((), party))) == []
    assert list(json_lines(())) == []


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_compute_gets_an_apostrophe(begins: str) -> None:
    assert harmless(f"{begins}1+1") == f"'{begins}1+1"
    assert harmless(f"1{begins}1") == f"1{begins}1"


@hypothesis_given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1))
def test_no_cell_begins_dangerously_and_every_cell_comes_back(cells: list[str]) -> None:
    (read,) = csv.reader(io.StringIO(csv_row(cells), newline=""), delimiter=";")
    assert not [cell for cell in read if cell[:1] in set("=+-@＝＋－＠\t\r")]
    assert [cell.removeprefix("'") if one[:1] != "'" else cell for cell, one in zip(read, cells, strict=True)] == cells


def test_a_reason_that_is_a_formula_stays_text() -> None:
    record = given(Happened(an_agreement_in_force()[0].fact)).records[0]
    reason = record.provenance.model_copy(update={"reason": "=1+1"})
    (row,) = table("".join(csv_rows(told([replace(record, provenance=reason)]), party)))
    assert row["Grund"] == "'=1+1"

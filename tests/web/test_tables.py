"""Every reading that people hand on, as CSV and XLSX: the reading's own numbers, with their origin above them."""

import csv
import io
from decimal import Decimal
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook

from domain.results import LineResult
from interfaces.cli.reader import local_reader
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.conftest import Visiting

HOME = f"/agreements/{SAMPLE}"
DELIVERY = "ladung-2026-12-t0"
EVERY = (
    "/agreements",
    "/due",
    "/circumstances",
    "/comparison?land=03&year=2026",
    f"{HOME}/attainment",
    f"{HOME}/attainment/k2/months",
    f"{HOME}/matrix/K2/months",
    f"{HOME}/figures/{DELIVERY}/changes",
)
AUDITOR, OPERATOR = "pruefung", "betrieb"


def asked(sample: Running, address: str, ending: str, person: str = AUDITOR) -> httpx.Response:
    path, _, query = address.partition("?")
    return sample.as_(person).get(f"/api/v1{path}.{ending}{f'?{query}' if query else ''}")


def table(answer: httpx.Response) -> tuple[dict[str, str], list[dict[str, str]]]:
    """What stands above the headings, and the rows by heading."""
    assert answer.status_code == 200, answer.text
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    gap = rows.index([])
    return {row[0]: row[1] for row in rows[1:gap]}, [
        dict(zip(rows[gap + 1], row, strict=True)) for row in rows[gap + 2 :]
    ]


@pytest.mark.parametrize("address", EVERY)
def test_every_reading_is_there_as_csv_and_as_workbook_with_the_same_cells(sample: Running, address: str) -> None:
    stated, rows = table(asked(sample, address, "csv"))
    assert {"Bekannt", "Protokoll", "Nachweis", "Quelle"} <= stated.keys()
    answer = asked(sample, address, "xlsx")
    assert answer.headers["content-disposition"].endswith('.xlsx"')
    sheet: Any = load_workbook(io.BytesIO(answer.content)).active
    held = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    below = held[held.index([]) + 2 :]
    assert len(below) == len(rows)
    assert [len(row) for row in below] == [len([cell for cell in row.values() if cell]) for row in rows]


@pytest.mark.parametrize("address", EVERY)
def test_the_same_question_has_the_same_tag_until_something_is_recorded(sample: Running, address: str) -> None:
    first = asked(sample, address, "csv")
    path, _, query = address.partition("?")
    again = sample.as_(AUDITOR).get(
        f"/api/v1{path}.csv{f'?{query}' if query else ''}", headers={"If-None-Match": first.headers["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("address", EVERY)
def test_whoever_may_not_read_gets_no_table(sample: Running, address: str) -> None:
    assert asked(sample, address, "csv", OPERATOR).status_code == 403


def test_the_state_of_the_goals_has_the_numbers_of_the_reading(sample: Running) -> None:
    stated, rows = table(asked(sample, f"{HOME}/attainment", "csv"))
    assert "Erfundene Beispielzahlen" in stated["Anmerkung"]
    reading = sample.system.queries.attainment(local_reader(), SAMPLE)
    judged = {row["Zeile"]: row for row in rows if row["Art"] in {"Zielwert", "Erwartungswert"} and row["Lage"]}
    lines = [line for goal in reading.goals for line in goal.lines if line.bound]
    assert judged.keys() == {line.line_id for line in lines}
    for line in lines:
        agrees(judged[line.line_id], line)


def agrees(row: dict[str, str], line: LineResult) -> None:
    assert line.derivation is not None
    assert number(row["verglichen"]) == line.derivation.compared.rounded
    assert number(row["laufendes Jahr"]) == line.derivation.current.rounded
    assert line.bound is not None
    assert number(row["vereinbarter Wert"]) == line.bound.value


def number(cell: str) -> Decimal:
    return Decimal(cell.replace(",", "."))


def test_a_line_has_a_row_for_each_month(sample: Running) -> None:
    _, rows = table(asked(sample, f"{HOME}/attainment/k2/months", "csv"))
    assert [row["Monat"] for row in rows if row["Lage"]] == [f"2026-{month:02}" for month in range(1, 13)]


def test_every_change_of_a_load_is_there(sample: Running) -> None:
    _, rows = table(asked(sample, f"{HOME}/figures/{DELIVERY}/changes", "csv"))
    assert [(row["Kürzel"], row["für"], row["bisher"], row["jetzt"], row["Unterschied"]) for row in rows] == [
        ("INT", "insgesamt", "118", "129", "11"),
        ("INT", "Frauen", "50", "55", "5"),
        ("INT", "Männer", "68", "74", "6"),
    ]
    unknown = asked(sample, f"{HOME}/figures/nichts/changes", "csv")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/unknown-delivery")


def test_a_table_of_the_past_shows_the_past(sample: Running) -> None:
    answer = sample.as_(AUDITOR).get(f"/api/v1{HOME}/attainment.csv", params={"known_at": "2026-06-30T12:00:00Z"})
    stated, _ = table(answer)
    assert stated["Bekannt"].startswith("was bis 30.06.2026, 14:00 Uhr")
    assert stated["Berichtsmonat"] == "Mai 2026"


def test_another_ending_is_refused(sample: Running) -> None:
    assert asked(sample, "/agreements", "pdf").status_code in {404, 422}


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("/vereinbarungen", "/vereinbarungen.xlsx"),
        ("/vereinbarungen", "/umstaende.csv"),
        ("/faelliges", "/faelliges.csv?rolle=alle"),
        ("/vergleich", "/vergleich.xlsx?land=03&jahr=2026"),
        (
            f"/vereinbarungen/{SAMPLE}?stand=2026-06-30",
            f"/vereinbarungen/{SAMPLE}/ziele.csv?monat=2026-05&stand=2026-06-30",
        ),
        (f"/vereinbarungen/{SAMPLE}/zeilen/k2", f"/vereinbarungen/{SAMPLE}/zeilen/k2.xlsx?monat=2026-12"),
        (f"/vereinbarungen/{SAMPLE}/daten/K2", f"/vereinbarungen/{SAMPLE}/daten/K2.csv?geschlecht=total&form=ytd"),
        (f"/vereinbarungen/{SAMPLE}/daten", f"/vereinbarungen/{SAMPLE}/lieferungen/{DELIVERY}/aenderungen.xlsx"),
    ],
)
def test_each_page_leads_to_its_table(sample: Running, visiting: Visiting, page: str, table: str) -> None:
    browser = visiting(sample, AUDITOR)
    assert f'href="{table}"' in browser.get(page).text.replace("&amp;", "&")
    answer = browser.get(table)
    assert (answer.status_code, answer.headers["content-disposition"][:10]) == (200, "attachment")

"""Templates over HTTP and on the pages: for a month, for either year, and from a delivery to be corrected."""

import csv
import io
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook

from application.figure_files.intake.layout import LONG
from domain.rulebook.figures import TEMPLATE_OF_ONE
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_conventions import LAND
from tests.web.conftest import Visiting, visiting

__all__ = ["visiting"]
API, PAGE = f"/api/v1/agreements/{SAMPLE}/figure-template", f"/vereinbarungen/{SAMPLE}/vorlage"
DELIVERY = "ladung-2026-12-t0"


def rows_of(answer: httpx.Response) -> list[list[str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def asked(sample: Running, **query: Any) -> httpx.Response:
    return sample.as_(LAND).get(API, params={"format": "csv", **query})


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_years_template_holds_the_load_of_each_month(sample: Running, year: int) -> None:
    header, *rows = rows_of(asked(sample, year=year))
    place = header.index("Berichtsmonat")
    assert sorted({row[place] for row in rows}) == [f"{year}-{month:02}" for month in range(1, 13)]
    wide, *_ = rows_of(asked(sample, year=year, layout="wide"))
    assert {f"{year}-01", f"{year}-12"} <= set(wide)


def test_a_month_is_loaded_on_the_usual_day_unless_one_is_said(sample: Running) -> None:
    header, first, *_ = rows_of(asked(sample, month="2026-03", months_waited=3))
    assert first[header.index("Ladedatum")] == "2026-07-16"
    header, first, *_ = rows_of(asked(sample, month="2026-03", loaded_on="2026-04-20"))
    assert first[header.index("Ladedatum")] == "2026-04-20"


def test_a_correction_is_one_changed_cell(sample: Running) -> None:
    header, *rows = rows_of(asked(sample, delivery=DELIVERY))
    assert tuple(header[: len(LONG)]) == LONG
    value = header.index("Wert")
    changed = next(row for row in rows if row[1:5] == ["INT", "Monatswert", "insgesamt", "2026-11"])
    changed[value] = str(int(changed[value]) + 1)
    for row in rows:
        if row[1:5] in (["INT", "Monatswert", "Frauen", "2026-11"], ["INT", "Monatswert", "Männer", "2026-11"]):
            row[value] = ""
            row[header.index("Kennzeichen")] = "fehlt"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([header, *rows])
    found = sample.as_(LAND).post(
        "/api/v1/figure-files/checks",
        params={"name": "berichtigt.csv", "cause": "transmission_error"},
        content=text.getvalue().encode(),
        headers={"Content-Type": "application/octet-stream"},
    )
    said = found.json()
    assert found.status_code == 200, said
    assert said["errors"] == 0, said["problems"]
    told = {(one["measure"], one["sex"], one["month"]): one["now"] for one in said["loads"][0]["differences"]}
    assert told["INT", "total", "2026-11"] == changed[value]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"month": "2026-03", "year": 2026},
        {"year": 2026, "delivery": DELIVERY},
        {"year": 2026, "loaded_on": "2026-04-16"},
    ],
)
def test_a_template_is_of_one_thing(sample: Running, query: dict[str, Any]) -> None:
    refused = asked(sample, **query)
    assert (refused.status_code, refused.json()["type"]) == (422, f"/problems/{TEMPLATE_OF_ONE.code}")


@pytest.mark.parametrize(
    ("query", "status", "rule"),
    [({"delivery": "gibt-es-nicht"}, 404, "unknown-delivery"), ({"year": 2024}, 409, "month-of-another-year")],
)
def test_what_is_not_there_is_refused(sample: Running, query: dict[str, Any], status: int, rule: str) -> None:
    refused = asked(sample, **query)
    assert (refused.status_code, refused.json()["type"]) == (status, f"/problems/{rule}"), refused.json()


def test_the_page_leads_to_every_template(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, LAND)
    shown = browser.get(f"/vereinbarungen/{SAMPLE}/daten").text
    assert f'action="{PAGE}.xlsx"' in shown
    for choice in ("2026", "2025", "2026-03", "2025-12"):
        assert f'<option value="{choice}">' in shown
        unsaid = {"geladen": "", "wartemonate": "0", "aufbau": "breit", "jfw": "ja"}
        answer = browser.get(f"{PAGE}.xlsx", params={"fuer": choice, **unsaid})
        assert answer.headers["content-disposition"] == f'attachment; filename="{SAMPLE}-{choice}.xlsx"'
        sheet: Any = load_workbook(io.BytesIO(answer.content)).active
        assert sheet.max_row > 20
    assert f'href="{PAGE}.xlsx?lieferung={DELIVERY}"' in shown
    assert rows_of(browser.get(f"{PAGE}.csv", params={"lieferung": DELIVERY})) == rows_of(
        asked(sample, delivery=DELIVERY)
    )
    early = browser.get(f"{PAGE}.csv", params={"fuer": "2026-03", "geladen": "2026-01-01"})
    assert early.status_code == 409
    assert "01.01.2026" in early.text
    emptied = browser.get(f"{PAGE}.csv", params={"fuer": "2026-03", "wartemonate": ""})
    assert emptied.status_code == 200

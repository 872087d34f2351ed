"""Reports come piece by piece: the same bytes as at once, with problems told as long as nothing was sent."""

from collections.abc import Iterable, Iterator
from contextvars import copy_context
from dataclasses import replace
from datetime import date

import httpx
import pytest
from fastapi.responses import JSONResponse

from application.ports import Unavailable
from application.reports import catalogue
from application.reports.catalogue import REPORTS, title_of
from application.reports.row import Life, ReportRow
from interfaces.http import all_history
from interfaces.http.all_history import report_pieces
from interfaces.http.english import retold
from interfaces.http.json import represented
from interfaces.http.language import ENGLISH, GERMAN, READS_IN, in_english
from interfaces.reports import answered
from interfaces.sample.cast import READER
from tests.http.service import Running

DAY = date(2027, 6, 1)


def at_once(sample: Running, name: str, language: str) -> bytes:
    """A report with all its rows in memory."""
    READS_IN.set(language)
    answer, checkpoint = answered(sample.system, READER, name, DAY)
    rows = [represented(row) for row in answer.rows]
    searched = represented(answer.searched(checkpoint))
    title = retold(title_of(name)) if in_english() else title_of(name)
    said = {"title": title, "on": DAY.isoformat(), "items": rows, "searched": searched, "next": None}
    return bytes(JSONResponse(said).body)


@pytest.mark.parametrize("language", [GERMAN, ENGLISH])
def test_pieces_of_a_report_are_the_bytes_of_the_whole(
    sample: Running, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(all_history, "ROWS", 3)
    lengths = set()
    reader, headers = sample.as_("pruefung"), {"Accept-Language": language}
    for name in REPORTS:
        found = reader.get(f"/api/v1/reports/{name}", params={"on": DAY.isoformat()}, headers=headers)
        assert found.content == copy_context().run(at_once, sample, name, language), name
        assert found.headers["Content-Type"] == "application/json"
        assert found.headers["Content-Language"] == language
        lengths.add(min(len(found.json()["items"]), 4))
    assert lengths >= {0, 4}, "reports without rows, and of several pieces"


def test_a_piece_is_made_when_the_one_before_is_sent(sample: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(all_history, "ROWS", 3)
    answer, checkpoint = answered(sample.system, READER, "software", DAY)
    made, rows = list[ReportRow](), answer.rows

    def noted() -> Iterator[ReportRow]:
        for row in rows:
            made.append(row)
            yield row

    answer.rows = noted()
    pieces = report_pieces({}, answer, checkpoint)
    next(pieces)
    for number in range(1, 4):
        next(pieces)
        assert len(made) == 3 * number


@pytest.mark.parametrize(("before", "ends"), [(0, 503), (2, 503), (3, None), (7, None)])
def test_a_report_that_fails_is_a_problem_or_breaks_off(
    sample: Running, monkeypatch: pytest.MonkeyPatch, before: int, ends: int | None
) -> None:
    def failing(lives: Iterable[Life], on: date) -> Iterator[ReportRow]:
        for number, row in enumerate(REPORTS["software"].rows(lives, on)):
            if number == before:
                raise Unavailable("Die Datenbank ist nicht erreichbar.")
            yield row

    monkeypatch.setattr(all_history, "ROWS", 3)
    monkeypatch.setattr(catalogue, "REPORTS", {**REPORTS, "software": replace(REPORTS["software"], rows=failing)})
    client = sample.as_("pruefung")
    if ends:
        assert client.get("/api/v1/reports/software").status_code == ends
    else:
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/api/v1/reports/software")

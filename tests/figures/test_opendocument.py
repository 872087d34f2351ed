"""ODS: the same figures as from XLSX, and the same errors where a person sees something else."""

import pytest

from application.figure_files.intake.layout import LONG
from domain.rulebook.figures import FILE_UNREADABLE
from tests.figures.files import Desk, figure_row, refused
from tests.figures.opendocuments import as_ods, cell, ods, row
from tests.figures.workbooks import as_xlsx

SUM = figure_row("LLU", "2026-03", 2281075)
HEADINGS = row(map(cell, LONG))
KEYS = [cell(one) for one in SUM[:7]]
REST = [cell(one) for one in SUM[8:]]


def told(desk: Desk, content: bytes) -> set[str]:
    return {f"{one.check} {one.says}" for one in desk.check(content).problems}


def test_a_file_says_the_same_as_ods_and_as_xlsx(desk: Desk) -> None:
    rows = [LONG, SUM, figure_row("INT", "2026-03", 12), figure_row("K2", "2026-03", 31.6, form="JFW")]
    as_book, as_document = (desk.check(content) for content in (as_xlsx(rows), as_ods(rows)))
    assert as_document.rows == as_book.rows == 3
    assert [one.says for one in as_document.problems] == [one.says for one in as_book.problems]


SPOILED = {
    "hochgestellt": row([*KEYS, cell("x", text='2281075<text:span text:style-name="T1">1</text:span>'), *REST]),
    "durchgestrichen": row([*KEYS, cell("x", text='2281075<text:span text:style-name="T2">1</text:span>'), *REST]),
    "ausgeblendete Zeile": row([*KEYS, cell(2281075), *REST], 'table:visibility="collapse"'),
}


@pytest.mark.parametrize("why", SPOILED)
def test_a_number_that_shows_something_else_is_an_error_that_names_the_cell(desk: Desk, why: str) -> None:
    found = [one for one in told(desk, ods(HEADINGS + SPOILED[why])) if one.startswith("V02")]
    assert len(found) == 1
    assert "H2" in found[0]
    assert why in found[0]


@pytest.mark.parametrize(("style", "raised"), [("T3", True), ("T4", False)])
def test_raised_is_said_in_words_or_by_how_much(desk: Desk, style: str, *, raised: bool) -> None:
    span = f'228107<text:span text:style-name="{style}">5</text:span>'
    found = told(desk, ods(HEADINGS + row([*KEYS, cell("x", text=span), *REST])))
    assert any("hochgestellt" in one for one in found) is raised


def test_a_number_in_a_hidden_column_is_an_error(desk: Desk) -> None:
    columns = '<table:table-column table:number-columns-repeated="7"/><table:table-column table:visibility="collapse"/>'
    found = [
        one for one in told(desk, ods(HEADINGS + row([*KEYS, cell(2281075), *REST]), columns=columns)) if "H2" in one
    ]
    assert len(found) == 1
    assert "ausgeblendete Spalte" in found[0]


HOSTILE = {
    "Formeln (Zelle H2": ods(HEADINGS + row([*KEYS, cell(1, 'table:formula="of:=1+1"')])),
    "Makros": ods(HEADINGS, more={"Basic/Standard/Module1.xml": "<x/>"}),
    "eingebettete Dateien": ods(HEADINGS, more={"Object 1/content.xml": "<x/>"}),
    "Dokumenttyp": ods(HEADINGS, before='<!DOCTYPE a [<!ENTITY b "c">]>'),
    "beschädigt": ods("<offen>"),
    "mehr als 250.000 Zeilen": ods(row([cell("a")], 'table:number-rows-repeated="1048576"')),
    "mehr als 200 Spalten": ods(row([cell("a", 'table:number-columns-repeated="16384"')])),
}


@pytest.mark.parametrize("why", HOSTILE)
def test_what_is_no_table_of_values_is_told_what_it_is(desk: Desk, why: str) -> None:
    with refused(FILE_UNREADABLE, why):
        desk.check(HOSTILE[why])


@pytest.mark.parametrize("said", ["abc", "NaN", "inf", "1e999", "", "1_0"])
def test_a_number_no_spreadsheet_writes_is_a_damaged_file(desk: Desk, said: str) -> None:
    number = f'<table:table-cell office:value-type="float" office:value="{said}"><text:p>1</text:p></table:table-cell>'
    with refused(FILE_UNREADABLE, "beschädigt"):
        desk.check(ods(HEADINGS + row([*KEYS, number, *REST])))

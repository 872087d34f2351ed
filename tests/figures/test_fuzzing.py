"""Whatever bytes are handed in: a sentence or figures, never a traceback, and what is taken reads back the same."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.exceptions import IllegalCharacterError

from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import Collected
from application.figure_files.intake.layout import LONG
from application.figure_files.intake.numbers import read as read_number
from application.figure_files.intake.rows import collect
from application.figure_files.ports import Unreadable
from domain.facts import FiguresDelivered
from domain.rulebook.figures import FILE_UNREADABLE
from domain.rulebook.file_checks import CHECKS
from domain.rules import Refused
from domain.values import span
from tests.builders import HEIDEKREIS
from tests.figures.files import Desk, Row, as_csv, figure_row, load_rows, taken
from tests.figures.workbooks import as_xlsx, by_hand
from tests.sampling import times

SLOWLY = settings(max_examples=times(6, 100), suppress_health_check=list(HealthCheck))
QUICKLY = settings(max_examples=times(60, 1000))
SOUND = as_xlsx([LONG, *load_rows("2026-02")])
MARKS = ["", "*", ".", "-", "x", "1.234", "12,5", "12.5", "1 000", "31,6 %", "5 h", "=1", "2026-03", "03358"]
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(MARKS),
    st.integers(-(10**19), 10**19),
    st.floats(allow_nan=False, allow_infinity=False),
)


def read_or_refused(content: bytes) -> Collected:
    """What a file holds, nothing when it is refused; anything but a sentence is an error."""
    problems = Problems()
    try:
        with taken(content) as file:
            collected = collect(file.rows(), problems)
    except Unreadable as why:
        says = FILE_UNREADABLE.finding(why=why.reason).says
        assert re.fullmatch("So ist die Datei nicht lesbar: [A-Z].*[^.][.]", says)
        return Collected()
    assert all(problem.says for problem in problems.told)
    assert {problem.check for problem in problems.told} <= {check.id for check in CHECKS}
    return collected


@SLOWLY
@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refused(content)


@SLOWLY
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(min_size=1, max_size=30)), min_size=1, max_size=4))
def test_a_spoiled_workbook_is_read_or_refused(spoiled: list[tuple[int, bytes]]) -> None:
    content = bytearray(SOUND)
    for place, more in spoiled:
        content[place : place + len(more)] = more
    read_or_refused(bytes(content))


CELLS_OF_XML = [
    '<c r="B2">',
    '<c r="A1" t="s">',
    '<c r="C9" t="inlineStr">',
    '<c r="A1" t="d">',
    '<c r="ZZZZ1">',
    "</c>",
]
TEXT_OF_XML = ["<v>", "7", "</v>", "<is><t>x</t></is>", "&amp;", "&x;", "<!--", "-->", "<![CDATA[", "]]>"]
TAGS = st.sampled_from(["<row>", "</row>", '<row r="3">', *CELLS_OF_XML, *TEXT_OF_XML])


@SLOWLY
@given(st.lists(TAGS, max_size=30).map("".join))
def test_any_sheet_is_read_or_refused(xml: str) -> None:
    read_or_refused(by_hand(xml))


@SLOWLY
@given(st.lists(st.lists(CELLS, max_size=12), max_size=8), st.booleans())
def test_any_rows_under_the_headings_are_figures_or_problems(rows: list[list[Any]], workbook: bool) -> None:
    try:
        content = as_xlsx([LONG, *rows]) if workbook else as_csv([tuple(row) for row in rows])
    except (ValueError, IllegalCharacterError):  # openpyxl itself writes no control characters
        return
    assert read_or_refused(content).rows <= len(rows)


NUMBERS = st.decimals(0, 10**9, places=3) | st.integers(0, 10**12).map(Decimal)


def german(number: Decimal, grouped: bool) -> str:
    """As a German table has it."""
    text = f"{number:,f}" if grouped else f"{number:f}"
    return text.translate(str.maketrans(",.", ".,"))


@QUICKLY
@given(NUMBERS, st.booleans())
def test_a_german_number_reads_back_as_it_was_written(number: Decimal, grouped: bool) -> None:
    found = read_number(german(number, grouped))
    assert found is not None
    assert found.german == f"{number:f}"


@QUICKLY
@given(NUMBERS)
def test_a_plain_number_reads_back_as_it_was_written(number: Decimal) -> None:
    found = read_number(f"{number:f}")
    assert found is not None
    assert found.plain == f"{number:f}"


@QUICKLY
@given(st.floats(-(10**14), 10**14))
def test_a_workbooks_number_is_taken_to_fifteen_digits_and_twelve_decimals_or_not_at_all(number: float) -> None:
    found = read_number(number)
    assert found is None or abs(float(found.plain or "x") - number) <= max(5e-13, abs(number) * 5e-15)


@QUICKLY
@given(st.text(max_size=20))
def test_a_text_is_no_number_or_holds_its_digits(text: str) -> None:
    found = read_number(text)
    for value in (found.german, found.plain) if found else ():
        if value is not None:
            Fraction(value)
            assert [one for one in value if one.isdigit()] == [one for one in text if one.isdigit()]


MONTHS = span("2025-12", "2026-03")


@settings(max_examples=times(4, 50), suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.integers(0, 10**9) | st.sampled_from(["*", "."]), min_size=4, max_size=4).filter(
        lambda values: any(isinstance(value, int) for value in values)
    ),
    st.sampled_from(["utf-8", "xlsx", "cp1252"]),
    st.booleans(),
)
def test_what_is_recorded_reads_back_as_it_stood_in_the_file(
    desk: Desk, values: list[Any], kind: str, sound: bool
) -> None:
    agreement = f"03{len(desk.service.journal.streams()):03d}"
    name = desk.agreement(HEIDEKREIS, agreement, f"kreis-{agreement}")
    rows: list[Row] = [
        figure_row("LLU", month, value, ags=agreement) for month, value in zip(MONTHS, values, strict=True)
    ]
    rows += [] if sound else [figure_row("LLU", "2026-03", -1, "Frauen", ags=agreement)]
    content = (
        as_xlsx([LONG, *rows]) if kind == "xlsx" else as_csv(rows, encoding="cp1252" if kind == "cp1252" else "utf-8")
    )
    before = desk.entries()
    if not sound:
        with pytest.raises(Refused):
            desk.deliver(content)
        assert desk.entries() == before
        return
    fact = desk.deliver(content).records[1].fact
    assert isinstance(fact, FiguresDelivered)
    (series,) = fact.load.series
    stored = desk.service.journal.records(name)[-1].fact
    assert stored == fact
    assert series.first == MONTHS[0]
    assert series.values == tuple(None if isinstance(value, str) else str(value) for value in values)
    assert [flag.month for flag in series.flags] == [
        month for month, value in zip(MONTHS, values, strict=True) if isinstance(value, str)
    ]
    assert fact.load.loaded_on == date(2026, 4, 16)

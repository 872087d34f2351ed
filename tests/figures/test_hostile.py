"""Files meant to do harm are refused with one German sentence, soon and without much memory."""

import resource
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from application.figure_files.ports import Unreadable
from domain.reasons import Reason
from infrastructure.figure_files import limits, refusal
from tests.figures.files import as_csv, taken
from tests.figures.workbooks import as_xlsx, by_hand, cell

pytestmark = pytest.mark.usefixtures("reader_started_anew")

MIB = 1024 * 1024
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
SOUND = cell("A1")
FORMULA_IN_A1 = refusal.FORMULAS_IN.of(sheet="Daten", cell="A1")
FORMULA = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>'


def with_entry(name: str) -> bytes:
    return by_hand(SOUND, {name: b"<x/>"})


VALIDATION = "<dataValidation><x:formula1>{}</x:formula1></dataValidation>"


FILES: dict[str, tuple[Callable[[], bytes], Reason]] = {
    "a zip bomb": (lambda: by_hand(b"\x20" * MIB for _ in range(600)), refusal.INFLATED),
    "an object of another program": (lambda: by_hand(SOUND, {"xl/oleObject1.bin": b"x"}), refusal.EMBEDDED),
    "its place in a sheet": (lambda: by_hand(SOUND + "<x:oleObjects/>"), refusal.EMBEDDED),
    "buttons of its own": (lambda: by_hand(SOUND, {"customUI/customUI14.xml": b"<x/>"}), refusal.RIBBON),
    "a validation that computes": (lambda: by_hand(SOUND + VALIDATION.format("INDIRECT(A1)")), refusal.VALIDATED),
    "declarations without end": (lambda: by_hand("<?xml " * (MIB // 2)), refusal.BROKEN),
    "ten million empty rows": (lambda: by_hand(b"<row/>" * 100_000 for _ in range(100)), refusal.TOO_MANY_ROWS),
    "rows under a prefix": (lambda: by_hand(b"<x:row/>" * 300_000 for _ in range(1)), refusal.TOO_MANY_ROWS),
    "far-apart cells": (lambda: by_hand(cell("A1") + cell("XFD1048576")), refusal.TOO_COSTLY),
    "cells a little less far apart": (lambda: by_hand(cell("A1") + cell("ZZ249999")), refusal.TOO_COSTLY),
    "a sheet as wide as it goes": (lambda: by_hand(cell("A1") + cell("XFD2")), refusal.TOO_MANY_COLUMNS),
    "a formula": (lambda: by_hand(FORMULA), FORMULA_IN_A1),
    "a formula under a prefix": (
        lambda: by_hand("<row><c><x:f >1</x:f></c></row>"),
        refusal.FORMULAS_ON.of(sheet="Daten"),
    ),
    "a formula at another place": (lambda: by_hand(FORMULA, at="blatt/sheet1.xml"), refusal.PLACES),
    "a formula at a place below": (lambda: by_hand(FORMULA, at="worksheets/a/sheet1.xml"), refusal.PLACES),
    "a formula under another ending": (lambda: by_hand(FORMULA, at="worksheets/sheet1.data"), refusal.PLACES),
    "a formula outside of the book": (lambda: by_hand(FORMULA, at="/blatt.xml"), refusal.PLACES),
    "a formula at an absolute place": (lambda: by_hand(FORMULA, at="/xl/worksheets/sheet1.xml"), FORMULA_IN_A1),
    "a formula among the charts": (lambda: by_hand(FORMULA, at="chartsheets/sheet1.xml"), FORMULA_IN_A1),
    "a formula in capitals": (lambda: by_hand(FORMULA, at="WorkSheets/SHEET1.XML"), FORMULA_IN_A1),
    "formats at another place": (lambda: by_hand(SOUND, styles="formate.xml"), refusal.PLACES),
    "a book without relations": (lambda: by_hand(SOUND).replace(b"book.xml.rels", b"buch.xml.rels"), refusal.BROKEN),
    "macros": (lambda: with_entry("xl/vbaProject.bin"), refusal.MACROS),
    "external links": (
        lambda: with_entry("xl/externalLinks/externalLink1.xml"),
        refusal.LINKS,
    ),
    "an embedded file": (lambda: with_entry("xl/embeddings/x.bin"), refusal.EMBEDDED),
    "a billion laughs": (lambda: by_hand(SOUND, head=LAUGHS), refusal.ENTITIES),
    "entities in another part": (lambda: by_hand(SOUND, {"xl/x.xml": LAUGHS.encode()}), refusal.ENTITIES),
    "XML in UTF-16": (lambda: by_hand(SOUND, {"xl/x.xml": "<x/>".encode("utf-16")}), refusal.ENTITIES),
    "XML in UTF-7": (lambda: by_hand(SOUND, head='<?xml version="1.0" encoding="utf-7"?>'), refusal.ENTITIES),
    "two sheets": (
        lambda: by_hand(SOUND, {"xl/worksheets/sheet2.xml": cell("A1").encode()}),
        refusal.several_sheets([("Daten", False), ("ohne Namen", True)]),
    ),
    "an archive of something else": (lambda: with_entry("x")[:0] + _archive(), refusal.NO_WORKBOOK),
    "half a workbook": (lambda: as_xlsx([["a"]])[:2000], refusal.BROKEN),
    "a workbook with broken bytes": (lambda: _spoiled(as_xlsx([["a"] * 50] * 50)), refusal.BROKEN),
    "old Excel": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, refusal.OLD_EXCEL),
    "UTF-16 text": (lambda: "a;b".encode("utf-16"), refusal.UTF_16),
    "zero bytes": (lambda: b"a;b\n\0;1\n", refusal.NOT_TEXT),
    "bytes of no encoding": (lambda: b"a;b\n\x81\x8d;1\n", refusal.NOT_TEXT),
    "an open quotation": (lambda: b'a;b\n"' + b"x;y\n" * 50_000, refusal.QUOTES.of(row=2)),
    "a line without end": (lambda: b"a;b\n" + b"x" * 10_000_000, refusal.LONG_CELL.of(row=2)),
    "a cell without end": (lambda: b"a;b\n\nx;" + b"y" * 10_001 + b"\nx;y\n", refusal.LONG_CELL.of(row=3)),
    "nothing": (lambda: b"", refusal.EMPTY),
    "too many lines": (lambda: b"1;2\n" * 260_000, refusal.TOO_MANY_ROWS),
    "too many columns": (lambda: b"a;" * 300, refusal.TOO_MANY_COLUMNS),
    "too many bytes": (lambda: b"\x20" * (64 * MIB + 1), refusal.TOO_BIG),
}


def _archive() -> bytes:
    return by_hand(SOUND).replace(b"xl/workbook.xml", b"xl/workbuch.xml")


def _spoiled(content: bytes) -> bytes:
    middle = content.index(b"xl/worksheets/sheet1.xml") + 60
    return content[:middle] + bytes(255 - one for one in content[middle : middle + 40]) + content[middle + 40 :]


@pytest.mark.parametrize("kind", FILES)
def test_it_is_refused_with_one_sentence(kind: str) -> None:
    make, reason = FILES[kind]
    content = make()
    started = monotonic()
    with pytest.raises(Unreadable) as refused, taken(content) as file:
        list(file.rows())
    assert refused.value.reason == reason
    assert str(refused.value) == reason.in_german()
    assert monotonic() - started < 30  # seconds on an idle machine are fractions of this


def test_no_reader_took_more_memory_than_it_may() -> None:
    with pytest.raises(Unreadable), taken(by_hand(cell("A1") + cell("XFD1048576"))) as file:
        list(file.rows())
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 <= limits.MEMORY


def test_a_reader_that_is_left_is_gone() -> None:
    with taken(as_csv([("x",)] * 20_000)) as file:
        rows = file.rows()
        next(rows)
        assert len(readers()) == 1
        rows.close()  # type: ignore[attr-defined]  # it is a generator
        assert readers() == []


def readers() -> list[str]:
    """The reading processes this one has."""
    children = [child for task in Path("/proc/self/task").glob("*/children") for child in task.read_text().split()]
    commands = [Path("/proc", child, "cmdline") for child in children]
    return [text for one in commands if one.exists() and "figure_files" in (text := one.read_text())]


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\Daten\\zahlen.csv", "a\u202eb.csv", "", "x" * 500])
def test_a_file_keeps_only_its_own_readable_name(name: str) -> None:
    with taken(b"a;b", name) as file:
        kept = file.source.name
    assert kept in {"passwd", "zahlen.csv", "ab.csv", "ohne Namen", "x" * 200}

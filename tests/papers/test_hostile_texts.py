"""Texts of the record are printed as text: they are never code, and keep no paper from being printed."""

import io
from typing import Any

import pytest
from docx import Document
from pypdf import mult

from interfaces.papers import characters, printing
from interfaces.papers.blocks import Block, Bullets, Heading, Pairs, Paragraph, Table
from interfaces.papers.editable import docx
from interfaces.papers.printing import pdf
from tests.papers.reading import a_paper, compact, reader, text

CODE = '#let x = 1; #panic("x") $a$ *fett* _k_ <b>&amp; @quelle [#image("/etc/passwd")] = Titel \\ // Ende'


def everywhere(says: str) -> tuple[Block, ...]:
    return (
        Heading(says),
        Paragraph(says),
        Pairs(((says, says),)),
        Bullets((says,)),
        Table(says, (says,), ((says,),)),
    )


def words(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_code_is_printed_as_it_was_written() -> None:
    paper = a_paper(*everywhere(CODE), title=CODE)
    shown = text(pdf(paper))
    assert shown.count(compact(CODE)) >= 8
    assert words(docx(paper)).count(CODE) == 9


def outside(content: bytes) -> list[str]:
    """Texts of a PDF that begin outside their page's margins, or are too long for the rest of the line."""
    found: list[str] = []
    for page in reader(content).pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)

        def seen(says: str, cm: Any, tm: Any, _font: Any, _size: float, w: float = width, h: float = height) -> None:
            x, y = mult(tm, cm)[4:]
            lines = max(says.split("\n"), key=len)
            if says.strip() and not (40 < x < w - 40 and 20 < y < h - 20 and x + 2 * len(lines) < w - 40):
                found.append(says)

        page.extract_text(visitor_text=seen)
    return found


@pytest.mark.long
@pytest.mark.parametrize("says", ["Wort " * 720, "x" * 1500, f"Az. {'0123456789' * 12}/{'-' * 200} Ende"])
def test_no_text_leaves_the_page(says: str) -> None:
    """Prose as long as the record takes it, and words without an end, in cells as narrow as those of appraisals."""
    columns, row = ("Umstand", "Würdigung", "Begründung"), ("Umstand", "ohne Auswirkung", says)
    several = Table("", columns, tuple((*row[:2], says[n : n + 450]) for n in range(8)), (), (40, 18, 42))
    paper = a_paper(*everywhere(says), Table("", columns, (row, row), (), (40, 18, 42)), several)
    content = pdf(paper)
    assert outside(content) == []
    assert text(content).count(compact(says[:100])) >= 7, "and nothing is added to it"


@pytest.mark.long
def test_ten_thousand_characters_are_all_there() -> None:
    paper = a_paper(Paragraph("Wort " * 2000), Table("", ("a",), (("x" * 10_000,),)))
    shown = text(pdf(paper))
    assert shown.count("Wort") == 2000
    assert shown.count("x") >= 10_000
    assert words(docx(paper)).count("Wort") == 2000


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        ("\u202egnp.exe", "[?]gnp.exe"),
        ("Amt\u200bName", "Amt[?]Name"),
        ("😀 漢字", "[U+1F600] [U+6F22][U+5B57]"),
        ("\ue000", "[U+E000]"),
        ("x\u0301\u0301", "x\u0301[U+0301]"),
        ("Ľubomír Øster Ⱥ ẞ", "Ľubomír Øster Ⱥ ẞ"),
    ],
)
def test_a_character_that_no_font_has_or_nobody_sees_is_named(says: str, shown: str) -> None:
    assert characters.in_print(says) == shown
    paper = a_paper(*everywhere(says), title=says)
    assert len(reader(pdf(paper)).pages) == 1
    assert docx(paper)


def test_what_no_word_processor_can_hold_is_named() -> None:
    paper = a_paper(Paragraph("a\uffffb\x01c"))
    assert "a[U+FFFF]b[U+0001]c" in words(docx(paper))


def test_right_to_left_text_is_printed() -> None:
    assert "שלום" in text(pdf(a_paper(Paragraph("שלום")))) or "םולש" in text(pdf(a_paper(Paragraph("שלום"))))


def test_every_character_said_to_be_printed_is_printed() -> None:
    known = [one for one in map(chr, range(0x20, 0x3000)) if characters.in_print(one) == one]
    assert len(known) > 1900
    printing.compiled(a_paper(Paragraph(" ".join(known))), str)


def test_a_text_that_brings_the_printing_down_is_printed_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        printing, "in_print", lambda text, known="": text if not known else characters.in_print(text, known)
    )
    assert "[U+1F600]" in text(pdf(a_paper(Paragraph("😀"))))

"""Texts of the record are printed as text: they are never code, and keep no paper from being printed."""

import io

import pytest
from docx import Document

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

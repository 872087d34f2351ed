"""A paper as DOCX, to be edited; the same paper gives the same bytes."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor

from interfaces.papers import word
from interfaces.papers.blocks import (
    Block,
    Bullets,
    Drawings,
    Heading,
    Pairs,
    Paper,
    Paragraph,
    Signatures,
    Table,
    spelled,
)
from interfaces.papers.characters import in_text

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every member of the archive: none."""

DRAFT = "Entwurf zum Bearbeiten; festgehalten und bestätigt wird die PDF-Datei."
WIDTH = 166
"""Millimetres between the margins of A4."""
NAMES = 40
"""Millimetres for the names of pairs."""
NORMAL, SMALL = Pt(10.5), Pt(9)
INK, MUTE = RGBColor(0x17, 0x1A, 0x2B), RGBColor(0x45, 0x4A, 0x5A)


def docx(paper: Paper) -> bytes:
    """The paper as a text document; charts are left to the PDF and described in words."""
    paper = spelled(paper, in_text)
    document: Any = Document()
    _page(document)
    about = document.core_properties
    about.title, about.author, about.language = paper.title, "Zielsteuerung", "de-DE"
    about.comments = f"Zielsteuerung {paper.state.software}"
    about.created = about.modified = paper.state.made_at.replace(tzinfo=None)
    _note(document, paper.subtitle)
    document.add_heading(paper.title, 0)
    _note(document, paper.state.data)
    for says in (DRAFT, *paper.state.caveats):
        document.add_paragraph(says)
    for block in paper.blocks:
        _add(document, block)
    _footer(document.sections[0].footer.paragraphs[0], paper)
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _page(document: Any) -> None:
    """A4 as the PDF has it, black headings, German."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(22)
    section.bottom_margin = Mm(27)
    sizes = {"Normal": 10.5, "Title": 19, "Heading 1": 13, "Heading 2": 11, "Heading 3": 10.5, "List Bullet": 10.5}
    for name, size in sizes.items():
        style = document.styles[name]
        word.set_font(style, "Calibri", Pt(size), INK)
        style.paragraph_format.space_after = Pt(4)
    document.styles["Normal"].element.rPr.append(word.element("w:lang", val="de-DE"))
    document.styles["Title"].font.bold = True
    word.without_rule(document.styles["Title"])
    word.hyphenate(document)


def _footer(paragraph: Any, paper: Paper) -> None:
    state = paper.state
    said = (state.data, state.entries, state.checkpoint, state.digest, f"Zielsteuerung {state.software}")
    paragraph.add_run(" · ".join([*filter(None, said), "Seite "]))
    word.add_field(paragraph, "PAGE")
    paragraph.add_run(" von ")
    word.add_field(paragraph, "NUMPAGES")
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(7.5), MUTE


def _note(document: Any, says: str) -> None:
    run = document.add_paragraph().add_run(says)
    run.font.size, run.font.color.rgb = SMALL, MUTE


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(says=says, level=level):
            document.add_heading(says, level)
        case Paragraph(says=says, note=True):
            _note(document, says)
        case Paragraph(says=says):
            document.add_paragraph(says)
        case Bullets(items=items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Pairs(rows=rows):
            _rows(document, rows, (NAMES, WIDTH - NAMES))
        case Table():
            _table(document, block)
        case Drawings(drawings=drawings):
            for drawing in drawings:
                _note(document, f"{drawing.title}: {drawing.alt}")
        case Signatures(parties=parties):
            for party in parties:
                signed = document.add_paragraph(f"\n\n{'_' * 40}\nOrt, Tag, Unterschrift: {party}")
                signed.paragraph_format.keep_together = True


def _table(document: Any, block: Table) -> None:
    if block.caption:
        caption = document.add_paragraph()
        caption.paragraph_format.keep_with_next = True
        caption.add_run(block.caption).bold = True
    shares = block.widths or (1,) * len(block.columns)
    widths = [WIDTH * share / sum(shares) for share in shares]
    table = _rows(document, (block.columns, *block.rows), widths, SMALL, block.right)
    word.rule(table)
    word.repeat(table.rows[0])
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True


def _rows(document: Any, rows: Any, widths: Any, size: Any = NORMAL, right: tuple[int, ...] = ()) -> Any:
    """A table of these rows, in columns of so many millimetres; its rows stay whole."""
    table = document.add_table(rows=0, cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    word.narrow(table)
    for row in rows:
        added = table.add_row()
        word.keep_whole(added)
        for number, (cell, says) in enumerate(zip(added.cells, row, strict=True)):
            cell.width = Mm(widths[number])
            paragraph = cell.paragraphs[0]
            paragraph.add_run(says).font.size = size
            paragraph.alignment = 2 if number in right else None
            paragraph.paragraph_format.space_after = Pt(1)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    after = document.add_paragraph().paragraph_format
    after.line_spacing, after.space_after = Pt(6), Pt(0)
    return table


def _without_times(content: bytes) -> bytes:
    """The archive with members that tell no time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, EPOCH), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()

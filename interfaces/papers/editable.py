"""A paper as DOCX, to be edited; the same paper gives the same bytes."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.shared import Pt

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
)

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every member of the archive: none."""


def docx(paper: Paper) -> bytes:
    """The paper as a text document; charts are left to the PDF and described in words."""
    document: Any = Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    when = paper.state.made_at.replace(tzinfo=None)
    about = document.core_properties
    about.title, about.author, about.language = paper.title, "Zielsteuerung", "de-DE"
    about.created = about.modified = when
    document.add_heading(paper.title, 0)
    document.add_paragraph(paper.subtitle)
    for block in paper.blocks:
        _add(document, block)
    state = paper.state
    document.sections[0].footer.paragraphs[0].text = " · ".join(
        filter(None, (state.load_state, state.note, state.entries, state.checkpoint))
    )
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _add(document: Any, block: Block) -> None:
    match block:
        case Heading(says=says, level=level):
            document.add_heading(says, level)
        case Paragraph(says=says):
            document.add_paragraph(says)
        case Bullets(items=items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Pairs(rows=rows):
            for name, says in rows:
                document.add_paragraph(f"{name}: {says}")
        case Table():
            _table(document, block)
        case Drawings(drawings=drawings):
            for drawing in drawings:
                document.add_paragraph(f"{drawing.title}: {drawing.alt}")
        case Signatures(parties=parties):
            for party in parties:
                document.add_paragraph(f"Ort, Tag, Unterschrift: {party}")


def _table(document: Any, block: Table) -> None:
    document.add_paragraph(block.caption)
    table = document.add_table(rows=1, cols=len(block.columns), style="Light Grid Accent 1")
    for cell, says in zip(table.rows[0].cells, block.columns, strict=True):
        cell.text = says
    for row in block.rows:
        for cell, says in zip(table.add_row().cells, row, strict=True):
            cell.text = says


def _without_times(content: bytes) -> bytes:
    """The archive with members that tell no time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, EPOCH), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()

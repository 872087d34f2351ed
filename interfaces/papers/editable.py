"""A paper as DOCX, to be edited; the same paper gives the same bytes."""

import io
import zipfile
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
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
    spelled,
)
from interfaces.papers.characters import in_text

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every member of the archive: none."""

DRAFT = "Entwurf zum Bearbeiten; festgehalten und bestätigt wird die PDF-Datei."


def docx(paper: Paper) -> bytes:
    """The paper as a text document; charts are left to the PDF and described in words."""
    paper = spelled(paper, in_text)
    document: Any = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.element.rPr.append(_element("w:lang", val="de-DE"))
    about = document.core_properties
    about.title, about.author, about.language = paper.title, "Zielsteuerung", "de-DE"
    about.comments = f"Zielsteuerung {paper.state.software}"
    about.created = about.modified = paper.state.made_at.replace(tzinfo=None)
    document.add_heading(paper.title, 0)
    document.add_paragraph(paper.subtitle)
    document.add_paragraph(DRAFT)
    for caveat in paper.state.caveats:
        document.add_paragraph(caveat)
    for block in paper.blocks:
        _add(document, block)
    _footer(document.sections[0].footer.paragraphs[0], paper)
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _footer(paragraph: Any, paper: Paper) -> None:
    state = paper.state
    said = (
        state.load_state,
        state.note,
        state.entries,
        state.checkpoint,
        state.digest,
        f"Zielsteuerung {state.software}",
    )
    run = paragraph.add_run(" · ".join([*filter(None, said), "Seite "]))
    page = paragraph.add_run()
    page._r.append(_element("w:fldSimple", instr="PAGE"))
    run.font.size = page.font.size = Pt(8)


def _element(tag: str, **values: str) -> Any:
    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    return element


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
                paragraph = document.add_paragraph()
                paragraph.add_run(f"{name}: ").bold = True
                paragraph.add_run(says)
        case Table():
            _table(document, block)
        case Drawings(drawings=drawings):
            for drawing in drawings:
                document.add_paragraph(f"{drawing.title}: {drawing.alt}")
        case Signatures(parties=parties):
            for party in parties:
                document.add_paragraph(f"\n\n__________________________\nOrt, Tag, Unterschrift: {party}")


def _table(document: Any, block: Table) -> None:
    if block.caption:
        document.add_paragraph(block.caption)
    table = document.add_table(rows=1, cols=len(block.columns), style="Light Grid Accent 1")
    table.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
    for cell, says in zip(table.rows[0].cells, block.columns, strict=True):
        cell.text = says
    for row in block.rows:
        for number, (cell, says) in enumerate(zip(table.add_row().cells, row, strict=True)):
            cell.text = says
            cell.paragraphs[0].alignment = 2 if number in block.right else None


def _without_times(content: bytes) -> bytes:
    """The archive with members that tell no time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, EPOCH), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()

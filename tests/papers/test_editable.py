"""The text document to edit is laid out as the PDF is, and says everything that the PDF says."""

import io
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from interfaces.papers.blocks import Drawings, Table
from interfaces.papers.editable import DRAFT, WIDTH, docx
from interfaces.papers.kinds import KINDS
from tests.http.service import Running
from tests.papers.reading import a_paper, compact, made, words_of

TABLE = Table("", ("Größe", "Wert", "Stand"), (("Integrationsquote", "30,8 %", "auf Kurs"),), (1,), (60, 15, 25))


def opened(content: bytes) -> Any:
    return Document(io.BytesIO(content))


def texts(document: Any) -> str:
    """Every paragraph of the document, those of tables too, in their order."""
    return compact(" ".join(one.text or "" for one in document.element.body.iter(qn("w:t"))))


@pytest.mark.parametrize("kind", KINDS)
def test_it_says_everything_in_the_order_of_the_paper(sample: Running, kind: str) -> None:
    paper = made(sample, kind)
    shown, at = texts(opened(docx(paper))), 0
    alts = [one.alt for block in paper.blocks if isinstance(block, Drawings) for one in block.drawings]
    for word in (DRAFT, *words_of(paper)):
        at = shown.find(compact(word), at)
        assert at >= 0, word
    assert all(compact(alt) in shown for alt in alts), "charts in words"


def test_it_is_a4_with_columns_as_wide_as_in_the_pdf() -> None:
    document = opened(docx(a_paper(TABLE)))
    section = document.sections[0]
    assert [round(one / Mm(1)) for one in (section.page_width, section.page_height)] == [210, 297]
    assert abs(section.page_width - section.left_margin - section.right_margin - Mm(WIDTH)) < Mm(1)
    [table] = document.tables
    assert [round(cell.width / Mm(1)) for cell in table.rows[1].cells] == [100, 25, 42]


def test_a_header_is_repeated_rows_stay_whole_and_numbers_stand_to_the_right() -> None:
    [table] = opened(docx(a_paper(TABLE))).tables
    head, row = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert row._tr.trPr.find(qn("w:tblHeader")) is None
    assert all(one._tr.trPr.find(qn("w:cantSplit")) is not None for one in (head, row))
    assert [cell.paragraphs[0].alignment for cell in row.cells] == [None, 2, None]
    order = [one.tag.split("}")[1] for one in table._tbl.tblPr]
    known = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    assert order == [one for one in known if one in order], "in the order of the schema, or word processors complain"


def test_every_page_names_state_proof_and_its_number(sample: Running) -> None:
    paper = made(sample, "vorlage")
    document = opened(docx(paper))
    [footer] = document.sections[0].footer.paragraphs
    state = paper.state
    for one in (state.load_state, state.note, state.entries, state.digest, state.software):
        assert one in footer.text
    fields = [one.text for one in footer._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]

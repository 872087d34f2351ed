"""PDF/UA-1 and PDF/A-3 by a validator of others and by hand; Typst itself refuses to write what is neither.

The validator is no part of Typst; it has the rules of veraPDF, which itself needs Java and is in no package.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import pairwise
from time import process_time
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from interfaces.papers.blocks import Paragraph
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from tests.http.service import Running
from tests.papers.reading import DRAFTED, a_paper, each, made, printed, reader
from tests.papers.test_hostile_texts import CODE, everywhere

validator = import_module("page")
PROFILES = ("ua1", "3a")
LENGTH = "PDFA3A-STREAM-LENGTH-001"
"""A rule the validator finds broken where compressed data happen to end with a carriage return: checked by hand."""
LARGEST = {"akte": 600_000}
"""Bytes a paper may have; the others 300,000."""


@pytest.fixture(params=KINDS, scope="module")
def printed_paper(request: pytest.FixtureRequest, sample: Running) -> tuple[str, bytes]:
    return request.param, printed(sample, request.param)


@cache
def document(content: bytes) -> PdfReader:
    return reader(content)


def faults(content: bytes, profile: str) -> set[tuple[str, str]]:
    """What the validator finds, and by which rule."""
    report = validator.validate_pdf_bytes(content, profile=profile)
    assert report.rules.total > 100
    return {(one.rule_id, one.message) for one in report.failures if one.rule_id != LENGTH}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_validator_finds_nothing(printed_paper: tuple[str, bytes], profile: str) -> None:
    assert faults(printed_paper[1], profile) == set()


@pytest.mark.parametrize("profile", PROFILES)
def test_a_validator_finds_nothing_in_a_draft_and_in_hostile_texts(sample: Running, profile: str) -> None:
    for paper in (made(sample, "akte", DRAFTED), a_paper(*everywhere(CODE), *everywhere("😀 \u202eשלום"), title=CODE)):
        assert faults(pdf(paper), profile) == set(), paper.title


@pytest.mark.parametrize("profile", PROFILES)
def test_the_validator_finds_what_is_wrong(sample: Running, profile: str) -> None:
    content = printed(sample, "vorlage")
    broken = content.replace(b"/StructTreeRoot", b"/StructTreeRoox")
    assert broken != content
    assert faults(broken, profile)


def test_each_stream_is_as_long_as_it_says(printed_paper: tuple[str, bytes]) -> None:
    content = printed_paper[1]
    streams = list(re.finditer(rb"/Length (\d+)[^>]*?>>\nstream\n", content))
    assert len(streams) > 5
    for one in streams:
        end = one.end() + int(one[1])
        assert content[end : end + 10] == b"\nendstream"


def root(content: bytes) -> Any:
    return document(content).trailer["/Root"]


def structure(element: Any) -> Iterator[Any]:
    """Every element of the structure tree, in reading order."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            yield from structure(found)


def test_it_says_that_it_is_pdf_a_3_and_pdf_ua_1(printed_paper: tuple[str, bytes]) -> None:
    metadata = root(printed_paper[1])["/Metadata"].get_data().decode()
    for name, value in (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        assert re.search(rf"{name}(>|=\")\s*{value}", metadata), name
    assert "Zielsteuerung 0" in metadata, "it names the version of the sources"


def test_it_has_title_language_and_tags(printed_paper: tuple[str, bytes]) -> None:
    found, content = root(printed_paper[1]), document(printed_paper[1])
    assert content.metadata
    assert content.metadata.title
    assert found["/Lang"] == "de-DE"
    assert found["/MarkInfo"]["/Marked"]
    assert found["/ViewerPreferences"]["/DisplayDocTitle"]
    pages: list[Any] = [*content.pages]
    for page in pages:
        assert page["/Tabs"] == "/S"
        assert "/StructParents" in page


def test_its_structure_has_headings_tables_with_headers_and_alternative_texts(printed_paper: tuple[str, bytes]) -> None:
    kind, content = printed_paper
    found = [*structure(root(content)["/StructTreeRoot"])]
    levels = [int(one["/S"][2]) for one in found if re.fullmatch("/H[1-6]", one["/S"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), "no level is left out"
    figures = [one for one in found if one["/S"] == "/Figure"]
    assert all(one["/Alt"] for one in figures)
    assert len(figures) == {"dialogmappe": 4, "akte": 4}.get(kind, 0)
    for table in (one for one in found if one["/S"] == "/Table"):
        cells = [one["/S"] for one in structure(table)]
        assert "/TH" in cells
        assert "/TD" in cells


def test_its_fonts_are_embedded_with_their_characters(printed_paper: tuple[str, bytes]) -> None:
    pages: list[Any] = [*document(printed_paper[1]).pages]
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        for inner in font.get("/DescendantFonts", [font]):
            described = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & {*described}


def test_its_data_is_attached_as_such(printed_paper: tuple[str, bytes]) -> None:
    kind, content = printed_paper
    files = [one.get_object() for one in root(content)["/AF"]]
    assert all(one["/Desc"] for one in files)
    wanted = {"daten.json": "/Data"} | ({"termin.ics": "/Supplement"} if kind == "einladung" else {})
    assert {one["/UF"]: one["/AFRelationship"] for one in files} == wanted
    data = json.loads(document(content).attachments["daten.json"][0])
    assert {"goals"} < {*data} or kind == "pruefauszug"
    assert data["software"]


def test_it_holds_no_script_no_form_and_no_address(printed_paper: tuple[str, bytes]) -> None:
    found = root(printed_paper[1])
    assert not {"/AcroForm", "/OpenAction", "/AA"} & {*found}
    assert b"/JavaScript" not in printed_paper[1]


def test_it_is_small(printed_paper: tuple[str, bytes]) -> None:
    kind, content = printed_paper
    assert len(content) < LARGEST.get(kind, 300_000)


def test_a_pack_takes_less_than_a_second(sample: Running) -> None:
    pdf(made(sample, "dialogmappe"))
    begun = process_time()
    pdf(made(sample, "dialogmappe"))
    assert process_time() - begun < 1


@each(KINDS)
def test_every_page_names_data_state_entry_proof_and_its_number(sample: Running, kind: str) -> None:
    pages = document(printed(sample, kind)).pages
    state = made(sample, kind).state
    for number, page in enumerate(pages, 1):
        said = " ".join(page.extract_text().split())
        stated = (state.load_state, state.entries, state.checkpoint, state.digest)
        for one in (*stated, f"Seite {number} von {len(pages)}"):
            assert one in said, number


def test_a_warning_of_the_printing_library_is_no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    warned = SimpleNamespace(message="unknown font family")
    monkeypatch.setattr("typst.compile_with_warnings", lambda *_, **__: (b"%PDF", [warned]))
    with pytest.raises(RuntimeError, match="unknown font"):
        pdf(a_paper(Paragraph("Text")))

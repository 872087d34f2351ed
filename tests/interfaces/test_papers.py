"""Papers: the same question gives the same bytes, every figure of the reading stands in them, no text is code."""

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from domain.record import Actor
from interfaces.bootstrap import System, throw_away_system
from interfaces.cli.read import local_reader
from interfaces.german import results
from interfaces.papers.blocks import Heading, Pairs, Paper, Paragraph, State, Table
from interfaces.papers.editable import docx
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026

AFTERWARDS = {"einladung"}
"""Papers that look forward, which a closed agreement has none of."""


@pytest.fixture(scope="module")
def sample() -> Iterator[tuple[System, str]]:
    clock = MovableClock(date(2026, 1, 1))
    with throw_away_system(clock) as system:
        receipts = [receipt for _, receipt in play(system, clock, heidekreis_2026())]
        yield system, receipts[-1].agreement_id


def made(sample: tuple[System, str], kind: str, actor: Actor | None = None) -> Paper:
    system, agreement = sample
    return KINDS[kind].make(Papered(system, actor or local_reader(), agreement))


def words(content: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    return " ".join(text.replace("\u00ad", "").split())


def compact(text: str) -> str:
    """Text without blanks and hyphens, which line breaks add."""
    return "".join(one for one in text if not one.isspace() and one not in "-\u2010\u00ad")


@pytest.mark.parametrize("kind", sorted({*KINDS} - AFTERWARDS))
def test_the_same_question_gives_the_same_bytes_with_title_language_and_data(
    sample: tuple[System, str], kind: str
) -> None:
    first, second = pdf(made(sample, kind)), pdf(made(sample, kind))
    assert first == second
    document = PdfReader(io.BytesIO(first))
    assert document.metadata is not None
    assert document.metadata.title
    root: Any = document.trailer["/Root"]
    assert root["/Lang"].startswith("de")
    assert root["/MarkInfo"]["/Marked"]
    assert json.loads(document.attachments["daten.json"][0])
    assert docx(made(sample, kind)) == docx(made(sample, kind))


def test_every_figure_of_the_reading_stands_in_the_dialog_pack(sample: tuple[System, str]) -> None:
    system, agreement = sample
    printed = compact(words(pdf(made(sample, "dialogmappe"))))
    reading = system.queries.attainment(local_reader(), agreement)
    lines = [line for goal in reading.goals for line in goal.lines]
    shown = [
        told
        for line in lines
        if line.derivation
        for told in (
            results.single(line.derivation.current),
            results.single(line.derivation.baseline),
            results.compared(line),
            results.bound(line),
            results.gap(line.gap, line),
        )
    ]
    assert len(shown) > 10
    assert [one for one in shown if compact(one) not in printed] == []


def test_the_assessment_tells_computed_beside_judged_and_each_appraisal(sample: tuple[System, str]) -> None:
    tables = {block.caption: block for block in made(sample, "gesamtbewertung").blocks if isinstance(block, Table)}
    assert ("geschlechterspezifisches Ziel", "nicht erreicht", "nicht erreicht") in {
        row[:3] for row in tables["Urteile"].rows
    }
    assert tables["Umstände, neues Recht und Feststellungen"].rows


def test_the_extract_names_who_when_and_what_came_later(sample: tuple[System, str]) -> None:
    blocks = made(sample, "pruefauszug").blocks
    said = dict(next(block.rows for block in blocks if isinstance(block, Pairs)))
    assert said["Was"] == "Gesamtbewertung getroffen"
    later = next(block for block in blocks if isinstance(block, Table) and block.caption == "Spätere Einträge")
    assert len(later.rows) >= 1


HOSTILE = '#let x = 1; #panic("x") $a$ *fett* _k_ <b> @quelle \\ \u202egnp.exe'


def test_hostile_text_is_printed_as_text() -> None:
    state = State("Datenstand", "Eintrag 1", "Prüfpunkt", None, MovableClock(date(2026, 1, 1))(), None)
    long = "Wort " * 2000
    blocks = (Heading(HOSTILE), Paragraph(HOSTILE + long), Table(HOSTILE, (HOSTILE,), ((HOSTILE,),)))
    printed = compact(words(pdf(Paper(HOSTILE, HOSTILE, blocks, state))))
    assert printed.count("#letx=1;#panic") >= 5
    assert printed.count("Wort") == 2000
    assert printed.count("gnp.exe") >= 5


def test_a_paper_of_an_earlier_instant_says_so_and_leaves_out_what_came_later(sample: tuple[System, str]) -> None:
    system, agreement = sample
    instant = MovableClock(date(2026, 7, 1))()
    then = KINDS["dialogmappe"].make(Papered(system, local_reader(), agreement, instant))
    assert then.state.known_at == "01.07.2026, 12:00 Uhr MESZ"
    assert "Mai 2026" in then.title
    assert pdf(then) != pdf(made(sample, "dialogmappe"))


def test_nobody_gets_a_paper_of_an_agreement_they_do_not_see(sample: tuple[System, str]) -> None:
    stranger = Actor("fremd", local_reader().role, "Amt", "test", None, "99")
    with pytest.raises(Exception, match="gibt es hier nicht"):
        made(sample, "akte", stranger)

"""Papers as tests read them: made of the sample, printed, and their text in reading order."""

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest
from pypdf import PdfReader

from interfaces.cli.reader import local_reader
from interfaces.papers.blocks import Block, Heading, Pairs, Paper, State, Table
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered
from tests.http.conftest import SAMPLE
from tests.http.service import Running

MADE_AT = datetime(2026, 1, 12, 11, tzinfo=UTC)
STATE = State("Datenstand", "Stand 1", "Prüfpunkt", "Wurzel", None, MADE_AT, None, "0.1")
DRAFTED = datetime(2026, 1, 20, 12, tzinfo=UTC)
"""Targets were proposed, nobody has signed."""
JUNE = datetime(2026, 6, 20, 12, tzinfo=UTC)
"""A dialog is planned, figures up to May are released."""
SEPTEMBER = datetime(2026, 9, 30, 12, tzinfo=UTC)
"""One dialog was held and its minutes confirmed; another one is planned."""
HELD = tuple(sorted({*KINDS} - {"einladung"}))
"""Papers that can be had at the end; an invitation looks forward."""


def each(kinds: Iterable[str]) -> pytest.MarkDecorator:
    """A test for each of these kinds; that of the whole record takes as long as all others together."""
    marked = [pytest.param(kind, marks=pytest.mark.long) if kind == "akte" else kind for kind in kinds]
    return pytest.mark.parametrize("kind", marked)


def asked(running: Running, known_at: datetime | None = None, about: str | None = None) -> Papered:
    """The sample as a paper's source."""
    return Papered(running.system, local_reader(), SAMPLE, known_at, about)


def made(running: Running, kind: str, known_at: datetime | None = None, about: str | None = None) -> Paper:
    """A paper of the sample; of its invitation that of the dialog planned in June."""
    if kind == "einladung" and known_at is None:
        known_at = JUNE
    return KINDS[kind].make(asked(running, known_at, about))


_PRINTED: dict[tuple[str, str], bytes] = {}


def printed(running: Running, kind: str) -> bytes:
    """A paper of the sample as PDF; printed once for all tests of a run."""
    key = (running.base, kind)
    if key not in _PRINTED:
        _PRINTED[key] = pdf(made(running, kind))
    return _PRINTED[key]


def a_paper(*blocks: Block, title: str = "Titel") -> Paper:
    """A paper of these blocks."""
    return Paper(title, "Zielvereinbarung · Landkreis", blocks, STATE)


def tables(paper: Paper) -> list[Table]:
    """The tables of a paper."""
    return [block for block in paper.blocks if isinstance(block, Table)]


def headings(paper: Paper) -> list[str]:
    """The headings of a paper's sections."""
    return [block.says for block in paper.blocks if isinstance(block, Heading) and block.level == 1]


def pairs(paper: Paper) -> dict[str, str]:
    """The pairs of a paper."""
    return dict(row for block in paper.blocks if isinstance(block, Pairs) for row in block.rows)


def reader(content: bytes) -> PdfReader:
    """A PDF to look into."""
    return PdfReader(io.BytesIO(content))


@cache
def text(content: bytes) -> str:
    """The text of a PDF in its order, without blanks and hyphens, which line breaks add."""
    return compact(" ".join(page.extract_text() for page in reader(content).pages))


def compact(said: str) -> str:
    """Text without blanks and hyphens."""
    return re.sub("[\\s\u2010\u00ad-]", "", said)


def words_of(paper: Paper) -> list[str]:
    """Every text of a paper's blocks, in order."""
    return [word for block in paper.blocks for word in _words(block)]


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for one in value for word in _words(one)]
    shown = ("says", "caption", "columns", "rows", "items", "drawings", "title", "parties")
    return [word for name in shown if hasattr(value, name) for word in _words(getattr(value, name))]


def at(paper: Paper, **state: object) -> Paper:
    """The same paper at another state."""
    return replace(paper, state=replace(paper.state, **state))  # type: ignore[arg-type]  # as State takes them

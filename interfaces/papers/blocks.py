"""The blocks a paper is made of; each is drawn by the Typst template and, for texts to edit, written as DOCX."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from interfaces.german.chart import Chart


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a section."""

    says: str
    level: int = 1
    kind: str = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text of its own; `note` sets it small."""

    says: str
    note: bool = False
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with what belongs to each."""

    rows: tuple[tuple[str, str], ...]
    kind: str = "pairs"


@dataclass(frozen=True, slots=True)
class Bullets:
    """Items of a list."""

    items: tuple[str, ...]
    kind: str = "bullets"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; columns in `right` hold numbers."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    """Shares of the width; empty shares it by content."""
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as SVG with its title, and the same numbers in words."""

    title: str
    svg: str
    alt: str


@dataclass(frozen=True, slots=True)
class Drawings:
    """Charts, two beside each other."""

    drawings: tuple[Drawing, ...]
    kind: str = "drawings"


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, one for each party."""

    parties: tuple[str, ...]
    kind: str = "signatures"


Block = Heading | Paragraph | Pairs | Bullets | Table | Drawings | Signatures


@dataclass(frozen=True, slots=True)
class State:
    """The state a paper shows: of which figures, up to which entry of the log, under which checkpoint."""

    load_state: str
    entries: str
    checkpoint: str
    known_at: str | None
    made_at: datetime
    """When the last entry shown was recorded; the paper carries no other time."""
    note: str | None
    """The remark of the load shown, such as that its figures are invented."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before it is printed."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    state: State
    attached: dict[str, Any] = field(default_factory=dict)
    """The same figures as data, attached to the PDF."""
    contents: bool = False
    """Whether a table of contents follows the title."""

    def as_data(self) -> dict[str, Any]:
        """The paper as the template draws it."""
        data = asdict(self)
        data.pop("attached")
        data["state"].pop("made_at")
        plain: dict[str, Any] = _plain(data)
        return plain


_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees and that turn the order of others."""


def _plain(value: Any) -> Any:
    """The same with a mark in place of invisible characters, so that no text prints otherwise than it reads."""
    match value:
        case str():
            return _INVISIBLE.sub("\ufffd", value)
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _:
            return value


def section(title: str, blocks: Iterable[Block], otherwise: str | None = None) -> Iterator[Block]:
    """A section with its heading; without blocks the sentence `otherwise`, or nothing at all."""
    found = list(blocks)
    if found or otherwise:
        yield Heading(title)
        yield from found or [Paragraph(otherwise or "")]


def drawing(chart: Chart, title: str, words: str) -> Drawing:
    """A chart as a picture in black, white and one colour, readable without it."""
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 372 124" width="372" height="124"'
        ' font-family="Libertinus Serif" font-size="9">'
    ]
    if chart.agreed:
        parts.append(_rect(40, chart.agreed[0], 260, chart.agreed[1]))
    if chart.zero is not None:
        parts.append(_line(chart.zero, "#999", "0.6"))
    if chart.bound:
        parts += [_line(chart.bound.y, "#171a2b", "1"), _text(304, chart.bound.y + 3, chart.bound.says, "start")]
    parts += [_text(35, tick.y + 3, tick.says, "end") for tick in chart.ticks]
    parts += [_text(x, 119, letter, "middle") for x, letter, _ in chart.letters]
    parts.append(f'<polyline points="{chart.path}" fill="none" stroke="#3b4cb8" stroke-width="1.4"/>')
    parts += [
        _point(point.x, point.y, point.state == "off_course", point.month == chart.shown) for point in chart.points
    ]
    return Drawing(title, "".join([*parts, "</svg>"]), words)


def _rect(x: float, y: float, width: float, height: float) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="#e3ece4"/>'


def _line(y: float, colour: str, width: str) -> str:
    return f'<line x1="40" x2="300" y1="{y:.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="{width}"/>'


def _text(x: float, y: float, says: str, anchor: str) -> str:
    plain = says.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#333">{plain}</text>'


def _point(x: float, y: float, off: bool, large: bool) -> str:
    size = 4.4 if large else 2.4
    if off:
        return f'<path d="M{x:.1f} {y - size:.1f}l{size:.1f} {2 * size:.1f}h{-2 * size:.1f}z" fill="#a8201a"/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="#3b4cb8"/>'


def pairs(*rows: tuple[str, str | None]) -> Pairs:
    """Pairs without those that have nothing to say."""
    return Pairs(tuple((name, says) for name, says in rows if says))


def bullets(items: Sequence[str]) -> Iterator[Bullets]:
    """A list, or nothing."""
    if items:
        yield Bullets(tuple(items))

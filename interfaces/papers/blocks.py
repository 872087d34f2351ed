"""The blocks a paper is made of; each is drawn by the Typst template and, for texts to edit, written as DOCX."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar, cast

T = TypeVar("T")


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
    """A table, with a caption where its heading does not say what it shows; columns in `right` hold numbers."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    """Shares of the width; empty shares it by content."""
    whole: tuple[int, ...] = ()
    """Columns whose words are not hyphenated; nor are those of numbers."""
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
    """Empty for a paper that never changes again."""
    digest: str
    """The root of that checkpoint, or the hash of the last entry itself."""
    known_at: str | None
    made_at: datetime
    """When the last entry shown was recorded; the paper carries no other time."""
    note: str | None
    """The remark of the load shown, such as that its figures are invented."""
    software: str
    """The version of the sources that made the paper."""
    draft: str | None = None
    """That the agreement does not bind, where it does not."""

    @property
    def data(self) -> str:
        """The load state with its remark."""
        return " · ".join(filter(None, (self.load_state, self.note)))

    @property
    def caveats(self) -> tuple[str, ...]:
        """What is to be known before anything is read."""
        then = f"Dieses Papier zeigt den Stand, wie er am {self.known_at} bekannt war." if self.known_at else None
        return tuple(filter(None, (self.draft, then)))


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
    appointment: str | None = None
    """The dialog as an entry for calendars, attached to an invitation."""

    def as_data(self) -> dict[str, Any]:
        """The paper as the template draws it."""
        data = asdict(self)
        data.pop("attached")
        data.pop("appointment")
        data["state"].pop("made_at")
        data["state"] |= {"data": self.state.data, "caveats": self.state.caveats}
        data["short"] = self.subtitle.partition(" · ")[2]
        return data


def spelled(value: T, spelling: Callable[[str], str]) -> T:
    """The same with every text spelled by a rule."""
    found: Any = value
    if isinstance(value, str):
        found = spelling(value)
    elif isinstance(value, tuple):
        found = tuple(spelled(one, spelling) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = replace(value, **{one.name: spelled(getattr(value, one.name), spelling) for one in fields(value)})
    return cast("T", found)


def section(title: str, blocks: Iterable[Block], otherwise: str | None = None) -> Iterator[Block]:
    """A section with its heading; without blocks the sentence `otherwise`, or nothing at all."""
    found = list(blocks)
    if found or otherwise:
        yield Heading(title)
        yield from found or [Paragraph(otherwise or "")]


def below(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks with their headings one level down."""
    for block in blocks:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def pairs(*rows: tuple[str, str | None]) -> Pairs:
    """Pairs without those that have nothing to say."""
    return Pairs(tuple((name, says) for name, says in rows if says))


def text(says: str | None) -> Iterator[Paragraph]:
    """A paragraph, or nothing."""
    if says:
        yield Paragraph(says)


def bullets(items: Iterable[str]) -> Iterator[Bullets]:
    """A list, or nothing."""
    if found := tuple(items):
        yield Bullets(found)

"""Stored views: rows of an agreement, and between which positions of the log each of them held."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, TypeVar

from pydantic_core import from_json

from application.lists import circumstances, due, overview
from application.lists.agreement_course import Case, Past, Remembered, evolve
from application.lists.watching import Part, Rows, Watch
from domain.record import Record
from domain.said_from import knowing, said_from
from domain.values import AgreementId, Frozen, canonical

Written = dict[str, Any]
"""A row as it is written, before it becomes JSON."""
Row = TypeVar("Row", bound=Frozen)
SAID_FROM = "said_from"
"""Where a written row keeps what its texts were said from."""


def _anywhere(_: Written) -> str:
    return ""


def _always(_: Written) -> str | None:
    return None


def _nothing(_: Written) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True)
class View:
    """A stored view: its name, and the rows it holds of a case, each by a key that stays the same.

    `shape` says how rows are written and found, `rules` what is in them: one of them goes up with every change of what
    stands in the rows of the same log, and the view is formed anew. Rows of another shape are not shown meanwhile.
    """

    name: str
    rows: Rows
    parts: tuple[Rows, ...] = ()
    """The parts whose union the rows are, where they are formed part by part."""
    stamp: Callable[[Case], Written] | None = None
    """Fields of each row that change with each entry."""
    place: Callable[[Written], str] = _anywhere
    """By what rows are put in order."""
    since: Callable[[Written], str | None] = _always
    """The day from which on a row is shown; None = always."""
    tags: Callable[[Written], Sequence[str]] = _nothing
    """By what rows are found."""
    shape: int = 1
    rules: int = 1
    title: str = ""
    """What people call it."""

    @property
    def version(self) -> str:
        """Shape and rules."""
        return f"{self.shape}.{self.rules}"


OVERVIEW = View(
    "overview",
    overview.rows,
    parts=(overview.standing_rows,),
    stamp=overview.stamp,
    place=overview.place,
    tags=overview.tags,
    shape=4,
    title="Vereinbarungen",
)
CIRCUMSTANCES = View("circumstances", circumstances.rows, place=circumstances.place, title="Umstände")
DUE = View(
    "due", due.rows, due.PARTS, place=due.place, since=due.since, tags=due.tags, shape=2, rules=5, title="Fälliges"
)


@dataclass(frozen=True, slots=True)
class Content:
    """A row as it is kept: canonical JSON, and by what it is found."""

    text: str
    place: str
    since: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A row's content, and from which position it held up to which (exclusive; None = it still holds)."""

    stream_id: AgreementId
    key: str
    content: Content
    from_position: int
    to_position: int | None


@dataclass(slots=True)
class Trail:
    """Changes of an agreement's rows: which earlier ones end where, and which are new."""

    ended: list[tuple[AgreementId, str, int]] = field(default_factory=list)
    new: list[Version] = field(default_factory=list)


class RowsOf:
    """The rows of one agreement in one view, entry by entry."""

    def __init__(self, view: View, stream_id: AgreementId, standing: Mapping[str, bytes] = {}) -> None:
        self._view = view
        self._stream_id = stream_id
        self._watch = Watch()
        self._parts = [Part(form) for form in view.parts or (view.rows,)]
        self._rows: dict[str, Frozen | None] = {}
        self._plain: dict[str, Written] = {}
        """Rows still to be stamped."""
        self._standing = dict(standing)
        """The SHA-256 of the rows that stand, by key."""
        self._new: dict[str, tuple[int, Content]] = {}
        self._trail = Trail()

    def evolve(self, case: Case) -> None:
        """Go on to the case after one more entry."""
        moved = self._watch.moved(case)
        formed = [part.evolve(case, self._watch, moved) for part in self._parts]
        if any(formed) or self._view.stamp:
            rows = {key: row for part in self._parts for key, row in part.rows.items()}
            for key in self._standing.keys() - rows.keys():
                self._end(key, case.position)
            for key, row in rows.items():
                self._row(key, row, case)
            self._rows = rows

    def trail(self) -> Trail:
        """How the rows changed since this was asked last."""
        trail, self._trail = self._trail, Trail()
        trail.new += [self._version(key, since, content, None) for key, (since, content) in self._new.items()]
        self._new = {}
        return trail

    def settle(self, case: Case) -> None:
        """Forget rows that are written, as long as they stand, and go on from the settled case."""
        self._watch.moved(case)
        for part in self._parts:
            part.rows = dict.fromkeys(part.rows)
        self._rows = {}

    def _row(self, key: str, row: Frozen | None, case: Case) -> None:
        stamp = self._view.stamp
        if row is None or self._rows.get(key) is row:
            assert key in self._standing, f"{self._view.name}: {key} stands nowhere"
            if stamp is None:
                return
        else:
            self._plain[key] = written(row)
        plain = self._plain[key] | stamp(case) if stamp else self._plain.pop(key)
        text = canonical(plain)
        digest = sha256(text).digest()
        if self._standing.get(key) != digest:
            self._end(key, case.position)
            self._standing[key] = digest
            view = self._view
            content = Content(text.decode(), view.place(plain), view.since(plain), tuple(view.tags(plain)))
            self._new[key] = (case.position, content)

    def _end(self, key: str, position: int) -> None:
        if self._standing.pop(key, None) is None:
            return
        if (new := self._new.pop(key, None)) is not None:
            self._trail.new.append(self._version(key, *new, position))
        else:
            self._trail.ended.append((self._stream_id, key, position))

    def _version(self, key: str, since: int, content: Content, until: int | None) -> Version:
        return Version(self._stream_id, key, content, since, until)


def written(row: Frozen) -> Written:
    """A row as plain data, with what its texts were said from where it has such."""
    kept = [one.model_dump() for one in said_from(row)]
    return row.model_dump(mode="json") | ({SAID_FROM: kept} if kept else {})


def read_back(model: type[Row], row: Written) -> Row:
    """A row as it was before it was written; its texts know again what they were said from."""
    kept = row.pop(SAID_FROM, ())
    return model.model_validate(row, context=knowing(kept))


def read_back_text(model: type[Row], text: str) -> Row:
    """The same of a row's text; where nothing was kept beside it, in one step, which takes a quarter of the time."""
    return read_back(model, from_json(text)) if f'"{SAID_FROM}"' in text else model.model_validate_json(text)


def rows_formed(
    views: Iterable[View],
    records: Sequence[Record],
    past: Past | None = None,
    heed: Callable[[Case], None] | None = None,
) -> dict[str, list[Version]]:
    """Every row that views ever held of one agreement, by their names, formed from all records of its stream.

    `heed` is shown the case after each record.
    """
    case, past = None, past or Remembered(records)
    kept = {view.name: RowsOf(view, records[0].stream_id) for view in views} if records else {}
    for record in records:
        case = evolve(case, record, past)
        if case is not None:
            for rows in kept.values():
                rows.evolve(case)
            if heed:
                heed(case)
    return {name: rows.trail().new for name, rows in kept.items()}

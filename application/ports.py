"""Ports of the application; infrastructure implements them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from domain.record import Actor, Draft, Record
from domain.values import Frozen, Instant, PersonId, Sha256, Text

Progress = Callable[[int, int], None]
"""Hears how much of how much is done."""


class Conflict(Exception):  # noqa: N818 - somebody was faster, which is no error
    """Nothing was recorded: the stream's version or the act's key is already taken."""


class Unavailable(Exception):  # noqa: N818 - a state of the world
    """The database cannot be reached or may not be used; says why in one German sentence."""

    def __init__(self, says: str = "", code: str | None = None) -> None:
        super().__init__(says)
        self.code = code
        """The database's own code for it (SQLSTATE), where it gave one."""


class Damaged(Unavailable):
    """The database cannot read its own files; says so in one German sentence."""


class TooLarge(Exception):  # noqa: N818 - an answer
    """Nothing was recorded: an entry would exceed the permitted size in bytes."""


@dataclass(frozen=True, slots=True)
class ActKey:
    """Names one act of one actor for good: the caller's key, and the SHA-256 of what was asked for."""

    actor: PersonId
    key: str
    digest: Sha256


class Journal(Protocol):
    """The log of facts."""

    def records(self, stream_id: str, *, known_at: datetime | None = None) -> Sequence[Record]:
        """A stream's records in order, as far as they were recorded by then; empty without any."""

    def log(self, *, after: int = 0, limit: int = 1000, known_at: datetime | None = None) -> Sequence[Record]:
        """The records of all streams behind a position, in order."""

    def streams(self, prefix: str = "") -> Sequence[str]:
        """The ids of all streams that begin so, in order."""

    def append(
        self,
        drafts: Sequence[Draft],
        *,
        now: datetime,
        act: ActKey | None = None,
        erasing: PersonId | None = None,
    ) -> tuple[Record, ...]:
        """Record all or nothing in one commit and return what was recorded.

        `recorded_at` is `now`, or a microsecond after the log's last entry when that is later. With `erasing`, the
        person's name and salt go in the same commit. Raises Conflict, TooLarge, Unavailable.
        """

    def earlier(self, actor: PersonId, key: str) -> tuple[ActKey, tuple[Record, ...]] | None:
        """The records of an actor's act with this key, or None."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which entries of the log are asked for; null asks for all."""

    streams: Collection[str] | None = None
    facts: Collection[str] | None = None
    """Names of facts."""
    up_to: int | None = None
    """The last position that may be read."""
    holding: str | None = None
    """A text that stands somewhere in the entry's bytes."""
    firsts: bool = False
    """Only the entry that each stream begins with."""


class Clocks(NamedTuple):
    """The clocks a service's own is held against."""

    database: datetime
    last_entry: datetime | None
    """When the last entry was recorded."""
    may_lead: bool
    """A play's log, whose clock is moved at will."""


class Log(Journal, Protocol):
    """The journal as a whole, and as one who looks for something reads it."""

    def clocks(self) -> Clocks:
        """The database's time and the last entry's."""

    def head(self) -> int:
        """The position of the last entry, 0 before the first."""

    def position_at(self, instant: datetime) -> int:
        """The position of the last entry recorded by an instant, 0 before the first; times grow with positions."""

    def leaf_hashes(self, positions: Sequence[int]) -> Mapping[int, Sha256]:
        """The hashes of entries by position, as leaves of the log's tree; those that are not there are left out."""

    def begun(self, *, after: int, up_to: int) -> Mapping[str, str]:
        """The streams that begin between two positions, each with the name of the fact it begins with."""

    def at(self, positions: Sequence[int]) -> Sequence[Record]:
        """The records at these positions, in order of the log."""

    def outlines(self, positions: Sequence[int]) -> Sequence[Record]:
        """The same without the content of their facts, of which nothing but the type is there."""

    def select(self, selection: Selection, *, after: int = 0, limit: int = 1000) -> Sequence[Record]:
        """The selected records behind a position, in order of the log."""

    def latest(self, selection: Selection, *, after: int = 0, limit: int) -> Sequence[Record]:
        """The last selected records behind a position, the newest first."""


class Person(Frozen):
    """A person in the register."""

    id: PersonId
    title: str = ""
    given_name: Text
    family_name: Text

    @property
    def name(self) -> str:
        """The full name as one says it."""
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)


class ListedPerson(Person):
    """A person in the register with who entered them, within which scope, and when."""

    registered_by: PersonId | None
    scope: str
    registered_at: Instant


class Traces(Frozen):
    """Where a person's name stands outside the register: positions of entries, ids of webhooks."""

    entries: tuple[int, ...] = ()
    possible: tuple[int, ...] = ()
    """Entries in which a word of the family name stands by itself, whatever it means there."""
    webhooks: tuple[UUID, ...] = ()


class Persons(Protocol):
    """The erasable register of persons."""

    def register(self, person: Person, by: Actor | None = None) -> Sha256:
        """Enter a person and return the commitment of the name; entering the same again changes nothing.

        The name is kept out of texts within the scope of whoever entered it (None = everywhere). Raises Conflict when
        the id belongs to another name, was erased, or was entered within another scope: a guess confirms nothing.
        """

    def find(self, person_id: PersonId) -> Person | None:
        """The person, or None when never registered or erased."""

    def commitment(self, person_id: PersonId) -> Sha256 | None:
        """The commitment of the name: SHA-256(salt ‖ name in UTF-8); stays when the name is erased."""

    def opens(self, person_id: PersonId, commitment: Sha256) -> bool | None:
        """Whether name and salt in the register give this commitment; None when the name was erased."""

    def named_in(self, texts: Sequence[str], scope: str = "") -> PersonId | None:
        """Somebody entered within a scope, or around it, whose name stands in one of the texts, or None."""

    def listed(self) -> Sequence[ListedPerson]:
        """Everybody in the register, by id."""

    def traces(self, person: Person) -> Traces:
        """Where the name stands outside the register, because it was written before it was known to be one."""

    def drop_unfinished(self, person: Person) -> None:
        """Delete forms that somebody began and in which the person is named."""


class Unfinished(Protocol):
    """Forms that somebody began and has not recorded yet: theirs alone, and no part of the log."""

    def keep(self, person: PersonId, about: str, typed: dict[str, Any], content: bytes | None = None) -> None:
        """Keep what a person typed, and a file's content, in place of what they kept before."""

    def find(self, person: PersonId, about: str) -> dict[str, Any] | None:
        """Input a person typed and has not recorded; None when they kept nothing."""

    def content(self, person: PersonId, about: str) -> bytes | None:
        """The file kept with it; None without one."""

    def forget(self, person: PersonId, about: str) -> None:
        """Forget it, because it is recorded or no longer wanted."""

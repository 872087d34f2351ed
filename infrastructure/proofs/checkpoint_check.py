"""Holds checkpoints against the log while it is read: signed by its keys, and over the entries that are there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from psycopg import Connection

from application.acting.register_requests import KEYS_STREAM
from application.proofs.ports import Fault, Occasion
from application.proofs.signed_note import Note, PublicKey, Unreadable, parsed
from domain.facts import KeyIntroduced

_KEPT = (
    "SELECT size, note, occasion, to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS made_at"
    " FROM zielsteuerung.checkpoint ORDER BY size DESC"
)


class Held(NamedTuple):
    """A checkpoint that does not come from the database."""

    note: Note
    brought: bool
    """By somebody who asks, and not remembered beside the keys."""

    def __str__(self) -> str:
        which = "Mitgebrachter Prüfpunkt" if self.brought else "Zuletzt unterschriebener Prüfpunkt"
        return f"{which} über {self.note.checkpoint.size} Einträge"


@dataclass(slots=True)
class SignedRoots:
    """The checkpoints to compare with: kept in the database, remembered, and brought by whoever verifies."""

    connection: Connection[Any]
    trusted: Sequence[PublicKey]
    earlier: Sequence[Note]
    remembered: Note | None = None
    checked: int = 0
    last: int = 0
    _good: set[int] = field(default_factory=set)
    """Sizes of checkpoints that fit the log as it is."""
    _witnessed: set[int] = field(default_factory=set)
    """Those of them that somebody brought: whoever has the key can have signed the others again."""
    _keys: list[PublicKey] = field(default_factory=list)
    _waiting: list[dict[str, Any]] = field(default_factory=list)
    _held: list[Held] = field(default_factory=list)
    _origin: str | None = None
    _made_at: str = ""

    def __post_init__(self) -> None:
        row = self.connection.execute("SELECT origin FROM zielsteuerung.log_origin").fetchone()
        self._origin = row["origin"] if row else None
        self._waiting = self.connection.execute(_KEPT).fetchall()
        held = [Held(note, brought=True) for note in self.earlier]
        held += [Held(self.remembered, brought=False)] if self.remembered else []
        self._held = sorted(held, key=lambda one: one.note.checkpoint.size, reverse=True)

    def introduced(self, entry: dict[str, Any]) -> None:
        """Learn a key from an entry that introduces one."""
        if entry["stream_id"] == KEYS_STREAM and entry.get("type") == KeyIntroduced.__name__:
            fact = KeyIntroduced.model_validate(entry["fact"])
            key = PublicKey(fact.origin, bytes.fromhex(fact.public_key))
            if not key.trustworthy:
                raise ValueError("verifies what nobody signed")
            self._keys.append(key)

    def wait_for(self, size: int) -> bool:
        """Whether there are checkpoints over so many entries."""
        kept, held = self._waiting[-1:], self._held[-1:]
        return any(row["size"] <= size for row in kept) or any(one.note.checkpoint.size <= size for one in held)

    def faults(self, size: int, root: bytes, recorded_at: str = "") -> Iterator[Fault]:
        """Faults of the checkpoints over so many entries, the last of them recorded then, with this root."""
        while self._waiting and self._waiting[-1]["size"] <= size:
            row = self._waiting.pop()
            for said in self._kept(row, root, recorded_at):
                yield Fault(row["size"], f"Prüfpunkt über {size} Einträge: {said}.")
        while self._held and self._held[-1].note.checkpoint.size <= size:
            held = self._held.pop()
            differs = held.note.checkpoint.root != root
            why = self._unsigned(held) or (_rewritten(self._witnessed, size) if differs else None)
            if why:
                yield Fault(size, f"{held}: {why}.", held.brought)
            else:
                (self._witnessed if held.brought else self._good).add(size)

    def left_over(self, size: int) -> Iterator[Fault]:
        """Faults when the log ends here; raises Unreadable when a checkpoint from outside belongs to another log."""
        for row in reversed(self._waiting):
            yield Fault(size + 1, f"Ein Prüfpunkt bezeugt {row['size']} Einträge, das Protokoll hat nur {size}.")
        for held in reversed(self._held):
            why = self._unsigned(held) or (
                f"das Protokoll hat nur {size}: es wurde auf einen früheren Stand zurückgesetzt oder abgeschnitten"
            )
            yield Fault(size + 1, f"{held}: {why}.", held.brought)
        if self._keys and not (self.checked or self._waiting):
            yield Fault(None, "Ein Schlüssel ist eingeführt, aber kein Prüfpunkt da: gelöscht oder nie gelungen.")
        if any(key.name not in self._names() for key in self.trusted):
            raise Unreadable("einer der angegebenen Schlüssel gehört zu einem anderen Protokoll")
        if self.trusted and not set(self.trusted) & set(self._keys):
            yield Fault(None, "Keinen der angegebenen Schlüssel hat dieses Protokoll je eingeführt.", brought=True)

    def _kept(self, row: dict[str, Any], root: bytes, recorded_at: str) -> Iterator[str]:
        yield from self._misplaced(row, recorded_at)
        try:
            note = parsed(row["note"])
            if not self._keys or self._keys[-1] not in note.signers(self._keys):
                yield "der damals geltende Schlüssel hat ihn nicht unterschrieben"
        except Unreadable as why:
            yield str(why)
            return
        if (note.checkpoint.origin, note.checkpoint.size) != (self._origin, row["size"]):
            yield "er gehört zu einem anderen Protokoll oder Stand"
        if note.checkpoint.root != root:
            yield _rewritten(self._good | self._witnessed, row["size"])
        else:
            self._good.add(row["size"])
        self.checked += 1
        self.last = row["size"]

    def _misplaced(self, row: dict[str, Any], recorded_at: str) -> Iterator[str]:
        """A checkpoint is made after its entries and after the one before; its signature does not cover the day."""
        if row["made_at"] < self._made_at or row["made_at"][:16] < recorded_at[:16]:
            yield f"er will am {row['made_at'][:16]} gemacht sein, vor dem, was er bezeugt"
        self._made_at = max(self._made_at, row["made_at"])
        if row["occasion"] not in set(Occasion):
            yield f"den Anlass „{row['occasion']}“ gibt es nicht"

    def _unsigned(self, held: Held) -> str | None:
        """Why a checkpoint says nothing about this log; raises Unreadable where that is the fault of who brought it.

        Keys introduced after a checkpoint cannot have signed it, so any known or trusted one will do.
        """
        try:
            if held.note.checkpoint.origin not in self._names():
                raise Unreadable(f"er gehört zum Protokoll {held.note.checkpoint.origin}")
            if not held.note.signers(self.trusted if held.brought and self.trusted else self._keys):
                which = "angegebenen" if self.trusted else "im Protokoll eingeführten (--key gibt andere an)"
                raise Unreadable(f"keiner der {which} Schlüssel hat ihn unterschrieben")
        except Unreadable as why:
            if held.brought:
                raise Unreadable(f"{held}: {why}") from None
            return str(why)
        return None

    def _names(self) -> set[str | None]:
        return {self._origin, *(key.name for key in self._keys)}


def _rewritten(good: set[int], size: int) -> str:
    """The stretch begins behind the last smaller checkpoint that fits."""
    first = 1 + max((one for one in good if one < size), default=0)
    return f"zwischen Position {first} und {size} stehen andere Einträge als die, über die er unterschrieben wurde"

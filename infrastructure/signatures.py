"""Holds checkpoints against the log while it is read: signed by its keys, and over the entries that are there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from psycopg import Connection

from application.notes import Note, PublicKey, Unreadable, parsed
from application.register import KEYS_STREAM
from application.verification import Fault
from domain.facts import KeyIntroduced


@dataclass(slots=True)
class SignedRoots:
    """The checkpoints kept in the database, and earlier ones brought along by somebody who trusts some keys."""

    connection: Connection[Any]
    trusted: Sequence[PublicKey]
    earlier: Sequence[Note]
    checked: int = 0
    last: int = 0
    _borne_out: int = 0
    _keys: list[PublicKey] = field(default_factory=list)
    _waiting: list[dict[str, Any]] = field(default_factory=list)
    _brought: list[Note] = field(default_factory=list)
    _origin: str | None = None

    def __post_init__(self) -> None:
        row = self.connection.execute("SELECT origin FROM zielsteuerung.log_origin").fetchone()
        self._origin = row["origin"] if row else None
        rows = self.connection.execute("SELECT size, note FROM zielsteuerung.checkpoint ORDER BY size DESC")
        self._waiting = list(rows)
        self._brought = sorted(self.earlier, key=lambda note: note.checkpoint.size, reverse=True)

    def introduced(self, entry: dict[str, Any]) -> None:
        """Learn a key from an entry that introduces one."""
        if entry["stream_id"] == KEYS_STREAM and entry.get("type") == KeyIntroduced.__name__:
            fact = KeyIntroduced.model_validate(entry["fact"])
            self._keys.append(PublicKey(fact.origin, bytes.fromhex(fact.public_key)))

    def wait_for(self, size: int) -> bool:
        """Whether there are checkpoints over so many entries."""
        kept, brought = self._waiting[-1:], self._brought[-1:]
        return any(row["size"] <= size for row in kept) or any(note.checkpoint.size <= size for note in brought)

    def faults(self, size: int, root: bytes) -> Iterator[Fault]:
        """What is wrong with the checkpoints over so many entries, whose root is this one."""
        while self._waiting and self._waiting[-1]["size"] <= size:
            row = self._waiting.pop()
            yield from (Fault(row["size"], f"Prüfpunkt über {size} Einträge: {why}.") for why in self._kept(row, root))
        while self._brought and self._brought[-1].checkpoint.size <= size:
            why = self._other(self._brought.pop(), root)
            if why:
                yield Fault(self._borne_out + 1, f"Mitgebrachter Prüfpunkt über {size} Einträge: {why}.")
            else:
                self._borne_out = size

    def left_over(self, size: int) -> Iterator[Fault]:
        """What is wrong when the log ends here."""
        for row in reversed(self._waiting):
            yield Fault(size + 1, f"Ein Prüfpunkt bezeugt {row['size']} Einträge, das Protokoll hat nur {size}.")
        for note in reversed(self._brought):
            yield Fault(
                size + 1,
                f"Der mitgebrachte Prüfpunkt bezeugt {note.checkpoint.size} Einträge, das Protokoll hat nur {size}: "
                "es wurde auf einen früheren Stand zurückgesetzt oder abgeschnitten.",
            )
        if self.trusted and not set(self.trusted) & set(self._keys):
            yield Fault(None, "Keiner der angegebenen Schlüssel gehört zu diesem Protokoll.")

    def _kept(self, row: dict[str, Any], root: bytes) -> Iterator[str]:
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
            yield _rewritten(self.last)
        self.checked += 1
        self.last = row["size"]

    def _other(self, note: Note, root: bytes) -> str | None:
        """Keys introduced after an earlier checkpoint cannot have signed it, so any known or trusted one will do."""
        try:
            if not note.signers(self.trusted or self._keys):
                return "keiner der bekannten Schlüssel hat ihn unterschrieben"
        except Unreadable as why:
            return str(why)
        if note.checkpoint.origin != self._origin:
            return f"er gehört zum Protokoll {note.checkpoint.origin}"
        return _rewritten(self._borne_out) if note.checkpoint.root != root else None


def _rewritten(good: int) -> str:
    return f"ab Position {good + 1} stehen andere Einträge als die, über die er unterschrieben wurde"

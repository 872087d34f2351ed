"""Ports of proofs and checkpoints; infrastructure implements them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from application.ports import Damaged, Progress, Unavailable
from application.proofs.merkle import NodePlace
from application.proofs.signed_note import Note, PublicKey, SigningKey


class KeyMissing(Unavailable):
    """The key that has to sign is not here, or cannot be kept; says why in German."""


class EntryLog(Protocol):
    """The log as bytes, with the nodes of its tree."""

    def size(self) -> int:
        """How many entries there are."""

    def nodes(self, places: Collection[NodePlace]) -> Mapping[NodePlace, bytes]:
        """The hashes of complete subtrees, as stored; those that are not there are left out."""

    def entries(self, stream_id: str | None, up_to: int) -> Iterator[tuple[int, bytes]]:
        """Position and bytes of a stream's entries, or of all (None), in order, up to a position."""

    def recorded_after(self, position: int, types: Collection[str]) -> bool:
        """Whether one of these facts was recorded behind a position."""


class Occasion(StrEnum):
    """Why a checkpoint was made."""

    DAILY = "daily"
    ASSESSMENT = "assessment"
    EXPORT = "export"
    REPORT = "report"
    ROTATION = "rotation"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint as it is kept."""

    size: int
    note: str
    made_at: datetime
    occasion: Occasion


class CheckpointBook(Protocol):
    """The checkpoints made so far, and what the log is called in them."""

    def origin(self) -> str:
        """The name of the log; chosen when first asked for, and kept."""

    def alone(self) -> AbstractContextManager[None]:
        """While nobody else makes a checkpoint or introduces a key."""

    def kept(self) -> Sequence[Kept]:
        """Every checkpoint, by size."""

    def latest(self) -> Kept | None:
        """The one over most entries."""

    def at(self, size: int) -> Kept | None:
        """The one over so many entries."""

    def keep(self, checkpoint: Kept) -> None:
        """Add one."""

    def verified(self, found: "LastVerification") -> None:
        """Add what a verification found."""


class KeyRing(Protocol):
    """The secret keys this installation holds, outside the database."""

    def held(self, origin: str, needed: Collection[bytes] = ()) -> Sequence[SigningKey]:
        """The keys for a log; raises KeyMissing when one whose id is needed is there and cannot be read."""

    def create(self, origin: str) -> SigningKey:
        """Make one more and keep it; raises KeyMissing when keys are not made or kept here."""

    def last_signed(self, origin: str) -> str | None:
        """The last note that was signed for a log, remembered beside the keys; raises KeyMissing."""

    def remember(self, origin: str, note: str) -> None:
        """Remember a note, where that is done here; raises KeyMissing when it cannot be kept."""


@dataclass(frozen=True, slots=True)
class LastVerification:
    """The result of the last verification of the whole database; `says` is empty when it was sound.

    `brought` says that it is about keys and checkpoints somebody brought along, and not about the log by itself.
    """

    at: datetime
    size: int
    says: str
    brought: bool = False

    @property
    def sound(self) -> bool:
        """Green or red."""
        return not self.says


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault in German, and where it begins; no position when it is not about entries."""

    position: int | None
    says: str
    brought: bool = False
    """Whether it was found only with keys or checkpoints from outside."""

    def __str__(self) -> str:
        return self.says if self.position is None else f"Position {self.position}: {self.says}"


@dataclass(frozen=True, slots=True)
class Report:
    """The extent of a verification, and the faults by position, the first ones when there are many."""

    size: int
    root: bytes
    checkpoints: int
    last_checkpoint: int
    """Entries below the last checkpoint that was held against the log; 0 = none."""
    faults: tuple[Fault, ...]
    held: tuple[int, ...] = ()
    """Sizes of the checkpoints from outside that it was held against."""
    remembered: int | None = None
    """Size of the one the keys here signed last; None = that is not known here."""
    views: int | None = None
    """Up to which position the stored views were formed anew and compared; None = they are being formed."""
    left_out: tuple[str, ...] = ()
    """Views that were not compared: none is shown, or one that was formed by other rules than today's."""

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


class Verification(Protocol):
    """Verifies the database as it is, with memory for some entries at a time."""

    def verify(
        self,
        keys: Sequence[PublicKey] = (),
        earlier: Sequence[Note] = (),
        progress: Progress | None = None,
        *,
        by_itself: bool = False,
        log_only: bool = False,
    ) -> Report:
        """Recompute everything and remember the result.

        The log alone, without what is formed from it, takes a fraction of the time; that it is sound is not remembered.

        `keys` and `earlier` checkpoints are what an outsider holds: without them, a log rewritten as a whole and
        signed anew with its own key is not noticed. What was found with them stays until it is verified with such
        again. Raises Unreadable, and remembers nothing, when they belong to another log; and Unavailable.
        """

    def last(self) -> LastVerification | None:
        """The result of the last verification, one with a finding before all others; None before the first."""

    def met_damage(self, why: Damaged) -> None:
        """Remember that the database could not read its own files, until the next verification; raises Unavailable."""

"""What proofs and checkpoints need from outside; infrastructure implements it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from application.merkle import Place
from application.notes import SigningKey
from application.ports import Unavailable


class KeyMissing(Unavailable):
    """The key that has to sign is not here, or cannot be kept; says why in German."""


class EntryLog(Protocol):
    """The log as bytes, with the nodes of its tree."""

    def size(self) -> int:
        """How many entries there are."""

    def nodes(self, places: Collection[Place]) -> Mapping[Place, bytes]:
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
        """Remember what a verification found, in place of the one of its kind before."""


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
    """What the last verification of the whole database found; `says` is empty when it was sound.

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

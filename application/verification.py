"""What a verification of the whole database says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from application.audit_ports import LastVerification
from application.notes import Note, PublicKey

Progress = Callable[[int, int], None]
"""Told how many entries of how many are checked."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in German, and where it begins; no position when it is not about entries."""

    position: int | None
    says: str
    brought: bool = False
    """Whether it was only found with keys or checkpoints somebody brought along."""

    def __str__(self) -> str:
        return self.says if self.position is None else f"Position {self.position}: {self.says}"


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and the faults by position, the first ones when there are many."""

    size: int
    root: bytes
    checkpoints: int
    last_checkpoint: int
    """Entries below the last checkpoint that was held against the log; 0 = none."""
    faults: tuple[Fault, ...]
    held: tuple[int, ...] = ()
    """Sizes of the checkpoints somebody brought along that it was held against."""
    remembered: int | None = None
    """Size of the one the keys here signed last; None = that is not known here."""

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


class Verification(Protocol):
    """Verifies the database as it is, with memory for some entries at a time."""

    def verify(
        self, keys: Sequence[PublicKey] = (), earlier: Sequence[Note] = (), progress: Progress | None = None
    ) -> Report:
        """Recompute everything and remember the result.

        `keys` and `earlier` checkpoints are what an outsider holds: without them, a log rewritten as a whole and
        signed anew with its own key is not noticed. What was found with them stays until it is verified with such
        again. Raises Unreadable, and remembers nothing, when they belong to another log; and Unavailable.
        """

    def last(self) -> LastVerification | None:
        """What the last verification found, one with a finding before all others; None when there was none."""

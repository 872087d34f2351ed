"""Checkpoints leave the house: each new one goes to everybody the operator names, and it is kept who holds which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from application.proofs.ports import CheckpointBook, Kept


class Unsent(Exception):  # noqa: N818 - a state of the world
    """A checkpoint did not reach its receiver; says why in German."""


class Receiver(Protocol):
    """Somebody outside who keeps checkpoints."""

    @property
    def name(self) -> str:
        """Who it is: a party, an audit office."""

    def send(self, checkpoint: Kept) -> None:
        """Hand a checkpoint over; raises Unsent."""


class Publications(Protocol):
    """Which checkpoint reached whom, and when."""

    def last(self) -> dict[str, tuple[int, datetime]]:
        """Size and instant of the last checkpoint each receiver got, by name."""

    def sent(self, receiver: str, size: int, at: datetime) -> None:
        """Add one."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What a receiver holds (0 = nothing yet), since when, and why it lacks the newest."""

    receiver: str
    size: int
    at: datetime | None
    trouble: str = ""


class Publisher:
    """Sends checkpoints to receivers, oldest first, and each once."""

    def __init__(
        self,
        book: CheckpointBook,
        publications: Publications,
        receivers: Sequence[Receiver],
        now: Callable[[], datetime],
    ) -> None:
        self._book = book
        self._publications = publications
        self.receivers = receivers
        self._now = now

    def publish(self) -> tuple[Holding, ...]:
        """Send what each receiver lacks, and say what each holds then; one who is out of reach holds up no other."""
        kept, last = self._book.kept(), self._publications.last()
        return tuple(self._up_to_date(receiver, kept, last.get(receiver.name)) for receiver in self.receivers)

    def holdings(self) -> tuple[Holding, ...]:
        """What each receiver holds, without sending anything."""
        last = self._publications.last()
        found = ((receiver.name, last.get(receiver.name)) for receiver in self.receivers)
        return tuple(Holding(name, *(held or (0, None))) for name, held in found)

    def _up_to_date(self, receiver: Receiver, kept: Sequence[Kept], held: tuple[int, datetime] | None) -> Holding:
        size, at = held or (0, None)
        # A receiver who holds one needs each newer one; to one who holds none the newest says as much as all.
        lacking = [checkpoint for checkpoint in kept if checkpoint.size > size]
        for checkpoint in lacking if held else lacking[-1:]:
            try:
                receiver.send(checkpoint)
            except Unsent as why:
                return Holding(receiver.name, size, at, str(why))
            size, at = checkpoint.size, self._now()
            self._publications.sent(receiver.name, size, at)
        return Holding(receiver.name, size, at)

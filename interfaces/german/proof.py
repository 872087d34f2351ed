"""Where a statement stands in the log, and which checkpoint covers it."""

from datetime import datetime

from application.proofs.ports import CheckpointBook, Kept
from interfaces.german import numbers


def covering(book: CheckpointBook, position: int) -> Kept | None:
    """The first checkpoint over an entry of the log, which never changes once it was made; None before."""
    return min((one for one in book.kept() if one.size >= position), key=lambda one: one.size, default=None)


def checkpoint(book: CheckpointBook, position: int) -> str:
    """The first checkpoint over an entry of the log, in words."""
    first = covering(book, position)
    if first is None:
        return "Noch von keinem Prüfpunkt erfasst."
    return f"Prüfpunkt über {first.size} Einträge, Wurzel {first.note.splitlines()[2]}"


def known(known_at: datetime | None) -> str:
    """Up to when what was recorded counts."""
    return f"was bis {numbers.instant(known_at)} festgehalten war" if known_at else "alles Festgehaltene"

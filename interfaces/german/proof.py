"""Where a statement stands in the log, and which checkpoint covers it."""

from datetime import datetime

from application.proofs.ports import CheckpointBook
from interfaces.german import numbers


def checkpoint(book: CheckpointBook, position: int) -> str:
    """The first checkpoint over an entry of the log, which never changes once it was made."""
    covering = [one for one in book.kept() if one.size >= position]
    if not covering:
        return "Noch von keinem Prüfpunkt erfasst."
    first = min(covering, key=lambda one: one.size)
    return f"Prüfpunkt über {first.size} Einträge, Wurzel {first.note.splitlines()[2]}"


def known(known_at: datetime | None) -> str:
    """Up to when what was recorded counts."""
    return f"was bis {numbers.instant(known_at)} festgehalten war" if known_at else "alles Festgehaltene"

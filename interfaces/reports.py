"""Reports as every interface asks for them, and the agreements that their rows and entries name."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

from application.proofs.ports import Occasion
from application.reports.catalogue import Answer, Reports
from domain.record import Actor
from domain.rules import Refused
from domain.state import Agreement
from interfaces.bootstrap import System


def answered(
    system: System, reader: Actor, name: str, on: date, *, known_at: datetime | None = None
) -> tuple[Answer, int | None]:
    """A report, and the size of the last checkpoint, which is made first; raises KeyError for an unknown name."""
    system.audit.checkpoints.noted(Occasion.REPORT)
    last = system.audit.checkpoints.book.latest()
    return Reports(system.histories).answer(reader, name, on, known_at=known_at), last.size if last else None


def agreements_of(system: System, reader: Actor) -> Callable[[str], Agreement | None]:
    """An agreement by its id; None for a register, and for what does not exist for this reader."""

    @lru_cache
    def of(stream_id: str) -> Agreement | None:
        try:
            return system.queries.agreement(reader, stream_id)
        except Refused:
            return None

    return of

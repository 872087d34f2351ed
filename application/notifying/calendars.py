"""Subscribed calendars: a person's due items at a secret address of its own, for programs that cannot sign in."""

import hashlib
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid4

from domain.record import Actor
from domain.values import Frozen, Instant, PersonId

AT_MOST = 5
"""Calendars one person may have."""


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A calendar as it is kept; it shows what its owner may see, and is found by the hash of its secret."""

    id: UUID
    owner: Actor
    digest: bytes
    created_at: datetime


class CalendarBook(Protocol):
    """The calendars as they are kept."""

    def add(self, calendar: Subscribed, at_most: int) -> bool:
        """Keep a calendar unless its owner has so many already."""

    def of(self, person: PersonId) -> Sequence[Subscribed]:
        """A person's calendars, in the order they were made."""

    def remove(self, person: PersonId, calendar_id: UUID) -> bool:
        """Forget a person's calendar; false without one."""

    def owner(self, digest: bytes) -> Actor | None:
        """Whose calendar has a secret of this hash; None for nobody's."""


class NoSuchCalendar(Exception):  # noqa: N818 - an answer
    """The actor has no such calendar; perhaps somebody else has."""


class TooManyCalendars(Exception):  # noqa: N818 - an answer
    """The actor has as many calendars as one may have."""


class CalendarReading(Frozen):
    """A calendar somebody subscribed to; its address is not kept."""

    id: UUID
    created_at: Instant


class CalendarMade(CalendarReading):
    """A new calendar with its address, which is shown only this once."""

    address: str


class Calendars:
    """Each person's own calendars."""

    def __init__(self, book: CalendarBook, *, now: Callable[[], datetime]) -> None:
        self.book = book
        self.now = now

    def create(self, actor: Actor) -> tuple[CalendarReading, str]:
        """A calendar and its secret; raises TooManyCalendars."""
        secret = secrets.token_urlsafe(32)
        made = Subscribed(uuid4(), actor, _digest(secret), self.now())
        if not self.book.add(made, AT_MOST):
            raise TooManyCalendars
        return _shown(made), secret

    def all(self, actor: Actor) -> tuple[CalendarReading, ...]:
        """The actor's calendars, in the order they were made."""
        return tuple(map(_shown, self.book.of(actor.person)))

    def delete(self, actor: Actor, calendar_id: UUID) -> None:
        """Forget a calendar: its address shows nothing from now on; raises NoSuchCalendar."""
        if not self.book.remove(actor.person, calendar_id):
            raise NoSuchCalendar

    def owner(self, secret: str) -> Actor | None:
        """With whose eyes a calendar sees; None for an address that is not, or no longer, one."""
        return self.book.owner(_digest(secret))


def _digest(secret: str) -> bytes:
    """A secret of 256 bits needs no salt and no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


def _shown(calendar: Subscribed) -> CalendarReading:
    return CalendarReading(id=calendar.id, created_at=calendar.created_at)

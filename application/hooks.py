"""A webhook as it is kept: what it says, how it signs, how far it has got and when a failure is tried again."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from application.feed import Happening
from domain.record import Actor
from domain.values import PersonId, canonical, instant_text


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a failed delivery is tried again, and until when; waiting times vary by a fifth so that they spread."""

    first: timedelta = timedelta(seconds=5)
    factor: int = 4
    longest: timedelta = timedelta(hours=6)
    for_at_most: timedelta = timedelta(days=3)

    def pause(self, attempts: int, chance: float) -> timedelta:
        """How long to wait after so many attempts; `chance` from 0 to 1."""
        pause = self.first * int(self.factor ** min(attempts - 1, 12))
        return min(self.longest, pause) * (0.8 + 0.4 * chance)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a webhook has got: all is delivered up to `position`; the rest is about the entry that comes next."""

    position: int
    attempts: int = 0
    failing_since: datetime | None = None
    next_attempt_at: datetime | None = None
    last_error: str | None = None
    disabled_at: datetime | None = None

    def failed(self, error: str, now: datetime, schedule: Schedule, chance: float, *, gone: bool) -> "Standing":
        """After one more attempt failed; disabled when it has failed for too long, or the other side is gone."""
        attempts, since = self.attempts + 1, self.failing_since or now
        following = now + schedule.pause(attempts, chance)
        if gone or following > since + schedule.for_at_most:
            return Standing(self.position, attempts, since, None, error, disabled_at=now)
        return Standing(self.position, attempts, since, following, error)


@dataclass(frozen=True, slots=True)
class Hook:
    """A webhook as it is kept; it sees what its owner may see."""

    id: UUID
    owner: Actor
    url: str
    secret: bytes = field(repr=False)
    created_at: datetime
    standing: Standing

    def message(self, happening: Happening) -> bytes:
        """What is said about an entry: that it is there, and where to read it."""
        entry = happening.entry
        href = f"/api/v1/agreements/{entry.stream_id}/history/{entry.version}"
        where = {"agreement_id": entry.stream_id, "position": entry.position, "version": entry.version, "href": href}
        return canonical({"type": happening.type, "timestamp": instant_text(entry.recorded_at), "data": where})

    def signed(self, happening: Happening, now: datetime) -> tuple[dict[str, str], bytes]:
        """Headers and body of an attempt, after Standard Webhooks 1; the id stays the same from attempt to attempt."""
        body = self.message(happening)
        name, at = str(happening.entry.event_id), str(int(now.timestamp()))
        mac = hmac.new(self.secret, f"{name}.{at}.".encode() + body, hashlib.sha256).digest()
        signature = f"v1,{base64.b64encode(mac).decode()}"
        return {"webhook-id": name, "webhook-timestamp": at, "webhook-signature": signature}, body


class Hooks(Protocol):
    """The webhooks as they are kept."""

    def add(self, hook: Hook, at_most: int) -> bool:
        """Keep a webhook unless its owner has so many already."""

    def of(self, person: PersonId) -> Sequence[Hook]:
        """A person's webhooks, in the order they were made."""

    def remove(self, person: PersonId, hook_id: UUID) -> bool:
        """Forget a person's webhook; false when there is none."""

    def begin_again(self, person: PersonId, hook_id: UUID, after: int | None) -> bool:
        """Deliver anew from behind a position (None = where it stands); false when there is none."""

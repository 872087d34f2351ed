"""Webhooks: a person's systems are notified that something was recorded; they read here what it was."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any, Protocol
from uuid import UUID, uuid4

from pydantic import Field

from application.acting.name_spelling import apart
from application.notifying.feed import Feed, Happening
from application.notifying.targets import Target, may_be_told
from application.ports import Log, Persons
from domain.record import Actor, Role
from domain.rulebook.any_act import NAME_IN_TEXT
from domain.values import AgreementId, Frozen, Instant, PersonId, canonical, instant_text


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
        """A notification of an entry: that it exists, and where to read it."""
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

    def all(self) -> Sequence[Hook]:
        """Everybody's webhooks, in the order they were made."""

    def remove(self, person: PersonId | None, hook_id: UUID) -> bool:
        """Forget a person's webhook (None = anybody's); false when there is none."""

    def begin_again(self, person: PersonId, hook_id: UUID, after: int | None) -> bool:
        """Deliver again from a position on (None = from the current one); false without a webhook."""


AT_MOST = 10
"""Webhooks one person may have."""
SHOWN = 100
"""Undelivered entries shown at most."""
Position = Annotated[int, Field(ge=0, le=2**53 - 1)]


class NoSuchWebhook(Exception):  # noqa: N818 - an answer
    """The actor has no such webhook; perhaps somebody else has."""


class TooManyWebhooks(Exception):  # noqa: N818 - an answer
    """The actor has as many webhooks as one may have."""


class ForbiddenTarget(Exception):  # noqa: N818 - an answer
    """Nobody can be notified at this address."""


class PositionAhead(Exception):  # noqa: N818 - an answer
    """The log does not reach as far."""


class WebhookWish(Frozen):
    """Where somebody wants to be notified, and behind which position that begins (null = from now on)."""

    url: Target
    after: Position | None = None


class Redelivery(Frozen):
    """Behind which position to deliver again (null = where it stands, at once)."""

    after: Position | None = None


class Webhook(Frozen):
    """A webhook; all is delivered up to `position`, and an entry that fails holds up those behind it."""

    id: UUID
    person: PersonId
    url: str
    created_at: Instant
    position: int
    attempts: int
    failing_since: Instant | None
    next_attempt_at: Instant | None
    last_error: str | None
    disabled_at: Instant | None


class Undelivered(Frozen):
    """An entry not yet delivered to the other side."""

    position: int
    event_id: UUID
    type: str
    agreement_id: AgreementId
    version: int
    recorded_at: Instant


class WebhookReading(Webhook):
    """A webhook with the first entries that are not delivered; `more` when there may be others."""

    undelivered: tuple[Undelivered, ...]
    more: bool


class WebhookMade(Webhook):
    """A new webhook with the secret it signs with, which is shown only this once."""

    secret: str


class Webhooks:
    """Each person's own webhooks; other people's exist for the operator alone, who may end them."""

    def __init__(
        self, hooks: Hooks, feed: Feed, journal: Log, persons: Persons, *, now: Callable[[], datetime]
    ) -> None:
        self.hooks = hooks
        self.feed = feed
        self.journal = journal
        self.persons = persons
        self.now = now

    def create(self, actor: Actor, wish: WebhookWish, *, loopback: bool) -> WebhookMade:
        """Enter a webhook whose address names nobody; raises ForbiddenTarget, PositionAhead, TooManyWebhooks."""
        if not may_be_told(wish.url, loopback=loopback):
            raise ForbiddenTarget
        NAME_IN_TEXT.refuse_if(self.persons.named_in([apart(wish.url)], actor.scope) is not None)
        secret = secrets.token_bytes(32)
        hook = Hook(uuid4(), actor, wish.url, secret, self.now(), Standing(self._position(wish.after)))
        if not self.hooks.add(hook, AT_MOST):
            raise TooManyWebhooks
        return WebhookMade(**_shown(hook), secret=f"whsec_{base64.b64encode(secret).decode()}")

    def all(self, actor: Actor) -> tuple[Webhook, ...]:
        """The actor's webhooks, for the operator everybody's, in the order they were made."""
        hooks = self.hooks.all() if actor.role is Role.OPERATOR else self.hooks.of(actor.person)
        return tuple(Webhook(**_shown(hook)) for hook in hooks)

    def read(self, actor: Actor, hook_id: UUID) -> WebhookReading:
        """A webhook with the entries it has yet to deliver; raises NoSuchWebhook."""
        hook = next((hook for hook in self.hooks.of(actor.person) if hook.id == hook_id), None)
        if hook is None:
            raise NoSuchWebhook
        batch = self.feed.read(actor, after=hook.standing.position, limit=SHOWN)
        undelivered = tuple(map(_undelivered, batch.happenings))
        return WebhookReading(**_shown(hook), undelivered=undelivered, more=not batch.at_end)

    def delete(self, actor: Actor, hook_id: UUID) -> None:
        """Forget one of them; raises NoSuchWebhook."""
        if not self.hooks.remove(None if actor.role is Role.OPERATOR else actor.person, hook_id):
            raise NoSuchWebhook

    def redeliver(self, actor: Actor, hook_id: UUID, wish: Redelivery) -> WebhookReading:
        """Deliver again, also what was delivered or given up; raises NoSuchWebhook and PositionAhead."""
        after = None if wish.after is None else self._position(wish.after)
        if not self.hooks.begin_again(actor.person, hook_id, after):
            raise NoSuchWebhook
        return self.read(actor, hook_id)

    def _position(self, after: int | None) -> int:
        head = self.journal.head()
        if after is not None and after > head:
            raise PositionAhead
        return head if after is None else after


def _shown(hook: Hook) -> dict[str, Any]:
    return {
        "id": hook.id,
        "person": hook.owner.person,
        "url": hook.url,
        "created_at": hook.created_at,
        **asdict(hook.standing),
    }


def _undelivered(happening: Happening) -> Undelivered:
    entry = happening.entry
    return Undelivered(
        position=entry.position,
        event_id=entry.event_id,
        type=happening.type,
        agreement_id=entry.stream_id,
        version=entry.version,
        recorded_at=entry.recorded_at,
    )

"""Webhooks: people have their systems told that something was recorded; what it was they read here."""

import base64
import secrets
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID, uuid4

from pydantic import Field

from application.feed import Feed, Happening
from application.hooks import Hook, Hooks, Standing
from application.names import apart
from application.ports import Log, Persons
from application.targets import Target, may_be_told
from domain.record import Actor
from domain.rulebook.any_act import NAME_IN_TEXT
from domain.values import AgreementId, Frozen, Instant

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
    """Nobody is told anything at this address."""


class PositionAhead(Exception):  # noqa: N818 - an answer
    """The log does not reach as far."""


class WebhookWish(Frozen):
    """Where somebody wants to be told, and behind which position that begins (null = from now on)."""

    url: Target
    after: Position | None = None


class Redelivery(Frozen):
    """Behind which position to deliver again (null = where it stands, at once)."""

    after: Position | None = None


class Webhook(Frozen):
    """A webhook; all is delivered up to `position`, and an entry that fails holds up those behind it."""

    id: UUID
    url: str
    created_at: Instant
    position: int
    attempts: int
    failing_since: Instant | None
    next_attempt_at: Instant | None
    last_error: str | None
    disabled_at: Instant | None


class Undelivered(Frozen):
    """An entry the other side has yet to be told of."""

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
    """Everybody's own webhooks; other people's do not exist for him."""

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
        NAME_IN_TEXT.refuse_if(self.persons.named_in([apart(wish.url)]) is not None)
        secret = secrets.token_bytes(32)
        hook = Hook(uuid4(), actor, wish.url, secret, self.now(), Standing(self._position(wish.after)))
        if not self.hooks.add(hook, AT_MOST):
            raise TooManyWebhooks
        return WebhookMade(**_shown(hook), secret=f"whsec_{base64.b64encode(secret).decode()}")

    def all(self, actor: Actor) -> tuple[Webhook, ...]:
        """The actor's webhooks, in the order they were made."""
        return tuple(Webhook(**_shown(hook)) for hook in self.hooks.of(actor.person))

    def read(self, actor: Actor, hook_id: UUID) -> WebhookReading:
        """One of them, with what it has yet to deliver; raises NoSuchWebhook."""
        hook = next((hook for hook in self.hooks.of(actor.person) if hook.id == hook_id), None)
        if hook is None:
            raise NoSuchWebhook
        batch = self.feed.read(hook.owner, after=hook.standing.position, limit=SHOWN)
        undelivered = tuple(map(_undelivered, batch.happenings))
        return WebhookReading(**_shown(hook), undelivered=undelivered, more=not batch.at_end)

    def delete(self, actor: Actor, hook_id: UUID) -> None:
        """Forget one of them; raises NoSuchWebhook."""
        if not self.hooks.remove(actor.person, hook_id):
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
    return {"id": hook.id, "url": hook.url, "created_at": hook.created_at, **asdict(hook.standing)}


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

"""The tie between a preview and its confirmation: only what this person was shown is recorded, and once."""

import hashlib
from uuid import uuid4

from fastapi import Request

from domain.record import Actor
from domain.values import canonical
from interfaces.web.session import WORKING_DAY, Sessions

_PURPOSE, _KEY, _SHOWN = "vorschau", "schluessel", "gezeigt"


def ticket(request: Request, actor: Actor, *shown: object) -> str:
    """What a preview's form carries: a new idempotency key, sealed with what is shown to whom."""
    sessions: Sessions = request.app.state.sessions
    return sessions.sealed(_PURPOSE, {_KEY: str(uuid4()), _SHOWN: _digest(actor, shown)}, WORKING_DAY)


def confirmed(request: Request, actor: Actor, carried: object, *wanted: object) -> str | None:
    """The idempotency key of the preview that showed this person what they want recorded; None without such a one."""
    sessions: Sessions = request.app.state.sessions
    sealed = sessions.unsealed(_PURPOSE, str(carried or "")) or {}
    return sealed.get(_KEY) if sealed.get(_SHOWN) == _digest(actor, wanted) else None


def _digest(actor: Actor, shown: tuple[object, ...]) -> str:
    return hashlib.sha256(canonical([actor.person, actor.role.value, *shown])).hexdigest()

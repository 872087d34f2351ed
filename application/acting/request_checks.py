"""Checks of any request before its decision: its time, its free texts, and the key under which it counts once."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from application.acting.name_spelling import apart
from application.ports import ActKey
from domain.record import Actor, Request
from domain.rulebook.any_act import IN_THE_FUTURE, KEY_UNREADABLE, LATE_AFTER_DAYS, LATE_WITHOUT_REASON, RECORDED_LATE
from domain.rules import Finding
from domain.values import canonical

FILE_NAME = re.compile(r"\.(csv|xlsx|ods)$", re.IGNORECASE)


def timeliness(request: Request, today: date) -> tuple[Finding, ...]:
    """A finding when something is recorded late; refuses the future, and lateness without a reason."""
    day, days = request.occurred_on, (today - request.occurred_on).days
    IN_THE_FUTURE.refuse_if(days < 0, day=day, today=today)
    late = days > LATE_AFTER_DAYS
    LATE_WITHOUT_REASON.refuse_if(late and request.reason is None, day=day, days=LATE_AFTER_DAYS)
    return RECORDED_LATE.notice_if(late, day=day, days=days)


def free_texts(value: object) -> Iterator[str]:
    """Every text of a request that somebody wrote: all but numbers, days and hashes; ids and files by words."""
    if isinstance(value, str):
        if FILE_NAME.search(value):
            yield apart(value)
        if not re.fullmatch(r"[0-9./:+-]*|[0-9a-f]{64}", value):
            yield apart(value) if re.fullmatch(r"[a-z0-9./:+-]*", value) else value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from free_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from free_texts(inner)


def act_key(actor: Actor, key: str | None, asked: object) -> ActKey | None:
    """The act's name for good, from the caller's key and what was asked for, as plain data; refuses a bad key."""
    if key is None:
        return None
    KEY_UNREADABLE.refuse_if(re.fullmatch(r"[!-~]{1,200}", key) is None)
    digest = hashlib.sha256(canonical([actor.role, actor.party, asked])).hexdigest()
    return ActKey(actor.person, key, digest)

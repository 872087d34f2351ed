"""Under which key an act is recorded only once."""

import hashlib
import re

from application.ports import ActKey
from domain.record import Actor
from domain.rulebook.any_act import KEY_UNREADABLE
from domain.values import canonical


def act_key(actor: Actor, key: str | None, asked: object) -> ActKey | None:
    """The act's name for good, from the caller's key and what was asked for, as plain data; refuses a bad key."""
    if key is None:
        return None
    KEY_UNREADABLE.refuse_if(re.fullmatch(r"[!-~]{1,200}", key) is None)
    digest = hashlib.sha256(canonical([actor.role, actor.party, asked])).hexdigest()
    return ActKey(actor.person, key, digest)

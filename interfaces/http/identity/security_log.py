"""The security log: sign-ins, refusals and exports, one JSON line each, apart from the log of facts."""

import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cachetools import LRUCache

from domain.record import Actor
from domain.values import UNREADABLE, instant_text

LONGEST = 200
"""Characters of a value; what comes from outside is no longer here."""
REMEMBERED = 10_000
"""Tokens whose first sight is remembered."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The request's own data: its route, its id, and the address it came from."""

    route: str
    request_id: str
    address: str


def _present() -> datetime:
    return datetime.now(UTC)


class SecurityLog:
    """Appends lines to a file (created with mode 0600), or to standard error; many processes may share it."""

    def __init__(self, path: Path | None, now: Callable[[], datetime] = _present) -> None:
        self._path, self._now = path, now
        self._seen: LRUCache[str, None] = LRUCache(REMEMBERED)
        self._lock = threading.Lock()

    def signed_in(self, token: str, actor: Actor, asked: Asked) -> None:
        """Note the first request with a token in this process; of the token only a short hash."""
        digest = hashlib.sha256(token.encode(errors="replace")).hexdigest()[:16]
        if self._is_new(digest):
            self._append("sign-in", asked, actor, f"token {digest}")

    def not_authenticated(self, code: str, asked: Asked) -> None:
        """Note that somebody did not get in, and why."""
        self._append("authentication-refused", asked, None, code)

    def not_permitted(self, code: str, actor: Actor, asked: Asked) -> None:
        """Note that a known person asked for something they may not have."""
        self._append("permission-refused", asked, actor, code)

    def exported(self, what: str, actor: Actor, asked: Asked) -> None:
        """Note that somebody exported data."""
        self._append("export", asked, actor, what)

    def registered(self, person: str, actor: Actor, asked: Asked) -> None:
        """Note that somebody entered a person into the register; of the person only the id."""
        self._append("person-registered", asked, actor, person)

    def _is_new(self, digest: str) -> bool:
        with self._lock:
            new = digest not in self._seen
            self._seen[digest] = None
            return new

    def _append(self, kind: str, asked: Asked, actor: Actor | None, code: str) -> None:
        fields = {
            "time": instant_text(self._now()),
            "kind": kind,
            "person": actor.person if actor else None,
            "role": actor.role if actor else None,
            "party": actor.party if actor else None,
            "route": asked.route,
            "request_id": asked.request_id,
            "code": code,
            "address": asked.address,
        }
        self._write(json.dumps({name: _tame(value) for name, value in fields.items()}) + "\n")

    def _write(self, line: str) -> None:
        if self._path:
            try:
                descriptor = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
                try:
                    os.write(descriptor, line.encode())  # at once, so that no other line comes between
                    return
                finally:
                    os.close(descriptor)
            except OSError as error:
                sys.stderr.write(f"Sicherheitsprotokoll {self._path}: {type(error).__name__}: {error}\n")
        sys.stderr.write(line)


def _tame(value: str | None) -> str | None:
    """The value without characters nobody can read, and no longer than it may be."""
    if value is None:
        return None
    readable = UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", str(value)[: LONGEST + 1])
    return readable if len(readable) <= LONGEST else readable[: LONGEST - 1] + "…"

"""The codes of sign-in links: short, at random, known by their hash, in a directory that all workers share."""

import hashlib
import json
import os
import re
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from domain.values import PersonId
from interfaces.http.identity.answers import IdentityUnavailable, Unauthenticated

BYTES = 12
"""Nobody guesses 96 bits; and a link still fits on a line."""
_CODE = re.compile(r"[A-Za-z0-9_-]{16}")
_FORGOTTEN_AFTER = 7 * 24 * 3600


class SignInLinks:
    """Issues codes that hold for `lifetime` seconds, and takes each once, or with `once` false again and again."""

    def __init__(self, directory: Path, *, lifetime: float, once: bool, now: Callable[[], float] = time.time) -> None:
        self._directory, self._lifetime, self._once, self._now = directory, lifetime, once, now

    def issue(self, person: PersonId) -> str:
        """A new code for a person; raises IdentityUnavailable."""
        code = secrets.token_urlsafe(BYTES)
        content = json.dumps({"person": person, "until": self._now() + self._lifetime}).encode()
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._forget()
            with os.fdopen(os.open(self._path(code), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(content)
        except OSError as error:
            raise IdentityUnavailable(f"{self._directory}: {type(error).__name__}") from error
        return code

    def take(self, code: str) -> PersonId:
        """The person a code was issued for; raises Unauthenticated."""
        if not _CODE.fullmatch(code):
            raise Unauthenticated("link-unknown")
        path = self._path(code)
        used = path.with_suffix(".used")
        found = _read(path) or _read(used)
        if found is None:
            raise Unauthenticated("link-unknown")
        if found["until"] <= self._now():
            raise Unauthenticated("link-expired")
        if self._once:
            try:
                path.rename(used)  # of several that come at once, one succeeds
            except FileNotFoundError:
                raise Unauthenticated("link-used") from None
        return str(found["person"])

    def _path(self, code: str) -> Path:
        return self._directory / hashlib.sha256(code.encode()).hexdigest()[:32]

    def _forget(self) -> None:
        for old in self._directory.iterdir():
            if old.stat().st_mtime < time.time() - _FORGOTTEN_AFTER:
                old.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    return found

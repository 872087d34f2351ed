"""Sessions of browsers: signed cookies that hold who is signed in, until when."""

import hashlib
import hmac
import os
import secrets
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from domain.record import Actor, Role

WORKING_DAY = 8 * 3600
LATELY = 24 * 3600
"""Seconds after its end in which a session is still known, so that its end can be said and typed input kept."""
ALGORITHM = "HS256"
_AUDIENCE = "zielsteuerung-sitzung"


class SessionOver(Exception):  # noqa: N818 - a state of the world
    """The session has expired, or was begun under other rights than those that hold now.

    `actor` is whose it was, when it ended lately and by the clock alone: good for keeping what they typed.
    """

    def __init__(self, actor: Actor | None = None) -> None:
        super().__init__()
        self.actor = actor


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, and the session's own id."""

    actor: Actor
    id: str


class Sessions:
    """Begins and reads sessions, with a key of its own in a directory that all workers of this machine share.

    `ground` names what rights rest on, such as the content of the file of actors; sessions end when it changes.
    """

    def __init__(
        self, directory: Path, ground: str = "", *, lifetime: int = WORKING_DAY, now: Callable[[], float] = time.time
    ) -> None:
        self.lifetime = lifetime
        self._ground = hashlib.sha256(ground.encode()).hexdigest()[:16]
        self._now = now
        self._key = OctKey.import_key(_secret(directory))

    def begin(self, actor: Actor) -> str:
        """The cookie of a new session."""
        issued = int(self._now())
        claims = {
            "aud": _AUDIENCE,
            "jti": secrets.token_hex(8),
            "iat": issued,
            "exp": issued + self.lifetime,
            "ground": self._ground,
            "actor": {
                "person": actor.person,
                "role": actor.role.value,
                "office": actor.office,
                "authenticated_by": actor.authenticated_by,
                "party": actor.party,
                "scope": actor.scope,
            },
        }
        return jwt.encode({"alg": ALGORITHM}, claims, self._key, algorithms=[ALGORITHM])

    def read(self, cookie: str) -> Session | None:
        """The session of a cookie; None for one nobody signed here. Raises SessionOver."""
        claims = self._signed(cookie)
        if claims is None or claims.get("aud") != _AUDIENCE:
            return None
        if claims["ground"] != self._ground:
            raise SessionOver
        actor = Actor(**{**claims["actor"], "role": Role(claims["actor"]["role"])})
        if claims["exp"] <= self._now():
            raise SessionOver(actor if self._now() - claims["exp"] < LATELY else None)
        return Session(actor, claims["jti"])

    def sealed(self, purpose: str, claims: Mapping[str, str], seconds: int) -> str:
        """Values a browser keeps for a while, for one purpose, and cannot change."""
        said = {"aud": f"zielsteuerung-{purpose}", "exp": int(self._now()) + seconds, "said": dict(claims)}
        return jwt.encode({"alg": ALGORITHM}, said, self._key, algorithms=[ALGORITHM])

    def unsealed(self, purpose: str, cookie: str) -> Mapping[str, str] | None:
        """The values again; None when they are not ours, of another purpose, or too old."""
        claims = self._signed(cookie)
        if claims is None or claims.get("aud") != f"zielsteuerung-{purpose}" or claims["exp"] <= self._now():
            return None
        return dict(claims["said"])

    def _signed(self, cookie: str) -> Mapping[str, Any] | None:
        try:
            return jwt.decode(cookie, self._key, algorithms=[ALGORITHM]).claims
        except (JoseError, ValueError):
            return None


def cookie_name(*, secure: bool) -> str:
    """Off this machine the prefix ties the cookie to this host and to TLS."""
    return "__Host-sitzung" if secure else "sitzung"


def is_secure(request: Request) -> bool:
    """Whether cookies go over TLS only: always, but for the service that hears this machine alone."""
    return request.app.state.local_issuer is None


def cookie_of(request: Request) -> str:
    """The session's cookie; empty without one."""
    return request.cookies.get(cookie_name(secure=is_secure(request)), "")


def keep(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    """Have the browser keep a value that no script reads and no other site sends along."""
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="lax", secure=is_secure(request), path="/"
    )


def sign_in(request: Request, response: Response, actor: Actor) -> str:
    """Let a session begin with this answer, and return its cookie; the browser keeps it a day longer, to be told."""
    sessions: Sessions = request.app.state.sessions
    cookie = sessions.begin(actor)
    keep(request, response, cookie_name(secure=is_secure(request)), cookie, sessions.lifetime + LATELY)
    return cookie


def sign_out(request: Request, response: Response) -> None:
    """Let the session end with this answer."""
    response.delete_cookie(
        cookie_name(secure=is_secure(request)), path="/", httponly=True, samesite="lax", secure=is_secure(request)
    )


def csrf_token(cookie: str) -> str:
    """The token in forms of a session: only holders of the cookie can form it, no script and no other site."""
    return hmac.new(cookie.encode(), b"form", hashlib.sha256).hexdigest()[:32]


def is_ours(cookie: str, token: str) -> bool:
    """Whether a form was drawn for this session."""
    return hmac.compare_digest(csrf_token(cookie).encode(), token.encode())


def _secret(directory: Path) -> bytes:
    """The key in the directory, made by whoever comes first."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    path, own = directory / "session-key", directory / f".session-key-{secrets.token_hex(8)}"
    with os.fdopen(os.open(own, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(secrets.token_bytes(32))
    with suppress(FileExistsError):
        os.link(own, path)
    own.unlink()
    return path.read_bytes()

"""The door: whoever comes is known by a token, and nobody comes too often."""

from dataclasses import dataclass
from math import ceil
from time import time

import structlog
from fastapi import Request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from application.ports import Unavailable
from domain.record import Actor
from interfaces.http.identity.answers import ENGLISH, IdentityUnavailable, Unauthenticated
from interfaces.http.identity.authenticator import Authenticator
from interfaces.http.identity.security_log import Asked, SecurityLog
from interfaces.http.identity.tokens import bearer_token
from interfaces.http.middleware import for_logs
from interfaces.http.problems import Trouble
from interfaces.http.settings import HttpSettings

log = structlog.get_logger("zielsteuerung")


@dataclass(frozen=True, slots=True)
class Rate:
    """How many requests a minute somebody has, how many of them are left, and in how many seconds there are more."""

    limit: int
    left: int
    seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """The fields RateLimit-Policy and RateLimit (draft-ietf-httpapi-ratelimit-headers)."""
        return {
            "RateLimit-Policy": f'"minute";q={self.limit};w=60',
            "RateLimit": f'"minute";r={self.left};t={self.seconds}',
        }


class Door:
    """Lets known persons in, as often as they may; what happens here goes into the security log."""

    def __init__(self, authenticator: Authenticator, security_log: SecurityLog, settings: HttpSettings) -> None:
        self.security_log = security_log
        self.offices, self.holds = authenticator.offices, authenticator.holds
        self._authenticator = authenticator
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._persons = RateLimitItemPerMinute(settings.requests_per_minute)
        self._strangers = RateLimitItemPerMinute(settings.strangers_per_minute)

    def actor(self, request: Request) -> Actor:
        """Who asks; 401 for a stranger, 403 for one nobody gave a role, 429 for one who asks too often."""
        asked = asked_by(request)
        try:
            # Several such fields are joined as RFC 9110 says, and then they are no token.
            token = bearer_token(", ".join(request.headers.getlist("authorization")))
            actor = self._authenticator.actor(token)
        except Unauthenticated as stranger:
            self._within(self._strangers, asked.address)
            self.security_log.not_authenticated(stranger.code, asked)
            raise turned_away(stranger) from None
        except IdentityUnavailable as why:
            self._within(self._strangers, asked.address)
            log.warning("identity unavailable", why=why.why)
            raise Unavailable(why.says) from why
        request.state.rate = self.count_person(actor)
        self.security_log.signed_in(token, actor, asked)
        return actor

    def count_stranger(self, request: Request) -> None:
        """Count an attempt of somebody unknown; 429 when there are too many from one address."""
        self._within(self._strangers, asked_by(request).address)

    def count_person(self, actor: Actor) -> Rate:
        """Count a request of somebody known; how many they have left, 429 when none."""
        return self._within(self._persons, actor.person)

    def _within(self, limit: RateLimitItemPerMinute, who: str) -> Rate:
        within = self._limiter.hit(limit, who)
        window = self._limiter.get_window_stats(limit, who)
        rate = Rate(limit.amount, window.remaining, max(1, ceil(window.reset_time - time())))
        if not within:
            headers = {**rate.headers, "Retry-After": str(rate.seconds), "Connection": "close"}
            raise Trouble("too-many-requests", headers=headers)  # what else was sent on it costs nothing
        return rate


def asked_by(request: Request) -> Asked:
    """The request's own data, for the security log."""
    route = getattr(request.scope.get("route"), "operation_id", None) or "–"
    return Asked(route, for_logs(request.state.request_id), request.client.host if request.client else "–")


def turned_away(stranger: Unauthenticated) -> Trouble:
    """The answer to somebody who does not get in."""
    in_english = ENGLISH[stranger.code]
    if stranger.status == 403:
        return Trouble("no-role", stranger.says, in_english=in_english, code=stranger.code)
    challenge = 'Bearer realm="zielsteuerung"'
    if stranger.code != "token-missing":  # RFC 6750: who sends no token learns of no error
        challenge += f', error="invalid_token", error_description="{in_english}"'
    headers = {"WWW-Authenticate": challenge}
    return Trouble("unauthenticated", stranger.says, in_english=in_english, code=stranger.code, headers=headers)

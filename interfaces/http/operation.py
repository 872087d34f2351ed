"""Operation: is the service alive, is it ready, how much does it do."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse, Response

from application.lists.ports import Following, Forming, Health, NotYet
from application.ports import Unavailable
from application.reading.parts.part import joined
from domain.reasons import Reason
from domain.values import Frozen, Words
from interfaces.bootstrap import System
from interfaces.http import outages
from interfaces.http.access import GuardedRoute
from interfaces.http.described import gives
from interfaces.http.identity.loopback import is_loopback
from interfaces.http.json import represented
from interfaces.http.metrics import MEDIA_TYPE, exposition
from interfaces.http.parameters import TheSystem
from interfaces.http.problems import Trouble
from interfaces.http.settings import HttpSettings

router = APIRouter(route_class=GuardedRoute, tags=["operation"])
LAG = 1000
"""Entries the views may be behind before the service says that it is not ready."""
UNPUBLISHED = timedelta(days=2)
"""After so long everybody named should hold the last checkpoint."""
MINUTE = timedelta(minutes=1)
LEAD = 5 * MINUTE
"""By so much may clocks differ, and the last entry lie ahead."""
STALE = timedelta(days=7)
"""After so long a verification that found nothing says little about today."""


REACHABLE = Reason("database_reachable", "erreichbar, Schema aktuell")
DATABASE_TROUBLE = Reason("database_trouble", "{says}")
ENTRIES = Reason("entries_in_log", "{entries} Einträge")
FOLLOWS = Reason("follower_follows", "folgt")
FOLLOWER_TROUBLE = Reason("follower_trouble", "{says}")
VIEWS_TROUBLE = Reason("views_trouble", "{says}")
SEVERAL = Reason("several_said", "{said}")
AHEAD = Reason(
    "views_ahead",
    "wollen {entries} Einträge mehr gelesen haben, als das Protokoll hat: bitte nachprüfen (audit verify)",
)
INDEX_AHEAD = Reason(
    "index_ahead",
    "will {entries} Einträge mehr gelesen haben, als das Protokoll hat: bitte nachprüfen (audit verify)",
)
BEHIND = Reason("views_behind", "{entries} Einträge zurück")
FORMING = Reason("view_forming", "„{view}“ wird neu gebildet: {done} von {total} Vereinbarungen")
FORMING_LEFT = Reason("view_forming_left", "{said}, noch etwa {minutes} Minuten")
CLOCK_FAST = Reason("clock_fast", "geht der Uhr der Datenbank um {minutes} Minuten vor")
CLOCK_SLOW = Reason("clock_slow", "geht der Uhr der Datenbank um {minutes} Minuten nach")
ENTRY_AHEAD = Reason("entry_ahead", "der letzte Eintrag liegt {minutes} Minuten in der Zukunft")
CLOCK_RIGHT = Reason("clock_right", "geht richtig")
VERIFICATION_TROUBLE = Reason("verification_trouble", "{says}")
NOT_VERIFIED = Reason("not_verified", "noch keine Nachprüfung")
VERIFIED = Reason("verified_at", "am {at} UTC über {entries} Einträge: {found}")
VERIFIED_LONG_AGO = Reason("verified_long_ago", "am {at} UTC über {entries} Einträge (veraltet): {found}")
SOUND = Reason("log_sound", "in Ordnung")
UNSOUND = Reason("log_unsound", "verändert oder nicht lesbar, siehe Nachprüfung")
NO_RECEIVER = Reason("no_receiver", "kein Empfänger von Prüfpunkten benannt")
PUBLISHED = Reason("published_at", "zuletzt am {at} UTC hinausgegeben")
NONE_PUBLISHED = Reason("none_published", "noch keiner hinausgegeben")
PUBLICATION = Reason("publication", "{published}; im Rückstand: {lacking}")
NOBODY_LACKS = Reason("nobody_lacks", "niemand")


@dataclass(frozen=True, slots=True)
class _Minute:
    """An instant to the minute."""

    at: datetime

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"

    def in_german(self) -> str:
        return f"{self.at:%d.%m.%Y %H:%M}"


class Live(Frozen):
    """The process answers."""

    status: Literal["ok"]


class HealthCheck(Frozen):
    """A dependency of the service, and its state."""

    name: str
    ok: bool
    says: Words


class Ready(Frozen):
    """Whether the service can do its work, and if not, what it lacks."""

    status: Literal["ok", "not_ready"]
    checks: tuple[HealthCheck, ...]


@router.get("/health/live", operation_id="read_live", summary="Läuft der Dienst?", responses=gives(Live))
async def read_live() -> Response:
    """Whether the process answers; says nothing about the database."""
    return JSONResponse({"status": "ok"})


@router.get(
    "/health/ready",
    operation_id="read_ready",
    summary="Ist der Dienst bereit?",
    responses=gives(Ready) | gives(Ready, status=503),
)
def read_ready(request: Request, system: TheSystem) -> Response:
    """Database, schema, follower, head of the log, last verification; the details for monitors and this machine."""
    checks = _examined(request.app, system)
    ok = all(check.ok for check in checks)
    shown = checks if _is_monitor(request) else ()
    return JSONResponse(represented(Ready(status="ok" if ok else "not_ready", checks=shown)), 200 if ok else 503)


def _examined(app: FastAPI, system: System) -> tuple[HealthCheck, ...]:
    """The checks; those that are not well are logged."""
    damage = outages.damage(app)  # before the checks, which read what it writes down
    try:
        checks = tuple(_checks(system, app.state.follower))
    except Unavailable as why:
        outages.note(app, why)
        return (HealthCheck(name="database", ok=False, says=DATABASE_TROUBLE.said(says=why)),)
    if damage:
        checks = (HealthCheck(name="database", ok=False, says=DATABASE_TROUBLE.said(says=damage)), *checks[1:])
    for check in checks:
        if not check.ok:
            outages.note_once(app, check.name, check=check.name)  # what it says may quote an exception
    return checks


def _is_monitor(request: Request) -> bool:
    """Whether a request comes from a monitor or from this machine itself, not from a proxy on it."""
    settings: HttpSettings = request.app.state.settings
    address = request.client.host if request.client else ""
    through_proxy = not settings.proxies and ("x-forwarded-for" in request.headers or "forwarded" in request.headers)
    return not through_proxy and (is_loopback(address) or address in settings.monitors.split())


def _checks(system: System, following: Following) -> list[HealthCheck]:
    head = system.journal.head()
    follower = following.health()
    return [
        HealthCheck(name="database", ok=True, says=REACHABLE.said()),
        HealthCheck(name="log", ok=True, says=ENTRIES.said(entries=head)),
        HealthCheck(name="follower", ok=follower.ok, says=_followed(follower)),
        _views(system, follower),
        _index(system),
        _clock(system),
        _verified(system),
        _published(system),
    ]


def _views(system: System, follower: Health) -> HealthCheck:
    """How far the views have read; while some are formed again, how far that has come."""
    forming = tuple(_progress(view, one) for view, one in sorted(follower.forming.items()))
    try:
        read = system.views.position()
    except NotYet as why:
        return HealthCheck(
            name="views", ok=False, says=SEVERAL.said(said=forming) if forming else VIEWS_TROUBLE.said(says=why)
        )
    behind = system.journal.head() - read  # asked after it, for the follower goes on meanwhile
    if behind < 0:
        return HealthCheck(name="views", ok=False, says=AHEAD.said(entries=-behind))
    said = SEVERAL.said(said=(BEHIND.said(entries=behind), *forming))
    return HealthCheck(name="views", ok=behind <= LAG, says=said)


def _index(system: System) -> HealthCheck:
    """How far the index of entries has read; being behind costs only time, for the log is read where it ends."""
    read = system.views.indexed()
    behind = system.journal.head() - read
    said = BEHIND.said(entries=behind) if behind >= 0 else INDEX_AHEAD.said(entries=-behind)
    return HealthCheck(name="entry_index", ok=behind >= 0, says=said)


def _followed(follower: Health) -> Words:
    return FOLLOWER_TROUBLE.said(says=" ".join(follower.troubles)) if follower.troubles else FOLLOWS.said()


def _progress(view: str, forming: Forming) -> Words:
    said = FORMING.said(view=view, done=forming.done, total=forming.total)
    if forming.seconds_left is None:
        return said
    return FORMING_LEFT.said(said=said, minutes=max(1, round(forming.seconds_left / 60)))


def _clock(system: System) -> HealthCheck:
    """Whether this clock agrees with the database's, and the last entry lies in the past: else a clock has jumped."""
    now, clocks = system.service.now(), system.journal.clocks()
    fast = timedelta(0) if clocks.may_lead else now - clocks.database
    ahead = clocks.last_entry - now if clocks.last_entry else timedelta(0)
    says = []
    if abs(fast) > LEAD:
        says.append((CLOCK_FAST if fast > timedelta(0) else CLOCK_SLOW).said(minutes=abs(fast) // MINUTE))
    if ahead > LEAD:
        says.append(ENTRY_AHEAD.said(minutes=ahead // MINUTE))
    return HealthCheck(name="clock", ok=not says, says=joined(says) if says else CLOCK_RIGHT.said())


def _verified(system: System) -> HealthCheck:
    try:
        last = system.audit.verification.last()
    except Unavailable as why:
        return HealthCheck(name="verification", ok=False, says=VERIFICATION_TROUBLE.said(says=why))
    if last is None:
        return HealthCheck(name="verification", ok=True, says=NOT_VERIFIED.said())
    old = system.service.now() - last.at > STALE
    said = (VERIFIED_LONG_AGO if old else VERIFIED).said(
        at=_Minute(last.at),
        entries=last.size,
        found=(SOUND if last.sound else UNSOUND).said(),  # what exactly is not for everybody
    )
    return HealthCheck(name="verification", ok=last.sound, says=said)


def _published(system: System) -> HealthCheck:
    """When the last checkpoint left the house; red when a receiver lacks one that is older than two days."""
    holdings, last = system.audit.publisher.holdings(), system.audit.checkpoints.book.latest()
    if not holdings:
        return HealthCheck(name="publication", ok=True, says=NO_RECEIVER.said())
    left = max((one.at for one in holdings if one.at), default=None)
    late = last is not None and system.service.now() - last.made_at > UNPUBLISHED
    lacking = [one.receiver for one in holdings if last and one.size < last.size] if late else []
    out = PUBLISHED.said(at=_Minute(left)) if left else NONE_PUBLISHED.said()
    said = PUBLICATION.said(published=out, lacking=tuple(lacking) or NOBODY_LACKS.said())
    return HealthCheck(name="publication", ok=not lacking, says=said)


@router.get(
    "/metrics",
    operation_id="read_metrics",
    summary="Messwerte",
    responses=gives(None, says="The metrics, as text.", media_type=MEDIA_TYPE, schema={"type": "string"}),
)
def read_metrics(request: Request, system: TheSystem) -> Response:
    """Prometheus' text form, for monitors and this machine."""
    if not _is_monitor(request):
        raise Trouble("not-found")
    return Response(exposition(system), media_type=f"{MEDIA_TYPE}; version=0.0.4")

"""Operation: is the service alive, is it ready, how much does it do."""

from datetime import timedelta
from typing import Literal

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse, Response

from application.lists.ports import Following, Forming, Health, NotYet
from application.ports import Unavailable
from domain.values import Frozen
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


class Live(Frozen):
    """The process answers."""

    status: Literal["ok"]


class HealthCheck(Frozen):
    """A dependency of the service, and its state."""

    name: str
    ok: bool
    says: str


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
        return (HealthCheck(name="database", ok=False, says=str(why)),)
    if damage:
        checks = (HealthCheck(name="database", ok=False, says=str(damage)), *checks[1:])
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
        HealthCheck(name="database", ok=True, says="erreichbar, Schema aktuell"),
        HealthCheck(name="log", ok=True, says=f"{head} Einträge"),
        HealthCheck(name="follower", ok=follower.ok, says=" ".join(follower.troubles) or "folgt"),
        _views(system, follower, head),
        _clock(system),
        _verified(system),
        _published(system),
    ]


def _views(system: System, follower: Health, head: int) -> HealthCheck:
    """How far the views have read; while some are formed again, how far that has come."""
    forming = [_progress(view, one) for view, one in sorted(follower.forming.items())]
    try:
        behind = head - system.views.position()
    except NotYet as why:
        return HealthCheck(name="views", ok=False, says=" ".join(forming) or str(why))
    if behind < 0:
        says = f"wollen {-behind} Einträge mehr gelesen haben, als das Protokoll hat: bitte nachprüfen (audit verify)"
        return HealthCheck(name="views", ok=False, says=says)
    return HealthCheck(name="views", ok=behind <= LAG, says=" ".join([f"{behind} Einträge zurück", *forming]))


def _progress(view: str, forming: Forming) -> str:
    left = "" if forming.seconds_left is None else f", noch etwa {max(1, round(forming.seconds_left / 60))} Minuten"
    return f"„{view}“ wird neu gebildet: {forming.done} von {forming.total} Vereinbarungen{left}."


def _clock(system: System) -> HealthCheck:
    """Whether this clock agrees with the database's, and the last entry lies in the past: else a clock has jumped."""
    now, clocks = system.service.now(), system.journal.clocks()
    fast = timedelta(0) if clocks.may_lead else now - clocks.database
    ahead = clocks.last_entry - now if clocks.last_entry else timedelta(0)
    says = []
    if abs(fast) > LEAD:
        way = "vor" if fast > timedelta(0) else "nach"
        says.append(f"geht der Uhr der Datenbank um {abs(fast) // MINUTE} Minuten {way}")
    if ahead > LEAD:
        says.append(f"der letzte Eintrag liegt {ahead // MINUTE} Minuten in der Zukunft")
    return HealthCheck(name="clock", ok=not says, says="; ".join(says) or "geht richtig")


def _verified(system: System) -> HealthCheck:
    try:
        last = system.audit.verification.last()
    except Unavailable as why:
        return HealthCheck(name="verification", ok=False, says=str(why))
    if last is None:
        return HealthCheck(name="verification", ok=True, says="noch keine Nachprüfung")
    old = " (veraltet)" if system.service.now() - last.at > STALE else ""
    found = (
        "in Ordnung" if last.sound else "verändert oder nicht lesbar, siehe Nachprüfung"
    )  # what exactly is not for everybody
    says = f"am {last.at:%d.%m.%Y %H:%M} UTC über {last.size} Einträge{old}: {found}"
    return HealthCheck(name="verification", ok=last.sound, says=says)


def _published(system: System) -> HealthCheck:
    """When the last checkpoint left the house; red when a receiver lacks one that is older than two days."""
    holdings, last = system.audit.publisher.holdings(), system.audit.checkpoints.book.latest()
    if not holdings:
        return HealthCheck(name="publication", ok=True, says="kein Empfänger von Prüfpunkten benannt")
    left = max((one.at for one in holdings if one.at), default=None)
    late = last is not None and system.service.now() - last.made_at > UNPUBLISHED
    lacking = [one.receiver for one in holdings if last and one.size < last.size] if late else []
    says = f"zuletzt am {left:%d.%m.%Y %H:%M} UTC hinausgegeben" if left else "noch keiner hinausgegeben"
    return HealthCheck(
        name="publication", ok=not lacking, says=f"{says}; im Rückstand: {', '.join(lacking) or 'niemand'}"
    )


@router.get(
    "/metrics",
    operation_id="read_metrics",
    summary="Messwerte",
    responses=gives(None, media_type=MEDIA_TYPE, schema={"type": "string"}),
)
def read_metrics(request: Request, system: TheSystem) -> Response:
    """Prometheus' text form, for monitors and this machine."""
    if not _is_monitor(request):
        raise Trouble("not-found")
    return Response(exposition(system), media_type=f"{MEDIA_TYPE}; version=0.0.4")

"""The service as it runs: uvicorn on loopback, a database of its own, and clients in every role."""

import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import structlog
import uvicorn
from fastapi import FastAPI
from fastapi.routing import _IncludedRouter
from starlette.routing import BaseRoute

from domain.record import Actor, Role
from infrastructure.following import Follower
from infrastructure.projector import Views
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.http.app import application
from interfaces.http.authentication import Door
from interfaces.http.connections import Bounded, Connections
from interfaces.http.identity.authenticator import Authenticator
from interfaces.http.identity.local_issuer import LocalIssuer
from interfaces.http.identity.security_log import SecurityLog
from interfaces.http.logs import faults_by_place
from interfaces.http.settings import HttpSettings
from interfaces.sample.play import MovableClock
from interfaces.signing_in import CAST
from interfaces.web.install import install
from interfaces.web.session import Sessions
from tests.http.serving import UNUSED
from tests.postgres import Database

STRANGER = Actor("celle-controlling", Role.COUNTY, "Landkreis Celle, Controlling", "Test", "celle", "03351")
"""Another county's controller."""
OTHER_LAND = Actor("he-sachbearbeitung", Role.LAND, "HMSI, Sachbearbeitung", "Test", "he-ms", "06")
"""Another Land's ministry."""
EVERYBODY = (*CAST, STRANGER, OTHER_LAND)
# By default structlog draws a trace with every local variable, which takes seconds.
structlog.configure([faults_by_place, structlog.processors.JSONRenderer(ensure_ascii=False)])


@dataclass
class Running:
    """A running service."""

    base: str
    system: System
    clock: MovableClock
    issuer: LocalIssuer
    security_log: Path
    app: FastAPI
    clients: dict[str, httpx.Client] = field(default_factory=dict)

    def as_(self, person: str) -> httpx.Client:
        """A client signed in as a person of the cast."""
        if person not in self.clients:
            self.clients[person] = self.client({"Authorization": f"Bearer {self.issuer.token(person)}"})
        return self.clients[person]

    def client(self, headers: Mapping[str, str] | None = None, **options: Any) -> httpx.Client:
        """A client with these headers only."""
        return httpx.Client(base_url=self.base, headers=headers, timeout=60, verify=UNUSED, **options)


@contextmanager
def running(
    database: Database,
    directory: Path,
    settings: HttpSettings | None = None,
    way_in: Authenticator | None = None,
    keys: PassingKeys | None = None,
) -> Iterator[Running]:
    """The service on this database until the end, with a clock that can be moved; its own sign-in unless told."""
    clock = MovableClock(date(2026, 1, 12))
    settings = settings or HttpSettings(requests_per_minute=1_000_000, strangers_per_minute=1_000_000)
    issuer = LocalIssuer(directory, [replace(actor, authenticated_by="Test") for actor in EVERYBODY])
    log = directory / "security.log"
    with database.opened() as opened_database:
        system = System(opened_database, clock, keys or PassingKeys()).whole()

        @asynccontextmanager
        async def lifespan(app: FastAPI) -> AsyncIterator[None]:
            with Follower(database.service_url, Views(opened_database.journal, system.service.software)) as follower:
                app.state.system, app.state.follower = system, follower
                yield

        door = Door(
            way_in or Authenticator(issuer.actor, issuer.holds, frozenset(actor.office for actor in EVERYBODY)),
            SecurityLog(log),
            settings,
        )
        app = application(door, settings, lifespan)
        app.state.local_issuer, app.state.code_flow = issuer, None
        install(app, Sessions(directory / "sessions"))
        _share_routes(app)
        _describe_once(app)
        with _served(app, settings) as base:
            service = Running(base, system, clock, issuer, log, app)
            yield service
            for client in service.clients.values():
                client.close()


_FORMED: dict[int, BaseRoute] = {}
_DESCRIBED: dict[str, dict[str, Any]] = {}
"""What is the same for every application of this process."""


def _share_routes(app: FastAPI) -> None:
    """Form the routes once: FastAPI does so for each application at its first requests, which takes 0.3 s."""
    routes = app.router.routes
    routes[:] = [
        _FORMED.setdefault(id(route.original_router), route) if isinstance(route, _IncludedRouter) else route
        for route in routes
    ]


def _describe_once(app: FastAPI) -> None:
    """Make the description of the interface at the first question of the process, which takes a second."""
    made = app.openapi

    def described() -> dict[str, Any]:
        app.openapi_schema = _DESCRIBED["document"] = _DESCRIBED.get("document") or made()
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way to say it otherwise


@contextmanager
def _served(app: FastAPI, settings: HttpSettings) -> Iterator[str]:
    within = type("Within", (Bounded,), {"bounds": Connections(settings)})
    config = uvicorn.Config(
        app, port=0, http=within, ws="none", log_config=None, access_log=False, timeout_graceful_shutdown=5
    )
    server = uvicorn.Server(config)
    ready = threading.Event()
    started = server.startup

    async def startup(*args: Any, **options: Any) -> None:
        await started(*args, **options)
        ready.set()

    server.startup = startup  # type: ignore[method-assign]  # the one way to learn the port it chose
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert ready.wait(30), "the service did not start"
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(30)
        assert not thread.is_alive(), "the service did not stop"

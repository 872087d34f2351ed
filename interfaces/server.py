"""The server process: what a worker opens when it starts, and closes when it stops."""

import multiprocessing
import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from multiprocessing.process import BaseProcess

from fastapi import FastAPI
from pydantic_settings import BaseSettings, SettingsConfigDict

from domain.record import Actor, Role
from interfaces.bootstrap import data_directory, served_system
from interfaces.http import logs, telemetry
from interfaces.http.app import application
from interfaces.http.authentication import Door
from interfaces.http.daily_checkpoint import checkpoints_when_due
from interfaces.http.identity.actors import read_local_actors
from interfaces.http.identity.authenticator import Authenticator, authenticator
from interfaces.http.identity.local_issuer import HALF_A_DAY, LocalIssuer
from interfaces.http.identity.security_log import SecurityLog
from interfaces.http.identity.settings import IdentitySettings, identity_settings
from interfaces.http.settings import HttpSettings
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, READER, REVIEW
from interfaces.web.code_flow import CodeFlow
from interfaces.web.install import install
from interfaces.web.session import Sessions

CAST = (DESK, REVIEW, COUNTY, COMMITTEE, READER, Actor("betrieb", Role.OPERATOR, "Betrieb", ""))
"""A person per role, and two where four eyes are needed."""


class Serving(BaseSettings):
    """Which system the workers of this server serve."""

    model_config = SettingsConfigDict(env_prefix="ZIELSTEUERUNG_", env_ignore_empty=True, frozen=True)

    sample: bool = False


def local_issuer(identity: IdentitySettings, *, sample: bool) -> LocalIssuer | None:
    """The sign-in of this machine, for the operator's actors or else the sample's; None with a provider."""
    if not sample and identity.oidc_issuer is not None:
        return None
    by = "Anmeldung an diesem Rechner"
    if identity.actors_file and not sample:
        actors = read_local_actors(identity.actors_file, by)
    else:
        actors = tuple(replace(actor, authenticated_by=by) for actor in CAST)
    return LocalIssuer(data_directory(sample=sample) / "sign-in", actors, code_lifetime=HALF_A_DAY, once=not sample)


def must_be_usable(identity: IdentitySettings, local: LocalIssuer | None) -> None:
    """Raise Misconfigured or ValidationError where a worker could not start with these settings."""
    _way_in(identity, local)
    HttpSettings()


def _way_in(identity: IdentitySettings, local: LocalIssuer | None) -> Authenticator:
    if local:
        return Authenticator(local.actor, local.holds, frozenset(actor.office for actor in local.actors))
    return authenticator(identity, None)


def _ground(identity: IdentitySettings, local: LocalIssuer | None) -> str:
    """The basis of a session's rights: it ends when they change."""
    if local:
        return repr(local.actors)
    return identity.actors_file.read_text("utf-8") if identity.actors_file else ""


def _end_with(supervisor: BaseProcess) -> None:
    """Let a worker end when its supervisor was killed, instead of holding the port for ever."""

    def watch() -> None:
        supervisor.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="supervisor", daemon=True).start()


def served() -> FastAPI:
    """A worker's application, by the environment."""
    supervisor = multiprocessing.parent_process()
    if supervisor is not None:
        _end_with(supervisor)
    serving, identity, settings = Serving(), identity_settings(), HttpSettings()
    local = local_issuer(identity, sample=serving.sample)
    door = Door(_way_in(identity, local), SecurityLog(identity.security_log), settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        alone, loopback = supervisor is None, local is not None
        with served_system(sample=serving.sample, loopback=loopback, follows=alone, permitted=door.holds) as (
            system,
            follower,
        ):
            app.state.system, app.state.follower = system, follower
            async with checkpoints_when_due(system):
                yield

    app = application(door, settings, lifespan)
    app.state.local_issuer = local
    install(app, Sessions(data_directory(sample=serving.sample) / "sessions", _ground(identity, local)))
    app.state.code_flow = CodeFlow(identity) if local is None else None
    logs.configure()
    telemetry.instrument(app)
    return app

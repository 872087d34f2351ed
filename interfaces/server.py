"""The server process: what a worker opens when it starts, and closes when it stops."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from multiprocessing.process import BaseProcess

from fastapi import FastAPI
from pydantic_settings import BaseSettings, SettingsConfigDict

from interfaces.bootstrap import data_directory, served_system
from interfaces.http import logs, telemetry
from interfaces.http.app import application
from interfaces.http.authentication import Door
from interfaces.http.daily_checkpoint import checkpoints_when_due
from interfaces.http.identity.security_log import SecurityLog
from interfaces.http.identity.settings import identity_settings
from interfaces.http.settings import HttpSettings
from interfaces.preparation import await_preparation
from interfaces.signing_in import ground, local_issuer, way_in
from interfaces.web.code_flow import CodeFlow
from interfaces.web.install import install
from interfaces.web.session import Sessions


class Serving(BaseSettings):
    """Which system the workers of this server serve."""

    model_config = SettingsConfigDict(env_prefix="ZIELSTEUERUNG_", env_ignore_empty=True, frozen=True)

    sample: bool = False


def _end_with(supervisor: BaseProcess) -> None:
    """Let a worker end when its supervisor was killed, instead of holding the port for ever."""

    def watch() -> None:
        supervisor.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="supervisor", daemon=True).start()


def settle() -> None:
    """Let the garbage collector skip what stays until the end: looking through all of it held requests up for 0.2 s."""
    gc.collect()
    gc.freeze()


def served() -> FastAPI:
    """A worker's application, by the environment."""
    supervisor = multiprocessing.parent_process()
    if supervisor is not None:
        _end_with(supervisor)
    await_preparation()
    serving, identity, settings = Serving(), identity_settings(), HttpSettings()
    local = local_issuer(identity, sample=serving.sample)
    door = Door(way_in(identity, local), SecurityLog(identity.security_log), settings)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        alone, loopback = supervisor is None, local is not None
        with served_system(sample=serving.sample, loopback=loopback, follows=alone, permitted=door.holds) as (
            system,
            follower,
        ):
            app.state.system, app.state.follower = system, follower
            async with checkpoints_when_due(system):
                settle()
                yield

    app = application(door, settings, lifespan)
    app.state.local_issuer = local
    install(app, Sessions(data_directory(sample=serving.sample) / "sessions", ground(identity, local)))
    app.state.code_flow = CodeFlow(identity) if local is None else None
    logs.configure()
    telemetry.instrument(app)
    return app

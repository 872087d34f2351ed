"""What the service is measured beside: one route that does one indexed SELECT, run as the service is."""

import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from psycopg.rows import dict_row
from psycopg_pool import ConnectionPool

from infrastructure.connection import SERVICE_SESSION
from interfaces.cli.serving import run

POOL = 20
"""Connections, as many as the service's pool has."""


def bare() -> FastAPI:
    """The application; DATABASE_URL names the log it reads from."""
    session = SERVICE_SESSION | {"row_factory": dict_row}
    pool = ConnectionPool(os.environ["DATABASE_URL"], kwargs=session, min_size=1, max_size=POOL, open=False)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with pool:
            yield

    app = FastAPI(lifespan=lifespan)

    @app.get("/{stream_id}/{version}")
    def read(stream_id: str, version: int) -> dict[str, Any]:
        with pool.connection() as connection:
            row = connection.execute(
                "SELECT notification_id, topic FROM zielsteuerung.stored_events"
                " WHERE originator_id = %s AND originator_version = %s",
                [stream_id, version],
                prepare=True,
            ).fetchone()
        return dict(row or {})

    return app


if __name__ == "__main__":
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.set_inheritable(True)
        print(f"http://127.0.0.1:{listening.getsockname()[1]}\nBeenden", flush=True)
        run("tests.bare_route:bare", listening, int(sys.argv[1]))

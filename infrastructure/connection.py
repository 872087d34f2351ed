"""How to reach PostgreSQL: settings of a session, and what trouble with it is called."""

import select
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection
from psycopg_pool import ConnectionPool

from application.ports import Unavailable

SCHEMA = "zielsteuerung"
SERVICE_ROLE = "zielsteuerung_service"
UNREACHABLE = (
    "Die Datenbank ist nicht erreichbar oder antwortet nicht rechtzeitig; "
    "bitte DATABASE_URL prüfen oder es später noch einmal versuchen."
)
UNREADABLE = "Die Adresse der Datenbank ist nicht lesbar; bitte DATABASE_URL und DATABASE_OWNER_URL prüfen."
NOT_ALLOWED = (
    f"Die Anmeldung bei der Datenbank darf nicht als {SERVICE_ROLE} arbeiten oder die Datenbank nicht einrichten; "
    "bitte DATABASE_URL und DATABASE_OWNER_URL prüfen."
)

_SESSION = "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s"

OWNER_SESSION: dict[str, Any] = {"connect_timeout": 3, "autocommit": True}
"""Arguments of a connection as the login itself; migrations may take their time."""

SERVICE_SESSION: dict[str, Any] = {
    "connect_timeout": 3,
    "autocommit": True,
    "options": f"{_SESSION} -c role={SERVICE_ROLE}",
}
"""Arguments of the service's connections: its role, whichever login it came by, and limits on waiting."""


@contextmanager
def connected(url: str, session: dict[str, Any]) -> Iterator[Connection[Any]]:
    """A single connection; raises Unavailable when there is none or the login may not do what is asked."""
    with unavailable(), psycopg.connect(url, **session) as connection:
        yield connection


@contextmanager
def unavailable() -> Iterator[None]:
    """Say in one sentence what trouble with the database is about."""
    try:
        yield
    except psycopg.errors.InsufficientPrivilege as trouble:
        raise Unavailable(NOT_ALLOWED) from trouble
    except (psycopg.OperationalError, psycopg.InterfaceError) as trouble:
        raise Unavailable(UNREACHABLE) from trouble
    except psycopg.ProgrammingError:
        raise Unavailable(UNREADABLE) from None  # its words would show the login


def check(connection: Connection[Any]) -> None:
    """Whether a connection from the pool still stands; raises OperationalError when it was lost.

    A server says good-bye by a message or by closing, so only then is the question worth a round trip.
    """
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN)
    if waiting.poll(0):
        ConnectionPool.check_connection(connection)

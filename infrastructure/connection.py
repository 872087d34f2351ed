"""How to reach PostgreSQL: settings of a session, and what trouble with it is called."""

import re
import select
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection
from psycopg_pool import ConnectionPool

from application.ports import Damaged, Unavailable

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

DAMAGED = "Die Datenbank kann ihre eigenen Dateien nicht lesen (SQLSTATE {code}): {says}"
INCOMPLETE = "Der Datenbank fehlt etwas, das diese Software eingerichtet hat (SQLSTATE {code}): {says}"
FULL = "Der Datenträger der Datenbank ist voll (SQLSTATE {code}); bis wieder Platz ist, wird nichts festgehalten."
CROWDED = "Die Datenbank nimmt keine weitere Verbindung an (SQLSTATE {code})."
HELD_UP = (
    "Ein Vorgang davor wird nicht rechtzeitig fertig (SQLSTATE {code}); "
    "bleibt es dabei, wartet die Datenbank vermutlich auf einen zweiten Server, der fehlt."
)
READ_ONLY = "Die Datenbank nimmt zurzeit nichts auf, sie lässt nur lesen (SQLSTATE 25006)."

_REFUSALS = {
    "53300": re.compile("too many|connection slots|zu viele Verbindungen|verbleibenden Verbindung"),
    "28000": re.compile(
        'authentication failed|pg_hba.conf|permission denied|not permitted|role "|uthentifizierung|Berechtigung|Rolle »'
    ),
}
"""How servers in English and German word a refused connection."""
SETTLED = {
    "search_path": "pg_catalog",
    "row_security": "off",
    "default_transaction_read_only": "off",
    "default_transaction_isolation": "read committed",
    "transform_null_equals": "off",
    "standard_conforming_strings": "on",
    "bytea_output": "hex",
    "DateStyle": "ISO, DMY",
    "TimeZone": "UTC",
    "client_encoding": "UTF8",
    "constraint_exclusion": "partition",
    "quote_all_identifiers": "off",
}
"""Settings a session never takes from the database, a login or a role; `verify` checks the session against them.

An operator or a function of somebody else's schema would be found first, and rows that are hidden would not be missed:
without row security the server says that it would have to hide some.
"""
WATCHED = {"zero_damaged_pages": "off", "ignore_checksum_failure": "off", "session_replication_role": "origin"}
"""Settings that only the superuser may change: with another value the server passes over damage, or over guards."""
_SETTLED = " ".join(f"-c {name}={value.replace(' ', chr(92) + ' ')}" for name, value in SETTLED.items())
_SESSION = "-c statement_timeout=30s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s"

OWNER_SESSION: dict[str, Any] = {"connect_timeout": 3, "autocommit": True, "options": _SETTLED}
"""Arguments of a connection as the login itself; migrations may take their time."""

SERVICE_SESSION: dict[str, Any] = {
    "connect_timeout": 3,
    "autocommit": True,
    "options": f"{_SETTLED} {_SESSION} -c role={SERVICE_ROLE}",
}
"""Arguments of the service's connections: its role, whichever login it came by, and limits on waiting."""


@contextmanager
def connected(url: str, session: dict[str, Any]) -> Iterator[Connection[Any]]:
    """A single connection; raises Unavailable without one, or when the login lacks the rights."""
    with unavailable(), psycopg.connect(url, **session) as connection:
        yield connection


@contextmanager
def unavailable() -> Iterator[None]:
    """Say in one sentence what trouble with the database is about."""
    try:
        yield
    except psycopg.ProgrammingError as trouble:
        if trouble.sqlstate is None:
            raise Unavailable(UNREADABLE) from None  # its words would show the login
        raise named(trouble) from trouble
    except (psycopg.OperationalError, psycopg.InterfaceError, psycopg.InternalError) as trouble:
        raise named(trouble) from trouble


def named(trouble: BaseException | None) -> Unavailable:
    """Trouble with the database in one sentence, by its SQLSTATE; without one it is that nobody answers."""
    code = getattr(trouble, "sqlstate", None) or _refusal(str(trouble))
    says = str(trouble).partition("\n")[0].rstrip(".") + "."
    match code:
        case "XX000" | "XX001" | "XX002" | "58030" | "58P01":
            return Damaged(DAMAGED.format(code=code, says=says), code)
        case "25006":
            return Unavailable(READ_ONLY, code)
        case "53100":
            return Unavailable(FULL.format(code=code), code)
        case "55P03":
            return Unavailable(HELD_UP.format(code=code), code)
        case "53300":
            return Unavailable(CROWDED.format(code=code), code)
        case "42501" | "28000" | "28P01":
            return Unavailable(NOT_ALLOWED, code)
        case _ if code.startswith(("42", "3F")):
            return Unavailable(INCOMPLETE.format(code=code, says=says), code)
        case _:
            return Unavailable(UNREACHABLE, code or None)


def _refusal(says: str) -> str:
    """The SQLSTATE of a connection that the server refused; the client library passes on its words alone."""
    fatal = says.partition("FATAL:")[2]
    return next((code for code, words in _REFUSALS.items() if words.search(fatal)), "")


def check(connection: Connection[Any]) -> None:
    """Whether a connection from the pool still stands; raises OperationalError when it was lost.

    A server says good-bye by a message or by closing, so only then is the question worth a round trip.
    """
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN)
    if waiting.poll(0):
        ConnectionPool.check_connection(connection)

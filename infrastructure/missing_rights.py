"""Rights a login lacks at the first set-up, as the statements that give them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import Connection

from application.ports import Unavailable
from infrastructure.connection import SERVICE_ROLE

OWNER_LACKS = (
    "Die Anmeldung „{login}“ darf die Datenbank nicht einrichten; "
    "bitte in DATABASE_OWNER_URL eine nennen, die es darf, oder als Verwaltung des Servers ausführen: {statements}"
)
SERVICE_LACKS = (
    "Die Anmeldung „{login}“ (DATABASE_URL) gehört nicht zur Rolle des Dienstes; "
    "bitte als Eigentümer der Datenbank ausführen: {statements}"
)
_OWNERS = """
SELECT statement FROM (VALUES
    (format('GRANT CREATE ON DATABASE %I TO %I;', current_database(), current_user),
     has_database_privilege(current_database(), 'CREATE') OR to_regnamespace('zielsteuerung') IS NOT NULL),
    (format('ALTER ROLE %I CREATEROLE;', current_user),
     (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user))
) AS needed (statement, given) WHERE NOT given
"""
_SERVICES = f"SELECT format('GRANT {SERVICE_ROLE} TO %I;', current_user)"


@contextmanager
def owner_lacks_none(connection: Connection[Any]) -> Iterator[None]:
    """Say which rights the owner's login lacks when set-up fails for them; raises Unavailable."""
    with _named(connection, OWNER_LACKS, _OWNERS):
        yield


@contextmanager
def service_lacks_none(connection: Connection[Any]) -> Iterator[None]:
    """Say which right the service's login lacks when it may not take on its role; raises Unavailable."""
    with _named(connection, SERVICE_LACKS, _SERVICES):
        yield


@contextmanager
def _named(connection: Connection[Any], says: str, query: str) -> Iterator[None]:
    try:
        yield
    except psycopg.errors.InsufficientPrivilege as why:
        statements = " ".join(row[0] for row in connection.execute(query.encode()))
        if not statements:
            raise
        login = connection.info.user
        raise Unavailable(says.format(login=login, statements=statements), why.sqlstate) from why

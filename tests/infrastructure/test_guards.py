"""The guards of the tables that only grow: whichever is off, altered or gone is found."""

import psycopg
import pytest

from infrastructure.database import Database as Opened
from infrastructure.guards import TRIGGERS
from tests.infrastructure.audits import EVENTS, HEAD, NODES, Log, first, lived
from tests.infrastructure.log import rows
from tests.postgres import Database


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


SWITCHED = {
    "one off": (
        f"ALTER TABLE {EVENTS} DISABLE TRIGGER refuse_change",
        "refuse_change der Tabelle stored_events ist abge",
    ),
    "all off": (f"ALTER TABLE {NODES} DISABLE TRIGGER ALL", "refuse_change der Tabelle tree_node ist abgeschaltet"),
    "not in replicas": (
        f"ALTER TABLE {EVENTS} ENABLE TRIGGER take_position",
        "take_position der Tabelle stored_events ist abge",
    ),
    "dropped": (
        "DROP TRIGGER refuse_truncate ON zielsteuerung.checkpoint",
        "refuse_truncate der Tabelle checkpoint fehlt",
    ),
    "weakened": (
        f"DROP TRIGGER refuse_change ON {HEAD}; CREATE TRIGGER refuse_change BEFORE UPDATE ON {HEAD} FOR EACH ROW WHEN"
        f" (false) EXECUTE FUNCTION zielsteuerung.refuse_change();"
        f" ALTER TABLE {HEAD} ENABLE ALWAYS TRIGGER refuse_change",
        "Der Schutz refuse_change der Tabelle log_head ist verändert",
    ),
    "emptied": (
        "CREATE OR REPLACE FUNCTION zielsteuerung.refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'",
        "Die Funktion refuse_change des Protokolls ist verändert",
    ),
    "hidden by a namesake": (
        "CREATE OR REPLACE FUNCTION zielsteuerung.refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS 'BEGIN RETURN NEW; END'; CREATE FUNCTION zielsteuerung.refuse_change(integer) RETURNS void LANGUAGE sql"
        " AS ''",
        "Die Funktion refuse_change des Protokolls ist verändert, doppelt",
    ),
    "a foreign function": (
        "CREATE FUNCTION zielsteuerung.quiet() RETURNS void LANGUAGE sql AS ''",
        "Im Protokoll steht eine fremde Funktion quiet",
    ),
    "another added": (
        f"CREATE TRIGGER quiet BEFORE INSERT ON {EVENTS} FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change()",
        "An der Tabelle stored_events hängt ein fremder Auslöser quiet",
    ),
    "with the caller's rights": (
        "ALTER FUNCTION zielsteuerung.take_position() SECURITY INVOKER",
        "Die Funktion take_position des Protokolls ist verändert",
    ),
    "with another search path": (
        "ALTER FUNCTION zielsteuerung.record_events SET search_path = public",
        "Die Funktion record_events des Protokolls ist verändert",
    ),
    "a rule that swallows": (
        "CREATE RULE quiet AS ON INSERT TO zielsteuerung.checkpoint DO INSTEAD NOTHING",
        "An der Tabelle checkpoint hängt eine fremde Regel quiet",
    ),
    "rights given away": (
        f"GRANT DELETE ON {EVENTS} TO zielsteuerung_service",
        "Die Tabelle stored_events gibt zielsteuerung_service das Recht DELETE",
    ),
    "rights for everybody on a column": (
        f"GRANT UPDATE (state) ON {EVENTS} TO PUBLIC",
        "Die Tabelle stored_events gibt alle das Recht UPDATE",
    ),
    "what must be there once may be there twice": (
        "ALTER TABLE zielsteuerung.act DROP CONSTRAINT act_pkey",
        "Der Schlüssel act_pkey fehlt oder ist verändert",
    ),
}


@pytest.mark.parametrize("how", SWITCHED)
def test_a_guard_that_is_off_is_found(log: Log, database: Database, how: str) -> None:
    statement, says = SWITCHED[how]
    with psycopg.connect(database.owner_url) as connection:
        connection.execute(statement.encode())
    assert says in first(log.audit.verification.verify())


def test_every_guard_of_a_fresh_database_is_known(database: Database) -> None:
    found = rows(
        database.owner_url,
        "SELECT c.relname::text, t.tgname::text FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid"
        " JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'zielsteuerung' AND NOT t.tgisinternal",
    )
    assert set(found) == TRIGGERS.keys()

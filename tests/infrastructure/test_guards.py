"""The guards of the tables that only grow: whichever is off, altered or gone is found, and every right too many."""

import psycopg
import pytest
from psycopg.rows import dict_row

from infrastructure.database import Database as Opened
from infrastructure.proofs.guards import GUARDED, TRIGGERS, broken_guards, functions
from tests.infrastructure.audits import EVENTS, HEAD, NODES, Log, first, lived
from tests.infrastructure.log import rows
from tests.postgres import SERVICE, Database


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
    "twice until the commit": (
        "ALTER TABLE zielsteuerung.act DROP CONSTRAINT act_pkey,"
        " ADD CONSTRAINT act_pkey PRIMARY KEY (actor, key) DEFERRABLE",
        "Der Schlüssel act_pkey fehlt oder ist verändert",
    ),
    "a table made the service's own": (
        f"ALTER TABLE {EVENTS} OWNER TO zielsteuerung_service",
        "Die Tabelle stored_events gehört zielsteuerung_service",
    ),
    "a function made the service's own": (
        "ALTER FUNCTION zielsteuerung.refuse_change() OWNER TO zielsteuerung_service",
        "Die Funktion refuse_change gehört zielsteuerung_service",
    ),
    "everything made the service's own": (
        "".join(
            f"ALTER {what} OWNER TO zielsteuerung_service;"
            for what in (
                "SCHEMA zielsteuerung",
                *(f"TABLE zielsteuerung.{table}" for table in GUARDED),
                *(f"FUNCTION zielsteuerung.{name}" for name in functions()),
            )
        ),
        "Das Schema zielsteuerung gehört zielsteuerung_service",
    ),
    "adding for everybody": (f"GRANT INSERT ON {EVENTS} TO PUBLIC", "Die Tabelle stored_events gibt alle das Recht I"),
    "adding for the service where only triggers add": (
        f"GRANT INSERT ON {NODES} TO zielsteuerung_service",
        "Die Tabelle tree_node gibt zielsteuerung_service das Recht INSERT",
    ),
    "views the service may falsify at will": (
        "GRANT UPDATE ON zielsteuerung.view_row TO zielsteuerung_service",
        "Die Tabelle view_row gibt zielsteuerung_service das Recht UPDATE",
    ),
    "a column of views more than it needs": (
        "GRANT UPDATE (content) ON zielsteuerung.view_row TO zielsteuerung_service",
        "Die Tabelle view_row gibt zielsteuerung_service das Recht UPDATE",
    ),
    "views for everybody": (
        "GRANT DELETE ON zielsteuerung.view_row TO PUBLIC",
        "Die Tabelle view_row gibt alle das Recht DELETE",
    ),
    "a sequence to wind": (
        "GRANT UPDATE ON SEQUENCE zielsteuerung.verification_number_seq TO PUBLIC",
        "verification_number_seq gibt alle das Recht UPDATE",
    ),
    "views made the service's own": (
        "ALTER TABLE zielsteuerung.view_row OWNER TO zielsteuerung_service",
        "Die Tabelle view_row gehört zielsteuerung_service",
    ),
    "a right to pass on": (
        f"GRANT INSERT ON {EVENTS} TO zielsteuerung_service WITH GRANT OPTION",
        "Die Tabelle stored_events gibt zielsteuerung_service das Recht INSERT zum Weitergeben",
    ),
    "recording for everybody": (
        "GRANT EXECUTE ON FUNCTION zielsteuerung.record_events TO PUBLIC",
        "Die Funktion record_events gibt alle das Recht EXECUTE",
    ),
    "recording for everybody, as by default": (
        "UPDATE pg_proc SET proacl = NULL WHERE proname = 'record_events'",
        "Die Funktion record_events gibt alle das Recht EXECUTE",
    ),
    "the schema for everybody": (
        "GRANT ALL ON SCHEMA zielsteuerung TO PUBLIC",
        "Das Schema zielsteuerung gibt alle das Recht CREATE",
    ),
    "rows for some eyes": (
        f"ALTER TABLE {EVENTS} ENABLE ROW LEVEL SECURITY; CREATE POLICY quiet ON {EVENTS} USING (true)",
        "Die Tabelle stored_events lässt nicht jeden alle Zeilen sehen",
    ),
    "rows from elsewhere": (
        f"CREATE TABLE zielsteuerung.more () INHERITS ({EVENTS})",
        "Die Tabelle stored_events teilt ihre Zeilen mit einer fremden Tabelle",
    ),
    "rows until the next crash": (
        "ALTER TABLE zielsteuerung.checkpoint SET UNLOGGED",
        "Die Tabelle checkpoint übersteht einen Absturz des Servers nicht",
    ),
}
PRIVILEGED = {
    "a superuser": ("ALTER ROLE zielsteuerung_service SUPERUSER", "hat das Vorrecht SUPERUSER"),
    "past row level security": ("ALTER ROLE zielsteuerung_service BYPASSRLS", "hat das Vorrecht BYPASSRLS"),
    "a writer of everything": (
        "GRANT pg_write_all_data TO zielsteuerung_service",
        "gehört zur Rolle pg_write_all_data und hat deren Rechte",
    ),
}


@pytest.mark.parametrize("how", SWITCHED)
def test_a_guard_that_is_off_is_found(log: Log, database: Database, how: str) -> None:
    statement, says = SWITCHED[how]
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute(statement.encode())
    assert says in first(log.audit.verification.verify())


@pytest.mark.parametrize("how", PRIVILEGED)
def test_more_rights_of_the_services_role_are_found(database: Database, how: str) -> None:
    statement, says = PRIVILEGED[how]
    with psycopg.connect(database.superuser_url, row_factory=dict_row) as connection:
        assert not [*broken_guards(connection)]
        connection.execute(statement.encode())
        assert [*broken_guards(connection)] == [f"Die Rolle zielsteuerung_service {says}"]
        connection.rollback()  # roles belong to the whole server, and other tests use it


def test_whom_the_operator_lets_read_weakens_nothing(log: Log, database: Database) -> None:
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute(f"GRANT USAGE ON SCHEMA zielsteuerung TO {SERVICE}".encode())
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA zielsteuerung TO {SERVICE}".encode())
    assert log.audit.verification.verify().sound


def test_every_guard_of_a_fresh_database_is_known(database: Database) -> None:
    found = rows(
        database.owner_url,
        "SELECT c.relname::text, t.tgname::text FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid"
        " JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'zielsteuerung' AND NOT t.tgisinternal",
    )
    assert set(found) == TRIGGERS.keys()

"""Settings only the superuser has, orders of indexes, collations: what shows readers less than there is, unasked."""

import psycopg
import pytest

from infrastructure.connection import WATCHED
from infrastructure.database import Database as Opened
from infrastructure.proofs.guards import TABLES
from tests.infrastructure.audits import Log, first, lived
from tests.infrastructure.log import rows
from tests.infrastructure.test_beside_the_log import anew, bent, settings
from tests.postgres import Database

__all__ = ["settings"]

OTHERWISE = {"zero_damaged_pages": "on", "ignore_checksum_failure": "on", "session_replication_role": "replica"}


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


@pytest.mark.parametrize("name", WATCHED)
def test_a_setting_that_passes_over_damage_or_guards_is_found(
    log: Log, settings: psycopg.Connection, database: Database, name: str
) -> None:
    bent(settings, f"ALTER DATABASE SET {name} = {OTHERWISE[name]}")
    with anew(database) as opened:
        says = f"Die Sitzung hat {name} = {OTHERWISE[name]} statt {WATCHED[name]}."
        assert first(Log(opened).audit.verification.verify()) == says


FIFTH_LAST = (
    "CREATE SCHEMA evil",
    "CREATE FUNCTION evil.compared(bigint, bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS"
    " 'SELECT CASE WHEN $1 = $2 THEN 0 WHEN $1 = 5 THEN 1 WHEN $2 = 5 THEN -1 ELSE btint8cmp($1, $2) END'",
    "CREATE OPERATOR CLASS evil.order FOR TYPE bigint USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =,"
    " OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 evil.compared(bigint, bigint)",
    "CREATE INDEX quiet ON zielsteuerung.stored_events USING btree (notification_id evil.order)",
)


def test_an_index_ordered_by_somebody_else_s_rule_hides_entries_and_is_found(
    log: Log, settings: psycopg.Connection
) -> None:
    some = "SELECT count(*) FROM zielsteuerung.stored_events WHERE notification_id BETWEEN 4::bigint AND 6::bigint"
    assert settings.execute(some.encode()).fetchone() == (3,)
    for statement in FIFTH_LAST:
        settings.execute(statement.encode())
    with settings.transaction(force_rollback=True):  # without the true one, as the planner might choose at any time
        settings.execute("SET LOCAL enable_seqscan = off")
        settings.execute("ALTER TABLE zielsteuerung.stored_events DROP CONSTRAINT stored_events_notification_id_key")
        assert settings.execute(some.encode()).fetchone() == (2,)
    assert first(log.audit.verification.verify()).endswith("von selbst wirken kann: Ordnung order im Index quiet.")


def test_a_rule_added_to_an_order_of_the_server_is_found(log: Log, settings: psycopg.Connection) -> None:
    settings.execute(FIFTH_LAST[0].encode())
    for statement in (
        "CREATE FUNCTION evil.compared(bigint, numeric) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 0'",
        "ALTER OPERATOR FAMILY integer_ops USING btree ADD FUNCTION 1 (bigint, numeric) evil.compared(bigint, numeric)",
    ):
        settings.execute(statement.encode())
    assert first(log.audit.verification.verify()).endswith("von selbst wirken kann: Ordnung integer_ops.")


SHAPED = {
    "another collation, as one could take one id for another": (
        'ALTER TABLE zielsteuerung.stored_events ALTER originator_id TYPE text COLLATE "POSIX"',
        'Der Tabelle stored_events fehlt die Spalte originator_id text COLLATE "C" NOT NULL',
    ),
    "a condition that silences an agreement": (
        "ALTER TABLE zielsteuerung.stored_events ADD CHECK (originator_id <> '2026.4.03.03358.1') NOT VALID",
        "Die Tabelle stored_events hat fremd die Bedingung originator_id <> '2026.4.03.03358.1'::text, ungeprüft",
    ),
}


@pytest.mark.parametrize("how", SHAPED)
def test_collations_and_conditions_not_yet_valid_are_held_against_the_migrations(
    log: Log, settings: psycopg.Connection, how: str
) -> None:
    statement, says = SHAPED[how]
    settings.execute(statement.encode())
    assert any(says in str(fault) for fault in log.audit.verification.verify().faults)


def test_every_table_but_the_list_of_migrations_is_watched(database: Database) -> None:
    there = rows(database.owner_url, "SELECT tablename::text FROM pg_tables WHERE schemaname = 'zielsteuerung'")
    assert {name for (name,) in there} == {*TABLES, "schema_version"}

"""A test database is used again only if nobody changed its schema, and then it is empty."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from tests.postgres import Server
from tests.reused import KeptDatabase

CHANGES = (
    "ALTER TABLE zielsteuerung.person ADD COLUMN spare text",
    "GRANT SELECT ON zielsteuerung.stored_events TO PUBLIC",
    "GRANT SELECT (note) ON zielsteuerung.checkpoint TO PUBLIC",
    "ALTER TABLE zielsteuerung.stored_events DISABLE TRIGGER refuse_change",
    "CREATE OR REPLACE FUNCTION zielsteuerung.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "ALTER TABLE zielsteuerung.person ALTER COLUMN scope SET DEFAULT 'x'",
    "DROP INDEX zielsteuerung.entry_index_event",
    "ALTER TABLE zielsteuerung.checkpoint ENABLE ROW LEVEL SECURITY",
    "CREATE SCHEMA spare",
)


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    with server.migrated_database() as database:
        yield database.superuser_url


@pytest.fixture
def kept(url: str) -> Iterator[KeptDatabase]:
    kept = KeptDatabase(str(conninfo_to_dict(url)["dbname"]), url)
    yield kept
    kept.close()


def test_what_was_written_is_gone_and_statistics_are_no_change(kept: KeptDatabase, url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("INSERT INTO zielsteuerung.log_origin VALUES ('spare')")
        connection.execute("ANALYZE")
    for _ in range(2):
        assert kept.emptied()
    with psycopg.connect(url, autocommit=True) as connection:
        assert connection.execute("SELECT count(*) FROM zielsteuerung.log_origin").fetchone() == (0,)


@pytest.mark.parametrize("change", CHANGES)
def test_another_schema_is_noticed(kept: KeptDatabase, url: str, change: str) -> None:
    assert kept.emptied()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(change.encode())
    assert not kept.emptied()

"""A copy of a database whose files were bent before anybody read them, as a failing disk would."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.postgres import Database

PAGE = 8192


@contextmanager
def spoilt(database: Database, table: str, page: int, schema: str = "zielsteuerung") -> Iterator[Database]:
    """The copy, in which a page of a table cannot be read; gone at the end."""
    with psycopg.connect(database.superuser_url, autocommit=True) as connection:
        source, copy = connection.info.dbname, f"{connection.info.dbname}_spoilt"
        row = connection.execute(
            "SELECT pg_relation_filepath(%s), current_setting('data_directory')", [f"{schema}.{table}"]
        ).fetchone()
    assert row is not None
    with psycopg.connect(database.superuser_url, dbname="postgres", autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [source])
        connection.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{source}" STRATEGY FILE_COPY'.encode())
        try:
            oid = connection.execute("SELECT oid FROM pg_database WHERE datname = %s", [copy]).fetchone()
            assert oid is not None
            base, _, node = row[0].split("/")
            with Path(row[1], base, str(oid[0]), node).open("r+b") as file:
                file.seek(page * PAGE + PAGE // 2)
                file.write(b"spoilt" * 20)
            logins = (database.superuser_url, database.owner_url, database.service_url)
            yield Database(*(login.replace(source, copy) for login in logins))
        finally:
            connection.execute(f'DROP DATABASE "{copy}" WITH (FORCE)'.encode())


def last_page(database: Database) -> tuple[int, int]:
    """The page on which the last entries stand, and the first position on it; wherever in its file it lies."""
    with psycopg.connect(database.superuser_url) as connection:
        connection.execute("ANALYZE zielsteuerung.stored_events")  # the server then knows that the table is small
        found = connection.execute(
            "SELECT (ctid::text::point)[0]::int AS page, min(notification_id) FROM zielsteuerung.stored_events"
            " GROUP BY page ORDER BY min(notification_id) DESC LIMIT 1"
        ).fetchone()
    assert found is not None
    page, position = found
    return page, position

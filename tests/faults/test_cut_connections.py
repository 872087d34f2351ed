"""The database cuts the service's connections while it writes: it says so, loses nothing, and goes on by itself."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Event

import psycopg
import pytest

from interfaces.sample.cast import COUNTY, DESK
from tests.faults.checking import assert_nothing_lost_or_doubled, assert_repeating_tells
from tests.faults.writers import Writer, writing
from tests.http.acting import DAY, drafted
from tests.http.service import Running, running
from tests.http.serving import until
from tests.postgres import Database

WRITERS, TROUBLES = 6, 5
CUT = (
    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
    " WHERE datname = current_database() AND usename = 'test_service'"
)


@pytest.fixture
def service(database: Database, tmp_path: Path) -> Iterator[Running]:
    with running(database, tmp_path) as service:
        yield service


@pytest.mark.long
def test_cut_connections_are_a_503_lose_nothing_and_are_made_again(service: Running, database: Database) -> None:
    agreement, token = drafted(service.as_(DESK.person)), service.issuer.token(COUNTY.person)
    with ExitStack() as stack:
        clients = [stack.enter_context(service.client({"Authorization": f"Bearer {token}"})) for _ in range(WRITERS)]
        writers = [Writer(client, agreement, f"w{number}", DAY, at_most=1000) for number, client in enumerate(clients)]

        def answered() -> int:
            return sum(len(writer.answered) for writer in writers)

        with writing(writers), psycopg.connect(database.superuser_url, autocommit=True) as connection:
            while sum(writer.others[503] for writer in writers) < TROUBLES:
                connection.execute(CUT)
                Event().wait(0.05)
            so_far = answered()
            until(lambda: answered() > so_far, "it did not recover")
        assert_nothing_lost_or_doubled(database.owner_url, writers)
        assert_repeating_tells(database.owner_url, writers)
    with service.client() as client:
        until(lambda: client.get("/health/ready").status_code == 200, "it is not ready again")

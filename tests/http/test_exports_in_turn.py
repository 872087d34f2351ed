"""Papers, tables, histories and bundles: a person's wait for each other, so that nobody else waits for them."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import active_count

import anyio
import psycopg
import pytest

from interfaces.http.access import ACCESS
from interfaces.http.shares import EXPORTS, Lanes
from interfaces.sample.cast import DESK, REVIEW
from interfaces.web.access import PAGES
from tests.http.service import running
from tests.http.serving import until
from tests.postgres import Database

EVERY_ENTRY = "/api/v1/history/export"


def test_exports_of_a_person_wait_for_each_other_and_nobody_elses(
    database: Database, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with (
        running(database, tmp_path_factory.mktemp("exports")) as service,
        ThreadPoolExecutor(4) as threads,
        psycopg.connect(database.owner_url) as connection,
    ):
        lanes = service.app.state.exports._lanes

        def under_way(person: str, *, waiting: int) -> bool:
            lane = lanes.get(person)
            return lane is not None and (lane.value, lane.statistics().tasks_waiting) == (0, waiting)

        clients = [service.as_(DESK.person), *(service.client(service.as_(DESK.person).headers) for _ in range(2))]
        connection.execute("LOCK TABLE zielsteuerung.stored_events IN ACCESS EXCLUSIVE MODE")
        asked = [threads.submit(client.get, EVERY_ENTRY) for client in (*clients, service.as_(REVIEW.person))]
        until(lambda: under_way(DESK.person, waiting=2), "one person's exports do not wait for each other")
        until(lambda: under_way(REVIEW.person, waiting=0), "another person's export waits as well")
        connection.rollback()
        assert [one.result(20).status_code for one in asked] == [200] * 4
        for client in clients[1:]:
            client.close()


def test_parts_of_long_exports_are_made_a_few_at_a_time() -> None:
    at_once: list[int] = []

    async def several() -> None:
        lanes, before = Lanes(1, together=2), active_count()

        def parts() -> Iterable[int]:
            for number in range(5):
                at_once.append(lanes.together.borrowed_tokens)
                yield number

        async def one(found: list[int]) -> None:
            found += [part async for part in lanes.made(parts())]

        found: list[list[int]] = [[] for _ in range(6)]
        async with anyio.create_task_group() as tasks:
            for mine in found:
                tasks.start_soon(one, mine)
        assert found == [[*range(5)]] * 6
        assert active_count() - before <= 2

    anyio.run(several)
    assert max(at_once) == 2


def test_every_export_that_is_named_is_an_operation() -> None:
    assert ACCESS.keys() | PAGES.keys() >= EXPORTS

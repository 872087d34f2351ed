"""What one person asks for at the same time waits for each other, so that nobody else waits for it."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import active_count

import anyio
import psycopg
import pytest

from interfaces.http.access import ACCESS
from interfaces.http.shares import EXPORTS, SLOW, Lanes
from interfaces.sample.cast import DESK, REVIEW
from interfaces.web.access import PAGES
from tests.http.service import running
from tests.http.serving import until
from tests.postgres import Database

EVERY_ENTRY, NEWEST, FEED = "/api/v1/history/export", "/api/v1/history", "/api/v1/feed"


@pytest.mark.parametrize(
    ("address", "lanes", "waiting"), [(EVERY_ENTRY, "exports", 3), (NEWEST, "answers", 2), (FEED, "answers", 2)]
)
def test_what_a_person_asks_for_waits_for_their_own_and_nobody_elses(
    database: Database, tmp_path_factory: pytest.TempPathFactory, address: str, lanes: str, waiting: int
) -> None:
    with (
        running(database, tmp_path_factory.mktemp("exports")) as service,
        ThreadPoolExecutor(5) as threads,
        psycopg.connect(database.owner_url) as connection,
    ):

        def at_once(person: str) -> tuple[int, int]:
            """How many more of a person's may be under way, and how many wait."""
            lane = getattr(service.app.state, lanes)._lanes.get(person)
            return (lane.value, lane.statistics().tasks_waiting) if lane is not None else (-1, 0)

        clients = [service.client(service.as_(DESK.person).headers) for _ in range(4)]
        connection.execute("LOCK TABLE zielsteuerung.stored_events IN ACCESS EXCLUSIVE MODE")
        asked = [threads.submit(client.get, address) for client in clients]
        until(lambda: at_once(DESK.person) == (0, waiting), "what one person asks for is made at once")
        other = threads.submit(service.as_(REVIEW.person).get, address)
        until(lambda: at_once(REVIEW.person) == (3 - waiting, 0), "another person's is not begun")
        connection.rollback()
        assert [one.result(20).status_code for one in (*asked, other)] == [200] * 5
        for client in clients:
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


def test_every_operation_that_is_named_exists() -> None:
    assert ACCESS.keys() | PAGES.keys() >= EXPORTS | SLOW

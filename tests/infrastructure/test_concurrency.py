"""Many writers and a live reader: nothing lost, nothing missed, one order."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from threading import Event

import pytest

from application.ports import Conflict
from domain.record import Record
from infrastructure.journal import Journal
from tests.infrastructure.drafts import a_draft
from tests.infrastructure.log import assert_sound

WRITERS, FACTS = 16, 2000


def write(journal: Journal, writer: int) -> set[str]:
    """Half of the facts to a stream of the writer's own, half to one shared with three others."""
    written: set[str] = set()
    for number in range(FACTS // WRITERS):
        stream = f"eigen-{writer}" if number % 2 else f"geteilt-{writer % 4}"
        while len(written) == number:
            version = len(journal.records(stream))
            with suppress(Conflict):
                (record,) = journal.append([a_draft(stream, version + 1)], now=datetime.now(UTC))
                written.add(str(record.event_id))
    return written


def follow(journal: Journal, done: Event) -> list[Record]:
    """Ask for what is new, as a follower does, until all writers are done and nothing is new."""
    seen: list[Record] = []
    while True:
        last_round = done.is_set()
        new = journal.log(after=seen[-1].position if seen else 0, limit=50)
        seen += new
        if last_round and not new:
            return seen


@pytest.mark.long
def test_sixteen_writers_and_a_live_reader(journal: Journal, owner_url: str) -> None:
    done = Event()
    with ThreadPoolExecutor(WRITERS + 1) as threads:
        reader = threads.submit(follow, journal, done)
        try:
            written = [*threads.map(lambda writer: write(journal, writer), range(WRITERS))]
        finally:
            done.set()
        seen = reader.result()
    assert sum(map(len, written)) == FACTS
    assert {str(record.event_id) for record in seen} == set().union(*written)
    assert [record.position for record in seen] == list(range(1, FACTS + 1))
    assert all(before.recorded_at < after.recorded_at for before, after in pairwise(seen))
    assert_sound(owner_url)

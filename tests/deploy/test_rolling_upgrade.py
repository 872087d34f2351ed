"""A rolling upgrade: services of two source states on one database, where a list is whole or says 503, never empty."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from interfaces.sample.cast import READER
from tests.deploy.test_wheel import FROM_THE_WHEEL, PACKAGES, PROJECT
from tests.http.acting import AGREEMENTS, drafted, today
from tests.http.serving import Served, until
from tests.http.test_serve import data, on
from tests.infrastructure.log import rows
from tests.postgres import Database

__all__ = ["data"]
EDITIONS = "SELECT view, edition, version FROM zielsteuerung.view_position ORDER BY 1"
VIEWS = Path("application/lists/stored_view.py")
LISTS = (AGREEMENTS, "/api/v1/due")
RULES, SHAPE = ("shape=2, rules=5", "shape=2, rules=6"), ("shape=4,", "shape=5,")
"""What the next source state says of a view: other rules of `due`, another shape of `overview`."""


@contextmanager
def served(data: Path, database: Database, sources: Path | None = None) -> Iterator[Served]:
    """The service by these sources, else by ours."""
    settings, words = on(database), ("--port", "0", "--workers", "1")
    if sources is None:
        service = Served(data, *words, settings=settings)
    else:
        command = (sys.executable, "-P", "-c", FROM_THE_WHEEL.format(str(sources)), "serve")
        service = Served(data, *words, settings={**settings, "PYTHONPATH": str(sources)}, command=command)
    try:
        yield service
    finally:
        if service.process.poll() is None:
            service.end()


@pytest.fixture
def changed(data: Path, change: tuple[str, str]) -> Path:
    """Our sources with one change."""
    sources = data / "changed"
    for package in PACKAGES:
        shutil.copytree(
            PROJECT / package, sources / package, ignore=shutil.ignore_patterns("node_modules", "__pycache__")
        )
    text = (sources / VIEWS).read_text("utf-8")
    assert change[0] in text
    (sources / VIEWS).write_text(text.replace(*change, 1), "utf-8")
    return sources


@pytest.mark.long
@pytest.mark.parametrize("change", [RULES, SHAPE], ids=["rules", "shape"])
def test_both_source_states_show_whole_lists_or_say_that_they_cannot(
    data: Path, database: Database, changed: Path, change: tuple[str, str]
) -> None:
    with served(data, database) as before:
        before.ready()
        tokens = dict(map(before.signed_in, before.links))
        with before.client(next(iter(tokens.values()))) as land:
            drafted(land, today())
        with before.client(tokens[READER.person]) as old:
            until(lambda: all(old.get(address).json().get("items") for address in LISTS), "the lists stay empty")
            with served(data, database, changed) as after, after.client(tokens[READER.person]) as new:
                until(lambda: after_is_up(new), "the new one does not answer")
                seen = [shown(one) for _ in range(20) for one in (old, new)]
                assert {200} in seen
                before.end()
                until(lambda: shown(new) == {200}, "the new one does not take over")
                with served(data, database) as left, left.client(tokens[READER.person]) as late:
                    until(lambda: after_is_up(late), "the old one does not come back")
                    editions = rows(database.owner_url, EDITIONS)
                    pairs = [(shown(late), shown(new)) for _ in range(20)]
                    assert [of_new for _, of_new in pairs] == [{200}] * 20
                    assert [of_old for of_old, _ in pairs] == [pairs[0][0]] * 20
                    assert (pairs[0][0] == {200}) == (change == RULES)
                    assert rows(database.owner_url, EDITIONS) == editions, "they take turns"


def after_is_up(client: httpx.Client) -> bool:
    return client.get("/health/live").status_code == 200


def shown(client: httpx.Client) -> set[int]:
    """The statuses of the lists; a list that is shown has what there is."""
    answers = [client.get(address) for address in LISTS]
    for answer in answers:
        assert answer.status_code in {200, 503}, answer.text
        assert answer.status_code == 503 or answer.json()["items"], answer.text
        assert answer.status_code == 200 or answer.headers["Retry-After"]
    return {answer.status_code for answer in answers}

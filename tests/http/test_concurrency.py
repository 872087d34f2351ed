"""Many clients at once on one agreement: nobody's act is lost, done twice, or decided on what was no longer so."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

import httpx
import pytest

from domain.record import Request
from interfaces.sample.cast import COUNTY, DESK
from tests.http.acting import Done, acted, done_at_last, drafted, etag_of, history, wish
from tests.http.service import Running
from tests.infrastructure.log import assert_sound, rows
from tests.postgres import Database

CLIENTS, EACH, REPEATS = 32, 2, 100


@dataclass(frozen=True)
class Crowd:
    """Clients with connections of their own, all signed in as the county's controller."""

    clients: tuple[httpx.Client, ...]
    threads: ThreadPoolExecutor


@pytest.fixture
def crowd(service: Running) -> Iterator[Crowd]:
    signed_in = {"Authorization": f"Bearer {service.issuer.token(COUNTY.person)}"}
    with ExitStack() as stack:
        clients = tuple(stack.enter_context(service.client(signed_in)) for _ in range(CLIENTS))
        yield Crowd(clients, stack.enter_context(ThreadPoolExecutor(CLIENTS)))


@pytest.fixture
def agreement(service: Running) -> str:
    return drafted(service.as_(DESK.person))


@pytest.mark.long
def test_no_act_of_32_clients_is_lost_or_decided_on_a_stale_version(
    service: Running, crowd: Crowd, agreement: str, owner_url: str
) -> None:
    def all_of_his(number: int) -> list[Done]:
        wishes = [wish(f"dialog-{number}-{count}") for count in range(EACH)]
        return [done_at_last(crowd.clients[number], agreement, one) for one in wishes]

    done = [one for his in crowd.threads.map(all_of_his, range(CLIENTS)) for one in his]
    assert sum(one.overtaken for one in done) > CLIENTS, "they did not come in each other's way"
    assert all(one.answer["version"] == one.on_version + 1 for one in done)
    entries = history(service.as_(DESK.person), agreement)
    assert [entry["version"] for entry in entries] == list(range(1, CLIENTS * EACH + 2))
    answered = sorted((one.answer["version"], one.answer["event_id"], one.answer["position"]) for one in done)
    assert answered == [(entry["version"], entry["event_id"], entry["position"]) for entry in entries[1:]]
    assert_sound(owner_url)


def test_a_hundred_repeats_under_one_key_are_one_fact_and_one_answer(
    service: Running, crowd: Crowd, agreement: str, database: Database
) -> None:
    asked, etag = wish("dialog-1"), etag_of(crowd.clients[0], agreement)

    def repeated(number: int) -> httpx.Response:
        return under_key(crowd.clients[number % CLIENTS], agreement, asked, etag)

    answers = [*crowd.threads.map(repeated, range(REPEATS))]
    assert {(answer.status_code, answer.content, answer.headers["ETag"]) for answer in answers} == {
        (201, answers[0].content, answers[0].headers["ETag"])
    }
    assert sum("Idempotent-Replayed" not in answer.headers for answer in answers) == 1
    assert service.system.journal.head() == 2
    assert rows(database.owner_url, "SELECT key, first_position, last_position FROM zielsteuerung.act") == [
        ("key-1", 2, 2)
    ]


def test_parallel_acts_of_different_content_under_one_key_are_one_fact(
    service: Running, crowd: Crowd, agreement: str
) -> None:
    etag = etag_of(crowd.clients[0], agreement)

    def different(number: int) -> httpx.Response:
        return under_key(crowd.clients[number], agreement, wish(f"dialog-{number}"), etag)

    answers = [*crowd.threads.map(different, range(CLIENTS))]
    assert sorted(answer.status_code for answer in answers) == [201, *[422] * (CLIENTS - 1)]
    assert service.system.journal.head() == 2


def test_another_body_under_a_used_key_is_refused_and_records_nothing(
    service: Running, crowd: Crowd, agreement: str
) -> None:
    client, etag = crowd.clients[0], etag_of(crowd.clients[0], agreement)
    first = under_key(client, agreement, wish("dialog-1"), etag)
    other = under_key(client, agreement, wish("dialog-2"), first.headers["ETag"])
    assert other.status_code == 422
    assert other.json()["type"] == "/problems/key-reused"
    assert service.system.journal.head() == 2
    assert under_key(client, agreement, wish("dialog-1"), etag).content == first.content


def under_key(client: httpx.Client, agreement: str, asked: Request, etag: str) -> httpx.Response:
    return acted(client, agreement, asked, etag, {"Idempotency-Key": "key-1"})

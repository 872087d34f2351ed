"""Attacks 1 to 4: work, heads, answers, pages and streams without end."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from socket import socket

import httpx

from domain.acts.drafting import DraftAgreement
from interfaces.sample.terms import heidekreis_2026
from tests.attack.measuring import Attack
from tests.attack.target import JSON, Over, Target
from tests.figures.workbooks import by_hand
from tests.http.acting import AGREEMENTS, body, today

MIB = 2**20
CHECKS = "/api/v1/figure-files/checks"
LAND = "ms-sachbearbeitung"
EVENTS = {"Accept": "text/event-stream"}


def endless_heads(target: Target, over: Over) -> None:
    """A header that never ends."""
    with target.connection() as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        while not over.is_set():
            connection.sendall(b"x" * 65536)


def _held(target: Target, over: Over, begun: bytes) -> None:
    """As many connections as there are files, each with this and no more."""
    held: list[socket] = []
    with ExitStack() as all_of_them:
        while not over.is_set():
            try:
                one = all_of_them.enter_context(target.connected())
                held.append(one)
                one.sendall(begun)
            except OSError:
                over.wait(0.01)
            if len(held) > 800:
                held.pop(0).close()


def half_heads(target: Target, over: Over) -> None:
    """Heads that nobody ends."""
    _held(target, over, b"GET / HTTP/1.1\r\nX: ")


def idle_connections(target: Target, over: Over) -> None:
    """Connections on which nothing comes."""
    _held(target, over, b"")


def slow_bodies(target: Target, over: Over) -> None:
    """Bodies of which the first byte comes."""
    head = f"POST {AGREEMENTS} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n{{"
    _held(target, over, head.encode())


def unread_answers(target: Target, over: Over) -> None:
    """Large answers that nobody reads."""
    asked = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n" * 20
    _held(target, over, asked.encode())


def _posting(target: Target, over: Over, said: str, address: str = AGREEMENTS, person: str = LAND) -> None:
    with target.client(person) as client:
        while not over.is_set():
            answer = client.post(address, content=said, headers=JSON)
            target.must(answer.status_code < 500, f"{address}: {answer.status_code}")
            target.must(len(answer.content) < 100_000, f"{address}: an answer of {len(answer.content)} bytes")


def doubled_names(target: Target, over: Over) -> None:
    """An object of forty thousand names, the last one twice."""
    _posting(target, over, json.dumps({f"n{number}": 1 for number in range(40_000)})[:-1] + ', "n1": 2}')


def deep_nesting(target: Target, over: Over) -> None:
    """A million brackets."""
    _posting(target, over, "[" * MIB)


def long_texts(target: Target, over: Over) -> None:
    """As many long texts as a draft takes, close to what patterns look for."""
    said = body(DraftAgreement(occurred_on=today(), terms=heidekreis_2026()))
    said["terms"]["outlook"] = [(f"Frau Dr. von der Aa-{one} " * 200)[:3990] for one in range(900)]
    _posting(target, over, json.dumps(said))


def long_numbers(target: Target, over: Over) -> None:
    """Numbers of a million digits, and as many of them as fit."""
    _posting(target, over, json.dumps({"occurred_on": today().isoformat(), "n": 0}).replace("0}", "9" * MIB + "}"))


def wrong_lists(target: Target, over: Over) -> None:
    """Two mebibytes of wrong elements."""
    _posting(target, over, json.dumps({"terms": {"benchmarks": [{"x": 1}] * 49_000}}))


def many_benchmarks(target: Target, over: Over) -> None:
    """Ten thousand good elements."""
    said = body(DraftAgreement(occurred_on=today(), terms=heidekreis_2026()))
    said["terms"]["benchmarks"] = said["terms"]["benchmarks"][:1] * 10_000
    _posting(target, over, json.dumps(said)[: 4 * MIB])


def declarations(target: Target, over: Over) -> None:
    """Workbooks that begin to be XML half a million times."""
    workbook = by_hand("<?xml " * (MIB // 2))
    with target.client(LAND) as client:
        while not over.is_set():
            answer = client.post(CHECKS, params={"name": "a.xlsx"}, content=workbook)
            target.must(answer.status_code in {200, 409, 415, 422, 429}, f"{CHECKS}: {answer.status_code}")


def waiting_uploads(target: Target, over: Over) -> None:
    """Files of forty mebibytes that come all at once."""

    def slowly() -> Iterator[bytes]:
        for _ in range(40):
            yield b"a;b\n" * (MIB // 4)
            if over.is_set():
                return

    with target.client(LAND) as client:
        while not over.is_set():
            client.post(CHECKS, params={"name": "a.csv"}, content=slowly())


def event_streams(target: Target, over: Over) -> None:
    """Streams of events, as many as there are connections."""
    with target.client() as client, ExitStack() as streams:
        client.timeout = httpx.Timeout(5, pool=1)
        while not over.is_set():
            answer = streams.enter_context(client.stream("GET", "/api/v1/feed", headers=EVENTS))
            if answer.status_code != 200:
                answer.close()
                over.wait(0.02)


def long_polls(target: Target, over: Over) -> None:
    """Requests that wait for news."""
    with target.client() as client:
        link = client.get("/api/v1/feed", params={"limit": 500}).links["next"]["url"]
        while not over.is_set():
            client.get(link, params={**httpx.URL(link).params, "wait": 1})


def open_pages(target: Target, over: Over) -> None:
    """The description, again and again, as a stranger."""
    with target.stranger() as client:
        while not over.is_set():
            client.get("/api/v1/docs")
            client.get("/api/v1/openapi.json")
            client.get("/")


def papers(target: Target, over: Over) -> None:
    """Everything there is to print of the attacker's own agreement, again and again."""
    with target.client() as client:
        client.timeout = httpx.Timeout(60)
        while not over.is_set():
            answer = client.get(f"{AGREEMENTS}/{target.own}/electronic-file")
            target.must(answer.status_code == 200, f"papers: {answer.status_code}")


def questions(target: Target, over: Over) -> None:
    """What costs some work and may be asked, again and again by many connections of one person."""
    with target.client() as client:
        while not over.is_set():
            answer = client.get(f"{AGREEMENTS}/{target.own}/difference", params={"from": 0, "to": 1})
            target.must(answer.status_code in {200, 429}, f"a question: {answer.status_code}")


def bad_tokens(target: Target, over: Over) -> None:
    """Tokens of keys that nobody knows."""
    with target.stranger() as client:
        number = 0
        while not over.is_set():
            number += 1
            answer = client.get("/api/v1/me", headers={"Authorization": f"Bearer eyJhbGciOiJFZERTQSJ9.{number:04d}.x"})
            target.must(answer.status_code in {401, 429}, f"a bad token: {answer.status_code}")


FLOODS = (
    Attack(1, "doubled names", doubled_names, 4),
    Attack(1, "a million brackets", deep_nesting, 2),
    Attack(1, "long texts", long_texts, 2),
    Attack(1, "long numbers", long_numbers, 2),
    Attack(1, "workbooks without end", declarations, 2),
    Attack(2, "endless heads", endless_heads, 4),
    Attack(2, "half heads", half_heads),
    Attack(2, "idle connections", idle_connections),
    Attack(2, "slow bodies", slow_bodies),
    Attack(2, "answers nobody reads", unread_answers),
    Attack(3, "wrong lists", wrong_lists, 2),
    Attack(3, "ten thousand benchmarks", many_benchmarks, 2),
    Attack(3, "waiting uploads", waiting_uploads, 8),
    Attack(4, "streams of events", event_streams, 4),
    Attack(4, "long polls", long_polls, 8),
    Attack(4, "papers of everything", papers, 8),
    Attack(4, "questions", questions, 12),
    Attack(4, "open pages", open_pages, 4),
    Attack(4, "tokens of unknown keys", bad_tokens, 4),
)

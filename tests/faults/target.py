"""A service on an external database, on one port for good, and the clients that write to it while it fails."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self

import httpx

from domain.acts.drafting import DraftAgreement, WithdrawDraft
from interfaces.sample.cast import COUNTY, DESK
from interfaces.sample.terms import heidekreis_2026
from tests.faults.checking import PREPARING
from tests.faults.writers import Writer
from tests.http.acting import AGREEMENTS, acted, body, today
from tests.http.serving import Served, until
from tests.postgres import Database

LIFE = 10
"""Rounds that an agreement lives: each then meets about the same load, and a year has numbers for 99 drafts only."""


class Target:
    """The service, started again on the same port, so that clients know it by that."""

    service: Served

    def __init__(self, data: Path, database: Database) -> None:
        self.data, self.database = data, database
        self.port, self.rounds, self.agreement = _free_port(), 0, ""
        self.start()
        tokens = dict(map(self.service.signed_in, self.service.links))
        self.land, self.county = tokens[DESK.person], tokens[COUNTY.person]

    def start(self) -> None:
        """Start the service, and wait until it is ready."""
        on = {"DATABASE_URL": self.database.service_url, "DATABASE_OWNER_URL": self.database.owner_url}
        limits = {"ZIELSTEUERUNG_REQUESTS_PER_MINUTE": "1000000"}
        self.service = Served(self.data, "--port", str(self.port), settings=on | limits)
        self.service.ready()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End the service if it runs."""
        if self.service.process.poll() is None:
            self.service.end()

    def renew_agreement(self) -> None:
        """Draft a new agreement in place of the last one."""
        with self.service.client(self.land) as land:
            if self.agreement:
                request = WithdrawDraft(occurred_on=today(), reason="Die Verhandlungen beginnen neu")
                address = f"{AGREEMENTS}/{self.agreement}"
                etag = _at_last(lambda: land.get(address), 200).headers["ETag"]
                key = {"Idempotency-Key": f"{PREPARING}{self.rounds}-withdraw"}
                _at_last(lambda: acted(land, self.agreement, request, etag, key), 201)
            terms = body(DraftAgreement(occurred_on=today(), terms=heidekreis_2026()))
            key = {"Idempotency-Key": f"{PREPARING}{self.rounds}-draft"}
            made = _at_last(lambda: land.post(AGREEMENTS, json=terms, headers=key), 201)
            self.agreement = str(made.json()["agreement_id"])

    @contextmanager
    def writers(self, many: int, acts: int) -> Iterator[list[Writer]]:
        """So many writers of one more round, who write at most so many acts each."""
        if self.rounds % LIFE == 0:
            self.renew_agreement()
        self.rounds += 1
        with ExitStack() as stack:
            clients = [stack.enter_context(self.service.client(self.county)) for _ in range(many)]
            names = [f"r{self.rounds}-w{number}" for number in range(many)]
            yield [
                Writer(client, self.agreement, name, today(), acts) for client, name in zip(clients, names, strict=True)
            ]


def _at_last(ask: Callable[[], httpx.Response], status: int) -> httpx.Response:
    """The answer, asked for again while the service says that its database is away."""
    answers: list[httpx.Response] = []

    def answered() -> bool:
        answers.append(ask())
        return answers[-1].status_code != 503

    until(answered, "it does not come back")
    assert answers[-1].status_code == status, answers[-1].text
    return answers[-1]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])

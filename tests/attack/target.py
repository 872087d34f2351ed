"""A running service under attack: an attacker with an address and an account of their own, and an innocent user."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_connection, socket
from typing import Protocol

import httpx

from domain.acts.drafting import DraftAgreement
from domain.parties import Party, Side
from domain.record import Actor
from interfaces.sample.cast import COUNTY, DESK, READER
from interfaces.sample.terms import heidekreis_2026
from interfaces.signing_in import CAST
from tests.http.acting import AGREEMENTS, body, drafted, today
from tests.http.serving import Served, served

HERE = "127.0.0.66"
"""The attacker's address; the innocent has another."""
CELLE = Actor("celle-controlling", COUNTY.role, "Landkreis Celle, Controlling", "", "celle", "03351")
"""The attacker where an account is needed: a county that has nothing to do with the other's agreement."""
OPERATOR = CAST[-1]
EVERYBODY = (*CAST, CELLE)
JSON = {"Content-Type": "application/json"}


class Over(Protocol):
    """Whether an attack is to end; of threads or of processes."""

    def is_set(self) -> bool:
        """Whether it is."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for so long, or until it is."""


@dataclass
class Target:
    """The service, a token for everybody, and the promises that were seen broken."""

    service: Served
    tokens: dict[str, str]
    own: str = ""
    """The attacker's agreement."""
    foreign: str = ""
    """An agreement the attacker may not see."""
    broken: list[str] = field(default_factory=list)

    @property
    def place(self) -> tuple[str, int]:
        """Host and port."""
        url = httpx.URL(self.service.base)
        assert url.port
        return url.host, url.port

    def connected(self) -> socket:
        """A connection from the attacker's address."""
        return create_connection(self.place, timeout=10, source_address=(HERE, 0))

    @contextmanager
    def connection(self) -> Iterator[socket]:
        """The same until the service, or the block, ends it."""
        with closing(self.connected()) as connection, suppress(OSError):
            yield connection

    def client(self, person: str = CELLE.person) -> httpx.Client:
        """The attacker, signed in; as somebody else, where an attack is that person's."""
        client = self.stranger()
        client.headers["Authorization"] = f"Bearer {self.tokens[person]}"
        return client

    def stranger(self) -> httpx.Client:
        """The attacker, not signed in."""
        transport = httpx.HTTPTransport(local_address=HERE)
        return httpx.Client(base_url=self.service.base, transport=transport, timeout=30)

    def probing(self, person: str | None = CELLE.person) -> httpx.Client:
        """The attacker asking for what must not be: a limit on requests ends the attempt, and proves nothing."""
        client = self.client(person) if person else self.stranger()
        client.event_hooks = {"response": [_within_limits]}
        return client

    def must(self, holds: bool, promise: str) -> None:
        """Note a promise that does not hold."""
        if not holds and promise not in self.broken:
            self.broken.append(promise)

    @property
    def memory(self) -> int:
        """MiB the workers hold, all together."""
        pages = 0
        for worker in self.service.workers:
            try:
                pages += int(Path(f"/proc/{worker}/statm").read_text().split()[1])
            except OSError:  # it has just ended
                continue
        return pages * 4096 // 2**20


@contextmanager
def attacked(data: Path) -> Iterator[Target]:
    """A service with two agreements of two counties, ready to be attacked."""
    actors = data / "actors.toml"
    actors.write_text("\n".join(map(_entry, EVERYBODY)), "utf-8")
    settings = {"ZIELSTEUERUNG_ACTORS_FILE": str(actors), "ZIELSTEUERUNG_SECURITY_LOG": str(data / "security.log")}
    with served(data, "--workers", "2", settings=settings) as service:
        target = Target(service, dict(map(service.signed_in, service.links)))
        with service.client(target.tokens[DESK.person]) as land:
            target.foreign, target.own = drafted(land, today()), _drafted_for_celle(land)
        yield target


def innocent(target: Target) -> httpx.Client:
    """Somebody who reads, from another address."""
    return target.service.client(target.tokens[READER.person])


def _within_limits(answer: httpx.Response) -> None:
    if answer.status_code == 429:
        raise httpx.TransportError("too many requests")


def _entry(actor: Actor) -> str:
    said = {"person": actor.person, "role": actor.role.value, "office": actor.office}
    more = {"party": actor.party, "scope": actor.scope}
    lines = {**said, **{name: value for name, value in more.items() if value}}
    return "[[actor]]\n" + "\n".join(f"{name} = {json.dumps(value)}" for name, value in lines.items())


def _drafted_for_celle(land: httpx.Client) -> str:
    terms = heidekreis_2026()
    other = Party(id="celle", side=Side.COUNTY, name="Landkreis Celle", ags="03351")
    changed = terms.model_copy(update={"parties": (terms.parties[0], other)})
    answer = land.post(AGREEMENTS, json=body(DraftAgreement(occurred_on=today(), terms=changed)))
    assert answer.status_code == 201, answer.text
    return str(answer.json()["agreement_id"])

"""A service that believes one provider, and what came of asking it: the answer, the security log, the domain log."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from domain.acts.drafting import DraftAgreement
from interfaces.http.identity.actors import read_actors
from interfaces.http.identity.authenticator import Authenticator
from interfaces.http.identity.key_sets import RemoteKeySet
from interfaces.http.identity.tokens import TokenVerifier
from interfaces.sample.terms import heidekreis_2026
from tests.http.acting import AGREEMENTS, DAY, body
from tests.http.identity.issuing import Clock
from tests.http.service import Running, running
from tests.postgres import Server

CLIENT = "zielsteuerung"
ENTRIES = """
[[actor]]
claims = { groups = "zielsteuerung" }
role = "land"
party = "ni-ms"
scope = "03"
office = "MS, Zielsteuerung"
person_claim = "personnel_number"
"""
DESK = {"groups": ["staff", "zielsteuerung"], "personnel_number": "ms-17"}
"""Claims of somebody who has a role here."""
Fields = Sequence[tuple[str, str]]


def bearing(*tokens: str) -> Fields:
    """Header fields with these tokens, one each."""
    return [("Authorization", f"Bearer {token}") for token in tokens]


@dataclass(frozen=True)
class Guarded:
    """The service and its clocks in seconds."""

    service: Running
    renewing: Clock
    """Decides when the provider is asked for its keys again."""
    ahead: Clock
    """By how much its clock, by which tokens expire, is ahead of the provider's."""

    def drafting(self, fields: Fields, address: str = AGREEMENTS) -> httpx.Response:
        """The answer to drafting an agreement with these header fields."""
        asked = body(DraftAgreement(occurred_on=DAY, terms=heidekreis_2026()))
        with self.service.client() as client:
            headers = [(name.encode(), value.encode("latin-1")) for name, value in fields]
            return client.post(address, json=asked, headers=headers)

    def lines(self) -> list[dict[str, Any]]:
        """The security log."""
        log = self.service.security_log
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []

    def refusal(self, fields: Fields, address: str = AGREEMENTS) -> tuple[int, str]:
        """Status and noted code of an answer that let nobody in, left one line, and recorded nothing."""
        head, before = self.service.system.journal.head(), self.lines()
        answer = self.drafting(fields, address)
        assert answer.headers["content-type"] == "application/problem+json", answer.text
        assert ("WWW-Authenticate" in answer.headers) is (answer.status_code == 401)
        (line,) = self.lines()[len(before) :]
        assert (line["kind"], line["request_id"]) == ("authentication-refused", answer.headers["Request-Id"])
        assert self.service.system.journal.head() == head
        return answer.status_code, line["code"]


@contextmanager
def guarded(server: Server, directory: Path, issuer: str) -> Iterator[Guarded]:
    """A service that believes the provider at this address, on a database of its own."""
    entries = directory / "actors.toml"
    entries.write_text(ENTRIES, encoding="utf-8")
    renewing, ahead = Clock(), Clock(0)
    keys, actors = RemoteKeySet(issuer, clock=renewing), read_actors(entries, issuer)
    algorithms = ["RS256", "ES256", "EdDSA"]
    verifier = TokenVerifier(
        keys, issuer=issuer, audience=CLIENT, algorithms=algorithms, skew=60, now=lambda: time.time() + ahead()
    )
    way_in = Authenticator(lambda token: actors.actor(verifier.claims(token)))
    with server.migrated_database() as database, running(database, directory, way_in=way_in) as service:
        yield Guarded(service, renewing, ahead)

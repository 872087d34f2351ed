"""This software as a peer: by its service, which decides, and by its journal alone, which takes what was decided."""

from collections.abc import Sequence
from dataclasses import fields
from itertools import count
from uuid import uuid4

from application.acting.service import Service
from domain.acts.dialogs import RequestDialog
from domain.acts.drafting import DraftAgreement
from domain.parties import Party, Side
from domain.record import Actor, Draft, Record, Role
from infrastructure.database import Database
from interfaces.sample.terms import heidekreis_2026
from tests.bench import DAY, LAND, NOW, OFFICE
from tests.peers.peer import Act, Peer, database_size

PROMISES = (
    "rules, findings and rights decided on the state; who, why and by what law; names erasable and checked in texts;"
    " one canonical form; a tree whose proofs fit on a page; append-only for its own login; each act once by its key"
)
_numbers = count(1)


def service_of(database: Database) -> Service:
    """The service on a database."""
    return Service(database.journal, database.persons, now=lambda: NOW, software="bench")


def by_service(database: Database, url: str) -> Peer:
    """Everything an act costs in process."""
    service = service_of(database)

    def begin(_: str) -> Act:
        number = next(_numbers)
        land = heidekreis_2026().parties[0]
        county = Party(id=f"kommune-{number}", side=Side.COUNTY, name=f"Kommune {number}", ags=f"03{number:06}")
        terms = heidekreis_2026().model_copy(update={"parties": (land, county)})
        actor = Actor("kommune", Role.COUNTY, OFFICE, OFFICE, county.id, county.ags or "")
        drafted: list[str] = []

        def act(number: int) -> None:
            if not drafted:
                drafted.append(service.act(LAND[0], DraftAgreement(occurred_on=DAY, terms=terms)).agreement_id)
                return
            wish = RequestDialog(occurred_on=DAY, dialog_id=f"dialog-{number}", reason="Wunsch nach einem Gespräch")
            service.act(actor, wish, drafted[0], on_version=number, key=f"{drafted[0]}-{number}")

        return act

    return Peer("Zielsteuerung", PROMISES, begin, lambda: database_size(url))


def by_journal(database: Database, url: str, life: Sequence[Record]) -> Peer:
    """The journal alone: the same entries, decided already."""

    def begin(_: str) -> Act:
        name = f"leben-{next(_numbers)}"

        def act(number: int) -> None:
            said = {one.name: getattr(life[number], one.name) for one in fields(Draft)}
            draft = Draft(**{**said, "stream_id": name, "version": number + 1, "event_id": uuid4()})
            database.journal.append([draft], now=NOW)

        return act

    return Peer("its journal", "canonical form, tree, append-only", begin, lambda: database_size(url))

"""The one place where the parts are put together, and the one importer of infrastructure."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from secrets import token_hex

from application.audit import Audit
from application.audit_ports import KeyRing
from application.bundle import Bundles
from application.checkpoints import Checkpoints
from application.history.histories import Histories
from application.lists import Lists
from application.ports import Journal, Persons
from application.proofs import Proofs
from application.queries import Queries
from application.service import Service
from application.views.stored import StoredViews
from domain.record import Record
from infrastructure import checkpoints as stored
from infrastructure.database import Database, open_database, opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.following import Views
from infrastructure.keys import PassingKeys, key_ring
from infrastructure.recorder import Datastore
from infrastructure.settings import Settings
from infrastructure.tree import StoredLog
from infrastructure.verifying import Verifier

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class System:
    """The whole, ready for use."""

    service: Service
    queries: Queries
    journal: Journal
    persons: Persons
    lists: Lists
    views: StoredViews
    histories: Histories
    audit: Audit


def system_clock() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


@contextmanager
def own_system() -> Iterator[System]:
    """The system on the user's own database: DATABASE_URL, or the embedded one; raises Unavailable."""
    settings = Settings()
    with open_database(settings) as database:
        yield assembled(database, system_clock, key_ring(settings), settings.zielsteuerung_origin)


@contextmanager
def throw_away_system(now: Clock) -> Iterator[System]:
    """The system on an embedded database that is gone at the end, with a clock and a key of its own."""
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        yield assembled(database, now, PassingKeys(), f"zielsteuerung/vorfuehrung/{token_hex(8)}")


def assembled(database: Database, now: Clock, ring: KeyRing, origin: str | None = None) -> System:
    """The parts put together on an open database."""
    journal, software = database.journal, version("zielsteuerung")

    def recorded(records: Sequence[Record]) -> None:
        audit.checkpoints.after(records)

    service = Service(journal, database.persons, now=now, software=software, recorded=recorded)
    audit = _audit(journal.recorder.datastore, service, ring, origin)
    views = Views(journal, software)
    lists, queries = Lists(journal, views), Queries(journal)
    return System(service, queries, journal, database.persons, lists, views, Histories(journal), audit)


def _audit(datastore: Datastore, service: Service, ring: KeyRing, origin: str | None) -> Audit:
    proofs, book = Proofs(StoredLog(datastore)), stored.Checkpoints(datastore, origin)
    checkpoints = Checkpoints(service, proofs, book, ring)
    return Audit(proofs, checkpoints, Bundles(proofs, checkpoints), Verifier(datastore, book, service.now))

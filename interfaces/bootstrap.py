"""The one place where the parts are put together, and the one importer of infrastructure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version

from application.lists import Lists
from application.ports import Journal, Persons
from application.queries import Queries
from application.service import Service
from application.views.stored import StoredViews
from infrastructure.database import Database, open_database, opened
from infrastructure.embedded_postgres import throw_away
from infrastructure.following import Views
from infrastructure.settings import Settings

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


def system_clock() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


@contextmanager
def own_system() -> Iterator[System]:
    """The system on the user's own database: DATABASE_URL, or the embedded one; raises Unavailable."""
    with open_database(Settings()) as database:
        yield _assembled(database, system_clock)


@contextmanager
def throw_away_system(now: Clock) -> Iterator[System]:
    """The system on an embedded database that is gone at the end, with a clock of its own."""
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        yield _assembled(database, now)


def _assembled(database: Database, now: Clock) -> System:
    journal, software = database.journal, version("zielsteuerung")
    service = Service(journal, database.persons, now=now, software=software)
    views = Views(journal, software)
    return System(service, Queries(journal), journal, database.persons, Lists(journal, views), views)

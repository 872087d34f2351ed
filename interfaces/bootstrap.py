"""The one place where the parts are put together, and the one importer of infrastructure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from application.lists import Lists
from application.ports import Log, Persons
from application.queries import Queries
from application.resources import Resources
from application.service import Service
from application.views.stored import Following, StoredViews
from infrastructure.database import Database, open_database, opened, sample_data, sample_database
from infrastructure.embedded_postgres import throw_away
from infrastructure.follower import Follower
from infrastructure.following import Views
from infrastructure.settings import Settings

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class System:
    """The whole, ready for use."""

    service: Service
    queries: Queries
    resources: Resources
    journal: Log
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
        yield assembled(database, system_clock)


@contextmanager
def throw_away_system(now: Clock) -> Iterator[System]:
    """The system on an embedded database that is gone at the end, with a clock of its own."""
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        yield assembled(database, now)


@contextmanager
def served_system(*, sample: bool) -> Iterator[tuple[System, Following]]:
    """The system with its follower, as a network service needs it: the user's own, or the sample's; raises Unavailable.

    The sample has an embedded database of its own, whatever else is configured, and a clock that goes on from where its
    life ended, because that lies ahead of today.
    """
    settings = Settings()
    where = sample_database(settings) if sample else open_database(settings)
    with where as database:
        system = assembled(database, _clock_after(database.journal) if sample else system_clock)
        with Follower(database.journal.url, Views(database.journal, system.service.software)) as follower:
            yield system, follower


def data_directory(*, sample: bool) -> Path:
    """Where the service keeps what belongs beside its database."""
    settings = Settings()
    return sample_data(settings) if sample else settings.zielsteuerung_data


@contextmanager
def sample_system(now: Clock) -> Iterator[System]:
    """The sample's own database, to be filled; raises Unavailable."""
    with sample_database(Settings()) as database:
        yield assembled(database, now)


def _clock_after(journal: Log) -> Clock:
    head = journal.head()
    latest = journal.log(after=head - 1, limit=1)[0].recorded_at if head else system_clock()
    lead = max(timedelta(0), latest - system_clock())
    return lambda: system_clock() + lead


def assembled(database: Database, now: Clock) -> System:
    """The parts put together on an open database."""
    journal, software = database.journal, version("zielsteuerung")
    service = Service(journal, database.persons, now=now, software=software)
    views = Views(journal, software)
    return System(
        service, Queries(journal), Resources(journal), journal, database.persons, Lists(journal, views), views
    )

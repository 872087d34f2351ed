"""The one place where the parts are put together, and the one importer of infrastructure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path

from application.comparing import Comparisons
from application.explaining import Explanations
from application.feed import Feed, News
from application.figures.files import FileDeliveries
from application.lists import Lists
from application.ports import Log, Persons
from application.queries import Queries
from application.resources import Resources
from application.service import Service
from application.views.stored import Following, StoredViews
from application.webhooks import Webhooks
from infrastructure.catalogue import CATALOGUE
from infrastructure.database import Database, open_database, opened, sample_data, sample_database
from infrastructure.delivering import Deliveries
from infrastructure.embedded_postgres import throw_away
from infrastructure.figure_files.reading import FigureFiles
from infrastructure.follower import Follower
from infrastructure.following import Views
from infrastructure.listening import Bell
from infrastructure.settings import Settings
from infrastructure.webhooks import WebhookTable

FILES = FigureFiles()
"""Reads files of figures, and writes templates; needs no database."""
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class System:
    """The whole, ready for use."""

    service: Service
    queries: Queries
    explanations: Explanations
    comparisons: Comparisons
    resources: Resources
    journal: Log
    persons: Persons
    lists: Lists
    views: StoredViews
    feed: Feed
    news: News
    webhooks: Webhooks
    files: FileDeliveries


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
def served_system(*, sample: bool, loopback: bool) -> Iterator[tuple[System, Following]]:
    """The system with its follower, as a network service needs it: the user's own, or the sample's; raises Unavailable.

    The sample has an embedded database of its own, whatever else is configured, and a clock that goes on from where its
    life ended, because that lies ahead of today. Webhooks may name this machine only with `loopback`, which says that
    the service hears nobody else.
    """
    settings = Settings()
    where = sample_database(settings) if sample else open_database(settings)
    with where as database:
        system = assembled(database, _clock_after(database.journal) if sample else system_clock)
        url, table = database.journal.url, WebhookTable(database.journal.recorder.datastore)
        with (
            Follower(url, Views(database.journal, system.service.software)) as follower,
            Deliveries(url, table, system.feed, loopback=loopback),
        ):
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
    feed = Feed(journal, CATALOGUE.schemas)
    return System(
        service=service,
        queries=Queries(journal),
        explanations=Explanations(journal),
        comparisons=Comparisons(views),
        resources=Resources(journal),
        journal=journal,
        persons=database.persons,
        lists=Lists(journal, views),
        views=views,
        feed=feed,
        news=Bell(journal.url),
        webhooks=Webhooks(WebhookTable(journal.recorder.datastore), feed, journal, now=system_clock),
        files=FileDeliveries(service),
    )

"""The one place where the parts are put together, and the one importer of infrastructure."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from application.acting.service import Service
from application.audit import Audit
from application.comparison.comparison import Comparisons
from application.figure_files.delivered import DeliveredFiles
from application.figure_files.deliveries import FileDeliveries
from application.history.pages import Histories
from application.lists.courses import Courses
from application.lists.ports import Following, StoredViews
from application.lists.reading import Lists
from application.notifying.calendars import Calendars
from application.notifying.feed import Feed, News
from application.notifying.webhooks import Webhooks
from application.ports import Log, Persons, Unfinished
from application.proofs.bundle import Bundles
from application.proofs.checkpoints import Checkpoints
from application.proofs.ports import KeyRing
from application.proofs.proofs import Proofs
from application.proofs.publishing import Publisher, Receiver
from application.reading.attainment import Queries
from application.reading.explanation import Explanations
from application.reading.parts import Resources
from domain.record import Actor, Record
from infrastructure.calendars import CalendarTable
from infrastructure.database import (
    Database,
    open_database,
    opened,
    sample_data,
    sample_database,
)
from infrastructure.embedded_postgres import throw_away
from infrastructure.entry_index import EntryTable
from infrastructure.fact_schemas import CATALOGUE
from infrastructure.figure_files.reading import FigureFiles
from infrastructure.following import Followed, Follower
from infrastructure.listening import Bell
from infrastructure.projector import Views
from infrastructure.proofs import checkpoint_table as stored
from infrastructure.proofs.key_ring import KeyFolder, PassingKeys, key_ring, keys_folder
from infrastructure.proofs.receivers import PublicationTable, receivers
from infrastructure.proofs.stored_tree import StoredLog
from infrastructure.proofs.verifier import Verifier
from infrastructure.recorder import Datastore
from infrastructure.replica import Replica, ReplicatedLog, ReplicatedViews
from infrastructure.settings import Settings
from infrastructure.stored_views import ViewTables
from infrastructure.unfinished import UnfinishedForms
from infrastructure.webhooks import WebhookTable
from interfaces.software import software

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
    courses: Courses
    views: StoredViews
    histories: Histories
    audit: Audit
    feed: Feed
    news: News
    webhooks: Webhooks
    calendars: Calendars
    files: FileDeliveries
    delivered_files: DeliveredFiles
    unfinished: Unfinished


def system_clock() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


@contextmanager
def own_system() -> Iterator[System]:
    """The system on the user's own database: DATABASE_URL, or the embedded one; raises Unavailable.

    Where ZIELSTEUERUNG_SAMPLE says so, on the sample's.
    """
    settings = Settings()
    if settings.zielsteuerung_sample:
        with sample_database(settings) as database:
            yield _sample(database, settings, _clock_after(database.journal))
        return
    with open_database(settings) as database, _own(database, settings) as system:
        yield system


@contextmanager
def throw_away_system(now: Clock) -> Iterator[System]:
    """The system on an embedded database that is gone at the end, with a clock and a key of its own."""
    with throw_away() as url, opened(url, url, movable_clock=True) as database:
        yield assembled(database, now, PassingKeys(), f"zielsteuerung/vorfuehrung/{token_hex(8)}")


@contextmanager
def followed_system() -> Iterator[System]:
    """The user's own system while its stored views are kept up to date; raises Unavailable."""
    settings = Settings()
    with open_database(settings) as database, _follower(database), _own(database, settings) as system:
        yield system


@contextmanager
def sample_system(now: Clock) -> Iterator[System]:
    """The sample's own database, to be filled, while its stored views are kept up to date; raises Unavailable."""
    settings = Settings()
    with sample_database(settings) as database, _follower(database):
        yield _sample(database, settings, now)


def _follower(database: Database) -> Follower:
    return Follower(database.journal.url, Views(database.journal, software()))


@contextmanager
def served_system(
    *, sample: bool, loopback: bool, follows: bool, permitted: Callable[[Actor], bool]
) -> Iterator[tuple[System, Following]]:
    """The system as a network service needs it: the user's own, or the sample's; raises Unavailable.

    Its stored views are kept up to date by this process only if it `follows`, or else by whoever started it.

    The sample has an embedded database, an origin of its log and keys of its own, whatever else is configured, and a
    clock that goes on from where its life ended, because that lies ahead of today. Webhooks may name this machine only
    with `loopback`, which says that the service hears nobody else; those of whoever is no longer `permitted` end.
    """
    from infrastructure.delivering import Deliveries

    settings = Settings()
    with sample_database(settings) if sample else open_database(settings) as database:
        url, table = database.journal.url, WebhookTable(database.journal.recorder.datastore)
        with ExitStack() as stack:
            if sample:
                system = _sample(database, settings, _clock_after(database.journal))
            else:
                system = stack.enter_context(_own(database, settings))
            own = stack.enter_context(_follower(database)) if follows else None
            stack.enter_context(Deliveries(url, table, system.feed, loopback=loopback, permitted=permitted))
            yield system, own or Followed(ViewTables(database.journal.recorder.datastore))


def keys_directory() -> Path:
    """Where the keys lie that sign checkpoints of the database that commands open."""
    settings = Settings()
    return _sample_keys(settings) if settings.zielsteuerung_sample else keys_folder(settings)


def data_directory(*, sample: bool) -> Path:
    """Where the service keeps what belongs beside its database."""
    settings = Settings()
    return sample_data(settings) if sample else settings.zielsteuerung_data


def assembled(
    database: Database,
    now: Clock,
    ring: KeyRing,
    origin: str | None = None,
    outside: Sequence[Receiver] = (),
    replica: Replica | None = None,
) -> System:
    """The parts put together on an open database; the origin is what its log is called, once and for ever.

    With a replica, lists, comparisons, histories and the feed are read there as far as it has come.
    """
    journal, ours = database.journal, software()

    def recorded(records: Sequence[Record]) -> None:
        audit.checkpoints.after(records)

    service = Service(journal, database.persons, now=now, software=ours, recorded=recorded)
    audit = _audit(journal.recorder.datastore, service, ring, origin, outside)
    own = Views(journal, ours)
    views: StoredViews = ReplicatedViews(own, replica) if replica else own
    histories = Histories(ReplicatedLog(journal, replica) if replica else journal, EntryTable(journal))
    feed = Feed(histories, CATALOGUE.schemas)
    return System(
        service=service,
        queries=Queries(journal),
        resources=Resources(journal),
        journal=journal,
        persons=database.persons,
        lists=Lists(journal, views),
        courses=Courses(journal),
        views=views,
        histories=histories,
        explanations=Explanations(journal),
        comparisons=Comparisons(views),
        files=FileDeliveries(service),
        delivered_files=DeliveredFiles(journal),
        unfinished=UnfinishedForms(journal.recorder.datastore),
        audit=audit,
        feed=feed,
        news=Bell(journal.url),
        calendars=Calendars(CalendarTable(journal.recorder.datastore), now=system_clock),
        webhooks=Webhooks(WebhookTable(journal.recorder.datastore), feed, journal, database.persons, now=system_clock),
    )


@contextmanager
def _own(database: Database, settings: Settings) -> Iterator[System]:
    outside, reading = receivers(settings.zielsteuerung_publish), settings.database_read_url
    with closing(Replica(reading, software())) if reading else nullcontext() as replica:
        yield assembled(database, system_clock, key_ring(settings), settings.zielsteuerung_origin, outside, replica)


def _sample(database: Database, settings: Settings, now: Clock) -> System:
    return assembled(database, now, KeyFolder(_sample_keys(settings)), f"zielsteuerung/beispiel/{token_hex(8)}")


def _sample_keys(settings: Settings) -> Path:
    return sample_data(settings) / "keys"


def _clock_after(journal: Log) -> Clock:
    head = journal.head()
    latest = journal.log(after=head - 1, limit=1)[0].recorded_at if head else system_clock()
    lead = max(timedelta(0), latest - system_clock())
    return lambda: system_clock() + lead


def _audit(
    datastore: Datastore, service: Service, ring: KeyRing, origin: str | None, outside: Sequence[Receiver]
) -> Audit:
    proofs, book = Proofs(StoredLog(datastore)), stored.Checkpoints(datastore, origin)
    checkpoints = Checkpoints(service, proofs, book, ring)
    verifier = Verifier(datastore, book, service.now, service.software, checkpoints.remembered)
    publisher = Publisher(book, PublicationTable(datastore), outside, service.now)
    return Audit(proofs, checkpoints, Bundles(proofs, checkpoints), verifier, publisher)

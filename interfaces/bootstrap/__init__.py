"""The one place where the parts are put together, and the one importer of infrastructure."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from application.lists.ports import Following
from application.ports import Log
from domain.record import Actor
from infrastructure.database import (
    Database,
    open_database,
    opened,
    sample_data,
    sample_database,
)
from infrastructure.embedded_postgres import throw_away
from infrastructure.figure_files.reading import FigureFiles
from infrastructure.proofs.key_ring import KeyFolder, PassingKeys, key_ring, keys_folder
from infrastructure.settings import Settings
from interfaces.bootstrap.system import Clock, System, system_clock
from interfaces.software import software

if TYPE_CHECKING:
    from infrastructure.following import Follower

__all__ = ["FILES", "System", "system_clock"]

FILES = FigureFiles()
"""Reads files of figures, and writes templates; needs no database."""


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
        yield System(database, now, PassingKeys(), f"zielsteuerung/vorfuehrung/{token_hex(8)}")


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


def _follower(database: Database) -> "Follower":
    from infrastructure.following import Follower
    from infrastructure.projector import Views

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
    from infrastructure.following import Followed
    from infrastructure.stored_views import ViewTables
    from infrastructure.webhooks import WebhookTable

    settings = Settings()
    with sample_database(settings) if sample else open_database(settings) as database:
        url, table = database.journal.url, WebhookTable(database.journal.recorder.datastore)
        with ExitStack() as stack:
            if sample:
                system = _sample(database, settings, _clock_after(database.journal))
            else:
                system = stack.enter_context(_own(database, settings))
            system.whole()
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


@contextmanager
def _own(database: Database, settings: Settings) -> Iterator[System]:
    from infrastructure.proofs.receivers import receivers
    from infrastructure.replica import Replica

    outside, reading = receivers(settings.zielsteuerung_publish), settings.database_read_url
    with closing(Replica(reading, software())) if reading else nullcontext() as replica:
        yield System(database, system_clock, key_ring(settings), settings.zielsteuerung_origin, outside, replica)


def _sample(database: Database, settings: Settings, now: Clock) -> System:
    return System(database, now, KeyFolder(_sample_keys(settings)), f"zielsteuerung/beispiel/{token_hex(8)}")


def _sample_keys(settings: Settings) -> Path:
    return sample_data(settings) / "keys"


def _clock_after(journal: Log) -> Clock:
    head = journal.head()
    latest = journal.log(after=head - 1, limit=1)[0].recorded_at if head else system_clock()
    lead = max(timedelta(0), latest - system_clock())
    return lambda: system_clock() + lead

"""Opens the database: starts the embedded server where none is named, migrates, connects."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from infrastructure import embedded_postgres
from infrastructure.connection import OWNER_SESSION, SERVICE_ROLE, connected
from infrastructure.journal import Journal
from infrastructure.migrate import migrate
from infrastructure.missing_rights import service_lacks_none
from infrastructure.persons import Persons, fill_lookup_words
from infrastructure.settings import Settings


class Database(NamedTuple):
    """The stores of one database."""

    journal: Journal
    persons: Persons


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database the settings name, else the embedded one; raises Unavailable."""
    with ExitStack() as stack:
        url = settings.database_url or stack.enter_context(embedded_postgres.running(settings.zielsteuerung_data))
        yield stack.enter_context(opened(url, settings.database_owner_url or url))


@contextmanager
def owners_url(settings: Settings) -> Iterator[str]:
    """The owner's URL of the database that commands open: named, embedded or the sample's; raises Unavailable."""
    if settings.zielsteuerung_sample:
        with embedded_postgres.running(sample_data(settings)) as url:
            yield url
        return
    with ExitStack() as stack:
        url = settings.database_url or stack.enter_context(embedded_postgres.running(settings.zielsteuerung_data))
        yield settings.database_owner_url or url


def embedded_data(settings: Settings) -> Path | None:
    """The directory of the embedded server that commands open; None where they open another."""
    if settings.zielsteuerung_sample:
        return sample_data(settings)
    return None if settings.database_url else settings.zielsteuerung_data


def sample_data(settings: Settings) -> Path:
    """The directory of the sample, beside that of the user's own."""
    return settings.zielsteuerung_data / "sample"


@contextmanager
def sample_database(settings: Settings) -> Iterator[Database]:
    """The sample's embedded database, which shares nothing with the user's own; raises Unavailable."""
    with embedded_postgres.running(sample_data(settings)) as url, opened(url, url, movable_clock=True) as database:
        yield database


@contextmanager
def opened(url: str, owner_url: str, *, movable_clock: bool = False) -> Iterator[Database]:
    """The database at a URL, brought up to date by its owner; raises Unavailable.

    With a movable clock, for plays and tests, entries may be recorded ahead of the server's time.
    """
    migrate(owner_url)
    with connected(owner_url, OWNER_SESSION) as connection:
        fill_lookup_words(connection)
        if movable_clock:
            connection.execute("UPDATE zielsteuerung.log_head SET clock_may_lead = true")
    with connected(url, OWNER_SESSION) as connection, service_lacks_none(connection):
        # The pool would say only after its time-out that this login may not.
        connection.execute(f"SET ROLE {SERVICE_ROLE}")
    with Journal(url) as journal:
        yield Database(journal, Persons(journal.recorder.datastore))

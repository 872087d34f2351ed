"""The event store library's own test cases for recorders, on our schema.

Our recorder records through our function; the library's own, with and without its function, records by plain inserts.
"""

import contextlib
import io
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from eventsourcing.persistence import AggregateRecorder, ApplicationRecorder
from eventsourcing.postgres import PostgresAggregateRecorder, PostgresApplicationRecorder, PostgresDatastore
from eventsourcing.tests.persistence import (
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)
from psycopg.conninfo import conninfo_to_dict

from infrastructure.recorder import Datastore, Recorder
from tests.infrastructure.log import assert_sound
from tests.postgres import Database


class OnOurSchema:
    """Where the cases find their database; what they print is nobody's concern."""

    database: Database

    @pytest.fixture(autouse=True)
    def _on_a_database_of_its_own(self, database: Database) -> Iterator[None]:
        self.database = database
        with contextlib.ExitStack() as self.opened, contextlib.redirect_stdout(io.StringIO()):
            yield
        assert_sound(database.owner_url)

    def new_originator_id(self) -> str:
        return str(uuid4())

    def library_datastore(self, url: str, **options: Any) -> PostgresDatastore:
        parts = conninfo_to_dict(url)
        datastore = PostgresDatastore(
            str(parts["dbname"]), str(parts["host"]), "5432", str(parts["user"]), "", pool_size=5, max_overflow=10,
            schema="zielsteuerung", originator_id_type="text", **options,
        )  # fmt: skip
        return self.opened.enter_context(datastore)


class OurRecorder(OnOurSchema):
    def create_recorder(self) -> Recorder:
        return Recorder(self.opened.enter_context(Datastore(self.database.service_url)))


class LibraryRecorder(OnOurSchema):
    """As owner, because the library locks the table, which the service may not."""

    def create_recorder(self) -> ApplicationRecorder:
        return PostgresApplicationRecorder(self.library_datastore(self.database.owner_url))


class LibraryRecorderWithFunction(OnOurSchema):
    def create_recorder(self) -> ApplicationRecorder:
        datastore = self.library_datastore(self.database.owner_url, enable_db_functions=True)
        recorder = PostgresApplicationRecorder(datastore)
        recorder.create_table()  # finds our table and adds its function
        return recorder


# The library's optional case of its subscriptions is left out: it waits for ever when an event comes before its LISTEN,
# and nothing here subscribes that way. That an append wakes a listener is tested with the journal.
class TestOurRecorder(OurRecorder, ApplicationRecorderTestCase[Recorder]):
    pass


class TestOurRecorderDoesNotInterleave(OurRecorder, NonInterleavingNotificationIDsBaseCase):
    pass


@pytest.mark.long
class TestLibraryRecorder(LibraryRecorder, ApplicationRecorderTestCase):
    pass


@pytest.mark.long
class TestLibraryRecorderDoesNotInterleave(LibraryRecorder, NonInterleavingNotificationIDsBaseCase):
    pass


@pytest.mark.long
class TestLibraryRecorderWithFunction(LibraryRecorderWithFunction, ApplicationRecorderTestCase):
    pass


@pytest.mark.long
class TestLibraryRecorderWithFunctionDoesNotInterleave(
    LibraryRecorderWithFunction, NonInterleavingNotificationIDsBaseCase
):
    pass


class TestLibraryAggregateRecorder(OnOurSchema, AggregateRecorderTestCase):
    """Plain inserts without a lock, as the service."""

    def create_recorder(self) -> AggregateRecorder:
        return PostgresAggregateRecorder(self.library_datastore(self.database.service_url))


# Collected by name they would run without a recorder.
del AggregateRecorderTestCase, ApplicationRecorderTestCase, NonInterleavingNotificationIDsBaseCase

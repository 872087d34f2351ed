"""The parts of the whole, each made, and what it takes loaded, when it is asked for first: a command needs few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from interfaces.software import software

if TYPE_CHECKING:
    from application.acting.service import Service
    from application.audit import Audit
    from application.comparison.comparison import Comparisons
    from application.figure_files.delivered import DeliveredFiles
    from application.figure_files.deliveries import FileDeliveries
    from application.history.pages import Histories
    from application.lists.courses import Courses
    from application.lists.ports import StoredViews
    from application.lists.reading import Lists
    from application.notifying.calendars import Calendars
    from application.notifying.feed import Feed, News
    from application.notifying.webhooks import Webhooks
    from application.ports import Log, Persons, Unfinished
    from application.proofs.ports import KeyRing
    from application.proofs.publishing import Receiver
    from application.reading.attainment import Queries
    from application.reading.explanation import Explanations
    from application.reading.parts import Resources
    from domain.record import Record
    from infrastructure.database import Database
    from infrastructure.recorder import Datastore
    from infrastructure.replica import Replica

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


class System:
    """The whole, on an open database; the origin is what its log is called, once and for ever.

    With a replica, lists, comparisons, histories and the feed are read there as far as it has come.
    """

    def __init__(
        self,
        database: Database,
        now: Clock,
        ring: KeyRing,
        origin: str | None = None,
        outside: Sequence[Receiver] = (),
        replica: Replica | None = None,
    ) -> None:
        self.journal: Log = database.journal
        self.persons: Persons = database.persons
        self._database, self._now, self._ring = database, now, ring
        self._origin, self._outside, self._replica = origin, outside, replica

    def whole(self) -> System:
        """The same with every part made, for a service: its threads would make some of them twice."""
        for name, part in vars(System).items():
            if isinstance(part, cached_property):
                getattr(self, name)
        return self

    @cached_property
    def service(self) -> Service:
        """Acts."""
        from application.acting.service import Service

        def recorded(records: Sequence[Record]) -> None:
            self.audit.checkpoints.after(records)

        return Service(self._database.journal, self.persons, now=self._now, software=software(), recorded=recorded)

    @cached_property
    def queries(self) -> Queries:
        """Attainment."""
        from application.reading.attainment import Queries

        return Queries(self.journal)

    @cached_property
    def explanations(self) -> Explanations:
        """Attainment in words."""
        from application.reading.explanation import Explanations

        return Explanations(self.journal)

    @cached_property
    def resources(self) -> Resources:
        """The parts of an agreement."""
        from application.reading.parts import Resources

        return Resources(self.journal)

    @cached_property
    def courses(self) -> Courses:
        """Agreements with all that their pages show."""
        from application.lists.courses import Courses

        return Courses(self.journal)

    @cached_property
    def views(self) -> StoredViews:
        """What is kept of all agreements."""
        from infrastructure.projector import Views
        from infrastructure.replica import ReplicatedViews

        own = Views(self._database.journal, software())
        return ReplicatedViews(own, self._replica) if self._replica else own

    @cached_property
    def lists(self) -> Lists:
        """Lists of agreements, and of what is due."""
        from application.lists.reading import Lists

        return Lists(self.journal, self.views)

    @cached_property
    def comparisons(self) -> Comparisons:
        """Agreements side by side."""
        from application.comparison.comparison import Comparisons

        return Comparisons(self.views)

    @cached_property
    def histories(self) -> Histories:
        """Who recorded what."""
        from application.history.pages import Histories
        from infrastructure.entry_index import EntryTable
        from infrastructure.replica import ReplicatedEntries, ReplicatedLog

        journal, entries, replica = self._database.journal, EntryTable(self._database.journal), self._replica
        if replica is None:
            return Histories(journal, entries)
        return Histories(ReplicatedLog(journal, replica), ReplicatedEntries(entries, replica))

    @cached_property
    def audit(self) -> Audit:
        """Proofs, checkpoints, bundles, verification."""
        from application.audit import Audit
        from application.proofs.bundle import Bundles
        from application.proofs.checkpoints import Checkpoints
        from application.proofs.proofs import Proofs
        from application.proofs.publishing import Publisher
        from infrastructure.proofs import checkpoint_table as stored
        from infrastructure.proofs.receivers import PublicationTable
        from infrastructure.proofs.stored_tree import StoredLog
        from infrastructure.proofs.verifier import Verifier

        datastore, service = self._datastore, self.service
        proofs, book = Proofs(StoredLog(datastore)), stored.Checkpoints(datastore, self._origin)
        checkpoints = Checkpoints(service, proofs, book, self._ring)
        verifier = Verifier(datastore, book, service.now, service.software, checkpoints.remembered)
        publisher = Publisher(book, PublicationTable(datastore), self._outside, service.now)
        return Audit(proofs, checkpoints, Bundles(proofs, checkpoints), verifier, publisher)

    @cached_property
    def feed(self) -> Feed:
        """What happened, for programs."""
        from application.notifying.feed import Feed
        from infrastructure.fact_schemas import CATALOGUE

        return Feed(self.histories, CATALOGUE.schemas)

    @cached_property
    def news(self) -> News:
        """Rings when something is recorded."""
        from infrastructure.listening import Bell

        return Bell(self._database.journal.url)

    @cached_property
    def webhooks(self) -> Webhooks:
        """Who is told of what happened."""
        from application.notifying.webhooks import Webhooks
        from infrastructure.webhooks import WebhookTable

        return Webhooks(WebhookTable(self._datastore), self.feed, self.journal, self.persons, now=system_clock)

    @cached_property
    def calendars(self) -> Calendars:
        """Addresses under which calendars read what is due."""
        from application.notifying.calendars import Calendars
        from infrastructure.calendars import CalendarTable

        return Calendars(CalendarTable(self._datastore), now=system_clock)

    @cached_property
    def files(self) -> FileDeliveries:
        """Files of figures, delivered."""
        from application.figure_files.deliveries import FileDeliveries

        return FileDeliveries(self.service)

    @cached_property
    def delivered_files(self) -> DeliveredFiles:
        """Files of figures, read."""
        from application.figure_files.delivered import DeliveredFiles

        return DeliveredFiles(self.journal)

    @cached_property
    def unfinished(self) -> Unfinished:
        """Forms that somebody has begun."""
        from infrastructure.unfinished import UnfinishedForms

        return UnfinishedForms(self._datastore)

    @property
    def _datastore(self) -> Datastore:
        return self._database.journal.recorder.datastore

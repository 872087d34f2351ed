"""New editions of views, formed from the whole log beside the ones that are shown."""

from collections.abc import Iterator, Sequence

from application.lists.agreement_course import evolve
from application.lists.stored_view import RowsOf, Trail, View
from application.ports import Progress, Unavailable
from domain.values import AgreementId
from infrastructure.case_store import Cases, Kept
from infrastructure.journal import Journal
from infrastructure.reading_on import ReadingOn
from infrastructure.stored_views import Overtaken, ViewTables, show, write_rows

ROWS = 2000
"""Rows written at once."""
BATCH = 200
"""Entries read at once."""


class Forming:
    """Forms editions of views; a view that raises is left out of the rest."""

    def __init__(self, journal: Journal, tables: ViewTables, views: Sequence[View], software: str) -> None:
        self.failed: dict[View, Exception] = {}
        """Views that could not be formed, and why."""
        self._journal = journal
        self._tables = tables
        self._views = views
        self._software = software
        self._cases = Cases(journal, software)
        self._editions: dict[View, int] = {}
        self._reached: dict[View, int] = {}
        self._trails: dict[View, list[Trail]] = {}
        self._formed: dict[AgreementId, Kept | None] = {}

    def run(self, progress: Progress | None = None) -> Iterator[None]:
        """Form the editions, agreement by agreement, and show them at the end."""
        head, streams = self._journal.head(), self._journal.streams()
        begun = self._tables.begin(self._views, len(streams))
        self._editions = {view: begun[view.name] for view in self._views}
        self._reached = dict.fromkeys(self._views, head)
        for done, stream_id in enumerate(streams, 1):
            self._form(stream_id, head)
            if done == len(streams) or sum(len(t.new) for some in self._trails.values() for t in some) >= ROWS:
                self._write(done)
            if progress:
                progress(done, len(streams))
            yield
        self._cases.sweep(streams)
        for view, edition in self._standing_editions().items():
            yield from self._shown(view, edition)

    def _standing_editions(self) -> dict[View, int]:
        return {view: edition for view, edition in self._editions.items() if view not in self.failed}

    def _form(self, stream_id: AgreementId, head: int) -> None:
        case = None
        rows = {view: RowsOf(view, stream_id) for view in self._standing_editions()}
        for record in self._cases.past.read(stream_id):
            case = evolve(case, record, self._cases.past) if record.position <= head else case
            if case is None or record.position > head:
                break
            for view in [view for view in rows if view not in self.failed]:
                try:
                    rows[view].evolve(case)
                except Unavailable:
                    raise
                except Exception as why:  # whatever a view's code may raise
                    self.failed[view] = why
        self._formed[stream_id] = Kept(case.settled()) if case else None
        if case is not None:
            for view, of_agreement in rows.items():
                self._trails.setdefault(view, []).append(of_agreement.trail())

    def _write(self, done: int) -> None:
        with self._journal.recorder.datastore.get_connection() as connection, connection.transaction():
            for view, edition in self._standing_editions().items():
                write_rows(connection, view.name, edition, self._trails.get(view, ()))
                connection.execute("UPDATE zielsteuerung.view_forming SET done = %s WHERE view = %s", [done, view.name])
            self._cases.replace(connection, self._formed)
        self._trails, self._formed = {}, {}

    def _shown(self, view: View, edition: int) -> Iterator[None]:
        """Read on to the end, and to where the edition shown so far has come; then take its place."""
        try:
            yield from self._read_on(view, edition, None)
            with self._tables.held(view.name) as (connection, goal):
                for _ in self._read_on(view, edition, goal):
                    pass
                show(connection, view, edition, self._reached[view], self._software)
        except Unavailable:
            raise
        except Overtaken:  # somebody else forms it, since the lock was lost with its connection
            pass
        except Exception as why:  # whatever a view's code may raise
            self.failed[view] = why
        self._tables.sweep(view.name)

    def _read_on(self, view: View, edition: int, goal: int | None) -> Iterator[None]:
        """Read batch by batch, up to a position or (None) to the end."""
        while goal is None or self._reached[view] < goal:
            batch = self._journal.log(after=self._reached[view], limit=BATCH)
            if not batch:
                return
            reading = ReadingOn(self._cases, self._tables, {view: edition})
            reading.read(batch)
            for why in reading.failed.values():
                raise why
            with self._journal.recorder.datastore.get_connection() as connection, connection.transaction():
                write_rows(connection, view.name, edition, reading.trails()[view.name])
            for kept in reading.kept.values():
                self._cases.keep(kept)
            self._reached[view] = batch[-1].position
            yield

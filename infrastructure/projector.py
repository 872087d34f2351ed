"""How the stored views are formed from the log: read on from where they stand, or begin again beside the old rows."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from time import monotonic, sleep

from eventsourcing.persistence import IntegrityError

from application.lists.ports import EVERY_ROW, NotYet, Rows
from application.lists.ports import Forming as Progressing
from application.lists.stored_view import OVERVIEW, View
from application.ports import Progress, Unavailable
from application.stored_views import VIEWS
from domain.record import Record
from infrastructure.case_store import Cases
from infrastructure.entry_index import EntryTable, Indigestible
from infrastructure.forming import Forming
from infrastructure.journal import Journal
from infrastructure.reading_on import ReadingOn
from infrastructure.stored_views import FORMING, Overtaken, Shown, ViewTables

BATCH = 200
"""Entries read at once."""
STANDS = "Die Sicht „{view}“ kommt über den Eintrag {position} nicht hinaus: {why}"
WAITED = 30.0
"""Seconds to wait for somebody else who forms views anew."""
OF_ANOTHER = (
    "Der Dienst, der diese Datenbank führt, bildet die Sicht „{view}“ gerade oder in einer anderen Fassung; "
    "bitte später noch einmal versuchen, oder mit der Software, die er hat."
)
CONTRADICTED = (
    "Die gespeicherten Zeilen der Sichten ({views}) passen nicht zum Protokoll; "
    "bitte nachprüfen (audit verify) und neu bilden (rebuild)."
)
INDEX = "entry_index"
"""The index of entries, among what may be troubled."""
INDEX_STANDS = "Das Verzeichnis der Einträge kommt über den Eintrag {position} nicht hinaus: {why}"
NOT_FORMED = "Die Sicht „{view}“ lässt sich nicht bilden: {why}"


class Views:
    """Implements the application's StoredViews; what a view or the index cannot digest stops it alone, and is said."""

    def __init__(self, journal: Journal, software: str, views: Sequence[View] = VIEWS) -> None:
        self.journal = journal
        self.tables = ViewTables(journal.recorder.datastore)
        self.software = software
        self.views = views
        self.troubles: dict[str, str] = {}
        """Why a view or the index does not get on, by its name."""
        self.entries = EntryTable(journal)
        self._careful_until: dict[str, int] = {}
        self._cases = Cases(journal, software)
        self._generation = 0

    def rows(self, view: View, asked: Rows = EVERY_ROW) -> Sequence[str]:
        """The rows asked for, by place, agreement and key; raises NotYet."""
        try:
            return self.tables.rows(view, asked, OVERVIEW)
        except NotYet:
            if self.journal.head() == 0:
                return []
            raise

    def position(self) -> int:
        """The position of the log up to which every view can be read; raises NotYet."""
        shown = self.tables.shown()
        if illegible := self._illegible(shown):
            if self.journal.head() == 0:
                return 0
            raise NotYet(FORMING.format(view=illegible[0].name))
        return min(shown[view.name].position for view in self.views)

    def generation(self) -> int:
        """Goes up whenever rows formed anew take the place of others, at whatever position."""
        return _generation(self.tables.shown())

    def progress(self) -> Mapping[str, Progressing]:
        """The views that are being formed anew, by name."""
        return self.tables.forming()

    def catch_up(self) -> None:
        """Bring every view to the end of the log; raises Unavailable naming the entry a view cannot pass.

        An index that stands still stops nobody: what it has not read is read from the log. What a service forms by
        other rules is left to it, and shown as far as its rows can be read; else NotYet.
        """
        patience, failed = monotonic() + WAITED, set[View]()
        while outdated := [view for view in self.outdated() if view not in failed]:
            if self.tables.followed():
                if not (illegible := self._illegible(self.tables.shown())):
                    break
                if monotonic() > patience:
                    raise NotYet(OF_ANOTHER.format(view=illegible[0].name))
                sleep(0.05)
                continue
            try:
                self._formed_anew(outdated)
                failed.update(view for view in outdated if view.name in self.troubles)
            except NotYet:  # somebody else forms them
                if monotonic() > patience:
                    raise
                sleep(0.05)
        tried = [view for view in self.views if view not in self.outdated()]
        while tried:
            tried = self.read_on(tried)
        while self.index_on():
            pass
        self._report(self.views)

    def index_on(self) -> bool:
        """Let the index read some entries; False when there are no more, or it does not get on."""
        try:
            more = self.entries.read_on()
        except Indigestible as stopped:
            self.troubles[INDEX] = INDEX_STANDS.format(position=stopped.position, why=_said(stopped.why))
            return False
        self.troubles.pop(INDEX, None)
        return more

    def _illegible(self, shown: Mapping[str, Shown]) -> list[View]:
        return [view for view in self.views if view.name not in shown or not shown[view.name].is_legible(view)]

    def outdated(self) -> list[View]:
        """The views that are to be formed anew: none is shown, or one by other rules."""
        shown = self.tables.shown()
        return [view for view in self.views if view.name not in shown or not shown[view.name].follows(view)]

    def rebuild(self, *views: View, progress: Progress | None = None) -> None:
        """Form views from the whole log anew, reading it once, and put each in place of the old one at once."""
        self._formed_anew(views, progress)
        self._report(views)

    def indexed(self) -> int:
        """The position of the log up to which entries are found by index."""
        return self.entries.position()

    def reindex(self, progress: Progress | None = None) -> None:
        """Let the index of entries read the whole log anew."""
        self.entries.begin_again()
        while self.index_on():
            if progress:
                progress(self.indexed(), self.journal.head())
        if INDEX in self.troubles:
            raise Unavailable(self.troubles[INDEX])

    def _report(self, views: Iterable[View]) -> None:
        if stopped := [self.troubles[view.name] for view in views if view.name in self.troubles]:
            raise Unavailable(" ".join(stopped))

    def forming(self, views: Sequence[View], progress: Progress | None = None) -> Generator[None]:
        """Form views anew, agreement by agreement; whoever drives it may stop anywhere. Raises NotYet if busy."""
        for view in views:
            self.troubles.pop(view.name, None)
        with self.tables.rebuilding() as free:
            if not free:
                raise NotYet(FORMING.format(view=views[0].name))
            forming = Forming(self.journal, self.tables, views, self.software)
            try:
                yield from forming.run(progress)
            finally:
                for view, why in forming.failed.items():
                    self.troubles[view.name] = NOT_FORMED.format(view=view.name, why=_said(why))

    def read_on(self, views: Iterable[View]) -> list[View]:
        """Let each of these views read some entries; those that may have more before them."""
        shown = self.tables.shown()
        if (generation := _generation(shown)) != self._generation:  # what rows were formed from is formed anew as well
            self._cases.forget()
            self._generation = generation
        groups: dict[tuple[int, int], list[View]] = {}
        for view in views:
            if view.name in shown and shown[view.name].follows(view):
                position = shown[view.name].position
                careful = position < self._careful_until.get(view.name, 0)
                groups.setdefault((position, 1 if careful else BATCH), []).append(view)
        more: list[View] = []
        for (position, limit), together in groups.items():
            more += self._together(together, shown, position, limit)
        return more

    def _formed_anew(self, views: Sequence[View], progress: Progress | None = None) -> None:
        for _ in self.forming(views, progress):
            pass

    def _together(self, views: Sequence[View], shown: Mapping[str, Shown], position: int, limit: int) -> list[View]:
        batch = self.journal.log(after=position, limit=limit)
        if not batch:
            for view in views:
                self.troubles.pop(view.name, None)
            return []
        editions = {view: shown[view.name].edition for view in views}
        read = ReadingOn(self._cases, self.tables, editions)
        try:
            read.read(batch)
            self._write(read, position, batch[-1].position)
        except BaseException:
            self._cases.forget()
            raise
        for view, why in read.failed.items():
            self._stopped(view, batch, why)
        return [view for view in views if view.name not in self.troubles]

    def _stopped(self, view: View, batch: Sequence[Record], why: Exception) -> None:
        """Go on one by one up to the entry that stops the view; at that entry, say so."""
        if len(batch) > 1:
            self._careful_until[view.name] = batch[-1].position
        else:
            self.troubles[view.name] = STANDS.format(view=view.name, position=batch[0].position, why=_said(why))

    def _write(self, read: ReadingOn, position: int, now: int) -> None:
        trails = read.trails()
        try:
            with self.journal.recorder.datastore.get_connection() as connection, connection.transaction():
                editions = {view.name: edition for view, edition in read.editions.items()}
                self.tables.write(connection, trails, editions, position, now)
                self._cases.store(connection, read.kept.values())
        except Overtaken:  # somebody else reads on as well
            self._cases.forget()
        except (IntegrityError, LookupError):  # somebody else wrote them
            self._cases.forget()
            self.troubles |= dict.fromkeys(trails, CONTRADICTED.format(views=", ".join(sorted(trails))))
            return
        else:
            for kept in read.kept.values():
                self._cases.keep(kept)
        for view in trails:
            self.troubles.pop(view, None)


def _generation(shown: Mapping[str, Shown]) -> int:
    return sum(one.edition for one in shown.values())


def _said(why: Exception) -> str:
    return f"{type(why).__name__}: {why}"

"""How the stored views are formed from the log: read on from where they stand, or begin again."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile

from application.lists.agreement_course import Case, evolve, fold
from application.lists.stored_view import Progress, Trail, View, trail
from application.ports import Unavailable
from application.stored_views import VIEWS
from domain.record import Record
from infrastructure.journal import Journal
from infrastructure.stored_views import Overtaken, ViewTables, put_in_place

BATCH = 200
"""Entries read at once."""
KEPT = 64
"""Cases kept in memory, the least recently used goes first."""
STANDS = "Die Sicht „{view}“ kommt über den Eintrag {position} nicht hinaus: {why}"

NOT_FORMED = "Die Sicht „{view}“ lässt sich nicht bilden: {why}"


@dataclass(frozen=True, slots=True)
class Course:
    """How an agreement went through some entries: as it stood before, and after each of them by its position."""

    stream_id: str
    before: Case | None
    after: tuple[tuple[int, Case | None], ...]


class Views:
    """Implements the application's StoredViews; what a view cannot digest stops it alone, and is said."""

    def __init__(self, journal: Journal, software: str, views: Sequence[View] = VIEWS) -> None:
        self.journal = journal
        self.tables = ViewTables(journal.recorder.datastore)
        self.software = software
        self.views = views
        self.troubles: dict[str, str] = {}
        """Why a view does not get on, by its name."""
        self._careful_until: dict[str, int] = {}
        self._cases: OrderedDict[str, Case] = OrderedDict()

    def rows(
        self, view: View, *, at: int | None = None, key: str | None = None, of: Sequence[str] | None = None
    ) -> Sequence[str]:
        """What a view held at a position (None = now), under one key or any, of some agreements or every one."""
        return self.tables.rows(view.name, at, key, of)

    def position(self) -> int:
        """The position of the log up to which every view has read."""
        return min(self.tables.positions(self.software).get(view.name, 0) for view in self.views)

    def catch_up(self) -> None:
        """Bring every view to the end of the log; raises Unavailable naming the entry a view cannot pass."""
        tried = [*self.views]
        while tried:
            tried = self.read_on(tried)
        if self.troubles:
            raise Unavailable(" ".join(self.troubles.values()))

    def read_on(self, views: Iterable[View]) -> list[View]:
        """Let each of these views read some entries; those that may have more before them."""
        positions = self.tables.positions(self.software)
        more: list[View] = []
        groups: dict[tuple[int, int], list[View]] = {}
        for view in views:
            if view.name not in positions:
                more += self._begun(view)
                continue
            position = positions[view.name]
            careful = position < self._careful_until.get(view.name, 0)
            groups.setdefault((position, 1 if careful else BATCH), []).append(view)
        for (position, limit), together in groups.items():
            more += self._together(together, position, limit)
        return more

    def rebuild(self, view: View, progress: Progress | None = None) -> None:
        """Form a view from the whole log anew, and put the result in place of the old one at once."""
        anew = View(f"{view.name}~", view.rows)
        with self.tables.rebuilding():
            head = self.journal.recorder.max_notification_id() or 0
            self.tables.begin(anew.name, head, self.software)
            streams = self.journal.streams()
            for done, stream_id in enumerate(streams, 1):
                records = takewhile(lambda record: record.position <= head, self.journal.records(stream_id))
                course = Course(stream_id, None, tuple(_course(None, records)))
                self.tables.add(anew.name, [trail(anew, stream_id, None, course.after)])
                if progress:
                    progress(done, len(streams))
            head = self._up_to(anew, head, None)
            with self.tables.held(view.name) as (connection, position):
                self._up_to(anew, head, position)
                put_in_place(connection, anew.name, view.name, self.software)

    def _up_to(self, view: View, position: int, goal: int | None) -> int:
        """Let a view that nobody reads yet read on, to a position or (None) to the end; where it stands then."""
        while goal is None or position < goal:
            batch = self.journal.log(after=position, limit=BATCH)
            if not batch:
                break
            trails = {view.name: _trails(view, self._courses(batch))}
            self.tables.write(trails, self.software, read=position, now=batch[-1].position)
            position = batch[-1].position
        return position

    def _begun(self, view: View) -> list[View]:
        """A view that does not exist yet, or that another version of the software formed."""
        try:
            self.rebuild(view)
        except Unavailable:
            raise
        except Exception as why:  # whatever a view's code may raise
            self.troubles[view.name] = NOT_FORMED.format(view=view.name, why=_said(why))
            return []
        self.troubles.pop(view.name, None)
        return [view]

    def _together(self, views: Sequence[View], position: int, limit: int) -> list[View]:
        batch = self.journal.log(after=position, limit=limit)
        if not batch:
            for view in views:
                self.troubles.pop(view.name, None)
            return []
        self._write(self._digested(views, batch), position, batch[-1].position)
        return [view for view in views if view.name not in self.troubles]

    def _digested(self, views: Sequence[View], batch: Sequence[Record]) -> dict[str, Sequence[Trail]]:
        trails: dict[str, Sequence[Trail]] = {}
        courses: list[Course] = []
        for view in views:
            try:
                courses = courses or self._courses(batch)
                trails[view.name] = _trails(view, courses)
            except Unavailable:
                raise
            except Exception as why:  # whatever a view's code may raise
                self._stopped(view, batch, why)
        return trails

    def _stopped(self, view: View, batch: Sequence[Record], why: Exception) -> None:
        """Go on one by one up to the entry that stops the view; at that entry, say so."""
        if len(batch) > 1:
            self._careful_until[view.name] = batch[-1].position
        else:
            self.troubles[view.name] = STANDS.format(view=view.name, position=batch[0].position, why=_said(why))

    def _write(self, trails: Mapping[str, Sequence[Trail]], read: int, now: int) -> None:
        with suppress(Overtaken):  # somebody else reads on as well
            self.tables.write(trails, self.software, read=read, now=now)
        for view in trails:
            self.troubles.pop(view, None)

    def _courses(self, batch: Sequence[Record]) -> list[Course]:
        """How the agreements of a batch went through it."""
        streams: dict[str, list[Record]] = {}
        for record in batch:
            streams.setdefault(record.stream_id, []).append(record)
        return [self._course(stream_id, records) for stream_id, records in streams.items()]

    def _course(self, stream_id: str, records: Sequence[Record]) -> Course:
        before = self._before(stream_id, records[0].version)
        after = tuple(_course(before, records))
        if (case := after[-1][1]) is not None:
            self._keep(stream_id, case)
        return Course(stream_id, before, after)

    def _before(self, stream_id: str, version: int) -> Case | None:
        kept = self._cases.get(stream_id)
        if kept is not None and version <= kept.records[-1].version:
            kept = fold(tuple(record for record in kept.records if record.version < version))
        elif kept is None or kept.records[-1].version != version - 1:
            kept = fold(tuple(record for record in self.journal.records(stream_id) if record.version < version))
        return kept

    def _keep(self, stream_id: str, case: Case) -> None:
        self._cases[stream_id] = case
        self._cases.move_to_end(stream_id)
        while len(self._cases) > KEPT:
            self._cases.popitem(last=False)


def _course(case: Case | None, records: Iterable[Record]) -> Iterator[tuple[int, Case | None]]:
    for record in records:
        case = evolve(case, record)
        yield record.position, case


def _trails(view: View, courses: Sequence[Course]) -> list[Trail]:
    return [trail(view, course.stream_id, course.before, course.after) for course in courses]


def _said(why: Exception) -> str:
    return f"{type(why).__name__}: {why}"

"""What entries are told against, read once and kept for the agreements read last."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from threading import Lock

from application.ports import Log, Selection
from application.views.history import ABOUT_TERMS, Background
from domain.record import Record

KEPT = 128
"""Agreements whose backgrounds stay in memory; the least recently read goes first."""
BATCH = 500

Course = tuple[tuple[int, Background], ...]
"""Backgrounds of a stream, each with the position since which it holds."""


class Backgrounds:
    """Finds the background of any entry with one question for a whole page of them."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self._lock = Lock()
        self._kept: OrderedDict[str, tuple[int, Course]] = OrderedDict()

    def before(self, records: Sequence[Record]) -> list[Background]:
        """What each of these records, in order of the log, came upon."""
        last = {record.stream_id: record.position for record in records}
        courses = self._courses(last)
        return [_at(courses[record.stream_id], record.position) for record in records]

    def _courses(self, last: Mapping[str, int]) -> dict[str, Course]:
        with self._lock:
            kept = {stream: self._kept[stream] for stream in last if stream in self._kept}
        found = {stream: course for stream, (up_to, course) in kept.items() if up_to >= last[stream]}
        missing = last.keys() - found.keys()
        if missing:
            up_to = max(last[stream] for stream in missing)
            read = self._read(missing, up_to)
            self._keep(read, up_to)
            found |= read
        return found

    def _read(self, streams: Collection[str], up_to: int) -> dict[str, Course]:
        facts = [fact.__name__ for fact in ABOUT_TERMS]
        selection = Selection(streams=streams, facts=facts, up_to=up_to)
        records: list[Record] = []
        after = 0
        while batch := self.log.select(selection, after=after, limit=BATCH):
            records += batch
            after = batch[-1].position
        records.sort(key=lambda record: (record.stream_id, record.version))
        courses = {stream: _course(group) for stream, group in groupby(records, key=lambda one: one.stream_id)}
        return {stream: courses.get(stream, ((0, Background()),)) for stream in streams}

    def _keep(self, read: Mapping[str, Course], up_to: int) -> None:
        with self._lock:
            for stream, course in read.items():
                self._kept[stream] = (up_to, course)
                self._kept.move_to_end(stream)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)


def _course(records: Iterable[Record]) -> Course:
    course = [(0, Background())]
    for record in records:
        course.append((record.position, course[-1][1].evolve(record)))
    return tuple(course)


def _at(course: Course, position: int) -> Background:
    return next(background for since, background in reversed(course) if since < position)

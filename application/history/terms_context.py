"""Terms in whose context entries are read: goals of many agreements are cached, whole terms read where they change."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from threading import Lock
from typing import TypeVar

from cachetools import LRUCache

from application.history.entry import ABOUT_TERMS, Background
from application.history.relevance import NO_GOALS, Goals
from application.ports import Log, Selection
from domain.facts import AgreementDrafted
from domain.record import Record
from domain.terms import Terms

KEPT = 2048
"""Agreements whose goals stay in memory; the least recently read goes first."""
BATCH = 500

GoalsCourse = tuple[tuple[int, Goals], ...]
"""The goals a stream's agreement has had so far, each with the position since which that holds."""
C = TypeVar("C")


class Backgrounds:
    """Finds the background of any entry with one or two questions for a whole page of them."""

    def __init__(self, log: Log) -> None:
        self.log = log
        self._lock = Lock()
        self._kept: LRUCache[str, tuple[int, GoalsCourse]] = LRUCache(KEPT)

    def before(self, records: Sequence[Record]) -> list[Background]:
        """The context of each of these records, in order of the log; with terms only where a record may change them."""
        changing = {record.stream_id: record.position for record in records if _changes_terms(record)}
        whole = self._with_terms(changing.keys(), max(changing.values())) if changing else {}
        goals = self._goals({record.stream_id: record.position for record in records})
        return [
            _at(whole[record.stream_id], record.position)
            if _changes_terms(record)
            else Background(None, _at(goals[record.stream_id], record.position))
            for record in records
        ]

    def _goals(self, last: Mapping[str, int]) -> dict[str, GoalsCourse]:
        """How the goals of streams went, as far as their last position here; what is known is only read on."""
        with self._lock:
            kept = {stream: self._kept[stream] for stream in last if stream in self._kept}
        known = {stream: course for stream, (_, course) in kept.items()}
        behind = {stream: up_to for stream, (up_to, _) in kept.items() if up_to < last[stream]}
        new = last.keys() - kept.keys()
        up_to = max(last.values(), default=0)
        found = dict.fromkeys(new, ((0, NO_GOALS),)) | known
        for streams, after in ((new, 0), (behind.keys(), min(behind.values(), default=0))):
            for record in self._laid_down(streams, after, up_to):
                found[record.stream_id] = _went_on(found[record.stream_id], record)
        self._keep({stream: found[stream] for stream in (*new, *behind)}, up_to)
        return found

    def _with_terms(self, streams: Collection[str], up_to: int) -> dict[str, tuple[tuple[int, Background], ...]]:
        courses = {stream: [(0, Background())] for stream in streams}
        for record in self._laid_down(streams, 0, up_to):
            course = courses[record.stream_id]
            course.append((record.position, course[-1][1].evolve(record)))
        return {stream: tuple(course) for stream, course in courses.items()}

    def _laid_down(self, streams: Collection[str], after: int, up_to: int) -> Iterator[Record]:
        """The facts about the terms of streams, in order of the log."""
        selection = Selection(streams=streams, facts=[fact.__name__ for fact in ABOUT_TERMS], up_to=up_to)
        while streams and (batch := self.log.select(selection, after=after, limit=BATCH)):
            yield from batch
            after = batch[-1].position

    def _keep(self, read: Mapping[str, GoalsCourse], up_to: int) -> None:
        with self._lock:
            self._kept.update((stream, (up_to, course)) for stream, course in read.items())


def _changes_terms(record: Record) -> bool:
    return isinstance(record.fact, ABOUT_TERMS) and not isinstance(record.fact, AgreementDrafted)


def _went_on(course: GoalsCourse, record: Record) -> GoalsCourse:
    terms = getattr(record.fact, "terms", None)
    if record.position <= course[-1][0] or not isinstance(terms, Terms):
        return course
    return (*course, (record.position, course[-1][1].with_terms(terms)))


def _at(course: Sequence[tuple[int, C]], position: int) -> C:
    return next(background for since, background in reversed(course) if since < position)

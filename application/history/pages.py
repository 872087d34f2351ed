"""The history in pages: of one agreement, or across everything a reader may see."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

from application.history.entry import History, HistoryEntry, entry
from application.history.entry import told as whole_history
from application.history.filters import EVERYTHING, HistoryFilter, HistoryPage
from application.history.index import EntryIndex, Found
from application.history.streams import OF_OPERATION, Streams
from application.history.terms_context import Backgrounds
from application.ports import Log, Selection
from application.reading.agreement_at import visible
from application.reading.visibility import sees_parties
from domain.facts import AgreementDrafted
from domain.parties import Party
from domain.record import Actor, Record, Role
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.values import AgreementId

BATCH = 200
"""Entries read at once."""
SCANNED = 5000
"""After so many entries read for one page it ends, wherever it stands."""
PAGE, LARGEST_PAGE = 100, 1000
_DRAFTED = [AgreementDrafted.__name__]


class Histories:
    """The history within a reader's scope.

    Entries that belong to no agreement are for an auditor with the whole scope. Those of the persons' register and of
    the keys are for the operator as well, who sees no others; those about files of figures for whom the files exist.
    """

    def __init__(self, log: Log, index: EntryIndex | None = None) -> None:
        self.log = log
        self.index = index
        self.existing = Streams(log)
        self._backgrounds = Backgrounds(log)

    def of_agreement(self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None) -> History:
        """Everything recorded about an agreement, in order."""
        return whole_history(visible(self.log, actor, agreement_id, known_at).records)

    def page(
        self,
        actor: Actor,
        filters: HistoryFilter = EVERYTHING,
        *,
        after: int = 0,
        limit: int = PAGE,
        known_at: datetime | None = None,
    ) -> HistoryPage:
        """The first entries behind a position, at most `limit` (1 to 1000), as far as recorded by `known_at`.

        Refuses an agreement that does not exist for this reader.
        """
        limit = max(1, min(limit, LARGEST_PAGE))
        selection = self._selection(actor, filters, known_at)
        found: list[HistoryEntry] = []
        position, read = max(after, self._before(filters.recorded_from)), 0
        if self.index and (filters.looks_into_entries or selection.facts is not None):
            known = self.index.find(selection, filters, after=position, limit=limit + 1)
            found = self.told(self.log.at(known.positions[:limit]))
            if len(known.positions) > limit:
                return HistoryPage(entries=self._with_leaves(found), read_up_to=found[-1].position, more=True)
            position = known.up_to
        while True:
            wanted = BATCH if filters.looks_into_entries else min(BATCH, limit + 1 - len(found))
            batch = self.log.select(selection, after=position, limit=wanted)
            for record, told in self._told(batch, filters):
                if told is not None and len(found) == limit:
                    return HistoryPage(entries=self._with_leaves(found), read_up_to=position, more=True)
                found += [told] if told is not None else []
                position = record.position
            read += len(batch)
            if len(batch) < wanted or read >= SCANNED:
                return HistoryPage(entries=self._with_leaves(found), read_up_to=position, more=len(batch) == wanted)

    def entries(
        self,
        actor: Actor,
        filters: HistoryFilter = EVERYTHING,
        *,
        after: int = 0,
        known_at: datetime | None = None,
    ) -> Iterator[HistoryEntry]:
        """Every such entry behind a position, read page by page."""
        while True:
            page = self.page(actor, filters, after=after, limit=LARGEST_PAGE, known_at=known_at)
            yield from page.entries
            if not page.more:
                return
            after = page.read_up_to

    def newest(
        self, records: Sequence[Record], filters: HistoryFilter, *, skip: int = 0, limit: int = PAGE
    ) -> tuple[int, tuple[HistoryEntry, ...]]:
        """How many of these records of an agreement are wanted, and as entries the newest of them behind `skip`.

        Only what is shown is told, unless one asks for what entries concern.
        """
        wanted = [one for one in records if filters.fact in {None, type(one.fact).__name__} and filters.admits(one)]
        if filters.goal or filters.clause:
            wanted = [one for one, told in self._told(wanted, filters) if told is not None]
        shown = wanted[max(0, len(wanted) - skip - limit) : max(0, len(wanted) - skip)]
        return len(wanted), tuple(reversed(self.told(shown)))

    def latest(self, actor: Actor, number: int, *, after: int = 0) -> tuple[Record, ...]:
        """The last records this reader may see behind a position, the newest first; at most so many."""
        selection = self._selection(actor, EVERYTHING, None)
        return tuple(self.log.latest(selection, after=after, limit=number))

    def causes(self, actor: Actor, event_id: UUID) -> tuple[HistoryEntry, ...]:
        """The causes of an entry, the first first and the entry itself last, as far as this reader sees them."""
        chain: list[Record] = []
        wanted: UUID | None = event_id
        while wanted is not None and wanted not in {known.event_id for known in chain}:
            near = self.log.records(chain[-1].stream_id) if chain else ()  # most causes stand in the same stream
            record = next((one for one in near if one.event_id == wanted), None) or self._of_event(actor, wanted)
            if record is None:
                break
            chain.append(record)
            wanted = record.provenance.causation_id
        return self._with_leaves([self.told([record])[0] for record in reversed(chain)])

    def seen(self, actor: Actor) -> Collection[AgreementId]:
        """The agreements that exist for this reader, in order."""
        return self.existing.agreements(actor)

    def party_named(self, entry: HistoryEntry) -> str | None:
        """The name of the party for which an entry was made, as the draft has it."""
        parties = self.existing.parties(entry.stream_id)
        return next((party.name for party in parties if party.id == entry.party), None)

    def streams(self, actor: Actor) -> Sequence[str]:
        """Every stream this reader may see, agreements first."""
        return [*self.existing.agreements(actor), *self.existing.reserved(actor)]

    def _selection(self, actor: Actor, filters: HistoryFilter, known_at: datetime | None) -> Selection:
        ends = [end for end in (known_at, filters.recorded_until) if end is not None]
        up_to = self.log.position_at(min(ends)) if ends else None
        facts = {filters.fact} if filters.fact else None
        if filters.agreement_id is not None:
            self._must_be_seen(actor, filters.agreement_id, up_to)
            return Selection(streams={filters.agreement_id}, facts=facts, up_to=up_to)
        if actor.role is Role.OPERATOR:
            permitted = OF_OPERATION if facts is None else facts & OF_OPERATION
            return Selection(streams=self.existing.reserved(actor), facts=permitted, up_to=up_to)
        return Selection(streams=self.existing.within(actor), facts=facts, up_to=up_to)

    def _must_be_seen(self, actor: Actor, agreement_id: AgreementId, up_to: int | None) -> None:
        first = self.log.select(Selection(streams={agreement_id}, facts=_DRAFTED, up_to=up_to), limit=1)
        seen = bool(first) and sees_parties(actor, _parties(first[0]))
        UNKNOWN_AGREEMENT.refuse_if(not seen, agreement=agreement_id)

    def _before(self, instant: datetime | None) -> int:
        """The position before the first entry since an instant; before the first instant there is none."""
        if instant is None or instant == datetime.min.replace(tzinfo=UTC):
            return 0
        return self.log.position_at(instant - timedelta(microseconds=1))

    def _told(self, batch: Sequence[Record], filters: HistoryFilter) -> Iterator[tuple[Record, HistoryEntry | None]]:
        """Each record with its entry, or None when it is not wanted."""
        admitted = [record for record in batch if filters.admits(record)]
        told = {one.position: one for one in self.told(admitted) if filters.wants(one)}
        return ((record, told.get(record.position)) for record in batch)

    def told(self, records: Sequence[Record]) -> list[HistoryEntry]:
        """Records in order of the log as entries, whoever reads them."""
        backgrounds = self._backgrounds.before(records)
        return [
            entry(record, background, partial(self._version, record.stream_id))
            for record, background in zip(records, backgrounds, strict=True)
        ]

    def _with_leaves(self, entries: Sequence[HistoryEntry]) -> tuple[HistoryEntry, ...]:
        leaves = self.log.leaf_hashes([one.position for one in entries])
        return tuple(one.model_copy(update={"leaf_hash": leaves.get(one.position)}) for one in entries)

    def _version(self, stream_id: str, version: int) -> Record | None:
        return next((one for one in self.log.records(stream_id) if one.version == version), None)

    def _of_event(self, actor: Actor, event_id: UUID) -> Record | None:
        base = self._selection(actor, EVERYTHING, None)
        known = self.index.of_event(event_id) if self.index else Found((), 0)
        for position in known.positions:
            asked = Selection(streams=base.streams, facts=base.facts, up_to=position)
            found = next(iter(self.log.select(asked, after=position - 1, limit=1)), None)
            return found if found and found.event_id == event_id else None
        after = known.up_to
        selection = Selection(streams=base.streams, facts=base.facts, holding=str(event_id))
        while batch := self.log.select(selection, after=after, limit=BATCH):
            found = next((record for record in batch if record.event_id == event_id), None)
            if found is not None:
                return found
            after = batch[-1].position
        return None


def _parties(record: Record) -> tuple[Party, ...]:
    """Who is bound; the parties of an agreement never change."""
    assert isinstance(record.fact, AgreementDrafted), "only drafts are asked for"
    return record.fact.terms.parties

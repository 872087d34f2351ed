"""A batch of the log read by views: every agreement in it goes through its entries once, for all of them."""

from collections.abc import Mapping, Sequence

from application.lists.agreement_course import Case, evolve
from application.lists.stored_view import RowsOf, Trail, View
from application.ports import Unavailable
from domain.record import Record
from domain.values import AgreementId
from infrastructure.case_store import Cases, Kept
from infrastructure.stored_views import ViewTables


class ReadingOn:
    """Lets editions of views read a batch; a view that raises is left out of the rest."""

    def __init__(self, cases: Cases, tables: ViewTables, editions: Mapping[View, int]) -> None:
        self.failed: dict[View, Exception] = {}
        """Views that could not digest the batch, and why."""
        self.kept: dict[AgreementId, Kept] = {}
        """The agreements after the batch."""
        self.editions = editions
        self._cases = cases
        self._tables = tables

    def read(self, batch: Sequence[Record]) -> None:
        """Go through the entries of a batch."""
        streams: dict[AgreementId, list[Record]] = {}
        for record in batch:
            streams.setdefault(record.stream_id, []).append(record)
        before = self._cases.before({stream_id: records[0].version for stream_id, records in streams.items()})
        standing = self._standing([stream_id for stream_id, kept in before.items() if kept and not self._knows(kept)])
        for stream_id, records in streams.items():
            kept = before[stream_id]
            rows = dict(kept.rows) if kept else {}
            for view, edition in self.editions.items():
                known = standing.get((view.name, stream_id), {})
                rows.setdefault((view.name, edition), RowsOf(view, stream_id, known))
            case = self._through(records, kept.case if kept else None, rows)
            if case is not None:
                self.kept[stream_id] = Kept(case, rows, kept.stored if kept else 0)

    def trails(self) -> dict[str, list[Trail]]:
        """How the rows of each view changed, of those that digested the batch; to be written at once."""
        trails: dict[str, list[Trail]] = {}
        for view, edition in self.editions.items():
            if view not in self.failed:
                trails[view.name] = [kept.rows[view.name, edition].trail() for kept in self.kept.values()]
        for kept in self.kept.values():
            kept.settle({(view.name, edition) for view, edition in self.editions.items() if view not in self.failed})
        return trails

    def _through(
        self, records: Sequence[Record], case: Case | None, rows: Mapping[tuple[str, int], RowsOf]
    ) -> Case | None:
        for record in records:
            case = evolve(case, record, self._cases.past)
            if case is None:
                return None
            for view, edition in self.editions.items():
                if view not in self.failed:
                    try:
                        rows[view.name, edition].evolve(case)
                    except Unavailable:
                        raise
                    except Exception as why:  # whatever a view's code may raise
                        self.failed[view] = why
        return case

    def _knows(self, kept: Kept) -> bool:
        return all((view.name, edition) in kept.rows for view, edition in self.editions.items())

    def _standing(self, streams: Sequence[AgreementId]) -> Mapping[tuple[str, str], Mapping[str, bytes]]:
        if not streams:
            return {}
        return self._tables.standing({view.name: edition for view, edition in self.editions.items()}, streams)

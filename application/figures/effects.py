"""What a release would change: lines that stand otherwise afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from application.figures.dry_run import LineChange
from application.reading import as_if_recorded
from domain import attainment
from domain.attainment import Attainment
from domain.facts import FiguresDelivered, FiguresReleased
from domain.record import Draft, Record
from domain.results import LineResult
from domain.standing import standing
from domain.values import AgreementId, LineId, Month


def line_changes(
    agreement_id: AgreementId, records: Sequence[Record], drafts: Sequence[Draft], now: datetime
) -> Iterator[LineChange]:
    """The lines of an agreement that would stand otherwise if what is drafted were recorded and released.

    Read at the last month there would be, and at the months of loads that are corrected.
    """
    before = _stand(records)
    releases = [_release(draft) for draft in drafts if isinstance(draft.fact, FiguresDelivered)]
    after = _stand([*records, *as_if_recorded([*drafts, *releases], now)])
    yield from _changes(agreement_id, before, after, _corrected(drafts))


def release_changes(
    agreement_id: AgreementId, records: Sequence[Record], released: Sequence[str]
) -> Iterator[LineChange]:
    """The lines that would stand otherwise if these deliveries, recorded already, were released."""
    own = [
        record
        for record in records
        if isinstance(record.fact, FiguresDelivered) and record.fact.delivery_id in released
    ]
    releases = [replace(record, fact=FiguresReleased(delivery_id=_delivery(record))) for record in own]
    before, after = _stand(records), _stand([*records, *releases])
    yield from _changes(agreement_id, before, after, _corrected(own))


def _changes(
    agreement_id: AgreementId, before: Attainment, after: Attainment, corrected: set[Month]
) -> Iterator[LineChange]:
    latest = after.latest_month()
    for month in sorted({month for month in (*corrected, latest) if month}):
        earlier = month if month in corrected or month == before.latest_month() else before.latest_month()
        was, now = _lines(before, earlier), _lines(after, month)
        for line_id, line in now.items():
            told = LineChange(
                agreement_id=agreement_id,
                line_id=line_id,
                month=month,
                was=was[line_id].state,
                now=line.state,
                was_value=_value(was[line_id]),
                now_value=_value(line),
            )
            if (told.was, told.was_value) != (told.now, told.now_value):
                yield told


def _corrected(drafts: Sequence[Draft]) -> set[Month]:
    return {
        draft.fact.load.state.report_month
        for draft in drafts
        if isinstance(draft.fact, FiguresDelivered) and draft.fact.correction
    }


def _lines(stand: Attainment, month: Month | None) -> dict[LineId, LineResult]:
    return {line.line_id: line for goal in standing(stand, month) for line in goal.lines}


def _value(line: LineResult) -> str | None:
    return f"{line.derivation.compared.rounded:f}" if line.derivation else None


def _stand(records: Sequence[Record]) -> Attainment:
    stand = attainment.fold(records)
    assert stand is not None, "an agreement begins with its terms"
    return stand


def _release(draft: Draft) -> Draft:
    return replace(draft, event_id=uuid4(), fact=FiguresReleased(delivery_id=_delivery(draft)))


def _delivery(draft: Draft) -> str:
    assert isinstance(draft.fact, FiguresDelivered), "only deliveries are released"
    return draft.fact.delivery_id

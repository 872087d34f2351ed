"""Effects of a release: lines whose state would change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import uuid4

from application.figure_files.dry_run import LineChange
from application.reading.agreement_at import AgreementAt, as_if_recorded
from domain.attainment import Attainment, Caveat, LineState
from domain.facts import FiguresDelivered, FiguresReleased
from domain.lacking import Lacking
from domain.outlook import outlook
from domain.record import Draft
from domain.results import LineResult
from domain.standing import standing
from domain.terms import Line
from domain.values import LineId, Month, year_of


def line_changes(found: AgreementAt, drafts: Sequence[Draft], now: datetime) -> Iterator[LineChange]:
    """The lines of an agreement whose state would change if these drafts were recorded and released.

    Read at the last month there would be, and at every month the loads are about, as current ones or as baselines.
    """
    releases = [_release(draft) for draft in drafts if isinstance(draft.fact, FiguresDelivered)]
    after = found.after([*found.records, *as_if_recorded([*drafts, *releases], now)])
    yield from _changes(found, after, drafts)


def release_changes(found: AgreementAt, released: Sequence[str]) -> Iterator[LineChange]:
    """The lines whose state would change if these deliveries, recorded already, were released."""
    own = [
        record
        for record in found.records
        if isinstance(record.fact, FiguresDelivered) and record.fact.delivery_id in released
    ]
    releases = [replace(record, fact=FiguresReleased(delivery_id=_delivery(record))) for record in own]
    yield from _changes(found, found.after([*found.records, *releases]), own)


def _changes(found: AgreementAt, later: AgreementAt, loads: Sequence[Draft]) -> Iterator[LineChange]:
    before, after = found.attainment, later.attainment
    was_latest, latest = before.latest_month(), after.latest_month()
    for month in sorted({*_about(after, loads), *([latest] if latest else [])}):
        was_month = was_latest if month == latest else month
        was, now = _lines(before, was_month), _lines(after, month)
        for line_id, line in now.items():
            if was[line_id] != line:
                yield LineChange(
                    agreement_id=found.agreement.id,
                    line_id=line_id,
                    month=month,
                    was_month=was_month,
                    was=was[line_id].state,
                    now=line.state,
                    was_caveats=was[line_id].caveats,
                    now_caveats=line.caveats,
                    was_value=was[line_id].value,
                    now_value=line.value,
                    was_pace=was[line_id].pace,
                    now_pace=line.pace,
                )


def _about(stand: Attainment, loads: Sequence[Draft]) -> set[Month]:
    """The months of the agreement's year whose standing may rest on these loads, of this year or one compared with."""
    months = {draft.fact.load.state.report_month for draft in loads if isinstance(draft.fact, FiguresDelivered)}
    return {f"{stand.terms.year}{month[4:]}" for month in months if year_of(month) in stand.terms.years_read}


@dataclass(frozen=True, slots=True)
class _Standing:
    """The state of a line, as far as a preview shows it."""

    state: LineState
    caveats: tuple[Caveat, ...]
    value: str | None
    pace: str | None


def _lines(stand: Attainment, month: Month | None) -> dict[LineId, _Standing]:
    stand = stand.at(month)
    terms = {line.id: line for line in stand.terms.lines}
    return {
        result.line_id: _Standing(
            result.state, result.caveats, _value(result), _pace(stand, terms[result.line_id], result)
        )
        for goal in standing(stand, month)
        for result in goal.lines
    }


def _pace(stand: Attainment, line: Line, result: LineResult) -> str | None:
    """The pace required of each remaining month; it also rests on the year before's December."""
    try:
        return f"{outlook(stand, line, result).rounded:f}"
    except Lacking:
        return None


def _value(line: LineResult) -> str | None:
    return f"{line.derivation.compared.rounded:f}" if line.derivation else None


def _release(draft: Draft) -> Draft:
    return replace(draft, event_id=uuid4(), fact=FiguresReleased(delivery_id=_delivery(draft)))


def _delivery(draft: Draft) -> str:
    assert isinstance(draft.fact, FiguresDelivered), "only deliveries are released"
    return draft.fact.delivery_id

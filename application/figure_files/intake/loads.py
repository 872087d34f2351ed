"""From collected figures to the loads that are delivered."""

from collections.abc import Sequence
from datetime import date

from application.figure_files.checks import wording
from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import LoadKey, SeriesKey, SeriesRows
from domain.figures import Flagged, Load, LoadState, Series
from domain.measures import Version
from domain.reasons import ITSELF, Reason
from domain.rulebook.file_checks import FILLED, NO_GAPS, ONCE, SERIES_FILLED, WITHIN_LOAD, Severity
from domain.values import Month, Text, shift, span

SeriesOfLoad = dict[SeriesKey, SeriesRows]


def saying_anything(key: LoadKey, series: SeriesOfLoad, problems: Problems) -> SeriesOfLoad:
    """The series that say anything; none, and a problem, when no number stands in the whole load.

    Otherwise a template nobody filled would count, and its figures, once they come, would have to be corrections.
    """
    read = {which: rows for which, rows in series.items() if rows.figures}
    empty = [which for which, rows in read.items() if all(one.cell is None for one in rows.figures.values())]
    if read and len(empty) == len(read):
        problems.add(
            FILLED,
            row=first_row(read),
            about=wording.OF_STATE.of(carrier=key.ags, month=report_month_of(key, read), waited=key.waited),
            found=wording.BLANKS_ONLY,
            expected=wording.ONE_NUMBER,
        )
        return {}
    for which in empty:
        if not read[which].blank:
            problems.add(
                SERIES_FILLED,
                row=read[which].row,
                about=_named(key.ags, which),
                found=wording.MARKS_ONLY,
                expected=wording.ONE_NUMBER_OR_NONE,
            )
    return {which: rows for which, rows in series.items() if rows.unread or not rows.blank} if read else {}


def must_hold_together(key: LoadKey, series: SeriesOfLoad, today: date, problems: Problems) -> bool:
    """Whether these figures can be one load; a problem for each month that is missing or cannot be in it."""
    before = problems.number(Severity.ERROR)
    report_month = report_month_of(key, series)
    earliest = shift(report_month, key.waited)
    if key.loaded_on.isoformat()[:7] < earliest or key.loaded_on > today:
        row = next(iter(series.values())).row
        problems.add(
            WITHIN_LOAD,
            row=row,
            column="Ladedatum",
            about=wording.OF_CARRIER.of(carrier=key.ags),
            found=ITSELF.of(value=key.loaded_on),
            expected=wording.DAY_OF_LOADING.of(earliest=earliest, month=report_month, waited=key.waited),
        )
    for which, rows in series.items():
        if not rows.figures:
            continue
        for month in span(min(rows.figures), max(rows.figures)):
            if month not in rows.figures and month not in rows.unread:
                expected = wording.VALUE_OR_MARK.of(month=month)
                about = _named(key.ags, which)
                problems.add(NO_GAPS, row=rows.row, about=about, found=wording.NOTHING, expected=expected)
        for month, figure in rows.figures.items() if max(rows.figures) > report_month else ():
            if month > report_month:
                problems.add(
                    WITHIN_LOAD,
                    row=figure.row,
                    column="Bezugsmonat",
                    about=_named(key.ags, which),
                    found=ITSELF.of(value=month),
                    expected=wording.REPORT_MONTH_AT_MOST.of(month=report_month),
                )
    return problems.number(Severity.ERROR) == before


def each_state_once(
    loads: Sequence[tuple[LoadKey, SeriesOfLoad]], problems: Problems
) -> list[tuple[LoadKey, SeriesOfLoad]]:
    """One carrier's loads without a second one of the same load state; a problem for each of those.

    What only the second one holds counts as unread in the first: which of the two statements is meant is not known.
    """
    first: dict[tuple[Month, int], tuple[LoadKey, SeriesOfLoad]] = {}
    for key, series in loads:
        state = report_month_of(key, series), key.waited
        other, rows = first.setdefault(state, (key, series))
        if other is key:
            continue
        same = wording.SAME_WITH_MONTH if other.report_month else wording.SAME_WITHOUT_MONTH
        problems.add(
            ONCE,
            row=first_row(series),
            column="Ladedatum" if other.loaded_on != key.loaded_on else "Berichtsmonat",
            about=wording.OF_STATE.of(carrier=key.ags, month=state[0], waited=key.waited),
            found=wording.STATE_AGAIN,
            expected=same.of(row=first_row(rows), day=other.loaded_on),
        )
        for which, more in series.items():
            held = rows.setdefault(which, SeriesRows(more.definition, more.row))
            held.unread |= more.figures.keys() | more.unread
    return list(first.values())


def first_row(series: SeriesOfLoad) -> int:
    """The first row of a load in its file."""
    return min(rows.row for rows in series.values())


def report_month_of(key: LoadKey, series: SeriesOfLoad) -> Month:
    """The report month as stated, else the last month with a figure."""
    return key.report_month or max(max(rows.figures) for rows in series.values() if rows.figures)


def assembled(key: LoadKey, series: SeriesOfLoad, pinned: Version, revision: Version, note: Text | None) -> Load:
    """The load these figures make; what states no version of its definition is taken for the pinned one."""
    return Load(
        state=LoadState(report_month=report_month_of(key, series), months_waited=key.waited),
        loaded_on=key.loaded_on,
        revision=revision,
        series=tuple(_series(which, rows, pinned) for which, rows in series.items() if rows.figures),
        note=note,
    )


def _series(which: SeriesKey, rows: SeriesRows, pinned: Version) -> Series:
    months = sorted(rows.figures)
    return Series.model_validate(
        {
            "measure": which.measure,
            "form": which.form,
            "sex": which.sex,
            "first": months[0],
            "values": tuple(rows.figures[month].cell for month in months),
            "flags": tuple(Flagged(month=month, flag=flag) for month in months if (flag := rows.figures[month].flag)),
            "definition": rows.definition or pinned,
        }
    )


def _named(carrier: str, which: SeriesKey) -> Reason:
    return wording.OF_SERIES.of(carrier=carrier, measure=which.measure, form=which.form, sex=which.sex)

"""From collected figures to the loads that are delivered."""

from collections.abc import Sequence
from datetime import date

from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import LoadKey, SeriesKey, SeriesRows
from domain.figures import Flagged, Load, LoadState, Series
from domain.german import german
from domain.measures import Version
from domain.rulebook.file_checks import FILLED, NO_GAPS, ONCE, SERIES_FILLED, WITHIN_LOAD, Severity
from domain.values import Month, Text, shift, span

SeriesOfLoad = dict[SeriesKey, SeriesRows]


def saying_anything(key: LoadKey, series: SeriesOfLoad, problems: Problems) -> SeriesOfLoad:
    """The series that say anything; none, and a problem, when no number stands in the whole load.

    Otherwise a template nobody filled would count, and its figures, once they come, would have to be corrections.
    """
    about = f"Träger {key.ags}"
    read = {which: rows for which, rows in series.items() if rows.figures}
    empty = [which for which, rows in read.items() if all(one.cell is None for one in rows.figures.values())]
    if read and len(empty) == len(read):
        problems.add(
            FILLED,
            row=first_row(read),
            about=f"{about}, Ladestand {report_month_of(key, read)}, Wartezeit {key.waited}",
            found="nur leere Felder und Kennzeichen",
            expected="mindestens eine Zahl",
        )
        return {}
    for which in empty:
        if not read[which].blank:
            expected = "mindestens eine Zahl, oder die Reihe nicht in der Datei"
            problems.add(
                SERIES_FILLED,
                row=read[which].row,
                about=_named(about, which),
                found="nur Kennzeichen",
                expected=expected,
            )
    return {which: rows for which, rows in series.items() if rows.unread or not rows.blank} if read else {}


def must_hold_together(key: LoadKey, series: SeriesOfLoad, today: date, problems: Problems) -> bool:
    """Whether these figures can be one load; a problem for each month that is missing or cannot be in it."""
    about = f"Träger {key.ags}"
    before = problems.number(Severity.ERROR)
    report_month = report_month_of(key, series)
    earliest = shift(report_month, key.waited)
    if key.loaded_on.isoformat()[:7] < earliest or key.loaded_on > today:
        row = next(iter(series.values())).row
        problems.add(
            WITHIN_LOAD,
            row=row,
            column="Ladedatum",
            about=about,
            found=f"{key.loaded_on:%d.%m.%Y}",
            expected=f"ein Tag von {earliest} an bis heute, weil {report_month} mit Wartezeit {key.waited} geladen ist",
        )
    for which, rows in series.items():
        if not rows.figures:
            continue
        for month in span(min(rows.figures), max(rows.figures)):
            if month not in rows.figures and month not in rows.unread:
                expected = f"{month} mit Wert oder Kennzeichen „fehlt“"
                problems.add(NO_GAPS, row=rows.row, about=_named(about, which), found="nichts", expected=expected)
        for month, figure in rows.figures.items() if max(rows.figures) > report_month else ():
            if month > report_month:
                problems.add(
                    WITHIN_LOAD,
                    row=figure.row,
                    column="Bezugsmonat",
                    about=_named(about, which),
                    found=month,
                    expected=f"höchstens der Berichtsmonat {report_month}",
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
        day = f"{other.loaded_on:%d.%m.%Y}"
        spelled = "mit Berichtsmonat" if other.report_month else "ohne Berichtsmonat"
        problems.add(
            ONCE,
            row=first_row(series),
            column="Ladedatum" if other.loaded_on != key.loaded_on else "Berichtsmonat",
            about=f"Träger {key.ags}, Ladestand {state[0]}, Wartezeit {key.waited}",
            found="derselbe Ladestand mit anderen Angaben noch einmal",
            expected=f"überall dasselbe wie in Zeile {first_row(rows)}: geladen am {day}, {spelled}",
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


def _named(about: str, which: SeriesKey) -> str:
    return f"{about}, {which.measure} {german(which.form)} {german(which.sex)}"

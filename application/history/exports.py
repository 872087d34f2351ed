"""The history as files: CSV for a spreadsheet, JSON Lines for programs. The same entries give the same bytes.

CSV: UTF-8 with a byte order mark, semicolons between cells, CRLF between rows, quoted as RFC 4180 has it. A cell that
a spreadsheet would take for a formula (= + - @, also full-width, a tab or a line end in front) gets an apostrophe in
front. Terms, loads, derivations and the codes of texts are too large for a cell and left out there; JSON Lines (one
entry a line, canonical JSON) has everything.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from application.history.differences import Difference
from application.history.entry import HistoryEntry
from domain.german import german
from domain.reasons import Reason
from domain.values import Words, canonical, instant_text

DANGEROUS = tuple("=+-@＝＋－＠\t\r\n")
TOO_LARGE = frozenset({"terms", "load", "derivation", "said_from"})

COLUMNS: Mapping[str, Callable[[HistoryEntry], object]] = {
    "Position": lambda entry: entry.position,
    "Blatt (SHA-256)": lambda entry: entry.leaf_hash,
    "Vereinbarung": lambda entry: entry.stream_id,
    "Stand": lambda entry: entry.version,
    "Tatsache": lambda entry: entry.type,
    "was": lambda entry: entry.title,
    "rechtlicher Tag": lambda entry: entry.occurred_on.isoformat(),
    "festgehalten (UTC)": lambda entry: instant_text(entry.recorded_at),
    "wer": lambda entry: entry.actor,
    "Rolle": lambda entry: german(entry.role),
    "für": lambda entry: entry.party,
    "Funktion": lambda entry: entry.office,
    "Zusatz": lambda entry: entry.capacity,
    "angemeldet durch": lambda entry: entry.authenticated_by,
    "Grund": lambda entry: entry.reason,
    "Rechtsgrundlage": lambda entry: entry.legal_basis,
    "Ziele": lambda entry: ", ".join(entry.goals),
    "Fundstellen": lambda entry: ", ".join(entry.clauses),
    "Feststellungen": lambda entry: " ".join(f"{one.says} [{one.rule}]" for one in entry.findings),
    "Änderungen": lambda entry: "; ".join(map(difference_text, entry.differences)),
    "Vorgang": lambda entry: entry.correlation_id,
    "Ursache": lambda entry: entry.causation_id,
    "Eintrag": lambda entry: entry.event_id,
    "Software": lambda entry: entry.software,
    "Inhalt": lambda entry: canonical(_without_the_large(entry.fact)).decode(),
}
"""Heading and content of each column."""


CHANGED = Reason("changed", "{says}: {before} → {after}")


def difference_text(one: Difference) -> Words:
    """A difference as one line."""
    return CHANGED.said(says=one.says, before=one.before or "–", after=one.after or "–")


def csv_rows(entries: Iterable[HistoryEntry], party_named: Callable[[HistoryEntry], str | None]) -> Iterator[str]:
    """The history as CSV, row by row with its line end, headings first, parties also by their names."""
    columns = {**COLUMNS, "Vertragspartei": party_named}
    return csv_table(tuple(columns), ([content(entry) for content in columns.values()] for entry in entries))


def csv_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Any table as CSV, row by row with its line end."""
    yield f"\ufeff{csv_row(headings)}"
    yield from map(csv_row, rows)


def json_lines(entries: Iterable[HistoryEntry]) -> Iterator[str]:
    """The history as JSON Lines, each with its line end."""
    for entry in entries:
        yield f"{canonical(entry.model_dump(mode='json')).decode()}\n"


def csv_row(cells: Sequence[object]) -> str:
    """A row with its line end; null is an empty cell."""
    row = io.StringIO()
    csv.writer(row, delimiter=";", lineterminator="\r\n").writerow([harmless(cell) for cell in cells])
    return row.getvalue()


def harmless(cell: object) -> str:
    """The cell's text, with an apostrophe in front where a spreadsheet would compute."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _without_the_large(value: object) -> object:
    match value:
        case dict():
            return {name: _without_the_large(inner) for name, inner in value.items() if name not in TOO_LARGE}
        case list():
            return [_without_the_large(inner) for inner in value]
        case _:
            return value

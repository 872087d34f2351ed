"""How checks and files of figures are shown on the command line."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from application.acting.orders import Receipt
from application.figure_files.checks.problems import FileProblem, Listener, comma
from application.figure_files.dry_run import DryRun, LineChange
from application.figure_files.mapping.table import Understood
from application.figure_files.preview import FileReading
from application.figure_files.previous_loads import LoadDifference
from application.history.exports import csv_row, csv_table
from application.reading.sources import Source, source
from domain.attainment import in_words
from domain.german import german, spoken
from domain.rulebook.figures import REDELIVERY_WITHOUT_CAUSE
from domain.rulebook.file_checks import LAYOUT
from domain.state import Decision
from interfaces.cli.files import must_be_new, written
from interfaces.cli.hints import CAUSE, OTHER_LAYOUT
from interfaces.cli.rows import add, plain_table
from interfaces.german import results as text

SHOWN = 40
"""Lines of a list that are printed; the rest is counted."""


def print_dry_run(out: Console, found: DryRun) -> None:
    """Every problem kept, what the file brings and changes, and how to go on."""
    file = found.file
    out.print(
        f"{file.name}: {found.rows} Zeilen, {file.size} Bytes, SHA-256 {file.sha256}", markup=False, soft_wrap=True
    )
    if found.understood:
        _understood(out, found.understood)
    for count in found.counts:
        kind = "Fehler" if count.severity == "error" else "Hinweis"
        out.print(f"{count.check} {kind}, {count.count}-mal: {count.says}", style="bold", markup=False, soft_wrap=True)
        told = [one for one in found.problems if one.check == count.check]
        for problem in told:
            out.print(f"  {problem.says}", markup=False, soft_wrap=True)
        _more(out, count.count - len(told), "; alle schreibt --problems DATEI")
        if count.check == LAYOUT.id:
            out.print(f"  {OTHER_LAYOUT}", markup=False, soft_wrap=True)
        if any(one.rule == REDELIVERY_WITHOUT_CAUSE.code for one in told):
            out.print(f"  {CAUSE}", markup=False)
    table = plain_table(
        "Vereinbarung", "Ladestand", "geladen", "Reihen", "Zahlen", "leer", "anders als früher", "Anlass"
    )
    for load in found.loads[:SHOWN]:
        why = german(load.correction.cause) if load.correction else "–"
        state = text.load_state(load.state)
        numbers = (str(load.series), str(load.figures), str(load.empty), str(load.differing))
        add(table, load.agreement_id, state, f"{load.loaded_on:%d.%m.%Y}", *numbers, why)
    if found.loads:
        out.print(table)
    _rest(out, len(found.loads), "Lieferungen")
    for load in found.loads[:SHOWN]:
        print_differences(out, load.agreement_id, load.differences)
        _more(out, load.differing - len(load.differences))
    if found.errors:
        out.print(f"{found.errors} Fehler: Die Datei kann so nicht geliefert werden.", style="bold")
    else:
        _lines(out, found.lines)
        out.print(f"Prüfung {found.id}: ohne Fehler, {found.warnings} Hinweise.", style="bold", soft_wrap=True)


def _understood(out: Console, how: Understood) -> None:
    """How a file of another layout was read: which column stands for what, and what was left."""
    out.print(f"Gelesen nach der Zuordnung „{how.mapping}“, Überschriften in Zeile {how.header_row}.", style="bold")
    if any(how.sheets):
        left = f"; nicht gelesen: {', '.join(how.sheets_left)}" if how.sheets_left else ""
        out.print(f"  Blatt {', '.join(how.sheets)}{left}", markup=False, soft_wrap=True)
    for column in how.columns[:SHOWN]:
        out.print(f"  {column.heading} → {column.means or '(nicht gelesen)'}", markup=False, soft_wrap=True)
    _more(out, len(how.columns) - SHOWN, " Spalten")
    if how.carriers_left:
        out.print(f"  Nicht genommene Träger: {', '.join(how.carriers_left[:10])}", markup=False, soft_wrap=True)
        _more(out, len(how.carriers_left) - 10)
    if how.labels_left:
        out.print(f"  Nicht genommene Zeilen: {', '.join(how.labels_left[:10])}", markup=False, soft_wrap=True)
        _more(out, len(how.labels_left) - 10)


def print_file(out: Console, found: FileReading) -> None:
    """A delivered file: its loads, its warnings, and the changes its release brings."""
    fact = found.delivered
    out.print(f"{fact.file_id}: {fact.source.name}, SHA-256 {fact.source.sha256}", markup=False, soft_wrap=True)
    out.print(
        f"{text.deliveries(len(fact.parts))}, {len(found.pending)} davon nicht entschieden; {german(found.decision)}."
    )
    out.print(f"geliefert {_by(found.delivered_by)}", markup=False, soft_wrap=True)
    if fact.mapping:
        out.print(f"gelesen nach der Zuordnung {fact.mapping}", markup=False, soft_wrap=True)
    if found.decided_by:
        on = f" (Vorschau {found.decided_on})" if found.decided_on else ""
        out.print(f"{german(found.decision)}{on} {_by(found.decided_by)}", markup=False, soft_wrap=True)
    for over in found.ended[:SHOWN]:
        out.print(f"{over.agreement_id}, {over.delivery_id}: die Vereinbarung ist vorher beendet worden", markup=False)
    _rest(out, len(found.ended), "Lieferungen zu beendeten Vereinbarungen")
    for part in found.decided_otherwise[:SHOWN]:
        out.print(f"{part.agreement_id}, {part.delivery_id}: einzeln {german(part.decision)}", markup=False)
    _rest(out, len(found.decided_otherwise), "einzeln entschiedene Lieferungen")
    for warned in fact.warnings:
        out.print(f"{warned.check}, {warned.count}-mal:", style="bold")
        for said in warned.says:
            out.print(f"  {said}", markup=False, soft_wrap=True)
        _more(out, warned.count - len(warned.says))
    for load in found.differing[:SHOWN]:
        out.print(f"{load.delivery_id}: {load.differing} Zahlen anders als früher", markup=False)
        print_differences(out, load.agreement_id, load.differences)
        _more(out, load.differing - len(load.differences))
    _rest(out, len(found.differing), "Lieferungen mit anderen Zahlen")
    if found.decision is Decision.PENDING:
        _lines(out, found.lines)
        out.print(f"Freigeben mit --preview {found.preview}", style="bold")


def receipt_of_file(receipt: Receipt) -> dict[str, Any]:
    """The records about a file, as JSON: its own entry, and how many deliveries and agreements went with it."""
    whole, *parts = receipt.records
    findings = [finding.model_dump(mode="json") for record in receipt.records for finding in record.findings]
    return {
        "repeated": receipt.repeated,
        "deliveries": len(parts),
        "agreements": len({record.stream_id for record in parts}),
        "entry": source(whole).model_dump(mode="json"),
        "fact": whole.fact.model_dump(mode="json"),
        "findings": findings,
    }


def _by(whose: Source) -> str:
    reason = f": {whose.reason}" if whose.reason else ""
    return f"am {spoken(whose.occurred_on)} von {whose.office}{reason}"


def print_differences(out: Console, agreement: str, differences: Sequence[LoadDifference]) -> None:
    """One line for each figure that differs from an earlier load."""
    for one in differences:
        what = f"{one.measure} {german(one.form)} {german(one.sex)} {one.month}"
        change = f"{comma(one.was or 'leer')} → {comma(one.now or 'leer')} (bisher {one.earlier})"
        out.print(f"  {agreement}, {what}: {change}", markup=False, soft_wrap=True)


def _lines(out: Console, lines: Sequence[LineChange]) -> None:
    if not lines:
        out.print("Durch die Freigabe änderte sich keine Zeile.")
        return
    table = plain_table(
        "Vereinbarung", "Zeile", "Monat", "bisher", "nach der Freigabe", "nötig je Monat bisher", "danach"
    )
    for line in lines[:SHOWN]:
        of = f"; {line.was_month or 'noch kein Monat'}" if line.was_month != line.month else ""
        was = f"{in_words(line.was, line.was_caveats)} ({comma(line.was_value or '–')}{of})"
        now = f"{in_words(line.now, line.now_caveats)} ({comma(line.now_value or '–')})"
        paces = comma(line.was_pace or "–"), comma(line.now_pace or "–")
        add(table, line.agreement_id, line.line_id, line.month or "–", was, now, *paces)
    out.print(table)
    _rest(out, len(lines), "Zeilen, die sich ändern")


def _more(out: Console, count: int, where: str = "") -> None:
    if count > 0:
        out.print(f"  … und {count} weitere{where}", markup=False, soft_wrap=True)


def _rest(out: Console, count: int, what: str) -> None:
    if count > SHOWN:
        out.print(f"… und {count - SHOWN} weitere {what}.")


def preview_id(text: str) -> str:
    """The id of a preview as it is shown."""
    return _shown_id(
        text, r"[0-9a-f]{16}", "Vorschau: 16 Ziffern und Buchstaben bis f, wie „figures release“ sie zeigt"
    )


def dry_run_id(text: str) -> str:
    """The id of a check as it is shown."""
    return _shown_id(text, r"[0-9a-f]{16}-[0-9a-f]{16}", "Prüfung, wie „figures check“ sie am Ende nennt")


def _shown_id(text: str, pattern: str, of: str) -> str:
    if not re.fullmatch(pattern, text):
        raise typer.BadParameter(f"Erwartet wird die Kennung einer {of}.")
    return text


COLUMNS = ("Datei", "Prüfung", "Art", "Zeile", "Spalte", "Stelle", "gefunden", "erwartet")


@contextmanager
def problem_file(path: Path | None, checked: str) -> Iterator[Listener | None]:
    """What writes every problem of the file of this name to `path` as CSV, as it is found; None without a path.

    Refuses a path under which a file lies already, which could be the one that is checked.
    """
    if path is None:
        yield None
        return
    must_be_new(path)
    with written(path) as out:
        out.write("".join(csv_table(COLUMNS, ())).encode())

        def write(one: FileProblem) -> None:
            row = (checked, one.check, german(one.severity), one.row, one.column, one.about, one.found, one.expected)
            out.write(csv_row(["" if cell is None else cell for cell in row]).encode())

        yield write

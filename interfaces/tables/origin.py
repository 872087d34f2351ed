"""The origin of a table, said above it: agreement, load states, deliveries, known at, place in the log, checkpoint."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from application.lists.courses import Course
from domain.results import LineResult
from domain.values import Month
from domain.year_to_date import Input, Value
from interfaces.bootstrap import System
from interfaces.german import numbers, proof
from interfaces.tables.table import Stated

SHOWN = 6
"""Deliveries that are named above a table; more stand in its rows only."""


def of_agreement(system: System, course: Course, known_at: datetime | None) -> Stated:
    """The agreement, its terms, and how far its entries were read."""
    agreement, last = course.agreement, course.records[-1]
    return (
        ("Vereinbarung", f"{agreement.id}, Stand {agreement.version}"),
        ("Partner", ", ".join(party.name for party in agreement.terms.parties)),
        ("Bedingungen", f"Fassung {agreement.terms_version}, SHA-256 {agreement.terms_hash}"),
        *_known(system, known_at, last.position, last.recorded_at),
    )


def of_log(system: System, at: int, known_at: datetime | None) -> Stated:
    """How far the log was read for a list over all agreements."""
    if not at:
        return (("Bekannt", proof.known(known_at)), ("Protokoll", "noch kein Eintrag"))
    return _known(system, known_at, at, recorded_at(system, at))


def recorded_at(system: System, at: int) -> datetime:
    """When the last entry up to a position was recorded; before the first one, now."""
    entries = system.journal.log(after=at - 1, limit=1) if at else ()
    return entries[0].recorded_at if entries else system.service.now()


def _known(system: System, known_at: datetime | None, position: int, recorded_at: datetime) -> Stated:
    return (
        ("Bekannt", proof.known(known_at)),
        ("Protokoll", f"bis Position {position}, festgehalten {numbers.instant(recorded_at)}"),
        ("Nachweis", proof.checkpoint(system.audit.checkpoints.book, position)),
    )


def of_figures(month: Month | None, lines: Iterable[LineResult]) -> Stated:
    """The report month, each delivery the lines rest on, and what its deliverer remarked."""
    used = {entered.delivery_id: entered for line in lines for entered in inputs(line)}
    states = "; ".join(dict.fromkeys(numbers.load_state(one.load_state) for one in used.values())) or "keiner"
    loads = (
        f"{numbers.load_state(one.load_state)}, geladen {numbers.day(one.loaded_on)} ({name})"
        for name, one in sorted(used.items())
    )
    many = len(used) > SHOWN
    source = f"{len(used)} Lieferungen, siehe Spalte „Lieferungen“" if many else f"Lieferungen: {'; '.join(loads)}"
    notes = dict.fromkeys(one.note for one in used.values() if one.note)
    return (
        ("Berichtsmonat", numbers.month(month) if month else "noch keiner geladen"),
        ("Ladestand", "je Zeile, siehe Spalte „Ladestand“" if many else states),
        ("Quelle", source if used else "keine freigegebene Lieferung"),
        *(("Anmerkung", note) for note in notes),
    )


def inputs(line: LineResult) -> Iterator[Input]:
    """Every series that entered a line, also by sex."""
    pairs = [pair for pair in (line.derivation, *line.by_sex) if pair]
    values: list[Value | None] = [line.alone]
    for pair in pairs:
        values += [pair.current, pair.baseline]
    for value in values:
        for single in (value.parts or (value,)) if value else ():
            yield from single.inputs

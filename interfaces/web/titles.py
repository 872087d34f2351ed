"""Agreements, their lines and goals in the words and units of pages."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from application.figure_files.dry_run import LineChange
from application.lists.overview import OverviewRow
from domain.attainment import Caveat, LineState
from domain.contradictions import unit_of
from domain.facts.judging import Outcome
from domain.german import german
from domain.measures import Unit
from domain.parties import Party, Side
from domain.state import Agreement
from domain.terms import Line, Terms
from domain.values import AgreementId, LineId
from interfaces.german import numbers
from interfaces.german.subjects import line

_FIRST = (LineState.OFF_COURSE, Outcome.NOT_ATTAINED)
"""States named before the others."""


def county_of(agreement: Agreement) -> str:
    """The name of the party that runs the Jobcenter."""
    return county_in(agreement.terms.parties)


def county_in(parties: Iterable[Party]) -> str:
    """The same, among the parties of a row."""
    return next(party.name for party in parties if party.side is Side.COUNTY)


def lines_of(agreements: Sequence[Agreement]) -> dict[str, Any]:
    """The names of lines and the units of their compared values."""
    found = {(one.id, of.id): (one, of) for one in agreements for of in one.terms.lines}
    return {
        "line_names": {key: line(one, of.id) for key, (one, of) in found.items()},
        "line_units": {key: _unit(one.terms, of) for key, (one, of) in found.items()},
    }


def _unit(terms: Terms, of: Line) -> Unit | None:
    measure = terms.measure(of.measure)
    return unit_of(of, measure) if measure else None


def valued(value: str, units: Mapping[tuple[AgreementId, LineId], Unit | None], change: LineChange) -> str:
    """A compared value of a line with its unit, where the line is known."""
    unit = units.get((change.agreement_id, change.line_id))
    return numbers.amount(Decimal(value), unit) if unit else numbers.number(Decimal(value))


def by_state(row: OverviewRow) -> list[tuple[LineState | Outcome, tuple[Caveat, ...], list[str]]]:
    """The goals of a row by how they stand, or were judged: those missed first."""
    found: dict[tuple[LineState | Outcome, tuple[Caveat, ...]], list[str]] = {}
    for judged in row.assessed:
        found.setdefault((judged.judged, ()), []).append(judged.title)
    for verdict in () if row.assessed else row.verdicts:
        found.setdefault((verdict.state, verdict.caveats), []).append(verdict.title)
    ordered = sorted(found.items(), key=lambda one: (one[0][0] not in _FIRST, german(str(one[0][0]))))
    return [(state, caveats, titles) for (state, caveats), titles in ordered]

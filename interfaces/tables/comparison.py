"""The Jobcenter of a Land as a table: every figure of every one at one load state, and what they make together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from application.comparison.comparison import TRACK, ComparedFigure
from application.comparison.place import ComparedPlace, Standing
from domain.attainment import in_words
from domain.german import german
from domain.measures import MeasureCode, Unit
from domain.parties import Ags
from domain.record import Actor
from domain.results import Compared
from domain.terms import Sex
from domain.values import Month
from interfaces.bootstrap import System
from interfaces.german import naming, numbers
from interfaces.german import results as text
from interfaces.tables import origin
from interfaces.tables.table import Cell, Column, Stated, Table, amount, tabled

STANDINGS = {
    Standing.COMPARED: "verglichen",
    Standing.NOT_ASSESSABLE: "nicht beurteilbar",
    Standing.UNEQUAL: "anderer Ladestand",
    Standing.MISSING: "nichts freigegeben",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A Jobcenter's value of a figure; without a place, of all that are compared together."""

    figure: ComparedFigure
    place: ComparedPlace | None
    before: Decimal | None
    now: Decimal | None
    compared: Compared | None

    @property
    def unit(self) -> Unit:
        """In which unit the values are."""
        return Unit.PERCENTAGE_POINTS if self.figure.key.sex is Sex.GAP else self.figure.key.unit


def comparison(
    system: System,
    actor: Actor,
    land: Ags,
    year: int,
    *,
    month: Month | None = None,
    waited: int = 0,
    track: int = TRACK,
    measure: MeasureCode | None = None,
    known_at: datetime | None = None,
) -> Table:
    """Every binding agreement of a Land and year at one load state; with a measure, its figures only."""
    at = system.lists.as_of(known_at)
    found = system.comparisons.compared(
        actor, land, year, month=month, waited=waited, track=track, measure=measure, at=at
    )
    stated: Stated = (
        ("Land und Jahr", f"{land}, {year}"),
        ("Ladestand", numbers.load_state(found.load_state) if found.load_state else "noch nichts freigegeben"),
        ("Quelle", f"freigegebene Daten, nur bei gleichem Ladestand verglichen; Vereinbarungen: {found.agreements}"),
        *origin.of_log(system, at, known_at),
    )
    rows = [row for figure in found.figures for row in _rows(figure)]
    return tabled(f"vergleich-{land}-{year}", f"Jobcenter im Vergleich: Land {land}, {year}", stated, _COLUMNS, rows)


def _rows(figure: ComparedFigure) -> Iterator[_Row]:
    for place in figure.places:
        one = place.figures
        before = one.baseline.rounded if one and one.baseline else None
        yield _Row(figure, place, before, one.current.rounded if one else None, one.compared if one else None)
    if total := figure.total:
        yield _Row(figure, None, total.baseline_rounded, total.current_rounded, total.compared)


def _name(row: _Row) -> Cell:
    if row.place is None:
        return f"zusammen ({row.figure.total.covers if row.figure.total else 0} von {len(row.figure.places)})"
    return ", ".join(county.name for county in row.place.counties)


def _agreed(row: _Row) -> Cell:
    bound = row.place.agreed.bound if row.place and row.place.agreed else None
    return text.agreed(bound, row.figure.key.quantity) if bound else None


def _state(row: _Row) -> Cell:
    if row.place is None:
        return None
    if row.place.standing is Standing.COMPARED and row.place.agreed:
        return in_words(row.place.agreed.state, row.place.agreed.caveats)
    if row.place.standing is Standing.UNEQUAL:
        return f"{STANDINGS[row.place.standing]}: {text.load_state(row.place.latest)}"
    return numbers.spoken(row.place.not_assessable_because or "") or STANDINGS[row.place.standing]


def _gap(row: _Row) -> Cell:
    agreed = row.place.agreed if row.place else None
    return text.gap_to(agreed.gap, agreed.bound, agreed.state) if agreed and agreed.gap else None


def _type(row: _Row) -> Cell:
    kind = row.place.comparison_type if row.place else None
    return f"{kind.label} ({kind.year})" if kind else None


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("Kennzahl", lambda row: naming.compared(row.figure.key)),
    Column("Kürzel", lambda row: row.figure.key.measure),
    Column("für", lambda row: german(row.figure.key.sex)),
    Column("verglichen wird", lambda row: german(row.figure.key.quantity)),
    Column("Rang", lambda row: row.place.rank if row.place else None),
    Column("Jobcenter", _name),
    Column("AGS", lambda row: row.place.counties[0].ags if row.place else None),
    Column("Vergleichstyp", _type),
    Column("laufendes Jahr", lambda row: amount(row.now, row.unit)),
    Column("Vergleichsjahr", lambda row: amount(row.before, row.unit)),
    Column("Einheit", lambda row: german(row.unit)),
    Column("verglichen", lambda row: row.compared.rounded if row.compared else None),
    Column("Einheit (verglichen)", lambda row: german(row.compared.unit) if row.compared else None),
    Column("vereinbart", _agreed),
    Column("Lage", _state),
    Column("Abstand", _gap),
    Column("Vereinbarung", lambda row: row.place.agreement_id if row.place else None),
)

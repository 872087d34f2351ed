"""Figures as they were delivered, as tables: the loads of a measure side by side, and the changes of a load."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from application.figure_files.load_changes import LoadChanges, load_changes
from application.figure_files.previous_loads import LoadDifference, number_of
from application.reading.matrix import Column as LoadColumn
from application.reading.matrix import Figure, Grid, Row
from domain.figures import Cell as FigureCell
from domain.figures import Form
from domain.german import german
from domain.measures import MeasureCode
from domain.record import Actor
from domain.terms import Sex
from domain.values import AgreementId, DeliveryId, rounded
from interfaces.bootstrap import System
from interfaces.german import numbers
from interfaces.german.subjects import quantity
from interfaces.tables import origin
from interfaces.tables.table import Cell, Column, Stated, Table, decimal, tabled


def matrix(
    system: System,
    actor: Actor,
    agreement_id: AgreementId,
    measure: MeasureCode,
    *,
    sex: Sex = Sex.TOTAL,
    form: Form | None = None,
    known_at: datetime | None = None,
) -> Table:
    """Each released load's values for each month of a measure, and of the quantities it is formed from."""
    found = system.explanations.matrix(actor, agreement_id, measure, sex=sex, form=form, known_at=known_at)
    course = system.courses.course(actor, agreement_id, known_at=known_at)
    rows = [(grid, row) for grid in (found.grid, *found.made_of) for row in grid.rows]
    loads = tuple(_of_load(number, column) for number, column in enumerate(found.columns))
    notes = dict.fromkeys(load.load.note for load in course.attainment.delivered.values() if load.load.note)
    stated: Stated = (
        ("Gebildet", f"{found.grid.formula} ({found.grid.source})" if found.grid.formula else "wie geliefert"),
        ("Quelle", f"freigegebene Lieferungen, je Spalte eine: {len(found.columns)}"),
        *(("Anmerkung", note) for note in notes),
    )
    return tabled(
        f"ladestaende-{measure.lower()}-{agreement_id}",
        f"Ladestände: {found.grid.name} ({found.grid.measure}, {german(found.grid.sex)})",
        stated + origin.of_agreement(system, course, known_at),
        (*_GRID, *loads, Column("geändert in", lambda row: _changed(row[1], found.columns))),
        rows,
    )


def _of_load(number: int, column: LoadColumn) -> Column[tuple[Grid, Row]]:
    ended = f", ersetzt durch {column.superseded_by}" if not column.counts else ""
    heading = (
        f"{numbers.load_state(column.load_state)}, {column.revision}, geladen {numbers.day(column.loaded_on)}{ended}"
    )
    return Column(heading, lambda row: _figure(row[1].figures[number]))


def _figure(figure: Figure | None) -> Cell:
    if figure is None:
        return None
    return ", ".join(map(german, figure.flags)) or None if figure.rounded is None else figure.rounded


def _changed(row: Row, columns: tuple[LoadColumn, ...]) -> Cell:
    """The loads whose value differs from the last earlier load that has one for the month."""
    pairs = zip(row.figures, columns, strict=True)
    return (
        ", ".join(numbers.load_state(column.load_state) for figure, column in pairs if figure and figure.changed)
        or None
    )


_GRID: tuple[Column[tuple[Grid, Row]], ...] = (
    Column("Größe", lambda row: row[0].name),
    Column("Kürzel", lambda row: row[0].measure),
    Column("Form", lambda row: german(row[0].form)),
    Column("für", lambda row: german(row[0].sex)),
    Column("Einheit", lambda row: german(row[0].unit)),
    Column("Monat", lambda row: row[1].month),
)


@dataclass(frozen=True, slots=True)
class _Change:
    """A difference with the name of its quantity."""

    name: str
    one: LoadDifference

    @property
    def by(self) -> Fraction | None:
        """How much a figure grew; None where one of both is not there, or they are no plain numbers."""
        was, now = _number(self.one.was), _number(self.one.now)
        return now - was if was is not None and now is not None else None

    @property
    def percent(self) -> Fraction | None:
        """The same in percent of the earlier figure."""
        was = _number(self.one.was)
        return 100 * self.by / abs(was) if self.by is not None and was else None


def changes(
    system: System,
    actor: Actor,
    agreement_id: AgreementId,
    delivery_id: DeliveryId,
    *,
    known_at: datetime | None = None,
) -> Table:
    """Every figure of a delivery that differs from the loads before it."""
    course = system.courses.course(actor, agreement_id, known_at=known_at)
    found = load_changes(course.agreement, course.attainment, delivery_id)
    rows = [_Change(quantity(one.measure, course.agreement.terms), one) for one in found.differences]
    stated = _of_load_changes(found) + origin.of_agreement(system, course, known_at)
    return tabled(
        f"aenderungen-{delivery_id}-{agreement_id}", f"Änderungen der Lieferung {delivery_id}", stated, _CHANGES, rows
    )


def _of_load_changes(found: LoadChanges) -> Stated:
    load = found.load
    beside = (
        f"{numbers.load_state(one.load.state)}, geladen {numbers.day(one.load.loaded_on)} ({one.delivery_id})"
        for one in found.beside
    )
    return (
        ("Ladestand", f"{numbers.load_state(load.state)}, geladen {numbers.day(load.loaded_on)}, {load.revision}"),
        ("Quelle", f"verglichen mit {'; '.join(beside) or 'keiner früheren Lieferung'}"),
        ("Umfang", f"{len(found.differences)} Zahlen anders; Zahlen, die nur in einer Lieferung stehen, fehlen hier"),
        *((("Anmerkung", load.note),) if load.note else ()),
    )


def _number(cell: FigureCell | None) -> Fraction | None:
    return None if cell is None else number_of(cell)


_CHANGES: tuple[Column[_Change], ...] = (
    Column("Größe", lambda row: row.name),
    Column("Kürzel", lambda row: row.one.measure),
    Column("Form", lambda row: german(row.one.form)),
    Column("für", lambda row: german(row.one.sex)),
    Column("Monat", lambda row: row.one.month),
    Column("bisher", lambda row: decimal(_number(row.one.was))),
    Column("jetzt", lambda row: decimal(_number(row.one.now))),
    Column("Unterschied", lambda row: decimal(row.by)),
    Column("Unterschied in Prozent", lambda row: rounded(row.percent, 1) if row.percent is not None else None),
    Column("bisherige Lieferung", lambda row: row.one.earlier),
)

"""The state of the goals, and a line with its months, as tables: one row for each value, its parts in cells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from domain import supplementary
from domain.figures import LoadState
from domain.german import german
from domain.record import Actor
from domain.results import BySex, Compared, GoalResult, LineResult
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.terms import Sex
from domain.values import AgreementId, LineId, Month
from domain.year_to_date import Value
from interfaces.bootstrap import System
from interfaces.german import naming, numbers
from interfaces.german import results as text
from interfaces.tables import origin
from interfaces.tables.table import Cell, Column, Table, amount, decimal, tabled


@dataclass(frozen=True, slots=True)
class _Row:
    """A value of a line; `of` says as what it stands in the table."""

    of: str
    line: LineResult
    sex: Sex
    current: Value | None
    baseline: Value | None
    compared: Compared | None
    judged: bool


def goals(
    system: System,
    actor: Actor,
    agreement_id: AgreementId,
    *,
    month: Month | None = None,
    known_at: datetime | None = None,
) -> Table:
    """Every line at a report month, its values by sex, what is watched beside it, and the ordinance's figures."""
    course = system.courses.course(actor, agreement_id, known_at=known_at)
    month = month or course.attainment.latest_month()
    found, state = tuple(course.goals_at(month)), course.attainment.at(month)
    agreed = {goal.id: goal for goal in state.terms.goals}
    shown: list[tuple[str, LineResult]] = []
    for goal in found:
        shown += [(german(line.kind), line) for line in goal.lines]
        beside = supplementary.beside(state, agreed[goal.goal_id], goal.load_state) if goal.load_state else ()
        shown += [("daneben (I.2)", line) for line in beside]
    if month:
        waited = LoadState(report_month=month, months_waited=state.terms.dialogs.months_waited)
        shown += [("Kennzahl der Verordnung", line) for line in supplementary.of_the_ordinance(state, waited)]
    rows = [row for of, line in shown for row in _rows(of, line)]
    titles = {goal.goal_id: goal for goal in found}
    first: Column[_Row] = Column("Ziel", lambda row: _goal(titles.get(row.line.goal_id)))
    stated = origin.of_figures(month, (line for _, line in shown)) + origin.of_agreement(system, course, known_at)
    title = f"Stand der Ziele: {course.agreement.terms.title}"
    return tabled(f"ziele-{agreement_id}{f'-{month}' if month else ''}", title, stated, (first, *_COLUMNS), rows)


def line_months(
    system: System,
    actor: Actor,
    agreement_id: AgreementId,
    line_id: LineId,
    *,
    month: Month | None = None,
    known_at: datetime | None = None,
) -> Table:
    """A line at every report month up to this one, each at the load state as agreed."""
    course = system.courses.course(actor, agreement_id, known_at=known_at)
    month = month or course.attainment.latest_month()
    now = next((line for goal in course.goals_at(month) for line in goal.lines if line.line_id == line_id), None)
    if now is None:
        UNKNOWN_LINE.refuse(line=line_id)
    found = [line for line in course.lines_until(month).get(line_id, ()) if line.load_state]
    rows = [row for line in found for row in _rows(german(line.kind), line)]
    at: Column[_Row] = Column("Monat", lambda row: row.line.load_state.report_month if row.line.load_state else None)
    stated = origin.of_figures(month, found) + origin.of_agreement(system, course, known_at)
    title = f"{naming.line(now)}, Monat für Monat: {now.says}"
    return tabled(f"zeile-{line_id}-{agreement_id}", title, stated, (at, *_COLUMNS), rows)


def _rows(of: str, line: LineResult) -> Iterator[_Row]:
    made = line.derivation
    current = made.current if made else line.alone
    yield _Row(of, line, line.sex, current, made.baseline if made else None, made.compared if made else None, True)
    for one in line.by_sex:
        yield _of_sex(line, one)


def _of_sex(line: LineResult, one: BySex) -> _Row:
    return _Row("daneben (I.2)", line, one.sex, one.current, one.baseline, one.compared, judged=False)


def _goal(goal: GoalResult | None) -> str | None:
    return f"{goal.goal_id} {goal.title}" if goal else None


def _unit(row: _Row) -> Cell:
    return german(row.current.unit) if row.current else None


def _amount(value: Value | Compared | None) -> Cell:
    return amount(value.rounded, value.unit) if value else None


def _part(value: Value | None, which: str) -> Cell:
    """Numerator or denominator of a value that divides."""
    return decimal(getattr(value, which)) if value and value.denominator not in {None, "1"} else None


def _gap(row: _Row) -> Cell:
    gap = row.line.gap if row.judged else None
    return amount(gap.rounded, gap.unit) if gap else None


def _state(value: Value | None) -> Cell:
    return text.load_state(value.load_state) if value else None


def _deliveries(row: _Row) -> Cell:
    values = (row.current, row.baseline)
    used = (entered for value in values if value for one in (value.parts or (value,)) for entered in one.inputs)
    return ", ".join(dict.fromkeys(entered.delivery_id for entered in used)) or None


def _said(parts: Iterable[str | None]) -> Cell:
    return " ".join(map(numbers.spoken, filter(None, parts))) or None


_COLUMNS: tuple[Column[_Row], ...] = (
    Column("Fundstelle", lambda row: row.line.clause),
    Column("Art", lambda row: row.of),
    Column("Zeile", lambda row: row.line.line_id),
    Column("Kennzahl", lambda row: row.line.measure_name),
    Column("Kürzel", lambda row: row.line.measure),
    Column("für", lambda row: german(row.sex)),
    Column("Form", lambda row: german(row.line.form)),
    Column("laufendes Jahr", lambda row: _amount(row.current)),
    Column("Vergleichsjahr", lambda row: _amount(row.baseline)),
    Column("Einheit", _unit),
    Column("verglichen wird", lambda row: german(row.line.quantity)),
    Column("verglichen", lambda row: _amount(row.compared)),
    Column("Einheit (verglichen)", lambda row: german(row.compared.unit) if row.compared else None),
    Column("vereinbart", lambda row: german(row.line.bound.comparator) if row.judged and row.line.bound else None),
    Column("vereinbarter Wert", lambda row: row.line.bound.value if row.judged and row.line.bound else None),
    Column("Einheit (vereinbart)", lambda row: german(row.line.bound.unit) if row.judged and row.line.bound else None),
    Column("Lage", lambda row: german(row.line.state) if row.judged else None),
    Column("Vorbehalt", lambda row: ", ".join(map(german, row.line.caveats)) or None if row.judged else None),
    Column("Abstand (minus: Reserve)", _gap),
    Column("Einheit (Abstand)", lambda row: german(row.line.gap.unit) if row.judged and row.line.gap else None),
    Column(
        "Anmerkung",
        lambda row: (
            _said((row.line.not_assessable_because, *(one.says for one in row.line.findings))) if row.judged else None
        ),
    ),
    Column("Zähler", lambda row: _part(row.current, "numerator")),
    Column("Nenner", lambda row: _part(row.current, "denominator")),
    Column("Zähler (Vergleichsjahr)", lambda row: _part(row.baseline, "numerator")),
    Column("Nenner (Vergleichsjahr)", lambda row: _part(row.baseline, "denominator")),
    Column("Ladestand", lambda row: _state(row.current)),
    Column("Ladestand (Vergleichsjahr)", lambda row: _state(row.baseline)),
    Column("Lieferungen", _deliveries),
)

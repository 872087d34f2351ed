"""The part of a paper about goals: where each line stands, its course, and the figures beside it."""

from collections.abc import Iterator, Sequence
from typing import Any

from domain.german import german
from domain.results import GoalResult, LineResult
from domain.terms import Item
from interfaces.german import numbers, results
from interfaces.german.chart import chart
from interfaces.papers.blocks import Block, Bullets, Drawing, Drawings, Heading, Paragraph, Table, drawing
from interfaces.papers.sources import Papered

COLUMNS = ("Zeile", "Wert", "Vorjahr", "Änderung", "Vereinbart", "Stand", "Abstand")
RIGHT = (1, 2, 3)
WIDTHS = (25, 16, 16, 11, 14, 11, 14)


def goals_shown(of: Papered, *, charts: bool) -> Iterator[Block]:
    """Every goal at the month shown: its lines as a table, the course as charts, steps, criteria, topics."""
    courses = of.course.lines_until(of.at)
    for goal in of.goals:
        yield Heading(f"Ziel {goal.goal_id}: {goal.title}", 2)
        if goal.verdicts:
            yield Paragraph("; ".join(f"{one.title}: {german(one.state)}" for one in goal.verdicts) + ".")
        if goal.lines:
            yield lines_table(goal)
            yield from notes(goal)
        drawn = [(chart(line.says, courses.get(line.line_id, ()), of.at), line) for line in goal.lines if line.bound]
        drawings = tuple(_drawing(one, line) for one, line in drawn if one)
        if charts and drawings:
            yield Drawings(drawings)
        yield from beside_table(of, goal)
        yield from _items(of, goal)


def lines_table(goal: GoalResult) -> Table:
    """A goal's lines."""
    rows = [row(line) for line in goal.lines]
    rows = [one for line, own in zip(goal.lines, rows, strict=True) for one in (own, *by_sex(line))]
    return Table(f"Stand der Zeilen zu Ziel {goal.goal_id}", COLUMNS, tuple(rows), RIGHT, WIDTHS)


def row(line: LineResult) -> tuple[str, ...]:
    """A line in one row, as every reading says it."""
    made = line.derivation
    current = made.current if made else line.alone
    return (
        results.measure(line),
        results.single(current),
        results.single(made.baseline) if made else "–",
        results.compared(line) if made and made.baseline else "–",
        results.bound(line).replace(" %", "\u00a0%"),
        german(line.state),
        results.gap(line.gap, line),
    )


def by_sex(line: LineResult) -> Iterator[tuple[str, ...]]:
    """Women and men beside the total."""
    for one in line.by_sex:
        changed = results.held(one.compared) if one.baseline else "–"
        name = f"– {german(one.sex)}"
        yield name, results.single(one.current), results.single(one.baseline), changed, "–", "–", "–"


def notes(goal: GoalResult) -> Iterator[Block]:
    """Caveats of a line: why it cannot be assessed, that rounding decides, what was found."""
    said = [
        f"{results.measure(line)}: {says}"
        for line in goal.lines
        for says in (
            *([line.not_assessable_because] if line.not_assessable_because else []),
            *(["Gerundet fiele das Ergebnis anders aus als genau."] if line.rounding_sensitive else []),
            *(finding.says for finding in line.findings),
        )
    ]
    if said:
        yield Bullets(tuple(said))


def _drawing(drawn: Any, line: LineResult) -> Drawing:
    words = "; ".join(
        f"{numbers.month(point.month)}: {numbers.amount(point.value, drawn.unit, signed=drawn.signed)}"
        for point in drawn.points
    )
    agreed = f" Vereinbart: {results.bound(line)}." if line.bound else ""
    return drawing(drawn, results.measure(line), f"{line.says}. {words}.{agreed}")


def beside_table(of: Papered, goal: GoalResult) -> Iterator[Block]:
    """The key figures and supplementary figures beside a goal."""
    shown = of.beside(goal)
    delivered = [line for line in shown if line.derivation or line.alone]
    if delivered:
        rows = tuple(row(line)[:4] for line in delivered)
        yield Table(f"Ergänzende Größen zu Ziel {goal.goal_id}", COLUMNS[:4], rows, RIGHT, (40, 20, 20, 20))
    missing = [results.measure(line) for line in shown if not (line.derivation or line.alone)]
    if missing:
        yield Paragraph(f"Nicht geliefert: {', '.join(missing)}.", note=True)


def _items(of: Papered, goal: GoalResult) -> Iterator[Block]:
    agreement = of.course.agreement
    yield from _list("Umsetzungsschritte", goal.steps, {name: german(one) for name, one in agreement.steps.items()})
    yield from _list("Erfolgskriterien", goal.criteria, {name: german(one) for name, one in agreement.criteria.items()})
    yield from _list("Themen", goal.topics, dict.fromkeys(agreement.topics, "berichtet"))


def _list(title: str, items: Sequence[Item], stand: dict[str, str]) -> Iterator[Block]:
    if items:
        rows = tuple((item.says, stand.get(item.id, "offen")) for item in items)
        yield Table(title, (title, "Stand"), rows, (), (80, 20))


def data(of: Papered) -> list[dict[str, Any]]:
    """The same figures as data."""
    return [goal.model_dump(mode="json") for goal in of.goals]


def by_line(goals: Sequence[GoalResult]) -> dict[str, LineResult]:
    """The lines by id."""
    return {line.line_id: line for goal in goals for line in goal.lines}

"""The part of a paper about goals: where each line stands, its course, and the figures beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from application.reading.parts.individual_goals import IndividualGoalEntry, Reported, individual_goals
from domain import supplementary
from domain.attainment import in_words
from domain.german import german
from domain.results import GoalResult, LineResult, VerdictResult
from domain.terms import Sex
from domain.values import LineId
from domain.year_to_date import Value
from interfaces.german import naming, numbers, results
from interfaces.german.chart import Chart, chart
from interfaces.papers.blocks import Block, Drawing, Drawings, Heading, Pairs, Paragraph, Table, bullets
from interfaces.papers.charts import drawing
from interfaces.papers.sources import Papered

VALUES = ("Größe", "Wert", "Vorjahr", "Änderung")
JUDGED = ("Vereinbart", "Stand", "Abstand")
RIGHT = (1, 2, 3)
NARROW, WIDE = (46, 18, 18, 18), (27, 17, 17, 11, 13, 13, 14)
COMPUTED = "Änderungen sind mit ungerundeten Werten gerechnet: in Prozent {}, in Prozentpunkten als Differenz."
LEGEND = "Zeichnungen: getönt die vereinbarte Seite; Dreieck: nicht auf Kurs; großes Zeichen: der gezeigte Monat."
_MINUS = re.compile(r"(?<![\w-])-(?=\d)")


def at_a_glance(of: Papered) -> Iterator[Block]:
    """How each verdict stands."""
    rows = tuple(
        (f"Ziel {goal.goal_id}", "\n".join(_verdict(one) for one in goal.verdicts))
        for goal in of.goals
        if goal.verdicts
    )
    if rows:
        yield Pairs(rows)


def _verdict(one: VerdictResult) -> str:
    return f"{numbers.first_upper(one.title)}: {in_words(one.state, one.caveats)}"


def goals_shown(of: Papered, *, charts: bool = False, brief: bool = False) -> Iterator[Block]:
    """Every goal: its lines, steps, criteria and topics; unless `brief` with figures beside and reports."""
    courses = of.course.lines_until(of.at)
    followed = {one.goal_id: one for one in individual_goals(of.counting).goals}
    drawn = {goal.goal_id: tuple(_drawn(of, goal, courses)) if charts else () for goal in of.goals}
    yield from compared_how(of.goals)
    if any(drawn.values()):
        yield Paragraph(LEGEND, note=True)
    for goal in of.goals:
        yield Heading(f"Ziel {goal.goal_id}: {goal.title}", 2)
        if goal.lines:
            yield lines_table(goal, of)
            yield from notes(goal.lines)
        if drawn[goal.goal_id]:
            yield Drawings(drawn[goal.goal_id])
        if not brief:
            yield from beside_table(of, goal)
        if goal.goal_id in followed:
            yield from items(followed[goal.goal_id], reports=not brief)


def compared_how(goals: Sequence[GoalResult]) -> Iterator[Block]:
    """Which values the tables of these goals hold, and with what they are compared."""
    state = next((goal.load_state for goal in goals if goal.lines and goal.load_state), None)
    if state:
        said = (
            f"Jahresfortschrittswerte, {numbers.load_state(state)}, verglichen mit dem Vorjahr zum gleichen Ladestand"
        )
        yield Paragraph(f"{said}; was davon abweicht, ist genannt.", note=True)
        yield Paragraph(COMPUTED.format(of_which_value(line for goal in goals for line in goal.lines)), note=True)


def of_which_value(lines: Iterable[LineResult]) -> str:
    """Of what changes in percent are a part: the value of the year before, unless a line names a year of its own."""
    return "des Werts im Vergleichsjahr" if any(line.base_year for line in lines) else "des Vorjahreswerts"


def lines_table(goal: GoalResult, of: Papered | None = None) -> Table:
    """A goal's lines, each sex beside the total where it has no line of its own."""
    judged = any(line.bound for line in goal.lines)
    own = {(line.measure, line.sex) for line in goal.lines}
    rows: list[tuple[str, ...]] = []
    for line in goal.lines:
        before = of.against_last_year(line) if of and line.bound is None else line
        rows.append((*values(before), *stands(line)) if judged else values(before))
        beside = [one for one in by_sex(before) if (line.measure, one[0]) not in own]
        rows += [(*said, "", "", "") if judged else said for _, said in beside]
    columns = ("Größe", "Wert", naming.base_years(goal.lines), "Änderung")
    if judged:
        return Table("", (*columns, *JUDGED), tuple(rows), RIGHT, WIDE, (4, 5, 6))
    return Table("", columns, tuple(rows), RIGHT, NARROW)


def values(line: LineResult) -> tuple[str, ...]:
    """A line's name and value, the one of last year and the change, as every reading says them."""
    made = line.derivation
    return (
        naming.line(line),
        _value(made.current if made else line.alone),
        _value(made.baseline if made else None),
        figure(results.compared(line)) if made and made.baseline else "–",
    )


def stands(line: LineResult) -> tuple[str, str, str]:
    """A line's bound, how it stands with every caveat, and the gap."""
    return figure(results.bound(line)), in_words(line.state, line.caveats), figure(results.gap(line.gap, line))


def figure(said: str) -> str:
    """A figure with a minus in place of a hyphen, and no break before its sign."""
    return _MINUS.sub("−", said).replace(" %", f"{numbers.NARROW}%")


def _value(formed: Value | None) -> str:
    return figure(results.single(formed))


def by_sex(line: LineResult) -> Iterator[tuple[Sex, tuple[str, ...]]]:
    """Women and men beside the total."""
    for one in line.by_sex:
        changed = figure(results.held(one.compared)) if one.baseline else "–"
        yield one.sex, (f"\u2003{german(one.sex)}", _value(one.current), _value(one.baseline), changed)


def notes(lines: Sequence[LineResult]) -> Iterator[Block]:
    """Caveats of lines, each said once: why one cannot be assessed, that rounding decides, what was found."""
    about: dict[str, list[str]] = {}
    for line in lines:
        for says in _caveats(line):
            about.setdefault(figure(says), []).append(results.measure(line))
    yield from bullets(_noted(", ".join(dict.fromkeys(names)), says) for says, names in about.items())


def _noted(names: str, says: str) -> str:
    return says if says.startswith(f"{names}:") else f"{names}: {says}"


def _caveats(line: LineResult) -> Iterator[str]:
    if line.not_assessable_because:
        yield numbers.spoken(line.not_assessable_because)
    if line.rounding_sensitive:
        yield results.rounding(line)
    yield from (numbers.spoken(finding.says) for finding in line.findings)


def _drawn(of: Papered, goal: GoalResult, courses: Mapping[LineId, Sequence[LineResult]]) -> Iterator[Drawing]:
    """The charts of a goal's lines that have a bound and a course."""
    for line in goal.lines:
        found = chart(line.says, courses.get(line.line_id, ()), of.at) if line.bound else None
        if found:
            yield _drawing(found, line)


def _drawing(drawn: Chart, line: LineResult) -> Drawing:
    words = "; ".join(
        f"{numbers.month(point.month)}: {numbers.amount(point.value, drawn.unit, signed=drawn.signed)}"
        for point in drawn.points
    )
    agreed = f" Vereinbart: {figure(results.bound(line))}." if line.bound else ""
    named = naming.line(line)
    title = f"{named}: Änderung zum {naming.year_compared(line)}" if drawn.signed else named
    return drawing(drawn, title, f"{line.says}. {words}.{agreed}")


def beside_table(of: Papered, goal: GoalResult) -> Iterator[Block]:
    """The figures shown beside a goal, as far as they were delivered; the others stand with those of the ordinance."""
    rows = tuple(values(line) for line in of.beside(goal) if line.derivation or line.alone)
    if rows:
        yield Table("Ergänzende Größen", VALUES, rows, RIGHT, NARROW)


def ordinance_table(of: Papered) -> Iterator[Block]:
    """Every figure of the ordinance in its own form, the sexes beside; then the codes of those that are missing."""
    if of.load_state is None:
        return
    found = supplementary.of_the_ordinance(of.course.attainment.at(of.at), of.load_state)
    rows = tuple(_of_ordinance(line) for line in found if line.derivation or line.alone)
    if rows:
        columns = ("Kennzahl", "Größe", "Form", "Insgesamt", "Frauen", "Männer")
        yield Table("", columns, rows, (3, 4, 5), (10, 42, 16, 12, 10, 10))
    missing = [line.measure for line in found if not (line.derivation or line.alone)]
    if missing:
        said = f"Aus den Daten dieses Ladestands nicht zu bilden: {', '.join(missing)}."
        yield Paragraph(said, note=True)


def _of_ordinance(line: LineResult) -> tuple[str, ...]:
    made = line.derivation
    sexes = {one.sex: figure(results.held(one.compared)) for one in line.by_sex}
    total = figure(results.held(made.compared)) if made else _value(line.alone)
    form = german(line.form)
    return line.measure, line.measure_name, form, total, *(sexes.get(sex, "–") for sex in (Sex.WOMEN, Sex.MEN))


def items(goal: IndividualGoalEntry, *, reports: bool) -> Iterator[Block]:
    """Steps, criteria and topics of a goal, each with its last report and evidence where `reports` are asked for."""
    steps = tuple((one.says, german(one.progress) if one.progress else "offen", one.reports) for one in goal.steps)
    met = tuple((one.says, german(one.appraisal) if one.appraisal else "offen", one.reports) for one in goal.criteria)
    topics = tuple((one.says, "berichtet" if one.reports else "offen", one.reports) for one in goal.topics)
    for title, found in (("Umsetzungsschritt", steps), ("Erfolgskriterium", met), ("Thema", topics)):
        rows = tuple((says, stand, last_report(told)) for says, stand, told in found)
        if reports and any(told for _, _, told in rows):
            yield Table("", (title, "Stand", "Bericht und Nachweis"), rows, (), (48, 14, 38))
        elif rows:
            yield Table("", (title, "Stand"), tuple((says, stand) for says, stand, _ in rows), (), (80, 20))


def last_report(reports: Sequence[Reported]) -> str:
    """The last report in words, with its day and evidence."""
    if not reports:
        return ""
    last = reports[-1]
    evidence = ", ".join(f"{one.title}, Az. {one.file_reference}" for one in last.evidence)
    return f"{last.says} ({numbers.day(last.source.occurred_on)}){f'. Nachweis: {evidence}' if evidence else ''}"


def data(of: Papered) -> dict[str, Any]:
    """The same figures as data, with the version of the sources that made the paper."""
    return {"software": of.state.software, "goals": [goal.model_dump(mode="json") for goal in of.goals]}


def by_line(goals: Sequence[GoalResult]) -> dict[str, LineResult]:
    """The lines by id."""
    return {line.line_id: line for goal in goals for line in goal.lines}

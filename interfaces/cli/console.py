"""Where the command line prints, and how tables look there."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from rich.console import Console

from application.history.differences import Difference
from application.history.entry import History, HistoryEntry
from application.history.exports import difference_text
from application.lists.due_item import DueItem
from application.reading.decision import DecisionReading
from application.reading.explanation import Explanation, GoalExplained
from application.reading.parts.individual_goals import Reports
from domain import facts
from domain.attainment import in_words
from domain.facts.judging import Assessment
from domain.german import german, spoken
from domain.record import Fact
from domain.results import GoalResult, LineResult, PublishedRate
from domain.state import Agreement
from interfaces.cli.rows import Rows, add, plain_table
from interfaces.german import decision as deciding
from interfaces.german import explanation as explaining
from interfaces.german import naming, numbers
from interfaces.german import results as text
from interfaces.german.due import due_says
from interfaces.german.labels import Labels
from interfaces.german.subjects import in_full

PLAIN_WIDTH = 160
"""Columns when the output is no terminal."""


def console(*, stderr: bool = False) -> Console:
    """A console that is coloured on a terminal and plain elsewhere; it alters no word (":id:" is no picture)."""
    out = Console(stderr=stderr, highlight=False, emoji=False)
    return out if out.is_terminal else Console(stderr=stderr, highlight=False, emoji=False, width=PLAIN_WIDTH)


def print_attainment(
    out: Console,
    goals: tuple[GoalResult, ...],
    explanation: Explanation | None = None,
    reports: Reports | None = None,
    *,
    whole: bool = False,
) -> None:
    """The state of every goal's lines, below each table how it came about, whole or in short, and what explains it."""
    explained = {goal.goal_id: goal for goal in explanation.goals} if explanation else {}
    for goal in goals:
        out.print()
        out.print(f"Ziel {goal.goal_id}: {goal.title} ({goal.clause}, {german(goal.kind)})", style="bold", markup=False)
        if goal.lines:
            out.print(_table(goal.lines))
        for verdict in goal.verdicts:
            out.print(f"  {verdict.title} ({verdict.clause}): {in_words(verdict.state, verdict.caveats)}", markup=False)
        _print_derivations(out, goal.lines, whole=whole)
        if goal.goal_id in explained:
            names = {line.line_id: naming.line(line) for line in goal.lines}
            _print_explained(out, explained[goal.goal_id], names, whole=whole)
        for title, items in (
            ("Vereinbarter Schritt", goal.steps),
            ("Vereinbartes Kriterium", goal.criteria),
            ("Thema", goal.topics),
        ):
            for item in items:
                out.print(f"  {title}: {item.says}", soft_wrap=not out.is_terminal, markup=False)
                for said in reported(reports, item.id) if reports else ():
                    out.print(f"    {said}", soft_wrap=not out.is_terminal, markup=False)
    if explanation:
        _print_key_figures(out, explanation.key_figures, explanation.published)


def reported(reports: Reports, item_id: str) -> Iterator[str]:
    """What was reported last on a step, criterion or topic, and when."""
    for step in reports.steps.get(item_id, ())[-1:]:
        yield f"{german(step.progress)} ({spoken(step.source.occurred_on)}): {step.says}"
    for criterion in reports.criteria.get(item_id, ())[-1:]:
        yield f"{german(criterion.appraisal)} ({spoken(criterion.source.occurred_on)}): {criterion.says}"
    for topic in reports.topics.get(item_id, ())[-1:]:
        yield f"berichtet ({spoken(topic.source.occurred_on)}): {topic.says}"


def _print_key_figures(out: Console, found: tuple[LineResult, ...], published: tuple[PublishedRate, ...]) -> None:
    """The figures of the ordinance in its own form, beside them those published, and which were not delivered."""
    beside = {one.measure: text.published(one) for one in published}
    shown = [line for line in found if line.derivation or line.measure in beside]
    if not found:
        return
    out.print()
    out.print("Kennzahlen und Ergänzungsgrößen nach § 48a SGB II, in der Form der Verordnung", style="bold")
    table = plain_table("", "Kennzahl", "Form", "Stand", *(["veröffentlicht"] if beside else []))
    for line in shown:
        more = [beside.get(line.measure, "–")] if beside else []
        add(table, line.measure, line.measure_name, german(line.form), text.compared(line), *more)
    if shown:
        out.print(table)
    if lacking := [f"{line.measure} {line.measure_name}" for line in found if line not in shown]:
        out.print(f"  Nicht geliefert: {'; '.join(lacking)}", soft_wrap=not out.is_terminal, markup=False)


def print_decision(out: Console, found: DecisionReading) -> None:
    """Where it stands and what was decided, when, by whom and on which loads."""
    wraps = not out.is_terminal
    out.print(deciding.signed(found), markup=False, soft_wrap=wraps)
    if found.present is None:
        out.print(deciding.NOT_DECIDED)
        return
    out.print(deciding.headline(found.present), style="bold", markup=False, soft_wrap=wraps)
    table = plain_table("Urteil", "beschlossen", "errechnet", "nach heutigen Zahlen", "auf den Daten")
    for verdict in found.verdicts:
        loads = ", ".join(map(deciding.load, verdict.loads)) or "Schritte und Kriterien"
        title = f"{verdict.title} ({verdict.clause})"
        add(table, title, german(verdict.judged), german(verdict.computed), deciding.today(verdict), loads)
    out.print(table)
    for line in deciding.aftermath(found.present):
        out.print(line, markup=False, soft_wrap=wraps)


def print_lines(out: Console, lines: tuple[LineResult, ...]) -> None:
    """The state of lines without their goals, and below it how each came about."""
    out.print(_table(lines))
    _print_derivations(out, lines, whole=True)


def print_months(out: Console, lines: tuple[LineResult, ...]) -> None:
    """A line month by month, each at the load state as agreed."""
    if not lines:
        out.print("Dazu ist noch kein Monat freigegeben.")
        return
    before = naming.base_year(lines[0])
    table = plain_table("Monat", before, "laufendes Jahr", "verglichen", "vereinbart", "Lage", "Abstand")
    for line in lines:
        add(table, text.load_state(line.load_state) if line.load_state else "–", *_cells(line)[1:])
    out.print(table)


def _print_derivations(out: Console, lines: tuple[LineResult, ...], *, whole: bool) -> None:
    says = text.derivation if whole else text.derivation_in_short
    for said in filter(None, map(says, lines)):
        out.print(f"  · {said}", soft_wrap=not out.is_terminal, markup=False)


def _print_explained(out: Console, goal: GoalExplained, names: Mapping[str, str], *, whole: bool) -> None:
    """Outlook and data quality of every line, and what is shown beside the goal; in short, outlooks and numbers."""
    wraps = not out.is_terminal
    for line in goal.lines:
        said = (explaining.pace(line), *(explaining.quality(line.quality) if whole else ()))
        if any(said):
            out.print(f"  {names[line.line_id]}: {' '.join(filter(None, said))}", soft_wrap=wraps, markup=False)
    shown = tuple(line for line in goal.beside if line.derivation)
    if shown:
        out.print("  Daneben:")
        out.print(_table(shown))
        _print_derivations(out, shown, whole=whole)
    lacking = [naming.line(line) for line in goal.beside if not line.derivation]
    if lacking:
        out.print(f"  Daneben nicht geliefert: {'; '.join(lacking)}", soft_wrap=wraps, markup=False)


def _table(lines: tuple[LineResult, ...]) -> Rows:
    before = naming.base_years(lines)
    table = plain_table("Kennzahl", before, "laufendes Jahr", "verglichen", "vereinbart", "Lage", "Abstand")
    for line in lines:
        add(table, *_cells(line))
    return table


def _cells(line: LineResult) -> tuple[str, ...]:
    formed = line.derivation
    return (
        naming.line(line),
        text.single(formed.baseline if formed else None),
        text.single(formed.current if formed else line.alone),
        text.compared(line),
        text.bound(line),
        in_words(line.state, line.caveats),
        text.gap(line.gap, line),
    )


def print_history(out: Console, history: History, agreements: Callable[[str], Agreement | None]) -> None:
    """Every entry: its number in the agreement and in the log, legal day, what, who, why, and what was noticed."""
    table = plain_table("Stand", "Position", "Tag", "festgehalten", "was", "wer", "Grund, Feststellungen")
    for entry in history:
        agreement = agreements(entry.stream_id)
        about, subject = in_full(_fact(entry), agreement), Labels(agreement).of_subject if agreement else str
        who = f"{entry.office}{f' ({entry.capacity})' if entry.capacity else ''}"
        noticed = (f"Feststellung: {numbers.spoken(finding.says)}" for finding in entry.findings)
        why = [entry.reason or "", *noticed, *(f"Geändert: {_changed(one, subject)}." for one in entry.differences)]
        add(
            table,
            str(entry.version),
            str(entry.position),
            spoken(entry.occurred_on),
            numbers.moment(entry.recorded_at),
            f"{entry.title}: {about}" if about else entry.title,
            who,
            " ".join(filter(None, why)),
        )
    out.print(table)


def _changed(one: Difference, subject: Callable[[str], str]) -> str:
    return difference_text(one.model_copy(update={"says": subject(one.says)}))


def _fact(entry: HistoryEntry) -> Fact:
    fact: Fact = getattr(facts, entry.type).model_validate(entry.fact)
    return fact


def print_assessment(out: Console, assessment: Assessment) -> None:
    """The judgement beside the computed outcome, and how each circumstance was appraised."""
    judged = {judgement.verdict_id: judgement for judgement in assessment.judgements}
    table = plain_table("Urteil über", "errechnet", "bewertet", "Begründung")
    for verdict in assessment.computed:
        judgement = judged[verdict.verdict_id]
        why = [
            judgement.why or "",
            f"gestützt auf {', '.join(map(text.reference, judgement.cites))}" if judgement.cites else "",
        ]
        title = f"{verdict.title} ({verdict.clause})"
        add(table, title, german(verdict.outcome), german(judgement.outcome), " ".join(filter(None, why)))
    out.print(table)
    for addressed in assessment.addressed:
        effect = "mit Auswirkung" if addressed.has_effect else "ohne Auswirkung"
        out.print(f"  {text.reference(addressed.reference)}: {effect}. {addressed.why}", markup=False)
    stance = f"{german(assessment.county.stance)} ({spoken(assessment.county.on)})"
    out.print(f"  Landkreis: {stance}. {assessment.county.says or ''}".rstrip(), markup=False)
    out.print(f"  {assessment.summary}", markup=False)


def print_due(out: Console, items: tuple[DueItem, ...], when: date) -> None:
    """Since when, by when, who and what."""
    found = plain_table("seit", "bis", "wer", "Vereinbarung", "was")
    for item in items:
        until = spoken(item.due_by) if item.due_by else "–"
        overdue = item.due_by is not None and item.due_by < when
        add(
            found,
            spoken(item.due_from),
            f"{until} (überfällig)" if overdue else until,
            ", ".join(german(role) for role in item.roles),
            item.agreement_id,
            f"{due_says(item)} [{item.clause}]",
        )
    out.print(found if items else f"Am {spoken(when)} ist nichts fällig.")

"""The final assessment on paper: computed beside judged, each appraisal with its reason, the county's position."""

from collections.abc import Iterator

from application.reading.decision import AppraisedPoint, DecisionReading, VerdictThenAndNow
from application.reading.parts.final_assessment import AssessmentEntry
from application.reading.parts.individual_goals import individual_goals
from application.reading.parts.part import because
from domain.assessing import to_appraise
from domain.german import german
from domain.parties import Side
from domain.results import GoalResult, LineResult
from interfaces.german import decision as german_decision
from interfaces.german import numbers, results
from interfaces.papers.blocks import Block, Heading, Paper, Paragraph, Signatures, Table, bullets, pairs, section
from interfaces.papers.goals import at_a_glance, compared_how, data, goals_shown, items, lines_table, notes
from interfaces.papers.sources import Papered

ADDED = (
    "Wo die Entscheidung von einer beobachteten Größe nur den Wert nennt, sind Vorjahr und Änderung aus den Daten"
    " ergänzt, die damals bekannt waren."
)


def assessment(of: Papered) -> Paper:
    """The final assessment; before there is one, how the goals stand and what is to be appraised."""
    found = of.decision
    if found.present is None:
        return Paper("Vorbereitung der Gesamtbewertung", of.subtitle, tuple(_undecided(of)), of.state, data(of))
    blocks = [
        *decided(of, found, found.present),
        *section("Schritte und Kriterien zum Datenstand", _individual(of)),
        *_signed(of),
    ]
    return Paper("Gesamtbewertung", of.subtitle, tuple(blocks), of.state, data(of))


def _undecided(of: Papered) -> list[Block]:
    return [
        Paragraph("Eine Gesamtbewertung ist noch nicht getroffen; die Ziele stehen zum Datenstand wie folgt."),
        *section("Ziele", [*at_a_glance(of), *goals_shown(of)]),
        *section("Zu würdigen", bullets([*to_appraise(of.course.agreement).values()])),
    ]


def _individual(of: Papered) -> Iterator[Block]:
    """What the verdicts on individual goals rest on."""
    for goal in individual_goals(of.counting).goals:
        if goal.steps or goal.criteria:
            yield Heading(f"Ziel {goal.goal_id}: {goal.title}", 2)
            yield from items(goal, reports=False)


def _signed(of: Papered) -> Iterator[Block]:
    yield Heading("Unterschrift")
    yield Signatures(tuple(party.name for party in of.parties if party.side is Side.LAND))


def decided(of: Papered, found: DecisionReading, made: AssessmentEntry) -> Iterator[Block]:
    """A decision with everything it rests on and what followed it."""
    by = made.source
    yield pairs(
        ("Getroffen am", f"{numbers.day(by.occurred_on)} (Eintrag {by.version})"),
        ("Von", by.office),
        ("Rechtsgrundlage", by.legal_basis),
        ("Anlass", made.cause),
        ("Zusammenfassung", made.summary),
    )
    yield from judged(of, found, made)
    yield from section("Zahlen der Entscheidung", _embedded(of, made))
    yield from section("Frühere Fassungen", bullets([german_decision.headline(one) for one in found.earlier]))


def judged(of: Papered, found: DecisionReading, made: AssessmentEntry) -> Iterator[Block]:
    """The verdicts, the appraisals and the county's position of a decision."""
    yield from section("Urteile", _verdicts(of, found))
    yield from section("Würdigung", _appraisals(found, of), "Es war nichts zu würdigen.")
    yield from section("Stellungnahme der Kommune", _position(made))


def _verdicts(of: Papered, found: DecisionReading) -> Iterator[Block]:
    titles = {one.verdict_id: verdict_title(of, one) for one in found.verdicts}
    rows = tuple((titles[one.verdict_id], german(one.computed), german(one.judged)) for one in found.verdicts)
    yield Table("", ("Urteil über", "errechnet", "beschlossen"), rows, (), (60, 20, 20))
    yield from bullets(
        [f"{titles[one.verdict_id]}: {one.why}{_cited(one, found)}" for one in found.verdicts if one.why]
    )


def verdict_title(of: Papered, verdict: VerdictThenAndNow) -> str:
    """A verdict with the goal it is about."""
    goals = {one.id: goal.id for goal in of.agreed.values() for one in goal.verdicts} | {
        name: name for name in of.agreed
    }
    goal = goals.get(verdict.verdict_id)
    return f"Ziel {goal}: {verdict.title}" if goal else numbers.first_upper(verdict.title)


def _cited(verdict: VerdictThenAndNow, found: DecisionReading) -> str:
    words = {one.reference: one.says for one in found.addressed}
    said = "; ".join(words.get(one) or results.reference(one) for one in verdict.cites)
    return f" (gestützt auf: {said})" if said else ""


def _appraisals(found: DecisionReading, of: Papered) -> Iterator[Block]:
    words = to_appraise(of.course.agreement)
    effect = {True: "mit Auswirkung", False: "ohne Auswirkung"}
    rows = tuple((_point(one, words), effect[one.has_effect], one.why) for one in found.addressed)
    if rows:
        yield Table("", ("Umstand, neues Recht, Feststellung", "Würdigung", "Begründung"), rows, (), (40, 18, 42))


def _point(one: AppraisedPoint, words: dict[str, str]) -> str:
    return one.says or words.get(one.reference) or results.reference(one.reference)


def _position(made: AssessmentEntry) -> Iterator[Block]:
    stance = f"Die Kommune {german(made.county.stance)} ({numbers.day(made.county.on)})"
    yield Paragraph(f"{because(stance, made.county.says).rstrip('.')}.")
    yield from bullets(
        [
            because(f"Nach der Gesamtbewertung, {numbers.day(one.source.occurred_on)}: {german(one.answer)}", one.says)
            for one in made.answers
        ]
    )


def _embedded(of: Papered, made: AssessmentEntry) -> Iterator[Block]:
    """The figures the decision itself holds, as they were then."""
    goals = [GoalResult.model_validate(plain) for plain in made.derivation]
    yield from compared_how(goals)
    yield from lines_of(goals, of.known(made.source.recorded_at))
    if any(_without_year_before(line) for goal in goals for line in goal.lines):
        yield Paragraph(ADDED, note=True)


def _without_year_before(line: LineResult) -> bool:
    return line.bound is None and not (line.derivation and line.derivation.baseline)


def lines_of(goals: list[GoalResult], then: Papered) -> Iterator[Block]:
    """The lines of goals, as a record holds them; levels that are only watched with the year before, as known then."""
    for goal in goals:
        if goal.lines:
            yield Heading(f"Ziel {goal.goal_id}: {goal.title}", 2)
            yield lines_table(goal, then)
            yield from notes(goal.lines)

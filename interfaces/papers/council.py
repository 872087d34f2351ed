"""The note for the council's committee after a dialog, in words a council member understands."""

from collections.abc import Iterator

from application.reading.parts.follow_up import circumstances, legal_changes
from domain.attainment import LineState, in_words
from domain.facts.individual import Progress
from domain.german import german
from domain.results import GoalResult, LineResult
from domain.terms import Quantity, Sex
from interfaces.german import naming, numbers, results
from interfaces.papers import plain
from interfaces.papers.blocks import Block, Bullets, Heading, Paper, Paragraph, bullets, section, text
from interfaces.papers.follow_up import committee_said, law_said, measures_table, what_differs
from interfaces.papers.goals import data, figure, of_which_value
from interfaces.papers.sources import Papered

MEANS = {
    "K2": "Die Integrationsquote sagt, wie viele Menschen Arbeit oder Ausbildung aufnahmen, gemessen an allen"
    " erwerbsfähigen Leistungsberechtigten.",
    "LZB": "Langzeitleistungsbeziehende sind Menschen, die in den letzten zwei Jahren mindestens 21 Monate lang"
    " Leistungen bezogen haben.",
}
"""What a council member should know about a measure, by its code."""

BY_PERCENT = "Änderungen sind in Prozent {} angegeben, nicht in Prozentpunkten."
ON_COURSE = "„Auf Kurs“ heißt: Bliebe es so, wäre das Ziel erreicht."
AT_THE_END = "„Auf Kurs“ heißt hier, am Ende des Jahres: Die Zahlen erfüllen, was vereinbart ist."
COMMITTEE = "Der Ausschuss für Zielvereinbarungen bereitet die Zieldialoge mit vor; er ist kein Ausschuss der Kommune."


def note(of: Papered) -> Paper:
    """What was talked about, where the goals stand, and what follows."""
    dialog, talk = of.held()
    then = of.of_talk(talk)
    entry = next(one for one in then.dialogs if one.dialog_id == dialog.dialog_id)
    day = numbers.day(talk.held_on)
    blocks: list[Block] = [
        Paragraph(
            f"Land und {of.county} haben am {day} über die gemeinsamen Ziele des Jobcenters für das Jahr"
            f" {of.course.agreement.terms.year} gesprochen."
        ),
        *section("Beschlussvorschlag", [Paragraph("Der Ausschuss nimmt den Bericht zur Kenntnis.")]),
        *section("Wo die Ziele stehen", _in_words(then)),
        *section("Woran es liegt", text(talk.causes)),
        *section("Was sich geändert hat", bullets(_changes(then))),
        *section("Wie es weitergeht", text(talk.outlook)),
        *section(
            "Was verabredet wurde", measures_table(talk.measures, then, fresh=True), "Neue Verabredungen gab es nicht."
        ),
        *section("Was der Ausschuss für Zielvereinbarungen empfohlen hat", committee_said([entry])),
        *section("Zum Verständnis", bullets(_explained(then, committee=bool(entry.committee)))),
    ]
    title = f"Vorlage zum Zieldialog am {day}"
    return Paper(title, then.subtitle, tuple(blocks), then.state, data(then))


def _changes(of: Papered) -> list[str]:
    return [*map(what_differs, circumstances(of.counting)), *map(law_said, legal_changes(of.counting))]


def _in_words(of: Papered) -> Iterator[Block]:
    if of.at:
        until = numbers.month(of.at)
        period = until if of.at.endswith("-01") else f"Januar bis {until}"
        yield Paragraph(f"Die Zahlen umfassen {period}; was davon abweicht, ist genannt.")
    for goal in of.goals:
        said = tuple(sentence(line) for line in goal.lines if line.bound)
        said += tuple(_steps(of, goal))
        if said:
            yield Heading(goal.title, 2)
            yield Bullets(said)


def sentence(line: LineResult) -> str:
    """A line in sentences: what it is, what it was a year before, what was agreed, how it stands."""
    made = line.derivation
    if made is None:
        why = numbers.spoken(line.not_assessable_because or "")
        return f"{_called(line)}: {in_words(line.state, line.caveats)}. {why}".strip()
    year = f"{line.base_year}:" if line.base_year else naming.YEAR_BEFORE
    before = f" ({year} {figure(results.single(made.baseline))})" if made.baseline else ""
    said = f"{_called(line)}: {figure(results.single(made.current))}{before}"
    if made.compared.quantity is not Quantity.LEVEL:
        said += f", das {'sind' if made.compared.rounded else 'ist'} {figure(plain.changed(made.compared))}"
    gap = results.gap(line.gap, line)
    more = f", {figure(gap)}" if line.state is LineState.OFF_COURSE and gap != "–" else ""
    return f"{said}. Vereinbart: {figure(plain.agreed(line))}. Stand: {in_words(line.state, line.caveats)}{more}."


def _called(line: LineResult) -> str:
    of_one = line.sex in {Sex.WOMEN, Sex.MEN}
    name = f"{line.measure_name} der {german(line.sex)}" if of_one else results.measure(line)
    return naming.called(name, line)


def _steps(of: Papered, goal: GoalResult) -> Iterator[str]:
    """How many of a goal's steps are done."""
    if goal.steps:
        reported = of.course.agreement.steps
        done = sum(reported.get(item.id) is Progress.DONE for item in goal.steps)
        yield f"{done} von {len(goal.steps)} vereinbarten Schritten sind umgesetzt."


def _explained(of: Papered, *, committee: bool) -> Iterator[str]:
    lines = [line for goal in of.goals for line in goal.lines if line.bound]
    window = of.course.agreement.terms.assessment
    year = "des genannten Jahres" if any(line.base_year for line in lines) else "des Vorjahres"
    yield from (MEANS[code] for code in dict.fromkeys(line.measure for line in lines) if code in MEANS)
    yield f"Verglichen wird immer mit demselben Zeitraum {year}, damit Jahreszeiten nicht täuschen."
    if any(line.quantity is Quantity.CHANGE for line in lines):
        yield BY_PERCENT.format(of_which_value(lines))
    yield (
        f"{AT_THE_END if (of.at or '').endswith('-12') else ON_COURSE} Entschieden wird in der Gesamtbewertung zwischen"
        f" dem {numbers.day(window.opens_on)} und dem {numbers.day(window.closes_on)}."
    )
    if committee:
        yield COMMITTEE

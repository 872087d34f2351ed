"""The pack people talk over in a dialog: life, goals, follow-up, open points."""

from collections.abc import Iterator

from application.reading.parts.dialogs import DialogEntry
from application.reading.parts.follow_up import advice, agreed_measures
from domain.assessing import to_appraise
from domain.german import german
from domain.state import ENDED
from interfaces.german import numbers
from interfaces.papers.blocks import Block, Paper, bullets, pairs, section
from interfaces.papers.follow_up import (
    circumstances_said,
    committee_said,
    deviations_said,
    laws_table,
    measures_table,
)
from interfaces.papers.goals import at_a_glance, data, goals_shown, ordinance_table
from interfaces.papers.judging import verdict_title
from interfaces.papers.sources import Papered

OWN_SECTIONS = ("circumstance:", "law:")
"""References of points that stand under headings of their own."""


def pack(of: Papered) -> Paper:
    """The subjects of a dialog."""
    month = numbers.month(of.at) if of.at else "noch ohne Daten"
    return Paper(f"Dialogmappe {month}", of.subtitle, tuple(contents(of, charts=True)), of.state, data(of))


def contents(of: Papered, *, charts: bool) -> Iterator[Block]:
    """Where the agreement stands, in the order in which it is talked about."""
    yield from section("Auf einen Blick", [*at_a_glance(of), *life(of)])
    yield from section("Ziele", goals_shown(of, charts=charts))
    yield from section("Kennzahlen und Ergänzungsgrößen nach § 48a SGB II", ordinance_table(of))
    yield from section("Verabredungen aus den Dialogen", measures_table(agreed_measures(of.counting), of))
    yield from section("Zielabweichungen", bullets(deviations_said(of)))
    yield from section("Umstände", bullets(circumstances_said(of)))
    yield from section("Neues Recht", laws_table(of))
    yield from section("Beratung durch das Land", bullets([one.says for one in advice(of.counting)]))
    yield from section("Empfehlung des Ausschusses", committee_said(of.dialogs))
    yield from section("Offene Feststellungen", bullets(_open_points(of)))


def _open_points(of: Papered) -> list[str]:
    appraised = of.course.agreement.assessment
    done = {one.reference for one in appraised.addressed} if appraised else set()
    points = to_appraise(of.course.agreement).items()
    return [says for reference, says in points if not reference.startswith(OWN_SECTIONS) and reference not in done]


def life(of: Papered) -> Iterator[Block]:
    """The stations so far, and those that lie ahead."""
    agreement = of.course.agreement
    since = f", bindend seit {numbers.day(agreement.binding_since)}" if agreement.binding_since else ""
    rows = [("Lage", f"{german(agreement.status)}{since}")]
    rows += [("Zieldialog", f"{german(one.kind)}, {came_about(one)}") for one in of.dialogs]
    if agreement.assessed_on:
        rows.append(("Gesamtbewertung", f"getroffen am {numbers.day(agreement.assessed_on)}"))
        judged = (f"{verdict_title(of, one)}: {german(one.judged)}" for one in of.decision.verdicts)
        rows.append(("Beschlossen", "\n".join(judged)))
    elif agreement.status not in ENDED:
        window = agreement.terms.assessment
        rows.append(("Gesamtbewertung", f"von {numbers.day(window.opens_on)} bis {numbers.day(window.closes_on)}"))
    yield pairs(*rows)


def came_about(one: DialogEntry) -> str:
    """How far a dialog has come, and for when."""
    if one.held:
        return f"geführt am {numbers.day(one.held.held_on)}, Grundlage {numbers.load_state(one.held.load_state)}"
    planned = f" für den {numbers.day(one.planned_for)}" if one.planned_for else ""
    return f"{german(one.status)}{planned}"

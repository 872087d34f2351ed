"""A new year's draft from an earlier agreement: terms that carry over, and terms to decide again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.acts.drafting import DraftAgreement
from domain.reasons import Reason
from domain.rulebook.drafting import YEAR_NOT_LATER
from domain.state import Agreement
from domain.terms import AssessmentWindow, Goal, InterimBound, Line, Terms
from domain.values import Frozen, shift


class Undecided(Frozen):
    """A term that is carried over unchanged and has to be decided again."""

    about: str
    """Kind of term: outlook, benchmark, budget_line, target, step …"""
    id: str | None = None
    """Its id in the terms, where it has one."""
    clause: str
    says: str
    values: dict[str, str]
    """The values the sentence names, by role; codes and plain words, for machines."""


SENTENCES = {
    "outlook": "Wirtschaftliche Lage (II.1): der Text beschreibt das Jahr {year}.",
    "benchmark": "Eckwert „{title}“ (II.1): übernommen sind {change} % aus „{source}“.",
    "budget": "Haushaltsmittel (II.2): bisher keine genannt.",
    "budget_line": "Haushaltsmittel „{title}“ (II.2): übernommen sind {amount} Euro.",
    "nationwide_line": "Bundesweit enthalten „{title}“ (II.2): übernommen sind {amount} Euro.",
    "budget_total": "Haushaltsmittel gesamt (II.2): genannt sind {amount} Euro.",
    "target": "Zielwert ({clause}): {text}.",
    "interim_target": "Zwischenwert für {month} ({clause}): {text}.",
    "step": "Schritt zu Ziel {goal} ({clause}): {text}.",
    "criterion": "Erfolgskriterium zu Ziel {goal} ({clause}): {text}.",
    "topic": "Thema zu Ziel {goal} ({clause}): {text}.",
    "ordinance": "Kennzahlenverordnung (III.2.2): übernommen ist die Fassung vom {issued}{amended} "
    "(Katalog „{catalogue}“); gilt für {year} eine neuere?",
    "rounding": "Rundung: {decides}; entscheidet der genaue oder der gerundete Wert?",
    "own_measure": "Eigene Kennzahl „{measure}“: {name}.",
    "dialogs": "Zieldialoge (III.3.1): mindestens {minimum}, Wartezeit {months} Monate.",
    "assessment_window": "Zeitraum des Abschlussdialogs (III.3.3): {opens} bis {closes}.",
    "text": "Wortlaut: der des Jahres {year} ist nicht übernommen, bitte den neuen eingeben.",
    "principles": "Grundsätze, Verpflichtungen und Vertretung der Partner (I, III.1, S): "
    "unverändert übernommen, bitte prüfen.",
}
"""What has to be decided again, by the kind of term."""
_ROUNDING = {
    "exact": Reason("exact_so_far", "bisher entscheidet der genaue Wert"),
    "rounded": Reason("rounded_so_far", "bisher entscheidet der gerundete Wert"),
    "not_agreed": Reason("nothing_agreed", "bisher ist nichts vereinbart"),
}
_AMENDED = Reason("amended_since", ", geändert am {amended_on}")
_NEVER_AMENDED = Reason("never_amended", "")


@dataclass(frozen=True, slots=True)
class Carried:
    """A request that would draft the new year's agreement, and what must be decided before it is made."""

    request: DraftAgreement
    undecided: tuple[Undecided, ...]


def carried_over(agreement: Agreement, year: int, today: date) -> Carried:
    """The terms agreed last, moved to another year, without the words of their paper; nothing is recorded.

    Texts, amounts and bounds stay as they were; only the year after words such as "Jahr" moves along. Refuses a year
    that does not come later.
    """
    terms = agreement.terms
    YEAR_NOT_LATER.refuse_if(year <= terms.year, year=year, agreed=terms.year)
    moved = _moved(terms, year - terms.year)
    request = DraftAgreement(
        occurred_on=today,
        reason=f"Übernommen aus {agreement.id}, Fassung {agreement.terms_version} der Bedingungen",
        legal_basis=terms.legal_basis,
        terms=moved,
    )
    return Carried(request, tuple(_undecided(terms, moved)))


def _moved(terms: Terms, years: int) -> Terms:
    window = AssessmentWindow(
        opens_on=_later(terms.assessment.opens_on, years),
        closes_on=_later(terms.assessment.closes_on, years),
        months_waited=terms.assessment.months_waited,
    )
    return terms.model_copy(
        update={
            "title": _text(terms.title, terms.year, years),
            "year": terms.year + years,
            "assessment": window,
            "goals": tuple(_goal(goal, terms.year, years) for goal in terms.goals),
            "text": (),
        }
    )


def _goal(goal: Goal, year: int, years: int) -> Goal:
    lines = tuple(_line(line, year, years) for line in goal.lines)
    return goal.model_copy(update={"says": _text(goal.says, year, years), "lines": lines})


def _line(line: Line, year: int, years: int) -> Line:
    interim = tuple(
        InterimBound(month=shift(interim.month, 12 * years), bound=interim.bound) for interim in line.interim
    )
    return line.model_copy(update={"says": _text(line.says, year, years), "interim": interim})


def _text(text: str, year: int, years: int) -> str:
    """The text with the agreement's year and the one before it moved, where they follow "Jahr"; dates stay."""
    return re.sub(
        rf"\b(Jahr(?:e|es|s)?) ({year - 1}|{year})\b", lambda found: f"{found[1]} {int(found[2]) + years}", text
    )


def _later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th in other than leap years."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _undecided(old: Terms, new: Terms) -> Iterator[Undecided]:
    """The terms that the new year needs a decision on, in the order of the text."""
    yield from _conditions(old)
    for goal in new.goals:
        yield from _of_goal(goal)
    yield from _procedure(old, new)


def _open(about: str, clause: str, of: str | None = None, **values: object) -> Undecided:
    said = Reason(about, SENTENCES[about]).of(clause=clause, **values)
    return Undecided(about=about, id=of, clause=clause, says=said.in_german(), values=said.plain())


def _conditions(old: Terms) -> Iterator[Undecided]:
    if old.outlook:
        yield _open("outlook", "II.1", year=old.year)
    for mark in old.benchmarks:
        yield _open("benchmark", "II.1", mark.id, title=mark.title, change=mark.expected_change, source=mark.source)
    if old.budget is None:
        yield _open("budget", "II.2")
        return
    for line in old.budget.lines:
        yield _open("budget_line", "II.2", line.id, title=line.title, amount=line.amount)
    for line in old.budget.included_nationwide:
        yield _open("nationwide_line", "II.2", line.id, title=line.title, amount=line.amount)
    yield _open("budget_total", "II.2", amount=old.budget.stated_total)


def _of_goal(goal: Goal) -> Iterator[Undecided]:
    for line in goal.lines:
        if line.bound is not None:
            yield _open("target", line.clause, line.id, text=line.says)
        for interim in line.interim:
            yield _open("interim_target", line.clause, line.id, month=interim.month, text=line.says)
    for about, items in (("step", goal.steps), ("criterion", goal.criteria), ("topic", goal.topics)):
        for item in items:
            yield _open(about, goal.clause, item.id, goal=goal.id, text=item.says)


def _procedure(old: Terms, new: Terms) -> Iterator[Undecided]:
    ordinance = old.ordinance
    amended = _AMENDED.of(amended_on=ordinance.amended_on) if ordinance.amended_on else _NEVER_AMENDED
    issued, catalogue = ordinance.issued_on, ordinance.catalogue
    yield _open("ordinance", "III.2.2", issued=issued, amended=amended, catalogue=catalogue, year=new.year)
    yield _open("rounding", "III.2.1.2", decides=_ROUNDING[old.rounding.decides])
    for measure in old.own_measures:
        yield _open("own_measure", "III.2.2", measure.code, measure=measure.code, name=measure.name)
    yield _open("dialogs", "III.3.1", minimum=old.dialogs.minimum, months=old.dialogs.months_waited)
    yield _open("assessment_window", "III.3.3", opens=new.assessment.opens_on, closes=new.assessment.closes_on)
    if old.text:
        yield _open("text", "P", year=old.year)
    yield _open("principles", "I")

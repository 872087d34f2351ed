"""A new year's draft from an earlier agreement: terms that carry over, and terms to decide again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.acts.drafting import DraftAgreement
from domain.german import spoken
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


def _open(about: str, clause: str, says: str, of: str | None = None) -> Undecided:
    return Undecided(about=about, id=of, clause=clause, says=says)


def _conditions(old: Terms) -> Iterator[Undecided]:
    if old.outlook:
        yield _open("outlook", "II.1", f"Wirtschaftliche Lage (II.1): der Text beschreibt das Jahr {old.year}.")
    for benchmark in old.benchmarks:
        value = spoken(benchmark.expected_change)
        says = f"Eckwert „{benchmark.title}“ (II.1): übernommen sind {value} % aus „{benchmark.source}“."
        yield _open("benchmark", "II.1", says, benchmark.id)
    if old.budget is None:
        yield _open("budget", "II.2", "Haushaltsmittel (II.2): bisher keine genannt.")
        return
    for line in old.budget.lines:
        says = f"Haushaltsmittel „{line.title}“ (II.2): übernommen sind {spoken(line.amount)} Euro."
        yield _open("budget_line", "II.2", says, line.id)
    for line in old.budget.included_nationwide:
        says = f"Bundesweit enthalten „{line.title}“ (II.2): übernommen sind {spoken(line.amount)} Euro."
        yield _open("nationwide_line", "II.2", says, line.id)
    total = f"Haushaltsmittel gesamt (II.2): genannt sind {spoken(old.budget.stated_total)} Euro."
    yield _open("budget_total", "II.2", total)


def _of_goal(goal: Goal) -> Iterator[Undecided]:
    for line in goal.lines:
        if line.bound is not None:
            yield _open("target", line.clause, f"Zielwert ({line.clause}): {line.says}.", line.id)
        for interim in line.interim:
            says = f"Zwischenwert für {spoken(interim.month)} ({line.clause}): {line.says}."
            yield _open("interim_target", line.clause, says, line.id)
    kinds = (
        ("step", "Schritt", goal.steps),
        ("criterion", "Erfolgskriterium", goal.criteria),
        ("topic", "Thema", goal.topics),
    )
    for about, called, items in kinds:
        for item in items:
            says = f"{called} zu Ziel {goal.id} ({goal.clause}): {item.says}."
            yield _open(about, goal.clause, says, item.id)


_ROUNDING = {
    "exact": "bisher entscheidet der genaue Wert",
    "rounded": "bisher entscheidet der gerundete Wert",
    "not_agreed": "bisher ist nichts vereinbart",
}


def _procedure(old: Terms, new: Terms) -> Iterator[Undecided]:
    ordinance = old.ordinance
    amended = f", geändert am {spoken(ordinance.amended_on)}" if ordinance.amended_on else ""
    says = (
        f"Kennzahlenverordnung (III.2.2): übernommen ist die Fassung vom {spoken(ordinance.issued_on)}{amended} "
        f"(Katalog „{ordinance.catalogue}“); gilt für {new.year} eine neuere?"
    )
    yield _open("ordinance", "III.2.2", says)
    says = f"Rundung: {_ROUNDING[old.rounding.decides]}; entscheidet der genaue oder der gerundete Wert?"
    yield _open("rounding", "III.2.1.2", says)
    for measure in old.own_measures:
        yield _open("own_measure", "III.2.2", f"Eigene Kennzahl „{measure.code}“: {measure.name}.", measure.code)
    dialogs = old.dialogs
    says = f"Zieldialoge (III.3.1): mindestens {dialogs.minimum}, Wartezeit {dialogs.months_waited} Monate."
    yield _open("dialogs", "III.3.1", says)
    window = new.assessment
    says = f"Zeitraum des Abschlussdialogs (III.3.3): {spoken(window.opens_on)} bis {spoken(window.closes_on)}."
    yield _open("assessment_window", "III.3.3", says)
    if old.text:
        says = f"Wortlaut: der des Jahres {old.year} ist nicht übernommen, bitte den neuen eingeben."
        yield _open("text", "P", says)
    says = "Grundsätze, Verpflichtungen und Vertretung der Partner (I, III.1, S): unverändert übernommen, bitte prüfen."
    yield _open("principles", "I", says)

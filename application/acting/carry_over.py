"""A year's draft from an earlier agreement: what carries over, and what has to be decided anew."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.acts.drafting import DraftAgreement
from domain.german import spoken
from domain.state import Agreement
from domain.terms import AssessmentWindow, Goal, InterimBound, Line, Terms
from domain.values import shift


@dataclass(frozen=True, slots=True)
class Carried:
    """A request that would draft the new year's agreement, and what must be decided before it is made."""

    request: DraftAgreement
    undecided: tuple[str, ...]


def carried_over(agreement: Agreement, year: int, today: date) -> Carried:
    """The terms agreed last, moved to another year, without the words of their paper; nothing is recorded.

    Texts, amounts and bounds stay as they were; only the year after words such as "Jahr" moves along. Raises
    ValueError for a year that does not come later.
    """
    terms = agreement.terms
    if year <= terms.year:
        raise ValueError(f"Das Jahr {year} liegt nicht nach dem Jahr {terms.year} der Vereinbarung.")
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
    """The same day so many years later; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _undecided(old: Terms, new: Terms) -> Iterator[str]:
    """What the new year needs a decision on, in the order of the text."""
    yield from _conditions(old)
    for goal in new.goals:
        yield from _of_goal(goal)
    yield from _procedure(old, new)


def _conditions(old: Terms) -> Iterator[str]:
    if old.outlook:
        yield f"Wirtschaftliche Lage (II.1): der Text beschreibt das Jahr {old.year}."
    for benchmark in old.benchmarks:
        value = spoken(benchmark.expected_change)
        yield f"Eckwert „{benchmark.title}“ (II.1): übernommen sind {value} % aus „{benchmark.source}“."
    if old.budget is None:
        yield "Haushaltsmittel (II.2): bisher keine genannt."
        return
    for line in old.budget.lines:
        yield f"Haushaltsmittel „{line.title}“ (II.2): übernommen sind {spoken(line.amount)} Euro."
    for line in old.budget.included_nationwide:
        yield f"Bundesweit enthalten „{line.title}“ (II.2): übernommen sind {spoken(line.amount)} Euro."
    yield f"Haushaltsmittel gesamt (II.2): genannt sind {spoken(old.budget.stated_total)} Euro."


def _of_goal(goal: Goal) -> Iterator[str]:
    for line in goal.lines:
        if line.bound is not None:
            yield f"Zielwert „{line.id}“ ({line.clause}): {line.says}."
        for interim in line.interim:
            yield f"Zwischenwert „{line.id}“ für {interim.month} ({line.clause})."
    for step in goal.steps:
        yield f"Schritt „{step.id}“ von Ziel {goal.id} ({goal.clause}): {step.says}."
    for criterion in goal.criteria:
        yield f"Erfolgskriterium „{criterion.id}“ von Ziel {goal.id} ({goal.clause}): {criterion.says}."
    for topic in goal.topics:
        yield f"Thema „{topic.id}“ von Ziel {goal.id} ({goal.clause}): {topic.says}."


_ROUNDING = {
    "exact": "bisher entscheidet der genaue Wert",
    "rounded": "bisher entscheidet der gerundete Wert",
    "not_agreed": "bisher ist nichts vereinbart",
}


def _procedure(old: Terms, new: Terms) -> Iterator[str]:
    ordinance = old.ordinance
    amended = f", geändert am {spoken(ordinance.amended_on)}" if ordinance.amended_on else ""
    yield (
        f"Kennzahlenverordnung (III.2.2): übernommen ist die Fassung vom {spoken(ordinance.issued_on)}{amended} "
        f"(Katalog „{ordinance.catalogue}“); gilt für {new.year} eine neuere?"
    )
    yield f"Rundung: {_ROUNDING[old.rounding.decides]}; entscheidet der genaue oder der gerundete Wert?"
    for measure in old.own_measures:
        yield f"Eigene Kennzahl „{measure.code}“: {measure.name}."
    yield f"Zieldialoge (III.3.1): mindestens {old.dialogs.minimum}, Wartezeit {old.dialogs.months_waited} Monate."
    window = new.assessment
    yield f"Zeitraum des Abschlussdialogs (III.3.3): {spoken(window.opens_on)} bis {spoken(window.closes_on)}."
    if old.text:
        yield f"Wortlaut: der des Jahres {old.year} ist nicht übernommen, bitte den neuen eingeben."
    yield "Grundsätze, Verpflichtungen und Vertretung der Partner (I, III.1, S): unverändert übernommen, bitte prüfen."

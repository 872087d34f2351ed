"""Subjects of entries: what an entry in a list is about, in a few words beside its title."""

import re
from collections.abc import Iterator

from domain import facts
from domain.german import german
from domain.measures import EDITIONS, MeasureCode
from domain.parties import Party
from domain.record import Fact
from domain.state import Agreement
from domain.terms import Item, Sex, Terms
from interfaces.german import numbers
from interfaces.german.numbers import short

NOTHING = ""
_IDS = (
    *("line_id", "delivery_id", "dialog_id", "step_id", "criterion_id", "measure_id", "topic", "deviation_id"),
    *("amendment_id", "change_id", "file_id", "session", "party", "place", "person"),
)
_UNTOLD = frozenset({"deviation_id", "change_id"})
"""Ids beside which the line or the law is named."""
_WORDS = ("says", "law", "recommendation")


def subject(fact: Fact, agreement: Agreement | None = None) -> str:
    """What a fact is about; without the agreement only what the fact itself says. Empty where the title says it all."""
    match fact:
        case facts.FiguresDelivered():
            return numbers.load_state(fact.load.state)
        case facts.DialogScheduled():
            return f"für den {numbers.day(fact.planned_for)}"
        case facts.CircumstanceNoted() | facts.AdviceGiven():
            return short(fact.says)
        case facts.LegalChangeApplied():
            return short(fact.law)
        case facts.AmendmentProposed():
            return f"ab {numbers.day(fact.effective_from)}"
        case facts.RecordRetracted() | facts.RecordDisputed():
            return f"Eintrag {fact.version}"
        case _:
            return _within(fact, agreement) if agreement else NOTHING


def in_full(fact: Fact, agreement: Agreement | None = None) -> str:
    """The same where nothing has to be short: what all its ids name, then its words as recorded."""
    said = [(name, str(getattr(fact, name))) for name in (*_IDS, *_WORDS) if getattr(fact, name, None)]
    thing = _circumstance(fact, agreement) if isinstance(fact, facts.CircumstanceNoted) else NOTHING
    ids = [(field, value) for field, value in said if field in _IDS and not (agreement and field in _UNTOLD)]
    names = [name(agreement, field, value) if agreement else value for field, value in ids]
    words = [value for field, value in said if field in _WORDS]
    return " – ".join(filter(None, (", ".join(filter(None, (thing, *names))), *words)))


def _circumstance(fact: facts.CircumstanceNoted, agreement: Agreement | None) -> str:
    """Its kind, and the agreed value it is about by its title."""
    about = fact.about or NOTHING
    titles = dict(values_agreed(agreement.terms)) if agreement else {}
    return f"{german(fact.kind)} {titles.get(about, about)}".strip()


def name(agreement: Agreement, field: str, said: str) -> str:
    """The name of what a fact's field names by an id; the id where there is none."""
    match field:
        case "line_id":
            return line(agreement, said) or said
        case "dialog_id":
            return dialog(agreement, said) or said
        case "delivery_id":
            delivery = agreement.deliveries.get(said)
            return numbers.load_state(delivery.state) if delivery else said
        case "step_id" | "criterion_id" | "topic":
            return _quoted(_item(agreement, said)) or said
        case "measure_id":
            agreed = agreement.agreed_measures.get(said)
            return _quoted(short(agreed.says)) if agreed else said
        case "party":
            return next((short_name(party) for party in agreement.terms.parties if party.id == said), said)
        case _:
            return said


def short_name(party: Party) -> str:
    """A party's name, or the abbreviation that stands behind it in brackets: MS."""
    found = re.search(r"\((\w{2,8})\)$", party.name)
    return found[1] if found else party.name


def _quoted(text: str) -> str:
    return f"„{text}“" if text else NOTHING


def _within(fact: Fact, agreement: Agreement) -> str:
    """The subject of a fact that names it by an id of its agreement."""
    match fact:
        case facts.FiguresReleased() | facts.FiguresRejected():
            delivery = agreement.deliveries.get(fact.delivery_id)
            return numbers.load_state(delivery.state) if delivery else NOTHING
        case facts.DialogHeld() | facts.MinutesConfirmed() | facts.DialogCancelled():
            return dialog(agreement, fact.dialog_id)
        case facts.CommitteeInvolved():
            return "; ".join(filter(None, (dialog(agreement, name) for name in fact.dialogs)))
        case facts.TargetProposed() | facts.DeviationNoted():
            return line(agreement, fact.line_id)
        case facts.StepReported():
            return _item(agreement, fact.step_id)
        case facts.CriterionAppraised():
            return _item(agreement, fact.criterion_id)
        case facts.TopicReported():
            return _item(agreement, fact.topic)
        case facts.MeasureReported():
            agreed = agreement.agreed_measures.get(fact.measure_id)
            return short(agreed.says) if agreed else NOTHING
        case _:
            return NOTHING


def dialog(agreement: Agreement, dialog_id: str) -> str:
    """A dialog by its day."""
    found = agreement.dialogs.get(dialog_id)
    day = (found.held_on or found.planned_for) if found else None
    return f"Zieldialog am {numbers.day(day)}" if day else NOTHING


def line(agreement: Agreement, line_id: str) -> str:
    """A line by its measure and whom it covers."""
    found = next((one for one in agreement.terms.lines if one.id == line_id), None)
    if found is None:
        return NOTHING
    measure = agreement.terms.measure(found.measure)
    name = measure.name if measure else found.measure
    return name if found.sex is Sex.TOTAL else f"{name} ({german(found.sex)})"


def quantity(code: MeasureCode, terms: Terms | None = None) -> str:
    """A figure by its name: in the catalogue agreed on, in the terms, else in the newest catalogue that has it."""
    edition = EDITIONS.get(terms.ordinance.catalogue) if terms else None
    agreed = (edition and edition.quantity(code)) or (terms and terms.measure(code))
    if agreed:
        return agreed.name
    others = (one.quantity(code) or one.measures.get(code) for one in reversed(EDITIONS.values()))
    return next((one.name for one in others if one), code)


def values_agreed(terms: Terms) -> Iterator[tuple[str, str]]:
    """Budget lines and benchmarks by their ids: each with its title."""
    yield from ((one.id, one.title) for one in (terms.budget.lines if terms.budget else ()))
    yield from ((one.id, one.title) for one in terms.benchmarks)


def _item(agreement: Agreement, item_id: str) -> str:
    terms = agreement.terms
    items = (item for goal in terms.goals for item in (*goal.steps, *goal.criteria, *goal.topics))
    found: Item | None = next((item for item in items if item.id == item_id), None)
    if found:
        return short(found.says)
    return next((f"Grundsatz {one.title}" for one in terms.principles if one.clause == item_id), NOTHING)

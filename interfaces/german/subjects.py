"""Subjects of entries: what an entry in a list is about, in a few words beside its title."""

from collections.abc import Iterator

from domain import facts
from domain.german import german
from domain.record import Fact
from domain.state import Agreement
from domain.terms import Item, Sex, Terms
from interfaces.german import numbers
from interfaces.german.numbers import short

NOTHING = ""


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

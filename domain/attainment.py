"""Current attainment: a fold over released loads, read for a report month."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from domain import facts, terms_history
from domain.bare_values import Delivered
from domain.figures import LoadState
from domain.german import german
from domain.record import Record
from domain.terms import Terms
from domain.terms_history import TermsHistory, TermsVersion
from domain.values import DeliveryId, Month, year_of


class LineState(StrEnum):
    """How a line, verdict or goal stands at a load state; whether it was attained only the final assessment says."""

    ON_COURSE = "on_course"
    OFF_COURSE = "off_course"
    NOT_ASSESSABLE = "not_assessable"
    """Figures are missing, or of months for which nothing is agreed."""
    UNDECIDABLE = "undecidable"
    """The figures were delivered rounded, and the bound lies within what they can stand for."""
    ROUNDING_OPEN = "rounding_open"
    """The exact and the rounded value say different things, and which decides was not agreed."""
    AS_EXPECTED = "as_expected"
    NOT_AS_EXPECTED = "not_as_expected"
    """An expected value guides and judges nothing."""
    MONITORED = "monitored"


class Caveat(StrEnum):
    """Caveats to show wherever a state is shown."""

    ROUNDING = "rounding"
    """The rounded value says one thing and the exact one another."""
    REVISIONS = "revisions"
    """The values compared belong to different revisions of the statistic."""


def in_words(state: LineState, caveats: Iterable[Caveat] = ()) -> str:
    """A state in German, with what is to be said about it."""
    said = ", ".join(german(caveat) for caveat in caveats)
    return f"{german(state)} ({said})" if said else german(state)


@dataclass(frozen=True, slots=True)
class Attainment:
    """The basis of attainment: the terms as they stand, and every load delivered, by load state."""

    history: TermsHistory
    governing: TermsVersion
    delivered: Mapping[DeliveryId, Delivered] = field(default_factory=dict)
    released: Mapping[tuple[Month, int], tuple[Delivered, ...]] = field(default_factory=dict)

    @property
    def terms(self) -> Terms:
        """The terms that govern what is being read."""
        return self.governing.terms

    def at(self, month: Month | None) -> "Attainment":
        """The same under the terms in force for a month."""
        return replace(self, governing=self.history.at(month)) if month else self

    def loads(self, state: LoadState) -> tuple[Delivered, ...]:
        """The released loads of a load state, oldest first, without those whose error was corrected."""
        released = self.released.get(state.key, ())
        replaced = {one.correction.of for one in released if one.correction and one.correction.cause.supersedes}
        if not replaced:
            return released
        return tuple(delivered for delivered in released if delivered.delivery_id not in replaced)

    def latest_month(self) -> Month | None:
        """The last report month of the agreement's year with a released load waited for as agreed."""
        return latest_month(self.released, self.terms)


def latest_month(released: Iterable[tuple[Month, int]], terms: Terms) -> Month | None:
    """The last of these report months and waits that lies in the year and was waited for as agreed."""
    agreed = terms.dialogs.months_waited
    months = (month for month, waited in released if waited == agreed and year_of(month) == terms.year)
    return max(months, default=None)


def fold(records: Iterable[Record], attainment: Attainment | None = None) -> Attainment | None:
    """The basis of attainment after these records; None without records."""
    for record in records:
        attainment = evolve(attainment, record)
    return attainment


def evolve(attainment: Attainment | None, record: Record) -> Attainment | None:
    """The basis of attainment after one more record."""
    if attainment is None:
        if not isinstance(record.fact, facts.AgreementDrafted):
            return None
        history = terms_history.begun(record, record.fact)
        return Attainment(history, history.latest)
    match record.fact:
        case facts.FiguresDelivered() as fact:
            return _with_delivery(attainment, record, fact)
        case facts.FiguresReleased(delivery_id=delivery_id):
            return _with_release(attainment, attainment.delivered[delivery_id])
        case _:
            history = terms_history.evolve(attainment.history, record)
            return replace(attainment, history=history, governing=history.latest)


def _with_delivery(attainment: Attainment, record: Record, fact: facts.FiguresDelivered) -> Attainment:
    delivered = Delivered(
        delivery_id=fact.delivery_id, event_id=record.event_id, load=fact.load, correction=fact.correction
    )
    return replace(attainment, delivered={**attainment.delivered, fact.delivery_id: delivered})


def _with_release(attainment: Attainment, delivered: Delivered) -> Attainment:
    key = delivered.load.state.key
    standing = (*attainment.released.get(key, ()), delivered)
    return replace(attainment, released={**attainment.released, key: standing})

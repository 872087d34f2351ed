"""The content of an entry in words: the verdicts of an assessment, the changes of terms, else every field."""

from collections.abc import Iterable, Iterator

from application.history.entry import HistoryEntry
from domain.facts import AgreementDrafted, FiguresDelivered
from domain.figures import Series
from domain.measures import EDITIONS
from domain.record import Fact, Record
from interfaces.german import numbers
from interfaces.german.describing import Told, described
from interfaces.german.labels import Labels
from interfaces.german.subjects import subject, values_agreed
from interfaces.papers.blocks import Block, Pairs, Table, below, pairs
from interfaces.papers.judging import judged
from interfaces.papers.sources import Papered

OF_THEIR_OWN = ("terms", "assessment", "load")
"""Fields too large for a pair; what they say stands in blocks of their own."""
ELSEWHERE = ("document", "minutes", "evidence", "participants", "measures", "provisions")
"""Fields that the record shows in tables and sections of their own."""
SINGLE = {"lines": "line_id", "dialogs": "dialog_id"}
"""Fields of several ids, each with the field that holds one of them."""


def recorded(of: Papered, record: Record, entry: HistoryEntry) -> Iterator[Block]:
    """What an entry holds, as known when it was recorded."""
    yield from _fields(of, record)
    found = of.system.queries.decision(of.actor, of.agreement_id, known_at=record.recorded_at)
    made = found.present
    if made and made.source.version == record.version:
        yield pairs(("Zusammenfassung", made.summary))
        yield from below(judged(of, found, made))
    yield from _terms(entry)


def titled(record: Record, of: Papered) -> str:
    """The title of an entry, with what it is about."""
    about = subject(record.fact, of.course.agreement)
    return f"{record.fact.title}: {about}" if about else record.fact.title


def _fields(of: Papered, record: Record) -> Iterator[Block]:
    if rows := fields_of(of, record):
        yield Pairs(rows)


def fields_of(of: Papered, record: Record) -> tuple[tuple[str, str], ...]:
    """Every field of an entry in German, without those too large for a line."""
    fact = record.fact
    rows = list(_told(of, fact, OF_THEIR_OWN))
    if isinstance(fact, AgreementDrafted):
        rows.append(("Titel der Vereinbarung", fact.terms.title))
    if isinstance(fact, FiguresDelivered):
        rows.append(("Geladen", numbers.day(fact.load.loaded_on)))
        rows.append(("Größen", "; ".join(dict.fromkeys(map(_quantity, fact.load.series)))))
    return tuple(rows)


def in_short(of: Papered, record: Record) -> str:
    """The fields of an entry in a row, without what stands elsewhere in the record or in its title."""
    title = titled(record, of)
    rows = _told(of, record.fact, (*OF_THEIR_OWN, *ELSEWHERE))
    return "; ".join(f"{name}: {says}" for name, says in rows if says.strip("„“") not in title)


def _told(of: Papered, fact: Fact, left_out: Iterable[str]) -> Iterator[tuple[str, str]]:
    small = fact.model_copy(update={name: None for name in left_out if hasattr(fact, name)})
    for one in described(small, Named(of)):
        yield one.label, one.says or "\n".join(map(_line, one.parts))


def _quantity(series: Series) -> str:
    edition = EDITIONS.get(series.definition)
    known = edition.quantity(series.measure) if edition else None
    return known.name if known else series.measure


def _line(told: Told) -> str:
    return f"{told.label}: {told.says or '; '.join(map(_line, told.parts))}"


class Named:
    """Names of what facts name by ids; a delivery keeps its id, by which the loads of a paper are listed."""

    def __init__(self, of: Papered) -> None:
        self._deliveries = of.course.agreement.deliveries
        self._labels = Labels(of.course.agreement)
        self._agreed = dict(values_agreed(of.course.agreement.terms))

    def __call__(self, _owner: str, field: str, text: str) -> str:
        """The name of an id."""
        delivery = self._deliveries.get(text) if field in {"delivery_id", "of"} else None
        if delivery:
            return f"{text} ({numbers.load_state(delivery.state)})"
        if field == "about":
            return self._agreed.get(text, text)
        return self._labels.name(SINGLE.get(field, field), text)


def _terms(entry: HistoryEntry) -> Iterator[Block]:
    change = entry.terms_change
    if change is None:
        return
    yield pairs(
        ("Bedingungen", "gelten damit so" if change.takes_effect else "gälten so, sobald alle unterzeichnet haben"),
        ("Gültig ab", numbers.day(change.effective_from) if change.effective_from else None),
        ("Prüfsumme", change.after_hash),
    )
    rows = tuple((one.says, one.before or "–", one.after or "–") for one in change.differences)
    if rows:
        yield Table("", ("Wo", "vorher", "nachher"), rows, (), (40, 30, 30))

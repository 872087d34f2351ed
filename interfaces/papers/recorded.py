"""The content of an entry in words: the verdicts of an assessment, the changes of terms, else every field."""

from collections.abc import Iterator

from application.history.entry import HistoryEntry
from domain.facts import AgreementDrafted, FiguresDelivered
from domain.record import Record
from interfaces.german import numbers
from interfaces.german.describing import Told, described
from interfaces.german.labels import Labels
from interfaces.papers.blocks import Block, Pairs, Table, below, pairs
from interfaces.papers.judging import judged
from interfaces.papers.sources import Papered

OF_THEIR_OWN = ("terms", "assessment", "load")
"""Fields too large for a pair; what they say stands in blocks of their own."""


def recorded(of: Papered, record: Record, entry: HistoryEntry) -> Iterator[Block]:
    """What an entry holds, as known when it was recorded."""
    yield from _fields(of, record)
    found = of.system.queries.decision(of.actor, of.agreement_id, known_at=record.recorded_at)
    made = found.present
    if made and made.source.version == record.version:
        yield pairs(("Zusammenfassung", made.summary))
        yield from below(judged(of, found, made))
    yield from _terms(entry)


def _fields(of: Papered, record: Record) -> Iterator[Block]:
    labels, fact = Labels(of.course.agreement), record.fact
    small = fact.model_copy(update={name: None for name in OF_THEIR_OWN if hasattr(fact, name)})
    told = described(small, lambda _, field, text: labels.name("delivery_id" if field == "of" else field, text))
    rows = [(one.label, one.says or "\n".join(map(_line, one.parts))) for one in told]
    if isinstance(fact, AgreementDrafted):
        rows.append(("Titel der Vereinbarung", fact.terms.title))
    if isinstance(fact, FiguresDelivered):
        rows.append(("Ladestand", numbers.load_state(fact.load.state)))
        rows.append(("Geladen", numbers.day(fact.load.loaded_on)))
        rows.append(("Größen", "; ".join(dict.fromkeys(one.measure for one in fact.load.series))))
    if rows:
        yield Pairs(tuple(rows))


def _line(told: Told) -> str:
    return f"{told.label}: {told.says or '; '.join(map(_line, told.parts))}"


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

"""The parts of papers about follow-up: what was agreed and what came of it, deviations, circumstances, new law."""

from collections.abc import Iterable, Iterator

from application.reading.parts.dialogs import DialogEntry
from application.reading.parts.follow_up import (
    CircumstanceEntry,
    LegalChangeEntry,
    MeasureEntry,
    circumstances,
    deviations,
    effect_stated,
    legal_changes,
)
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.german import german
from domain.values import LineId
from interfaces.german import numbers
from interfaces.papers.blocks import Block, Table, bullets
from interfaces.papers.sources import Papered

_UNITS = {CircumstanceKind.BUDGET: "EUR", CircumstanceKind.BENCHMARK: "percent"}


def measures_table(found: Iterable[MeasureEntry], of: Papered, *, fresh: bool = False) -> Iterator[Block]:
    """Measures: who is to do each by when, and the last report on it, of which there is none where they are fresh."""
    if fresh:
        agreed = tuple((one.says, of.party(one.party), numbers.day(one.due_on)) for one in found)
        yield from [Table("", ("Verabredung", "Wer", "Bis"), agreed, (), (54, 32, 14))] if agreed else []
        return
    rows = tuple((one.says, of.party(one.party), numbers.day(one.due_on), _came_of(one)) for one in found)
    if rows:
        yield Table("", ("Verabredung", "Wer", "Bis", "Was daraus wurde"), rows, (), (36, 24, 13, 27))


def _came_of(measure: MeasureEntry) -> str:
    if not measure.reports:
        return "offen"
    last = measure.reports[-1]
    return f"{'umgesetzt' if last.done else 'nicht umgesetzt'}: {last.says} ({numbers.day(last.source.occurred_on)})"


def deviations_said(of: Papered) -> list[str]:
    """Every deviation with its causes."""
    return [
        f"{of.line_name(one.line_id)} ({numbers.load_state(one.load_state)}): {one.causes}"
        for one in deviations(of.counting)
    ]


def circumstances_said(of: Papered) -> list[str]:
    """Every circumstance with what was agreed and what came instead."""
    return [_circumstance(one) for one in circumstances(of.counting)]


def _circumstance(one: CircumstanceEntry) -> str:
    effect = effect_stated(one.appraisal.has_effect if one.appraisal else None)
    return f"{german(one.kind)}: {what_differs(one)} – {effect}"


def what_differs(one: CircumstanceEntry) -> str:
    """A circumstance with what was agreed and what came instead."""
    unit = _UNITS.get(one.kind)
    if unit is None or one.agreed is None or one.actual is None:
        return one.says
    agreed, actual = (numbers.amount(value, unit) for value in (one.agreed, one.actual))
    return f"{one.says}; vereinbart {agreed}, tatsächlich {actual}"


def law_said(change: LegalChangeEntry) -> str:
    """A change of law with what it provides, from when."""
    return f"{change.law}: {'; '.join(f'{one.says}, {_period(one)}' for one in change.provisions)}"


def laws_table(of: Papered) -> Iterator[Block]:
    """Every change of law: its provisions, from when each holds, and what it is expected to do."""
    rows = tuple(
        (_law(change) if number == 0 else "", one.says, _period(one), _effects(one, of))
        for change in legal_changes(of.counting)
        for number, one in enumerate(change.provisions)
    )
    if rows:
        yield Table("", ("Gesetz", "Regelung", "Gilt", "Erwartete Wirkung"), rows, (), (25, 31, 16, 28))


def _law(change: LegalChangeEntry) -> str:
    return f"{change.law} ({change.citation})"


def _period(one: Provision) -> str:
    until = f" bis {numbers.day(one.until_day)}" if one.until_day else ""
    return f"ab {numbers.day(one.from_day)}{until}"


def _effects(one: Provision, of: Papered) -> str:
    ways: dict[str, list[LineId]] = {}
    for effect in one.effects:
        ways.setdefault(german(effect.direction), []).append(effect.line_id)
    return "; ".join(f"{way}: {', '.join(map(of.line_name, lines))}" for way, lines in ways.items()) or "–"


def committee_said(dialogs: Iterable[DialogEntry]) -> Iterator[Block]:
    """What the committee recommended, session by session."""
    sessions = {session.session: session for one in dialogs for session in one.committee}
    yield from bullets([f"{numbers.day(one.source.occurred_on)}: {one.recommendation}" for one in sessions.values()])

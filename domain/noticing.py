"""What is to be known about two compared values."""

from collections.abc import Iterator

from domain.german import german
from domain.measures import Measure
from domain.rulebook.attainment import BASES_DIFFER, DEFINITION_DIFFERS, DELIVERED_DIFFERS, REVISIONS_DIFFER
from domain.rules import Finding
from domain.values import rounded
from domain.year_to_date import Value, cell_value


def noticed(current: Value, baseline: Value | None, measure: Measure, catalogue: str) -> Iterator[Finding]:
    """Every finding about the values a line compares."""
    if baseline is not None:
        yield from REVISIONS_DIFFER.notice_if(
            current.revision != baseline.revision, current=current.revision, baseline=baseline.revision
        )
        yield from BASES_DIFFER.notice_if(
            current.basis != baseline.basis, current=german(current.basis), baseline=german(baseline.basis)
        )
    for value in (current, baseline):
        for single in (value.parts or (value,)) if value else ():
            yield from _about(single, measure, catalogue)


def _about(value: Value, measure: Measure, catalogue: str) -> Iterator[Finding]:
    if value.basis == "computed" and value.delivered is not None:
        given, decimals = cell_value(value.delivered, measure), _decimals(value)
        computed = rounded(value.fraction, decimals)
        differs = rounded(given, decimals) != computed
        yield from DELIVERED_DIFFERS.notice_if(
            differs, delivered=rounded(given, decimals), computed=computed, state=value.load_state
        )
    for version in sorted({used.definition for used in value.inputs} - {catalogue, measure.version}):
        yield DEFINITION_DIFFERS.finding(delivered=version, agreed=catalogue)


def _decimals(value: Value) -> int:
    """To how many decimals a delivered value can be compared; a fraction's denominator may be a rounded mean."""
    cell = value.delivered or ""
    if "/" in cell:
        return -int(value.rounded.as_tuple().exponent)
    return len(cell.partition(".")[2])

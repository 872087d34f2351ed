"""How good the figures behind a line are, said from what is recorded and from nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

from application.reading.parts.deliveries import DeliveryEntry
from domain.attainment import Attainment
from domain.facts.figure_files import CheckId, DryRunId
from domain.facts.figures import Cause, SourceFile
from domain.figure_files import FigureFile
from domain.figures import Flag, LoadState
from domain.measures import MeasureCode
from domain.results import LineResult
from domain.rulebook.file_checks import CHECKS
from domain.rules import Finding
from domain.terms import Sex
from domain.values import DeliveryId, FileId, Frozen, Month, Words
from domain.year_to_date import Input, Value

EMPTY = frozenset({Flag.MISSING, Flag.SUPPRESSED})


class CheckWarned(Frozen):
    """A check's warning about a whole file, and how often it occurred."""

    check: CheckId
    says: Words
    count: int


class FileChecked(Frozen):
    """The check of the file a delivery came by: which checks it passed, and what it warned of.

    A file with an error is not delivered. The checks are those of the software named.
    """

    file_id: FileId
    dry_run: DryRunId
    software: str
    decided_anew: bool
    """Whether an agreement had moved on since; the check repeated at the delivery counts."""
    passed: tuple[CheckId, ...]
    warnings: tuple[CheckWarned, ...]


class Release(Frozen):
    """Who handed a delivery over and who released it, by office; the two are never the same person."""

    delivery_id: DeliveryId
    delivered_on: date
    delivered_by: str
    released_on: date | None
    released_by: str | None
    noticed: tuple[Finding, ...]
    """Findings when it was delivered."""
    checked: FileChecked | None
    """None for one that came without a file."""


class Verification(Frozen):
    """How the figures were verified: released by a second person, and whether the value was recomputed from them."""

    releases: tuple[Release, ...]
    recomputed: bool
    agrees_with_delivered: bool | None
    """Whether the value delivered beside the monthly figures is the recomputed one; None when none was delivered."""


class DeliverySource(Frozen):
    """Where figures came from."""

    delivery_id: DeliveryId
    event_id: UUID
    load_state: LoadState
    loaded_on: date
    revision: str
    definitions: tuple[str, ...]
    file: SourceFile | None
    note: str | None


class FlaggedFigure(Frozen):
    """A single figure and what is to be known about it."""

    measure: MeasureCode
    sex: Sex
    month: Month
    flag: Flag


class Accuracy(Frozen):
    """How exact the value is: how long its figures waited, which of them are estimates, and how it is rounded."""

    months_waited: int
    provisional: bool
    estimated: tuple[FlaggedFigure, ...]
    decimals: int
    rounding_sensitive: bool


class Limits(Frozen):
    """Limits of the figures: missing or suppressed values, and findings of comparisons."""

    empty: tuple[FlaggedFigure, ...]
    because: Words | None
    findings: tuple[Finding, ...]


class Replaced(Frozen):
    """A delivery that another one put right or stands beside."""

    delivery_id: DeliveryId
    by: DeliveryId
    cause: Cause


class Compensation(Frozen):
    """How limits were made good, as far as something was."""

    corrections: tuple[Replaced, ...]
    equal_load_states: bool
    as_delivered: bool


class DataQuality(Frozen):
    """The statement of data quality of one line."""

    verification: Verification
    source: tuple[DeliverySource, ...]
    accuracy: Accuracy | None
    limits: Limits
    compensation: Compensation


def quality(
    attainment: Attainment,
    deliveries: Sequence[DeliveryEntry],
    line: LineResult,
    files: Mapping[DeliveryId, FigureFile] = MappingProxyType({}),
) -> DataQuality:
    """Everything recorded about the figures behind a line's result, and about the files they came by."""
    derivation = line.derivation
    current = derivation.current if derivation else line.alone
    values = tuple(_singles(current, derivation.baseline if derivation else None))
    inputs = tuple(used for value in values for used in value.inputs)
    used = {one.delivery_id for one in inputs}
    entries = tuple(entry for entry in deliveries if entry.delivery_id in used)
    accuracy = None
    if current is not None:
        waited = current.load_state.months_waited
        accuracy = Accuracy(
            months_waited=waited,
            provisional=waited == 0,
            estimated=_flagged(inputs),
            decimals=attainment.at(current.load_state.report_month).terms.rounding.decimals,
            rounding_sensitive=line.rounding_sensitive,
        )
    return DataQuality(
        verification=Verification(
            releases=tuple(_release(entry, files.get(entry.delivery_id)) for entry in entries),
            recomputed=bool(values) and all(value.basis == "computed" for value in values),
            agrees_with_delivered=_agrees(values, line.findings),
        ),
        source=tuple(_source(entry, inputs) for entry in entries),
        accuracy=accuracy,
        limits=Limits(
            empty=tuple(_empty(attainment, inputs)), because=line.not_assessable_because, findings=line.findings
        ),
        compensation=Compensation(
            corrections=tuple(_replaced(entries)),
            equal_load_states=bool(derivation and derivation.baseline),
            as_delivered=any(value.basis == "delivered" for value in values),
        ),
    )


def _singles(*values: Value | None) -> Iterator[Value]:
    for value in values:
        if value is not None:
            yield from value.parts or (value,)


def _agrees(values: Sequence[Value], findings: Sequence[Finding]) -> bool | None:
    if not any(value.basis == "computed" and value.delivered is not None for value in values):
        return None
    return all(finding.rule != "delivered-differs" for finding in findings)


def _release(entry: DeliveryEntry, file: FigureFile | None) -> Release:
    decided = entry.decided
    return Release(
        delivery_id=entry.delivery_id,
        delivered_on=entry.delivered.occurred_on,
        delivered_by=entry.delivered.office,
        released_on=decided.occurred_on if decided else None,
        released_by=decided.office if decided else None,
        noticed=entry.delivered.findings,
        checked=_checked(file) if file else None,
    )


def _checked(file: FigureFile) -> FileChecked:
    fact = file.delivered
    warned = {one.check: one.count for one in fact.warnings}
    asked = [check for check in CHECKS if check.valid_from <= file.on]
    return FileChecked(
        file_id=fact.file_id,
        dry_run=fact.dry_run,
        software=file.delivery.software,
        decided_anew=fact.decided_anew,
        passed=tuple(check.id for check in asked if check.id not in warned),
        warnings=tuple(
            CheckWarned(check=check.id, says=check.says, count=warned[check.id])
            for check in CHECKS
            if check.id in warned
        ),
    )


def _source(entry: DeliveryEntry, inputs: Sequence[Input]) -> DeliverySource:
    definitions = {used.definition for used in inputs if used.delivery_id == entry.delivery_id}
    return DeliverySource(
        delivery_id=entry.delivery_id,
        event_id=entry.delivered.event_id,
        load_state=entry.load_state,
        loaded_on=entry.loaded_on,
        revision=entry.revision,
        definitions=tuple(sorted(definitions)),
        file=entry.file,
        note=entry.note,
    )


def _flagged(inputs: Sequence[Input]) -> tuple[FlaggedFigure, ...]:
    return tuple(
        FlaggedFigure(measure=used.measure, sex=used.sex, month=flag.month, flag=flag.flag)
        for used in inputs
        for flag in used.flags
    )


def _empty(attainment: Attainment, inputs: Sequence[Input]) -> Iterator[FlaggedFigure]:
    """Empty figures of the same quantities in the loads that entered, beside those the value is formed from."""
    for delivery_id, measure, sex in dict.fromkeys((one.delivery_id, one.measure, one.sex) for one in inputs):
        for series in attainment.delivered[delivery_id].load.series:
            if (series.measure, series.sex) == (measure, sex):
                for flag in series.flags:
                    if flag.flag in EMPTY:
                        yield FlaggedFigure(measure=measure, sex=series.sex, month=flag.month, flag=flag.flag)


def _replaced(entries: Sequence[DeliveryEntry]) -> Iterator[Replaced]:
    for entry in entries:
        if entry.corrects is not None:
            yield Replaced(delivery_id=entry.corrects.of, by=entry.delivery_id, cause=entry.corrects.cause)

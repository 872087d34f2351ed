"""Deliveries of figures: what came when, who decided on it, and what replaced what."""

from collections.abc import Mapping
from datetime import date
from itertools import islice

from application.reading.parts.part import Statements
from application.reading.sources import Counting, Source
from domain.facts import FiguresDelivered, FiguresRejected, FiguresReleased
from domain.facts.figures import Correction, SourceFile
from domain.figures import Flagged, Form, LoadState, Series
from domain.measures import MeasureCode
from domain.reasons import ITSELF, Reason
from domain.state import Decision
from domain.terms import Sex
from domain.values import DeliveryId, Frozen, Month, Words

DELIVERY = Reason("delivery_of_state", "Lieferung {delivery} ({state})")
REPLACED = Reason("replaced_by", "zählt nicht mehr, ersetzt durch {delivery}")
COUNTS = Reason("released_and_counts", "freigegeben, zählt")


class SeriesSpan(Frozen):
    """Which months of a quantity a delivery covers, and what is to be known about some of them."""

    measure: MeasureCode
    form: Form
    sex: Sex
    first: Month
    last: Month
    definition: str
    flags: tuple[Flagged, ...]


class DeliveryEntry(Frozen):
    """A delivery without its values.

    `counts` says whether its figures enter attainment now: released, and not `superseded_by` a released delivery that
    put a transmission error right. A revision of the statistics stands beside what it corrects.
    """

    delivery_id: DeliveryId
    load_state: LoadState
    loaded_on: date
    revision: str
    note: str | None
    series: tuple[SeriesSpan, ...]
    file: SourceFile | None
    corrects: Correction | None
    superseded_by: DeliveryId | None
    status: Decision
    counts: bool
    delivered: Source
    decided: Source | None


class DeliveryWithFigures(DeliveryEntry):
    """A delivery with every value it brought."""

    figures: tuple[Series, ...]


def deliveries(counting: Counting, *, after: int = 0, limit: int | None = None) -> tuple[DeliveryEntry, ...]:
    """Deliveries behind a position of the log, in the order they came; all of them unless so many are asked for."""
    decided, superseding = _decided(counting), _superseding(counting)
    found = ((fact, source) for fact, source in counting.of(FiguresDelivered) if source.position > after)
    return tuple(
        _entry(fact, source, decided.get(fact.delivery_id), superseding.get(fact.delivery_id))
        for fact, source in islice(found, limit)
    )


def delivery(counting: Counting, delivery_id: DeliveryId) -> DeliveryWithFigures | None:
    """A delivery with its values; None without one of this id."""
    series = {fact.delivery_id: fact.load.series for fact, _ in counting.of(FiguresDelivered)}
    entry = next((entry for entry in deliveries(counting) if entry.delivery_id == delivery_id), None)
    return DeliveryWithFigures(**dict(entry), figures=series[delivery_id]) if entry else None


def statements(counting: Counting) -> Statements:
    """The decision about each delivery."""
    return {
        DELIVERY.said(delivery=one.delivery_id, state=one.load_state): _outcome(one) for one in deliveries(counting)
    }


def _outcome(delivery: DeliveryEntry) -> Words:
    if delivery.superseded_by and delivery.status is Decision.RELEASED:
        return REPLACED.said(delivery=delivery.superseded_by)
    return COUNTS.said() if delivery.counts else ITSELF.said(value=delivery.status)


def _entry(
    fact: FiguresDelivered,
    delivered: Source,
    decided: tuple[Decision, Source] | None,
    superseded_by: DeliveryId | None,
) -> DeliveryEntry:
    load = fact.load
    status, source = decided or (Decision.PENDING, None)
    return DeliveryEntry(
        delivery_id=fact.delivery_id,
        load_state=load.state,
        loaded_on=load.loaded_on,
        revision=load.revision,
        note=load.note,
        series=tuple(map(_span, load.series)),
        file=fact.source,
        corrects=fact.correction,
        superseded_by=superseded_by,
        status=status,
        counts=status is Decision.RELEASED and superseded_by is None,
        delivered=delivered,
        decided=source,
    )


def _span(series: Series) -> SeriesSpan:
    return SeriesSpan(
        measure=series.measure,
        form=series.form,
        sex=series.sex,
        first=series.first,
        last=series.last,
        definition=series.definition,
        flags=series.flags,
    )


def _decided(counting: Counting) -> Mapping[DeliveryId, tuple[Decision, Source]]:
    released = {fact.delivery_id: (Decision.RELEASED, source) for fact, source in counting.of(FiguresReleased)}
    rejected = {fact.delivery_id: (Decision.REJECTED, source) for fact, source in counting.of(FiguresRejected)}
    return released | rejected


def _superseding(counting: Counting) -> Mapping[DeliveryId, DeliveryId]:
    """By which released delivery each one was put right."""
    released = {fact.delivery_id for fact, _ in counting.of(FiguresReleased)}
    corrections = {fact.delivery_id: fact.correction for fact, _ in counting.of(FiguresDelivered)}
    return {
        correction.of: name
        for name, correction in corrections.items()
        if correction and correction.cause.supersedes and name in released
    }

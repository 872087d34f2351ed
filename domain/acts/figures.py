"""Figures: deliver, release, reject."""

from collections import Counter
from collections.abc import Iterator

from domain.acts.common import as_asked, decides, must_be, must_follow, must_give_a_reason
from domain.facts import FiguresDelivered, FiguresRejected, FiguresReleased
from domain.facts.figures import Cause, Correction, SourceFile
from domain.figures import Flag, Form, Load, Series, SeriesNames
from domain.measures import UNDIVIDED, Measure
from domain.record import LAND, Context, Decided, Request
from domain.rulebook.any_act import AFTER_DELIVERY, AFTER_LOADING
from domain.rulebook.attainment import DEFINITION_DIFFERS
from domain.rulebook.drafting import IN_SERIES, UNKNOWN_MEASURE
from domain.rulebook.figures import (
    CORRECTION_PARTIAL,
    CORRECTS_NOT_COUNTING,
    CORRECTS_OTHER_STATE,
    DELIVERY_DECIDED,
    DELIVERY_ID_USED,
    EARLIER_UNDECIDED,
    FIGURE_IMPOSSIBLE,
    FLAG_CONTRADICTS,
    LOADED_LATE,
    LOADED_TOO_EARLY,
    MONTH_NOT_YET_LOADED,
    OWN_DELIVERY,
    REDELIVERY_WITHOUT_CAUSE,
    REVISION_WITHOUT_NAME,
    SERIES_TWICE,
    UNKNOWN_DELIVERY,
)
from domain.rules import Finding
from domain.state import Agreement, Decision, Delivery, Status
from domain.values import DeliveryId, shift

FED = frozenset(Status) - {Status.WITHDRAWN, Status.TERMINATED}
"""When figures may come in: also after the closing, because a later correction may ask for a new assessment."""
LATEST_MONTHS = 3
"""How many months after the end of its waiting period a load is still taken for what it says it is."""
EMPTY = frozenset({Flag.MISSING, Flag.SUPPRESSED})


class DeliverFigures(Request):
    """Hand over a load of figures."""

    title = "Daten liefern"
    title_en = "deliver figures"
    permitted = LAND

    delivery_id: DeliveryId
    load: Load
    correction: Correction | None = None
    source: SourceFile | None = None


class ReleaseFigures(Request):
    """Release a delivery, so that its figures count."""

    title = "Daten freigeben"
    title_en = "release figures"
    permitted = LAND

    delivery_id: DeliveryId


class RejectFigures(Request):
    """Reject a delivery, so that its figures never count."""

    title = "Daten zurückweisen"
    title_en = "reject figures"
    permitted = LAND

    delivery_id: DeliveryId


@decides(DeliverFigures)
def deliver_figures(agreement: Agreement, request: DeliverFigures, context: Context) -> Decided:
    """A load as the ministry hands it over."""
    must_be(agreement, FED, request)
    DELIVERY_ID_USED.refuse_if(request.delivery_id in agreement.deliveries, delivery=request.delivery_id)
    load = request.load
    earliest = shift(load.state.report_month, load.state.months_waited)
    LOADED_TOO_EARLY.refuse_if(
        load.loaded_on.isoformat()[:7] < earliest or load.loaded_on > context.today,
        loaded_on=load.loaded_on,
        report_month=load.state.report_month,
    )
    must_follow(request, load.loaded_on, AFTER_LOADING)
    must_be_sound(agreement, load)
    must_say_what_it_corrects(agreement, request)
    return Decided(
        as_asked(FiguresDelivered, request),
        findings=(*loaded_late(load), *other_definitions(agreement, load)),
    )


def loaded_late(load: Load) -> tuple[Finding, ...]:
    """A finding when a load came so late that its figures may have settled already."""
    latest = shift(load.state.report_month, load.state.months_waited + LATEST_MONTHS)
    late = load.loaded_on.isoformat()[:7] > latest
    return LOADED_LATE.notice_if(late, state=load.state, loaded_on=load.loaded_on)


def other_definitions(agreement: Agreement, load: Load) -> Iterator[Finding]:
    """A finding for each version of definitions that is not the pinned one."""
    agreed = agreement.terms.ordinance.catalogue
    for version in sorted({series.definition for series in load.series} - {agreed}):
        yield DEFINITION_DIFFERS.finding(delivered=version, agreed=agreed)


@decides(ReleaseFigures)
def release_figures(agreement: Agreement, request: ReleaseFigures, context: Context) -> Decided:
    """A second person's release."""
    must_be(agreement, FED, request)
    must_be_decidable(agreement, request, context)
    return Decided(as_asked(FiguresReleased, request))


@decides(RejectFigures)
def reject_figures(agreement: Agreement, request: RejectFigures, context: Context) -> Decided:
    """A second person's rejection, with a reason."""
    must_be(agreement, FED, request)
    must_be_decidable(agreement, request, context)
    must_give_a_reason(request)
    return Decided(as_asked(FiguresRejected, request))


def must_be_sound(agreement: Agreement, load: Load) -> None:
    """Refuse a load whose series cannot be what they say."""
    counted = Counter(series.name for series in load.series)
    known = agreement.terms.quantities
    for series in load.series:
        SERIES_TWICE.refuse_if(counted[series.name] > 1, series=series.name)
        UNKNOWN_MEASURE.refuse_if(
            series.measure not in known, measure=series.measure, where=IN_SERIES.of(series=series.name)
        )
        MONTH_NOT_YET_LOADED.refuse_if(
            series.last > load.state.report_month,
            series=series.name,
            last=series.last,
            report_month=load.state.report_month,
        )
        must_be_possible(series, agreement.terms.measure(series.measure))
        must_flag_what_is_empty(series)


def must_be_possible(series: Series, measure: Measure | None) -> None:
    """Refuse figures below zero unless they say a change, and fractions where something is counted in a month."""
    changes = measure is not None and measure.may_be_negative
    divides = measure is not None and measure.formula not in UNDIVIDED
    for offset, value in enumerate(series.values):
        negative = value is not None and value.startswith("-") and not changes
        broken = value is not None and "/" in value and series.form is Form.MONTHLY and not divides
        FIGURE_IMPOSSIBLE.refuse_if(
            negative or broken, series=series.name, month=shift(series.first, offset), value=value
        )


def must_flag_what_is_empty(series: Series) -> None:
    """Refuse an empty figure without exactly one reason, a present one with a reason, and flags of other months."""
    flagged = Counter(flag.month for flag in series.flags if flag.flag in EMPTY)
    for offset, value in enumerate(series.values):
        if value is None or flagged:
            month = shift(series.first, offset)
            FLAG_CONTRADICTS.refuse_if(flagged[month] != int(value is None), series=series.name, month=month)
    for flag in series.flags:
        FLAG_CONTRADICTS.refuse_if(not series.first <= flag.month <= series.last, series=series.name, month=flag.month)


def must_say_what_it_corrects(agreement: Agreement, request: DeliverFigures) -> None:
    """Refuse a load state once more while the earlier one is undecided, without a cause, or with a wrong one."""
    load, correction = request.load, request.correction
    if correction is None:
        covers = {(series.measure, series.form, series.sex) for series in load.series}
        same = {
            delivery_id: earlier.decision
            for delivery_id, earlier in agreement.deliveries.items()
            if earlier.state == load.state and not covers.isdisjoint(earlier.covers)
        }
        for delivery_id, decision in same.items():
            EARLIER_UNDECIDED.refuse_if(decision is Decision.PENDING, state=load.state, delivery=delivery_id)
        for delivery_id, decision in same.items():
            REDELIVERY_WITHOUT_CAUSE.refuse_if(decision is Decision.RELEASED, state=load.state, delivery=delivery_id)
        return
    corrected = known_delivery(agreement, correction.of)
    CORRECTS_OTHER_STATE.refuse_if(
        corrected.state != load.state, delivery=correction.of, earlier=corrected.state, state=load.state
    )
    for delivery_id, earlier in agreement.deliveries.items():
        undecided = earlier.decision is Decision.PENDING and replaces(earlier, correction.of)
        EARLIER_UNDECIDED.refuse_if(undecided, state=load.state, delivery=delivery_id)
    CORRECTS_NOT_COUNTING.refuse_if(not counts(agreement, correction.of), delivery=correction.of)
    siblings = [
        d for d in agreement.deliveries.values() if d.state == load.state and d.decision is not Decision.REJECTED
    ]
    if correction.cause is Cause.STATISTICAL_REVISION:
        taken = load.revision in {sibling.revision for sibling in siblings}
        REVISION_WITHOUT_NAME.refuse_if(taken, revision=load.revision)
        return
    renamed = corrected.revision != load.revision and correction.cause.supersedes
    REVISION_WITHOUT_NAME.refuse_if(renamed, revision=load.revision)
    lacking = corrected.covers - {(series.measure, series.form, series.sex) for series in load.series}
    CORRECTION_PARTIAL.refuse_if(bool(lacking), series=SeriesNames(tuple(sorted(lacking))))


def counts(agreement: Agreement, delivery_id: DeliveryId) -> bool:
    """Whether a delivery was released and no other one replaces it, or is about to."""
    others = [one for one in agreement.deliveries.values() if one.decision is not Decision.REJECTED]
    replaced = any(replaces(one, delivery_id) for one in others)
    return agreement.deliveries[delivery_id].decision is Decision.RELEASED and not replaced


def replaces(delivery: Delivery, other: DeliveryId) -> bool:
    """Whether a delivery puts an error of another one right."""
    correction = delivery.correction
    return correction is not None and correction.of == other and correction.cause.supersedes


def must_be_decidable(agreement: Agreement, request: ReleaseFigures | RejectFigures, context: Context) -> None:
    """Refuse a decision about an unknown, decided or own delivery."""
    delivery = known_delivery(agreement, request.delivery_id)
    DELIVERY_DECIDED.refuse_if(delivery.decision is not Decision.PENDING, delivery=request.delivery_id)
    OWN_DELIVERY.refuse_if(delivery.by == context.actor.person)
    must_follow(request, delivery.on, AFTER_DELIVERY)


def known_delivery(agreement: Agreement, delivery_id: DeliveryId) -> Delivery:
    """The delivery; refuses an unknown one."""
    if delivery_id not in agreement.deliveries:
        UNKNOWN_DELIVERY.refuse(delivery=delivery_id)
    return agreement.deliveries[delivery_id]

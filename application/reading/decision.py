"""The decision on a year: what was decided, when, by whom, on which loads, and what today's figures would say."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from application.reading.agreement_at import AgreementAt
from application.reading.parts.final_assessment import AssessmentEntry, FinalAssessment, final_assessment
from application.reading.parts.terms_versions import SignatureEntry, terms_versions
from application.reading.sources import Source
from domain.assessing import computed
from domain.facts import FiguresReleased
from domain.facts.figures import Cause
from domain.facts.judging import Outcome
from domain.figures import LoadState
from domain.state import Agreement, Delivery
from domain.terms import Clause
from domain.values import DeliveryId, Frozen, PartyId, Slug


class UsedLoad(Frozen):
    """A delivery a verdict rests on, and what replaced it since the decision."""

    delivery_id: DeliveryId
    load_state: LoadState
    replaced_by: DeliveryId | None
    """The first delivery released after the decision that corrects this one; null without one."""
    cause: Cause | None
    replaced_on: date | None
    """The day that delivery was released."""


class VerdictThenAndNow(Frozen):
    """A verdict as it was decided, and as today's figures would compute it (null: it is none of today's terms)."""

    verdict_id: Slug
    clause: Clause
    title: str
    computed: Outcome
    judged: Outcome
    today: Outcome | None
    """The outcome by today's figures; null for a verdict that is none of today's terms."""
    why: str | None
    cites: tuple[str, ...]
    loads: tuple[UsedLoad, ...]

    @property
    def moved(self) -> bool:
        """Whether today's figures say something else than those that were decided on."""
        return self.today is not self.computed

    @property
    def replaced(self) -> tuple[UsedLoad, ...]:
        """The inputs that were replaced since."""
        return tuple(load for load in self.loads if load.replaced_by)


class AppraisedPoint(Frozen):
    """A circumstance, legal change or finding in its own words, and how it was appraised."""

    reference: str
    says: str
    has_effect: bool
    why: str


class DecisionReading(Frozen):
    """Who signed, the assessment that stands (null before there is one), and the earlier ones, oldest first."""

    parties: dict[PartyId, str]
    """Names of the parties of the terms agreed last."""
    signatures: tuple[SignatureEntry, ...]
    present: AssessmentEntry | None
    verdicts: tuple[VerdictThenAndNow, ...]
    addressed: tuple[AppraisedPoint, ...]
    earlier: tuple[AssessmentEntry, ...]

    @property
    def made(self) -> Source | None:
        """The record of the decision."""
        return self.present.source if self.present else None


def decision(at: AgreementAt) -> DecisionReading:
    """The decision on an agreement at an instant."""
    found: FinalAssessment = final_assessment(at.counting)
    signatures = tuple(one for version in terms_versions(at.counting).versions for one in version.signatures)
    present = found.present
    return DecisionReading(
        parties={party.id: party.name for party in at.agreement.terms.parties},
        signatures=signatures,
        present=present,
        verdicts=tuple(verdicts(at, present)) if present else (),
        addressed=tuple(_addressed(at.agreement, present)) if present else (),
        earlier=found.earlier,
    )


def verdicts(at: AgreementAt, present: AssessmentEntry) -> Iterator[VerdictThenAndNow]:
    """The verdicts of an assessment then and now."""
    found = computed(at.agreement, at.attainment, by_sex=False)
    today = {one.verdict_id: one.outcome for one in found.verdicts}
    known, version = at.agreement.deliveries, present.source.version
    since = {fact.delivery_id: source for fact, source in at.counting.of(FiguresReleased) if source.version > version}
    for one in present.verdicts:
        yield VerdictThenAndNow(
            verdict_id=one.verdict_id,
            clause=one.clause,
            title=one.title,
            computed=one.computed,
            judged=one.judged,
            today=today.get(one.verdict_id),
            why=one.why,
            cites=one.cites,
            loads=tuple(_used(name, known, since) for name in _inputs(present.derivation, one.verdict_id)),
        )


def _inputs(derivation: Iterable[dict[str, Any]], verdict_id: Slug) -> tuple[DeliveryId, ...]:
    """The deliveries whose figures a verdict was computed from, in the order they are named."""
    names: dict[DeliveryId, None] = {}
    for goal in derivation:
        lines = {line for verdict in goal["verdicts"] if verdict["id"] == verdict_id for line in verdict["lines"]}
        for line in goal["lines"]:
            if line["line_id"] in lines:
                names |= dict.fromkeys(_named(line))
    return tuple(names)


def _named(value: object) -> Iterator[DeliveryId]:
    if isinstance(value, dict):
        if isinstance(name := value.get("delivery_id"), str):
            yield name
        for inner in value.values():
            yield from _named(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _named(inner)


def _used(name: DeliveryId, known: Mapping[DeliveryId, Delivery], since: Mapping[DeliveryId, Source]) -> UsedLoad:
    """A delivery, and the first that corrects it of those released since."""
    corrections = ((one, known[one].correction) for one in known if one in since)
    found = ((one, correction) for one, correction in corrections if correction and correction.of == name)
    by, correction = next(found, (None, None))
    return UsedLoad(
        delivery_id=name,
        load_state=known[name].state,
        replaced_by=by,
        cause=correction.cause if correction else None,
        replaced_on=since[by].occurred_on if by else None,
    )


def _addressed(agreement: Agreement, present: AssessmentEntry) -> Iterator[AppraisedPoint]:
    for one in present.addressed:
        says = agreement.to_address.get(one.reference, "")
        yield AppraisedPoint(reference=one.reference, says=says, has_effect=one.has_effect, why=one.why)

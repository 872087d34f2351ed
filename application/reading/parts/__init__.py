"""What can be read about one agreement beside attainment and history, for now and as known at any instant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from application.ports import Journal
from application.reading.agreement_at import visible
from application.reading.parts.deliveries import DeliveryEntry, DeliveryWithFigures, deliveries, delivery
from application.reading.parts.dialogs import DialogEntry, dialogs
from application.reading.parts.final_assessment import FinalAssessment, final_assessment
from application.reading.parts.follow_up import (
    AdviceEntry,
    CircumstanceEntry,
    DeviationEntry,
    LegalChangeEntry,
    MeasureEntry,
    advice,
    agreed_measures,
    circumstances,
    deviations,
    legal_changes,
)
from application.reading.parts.individual_goals import IndividualGoals, individual_goals
from application.reading.parts.sources import Counting
from application.reading.parts.terms_versions import TermsEntry, TermsThroughTime, terms_versions
from domain.record import Actor
from domain.rulebook.changing import UNKNOWN_TERMS_VERSION
from domain.rulebook.figures import UNKNOWN_DELIVERY
from domain.values import AgreementId, DeliveryId, Frozen, Instant

T = TypeVar("T")


class OfOneAgreement(Frozen):
    """What was read of which agreement, as known when (null = now), and the version the agreement stood at then."""

    agreement_id: AgreementId
    known_at: Instant | None
    version: int


class Listing(OfOneAgreement, Generic[T]):
    """Several entries, in the order of the log."""

    items: tuple[T, ...]


class Reading(OfOneAgreement, Generic[T]):
    """One thing."""

    item: T


@dataclass(frozen=True, slots=True)
class _Read:
    counting: Counting
    about: dict[str, Any]


class Resources:
    """The parts of an agreement as resources, within the reader's scope; each refuses one that is not in it."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def deliveries(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[DeliveryEntry]:
        """Every delivery of figures, without values."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[DeliveryEntry](**read.about, items=deliveries(read.counting))

    def delivery(
        self, actor: Actor, agreement_id: AgreementId, delivery_id: DeliveryId, *, known_at: datetime | None = None
    ) -> Reading[DeliveryWithFigures]:
        """One delivery with its values; refuses one that does not exist."""
        read = self._read(actor, agreement_id, known_at)
        found = delivery(read.counting, delivery_id)
        if found is None:
            UNKNOWN_DELIVERY.refuse(delivery=delivery_id)
        return Reading[DeliveryWithFigures](**read.about, item=found)

    def dialogs(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[DialogEntry]:
        """Every dialog."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[DialogEntry](**read.about, items=dialogs(read.counting))

    def agreed_measures(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[MeasureEntry]:
        """Everything agreed in dialogs that somebody is to do."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[MeasureEntry](**read.about, items=agreed_measures(read.counting))

    def advice(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[AdviceEntry]:
        """All advice given."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[AdviceEntry](**read.about, items=advice(read.counting))

    def deviations(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[DeviationEntry]:
        """Every deviation noted."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[DeviationEntry](**read.about, items=deviations(read.counting))

    def circumstances(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[CircumstanceEntry]:
        """Every circumstance noted."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[CircumstanceEntry](**read.about, items=circumstances(read.counting))

    def legal_changes(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Listing[LegalChangeEntry]:
        """Every change of law taken in."""
        read = self._read(actor, agreement_id, known_at)
        return Listing[LegalChangeEntry](**read.about, items=legal_changes(read.counting))

    def individual_goals(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Reading[IndividualGoals]:
        """Goals without figures, and principles, with the reports on them."""
        read = self._read(actor, agreement_id, known_at)
        return Reading[IndividualGoals](**read.about, item=individual_goals(read.counting))

    def final_assessment(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Reading[FinalAssessment]:
        """The final assessment and those it replaced."""
        read = self._read(actor, agreement_id, known_at)
        return Reading[FinalAssessment](**read.about, item=final_assessment(read.counting))

    def terms(
        self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Reading[TermsThroughTime]:
        """Every version of the terms, and the amendment on the table."""
        read = self._read(actor, agreement_id, known_at)
        return Reading[TermsThroughTime](**read.about, item=terms_versions(read.counting))

    def terms_version(
        self, actor: Actor, agreement_id: AgreementId, number: int, *, known_at: datetime | None = None
    ) -> Reading[TermsEntry]:
        """One version of the terms by its number; refuses one that does not exist."""
        read = self._read(actor, agreement_id, known_at)
        versions = terms_versions(read.counting).versions
        found = next((version for version in versions if version.number == number), None)
        if found is None:
            UNKNOWN_TERMS_VERSION.refuse(number=number, latest=versions[-1].number)
        return Reading[TermsEntry](**read.about, item=found)

    def _read(self, actor: Actor, agreement_id: AgreementId, known_at: datetime | None) -> _Read:
        _, records = visible(self.journal, actor, agreement_id, known_at)
        about = {"agreement_id": agreement_id, "known_at": known_at, "version": records[-1].version}
        return _Read(Counting.among(records), about)

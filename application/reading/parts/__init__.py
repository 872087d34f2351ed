"""The parts of one agreement beside attainment and history, for now and as known at any instant."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from application.ports import Journal
from application.reading.agreement_at import AgreementAt, visible
from application.reading.parts import deliveries as figures
from application.reading.parts import dialogs, final_assessment, follow_up, individual_goals, terms_versions
from application.reading.parts.deliveries import DeliveryEntry, DeliveryWithFigures
from application.reading.parts.dialogs import DialogEntry
from application.reading.parts.final_assessment import FinalAssessment
from application.reading.parts.follow_up import (
    AdviceEntry,
    CircumstanceEntry,
    DeviationEntry,
    LegalChangeEntry,
    MeasureEntry,
)
from application.reading.parts.individual_goals import IndividualGoals
from application.reading.parts.part import Area, Listing, OfOneAgreement, Part, Reading, Statements
from application.reading.parts.terms_versions import TermsEntry, TermsThroughTime
from domain.record import Actor
from domain.rulebook.changing import UNKNOWN_TERMS_VERSION
from domain.rulebook.figures import UNKNOWN_DELIVERY
from domain.values import AgreementId, DeliveryId

PARTS = (
    Part(
        path="terms",
        operation="read_terms",
        title="Bedingungen",
        says="Every version of the terms, and the amendment on the table.",
        model=Reading[TermsThroughTime],
        read=terms_versions.terms_versions,
        statements=terms_versions.statements,
        area=None,
    ),
    Part(
        path="figures",
        operation="list_deliveries",
        title="Datenlieferungen",
        says="Every delivery of figures, without values.",
        model=Listing[DeliveryEntry],
        read=figures.deliveries,
        statements=figures.statements,
        area=Area.FIGURES,
    ),
    Part(
        path="dialogs",
        operation="list_dialogs",
        title="Zieldialoge",
        says="Every dialog.",
        model=Listing[DialogEntry],
        read=dialogs.dialogs,
        statements=dialogs.statements,
        area=Area.DIALOGS,
    ),
    Part(
        path="measures",
        operation="list_agreed_measures",
        title="Verabredungen",
        says="Everything agreed in dialogs that somebody is to do.",
        model=Listing[MeasureEntry],
        read=follow_up.agreed_measures,
        statements=follow_up.measures_stated,
        area=Area.FOLLOW_UP,
    ),
    Part(
        path="advice",
        operation="list_advice",
        title="Beratung",
        says="All advice given.",
        model=Listing[AdviceEntry],
        read=follow_up.advice,
        statements=follow_up.advice_stated,
        area=Area.FOLLOW_UP,
    ),
    Part(
        path="deviations",
        operation="list_deviations",
        title="Zielabweichungen",
        says="Every deviation noted.",
        model=Listing[DeviationEntry],
        read=follow_up.deviations,
        statements=follow_up.deviations_stated,
        area=Area.FOLLOW_UP,
    ),
    Part(
        path="circumstances",
        operation="list_circumstances",
        title="Umstände",
        says="Every circumstance noted.",
        model=Listing[CircumstanceEntry],
        read=follow_up.circumstances,
        statements=follow_up.circumstances_stated,
        area=Area.APPRAISAL,
    ),
    Part(
        path="legal-changes",
        operation="list_legal_changes",
        title="Neues Recht",
        says="Every change of law taken in.",
        model=Listing[LegalChangeEntry],
        read=follow_up.legal_changes,
        statements=follow_up.legal_changes_stated,
        area=Area.APPRAISAL,
    ),
    Part(
        path="individual-goals",
        operation="read_individual_goals",
        title="Individualisierte Ziele",
        says="Goals without figures, and principles, with the reports on them.",
        model=Reading[IndividualGoals],
        read=individual_goals.individual_goals,
        statements=individual_goals.statements,
        area=Area.INDIVIDUAL_GOALS,
    ),
    Part(
        path="final-assessment",
        operation="read_final_assessment",
        title="Gesamtbewertung",
        says="The final assessment and those it replaced.",
        model=Reading[FinalAssessment],
        read=final_assessment.final_assessment,
        statements=final_assessment.statements,
        area=Area.ASSESSMENT,
    ),
)
"""Every part of an agreement, in the order of its life."""


class Resources:
    """The parts of an agreement within the reader's scope; each refuses an agreement that is not in it."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def part(
        self, part: Part, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> OfOneAgreement:
        """A part of an agreement."""
        found = visible(self.journal, actor, agreement_id, known_at)
        return part.among(found.counting, _about(found, known_at))

    def statements(
        self, part: Part, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None
    ) -> Statements:
        """The same in German, by subject."""
        return part.statements(visible(self.journal, actor, agreement_id, known_at).counting)

    def deliveries(
        self,
        actor: Actor,
        agreement_id: AgreementId,
        *,
        known_at: datetime | None = None,
        after: int = 0,
        limit: int | None = None,
    ) -> Listing[DeliveryEntry]:
        """Deliveries behind a position of the log, at most so many."""
        found = visible(self.journal, actor, agreement_id, known_at)
        items = figures.deliveries(found.counting, after=after, limit=limit)
        return Listing[DeliveryEntry](**_about(found, known_at), items=items)

    def delivery(
        self, actor: Actor, agreement_id: AgreementId, delivery_id: DeliveryId, *, known_at: datetime | None = None
    ) -> Reading[DeliveryWithFigures]:
        """A delivery with its values; refuses one that does not exist."""
        found = visible(self.journal, actor, agreement_id, known_at)
        delivery = figures.delivery(found.counting, delivery_id)
        if delivery is None:
            UNKNOWN_DELIVERY.refuse(delivery=delivery_id)
        return Reading[DeliveryWithFigures](**_about(found, known_at), item=delivery)

    def terms_version(
        self, actor: Actor, agreement_id: AgreementId, number: int, *, known_at: datetime | None = None
    ) -> Reading[TermsEntry]:
        """A version of the terms by its number; refuses one that does not exist."""
        found = visible(self.journal, actor, agreement_id, known_at)
        versions = terms_versions.terms_versions(found.counting).versions
        terms = next((version for version in versions if version.number == number), None)
        if terms is None:
            UNKNOWN_TERMS_VERSION.refuse(number=number, latest=versions[-1].number)
        return Reading[TermsEntry](**_about(found, known_at), item=terms)


def _about(found: AgreementAt, known_at: datetime | None) -> Mapping[str, Any]:
    return {"agreement_id": found.agreement.id, "known_at": known_at, "version": found.agreement.version}

"""The parts of one agreement: terms, figures, dialogs, follow-up, individual goals, final assessment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import Response
from pydantic import BaseModel

from application.reading.parts import Listing, Reading, Resources
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
from application.reading.parts.terms_versions import TermsEntry, TermsThroughTime
from interfaces.http.access import GuardedRoute
from interfaces.http.conditional import tagged
from interfaces.http.described import gives
from interfaces.http.json import represented
from interfaces.http.parameters import SLUG, AgreementPath, IfNoneMatch, KnownAt, TheActor, TheSystem

router = APIRouter(route_class=GuardedRoute, tags=["parts"])


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agreement: where it is, what it is called, how it is read, what it gives."""

    path: str
    operation: str
    title: str
    read: Callable[..., Any]
    gives: type[BaseModel]


PARTS = (
    Part("terms", "read_terms", "Bedingungen", Resources.terms, Reading[TermsThroughTime]),
    Part("figures", "list_deliveries", "Datenlieferungen", Resources.deliveries, Listing[DeliveryEntry]),
    Part("dialogs", "list_dialogs", "Zieldialoge", Resources.dialogs, Listing[DialogEntry]),
    Part("measures", "list_agreed_measures", "Verabredungen", Resources.agreed_measures, Listing[MeasureEntry]),
    Part("advice", "list_advice", "Beratung", Resources.advice, Listing[AdviceEntry]),
    Part("deviations", "list_deviations", "Zielabweichungen", Resources.deviations, Listing[DeviationEntry]),
    Part("circumstances", "list_circumstances", "Umstände", Resources.circumstances, Listing[CircumstanceEntry]),
    Part("legal-changes", "list_legal_changes", "Neues Recht", Resources.legal_changes, Listing[LegalChangeEntry]),
    Part(
        "individual-goals",
        "read_individual_goals",
        "Individualisierte Ziele",
        Resources.individual_goals,
        Reading[IndividualGoals],
    ),
    Part(
        "final-assessment",
        "read_final_assessment",
        "Gesamtbewertung",
        Resources.final_assessment,
        Reading[FinalAssessment],
    ),
)


def _reading(part: Part) -> Callable[..., Response]:
    def read(
        system: TheSystem,
        actor: TheActor,
        agreement_id: AgreementPath,
        known_at: KnownAt = None,
        if_none_match: IfNoneMatch = None,
    ) -> Response:
        found = part.read(system.resources, actor, agreement_id, known_at=known_at)
        return tagged(if_none_match, found.version, represented(found))

    return read


for _part in PARTS:
    router.add_api_route(
        f"/agreements/{{agreement_id}}/{_part.path}",
        _reading(_part),
        operation_id=_part.operation,
        summary=_part.title,
        description=_part.read.__doc__,
        responses=gives(_part.gives, headers=("ETag",)),
    )


@router.get(
    "/agreements/{agreement_id}/terms/{number}",
    operation_id="read_terms_version",
    summary="Eine Fassung der Bedingungen",
    responses=gives(Reading[TermsEntry], headers=("ETag",)),
)
def read_terms_version(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    number: Annotated[int, Path(ge=1, le=9999, description="The version's number, from 1.")],
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """One version of the terms by its number."""
    found = system.resources.terms_version(actor, agreement_id, number, known_at=known_at)
    return tagged(if_none_match, found.version, represented(found))


@router.get(
    "/agreements/{agreement_id}/figures/{delivery_id}",
    operation_id="read_delivery",
    summary="Eine Datenlieferung",
    responses=gives(Reading[DeliveryWithFigures], headers=("ETag",)),
)
def read_delivery(
    system: TheSystem,
    actor: TheActor,
    agreement_id: AgreementPath,
    delivery_id: Annotated[str, Path(pattern=SLUG, max_length=60, description="The delivery's id.")],
    known_at: KnownAt = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """One delivery with its values."""
    found = system.resources.delivery(actor, agreement_id, delivery_id, known_at=known_at)
    return tagged(if_none_match, found.version, represented(found))

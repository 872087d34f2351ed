"""Facts of the later life by their names in the field, as this folder's tests tell them."""

from dataclasses import fields
from datetime import date
from typing import Any
from uuid import uuid4

from domain.facts import (
    AgreementDrafted,
    AgreementSigned,
    CircumstanceNoted,
    DialogHeld,
    DialogScheduled,
    FinalAssessmentMade,
    LegalChangeApplied,
    MinutesConfirmed,
)
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.judging import Addressed, Assessment, CountyPosition, Stance
from domain.facts.signing import Document
from domain.record import Draft
from domain.terms import Terms
from domain.values import Month
from tests.builders import COUNTY, Happened, Life, a_state
from tests.domain.given import given

LAND_ID, COUNTY_ID = "ni-ms", "heidekreis"
MINUTES = Document(sha256="77" * 32, title="Protokoll", file_reference="104-1/2026")


def scheduled(dialog: str = "d1", on: date = date(2026, 5, 4), kind: DialogKind = DialogKind.REGULAR) -> Happened:
    """A dialog was set for 10 June."""
    return Happened(DialogScheduled(dialog_id=dialog, kind=kind, planned_for=date(2026, 6, 10)), on)


def held(
    dialog: str = "d1", on: date = date(2026, 6, 10), month: Month = "2026-04", *measures: AgreedMeasure
) -> Happened:
    """The dialog was held, on the figures of a month."""
    fact = DialogHeld(
        dialog_id=dialog,
        kind=DialogKind.REGULAR,
        basis=a_state(month),
        participants=tuple(Participant(office="Leitung", party=party) for party in (LAND_ID, COUNTY_ID)),
        goals_discussed=("1",),
        measures=measures,
    )
    return Happened(fact, on)


def confirmed(party: str, dialog: str = "d1") -> MinutesConfirmed:
    """A party confirmed the minutes."""
    return MinutesConfirmed(dialog_id=dialog, party=party, minutes=MINUTES)


def assessed(*addressed: Addressed, dialog: str = "schluss", on: date = date(2027, 4, 20)) -> Happened:
    """The Land judged the year."""
    assessment = Assessment(
        dialog_id=dialog,
        computed=(),
        derivation=(),
        judgements=(),
        addressed=addressed,
        county=CountyPosition(stance=Stance.AGREES, on=on),
        summary="Bewertet.",
    )
    return Happened(FinalAssessmentMade(assessment=assessment), on)


def finally_talked(on: date = date(2027, 4, 20)) -> tuple[Happened, ...]:
    """The final dialog was held."""
    return scheduled("schluss", on, DialogKind.FINAL), held("schluss", on, "2026-12")


def benchmark_missed(**values: Any) -> Happened:
    """The county noted that a benchmark turned out otherwise."""
    said = {"circumstance_id": "arbeitsmarkt", "kind": CircumstanceKind.BENCHMARK, "party": COUNTY_ID, "about": "svb"}
    numbers = {"agreed": "0.1", "actual": "-0.6", "says": "Die Beschäftigung sank.", "lines": ("k2",)}
    return Happened(CircumstanceNoted.model_validate({**said, **numbers, **values}), by=COUNTY)


def law_changed(citation: str = "BGBl. 2026 I Nr. 107") -> Happened:
    """A change of law was taken into the follow-up."""
    provision = Provision(says="Vorrang der Vermittlung", from_day=date(2026, 7, 1))
    law = "13. SGB II-Änderungsgesetz"
    return Happened(LegalChangeApplied(change_id="aendg-13", law=law, citation=citation, provisions=(provision,)))


def recorded(*life: Life, county: str = "heidekreis", ags: str = "") -> list[Draft]:
    """A life as drafts for the journal, as that of an agreement with another county, by default of the same place."""
    key = ags or ("03358" if county == "heidekreis" else f"03358.{county}")
    drafts = []
    for record in given(*life).records:
        fact = record.fact
        if isinstance(fact, AgreementDrafted):
            terms = fact.terms.model_dump(mode="json")
            terms["parties"][1] |= {"id": county, "ags": key[:5]}
            fact = fact.model_copy(update={"terms": Terms.model_validate(terms)})
        elif isinstance(fact, AgreementSigned) and fact.party == COUNTY_ID:
            fact = fact.model_copy(update={"party": county})
        values = {name.name: getattr(record, name.name) for name in fields(Draft)}
        stream = f"2026.4.03.{key}.1"
        drafts.append(Draft(**{**values, "event_id": uuid4(), "stream_id": stream, "fact": fact}))
    return drafts

"""Resources of an agreement on the real log: within the scope, at any instant, and as decisions know the agreement."""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from pydantic.json_schema import models_json_schema

from application.reading.parts import PARTS, Resources
from application.reading.parts.deliveries import deliveries
from application.reading.parts.dialogs import dialogs
from application.reading.parts.final_assessment import final_assessment
from application.reading.parts.follow_up import agreed_measures, circumstances, deviations, legal_changes
from application.reading.parts.individual_goals import individual_goals
from application.reading.parts.part import Listing, OfOneAgreement
from application.reading.parts.terms_versions import terms_versions
from application.reading.sources import Counting
from domain.record import Actor, Draft, Record, Role
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.rulebook.changing import UNKNOWN_TERMS_VERSION
from domain.rulebook.figures import UNKNOWN_DELIVERY
from domain.rules import Refused
from infrastructure.journal import Journal
from tests.builders import COUNTY, MINISTRY
from tests.domain.informing import examples
from tests.domain.one_life import WHOLE, lived

START = datetime(2027, 6, 1, tzinfo=UTC)
ID = "2026.4.03.03358.1"
AUDITOR = Actor("pruefung", Role.AUDITOR, "Prüfung", "test")
CELLE = replace(COUNTY, person="clara-celle", party="celle", scope="03351")
MORE: dict[str, dict[str, Any]] = {"delivery": {"delivery_id": "vorjahr"}, "terms_version": {"number": 1}}
"""What else some resources are asked by."""
ELSEWHERE = [
    "TargetProposed",
    "CircumstanceNoted",
    "RecordRetracted",
    "AmendmentProposed",
    "AmendmentWithdrawn",
]
"""What only the history shows: what was proposed while drafting, taken back, or withdrawn."""
VIEWS: dict[str, Callable[[Counting], Any]] = {
    "figures": deliveries,
    "dialogs": dialogs,
    "measures": agreed_measures,
    **{example.path: example.part for example in examples()},
    "deviations": deviations,
    "circumstances": circumstances,
    "legal-changes": legal_changes,
    "individual-goals": individual_goals,
    "final-assessment": final_assessment,
    "terms": terms_versions,
}

BY_PATH = {part.path: part for part in PARTS}


@pytest.fixture
def records(journal: Journal) -> Sequence[Record]:
    """The whole life on the log."""
    names = [field.name for field in fields(Draft)]
    told = ({name: getattr(record, name) for name in names} for record in lived(*WHOLE)[-1].records)
    drafts = [Draft(**values | {"event_id": uuid4()}) for values in told]
    return journal.append(drafts, now=START)


@pytest.fixture
def resources(journal: Journal, records: Sequence[Record]) -> Resources:
    return Resources(journal)


def read(resources: Resources, name: str, actor: Actor = MINISTRY, **asked: Any) -> OfOneAgreement:
    agreement_id = asked.pop("agreement_id", ID)
    if name in BY_PATH:
        return resources.part(BY_PATH[name], actor, agreement_id, **asked)
    reading = getattr(resources, name)(actor, agreement_id, **asked)
    assert isinstance(reading, OfOneAgreement)
    return reading


def content(reading: OfOneAgreement) -> Any:
    return reading.items if isinstance(reading, Listing) else getattr(reading, "item", None)


def test_every_part_is_read_here() -> None:
    assert BY_PATH.keys() == VIEWS.keys()


@pytest.mark.parametrize("name", VIEWS)
def test_every_instant_shows_exactly_what_was_recorded_by_then(
    resources: Resources, records: Sequence[Record], name: str
) -> None:
    for number, record in enumerate(records, start=1):
        then = read(resources, name, known_at=record.recorded_at)
        assert content(then) == VIEWS[name](Counting.among(records[:number]))
        assert (then.agreement_id, then.known_at, then.version) == (ID, record.recorded_at, number)


@pytest.mark.parametrize("name", VIEWS)
def test_the_last_instant_reads_as_now(resources: Resources, records: Sequence[Record], name: str) -> None:
    now = read(resources, name)
    assert read(resources, name, known_at=records[-1].recorded_at) == now.model_copy(
        update={"known_at": records[-1].recorded_at}
    )
    assert now.known_at is None
    assert read(resources, name, known_at=records[-2].recorded_at).version == now.version - 1


@pytest.mark.parametrize("name", [*VIEWS, "delivery", "terms_version"])
def test_an_agreement_out_of_scope_or_time_does_not_exist(
    resources: Resources, records: Sequence[Record], name: str
) -> None:
    more = MORE.get(name, {})
    before = {"known_at": records[0].recorded_at - timedelta(microseconds=1)}
    wrong = UNKNOWN_AGREEMENT.code
    assert refusal(resources, name, MINISTRY, agreement_id="2026.4.gibt-es-nicht.1", **more) == wrong
    assert refusal(resources, name, MINISTRY, agreement_id="../NICHT", **more) == wrong
    assert refusal(resources, name, MINISTRY, **before, **more) == wrong
    assert refusal(resources, name, CELLE, **more) == wrong
    for actor in (MINISTRY, COUNTY, AUDITOR):
        assert read(resources, name, actor, **more).version == len(records)


def refusal(resources: Resources, name: str, actor: Actor = MINISTRY, **asked: Any) -> str:
    with pytest.raises(Refused) as caught:
        read(resources, name, actor, **asked)
    [finding] = caught.value.findings
    return finding.rule


def test_one_delivery_is_read_with_its_values_from_when_it_came(resources: Resources) -> None:
    item = resources.delivery(COUNTY, ID, "februar").item
    assert item.figures[0].values == ("990",)
    came = item.delivered.recorded_at
    assert resources.delivery(COUNTY, ID, "februar", known_at=came).item.status == "pending"
    before = came - timedelta(microseconds=1)
    assert refusal(resources, "delivery", delivery_id="februar", known_at=before) == UNKNOWN_DELIVERY.code
    assert refusal(resources, "delivery", delivery_id="maerz") == UNKNOWN_DELIVERY.code


def test_terms_are_read_by_number(resources: Resources) -> None:
    versions = content(read(resources, "terms", COUNTY)).versions
    assert [resources.terms_version(COUNTY, ID, version.number).item for version in versions] == list(versions)
    assert len(versions) == 4
    assert refusal(resources, "terms_version", number=0) == UNKNOWN_TERMS_VERSION.code
    assert refusal(resources, "terms_version", number=5) == UNKNOWN_TERMS_VERSION.code


@pytest.mark.parametrize("number", range(len(WHOLE)), ids=[kind.__name__ for _, kind, _ in WHOLE])
def test_resources_say_what_decisions_know(number: int) -> None:
    life = lived(*WHOLE)[number]
    known, counting = life.agreement, Counting.among(life.records)
    assert {one.delivery_id: one.status for one in deliveries(counting)} == {
        name: delivery.decision for name, delivery in known.deliveries.items()
    }
    assert {
        one.dialog_id: (one.kind, one.planned_for, one.held.held_on if one.held else None) for one in dialogs(counting)
    } == {name: (dialog.kind, dialog.planned_for, dialog.held_on) for name, dialog in known.dialogs.items()}
    assert {one.measure_id for one in agreed_measures(counting)} == known.agreed_measures.keys()
    noted = {one.reference for one in circumstances(counting)} | {one.reference for one in legal_changes(counting)}
    assert noted == {reference for reference in known.to_address if not reference.startswith("finding:")}
    assert {f"deviation:{one.deviation_id}" for one in deviations(counting)} == known.deviations
    goals = individual_goals(counting).goals
    steps = {step.step_id: step.progress for goal in goals for step in goal.steps if step.progress}
    criteria = {one.criterion_id: one.appraisal for goal in goals for one in goal.criteria if one.appraisal}
    assert (steps, criteria) == (known.steps, known.criteria)
    assessment = final_assessment(counting).present
    assert (assessment.answer if assessment else None) == known.answer
    assert (assessment.source.version if assessment else 0) == known.assessed_version


def test_every_source_leads_to_its_record(resources: Resources, records: Sequence[Record]) -> None:
    by_event = {str(record.event_id): record for record in records}
    found = [one for name in VIEWS for one in sources(read(resources, name).model_dump(mode="json"))]
    named = {source["version"] for source in found}
    left_out = [type(record.fact).__name__ for record in records if record.version not in named]
    assert left_out == ELSEWHERE
    for source in found:
        record = by_event[source["event_id"]]
        assert (source["version"], source["position"]) == (record.version, record.position)
        assert source["type"] == type(record.fact).__name__
        assert source["occurred_on"] == record.occurred_on.isoformat()


def sources(value: Any) -> list[dict[str, Any]]:
    """Every source anywhere in a reading."""
    if isinstance(value, list):
        return [one for item in value for one in sources(item)]
    if not isinstance(value, dict):
        return []
    inner = [one for item in value.values() for one in sources(item)]
    return [value, *inner] if {"event_id", "position", "type"} <= value.keys() else inner


def test_no_two_schemas_bear_the_same_name() -> None:
    methods = (Resources.delivery, Resources.terms_version)
    models = [*(part.model for part in PARTS), *(method.__annotations__["return"] for method in methods)]
    _, found = models_json_schema([(model, "serialization") for model in models])
    names = found["$defs"].keys()
    assert {"Listing_DeliveryEntry_", "Reading_FinalAssessment_", "Reading_DeliveryWithFigures_"} <= names
    assert [name for name in names if "__" in name] == []

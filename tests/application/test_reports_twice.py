"""Where one person acted twice."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from application.reading.agreement_at import as_if_recorded
from application.reports.twice import acted_twice
from domain.facts import (
    AssessmentAcknowledged,
    AssessmentContested,
    ContestAnswered,
    FigureFileDelivered,
    FigureFileRejected,
    FigureFileReleased,
    RecordDisputed,
    TranscriptionConfirmed,
)
from domain.facts.figure_files import DeliveredPart
from domain.facts.figures import SourceFile
from domain.values import sha256_of
from tests.application.lives import assessed, benchmark_missed, confirmed, held, scheduled
from tests.application.test_history import HEIDEKREIS_ID
from tests.application.test_reports import TODAY, a_life
from tests.builders import (
    CLERK,
    COUNTY,
    HEIDEKREIS,
    MINISTRY,
    Happened,
    a_load,
    an_agreement_in_force,
    delivered,
    drafted,
    rejected,
    released,
    signed,
)
from tests.builders import Life as Told
from tests.infrastructure.drafts import a_draft


def by_one(*life: Told) -> list[str]:
    """What one person did twice, without the roles."""
    found = acted_twice([a_life(*life)], TODAY)
    return [row.what for row in found if not row.what.startswith("gehandelt als")]


LOAD = a_load("2026-02")
CONFIRMED = TranscriptionConfirmed(terms_hash=sha256_of(HEIDEKREIS))


@pytest.mark.parametrize(
    ("life", "what"),
    [
        ((delivered(LOAD, "l"), released("l")), "geliefert und darüber entschieden"),
        ((delivered(LOAD, "l"), rejected("l")), "geliefert und darüber entschieden"),
        ((CONFIRMED,), "Bedingungen eingegeben und bestätigt"),
        ((scheduled(), held(), confirmed("ni-ms"), confirmed("heidekreis")), "Protokoll für beide Seiten bestätigt"),
        ((assessed(), AssessmentAcknowledged()), "bewertet und die Bewertung beantwortet"),
        ((Happened(AssessmentContested(grounds="Nein."), by=COUNTY),), None),
        ((RecordDisputed(version=1, says="Nein."),), "festgehalten und bestritten"),
        ((delivered(LOAD, "l"), Happened(released("l"), by=MINISTRY)), None),
        ((delivered(LOAD, "l"), Happened(delivered(LOAD, "m").fact, by=MINISTRY), released("m")), None),
        ((Happened(CONFIRMED, by=MINISTRY),), None),
        ((scheduled(), held(), confirmed("ni-ms"), Happened(confirmed("heidekreis"), by=COUNTY)), None),
    ],
)
def test_both_pairs_of_the_four_eyes_were_one_persons(life: tuple[Told, ...], what: str | None) -> None:
    land, county = HEIDEKREIS.parties
    in_force = (drafted(), signed(land), Happened(signed(county).fact, by=COUNTY))
    assert by_one(*in_force, *life) == ([what] if what else [])


def test_an_objection_and_its_answer_by_one_person_are_told() -> None:
    life = (AssessmentContested(grounds="Nein."), ContestAnswered(says="Doch."))
    assert by_one(drafted(), *life) == ["beanstandet und die Beanstandung beantwortet"]


def test_both_signatures_entered_by_one_person_or_given_by_one_are_told() -> None:
    land, county = HEIDEKREIS.parties
    assert by_one(an_agreement_in_force()) == ["beide Unterschriften eingetragen"]
    same = signed(land).fact.model_copy(update={"party": county.id})
    assert by_one(drafted(), signed(land), Happened(same, by=COUNTY)) == ["beide Unterschriften eingetragen"]


def test_one_person_in_two_roles_is_told_also_across_agreements_once_each() -> None:
    both = replace(COUNTY, person=CLERK.person)
    first = a_life(drafted(), agreement="kreis-a")
    second = a_life(Happened(drafted().fact, by=both), Happened(benchmark_missed().fact, by=both), agreement="kreis-b")
    rows = list(acted_twice([first, second], TODAY))
    assert [
        (row.person, row.office, row.what, row.first_agreement_id, row.agreement_id, row.version) for row in rows
    ] == [
        (
            CLERK.person,
            COUNTY.office,
            "gehandelt als Land (ni-ms) und als Kommune (heidekreis)",
            "kreis-a",
            "kreis-b",
            1,
        )
    ]


def test_a_file_of_figures_delivered_and_released_by_one_person_is_found() -> None:
    source = SourceFile(name="x.csv", sha256="77" * 32, size=9)
    part = DeliveredPart(agreement_id=HEIDEKREIS_ID, delivery_id="x-1", state=LOAD.state)
    check = f"{'0' * 16}-{'0' * 16}"
    delivered_file = FigureFileDelivered(
        file_id="x", source=source, within="03", rows=1, dry_run=check, decided_anew=False, parts=(part,)
    )
    for fact in (FigureFileReleased(file_id="x"), FigureFileRejected(file_id="x")):
        records = (a_draft("register.files.x", n, one) for n, one in enumerate((delivered_file, fact), 1))
        [row] = acted_twice([list(as_if_recorded(list(records), datetime(2026, 3, 16, tzinfo=UTC)))], TODAY)
        assert (row.what, row.first_title) == ("geliefert und darüber entschieden", "Datei geliefert")


def test_which_role_came_first_is_told_by_the_log_and_not_by_the_order_of_agreements() -> None:
    both = replace(COUNTY, person=CLERK.person)
    later = [replace(record, position=record.position + 100) for record in a_life(drafted(), agreement="kreis-a")]
    sooner = a_life(Happened(drafted().fact, by=both), agreement="kreis-b")
    [row] = acted_twice([later, sooner], TODAY)
    assert (row.what, row.first_agreement_id, row.agreement_id) == (
        "gehandelt als Kommune (heidekreis) und als Land (ni-ms)",
        "kreis-b",
        "kreis-a",
    )

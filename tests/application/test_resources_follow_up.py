"""Deviations, circumstances, legal changes and individual goals as resources."""

from datetime import date

import pytest

from application.reading.parts.follow_up import circumstances, deviations, legal_changes
from application.reading.parts.individual_goals import IndividualGoals, individual_goals
from application.reading.sources import Counting
from domain.facts import (
    AssessmentRevised,
    CircumstanceNoted,
    CriterionAppraised,
    DeviationNoted,
    DraftRevised,
    FinalAssessmentMade,
    RecordDisputed,
    RecordRetracted,
    StepReported,
    TopicReported,
)
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Addressed
from domain.record import Fact
from domain.terms import Principle, Terms
from domain.values import sha256_of
from tests.application.lives import assessed, benchmark_missed, finally_talked, law_changed
from tests.builders import (
    A_SCAN,
    COUNTY,
    HEIDEKREIS,
    Happened,
    Life,
    a_state,
    agreed_in_full,
    an_agreement_in_force,
    an_item,
    drafted,
)
from tests.domain.given import Given, given
from tests.year_to_judge import CRITERION, STEPS

FULL = agreed_in_full()
EFFECT = Addressed(reference="circumstance:arbeitsmarkt", has_effect=True, why="Weniger Stellen")
NO_EFFECT = Addressed(reference="law:aendg-13", has_effect=False, why="Erst im Juli")
NOTED = DeviationNoted(deviation_id="feb", line_id="k2", load_state=a_state("2026-02"), causes="Lage")


def alive(*life: Life) -> Given:
    return given(an_agreement_in_force(), *life)


def counting(life: Given) -> Counting:
    return Counting.among(life.records)


def version_of(life: Given, fact: type[Fact]) -> int:
    return next(record.version for record in reversed(life.records) if isinstance(record.fact, fact))


def test_a_deviation_leads_to_its_record() -> None:
    life = alive(Happened(NOTED, date(2026, 5, 20), COUNTY))
    [entry] = deviations(counting(life))
    record = life.records[-1]
    assert (entry.line_id, entry.load_state, entry.causes) == ("k2", a_state("2026-02"), "Lage")
    source = entry.source
    assert (source.event_id, source.version, source.position) == (record.event_id, record.version, record.position)
    assert (source.recorded_at, source.occurred_on) == (record.recorded_at, date(2026, 5, 20))
    assert (source.actor, source.role, source.party, source.type) == (
        COUNTY.person,
        "county",
        COUNTY.party,
        "DeviationNoted",
    )


@pytest.mark.parametrize("fact", [DeviationNoted, CircumstanceNoted])
def test_what_was_taken_back_is_gone_and_what_is_disputed_is_shown(fact: type[Fact]) -> None:
    life = alive(Happened(NOTED, by=COUNTY), benchmark_missed())
    version = version_of(life, fact)
    disputed = counting(life.and_then(RecordDisputed(version=version, says="Nein")))
    retracted = counting(life.and_then(Happened(RecordRetracted(version=version), by=COUNTY)))
    sources = [entry.source for view in (deviations, circumstances) for entry in view(disputed)]
    assert {source.version: len(source.disputes) for source in sources} == {4: 0, 5: 0} | {version: 1}
    assert [entry.source.version for view in (deviations, circumstances) for entry in view(retracted)] == [9 - version]


def test_a_circumstance_stands_beside_the_agreed_value() -> None:
    [entry] = circumstances(counting(alive(benchmark_missed())))
    assert (entry.reference, entry.kind, entry.about) == ("circumstance:arbeitsmarkt", "benchmark", "svb")
    assert (str(entry.agreed), str(entry.actual), entry.lines, entry.appraisal) == ("0.1", "-0.6", ("k2",), None)


def test_a_legal_change_is_shown_with_its_provisions() -> None:
    [entry] = legal_changes(counting(alive(law_changed())))
    assert (entry.reference, entry.citation, entry.appraisal) == ("law:aendg-13", "BGBl. 2026 I Nr. 107", None)
    assert [provision.from_day for provision in entry.provisions] == [date(2026, 7, 1)]


def test_the_final_assessment_says_what_had_an_effect() -> None:
    judged = alive(benchmark_missed(), law_changed(), finally_talked(), assessed(EFFECT, NO_EFFECT))
    [circumstance], [law] = circumstances(counting(judged)), legal_changes(counting(judged))
    assert circumstance.appraisal is not None
    assert (circumstance.appraisal.has_effect, circumstance.appraisal.why) == (True, "Weniger Stellen")
    assert circumstance.appraisal.assessed_by == judged.records[-1].event_id
    assert law.appraisal is not None
    assert not law.appraisal.has_effect


def test_a_revised_assessment_appraises_anew_and_what_came_later_is_open() -> None:
    first = assessed(EFFECT)
    made = first.fact
    assert isinstance(made, FinalAssessmentMade)
    again = made.assessment.model_copy(update={"addressed": (EFFECT.model_copy(update={"has_effect": False}),)})
    later = benchmark_missed(circumstance_id="spaeter")
    life = alive(benchmark_missed(), finally_talked(), first, later, AssessmentRevised(cause="Neu", assessment=again))
    by_id = {entry.circumstance_id: entry.appraisal for entry in circumstances(counting(life))}
    appraisal = by_id["arbeitsmarkt"]
    assert appraisal is not None
    assert (appraisal.has_effect, appraisal.assessed_in_version) == (False, life.records[-1].version)
    assert by_id["spaeter"] is None


def goals(*life: Life, terms: Terms = FULL) -> IndividualGoals:
    return individual_goals(counting(given(an_agreement_in_force(terms), *life)))


def test_goals_show_steps_criteria_and_topics_before_any_report() -> None:
    found = goals()
    assert [goal.goal_id for goal in found.goals] == ["beratung", "bericht"]
    assert [(step.step_id, step.progress, step.reports) for step in found.goals[0].steps] == [
        ("schulung", None, ()),
        ("leitfaden", None, ()),
    ]
    assert [(criterion.criterion_id, criterion.appraisal) for criterion in found.goals[0].criteria] == [
        ("besser", None)
    ]
    assert [topic.topic for topic in found.goals[1].topics] == ["frauen"]
    assert {principle.clause for principle in found.principles} == {one.clause for one in FULL.principles} != set()


def test_a_step_stands_where_its_last_report_says_with_evidence_by_whom_and_when() -> None:
    begun = StepReported(step_id="schulung", progress=Progress.BEGUN, says="Angefangen")
    found = goals(Happened(begun, by=COUNTY), STEPS, CRITERION)
    step = found.goals[0].steps[0]
    assert (step.progress, [report.progress for report in step.reports]) == (Progress.DONE, ["begun", "done"])
    assert step.reports[-1].evidence == (A_SCAN,)
    assert (step.reports[-1].source.actor, step.reports[0].source.version) == (COUNTY.person, 4)
    criterion = found.goals[0].criteria[0]
    assert (criterion.appraisal, criterion.reports[0].says) == (Appraisal.MET, "Erfüllt")


def test_topics_and_principles_carry_their_reports() -> None:
    clause = FULL.principles[0].clause
    found = goals(TopicReported(topic="frauen", says="Mehr"), TopicReported(topic=clause, says="Beachtet"))
    assert [report.says for report in found.goals[1].topics[0].reports] == ["Mehr"]
    assert {p.clause: [report.says for report in p.reports] for p in found.principles}[clause] == ["Beachtet"]


def test_a_report_taken_back_leaves_the_one_before() -> None:
    appraised = CriterionAppraised(criterion_id="besser", appraisal=Appraisal.NOT_MET, says="Doch nicht")
    life = given(an_agreement_in_force(FULL), CRITERION, appraised)
    [criterion] = individual_goals(counting(life)).goals[0].criteria
    assert criterion.appraisal is Appraisal.NOT_MET
    life = life.and_then(RecordRetracted(version=version_of(life, CriterionAppraised)))
    [criterion] = individual_goals(counting(life)).goals[0].criteria
    assert (criterion.appraisal, len(criterion.reports)) == (Appraisal.MET, 1)


def without(terms: Terms) -> Terms:
    """The same without the step of training and the last principle, with a measured goal that has a topic."""
    measured, individual, reported = terms.goals
    fewer = individual.model_copy(update={"steps": individual.steps[1:]})
    with_topic = measured.model_copy(update={"topics": (an_item("lage"),)})
    return terms.model_copy(update={"goals": (with_topic, fewer, reported), "principles": terms.principles[:-1]})


@pytest.mark.parametrize("reported", [True, False])
def test_what_was_taken_out_of_the_terms_stays_as_far_as_it_was_reported_on(reported: bool) -> None:
    principle: Principle = FULL.principles[-1]
    changed = without(FULL)
    said = (STEPS[0], TopicReported(topic=principle.clause, says="Beachtet")) if reported else ()
    revised = DraftRevised(terms=changed, terms_hash=sha256_of(changed))
    found = individual_goals(counting(given(drafted(FULL), said, revised)))
    by_id = {goal.goal_id: goal for goal in found.goals}
    assert [step.step_id for step in by_id["beratung"].steps] == ["leitfaden", *(["schulung"] if reported else [])]
    assert (principle.clause in {one.clause for one in found.principles}) is reported
    assert [topic.topic for topic in by_id["ziel"].topics] == ["lage"]


def test_the_sample_has_its_individual_goals() -> None:
    found = goals(terms=HEIDEKREIS)
    kinds = {goal.id: goal.kind for goal in HEIDEKREIS.goals}
    assert [goal.goal_id for goal in found.goals] == [name for name, kind in kinds.items() if kind != "measured"]

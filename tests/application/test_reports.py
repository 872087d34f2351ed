"""What an auditor asks for first: every report finds what there is, and nothing where there is nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from application.history.pages import Histories
from application.reports.catalogue import REPORTS, Reports
from application.reports.findings import AppraisedDifferently, FindingAnswered, appraised_differently, findings_answered
from application.reports.late import decided_by, late_entries, missing_loads
from application.reports.mended import mended
from application.reports.row import Life, ReportRow
from application.reports.unequal import Unequal, unequal_treatment
from domain.facts import (
    AgreementTerminated,
    AssessmentRevised,
    FinalAssessmentMade,
    PersonErased,
    RecordDisputed,
    RecordRetracted,
)
from domain.facts.judging import Addressed
from domain.record import Actor, Record
from domain.rulebook.any_act import RECORDED_LATE
from domain.rulebook.dialogs import COMMITTEE_NOT_INVOLVED
from domain.rulebook.judging import TOO_FEW_DIALOGS
from infrastructure.journal import Journal
from interfaces.german.reports import cell
from tests.application.lives import assessed, benchmark_missed, finally_talked, held, law_changed, scheduled
from tests.application.test_history import AUDITOR, CELLE, HEIDEKREIS_ID, OPERATOR, REGISTER, two_counties
from tests.builders import (
    A_SCAN,
    COMMITMENT,
    COUNTY,
    HEIDEKREIS,
    MINISTRY,
    Happened,
    a_load,
    an_agreement_in_force,
    delivered,
    drafted,
    rejected,
    signed,
)
from tests.builders import Life as Told
from tests.domain.given import given
from tests.infrastructure.drafts import a_draft

TODAY = date(2027, 6, 1)
BENCHMARK = "circumstance:arbeitsmarkt"
NO_COMMITTEE = COMMITTEE_NOT_INVOLVED.finding(dialog="d1")


def a_life(*life: Told, agreement: str = HEIDEKREIS_ID) -> Life:
    """An agreement's records, each recorded on its day."""
    return [
        replace(record, stream_id=agreement, recorded_at=datetime.combine(record.occurred_on, datetime.min.time(), UTC))
        for record in given(*life).records
    ]


def late(record: Record, days: int) -> Record:
    """The record as recorded so many days after its day."""
    return replace(record, recorded_at=record.recorded_at + timedelta(days=days))


def talked_without_committee() -> Happened:
    return replace(held(), findings=(NO_COMMITTEE,))


def test_an_agreement_without_irregularities_has_empty_reports_but_for_software() -> None:
    life = a_life(drafted(), Happened(signed(HEIDEKREIS.parties[0]).fact, date(2026, 1, 20), MINISTRY))
    assert [name for name, report in REPORTS.items() if list(report.rows([life], TODAY))] == ["software"]


def test_what_came_more_than_fourteen_days_later_is_late_and_whether_that_was_noticed() -> None:
    in_time, unnoticed, noticed = a_life(an_agreement_in_force())
    noticed = replace(noticed, findings=(RECORDED_LATE.finding(day=noticed.occurred_on, days=15),))
    life = [late(in_time, 14), late(unnoticed, 15), late(noticed, 300)]
    assert [(row.version, row.days, row.noticed) for row in late_entries([life], TODAY)] == [
        (2, 15, False),
        (3, 300, True),
    ]


def test_lateness_counts_days_in_germany() -> None:
    (record,) = a_life(drafted())
    just_before, just_after = (
        replace(record, recorded_at=datetime(2026, 1, 29, hour, 30, tzinfo=UTC)) for hour in (22, 23)
    )
    assert [row.days for row in late_entries([[just_before, just_after]], TODAY)] == [15]


def answers(*life: Told) -> list[tuple[str, str, bool | None, int | None]]:
    rows: list[FindingAnswered] = list(findings_answered([a_life(*life)], TODAY))
    return [(row.rule, row.response, row.has_effect, row.answered_by) for row in rows]


def test_a_finding_is_open_then_addressed_and_the_last_assessment_counts() -> None:
    begun = (an_agreement_in_force(), scheduled(), talked_without_committee())
    addressed = Addressed(reference=f"finding:5:{NO_COMMITTEE.rule}", has_effect=False, why="Ohne Folgen.")
    first = assessed(addressed)
    assert isinstance(first.fact, FinalAssessmentMade)
    again = first.fact.assessment.model_copy(update={"addressed": (addressed.model_copy(update={"has_effect": True}),)})
    assert answers(begun) == [(NO_COMMITTEE.rule, "open", None, None)]
    assert answers(begun, first) == [(NO_COMMITTEE.rule, "addressed", False, 6)]
    assert answers(begun, first, AssessmentRevised(cause="Neu", assessment=again)) == [
        (NO_COMMITTEE.rule, "addressed", True, 7)
    ]


def test_a_finding_goes_with_the_entry_that_is_taken_back() -> None:
    begun = (an_agreement_in_force(), scheduled(), talked_without_committee())
    assert answers(begun, RecordRetracted(version=5)) == [(NO_COMMITTEE.rule, "retracted", None, 6)]


def test_a_neglected_duty_is_answered_by_the_assessment_that_notices_it() -> None:
    duty = Addressed(reference="duty:too-few-dialogs", has_effect=False, why="Krankheit.")
    noticed = replace(assessed(duty), findings=(TOO_FEW_DIALOGS.finding(year=2026, held=0, minimum=2),))
    assert answers(an_agreement_in_force(), noticed) == [("too-few-dialogs", "addressed", False, 4)]


def test_retractions_and_disputes_name_what_they_are_about() -> None:
    disputed = Happened(RecordDisputed(version=5, says="Gilt nicht."), by=COUNTY)
    life = a_life(an_agreement_in_force(), benchmark_missed(), law_changed(), RecordRetracted(version=4), disputed)
    found = [(row.title, row.about_title, row.about_party, row.party, row.says) for row in mended([life], TODAY)]
    assert found == [
        ("Eintrag zurückgenommen", "Umstand festgehalten", "heidekreis", "ni-ms", None),
        ("Eintrag bestritten", "Gesetzesänderung berücksichtigt", "ni-ms", "heidekreis", "Gilt nicht."),
    ]


def test_a_load_is_missing_from_its_day_on_until_it_comes_unless_rejected() -> None:
    def months(on: date, *life: Told) -> list[str]:
        return [row.report_month for row in missing_loads([a_life(an_agreement_in_force(), *life)], on)]

    assert months(date(2026, 2, 19)) == []
    assert months(date(2026, 2, 20)) == ["2026-01"]
    assert months(date(2026, 4, 20), delivered(a_load("2026-02"), "l")) == ["2026-01", "2026-03"]
    assert "2026-02" in months(date(2026, 4, 20), delivered(a_load("2026-02"), "l"), rejected("l"))
    assert len(months(TODAY, assessed())) == 12
    ended = Happened(AgreementTerminated(party="ni-ms", document=A_SCAN), date(2026, 3, 25))
    assert months(TODAY, ended) == ["2026-01", "2026-02"]


def test_an_unsigned_draft_expects_no_loads() -> None:
    assert list(missing_loads([a_life(drafted())], TODAY)) == []


def test_only_what_was_appraised_differently_is_told_side_by_side() -> None:
    def judged(agreement: str, law: bool) -> Life:
        appraised = (
            Addressed(reference="law:aendg-13", has_effect=law, why="So."),
            Addressed(reference="circumstance:arbeitsmarkt", has_effect=True, why="So."),
        )
        life = (an_agreement_in_force(), benchmark_missed(), law_changed(), finally_talked(), assessed(*appraised))
        return a_life(*life, agreement=agreement)

    rows: list[AppraisedDifferently] = list(
        appraised_differently([judged("kreis-a", True), judged("kreis-b", False)], TODAY)
    )
    assert [(row.same_as, row.agreement_id, row.has_effect) for row in rows] == [
        ("law:BGBl. 2026 I Nr. 107", "kreis-a", True),
        ("law:BGBl. 2026 I Nr. 107", "kreis-b", False),
    ]
    assert list(appraised_differently([judged("kreis-a", True), judged("kreis-b", True)], TODAY)) == []


def test_what_one_agreement_has_and_another_lacks_is_told_of_all_of_a_year() -> None:
    law, other = (Addressed(reference=one, has_effect=True, why="So.") for one in ("law:aendg-13", BENCHMARK))

    def judged(agreement: str, *points: Addressed) -> Life:
        life = (an_agreement_in_force(), benchmark_missed(), law_changed(), finally_talked(), assessed(*points))
        return a_life(*life, agreement=agreement)

    def told(*lives: Life) -> list[tuple[str, Unequal, str, str, int]]:
        rows = unequal_treatment(lives, TODAY)
        return [(row.about, row.unequal, row.here, row.elsewhere, row.asked) for row in rows]

    without = a_life(an_agreement_in_force(), benchmark_missed(), agreement="kreis-c")
    words = "13. SGB II-Änderungsgesetz (BGBl. 2026 I Nr. 107)"
    assert told(judged("kreis-a", law, other), judged("kreis-b", other), without) == [
        (words, Unequal.NOTED_HERE_ONLY, "kreis-a, kreis-b", "kreis-c", 3),
        (words, Unequal.APPRAISED_HERE_ONLY, "kreis-a", "kreis-b", 3),
    ]
    assert told(judged("kreis-a", law, other), judged("kreis-b", law, other)) == []


def test_every_entry_names_its_software() -> None:
    life = a_life(an_agreement_in_force())
    life = [*life[:2], replace(life[2], software="2.0.0")]
    assert [(row.version, row.software) for row in decided_by([life], TODAY)] == [
        (1, "test"),
        (2, "test"),
        (3, "2.0.0"),
    ]


def test_reports_stay_within_the_readers_scope_and_knowledge(journal: Journal) -> None:
    records = two_counties(journal)
    reports = Reports(Histories(journal))

    def agreements(reader: Actor = AUDITOR, known_at: datetime | None = None) -> list[str]:
        rows = reports.rows(reader, "software", TODAY, known_at=known_at)
        return [getattr(row, "agreement_id", "") for row in rows]

    assert len(agreements()) == len(records)
    assert agreements()[-1] == REGISTER, "an erasure belongs to no agreement and is told all the same"
    assert set(agreements(OPERATOR)) == {REGISTER}
    assert set(agreements(replace(AUDITOR, scope="03"))) == {"2026.4.03.03351.1", HEIDEKREIS_ID}
    assert set(agreements(CELLE)) == {"2026.4.03.03351.1"}
    assert agreements(known_at=records[1].recorded_at) == ["2026.4.03.03351.1", HEIDEKREIS_ID]


def test_an_erasure_recorded_late_is_found_as_late_and_its_finding_as_open(journal: Journal) -> None:
    draft = a_draft(REGISTER, 1, PersonErased(person="person-1", name_commitment=COMMITMENT))
    noticed = replace(draft, findings=(RECORDED_LATE.finding(day=draft.occurred_on, days=151),))
    journal.append([noticed], now=datetime.combine(draft.occurred_on + timedelta(days=151), datetime.min.time(), UTC))

    def found(name: str) -> list[ReportRow]:
        return list(Reports(Histories(journal)).rows(AUDITOR, name, TODAY))

    assert [(getattr(row, "days", 0), getattr(row, "noticed", None)) for row in found("late")] == [(151, True)]
    assert [getattr(row, "response", None) for row in found("findings")] == ["open"]
    assert [name for name in REPORTS if found(name)] == ["late", "findings", "software"]


def test_every_column_has_a_german_heading() -> None:
    assert [name for name, report in REPORTS.items() if set(report.headings) & set(report.row.model_fields)] == []


def test_an_empty_answer_says_what_was_searched_and_by_which_rule(journal: Journal) -> None:
    two_counties(journal)
    records = journal.log()
    answer = Reports(Histories(journal)).answer(AUDITOR, "corrections", TODAY)
    assert list(answer.rows) == []
    searched = answer.searched(checkpoint=7)
    assert (searched.entries, searched.position) == (len(records), records[-1].position)
    assert searched.streams == len(journal.streams())
    assert (searched.on, searched.checkpoint, searched.rule) == (TODAY, 7, REPORTS["corrections"].rule)
    narrow = Reports(Histories(journal)).answer(CELLE, "corrections", TODAY)
    assert list(narrow.rows) == []
    assert narrow.searched(None).entries < len(records), "what a reader may not see was not searched"


def test_csv_has_german_words_beside_machine_values() -> None:
    life = a_life(an_agreement_in_force(), benchmark_missed())
    report = REPORTS["late"]
    (row,) = report.rows([[*life[:3], late(life[3], 20)]], TODAY)
    cells = dict(
        zip(report.csv_headings, report.csv_cells(row, lambda row, name: cell(row, name, lambda _: None)), strict=True)
    )
    assert (cells["Rolle"], cells["Rolle (Wort)"]) == ("county", "Kommune")
    noticed = "als Feststellung vermerkt"
    assert (cells[noticed], cells[f"{noticed} (Wort)"]) == ("false", "nein")
    assert [heading for heading in report.csv_headings if not heading.endswith("(Wort)")] == [*report.headings]

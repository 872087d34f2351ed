"""A file on its way: checked, delivered for all agreements or none, decided by a second person."""

from dataclasses import replace

import pytest

from application.figure_files.checks.problems import FileProblem
from application.figure_files.dry_run import DryRun, Saying
from application.figure_files.intake.layout import LONG
from application.ports import Person
from application.reading.explanation import Explanations
from domain.facts import FigureFileDelivered, FiguresDelivered
from domain.facts.figures import Cause
from domain.rulebook.any_act import KEY_REUSED, NAME_IN_TEXT, NOT_PERMITTED
from domain.rulebook.figures import FILE_HAS_ERRORS, FILE_UNREADABLE, UNKNOWN_FILE
from domain.state import Decision
from domain.terms import Terms
from interfaces.german.explanation import quality
from tests.builders import CLERK, COUNTY, HEIDEKREIS
from tests.figures.files import SECOND, Desk, as_csv, figure_row, file_id, load_rows, refused, taken
from tests.figures.test_previewing import more
from tests.figures.workbooks import as_xlsx

CELLE, UELZEN = "03351", "03360"
UNSEEN = "0" * 16
YEAR_BEFORE = "V63"
"""What warns that figures of the year before, which these files do not deliver, are lacking."""


def but_the_year_before(found: DryRun) -> list[FileProblem]:
    return [one for one in found.problems if one.check != YEAR_BEFORE]


def test_a_file_is_checked_delivered_and_released(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    rows = [*load_rows("2025-03"), *load_rows("2026-03")]
    found = desk.check(rows)
    assert (found.errors, found.rows) == (0, len(rows)), found.problems
    assert [str(load.state) for load in found.loads] == ["2025-03 (t-0)", "2026-03 (t-0)"]
    assert {line.was for line in found.lines} >= {"not_assessable"}
    assert desk.entries() == 1
    receipt = desk.deliver(rows)
    fact = receipt.records[0].fact
    assert isinstance(fact, FigureFileDelivered)
    assert (len(receipt.records), len(fact.parts), fact.decided_anew) == (3, 2, False)
    reading = desk.files.read(SECOND, file_id(receipt))
    assert (len(reading.pending), reading.decision) == (2, Decision.PENDING)
    assert {(line.line_id, line.now) for line in reading.lines} == {(line.line_id, line.now) for line in found.lines}
    desk.release(receipt)
    deliveries = desk.files.read(SECOND, file_id(receipt))
    assert (deliveries.decision, deliveries.pending, deliveries.lines) == (Decision.RELEASED, (), ())
    assert agreement == fact.parts[0].agreement_id


def test_a_carrier_may_be_named_by_its_number_which_is_never_taken_for_an_official_key(desk: Desk) -> None:
    """Celle's official key is Heidekreis' number here: the heading says which of the two a cell holds."""
    ours, celle = (terms_with_number(number) for number in (CELLE, None))
    agreement = desk.agreement(ours)
    desk.agreement(celle, CELLE, "celle")
    numbered = as_csv(load_rows("2026-03", CELLE), ("Trägernummer", *LONG[1:]))
    found = desk.check(numbered)
    assert (found.errors, [load.agreement_id for load in found.loads]) == (0, [agreement]), found.problems
    unknown = desk.check(as_csv(load_rows("2026-03", "25109"), ("Trägernummer", *LONG[1:])))
    assert {(one.check, one.column, one.found) for one in unknown.problems} == {("V03", "Trägernummer", "25109")}
    both = desk.check(as_csv([(*row, CELLE) for row in load_rows("2026-03")], (*LONG, "Trägernummer")))
    assert [(one.check, one.found) for one in both.problems] == [("V01", "beide Spalten")]


def terms_with_number(number: str | None) -> Terms:
    """The agreement, its county with a number in the statistics."""
    land, county = HEIDEKREIS.parties
    return HEIDEKREIS.model_copy(update={"parties": (land, county.model_copy(update={"carrier_number": number}))})


def test_a_file_leads_to_what_is_delivered_by_it_and_its_release_to_the_releases(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    delivered = desk.deliver([*load_rows("2025-03"), *load_rows("2026-03")])
    released = desk.release(delivered)
    first, decision = delivered.records[0], released.records[0]
    assert first.provenance.causation_id is None
    assert decision.provenance.causation_id == first.event_id
    for whole, *parts in (delivered.records, released.records):
        assert {part.provenance.causation_id for part in parts} == {whole.event_id}
    assert len({record.provenance.correlation_id for record in (*delivered.records, *released.records)}) == 1


def test_many_agreements_are_recorded_in_one_commit_or_not_at_all(desk: Desk) -> None:
    names = [desk.agreement(HEIDEKREIS), *(desk.agreement(HEIDEKREIS, ags, f"kreis-{ags}") for ags in (CELLE, UELZEN))]
    rows = [row for ags in ("03358", CELLE, UELZEN) for row in load_rows("2026-03", ags)]
    broken = [*rows[:-1], (*rows[-1][:7], "-5", "", "", "")]
    with refused(FILE_HAS_ERRORS):
        desk.deliver(broken)
    assert desk.entries() == 3
    receipt = desk.deliver(rows)
    assert [record.stream_id for record in receipt.records[1:]] == sorted(names)
    sources = {record.fact.source for record in receipt.records if isinstance(record.fact, FiguresDelivered)}
    assert len(sources) == 1
    positions = [record.position for record in receipt.records]
    assert positions == list(range(4, 8))
    desk.release(receipt)
    assert desk.entries() == 11


def test_the_same_file_is_recognised(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.deliver(load_rows("2026-03"))
    found = desk.check(load_rows("2026-03"))
    assert [count.check for count in found.counts] == ["V14"]
    with refused(FILE_HAS_ERRORS):
        desk.deliver(load_rows("2026-03"))


def test_a_repeated_key_gives_the_first_answer(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    checked = desk.check(load_rows("2026-03")).id
    first = desk.deliver(load_rows("2026-03"), dry_run=checked, key="maerz")
    again = desk.deliver(load_rows("2026-03"), dry_run=checked, key="maerz")
    assert (again.repeated, again.records) == (True, first.records)
    with refused(KEY_REUSED):
        desk.deliver(load_rows("2026-02"), dry_run=checked, key="maerz")
    released = desk.release(first, key="frei")
    assert desk.release(first, key="frei").records == released.records


def test_a_redelivery_waits_until_the_earlier_one_is_decided_about(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    first = desk.deliver(load_rows("2026-03"))
    again = Saying(cause=Cause.TRANSMISSION_ERROR)
    for step in (0, 1):
        receipt = desk.deliver(more(load_rows("2026-03"), "LLU", 1), again) if step else first
        pending = file_id(receipt)
        found = desk.check(more(load_rows("2026-03"), "LLU", 2), again)
        assert [count.check for count in found.counts] == ["V15", "V63"]
        assert "earlier-undecided" in found.problems[0].found
        assert pending in found.problems[0].found
        desk.release(pending)


@pytest.mark.parametrize("name", ["Christine_Arbogast.csv", "arbogast-christine.csv", "2026.Christine.Arbogast.CSV"])
def test_a_files_name_names_nobody(desk: Desk, name: str) -> None:
    desk.agreement(HEIDEKREIS)
    desk.service.register(Person(id="person-7", given_name="Christine", family_name="Arbogast"))
    with taken(as_csv(load_rows("2026-03")), name) as file:
        found = but_the_year_before(desk.files.check(CLERK, file))
    assert [one.check for one in found] == ["V15"]
    assert NAME_IN_TEXT.code in found[0].found


def test_a_revision_of_the_statistic_has_a_name_and_stands_beside(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver(load_rows("2026-03")))
    rows = load_rows("2026-03")[::-1]
    unnamed = desk.check(rows, Saying(cause=Cause.STATISTICAL_REVISION))
    assert "revision-without-name" in unnamed.problems[0].found
    named = Saying(cause=Cause.STATISTICAL_REVISION, revision="revision-2026")
    assert desk.check(rows, named).errors == 0
    desk.release(desk.deliver(rows, named))


def test_figures_of_the_year_before_go_to_the_agreements_of_both_years(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    earlier = HEIDEKREIS.model_copy(update={"year": 2025})
    desk.agreement(earlier)
    both = desk.check(load_rows("2025-03"))
    assert {load.agreement_id[:4] for load in both.loads} == {"2025", "2026"}
    one = desk.check(load_rows("2025-03"), Saying(year=2026))
    assert {load.agreement_id[:4] for load in one.loads} == {"2026"}
    assert desk.check(load_rows("2024-03"), Saying(year=2026)).counts[0].check == "V03"


def test_only_the_ministry_in_whose_scope_it_lies_delivers_and_decides(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    with refused(NOT_PERMITTED):
        desk.check(load_rows("2026-03"), actor=COUNTY)
    elsewhere = replace(CLERK, scope="09")
    assert [count.check for count in desk.check(load_rows("2026-03"), actor=elsewhere).counts] == ["V03"]
    name = file_id(desk.deliver(load_rows("2026-03")))
    for stranger in (replace(SECOND, scope="09"), replace(SECOND, scope="")):
        with refused(UNKNOWN_FILE):
            desk.files.release(stranger, name, UNSEEN)
        with refused(UNKNOWN_FILE):
            desk.files.read(stranger, name)
    with refused(UNKNOWN_FILE):
        desk.files.read(SECOND, "datei-000000000000-1")


def test_warnings_travel_to_the_person_who_releases(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver(load_rows("2026-02")))
    rows = [
        (*row[:7], int(str(row[7])) * 2, *row[8:]) if row[1] == "LLU" and row[4] == "2026-01" else row
        for row in load_rows("2026-03")
    ]
    receipt = desk.deliver(rows)
    warned, lacking = desk.files.read(SECOND, file_id(receipt)).delivered.warnings
    assert (warned.check, warned.count, lacking.check) == ("V51", 3, YEAR_BEFORE)
    assert "vorige Ladung" in warned.says[0]


def test_the_statement_of_data_quality_says_what_the_check_of_the_file_found(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver([*load_rows("2025-03"), *load_rows("2026-02")]))
    rows = [(*row[:7], int(str(row[7])) * 2, *row[8:]) if row[1] == "LLU" else row for row in load_rows("2026-03")]
    receipt = desk.deliver(rows)
    desk.release(receipt)
    explained = Explanations(desk.service.journal).explained(COUNTY, agreement)
    found = next(line.quality for goal in explained.goals for line in goal.lines if line.line_id == "llu")
    before, now = (release.checked for release in found.verification.releases)
    assert before is not None
    assert now is not None
    assert [one.check for one in before.warnings] == [YEAR_BEFORE]
    assert [one.check for one in now.warnings] == ["V51"]
    assert (now.file_id, now.warnings[0].count) == (file_id(receipt), 12)
    assert "V15" in now.passed
    assert "V51" in {*before.passed} - {*now.passed}
    sentences = quality(found)
    assert f"als Datei {now.file_id} ohne Fehler geprüft ({len(now.passed)} Prüfungen bestanden)" in sentences[0]
    assert sentences[3].startswith(f"Grenzen: Hinweis {YEAR_BEFORE} in Datei {before.file_id}, 5-mal: Zu jeder Zeile,")
    assert f"Hinweis V51 in Datei {now.file_id}, 12-mal: Eine Zahl ab 20," in sentences[3]


def test_a_row_of_another_delivery_is_no_part(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    found = desk.check([figure_row("LZB", "2026-03", 5), figure_row("LZB", "2026-03", 6, ags=UELZEN)])
    assert [(problem.check, problem.row) for problem in found.problems if problem.severity == "error"] == [("V03", 3)]


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    with refused(FILE_UNREADABLE, saying="Werte statt der Formeln einfügen."):
        desk.check(as_xlsx([("=1+1",)]))
    with refused(FILE_UNREADABLE):
        desk.deliver(b"", dry_run=f"{0:016x}-{0:016x}")


def test_a_load_state_stands_once_in_a_file(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    march = load_rows("2026-03")
    (problem,) = but_the_year_before(desk.check([*march, *((*row[:6], "2026-04-17", *row[7:]) for row in march)]))
    assert (problem.check, problem.row, problem.column) == ("V06", len(march) + 2, "Ladedatum")
    assert "Zeile 2: geladen am 16.04.2026" in problem.expected
    stated = [(*row, "2026-03" if row[1] == "LZB" else "") for row in march]
    (problem,) = but_the_year_before(desk.check(as_csv(stated, (*LONG, "Berichtsmonat"))))
    assert (problem.check, problem.column) == ("V06", "Berichtsmonat")


def test_a_cause_with_nothing_to_correct_is_not_passed_over(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    (problem,) = but_the_year_before(desk.check(load_rows("2026-03"), Saying(cause=Cause.TRANSMISSION_ERROR)))
    assert (problem.check, "keine freigegebene Lieferung zu ersetzen" in problem.found) == ("V15", True)


def test_a_file_without_any_figure_is_not_delivered(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    wide = b"AGS;Kennzahl;Form;Geschlecht;Wartemonate;Ladedatum;2026-03\n03358;LZB;JFW;i;0;2026-04-16;\n"
    assert [(one.check, one.found) for one in desk.check(wide).problems] == [("V01", "keine Zahl")]
    other_year = desk.check(load_rows("2026-03"), Saying(year=2030)).problems[0]
    assert (other_year.check, other_year.expected) == ("V03", "ein Träger mit einer Vereinbarung für 2030")

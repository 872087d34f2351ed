"""A file on its way: checked, delivered for all agreements or none, decided by a second person."""

from dataclasses import replace

from application.figures.dry_run import Saying
from domain.acts.dialogs import RequestDialog
from domain.acts.figures import ReleaseFigures
from domain.facts import FigureFileDelivered, FiguresDelivered
from domain.facts.figures import Cause
from domain.rulebook.any_act import KEY_REUSED, NOT_PERMITTED
from domain.rulebook.figures import (
    FILE_DECIDED,
    FILE_HAS_ERRORS,
    FILE_UNREADABLE,
    OTHER_DRY_RUN,
    OWN_DELIVERY,
    REASON_MISSING,
    UNKNOWN_FILE,
)
from domain.state import Decision
from tests.builders import CLERK, COUNTY, HEIDEKREIS
from tests.figures.files import SECOND, TODAY, Desk, figure_row, file_id, load_rows, refused
from tests.figures.workbooks import as_xlsx

CELLE, UELZEN = "03351", "03360"


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
    desk.files.release(SECOND, file_id(receipt))
    deliveries = desk.files.read(SECOND, file_id(receipt))
    assert (deliveries.decision, deliveries.pending, deliveries.lines) == (Decision.RELEASED, (), ())
    assert agreement == fact.parts[0].agreement_id


def test_whoever_delivered_neither_releases_nor_rejects(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    with refused(OWN_DELIVERY):
        desk.files.release(CLERK, name)
    with refused(OWN_DELIVERY):
        desk.files.reject(CLERK, name, reason="Spalten vertauscht")
    assert desk.files.read(SECOND, name).decision is Decision.PENDING


def test_a_rejection_needs_a_reason_and_a_decision_is_made_once(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    with refused(REASON_MISSING):
        desk.files.reject(SECOND, name, reason=None)
    desk.files.reject(SECOND, name, reason="Spalten vertauscht")
    with refused(FILE_DECIDED):
        desk.files.release(SECOND, name)
    again = desk.deliver(load_rows("2026-03"))
    assert file_id(again) == f"{name[:-1]}2"


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
    desk.files.release(SECOND, file_id(receipt))
    assert desk.entries() == 11


def test_the_same_file_is_recognised(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.deliver(load_rows("2026-03"))
    found = desk.check(load_rows("2026-03"))
    assert [count.check for count in found.counts] == ["V14"]
    with refused(FILE_HAS_ERRORS):
        desk.deliver(load_rows("2026-03"))


def test_a_delivery_names_the_check_of_this_file(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    other = desk.check(load_rows("2026-02")).id
    with refused(OTHER_DRY_RUN, saying=other):
        desk.deliver(load_rows("2026-03"), dry_run=other)
    with refused(OTHER_DRY_RUN):
        desk.deliver(load_rows("2026-03"), Saying(note="anders"), dry_run=desk.check(load_rows("2026-03")).id)


def test_a_check_of_no_state_there_is_says_only_that_it_was_decided_anew(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    named = f"{desk.check(load_rows('2026-03')).id[:16]}-{'0' * 16}"
    fact = desk.deliver(load_rows("2026-03"), dry_run=named).records[0].fact
    assert isinstance(fact, FigureFileDelivered)
    assert (fact.dry_run, fact.decided_anew) == (named, True)


def test_what_moved_on_since_the_check_is_decided_anew(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    checked = desk.check(load_rows("2026-03")).id
    desk.service.act(
        COUNTY, RequestDialog(occurred_on=TODAY, dialog_id="wunsch", reason="Gespräch"), agreement, on_version=1
    )
    fact = desk.deliver(load_rows("2026-03"), dry_run=checked).records[0].fact
    assert isinstance(fact, FigureFileDelivered)
    assert (fact.decided_anew, fact.dry_run) == (True, checked)


def test_errors_that_came_about_since_the_check_prevent_the_delivery(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    checked = desk.check(load_rows("2026-03")).id
    desk.deliver([*load_rows("2026-03")][::-1])
    with refused(FILE_HAS_ERRORS):
        desk.deliver(load_rows("2026-03"), dry_run=checked)


def test_a_repeated_key_gives_the_first_answer(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    checked = desk.check(load_rows("2026-03")).id
    first = desk.deliver(load_rows("2026-03"), dry_run=checked, key="maerz")
    again = desk.deliver(load_rows("2026-03"), dry_run=checked, key="maerz")
    assert (again.repeated, again.records) == (True, first.records)
    with refused(KEY_REUSED):
        desk.deliver(load_rows("2026-02"), dry_run=checked, key="maerz")
    released = desk.files.release(SECOND, file_id(first), key="frei")
    assert desk.files.release(SECOND, file_id(first), key="frei").records == released.records


def test_a_redelivery_says_why_and_shows_what_changed(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.files.release(SECOND, file_id(desk.deliver([*load_rows("2025-03"), *load_rows("2026-03")])))
    rows = [row if row[1] != "LLU" else (*row[:7], int(str(row[7])) + 2, *row[8:]) for row in load_rows("2026-03")]
    found = desk.check(rows)
    assert [(count.check, count.severity) for count in found.counts] == [("V15", "error")]
    assert "redelivery-without-cause" in found.problems[0].found
    saying = Saying(cause=Cause.TRANSMISSION_ERROR)
    found = desk.check(rows, saying)
    (load,) = found.loads
    assert (found.errors, load.differing) == (0, 12)
    assert load.correction is not None
    assert {(one.measure, one.earlier) for one in load.differences} == {("LLU", load.correction.of)}
    name = file_id(desk.deliver(rows, saying))
    (differing,) = desk.files.read(SECOND, name).differing
    assert differing.differing == 12
    desk.files.release(SECOND, name)


def test_a_revision_of_the_statistic_has_a_name_and_stands_beside(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.files.release(SECOND, file_id(desk.deliver(load_rows("2026-03"))))
    rows = load_rows("2026-03")[::-1]
    unnamed = desk.check(rows, Saying(cause=Cause.STATISTICAL_REVISION))
    assert "revision-without-name" in unnamed.problems[0].found
    named = Saying(cause=Cause.STATISTICAL_REVISION, revision="revision-2026")
    assert desk.check(rows, named).errors == 0
    desk.files.release(SECOND, file_id(desk.deliver(rows, named)))


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
            desk.files.release(stranger, name)
        with refused(UNKNOWN_FILE):
            desk.files.read(stranger, name)
    with refused(UNKNOWN_FILE):
        desk.files.read(SECOND, "datei-000000000000-1")
    assert [file.delivered.file_id for file in desk.files.files(SECOND)] == [name]
    assert desk.files.files(replace(SECOND, scope="09")) == ()


def test_warnings_travel_to_the_person_who_releases(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.files.release(SECOND, file_id(desk.deliver(load_rows("2026-02"))))
    rows = [
        (*row[:7], int(str(row[7])) * 2, *row[8:]) if row[1] == "LLU" and row[4] == "2026-01" else row
        for row in load_rows("2026-03")
    ]
    receipt = desk.deliver(rows)
    (warned,) = desk.files.read(SECOND, file_id(receipt)).delivered.warnings
    assert (warned.check, warned.count) == ("V51", 3)
    assert "vorige Ladung" in warned.says[0]


def test_what_was_decided_singly_stays_decided(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    receipt = desk.deliver([*load_rows("2026-02"), *load_rows("2026-03")])
    name = file_id(receipt)
    part = desk.files.read(SECOND, name).pending[0]
    desk.service.act(SECOND, ReleaseFigures(occurred_on=TODAY, delivery_id=part.delivery_id), agreement, on_version=3)
    assert len(desk.files.release(SECOND, name).records) == 2


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


def test_two_loads_of_one_agreement_that_stand_on_each_other_are_decided_in_turn(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    rows = [*load_rows("2026-03"), *((*row[:6], "2026-04-17", *row[7:]) for row in load_rows("2026-03"))]
    found = desk.check(rows)
    assert [one.check for one in found.counts] == ["V15"]
    assert "redelivery-without-cause" in found.problems[0].found or "delivery-id-used" in found.problems[0].found


def test_a_file_without_any_figure_is_not_delivered(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    wide = b"AGS;Kennzahl;Form;Geschlecht;Wartemonate;Ladedatum;2026-03\n03358;LZB;JFW;i;0;2026-04-16;\n"
    assert [(one.check, one.found) for one in desk.check(wide).problems] == [("V01", "keine Zahl")]
    other_year = desk.check(load_rows("2026-03"), Saying(year=2030)).problems[0]
    assert (other_year.check, other_year.expected) == ("V03", "ein Träger mit einer Vereinbarung für 2030")

"""What a file would change is told before it is released."""

from application.figure_files.deliveries import PLAINLY
from application.figure_files.dry_run import Saying
from domain.facts.figures import Cause
from tests.builders import HEIDEKREIS
from tests.figures.files import SECOND, Desk, Row, file_id, load_rows


def test_a_redelivery_says_why_and_shows_what_changed(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver([*load_rows("2025-03"), *load_rows("2026-03")]))
    rows = [
        row if row[1] != "LLU" else (*row[:7], int(str(row[7])) + (4 if row[3] == "insgesamt" else 2), *row[8:])
        for row in load_rows("2026-03")
    ]
    found = desk.check(rows)
    assert [(count.check, count.severity) for count in found.counts] == [("V15", "error")]
    assert "redelivery-without-cause" in found.problems[0].found
    assert found.problems[0].rule == "redelivery-without-cause"
    saying = Saying(cause=Cause.TRANSMISSION_ERROR)
    found = desk.check(rows, saying)
    (load,) = found.loads
    assert (found.errors, load.differing) == (0, 12)
    assert load.correction is not None
    assert {(one.measure, one.earlier) for one in load.differences} == {("LLU", load.correction.of)}
    name = file_id(desk.deliver(rows, saying))
    (differing,) = desk.files.read(SECOND, name).differing
    assert differing.differing == 12
    desk.release(name)


def more(rows: list[Row], measure: str, by: int) -> list[Row]:
    """The same rows, with so much more of one measure for women and for men each."""
    return [
        (*row[:7], int(str(row[7])) + (2 * by if row[3] == "insgesamt" else by), *row[8:]) if row[1] == measure else row
        for row in rows
    ]


def told(desk: Desk, rows: list[Row], saying: Saying = PLAINLY) -> set[tuple[str, str]]:
    """The months and lines that change, as the check says and as the person who releases sees it; both are alike."""
    checked = desk.check(rows, saying)
    assert checked.errors == 0, checked.problems
    seen = desk.files.read(SECOND, file_id(desk.deliver(rows, saying)))
    assert seen.lines == checked.lines
    return {(str(line.month), line.line_id) for line in seen.lines}


def test_a_corrected_baseline_changes_the_month_it_is_the_baseline_of(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    loads = [load_rows("2025-03"), load_rows("2026-03"), load_rows("2026-04")]
    desk.release(desk.deliver([row for rows in loads for row in rows]))
    changed = told(desk, more(load_rows("2025-03"), "LLU", 1000), Saying(cause=Cause.TRANSMISSION_ERROR))
    assert changed == {("2026-03", "llu")}


def test_an_earlier_month_that_is_released_later_is_told(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver(load_rows("2026-04")))
    assert ("2026-03", "llu") in told(desk, [*load_rows("2025-03"), *load_rows("2026-03")])


def test_a_corrected_december_changes_the_pace_that_is_needed(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    loads = [load_rows("2025-03"), load_rows("2025-12"), load_rows("2026-03")]
    desk.release(desk.deliver([row for rows in loads for row in rows]))
    december = more(load_rows("2025-12"), "LZB", 10)
    assert told(desk, december, Saying(cause=Cause.TRANSMISSION_ERROR)) == {("2026-03", "lzb")}

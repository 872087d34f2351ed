"""Each numbered check has a file that passes it and one that fails it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from application.figure_files.dry_run import Saying
from application.figure_files.intake.layout import LONG
from domain.facts import FiguresDelivered
from domain.figures import Form
from domain.rulebook.file_checks import CHECKS, Check, Severity
from domain.terms import Sex
from domain.values import shift
from tests.builders import HEIDEKREIS
from tests.figures.files import Desk, Row, as_csv, figure_row, load_rows
from tests.figures.workbooks import as_xlsx

MARCH = load_rows("2026-03")


def changed(where: Callable[[Row], bool], place: int, value: object) -> list[Row]:
    """The sound rows with one column changed in some of them."""
    return [(*row[:place], value, *row[place + 1 :]) if where(row) else row for row in MARCH]


def a_figure(row: Row) -> bool:
    return (row[1], row[3], row[4]) == ("LZB", "insgesamt", "2026-02")


def nothing(desk: Desk) -> None:
    pass


def january_and_february(desk: Desk) -> None:
    desk.release(desk.deliver(load_rows("2026-02")))


def already(desk: Desk) -> None:
    desk.deliver(MARCH)


def released(desk: Desk) -> None:
    desk.release(desk.deliver(MARCH[::-1]))


def of_another_revision(desk: Desk) -> None:
    """The year before, in a revision of its own; the other month's year before is not there."""
    rows = [(*row[:4], f"{int(str(row[4])[:4]) - 1}{str(row[4])[4:]}", row[5], "2025-04-16", *row[7:]) for row in MARCH]
    desk.release(desk.deliver(rows, Saying(revision="revision-2025")))


def a_year_later(row: Row) -> Row:
    """The same figure, said of the year after."""
    return (*row[:4], shift(str(row[4]), 12), row[5], "2026-04-16", *row[7:])


@dataclass(frozen=True)
class Case:
    """A file that fails a check, and where."""

    rows: list[Row] | bytes
    before: Callable[[Desk], None] = nothing
    passes: list[Row] | None = None


def ytd(
    value: object, above: object = "", below: object = "", sex: str = "insgesamt", measure: str = "K2", by: str = "JFW"
) -> Row:
    return figure_row(measure, "2026-03", value, sex, form=by, above=above, below=below)


INTEGRATIONS = sum(
    int(str(row[7])) for row in MARCH if row[1] == "INT" and row[3] == "insgesamt" and row[4] != "2025-12"
)
STOCK = [int(str(row[7])) for row in MARCH if row[1] == "ELB" and row[3] == "insgesamt"][:3]
RATE = f"{100 * INTEGRATIONS / (sum(STOCK) / 3):.1f}".replace(".", ",")

CASES: dict[str, Case] = {
    "V01": Case(as_csv(MARCH, header=(*LONG[:-1], "Farbe"))),
    "V02": Case(changed(a_figure, 7, "viele")),
    "V03": Case(changed(lambda row: True, 0, "03351")),
    "V04": Case([*MARCH, figure_row("K9", "2026-03", 5)]),
    "V05": Case(changed(a_figure, 10, "gesperrt")),
    "V06": Case([*MARCH, figure_row("LZB", "2026-02", 3)]),
    "V07": Case([row for row in MARCH if not (row[1] == "LLU" and row[4] == "2026-01")]),
    "V08": Case(changed(lambda row: True, 6, "2026-02-16")),
    "V09": Case(changed(lambda row: row[1] == "LLU", 7, -5)),
    "V10": Case(changed(a_figure, 7, 5)),
    "V11": Case([ytd("99,9", 3000, 4940)], passes=[ytd("60,7", 3000, 4940)]),
    "V12": Case([*MARCH, ytd("99,9")], passes=[*MARCH, ytd(RATE)]),
    "V13": Case([figure_row("LZB", "2026-03", "5,5")], passes=[figure_row("LZB", "2026-03", "5")]),
    "V14": Case(MARCH, already, passes=load_rows("2026-04")),
    "V15": Case(MARCH, released, passes=load_rows("2026-04")),
    "V16": Case([*MARCH, figure_row("AMP", "2026-03", 5, "Frauen")], passes=[*MARCH, figure_row("AMP", "2026-03", 5)]),
    "V17": Case(
        [figure_row("AMP", "2026-03", 100), figure_row("AMP_FRAUEN", "2026-03", 900)],
        passes=[figure_row("AMP", "2026-03", 900), figure_row("AMP_FRAUEN", "2026-03", 100)],
    ),
    "V18": Case(changed(lambda row: True, 7, "")),
    "V50": Case(
        as_csv([(*row, "2026") for row in MARCH], header=(*LONG, "Fassung")),
    ),
    "V51": Case(changed(lambda row: row[1] == "LLU" and row[4] == "2026-01", 7, 5_000_000), january_and_february),
    "V52": Case([row for row in MARCH if not (row[1] == "LLU" and str(row[4]) < "2026-02")]),
    "V53": Case(
        changed(lambda row: True, 6, "2026-12-16"),
    ),
    "V54": Case([ytd("3000")], passes=[ytd("30")]),
    "V55": Case(changed(lambda row: row[1] == "LLU", 7, ".")),
    "V56": Case(
        [ytd("31,6 %"), ytd("0,3", sex="Frauen"), ytd("0,33", sex="Männer")],
        passes=[ytd("31,6 %"), ytd("30", sex="Frauen"), ytd("33", sex="Männer")],
    ),
    "V57": Case([row for row in MARCH if not (row[1] == "ELB" and row[3] == "Männer")]),
    "V58": Case([row for row in MARCH if row[1] != "LZB_4J"], january_and_february),
    "V59": Case(MARCH, of_another_revision, passes=load_rows("2026-04")),
    "V60": Case([*load_rows("2025-03"), *map(a_year_later, load_rows("2025-03"))]),
    "V61": Case([figure_row("LLU", "2026-01", "2281,5")], passes=[figure_row("LLU", "2026-01", "2281500")]),
    "V62": Case(changed(lambda row: row[1] == "LLU" and row[3] == "insgesamt" and row[4] == "2026-01", 7, 5_000_000)),
    "V63": Case(MARCH, passes=[*load_rows("2025-03"), *MARCH]),
}
WITHOUT_YEAR_BEFORE = {"V63"}
"""What is warned of where March stands alone."""


def test_every_check_has_its_case() -> None:
    assert sorted(CASES) == sorted(check.id for check in CHECKS)
    assert all(check.says.endswith(".") and check.source for check in CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_file_fails_it_and_another_passes(desk: Desk, check: Check) -> None:
    number, severity = check.id, check.severity
    case = CASES[number]
    desk.agreement(HEIDEKREIS)
    case.before(desk)
    found = desk.check(case.rows)
    counts = {count.check: count for count in found.counts}
    assert number in counts, found.problems
    assert counts[number].severity is severity
    assert (found.errors > 0) is (severity is Severity.ERROR), found.problems
    fine = desk.check(case.passes or MARCH)
    assert number not in {count.check for count in fine.counts}


def test_a_figure_beside_the_rows_of_a_workbook_is_found_in_its_row(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    found = desk.check(changed(a_figure, 7, 5))
    (problem,) = [one for one in found.problems if one.check == "V10"]
    place = next(number for number, row in enumerate(MARCH, 2) if a_figure(row))
    assert problem.row == place
    assert "LZB Monatswert insgesamt" in problem.says


def test_a_suppressed_part_says_nothing_about_the_sum(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    rows = [
        (*row[:7], "*", "", "", "") if (row[1], row[3], row[4]) == ("LZB", "Frauen", "2026-02") else row
        for row in MARCH
    ]
    found = desk.check(rows)
    assert found.errors == 0
    assert found.loads[0].empty == 1


def test_a_figure_that_cannot_be_read_is_no_gap(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    for unread in ("1,2,3", "viele"):
        found = desk.check(changed(a_figure, 7, unread))
        assert {one.check for one in found.counts} - WITHOUT_YEAR_BEFORE == {"V02"}, found.problems


def test_a_series_that_cannot_be_read_is_not_gone(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver(load_rows("2026-02")))
    found = desk.check(changed(lambda row: row[1] == "LZB_4J", 7, "viele"))
    assert {one.check for one in found.counts} & {"V02", "V57", "V58"} == {"V02"}, found.problems
    nothing = desk.check(changed(lambda row: True, 7, "viele"))
    assert {one.check for one in nothing.counts} == {"V02"}, nothing.problems


def test_a_unit_stands_only_where_it_is_the_figures_own(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    rows = [(*row[:7], f"{row[7]} €", *row[8:]) if row[1] == "LLU" else row for row in MARCH]
    assert desk.check(rows).errors == 0
    for sign in ("€", "%"):
        problems = desk.check(changed(a_figure, 7, f"5 {sign}")).problems
        assert [one.expected for one in problems if one.check == "V02"] == [f"eine Zahl ohne {sign}"]


def test_a_count_or_a_sum_in_a_percent_cell_is_a_problem(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    for measure in ("ELB", "LLU"):
        found = desk.check(as_xlsx([LONG, figure_row(measure, "2026-03", 5)], {"H2": "0%"}))
        problems = [(one.check, one.row, one.found) for one in found.problems if one.severity is Severity.ERROR]
        assert problems == [("V02", 2, "ein Prozentzeichen")]


@pytest.mark.parametrize(
    ("measure", "form", "cut"), [("LLU", "Monatswert", 1), ("LZB", "Monatswert", 0), ("LZB", "JFW", 1)]
)
def test_a_number_that_a_comma_may_have_cut_is_a_problem_unless_it_is_a_count(
    desk: Desk, measure: str, form: str, cut: int
) -> None:
    desk.agreement(HEIDEKREIS)
    header = (*LONG[:4], *LONG[5:7], "2026-01", "2026-02", "2026-03")
    row = (*figure_row(measure, "", "", form=form)[:4], 0, "2026-04-16")
    for delimiter, expected in ((",", cut), (";", 0)):
        found = desk.check(as_csv([(*row, 850123, 40, 860123)], header, delimiter))
        cuts = [one for one in found.problems if one.expected.startswith("Semikolons")]
        assert [(one.check, one.row) for one in cuts] == [("V02", 2)] * expected


def test_numbers_are_told_with_a_decimal_comma(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    means = [
        ytd(value, "", "", sex, "LZB") for value, sex in (("10,3", "insgesamt"), ("5,2", "Frauen"), ("6,2", "Männer"))
    ]
    rows = [
        *means,
        ytd("60,5", 3000, "4939,67"),
        figure_row("LLU", "2026-03", "-1,5"),
        figure_row("ELB", "2026-03", "5,5"),
    ]
    told = {one.check: one.says for one in desk.check(rows).problems}
    assert "gefunden 10,3 für 2026-03, erwartet 5,2 + 6,2 = 11,4." in told["V10"]
    assert "gefunden 60,5, erwartet 60,7 aus 3000/4939,67." in told["V11"]
    assert "gefunden -1,5," in told["V09"]
    assert "gefunden 5,5 für" in told["V13"]


def test_nothing_below_zero_is_no_negative_sum(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    found = desk.check(changed(lambda row: row[1] == "LLU", 7, "-0,0"))
    assert "V09" not in {one.check for one in found.counts}


def test_a_gap_is_said_in_german(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    rows = [row for row in MARCH if not (row[1] == "LLU" and row[4] == "2026-01")]
    assert "LLU Monatswert insgesamt" in desk.check(rows).problems[0].says


@pytest.mark.parametrize(("cell", "delivered"), [("", False), (".", True)])
def test_a_series_left_blank_is_not_delivered_and_a_marked_one_is(desk: Desk, cell: str, delivered: bool) -> None:
    desk.agreement(HEIDEKREIS)
    rows = changed(lambda row: row[1] == "LLU" and row[3] == "Frauen", 7, cell)
    found = desk.check(rows)
    told = [(one.check, one.count) for one in found.counts if one.check not in WITHOUT_YEAR_BEFORE]
    assert told == ([("V55", 1)] if delivered else [])
    fact = desk.deliver(rows).records[1].fact
    assert isinstance(fact, FiguresDelivered)
    assert bool(fact.load.find("LLU", Form.MONTHLY, Sex.WOMEN)) is delivered

"""Counts behind rates, the sexes beside each other, and one load beside another."""

import pytest

from application.figure_files.dry_run import DryRun, Saying
from domain.facts.figures import Cause
from domain.rulebook.file_checks import Severity
from tests.builders import HEIDEKREIS
from tests.figures.files import Desk, Row, figure_row, load_rows
from tests.figures.test_checks import INTEGRATIONS, MARCH, STOCK, ytd

COUNTED = {
    "a numerator the months do not give": ("V12", [*MARCH, ytd("", INTEGRATIONS - 3, "4779,67")]),
    "a numerator without the months of its denominator": (
        "V12",
        [*(row for row in MARCH if row[1] == "INT"), ytd("", INTEGRATIONS - 3, "4779,67")],
    ),
    "a denominator the months do not give": ("V12", [*MARCH, ytd("", INTEGRATIONS, STOCK[0])]),
    "numerators by sex beyond the total": (
        "V10",
        [ytd("", 10, 100), ytd("", 500, 900, "Frauen"), ytd("", 7, 70, "Männer")],
    ),
    "a numerator of one sex above the total": ("V10", [ytd("", 10, 100), ytd("", 500, 900, "Frauen")]),
    "one sex above the total": ("V10", [figure_row("ELB", "2026-03", 5), figure_row("ELB", "2026-03", 500, "Frauen")]),
    "a mean by sex that does not add up": (
        "V10",
        [ytd(value, "", "", sex, "LZB") for value, sex in ((3300, "insgesamt"), (1700, "Frauen"), (1602, "Männer"))],
    ),
    "a share of more than all": ("V17", [ytd("120", measure="INT_BD_SHARE")]),
}


@pytest.mark.parametrize(("check", "rows"), COUNTED.values(), ids=COUNTED)
def test_counts_behind_rates_and_means_are_checked_too(desk: Desk, check: str, rows: list[Row]) -> None:
    desk.agreement(HEIDEKREIS)
    found = desk.check(rows)
    assert {one.check for one in found.counts if one.severity is Severity.ERROR} == {check}, found.problems


def test_means_may_differ_by_what_rounding_moves(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    means = [ytd(value, "", "", sex, "LZB") for value, sex in ((3301, "insgesamt"), (1700, "Frauen"), (1602, "Männer"))]
    counts = [
        *MARCH,
        ytd("", INTEGRATIONS, round(sum(STOCK) / 3)),
        ytd("", 118, "2544,3", "Frauen", by="gleitend"),
        ytd("", 274, "4780", by="gleitend"),
        ytd("", 156, "2235,2", "Männer", by="gleitend"),
    ]
    for rows in (means, counts):
        assert [problem.says for problem in desk.check(rows).problems if problem.severity is Severity.ERROR] == []


BY_SEX = {
    "a total above both": ("JFW", "K2", ("31,8", "31,6", "30"), False),
    "alike but for the rounding": ("JFW", "K2", ("31,64", "31,6", "31,6"), True),
    "alike but for what a mean lost": ("JFW", "K2", ("392/4779,7", "118/1438,7", "274/3341,0"), True),
    "a change beyond both": ("JFW", "K1", ("-5", "-3,0", "-2,0"), False),
    "a mean of rates": ("JFW", "K1E3", ("5,0", "3,0", "4,0"), True),
    "a rate of one month": ("Monatswert", "K1E3", ("5,0", "3,0", "4,0"), False),
    "a mark for one sex": ("JFW", "K2", ("5", "3", "*"), True),
}


@pytest.mark.parametrize(("form", "measure", "cells", "passes"), BY_SEX.values(), ids=BY_SEX)
def test_a_rate_lies_between_those_of_the_sexes(
    desk: Desk, form: str, measure: str, cells: tuple[str, str, str], passes: bool
) -> None:
    desk.agreement(HEIDEKREIS)
    split = [(value, *(below or [""])) for value, *below in (cell.split("/") for cell in cells)]
    rows = [
        ytd("" if below else value, value if below else "", below, sex, measure, form)
        for (value, below), sex in zip(split, ("insgesamt", "Frauen", "Männer"), strict=True)
    ]
    told = [one.expected for one in desk.check(rows).problems if one.check == "V56"]
    assert (told == []) is passes, told


def test_a_fraction_beside_percents_is_told_with_both(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    rows = [ytd("31,6 %"), ytd("0,316", sex="Frauen"), ytd("0,32", sex="Männer")]
    (problem,) = [one for one in desk.check(rows).problems if one.check == "V56"]
    assert (problem.row, problem.found, problem.expected) == (
        2,
        "31,6 % für 2026-03",
        "zwischen 0,316 % und 0,32 %",
    )


def trebled(rows: list[Row], measure: str) -> list[Row]:
    return [(*row[:7], 3 * int(str(row[7])), *row[8:]) if row[1] == measure else row for row in rows]


def jumps(found: DryRun) -> list[str]:
    return [problem.expected.partition("(")[2] for problem in found.problems if problem.check == "V51"]


def test_a_correction_is_held_against_what_it_corrects(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    saying = Saying(cause=Cause.TRANSMISSION_ERROR)
    for rows in (load_rows("2026-02"), MARCH):
        desk.release(desk.deliver(rows))
    wrong = [*trebled([row for row in MARCH if row[1] == "LLU"], "LLU")]
    assert jumps(desk.check(wrong, saying))[-1] == "2026-03, die zu berichtigende Ladung)"
    assert jumps(desk.check([row for row in MARCH if row[1] == "LLU"], saying)) == []


def test_a_correction_that_lacks_a_series_names_the_row_where_its_load_begins(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver(MARCH))
    april = [(*row[:6], "2026-05-16", *row[7:]) for row in load_rows("2026-04")]
    lacking = [row for row in MARCH if row[1] != "LLU"]
    found = desk.check([*april, *lacking], Saying(cause=Cause.TRANSMISSION_ERROR))
    (problem,) = [one for one in found.problems if one.check == "V15"]
    assert problem.row == len(april) + 2
    assert "LLU" in problem.found


@pytest.mark.parametrize(
    ("old", "new", "warned"),
    [
        (ytd("", 318, 4000), ytd("", 3180, 4000), True),
        (ytd("", 318, 4000), ytd("0,8"), True),
        (ytd("", 318, 4000), ytd("", 330, 4000), False),
        (ytd("", 32, 4000), ytd("8"), True),
        (ytd("0,4"), ytd("0,9"), False),
        (ytd("40"), ytd("42"), False),
    ],
)
def test_a_rate_jumps_by_points_however_small_it_was(desk: Desk, old: Row, new: Row, warned: bool) -> None:
    desk.agreement(HEIDEKREIS)
    desk.release(desk.deliver([old]))
    assert bool(jumps(desk.check([new], Saying(cause=Cause.TRANSMISSION_ERROR)))) is warned


def test_loads_of_one_file_are_held_against_each_other(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    later = [(*row[:6], "2026-05-16", *row[7:]) for row in trebled(load_rows("2026-04"), "LLU")]
    assert set(jumps(desk.check([*later, *MARCH]))) == {
        f"{month}, vorige Ladung in dieser Datei)" for month in ("2025-12", "2026-01", "2026-02", "2026-03")
    }
    desk.release(desk.deliver(load_rows("2026-02")))
    assert {one[9:] for one in jumps(desk.check([*later, *MARCH]))} == {"vorige Ladung in dieser Datei)"}
    assert {one[9:] for one in jumps(desk.check(later))} == {"vorige Ladung)"}


@pytest.mark.parametrize(("mean", "checks"), [("10", set()), ("11", set()), ("10,5", set()), ("12", {"V12"})])
def test_a_half_may_be_rounded_either_way(desk: Desk, mean: str, checks: set[str]) -> None:
    desk.agreement(HEIDEKREIS)
    months = [figure_row("LZB", month, count) for month, count in (("2026-01", 10), ("2026-02", 11))]
    found = desk.check([*months, figure_row("LZB", "2026-02", mean, form="JFW")])
    assert {count.check for count in found.counts} == checks | {"V57", "V63"}, (
        "figures of one line do not carry the others"
    )

"""Warnings that mean something: against the year before, about orders of magnitude, in the same order every time."""

from application.figure_files.checks.problems import Problems
from application.figure_files.intake.loads import saying_anything
from application.figure_files.intake.rows import collect
from tests.builders import HEIDEKREIS, a_line, agreed, at_most, in_year
from tests.figures.files import Desk, Row, as_csv, figure_row, load_rows, taken


def warned(desk: Desk, rows: list[Row], check: str) -> list[str]:
    return [one.says for one in desk.check(rows).problems if one.check == check]


def test_a_month_is_held_against_the_same_month_of_the_year_before(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    assert warned(desk, [*load_rows("2025-03"), *load_rows("2026-03")], "V51") == []
    rows = [
        (*row[:7], str(int(float(str(row[7])) * 2)), *row[8:])
        if row[1] == "INT" and row[4] == "2026-03" and row[3] == "insgesamt"
        else row
        for row in (*load_rows("2025-03"), *load_rows("2026-03"))
    ]
    (only,) = [one for one in warned(desk, rows, "V51") if "INT Monatswert insgesamt 2026-03" in one]
    assert "2025-03, Ladung des Vorjahres zum gleichen Ladestand" in only


def test_what_is_true_of_the_figures_of_two_agreements_is_said_once(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    once = warned(desk, [figure_row("ELB", "2026-03", 5000)], "V52")
    desk.agreement(in_year(HEIDEKREIS, 2027))
    found = desk.check([figure_row("ELB", "2026-03", 5000)])
    assert len(found.loads) == 2
    assert [one.says for one in found.problems if one.check == "V52"] == once
    assert len(once) == 1


def test_last_years_column_pasted_in_is_told(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    before = load_rows("2025-03")
    old = {(row[1], row[3]): row[7] for row in before if row[4] == "2025-03"}
    rows = [(*row[:7], old[row[1], row[3]], *row[8:]) if row[4] == "2026-03" else row for row in load_rows("2026-03")]
    (only,) = warned(desk, [*before, *rows], "V60")
    assert "2026-03" in only
    assert "alle wie 2025-03" in only


def test_a_first_load_is_looked_at_for_its_orders_of_magnitude(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    rows = [
        figure_row("K2", "2026-03", "0,07", form="ytd"),
        figure_row("LLU", "2026-03", "2281,5"),
        figure_row("LZB", "2026-03", 0),
    ]
    assert len(warned(desk, rows, "V61")) == 3


def test_euros_of_women_and_men_are_the_total(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    sexes = {"insgesamt": 2_000_000, "Frauen": 1_000_000, "Männer": 900_000}
    (only,) = warned(desk, [figure_row("LLU", "2026-03", value, sex) for sex, value in sexes.items()], "V62")
    assert "1000000 + 900000" in only


def test_blank_series_of_a_template_are_no_warning_and_marks_come_in_the_files_order() -> None:
    measures = ("ELB", "LZB", "INT", "LLU", "LUH", "AMP", "LZB_4J")
    rows = [figure_row(measure, "2026-03", "", mark="fehlt") for measure in measures]
    blank = [figure_row(measure, "2026-03", "", "Frauen") for measure in measures]
    problems = Problems()
    with taken(as_csv([*rows, *blank, figure_row("ELB_ALLEIN", "2026-03", 900)])) as file:
        collected = collect(file.rows(), problems)
    ((key, series),) = collected.loads.items()
    saying_anything(key, series, problems)
    told = problems.travelling[0]
    assert [one.split(", ")[2].split()[0] for one in told.says] == list(measures)


def test_every_line_without_a_year_to_compare_with_is_told(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    march, before = load_rows("2026-03"), load_rows("2025-03")
    told = warned(desk, march, "V63")
    assert len(told) == 5
    assert all("Zum Ladestand 2025-03 (t-0) ist keine Lieferung freigegeben" in says for says in told)
    assert warned(desk, [*before, *march], "V63") == []
    of_men = ("ELB", "Männer")
    (only,) = warned(desk, [*[row for row in before if (row[1], row[3]) != of_men], *march], "V63")
    assert "Zeile k2-maenner" in only
    assert warned(desk, [*before, *[row for row in march if (row[1], row[3]) != of_men]], "V63") == []
    desk.release(desk.deliver(before))
    assert warned(desk, march, "V63") == []


def test_figures_of_a_base_year_are_taken_and_compared_with(desk: Desk) -> None:
    stock = a_line(at_most("-2.5"), id="bestand", measure="LZB").model_copy(update={"base_year": 2019})
    desk.agreement(agreed(stock))
    rows = [figure_row("LZB", "2026-01", 970)]
    base = [figure_row("LZB", "2019-01", 1000, loaded="2019-02-16")]
    (only,) = warned(desk, rows, "V63")
    assert "Zum Ladestand 2019-01 (t-0)" in only
    found = desk.check([*base, *rows])
    assert (found.errors, [one for one in found.problems if one.check == "V63"]) == (0, [])
    assert {(line.line_id, line.month, line.now) for line in found.lines} == {("bestand", "2026-01", "on_course")}
    assert desk.check([figure_row("LZB", "2018-01", 1000, loaded="2018-02-16")]).errors == 1

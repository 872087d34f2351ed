"""One file in many spellings: encodings, delimiters, number notations, marks, long and wide, CSV and XLSX."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from application.figure_files.checks.problems import Problems
from application.figure_files.intake import cell_values as words
from application.figure_files.intake import rows as collecting
from application.figure_files.intake.collected import Figure, LoadKey, SeriesKey
from application.figure_files.intake.layout import LONG
from application.figure_files.intake.rows import collect
from application.figure_files.ports import Percent, Unreadable
from domain.figures import Flag, Form
from domain.terms import Sex
from tests.figures.files import Row, as_csv, figure_row, taken
from tests.figures.workbooks import MAIN, as_xlsx, by_hand
from tests.figures.workbooks import cell as at

Read = dict[tuple[Any, ...], tuple[str | None, Flag | None]]


WIDE = ("Träger-AGS", "Kennzahl", "Form", "Geschlecht", "Wartemonate", "Ladedatum", "Jan 26", "Feb 26", "März 2026")


def read(content: bytes) -> tuple[Read, Problems]:
    """Every figure in a file by its keys, and what is wrong with the file."""
    problems = Problems()
    with taken(content) as file:
        collected = collect(file.rows(), problems, commas=file.commas)
    return {
        (*load, *series, month): (figure.cell, figure.flag)
        for load, all_series in collected.loads.items()
        for series, rows in all_series.items()
        for month, figure in rows.figures.items()
    }, problems


def one(*row: object, header: tuple[str, ...] = LONG) -> tuple[str | None, Flag | None]:
    """The one figure of a file with this row."""
    found, problems = read(as_csv([row], header))
    assert problems.told == ()
    (figure,) = found.values()
    return figure


ROWS: list[Row] = [
    figure_row("ELB", "2026-02", "1.234.567", "Männer"),
    figure_row("K2", "2026-03", "60,7", form="Jahresfortschrittswert", above="3.000", below="4.939,67"),
    figure_row("LZB", "2026-03", "*", "Frauen"),
    figure_row("LZB", "2026-02", "", "Frauen", mark="fehlt"),
    figure_row("LZB", "2026-01", "12", "Frauen", mark="hochgerechnet"),
]
EXPECTED: Read = {
    ("03358", 0, date(2026, 4, 16), None, "ELB", "monthly", "men", "2026-02"): ("1234567", None),
    ("03358", 0, date(2026, 4, 16), None, "K2", "ytd", "total", "2026-03"): ("3000/4939.67", None),
    ("03358", 0, date(2026, 4, 16), None, "LZB", "monthly", "women", "2026-03"): (None, Flag.SUPPRESSED),
    ("03358", 0, date(2026, 4, 16), None, "LZB", "monthly", "women", "2026-02"): (None, Flag.MISSING),
    ("03358", 0, date(2026, 4, 16), None, "LZB", "monthly", "women", "2026-01"): ("12", Flag.IMPUTED),
}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_reads_the_same_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    found, problems = read(as_csv(ROWS, delimiter=delimiter, encoding=encoding))
    assert problems.told == ()
    assert found == EXPECTED


def test_a_workbook_reads_as_csv_does() -> None:
    assert read(as_xlsx([LONG, *ROWS]))[0] == EXPECTED


def test_what_a_spreadsheet_makes_of_keys_is_understood() -> None:
    book = Workbook()
    sheet: Any = book.active
    sheet.append(LONG)
    sheet.append((3358, "K2", "JFW", "w", date(2026, 3, 1), 0.0, date(2026, 4, 16), 0.316, None, None, None))
    sheet["H2"].number_format = "0.0%"
    content = BytesIO()
    book.save(content)
    found, problems = read(content.getvalue())
    assert problems.told == ()
    keys = ("03358", 0, date(2026, 4, 16), None, "K2", "ytd", "women", "2026-03")
    assert found == {keys: ("31.6", None)}


def test_percent_is_read_whatever_the_case_of_a_parts_name() -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="10"/></cellXfs></styleSheet>'
    rows = '<row r="1"><c r="A1" s="0"><v>0.316</v></c></row>'
    with taken(by_hand(rows, {"xl/Styles.xml": styles.encode()}, at="Worksheets/a.xml")) as file:
        assert [*file.rows()] == [[1, Percent(31.6)]]


@pytest.mark.parametrize(
    ("shown_as", "cell"),
    [
        ("0.0%", "20"),
        ("0.0 %", "20"),
        ('0.0" %"', "0.2"),
        ("0.0\\ \\%", "0.2"),
        ('#,##0.0"%"', "0.2"),
        ("0.0_%", "0.2"),
        ("0.0*%", "0.2"),
        ("[$%-407]0.0", "0.2"),
    ],
)
def test_only_a_percent_sign_that_multiplies_makes_a_cell_percent(shown_as: str, cell: str) -> None:
    found, problems = read(as_xlsx([LONG, figure_row("K1", "2026-03", 0.2, form="JFW")], {"H2": shown_as}))
    assert problems.told == ()
    assert [*found.values()] == [(cell, None)]


def test_percent_cells_say_nothing_about_the_notation_of_the_others() -> None:
    rows = [LONG, figure_row("K2", "2026-03", 0.316, form="JFW"), figure_row("LLU", "2026-03", "1.234,50")]
    found, problems = read(as_xlsx(rows, {"H2": "0.0%"}))
    assert problems.told == ()
    assert [cell for cell, _ in found.values()] == ["31.6", "1234.50"]


def test_a_key_or_a_numerator_in_percent_is_a_problem() -> None:
    row = figure_row("K2", "2026-03", "", form="JFW", above=5, below=100)
    for place, problem in {
        "F2": ("V02", "Wartemonate", "„0 %“"),
        "I2": ("V05", None, "Zähler oder Nenner in Prozent"),
        "J2": ("V05", None, "Zähler oder Nenner in Prozent"),
    }.items():
        found, problems = read(as_xlsx([LONG, row], {place: "0%"}))
        assert (found, [(one.check, one.column, one.found) for one in problems.told]) == ({}, [problem])


def test_an_error_in_a_workbooks_cell_is_a_problem_and_not_missing() -> None:
    rows = [LONG, *(figure_row("LLU", f"2026-{n:02d}", cell) for n, cell in enumerate((5, "#DIV/0!", "#N/A"), 1))]
    found, problems = read(as_xlsx(rows))
    assert [cell for cell, _ in found.values()] == ["5"]
    assert [(one.check, one.row, one.column, one.found) for one in problems.told] == [
        ("V02", row, "Wert", "„#FEHLER“") for row in (3, 4)
    ]


def test_an_error_counts_wherever_it_stands_and_however_its_tag_is_written() -> None:
    alone = "<row r='2'><c t = 'e' r = 'B2'><v>#N/A</v></c></row>"
    with taken(by_hand(at("A1") + alone)) as file:
        assert [*file.rows()] == [[1, 1.0, ""], [2, "", "#FEHLER"]]


def test_rows_of_blanks_are_no_rows() -> None:
    found, problems = read(as_csv([*ROWS, (" ", "  ", "\t"), ("", " ")]))
    assert (found, problems.told) == (EXPECTED, ())
    blank = '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>'
    with taken(by_hand(at("A1") + blank + at("A3"))) as file:
        assert [row for row, *_ in file.rows()] == [1, 3]


def test_a_cell_without_heading_in_a_workbook_is_a_problem() -> None:
    rows = [(*LONG, None, "Bemerkung"), (*figure_row("LZB", "2026-03", 5), 6, "egal")]
    problems = read(as_xlsx(rows))[1].told
    assert [(one.check, one.row, one.about) for one in problems] == [
        ("V02", 2, "12. Spalte, die keine Überschrift hat")
    ]


def test_a_file_has_no_more_figures_than_may_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST", 3)
    wide = [("03358", "LZB", "Monatswert", "insgesamt", 0, "16.04.2026", "1", "", "3")]
    assert len(read(as_csv(wide, WIDE))[0]) == 3
    for rows, header in ((wide * 2, WIDE), ([figure_row("LZB", "2026-03", 5)] * 4, LONG)):
        with pytest.raises(Unreadable, match=collecting.TOO_MANY.german):
            read(as_csv(rows, header))


@pytest.mark.parametrize(
    ("header", "says"),
    [
        ((*LONG, "Farbe"), "„Farbe“"),
        ((*LONG, "Wert"), "Wert zweimal"),
        (LONG[1:], "Träger-AGS"),
        ((*WIDE, "Wert"), "Wert"),
        ((*WIDE, "2026-03"), "2026-03 zweimal"),
        (("a", "b"), "Kennzahl"),
        ((*LONG, "\x1b[31m" + "x" * 500), "�[31m" + "x" * 75 + "…"),
    ],
)
def test_a_file_without_the_columns_says_which(header: tuple[str, ...], says: str) -> None:
    found, problems = read(as_csv([("x",) * len(header)], header))
    assert found == {}
    assert {one.check for one in problems.told} == {"V01"}
    assert says in " ".join(problem.says for problem in problems.told)
    assert all(problem.says.isprintable() for problem in problems.told)


def test_the_columns_may_stand_in_any_order_and_a_remark_beside_them() -> None:
    header = (*reversed(LONG), "Bemerkung", "Fassung", "Berichtsmonat")
    row = (*reversed(figure_row("LZB", "2026-02", 5)), "egal", "2019", "2026-03")
    (key,) = read(as_csv([row], header))[0]
    assert key[3] == "2026-03"


def test_every_problem_of_a_long_list_is_counted_and_the_first_are_told() -> None:
    problems = read(as_csv([figure_row("LZB", "2026-03", "x1")] * 1000))[1]
    assert (problems.counts[0].count, len(problems.told)) == (1000, 100)


def test_excels_own_first_line_is_understood() -> None:
    found, problems = read(b"sep=;\r\n" + as_csv([figure_row("LZB", "2026-13", 5)]))
    assert (found, problems.told[0].row) == ({}, 3)


def test_a_problem_shows_no_control_characters() -> None:
    (problem,) = read(as_csv([figure_row("LZB", "2026-03", "\x1b[31m" + "x" * 500)]))[1].told
    assert "\x1b" not in problem.says
    assert len(problem.found) < 90


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-3", "2026-03"),
        ("03/2026", "2026-03"),
        ("Mrz-26", "2026-03"),
        ("Dezember 2025", "2025-12"),
        ("0/2026", None),
        ("Sept. 2026", "2026-09"),
        ("MAERZ 26", "2026-03"),
        ("Augsburg 2026", None),
        ("Mainz 2026", None),
        ("Junk 26", None),
    ],
)
def test_months_are_read_as_people_write_them(text: str, month: str | None) -> None:
    assert words.month(text) == month


def test_a_load_is_told_by_carrier_waiting_and_day() -> None:
    problems = Problems()
    rows = [figure_row("LZB", "2026-03", 5), figure_row("LZB", "2026-03", 6, waited=3, loaded="2026-07-16")]
    with taken(as_csv(rows)) as file:
        loads = collect(file.rows(), problems).loads
    assert set(loads) == {
        LoadKey("03358", 0, date(2026, 4, 16), None),
        LoadKey("03358", 3, date(2026, 7, 16), None),
    }
    key = SeriesKey("LZB", Form.MONTHLY, Sex.TOTAL)
    assert [series[key].figures["2026-03"] for series in loads.values()] == [
        Figure("5", None, 2),
        Figure("6", None, 3),
    ]


def test_a_table_of_nothing_but_grouped_persons_counts_them_whole() -> None:
    found, problems = read(as_csv([figure_row("LZB", f"2026-0{month}", f"3.27{month}") for month in (1, 2, 3)]))
    assert problems.told == ()
    assert [cell for cell, _ in found.values()] == ["3271", "3272", "3273"]


def test_headings_further_down_are_told_as_that() -> None:
    rows: list[list[object]] = [
        ["Monatsbericht"],
        ["Stand 04/2026"],
        [""],
        list(LONG),
        list(figure_row("LZB", "2026-01", 3275)),
    ]
    problems = read(as_xlsx(rows))[1]
    (problem,) = problems.told
    assert (problem.row, problem.found) == (4, "die Überschriften erst in Zeile 4")


def test_a_table_without_our_headings_is_told_of_template_and_mapping() -> None:
    problems = read(as_xlsx([["Jobcenter", "Quote"], ["Heidekreis", 31.6]]))[1]
    assert "die Spalten der Vorlage" in problems.told[0].expected

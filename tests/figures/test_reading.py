"""One file in many spellings: encodings, delimiters, number notations, marks, long and wide, CSV and XLSX."""

import csv
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from application.figures import rows as collecting
from application.figures import words
from application.figures.collected import Figure, LoadKey, SeriesKey
from application.figures.layout import LONG
from application.figures.ports import Percent, Unreadable
from application.figures.problems import Problems
from application.figures.rows import collect
from domain.figures import Flag, Form
from domain.terms import Sex
from tests.figures.files import Row, as_csv, figure_row, taken
from tests.figures.workbooks import MAIN, as_xlsx, by_hand
from tests.figures.workbooks import cell as at

Read = dict[tuple[Any, ...], tuple[str | None, Flag | None]]


def read(content: bytes) -> tuple[Read, Problems]:
    """Every figure in a file by its keys, and what is wrong with the file."""
    problems = Problems()
    with taken(content) as file:
        collected = collect(file.rows(), problems)
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


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("1 234,50", ("1234.50", None)),
        ("1\u202f234", ("1234", None)),
        ("12.5", ("12.5", None)),
        ("31,6 %", ("31.6", None)),
        ("+0,2 %", ("0.2", None)),
        ("-9,9%", ("-9.9", None)),
        ("–0,2 %", ("-0.2", None)),
        ("−0,2", ("-0.2", None)),
        ("- 0,2 %", ("-0.2", None)),
        ("–\u00a00,2", ("-0.2", None)),
        ("-0,0", ("0.0", None)),
        ("€ 1.234,50", ("1234.50", None)),
        ("EUR 12", ("12", None)),
        ("- € 12", ("-12", None)),
        ("12 €", ("12", None)),
        ("1.234,50 €", ("1234.50", None)),
        ("12,50EUR", ("12.50", None)),
        ("17 h", ("17", Flag.IMPUTED)),
        ("17z", ("17", Flag.BACK_COMPUTED)),
        ("0", ("0", None)),
        ("-", (None, Flag.MISSING)),
        (".", (None, Flag.MISSING)),
        ("x", (None, Flag.SUPPRESSED)),
        ("", (None, Flag.MISSING)),
    ],
)
def test_a_value_is_read_as_it_is_meant(cell: str, figure: tuple[str | None, Flag | None]) -> None:
    assert one(*figure_row("K2", "2026-03", cell, form="ytd")) == figure


@pytest.mark.parametrize(
    "cell",
    [
        "fünf",
        "1,2,3",
        "1.23.456",
        "007",
        "--5",
        "=1+1",
        "1e5",
        "12 %h",
        "€ 5 €",
        "€ 5 %h",
        "€ - 5",
        "- -5",
        "-  5",
        "5-",
        "€",
        "- €",
        "9" * 19,
        "½",
        "+-5",
        "5 € %",
    ],
)
def test_what_is_no_number_is_a_problem_and_no_figure(cell: str) -> None:
    found, problems = read(as_csv([figure_row("LZB", "2026-03", cell)]))
    assert (found, [(one.check, one.row, one.column) for one in problems.told]) == ({}, [("V02", 2, "Wert")])


@pytest.mark.parametrize(
    ("cell", "shown_as"),
    [(31.604938271604937, "0"), ("31,6049382716049", "0"), ("+0.1234567890123", "0"), (0.31604938271604937, "0.0%")],
)
def test_a_number_with_too_many_decimals_is_to_be_rounded(cell: object, shown_as: str) -> None:
    (problem,) = read(as_xlsx([LONG, figure_row("K2", "2026-03", cell, form="ytd")], {"H2": shown_as}))[1].told
    assert problem.expected == "eine Zahl mit höchstens 12 Nachkommastellen; bitte runden"


def test_a_number_that_could_be_two_is_decided_by_the_others_in_the_file() -> None:
    unclear = figure_row("LZB", "2026-03", "1.234")
    for other, cell in (("12,5", "1234"), ("12.5", "1.234")):
        found, problems = read(as_csv([unclear, figure_row("K2", "2026-03", other, form="ytd")]))
        assert problems.told == ()
        assert {value for value, _ in found.values()} == {cell, "12.5"}


def test_a_number_that_could_be_two_is_a_problem_when_the_file_does_not_tell() -> None:
    found, problems = read(as_csv([figure_row("LZB", "2026-03", "1.234")]))
    assert (found, [(one.check, one.row) for one in problems.told]) == ({}, [("V02", 2)])
    assert "1234 oder 1.234" in problems.told[0].expected


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (("850,123", "860.55", "870,456"), "gefunden „860.55“ in Zeile 3, aber „850,123“ in Zeile 2"),
        (("1", "12.5", "1.234.567"), "gefunden „1.234.567“ in Zeile 4, aber „12.5“ in Zeile 3"),
        (("1.234", "860,12", "12.5"), "gefunden „12.5“ in Zeile 4, aber „860,12“ in Zeile 3"),
    ],
)
def test_a_file_that_contradicts_itself_names_a_number_of_each_notation(cells: tuple[str, ...], says: str) -> None:
    rows = [figure_row("LLU", f"2026-{month:02d}", cell) for month, cell in enumerate(cells, 1)]
    told = read(as_csv(rows))[1].told
    assert {one.check for one in told} == {"V02"}
    assert says in " ".join(one.says for one in told)


BEYOND = "AGS,Kennzahl,Form,Geschlecht,Wartezeit,Ladedatum,2026-01,2026-02\n03358,LLU,Monatswert,i,0,2026-04-16,8, \n"


@pytest.mark.parametrize(
    ("content", "row", "found"),
    [
        (",".join(LONG[:8]) + "\n03358,K2,JFW,insgesamt,2026-03,0,2026-04-16,31,6\n", 2, "„6“"),
        (",".join(LONG) + ",,\n03358,LZB,ytd,i,2026-03,0,2026-04-16,5,,,,x\n", 2, "„x“"),
        (BEYOND + "03358,LUH,Monatswert,i,0,2026-04-16,850123,40,860123,50\n", 3, "„860123“"),
        (BEYOND + "03358,LUH,Monatswert,i,0,2026-04-16,850123,40,\n", 3, "eine leere Zelle"),
    ],
)
def test_a_cell_under_no_heading_is_a_problem(content: str, row: int, found: str) -> None:
    problems = read(content.encode())[1].told
    assert [(one.check, one.row, one.found) for one in problems] == [("V02", row, found)]


REMARKED = ",".join((*LONG[:8], "Bemerkung")) + "\n03358,K2,JFW,insgesamt,2026-03,0,2026-04-16,"
MONTHLY = ",".join((*LONG[:4], "Wartezeit", "Ladedatum", "2026-01", "2026-02", "2026-03"))
MONTHLY += "\n03358,LLU,Monatswert,insgesamt,0,2026-04-16,"
FRACTIONS = MONTHLY.replace("LLU,Monatswert", "K2,JFW")


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        (REMARKED + "31,6", True),
        (REMARKED + "31,6 h", True),
        (REMARKED + "31,604938", True),
        (REMARKED + '"31,6",6', False),
        (REMARKED + "31,siehe 6", False),
        (REMARKED + "31,", False),
        (MONTHLY + "850123,40,860123", True),
        (MONTHLY + "850.123,40,", True),
        (MONTHLY + "850123,840123,860123", False),
        (MONTHLY + "850123,40,860123\n03358,LUH,Monatswert,insgesamt,0,2026-04-16,1.5,,", False),
        (MONTHLY + '850123,40,860123\n03358,LLU,Monatswert,Frauen,0,2026-04-16,"1,5",,', False),
        (MONTHLY + "850123,40,860123\n03358,LUH,Monatswert,insgesamt,0,2026-04-16,1.500,,", True),
        (FRACTIONS + "3000/4939,67,", True),
        (FRACTIONS + "3000/4939,3000/4939,", False),
    ],
)
def test_a_number_beside_its_possible_decimals_is_noted_where_commas_part_the_cells(content: str, cut: bool) -> None:
    header, *lines = map(tuple, csv.reader(content.split("\n")))
    for delimiter in (",", ";"):
        with taken(as_csv(lines, header, delimiter)) as file:
            assert file.commas is (delimiter == ",")
            collected = collect(file.rows(), Problems(), commas=file.commas)
        ((rows, *_),) = (tuple(series.values()) for series in collected.loads.values())
        assert rows.cut == (2 if cut and delimiter == "," else None)


@pytest.mark.parametrize(
    ("content", "commas"),
    [(b"\xef\xbb\xbfsep=,\na;b\n", True), (b"sep=;\na,b\n", False), (as_xlsx([["a,b"]]), False), (b"a,b;c;d", False)],
)
def test_whether_commas_part_the_cells(content: bytes, commas: bool) -> None:
    with taken(content) as file:
        assert file.commas is commas


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
        with pytest.raises(Unreadable, match=collecting.TOO_MANY):
            read(as_csv(rows, header))


WIDE = ("Träger-AGS", "Kennzahl", "Form", "Geschlecht", "Wartemonate", "Ladedatum", "Jan 26", "Feb 26", "März 2026")


def test_the_wide_layout_has_months_as_columns() -> None:
    rows = [
        ("03358", "LZB", "Monatswert", "insgesamt", 0, "16.04.2026", "1.200", "", "1.198 h"),
        ("03358", "K2", "JFW", "insgesamt", 0, "16.04.2026", "", "", "3000/4939,5"),
    ]
    found, problems = read(as_csv(rows, WIDE))
    assert problems.told == ()
    assert {(key[4], key[-1]): figure for key, figure in found.items()} == {
        ("LZB", "2026-01"): ("1200", None),
        ("LZB", "2026-02"): (None, Flag.MISSING),
        ("LZB", "2026-03"): ("1198", Flag.IMPUTED),
        ("K2", "2026-03"): ("3000/4939.5", None),
    }


def test_a_problem_in_the_wide_layout_names_the_months_column() -> None:
    rows = [("03358", "LZB", "Monatswert", "insgesamt", 0, "16.04.2026", "1", "zwei", "3")]
    (problem,) = read(as_csv(rows, WIDE))[1].told
    assert (problem.row, problem.column, problem.found) == (2, "Feb 26", "„zwei“")


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

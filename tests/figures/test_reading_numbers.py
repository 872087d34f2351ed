"""Numbers are read as they are meant, or not at all."""

import csv

import pytest

from application.figure_files.checks.problems import Problems
from application.figure_files.intake.layout import LONG
from application.figure_files.intake.rows import collect
from domain.figures import Flag
from tests.figures.files import as_csv, figure_row, taken
from tests.figures.test_reading import one, read
from tests.figures.workbooks import as_xlsx


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
    [("31,6049382716049", "0"), ("+0.1234567890123", "0"), ("31.6049382716049", "0.0%")],
)
def test_a_number_with_too_many_decimals_is_to_be_rounded(cell: object, shown_as: str) -> None:
    (problem,) = read(as_xlsx([LONG, figure_row("K2", "2026-03", cell, form="ytd")], {"H2": shown_as}))[1].told
    assert problem.expected == "eine Zahl mit höchstens 12 Nachkommastellen; bitte runden"


def test_a_number_that_could_be_two_is_decided_by_the_others_in_the_file() -> None:
    unclear = figure_row("LLU", "2026-03", "1.234")
    for other, cell in (("12,5", "1234"), ("12.5", "1.234")):
        found, problems = read(as_csv([unclear, figure_row("K2", "2026-03", other, form="ytd")]))
        assert problems.told == ()
        assert {value for value, _ in found.values()} == {cell, "12.5"}


def test_a_number_that_could_be_two_is_a_problem_when_the_file_does_not_tell() -> None:
    found, problems = read(as_csv([figure_row("LLU", "2026-03", "1.234")]))
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
        (MONTHLY + "980123,999500,1010345", False),
        (MONTHLY + "9500,9800,10200", False),
        (MONTHLY + "500000,500000,1000000", False),
        (MONTHLY + "0,0,51000", False),
        (MONTHLY + "980123,0,970345", False),
        (MONTHLY + "9500,10200,", False),
        (FRACTIONS + "10,21,32", False),
        (FRACTIONS + "-1,-2,3", False),
        (FRACTIONS + "31,6,", True),
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
        found = rows.cut_rate if ",K2," in content else rows.cut
        assert found == (2 if cut and delimiter == "," else None)


@pytest.mark.parametrize(
    ("content", "commas"),
    [(b"\xef\xbb\xbfsep=,\na;b\n", True), (b"sep=;\na,b\n", False), (as_xlsx([["a,b"]]), False), (b"a,b;c;d", False)],
)
def test_whether_commas_part_the_cells(content: bytes, commas: bool) -> None:
    with taken(content) as file:
        assert file.commas is commas

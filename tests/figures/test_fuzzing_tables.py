"""Whole tables as people keep them, well and badly written: what is accepted is what was meant."""

import csv
import io
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from application.figure_files.checks.problems import Problems
from application.figure_files.intake.collected import Loads
from application.figure_files.intake.layout import LONG
from application.figure_files.intake.rows import collect
from domain.facts import FiguresDelivered
from domain.figures import Form
from domain.terms import Sex
from domain.values import span
from infrastructure.figure_files import delimited
from tests.builders import HEIDEKREIS
from tests.figures.files import Desk, Row, figure_row
from tests.sampling import times

OFTEN = settings(max_examples=times(40, 500))
SELDOM = settings(max_examples=times(4, 50), suppress_health_check=list(HealthCheck))
MONTHS = span("2026-01", "2026-03")
NUMBERS = st.integers(0, 3).flatmap(lambda places: st.decimals(0, 10**7, places=places))
FRACTIONS = st.tuples(st.integers(0, 10**5).map(Decimal), st.decimals(1, 10**5, places=2))
Meant = Decimal | tuple[Decimal, Decimal] | None
KEYS = ("Träger-AGS", "Kennzahl", "Form", "Geschlecht", "Wartemonate", "Ladedatum")


@dataclass(frozen=True)
class Table:
    """A series of figures, and how somebody writes it down."""

    meant: tuple[Meant, ...]
    wide: bool
    point: str
    grouped: bool
    percent: bool
    delimiter: str
    quoted: bool
    tells: bool
    """Whether another number in the file leaves no doubt about the notation."""

    @property
    def sound(self) -> bool:
        """Whether the file can be read in one way only."""
        return self.tells and (self.quoted or self.delimiter not in self.point)

    @property
    def cells(self) -> dict[str, str | None]:
        """Each month's figure as it has to be stored."""
        told = ["/".join(f"{part:f}" for part in one) if isinstance(one, tuple) else one for one in self.meant]
        return {month: f"{one:f}" if isinstance(one, Decimal) else one for month, one in zip(MONTHS, told, strict=True)}

    def number(self, number: Decimal) -> str:
        """A number as it is written here."""
        text = f"{number:,f}" if self.grouped else f"{number:f}"
        return text.translate(str.maketrans(",.", ".," if self.point == "," else " ."))

    def parts(self, one: Meant) -> tuple[str, str, str]:
        """Value, numerator and denominator as they are written here."""
        if isinstance(one, tuple):
            return "", self.number(one[0]), self.number(one[1])
        return ("*" if one is None else self.number(one) + " %" * self.percent), "", ""

    @property
    def rows(self) -> list[Row]:
        """The headings and the rows."""
        plain = self.number(Decimal("0.5")) if self.tells else "5"
        key = ("03358", "K2", "JFW", "insgesamt")
        if self.wide:
            cells = [value or f"{above}/{below}" for value, above, below in map(self.parts, self.meant)]
            keys = (*key, "0", "2026-04-16")
            return [(*KEYS, *MONTHS), (*keys, *cells), (*keys[:3], "Frauen", *keys[4:], plain, plain, plain)]
        told = [(month, *self.parts(one)) for month, one in zip(MONTHS, self.meant, strict=True)]
        rows = [(*key, month, "0", "2026-04-16", value, above, below, "") for month, value, above, below in told]
        return [LONG, *rows, figure_row("K2", "2026-03", plain, "Frauen", form="JFW")]

    @property
    def content(self) -> bytes:
        """The file."""
        if not self.quoted:
            return "\n".join(self.delimiter.join(map(str, row)) for row in self.rows).encode()
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter).writerows(self.rows)
        return text.getvalue().encode()


FREELY = {
    "meant": st.tuples(*[NUMBERS | FRACTIONS | st.none()] * 3),
    "wide": st.booleans(),
    "point": st.sampled_from(",."),
    "grouped": st.booleans(),
    "percent": st.booleans(),
    "delimiter": st.sampled_from(";,\t"),
    "quoted": st.booleans(),
    "tells": st.booleans(),
}
BADLY = FREELY | {"point": st.just(","), "delimiter": st.just(","), "quoted": st.just(False)}
TABLES = st.builds(Table, **FREELY) | st.builds(Table, **BADLY)


def read(content: bytes) -> tuple[Loads, Problems]:
    """What a file holds, read in this process, which is faster."""
    problems = Problems()
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(content)
        _, rows = delimited.rows(Path(file.name))
        return collect(([number, *map(str, cells)] for number, cells in rows), problems).loads, problems


@OFTEN
@given(TABLES)
def test_a_table_is_read_as_it_was_meant_or_has_a_problem(table: Table) -> None:
    loads, problems = read(table.content)
    if table.sound or not problems.told:
        assert problems.told == ()
        (load,) = loads.values()
        found = {key.sex.value: rows.figures for key, rows in load.items()}
        assert {month: figure.cell for month, figure in found["total"].items()} == table.cells


@OFTEN
@given(st.lists(st.tuples(st.decimals(0, 10**6, places=2), st.sampled_from(",.")), min_size=3, max_size=3))
def test_two_notations_in_one_file_are_never_taken_for_one(numbers: list[tuple[Decimal, str]]) -> None:
    cells = [f"{number:f}".replace(".", point) for number, point in numbers]
    lines = [";".join(map(str, figure_row("LLU", month, cell))) for month, cell in zip(MONTHS, cells, strict=True)]
    _, problems = read("\n".join([";".join(LONG), *lines]).encode())
    assert bool(problems.told) is (len({point for _, point in numbers}) == 2)


@SELDOM
@given(TABLES)
def test_a_recorded_table_reads_back_from_the_journal_as_it_was_meant(desk: Desk, table: Table) -> None:
    ags = f"03{len(desk.service.journal.streams()):03d}"
    name = desk.agreement(HEIDEKREIS, ags, f"kreis-{ags}")
    content = table.content.replace(b"03358", ags.encode())
    if desk.check(content).errors:
        return
    desk.deliver(content)
    fact = desk.service.journal.records(name)[-1].fact
    assert isinstance(fact, FiguresDelivered)
    series = fact.load.find("K2", Form.YEAR_TO_DATE, Sex.TOTAL)
    assert series is not None
    assert {month: series.at(month) for month in MONTHS} == table.cells

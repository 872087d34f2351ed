"""What the terminal shows is what is recorded: no word altered, no cell cut, however narrow it is."""

from decimal import Decimal

import pytest
from rich.console import Console

from domain.facts import AgreementClosed, CircumstanceNoted, StepReported
from domain.facts.follow_up import CircumstanceKind
from domain.facts.individual import Progress
from interfaces.cli.console import console
from interfaces.cli.rows import ROOM, plain_table
from interfaces.german.subjects import in_full

HEADINGS = ("Lieferung", "Ladestand", "geladen", "Grund", "wer")
LOADS = [
    (f"ladung-2026-0{n}-t0-nachlieferung", f"2026-0{n} (t-0)", "16.03.2026", "Az. 41:id:2026, Stand 1:100:5", "Amt [1]")
    for n in range(1, 10)
]


def shown(width: int, *, stays: bool = False) -> str:
    table = plain_table(*HEADINGS, stays=stays)
    for cells in LOADS:
        table.add(*cells)
    out = Console(width=width, emoji=False, highlight=False)
    with out.capture() as captured:
        out.print(table)
    return captured.get()


@pytest.mark.parametrize("width", [20, 40, 80, ROOM, 120, 160])
def test_nine_loads_print_as_nine_different_ones(width: int) -> None:
    told = "".join(shown(width).split())
    for cells in LOADS:
        if width >= 60:
            assert all("".join(cell.split()) in told for cell in cells)
    assert told.count("nachlieferung"[:4]) >= 9
    assert all(f"2026-0{n}" in told for n in range(1, 10))


def test_below_a_hundred_columns_each_row_is_a_block_with_its_headings() -> None:
    assert shown(ROOM - 1).count("geladen") == len(LOADS)
    assert shown(ROOM).count("geladen") == 1
    assert shown(ROOM - 1, stays=True).count("geladen") == 1


def test_a_block_that_begins_with_a_day_or_a_number_says_of_what() -> None:
    table = plain_table("seit", "bis", "wer", "was")
    table.add("07.05.2027", "–", "Land", "Dialog")
    out = Console(width=60)
    with out.capture() as captured:
        out.print(table)
    assert captured.get().startswith("seit 07.05.2027")


def test_words_of_the_record_are_no_pictures_and_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    said = "Az. 41:id:2026, Stand 1:100:5, :smile: [bold]fett[/bold]"
    console().print(said, markup=False, soft_wrap=True)
    assert capsys.readouterr().out == f"{said}\n"


def test_an_entry_says_what_it_is_about() -> None:
    assert in_full(StepReported(step_id="4-works", progress=Progress.DONE, says="umgesetzt")) == "4-works – umgesetzt"
    amounts = {"agreed": Decimal(10), "actual": Decimal(9)}
    noted = CircumstanceNoted(
        circumstance_id="ein-t", kind=CircumstanceKind.BUDGET, about="egt", party="ni-ms", says="weniger", lines=(),
        **amounts,
    )  # fmt: skip
    assert in_full(noted) == "Haushaltsmittel egt, ni-ms – weniger"
    assert in_full(AgreementClosed()) == ""

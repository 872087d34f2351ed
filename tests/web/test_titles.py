"""Values of lines stand on pages in the unit in which they are compared."""

import pytest

from domain.agreement import fold
from domain.measures import Unit
from domain.terms import Line, Quantity, Sex
from interfaces.web.titles import lines_of
from tests.builders import a_line, agreed, an_agreement_in_force, at_most
from tests.domain.given import given

UNITS = {
    Unit.PERCENT: [
        a_line(at_most("-2.5"), measure="LZB"),
        a_line(at_most("20.0"), quantity=Quantity.LEVEL),
    ],
    Unit.PERSONS: [
        a_line(at_most("4500", Unit.PERSONS), measure="ELB", quantity=Quantity.LEVEL),
        a_line(at_most("50", Unit.PERSONS), measure="ELB", quantity=Quantity.POINTS),
    ],
    Unit.PERCENTAGE_POINTS: [
        a_line(at_most("1.0", Unit.PERCENTAGE_POINTS), quantity=Quantity.POINTS),
        a_line(at_most("9.0", Unit.PERCENTAGE_POINTS), quantity=Quantity.LEVEL, sex=Sex.GAP),
    ],
}


@pytest.mark.parametrize(("unit", "line"), [(unit, line) for unit, lines in UNITS.items() for line in lines])
def test_a_value_has_the_unit_in_which_its_line_is_compared(unit: Unit, line: Line) -> None:
    agreement = fold(given(*an_agreement_in_force(agreed(line))).records)
    assert agreement is not None
    assert lines_of([agreement])["line_units"] == {(agreement.id, line.id): unit}

"""Forms of a line, figures that are known late, and the key figures of the ordinance in its own form."""

from fractions import Fraction

import pytest

from domain.figures import Form, Series
from domain.lacking import Lacking
from domain.outlook import outlook
from domain.results import LineResult
from domain.supplementary import of_the_ordinance
from domain.terms import Line, Quantity
from domain.values import shift, span
from interfaces.german import results as text
from tests.builders import a_line, a_load, a_released, a_state, agreed, at_least, at_most, drafted, monthly, ytd
from tests.domain.given import given
from tests.domain.test_outcomes import ON

SHARE = a_line(measure="INT_BD_SHARE", quantity=Quantity.LEVEL)


def in_form(line: Line, form: Form) -> Line:
    return line.model_copy(update={"form": form})


def rolling(measure: str, month: str, cell: str) -> Series:
    return ytd(measure, month, cell).model_copy(update={"form": Form.ROLLING})


def covered(year: int, integrations: list[int], covering: list[int]) -> list[Series]:
    return [monthly("INT", f"{year}-01", integrations), monthly("INT_BD", f"{year}-01", covering)]


def share(month: str, *series: Series, waited: int = 0) -> LineResult:
    life = given(drafted(agreed(SHARE)), a_released(a_load(month, *series, waited=waited)))
    return life.line("zeile", month, waited)


def test_a_share_known_three_months_later_shows_the_months_there_are() -> None:
    result = share("2026-06", *covered(2026, [100] * 6, [40, 50, 60]))
    assert result.derivation is not None
    current = result.derivation.current
    assert (current.month, current.fraction) == ("2026-03", Fraction(100 * 150, 300))
    assert [used.months for used in current.inputs] == [span("2026-01", "2026-03")] * 2
    assert "Monate bis März 2026" in text.derivation(result)


def test_late_months_that_nobody_can_know_do_not_count() -> None:
    result = share("2026-06", *covered(2026, [100] * 6, [40, 50, 60, 99, 99, 99]))
    assert result.derivation is not None
    assert result.derivation.current.fraction == 50


def test_after_three_months_of_waiting_every_month_counts() -> None:
    result = share("2026-06", *covered(2026, [100] * 6, [40, 50, 60, 50, 50, 50]), waited=3)
    assert result.derivation is not None
    assert result.derivation.current.month is None
    assert result.derivation.current.fraction == 50


def test_before_there_is_a_month_it_is_said_when_there_will_be_one() -> None:
    result = share("2026-02", *covered(2026, [100, 100], [40, 50]))
    assert result.derivation is None
    assert "Berichtsmonat 2026-04" in (result.not_assessable_because or "")


def test_both_years_are_compared_over_the_same_months() -> None:
    line = a_line(at_least("10"), measure="INT_BD_SHARE")
    loads = (
        a_load("2026-06", *covered(2026, [100] * 6, [55] * 3)),
        a_load("2025-06", *covered(2025, [100] * 6, [50] * 6)),
    )
    result = given(drafted(agreed(line)), *map(a_released, loads)).line("zeile", "2026-06")
    assert result.derivation is not None
    assert result.derivation.baseline is not None
    assert (result.state, result.derivation.baseline.month) == (ON, "2025-03")


@pytest.mark.parametrize(("form", "value"), [(Form.YEAR_TO_DATE, 4), (Form.MONTHLY, 3), (Form.ROLLING, 74)])
def test_a_line_is_formed_in_its_form(form: Form, value: int) -> None:
    months = span(shift("2026-02", -12), "2026-02")
    integrations = [10 * n for n in [0, *[7] * 10, 1, 3]]
    series = monthly("INT", months[0], integrations), monthly("ELB", shift(months[0], -1), [1000] * 14)
    line = in_form(a_line(quantity=Quantity.LEVEL), form)
    result = given(drafted(agreed(line)), a_released(a_load("2026-02", *series))).line("zeile", "2026-02")
    assert result.derivation is not None
    assert result.form is form
    assert result.derivation.current.fraction == value


def test_a_rolling_value_delivered_as_such_counts_and_the_text_says_the_form() -> None:
    line = in_form(a_line(at_least("30"), quantity=Quantity.LEVEL), Form.ROLLING)
    load = a_load("2026-05", rolling("K2", "2026-05", "1200/4000"))
    result = given(drafted(agreed(line)), a_released(load)).line("zeile", "2026-05")
    assert result.state is ON
    assert "gleitender Jahreswert" in text.derivation(result)


def test_the_text_says_where_the_ordinance_forms_the_figure_otherwise() -> None:
    load = a_load("2026-01", monthly("INT", "2026-01", [30]), monthly("ELB", "2025-12", [1000]))
    result = given(drafted(agreed(a_line(quantity=Quantity.LEVEL))), a_released(load)).line("zeile", "2026-01")
    assert "(dort als gleitender Jahreswert, hier als Jahresfortschrittswert)" in text.derivation(result)


def test_every_figure_of_the_ordinance_is_read_in_its_own_form_and_says_what_is_missing() -> None:
    months = {year: a_load(f"{year}-05", monthly("LZB", f"{year}-05", [n])) for year, n in ((2025, 1000), (2026, 975))}
    rates = a_load("2026-05", rolling("K2", "2026-05", "30.0"))
    life = given(drafted(agreed(a_line())), *map(a_released, months.values()), a_released(rates, "quote"))
    found = {line.measure: line for line in of_the_ordinance(life.attainment, a_state("2026-05"))}
    assert [code for code in found if code[:2] == "K1"] == ["K1", "K1E1", "K1E2", "K1E3", "K1E4"]
    assert len(found) == 15
    shown = {code: str(line.derivation.compared.rounded) for code, line in found.items() if line.derivation}
    assert shown == {"K2": "30.0", "K3": "-2.5"}
    assert {found["K2"].form, found["K3"].form} == {Form.ROLLING, Form.MONTHLY}
    assert all(line.not_assessable_because for line in found.values() if not line.derivation)


def test_means_of_rates_say_that_their_weights_are_unsettled() -> None:
    series = monthly("ELB_ZUGANG", "2026-01", [30]), monthly("ELB", "2026-01", [1000])
    line = a_line(measure="K1E3", quantity=Quantity.LEVEL)
    result = given(drafted(agreed(line)), a_released(a_load("2026-01", *series))).line("zeile", "2026-01")
    assert result.derivation is not None
    assert "ungewichtet; ob nach dem Bestand zu gewichten ist" in result.derivation.current.formula


def test_values_of_two_revisions_are_marked_and_never_mixed_in_an_outlook() -> None:
    line = a_line(at_most("-2.5"), measure="LZB")
    now = a_load("2026-05", monthly("LZB", "2026-01", [990] * 5), revision="revision-2026")
    before = a_load("2025-05", monthly("LZB", "2025-01", [1000] * 5))
    december = a_load("2025-12", monthly("LZB", "2025-01", [1000] * 12))
    life = given(drafted(agreed(line)), *map(a_released, (before, december, now)))
    result = life.line("zeile", "2026-05")
    assert [caveat.value for caveat in result.caveats] == ["revisions"]

    with pytest.raises(Lacking, match="vermischt wird nicht"):
        outlook(life.attainment, line, result)

"""What each reader of a comparison sees does not depend on what others agreed."""

from collections.abc import Sequence
from functools import reduce

import pytest

from application.comparison.comparison import Comparisons
from application.comparison.place import NOT_IN_IT, Standing
from application.comparison.rows import rows
from application.lists.agreement_course import evolve, fold
from domain.figures import Load
from domain.measures import Better
from domain.terms import Line, Quantity, Sex
from infrastructure.journal import Journal
from infrastructure.projector import Views
from tests.application.test_comparing import both_years, lines, load, of, shown, write
from tests.application.test_lists import CELLE
from tests.builders import (
    COUNTY,
    MINISTRY,
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_least,
    bound,
    k2,
    monthly,
)
from tests.domain.given import given


def of_eight(month: str, taken_up: int) -> Load:
    """The year so far of eight persons taken up in subsidised work of 4,000."""
    number, year = int(month[5:]), int(month[:4])
    stock = monthly("ELB", f"{year - 1}-12", [4000] * (number + 1))
    return a_load(month, monthly("BS_2AM", f"{year}-01", [taken_up] * number), stock)


SUBSIDISED = a_line(bound("at_most", "5.3"), id="gefoerdert", measure="K2E2")


def with_subsidised(month: str, integrations: int, taken_up: int) -> Load:
    whole = load(month, integrations, 980)
    return whole.model_copy(update={"series": (*whole.series, of_eight(month, taken_up).series[0])})


def of_both_years(now: int, before: int) -> Life:
    earlier = with_subsidised("2025-02", 100, before)
    return [a_released(earlier, "vorher"), a_released(with_subsidised("2026-02", 106, now), "jetzt")]


OTHERWISE = (
    SUBSIDISED.model_copy(update={"quantity": Quantity.LEVEL}),
    a_line(measure="K2E2", id="punkte", quantity=Quantity.POINTS),
    a_line(at_least("4"), id="frauen", sex=Sex.WOMEN),
    a_line(measure="EGL_IST", id="mittel"),
    a_line(measure="K1E4", id="abgang"),
)


@pytest.mark.parametrize("others", [lines(), (SUBSIDISED,), OTHERWISE])
def test_what_was_agreed_with_others_does_not_show_in_what_a_county_compares(
    journal: Journal, views: Views, comparisons: Comparisons, others: Sequence[Line]
) -> None:
    write(journal, "heidekreis", of_both_years(9, 8))
    write(journal, "celle", of_both_years(12, 8), agreed_on=others)
    write(journal, "verden", agreed_on=others)
    views.catch_up()
    figures = comparisons.compared(COUNTY, "03", 2026).figures
    ranked = [("03351", "compared", 1), ("03358", "compared", 1), ("03361", "missing", None)]
    unranked = [(county, standing, None) for county, standing, _ in ranked]
    assert [(one.key.measure, one.key.sex, one.key.quantity, shown(one.places)) for one in figures] == [
        ("ELB", Sex.TOTAL, Quantity.CHANGE, ranked),
        ("K2", Sex.TOTAL, Quantity.CHANGE, ranked),
        ("K2E2", Sex.TOTAL, Quantity.CHANGE, unranked),
        ("LZB", Sex.TOTAL, Quantity.CHANGE, ranked),
    ]


def test_a_ministry_sees_every_jobcenter_whatever_was_agreed_there(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    write(journal, "heidekreis", of_both_years(9, 8))
    write(journal, "celle", of_both_years(12, 8), agreed_on=[SUBSIDISED])
    write(journal, "verden", both_years("2026-02", 106, 100))
    views.catch_up()
    places = of(comparisons.compared(MINISTRY, "03", 2026), "K2E2").places
    assert shown(places) == [
        ("03358", "compared", 1),
        ("03351", "compared", 2),
        ("03361", "not_assessable", None),
    ]
    assert [place.agreed is not None for place in places] == [False, True, False]
    assert places[2].not_assessable_because == NOT_IN_IT.german


def test_beside_an_agreed_level_points_or_sex_stands_what_the_others_have_released_of_it(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    level, points = (a_line(id=one, quantity=Quantity(one)) for one in ("level", "points"))
    women = a_line(id="frauen", sex=Sex.WOMEN, quantity=Quantity.LEVEL)
    gap = a_line(id="abstand", sex=Sex.GAP, quantity=Quantity.LEVEL)
    for county, own in (("heidekreis", (level, points, women, gap)), ("celle", lines())):
        of_sexes = [one for sex in (Sex.WOMEN, Sex.MEN) for one in k2("2026-02", [9, 9], [400] * 3, sex)]
        now = load("2026-02", 106, 980)
        now = now.model_copy(update={"series": (*now.series, *of_sexes)})
        write(journal, county, a_released(load("2025-02", 100, 1000), "vorher"), a_released(now), agreed_on=own)
    views.catch_up()
    found = {
        (figure.key.sex, figure.key.quantity): {str(place.figures and place.figures.compared.exact) for place in places}
        for figure in comparisons.compared(COUNTY, "03", 2026).figures
        if figure.key.measure == "K2" and len(places := figure.places) == 2
    }
    assert found == {
        (Sex.TOTAL, Quantity.CHANGE): {"6"},
        (Sex.TOTAL, Quantity.LEVEL): {"53/10"},
        (Sex.TOTAL, Quantity.POINTS): {"3/10"},
        (Sex.WOMEN, Quantity.LEVEL): {"9/2"},
        (Sex.GAP, Quantity.LEVEL): {"0"},
    }


def test_funds_and_expectations_are_compared_only_where_agreed(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    funds = [a_released(a_load(month, monthly("EGL_IST", month, [5]))) for month in ("2025-01", "2026-01")]
    write(journal, "celle", funds)
    views.catch_up()
    assert {one.key.measure for one in comparisons.compared(MINISTRY, "03", 2026).figures} == {"K2", "LZB"}
    write(journal, "heidekreis", funds, agreed_on=[a_line(measure="EGL_IST")])
    views.catch_up()
    assert shown(of(comparisons.compared(COUNTY, "03", 2026), "EGL_IST").places) == [
        ("03351", "compared", None),
        ("03358", "compared", None),
    ]


def test_what_a_load_state_brings_is_formed_once_until_its_loads_move() -> None:
    january, february = "2026-01 (t-0)", "2026-02 (t-0)"
    life = given(an_agreement_in_force(agreed(*lines())), both_years("2026-02", 106, 100))
    longer = life.and_then(a_released(load("2026-01", 100, 980)))
    corrected = longer.and_then(a_released(load("2025-02", 90, 980), "neu", "vorher", "transmission_error"))
    case = fold(life.records)
    later = reduce(evolve, longer.records[len(life.records) :], case)
    latest = reduce(evolve, corrected.records[len(longer.records) :], later)
    assert case
    assert later
    assert latest
    first, second, third = (rows(one) for one in (case, later, latest))
    assert first[february] is second[february] is not third[february]
    assert second[january] is third[january]


def test_of_what_others_have_released_a_county_is_not_told_which_direction_they_agreed_on(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    subsidised = [a_released(of_eight("2025-02", 8), "vorher"), a_released(of_eight("2026-02", 9), "jetzt")]
    write(journal, "celle", subsidised, agreed_on=[SUBSIDISED])
    write(journal, "verden", agreed_on=[SUBSIDISED])
    views.catch_up()
    ministry, county = (of(comparisons.compared(actor, "03", 2026), "K2E2") for actor in (MINISTRY, COUNTY))
    assert (ministry.better, shown(ministry.places)[0]) == (Better.DOWN, ("03351", "compared", 1))
    assert (county.better, shown(county.places)[0]) == (None, ("03351", "compared", None))
    own = of(comparisons.compared(CELLE, "03", 2026), "K2E2")
    assert (own.better, own.places[0].rank) == (Better.DOWN, 1)


def test_a_county_is_told_that_another_has_no_year_before_and_of_no_delivery(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    write(journal, "celle", a_released(load("2026-02", 120, 950), "jetzt"))
    partial = a_load("2026-02", monthly("LZB", "2026-01", [950, 950]))
    write(journal, "verden", a_released(load("2025-02", 1, 1), "vorher"), a_released(partial, "teil"))
    views.catch_up()
    places = {place.counties[0].ags: place for place in of(comparisons.compared(COUNTY, "03", 2026)).places}
    assert (places["03351"].standing, places["03361"].standing) == (Standing.NOT_ASSESSABLE, Standing.NOT_ASSESSABLE)
    assert places["03351"].not_assessable_because == "Zum Ladestand 2025-02 (t-0) ist keine Lieferung freigegeben."
    assert places["03361"].not_assessable_because == NOT_IN_IT.german
    ministry = {place.counties[0].ags: place for place in of(comparisons.compared(MINISTRY, "03", 2026)).places}
    assert "teil" in (ministry["03361"].not_assessable_because or "")

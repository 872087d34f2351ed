"""Comparison: every Jobcenter at one load state, ranked and added up, and what a county sees of the others."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from application.comparison.comparison import ComparedFigure, Comparison, Comparisons
from application.comparison.place import ComparedPlace
from application.lists.reading import Lists
from domain.facts import AgreementTerminated, FiguresDelivered
from domain.figures import Load
from domain.measures import Better
from domain.record import Actor, Role
from domain.terms import Line, Quantity
from infrastructure.journal import Journal
from infrastructure.projector import Views
from tests.application.lives import recorded
from tests.application.test_lists import AUDITOR, CELLE, OTHER_LAND, START
from tests.builders import (
    A_SCAN,
    COMMITTEE,
    COUNTY,
    MINISTRY,
    Happened,
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_least,
    at_most,
    drafted,
    k2,
    monthly,
)

COUNTIES = {"heidekreis": "03358", "celle": "03351", "verden": "03361", "friesland": "03455"}
STRANGER = replace(COUNTY, person="otto-ohne", party="oldenburg", scope="03458")


def lines(name: str = "k2") -> tuple[Line, ...]:
    return a_line(at_least("5.3"), id=name), a_line(id="bestand", measure="LZB")


def load(month: str, integrations: int, persons: int, *, waited: int = 0) -> Load:
    number, year = int(month[5:]), month[:4]
    return a_load(
        month,
        *k2(month, [integrations] * number, [4000] * (number + 1)),
        monthly("LZB", f"{year}-01", [persons] * number),
        waited=waited,
    )


def write(
    journal: Journal,
    county: str,
    *life: Life,
    name: str = "k2",
    start: datetime = START,
    agreed_on: Sequence[Line] | None = None,
) -> None:
    terms = agreed(*(agreed_on or lines(name)))
    drafts = recorded(an_agreement_in_force(terms), *life, county=county, ags=COUNTIES[county])
    for n, draft in enumerate(drafts):
        journal.append([draft], now=start + timedelta(minutes=n))


def both_years(month: str, integrations: int, before: int, persons: int = 980) -> Life:
    earlier = f"{int(month[:4]) - 1}{month[4:]}"
    return [a_released(load(earlier, before, 1000), "vorher"), a_released(load(month, integrations, persons), "jetzt")]


def four(journal: Journal, views: Views) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    write(journal, "celle", both_years("2026-02", 120, 100, 950), name="k2-celle")
    write(journal, "verden", both_years("2026-01", 200, 100))
    write(journal, "friesland")
    views.catch_up()


def of(found: Comparison, measure: str = "K2") -> ComparedFigure:
    return next(figure for figure in found.figures if figure.key.measure == measure)


def shown(places: Sequence[ComparedPlace]) -> list[tuple[str | None, str, int | None]]:
    return [(place.counties[0].ags, place.standing, place.rank) for place in places]


def test_a_ministry_sees_every_jobcenter_at_one_load_state_ranked_by_what_is_better(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    four(journal, views)
    found = comparisons.compared(MINISTRY, "03", 2026)
    assert (str(found.load_state), found.agreements) == ("2026-02 (t-0)", 4)
    rate, stock = of(found), of(found, "LZB")
    assert (rate.better, stock.better) == (Better.UP, Better.DOWN)
    assert shown(rate.places) == [
        ("03351", "compared", 1),
        ("03358", "compared", 2),
        ("03361", "unequal", None),
        ("03455", "missing", None),
    ]
    assert [place.rank for place in stock.places] == [1, 2, None, None]
    first, second, unequal, missing = rate.places
    assert first.figures is not None
    assert second.agreed is not None
    assert second.agreed.gap is not None
    assert (str(first.figures.compared.rounded), str(second.agreed.state)) == ("20.0", "on_course")
    assert second.agreed.gap.whole == 0
    assert first.agreed is not None
    assert (first.agreed.line_id, second.agreed.line_id) == ("k2-celle", "k2"), (
        "lines are compared by what they measure"
    )
    assert (str(unequal.latest), unequal.figures, unequal.agreed) == ("2026-01 (t-0)", None, None)
    assert (missing.latest, missing.figures) == (None, None)
    assert missing.comparison_type is not None
    assert (missing.comparison_type.label, first.comparison_type) == ("IIc", None)


def test_the_total_is_a_rate_of_sums_and_says_how_many_it_covers(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    four(journal, views)
    found = comparisons.compared(MINISTRY, "03", 2026)
    rate, stock = of(found), of(found, "LZB")
    assert rate.total is not None
    assert (rate.total.covers, len(rate.places), rate.ranked) == (2, 4, 2)
    assert Fraction(rate.total.current) == Fraction(100 * (212 + 240), 8000)
    assert Fraction(rate.total.compared.exact) == (Fraction(452, 400) - 1) * 100
    assert stock.total is not None
    assert (stock.total.current, stock.total.baseline) == ("1930", "2000")


def test_another_month_is_compared_at_that_month(journal: Journal, views: Views, comparisons: Comparisons) -> None:
    four(journal, views)
    found = comparisons.compared(MINISTRY, "03", 2026, month="2026-01")
    assert [(place.counties[0].ags, place.standing) for place in of(found).places] == [
        ("03361", "compared"),
        ("03351", "unequal"),
        ("03358", "unequal"),
        ("03455", "missing"),
    ]
    waited = comparisons.compared(MINISTRY, "03", 2026, month="2026-02", waited=3)
    assert {place.rank for figure in waited.figures for place in figure.places} == {None}
    assert of(waited).no_total_because is not None


def test_a_county_sees_its_own_whole_and_of_the_others_what_was_released(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    four(journal, views)
    ministry, county = (comparisons.compared(actor, "03", 2026) for actor in (MINISTRY, COUNTY))
    assert shown(of(county).places) == shown(of(ministry).places)
    own, other = of(county).places[1], of(county).places[0]
    assert own == of(ministry).places[1]
    assert (other.figures, other.rank) == (of(ministry).places[0].figures, 1)
    assert (other.agreement_id, other.agreed) == (None, None)
    assert of(county).total == of(ministry).total
    for word in ("k2-celle", "celle.", "minna", "karl", "Erfassung", "lieferung"):
        assert word not in county.model_dump_json()


@pytest.mark.parametrize(
    ("reader", "agreements"),
    [
        (MINISTRY, 4),
        (AUDITOR, 4),
        (COMMITTEE, 4),
        (COUNTY, 4),
        (CELLE, 4),
        (STRANGER, 0),
        (OTHER_LAND, 0),
        (Actor("pruefung-hk", Role.AUDITOR, "Prüfung", "test", scope="03358"), 1),
        (Actor("betrieb", Role.OPERATOR, "Betrieb", "test"), 0),
    ],
)
def test_who_has_no_agreement_here_sees_nothing_of_the_others(
    journal: Journal, views: Views, comparisons: Comparisons, reader: Actor, agreements: int
) -> None:
    four(journal, views)
    found = comparisons.compared(reader, "03", 2026)
    assert found.agreements == agreements
    assert bool(found.figures) == bool(agreements)


def test_what_is_not_released_is_not_compared(journal: Journal, views: Views, comparisons: Comparisons) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    pending = FiguresDelivered(delivery_id="offen", load=load("2026-02", 150, 1))
    write(journal, "celle", a_released(load("2025-02", 100, 1000), "vorher"), Happened(pending))
    views.catch_up()
    for reader in (MINISTRY, COUNTY):
        found = comparisons.compared(reader, "03", 2026)
        assert shown(of(found).places)[1] == ("03351", "missing", None)


def test_only_what_binds_is_compared(journal: Journal, views: Views, comparisons: Comparisons) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    write(journal, "celle", both_years("2026-02", 120, 100), AgreementTerminated(party="celle", document=A_SCAN))
    for draft in recorded(drafted(agreed(*lines())), both_years("2026-02", 130, 100), county="verden", ags="03361"):
        journal.append([draft], now=START)
    views.catch_up()
    assert comparisons.compared(MINISTRY, "03", 2026).agreements == 1
    for land, year, track in (("03", 2027, 4), ("05", 2026, 4), ("03", 2026, 2)):
        assert comparisons.compared(AUDITOR, land, year, track=track).figures == ()


def test_without_the_year_before_a_jobcenter_is_shown_and_not_ranked(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    write(journal, "celle", a_released(load("2026-02", 120, 950), "jetzt"))
    views.catch_up()
    places = of(comparisons.compared(MINISTRY, "03", 2026)).places
    assert shown(places) == [("03358", "compared", 1), ("03351", "not_assessable", None)]
    assert places[1].agreed is not None
    assert "2025-02" in (places[1].agreed.not_assessable_because or "")


def test_a_level_of_the_years_end_is_ranked_during_the_year_and_judged_by_nobody(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    level = a_line(at_least("28.4"), quantity=Quantity.LEVEL)
    for county, integrations in (("heidekreis", 106), ("celle", 120)):
        write(journal, county, a_released(load("2026-02", integrations, 950)), agreed_on=[level])
    views.catch_up()
    places = of(comparisons.compared(MINISTRY, "03", 2026)).places
    assert shown(places) == [("03351", "compared", 1), ("03358", "compared", 2)]
    assert [place.agreed and place.agreed.state for place in places] == ["not_assessable"] * 2


def test_equal_values_share_a_rank_and_the_next_one_counts_all_before(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    for county, now in (("heidekreis", 110), ("celle", 110), ("verden", 105)):
        write(journal, county, both_years("2026-02", now, 100))
    views.catch_up()
    assert [place.rank for place in of(comparisons.compared(MINISTRY, "03", 2026)).places] == [1, 1, 3]


def test_a_comparison_as_it_was_known(journal: Journal, views: Views, comparisons: Comparisons) -> None:
    write(journal, "heidekreis", both_years("2026-02", 106, 100))
    write(journal, "celle", both_years("2026-02", 120, 100), start=START + timedelta(days=1))
    views.catch_up()
    lists = Lists(journal, views)
    before = comparisons.compared(MINISTRY, "03", 2026, at=lists.as_of(START + timedelta(hours=1)))
    assert shown(of(before).places) == [("03358", "compared", 1)]
    assert comparisons.compared(MINISTRY, "03", 2026).agreements == 2
    assert comparisons.compared(MINISTRY, "03", 2026, at=lists.as_of(START - timedelta(hours=1))).figures == ()


def test_lines_that_wait_longer_or_compare_with_another_year_are_compared_with_their_like(
    journal: Journal, views: Views, comparisons: Comparisons
) -> None:
    plain = a_line(at_most("-2.5"), id="bestand", measure="LZB")
    waits, earlier, year_before = (
        plain.model_copy(update=own) for own in ({"months_waited": 3}, {"base_year": 2024}, {"base_year": 2025})
    )
    for county, line in {"heidekreis": plain, "celle": waits, "verden": earlier, "friesland": year_before}.items():
        loads = [load(f"{year}-02", 100, year - 1000, waited=wait) for year in (2024, 2025, 2026) for wait in (0, 3)]
        fed = [a_released(one, f"l{number}") for number, one in enumerate(loads)]
        write(journal, county, fed, agreed_on=[line])
    views.catch_up()

    def ranked(waited: int = 0) -> dict[tuple[int | None, int | None], set[str | None]]:
        found = comparisons.compared(MINISTRY, "03", 2026, month="2026-02", waited=waited)
        return {
            (figure.key.base_year, figure.key.months_waited): {
                place.counties[0].ags for place in figure.places if place.agreed and place.rank
            }
            for figure in found.figures
            if figure.key.measure == "LZB"
        }

    alike = {COUNTIES["heidekreis"], COUNTIES["friesland"]}
    celle, verden = COUNTIES["celle"], COUNTIES["verden"]
    assert ranked() == {(None, None): alike, (None, 3): {celle}, (2024, None): {verden}}
    assert ranked(3) == {(None, None): alike | {celle}, (2024, None): {verden}}

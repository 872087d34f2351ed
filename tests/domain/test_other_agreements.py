"""Six agreements of other kinds, every one invented: drafted, signed, fed with figures and judged."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from domain.acts.drafting import DraftAgreement
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.acts.signing import SignAgreement
from domain.attainment import LineState
from domain.facts.signing import SignatureForm
from domain.figures import Load
from domain.measures import Unit
from domain.parties import Party, Side
from domain.record import Actor, Role
from domain.results import Gap, LineResult
from domain.standing import standing
from domain.state import Status
from domain.terms import Quantity, Sex, Terms
from domain.values import sha256_of
from tests.builders import (
    A_SCAN,
    CLERK,
    HEIDEKREIS,
    MINISTRY,
    a_line,
    a_load,
    agreed,
    at_least,
    at_most,
    bound,
    k2,
    monthly,
    name_of,
)
from tests.domain.given import Given, given

ON, OFF, OPEN = LineState.ON_COURSE, LineState.OFF_COURSE, LineState.NOT_ASSESSABLE
LAND, KREIS = HEIDEKREIS.parties
ECONOMY = Party(id="ni-mw", side=Side.LAND, name="Ministerium für Wirtschaft (erfunden)", ags="03")
YEAR = range(1, 13)


def acting_for(party: Party) -> Actor:
    role = Role.LAND if party.side is Side.LAND else Role.COUNTY
    return Actor(f"person-{party.id}", role, "Leitung", "test", party=party.id, scope=party.ags or "")


def drafted(terms: Terms, by: Actor = CLERK) -> Given:
    request = DraftAgreement(occurred_on=date(2026, 1, 15), terms=terms)
    return given().when(request, by=by).then_nothing_noticed().recorded


def signed_by(life: Given, party: Party) -> Given:
    request = SignAgreement(
        occurred_on=date(2026, 2, 10),
        terms_hash=sha256_of(life.agreement.terms),
        signatory="jens-grote",
        office="Leitung",
        form=SignatureForm.ELECTRONIC,
        place="Celle",
        document=A_SCAN,
    )
    return life.when(request, by=acting_for(party)).then_nothing_noticed().recorded


def fed(life: Given, *loads: Load) -> Given:
    for load in loads:
        day = max(load.loaded_on, date(2026, 2, 10))
        deliver = DeliverFigures(occurred_on=day, delivery_id=name_of(load), load=load)
        life = life.when(deliver, by=CLERK).then_nothing_noticed().recorded
        release = ReleaseFigures(occurred_on=day, delivery_id=name_of(load))
        life = life.when(release, by=MINISTRY).then_nothing_noticed().recorded
    return life


def concluded(terms: Terms, by: Actor = CLERK) -> Given:
    life = drafted(terms, by)
    for party in terms.parties:
        life = signed_by(life, party)
    assert life.agreement.status is Status.IN_FORCE
    return life


def judged(life: Given, month: str) -> tuple[LineResult, Gap]:
    (goal,) = standing(life.attainment, month)
    (line,) = goal.lines
    assert [verdict.state for verdict in goal.verdicts] == [line.state]
    assert line.gap is not None
    return line, line.gap


def a_year(year: int, integrations: int, stock: int) -> Load:
    """The same integrations and the same stock in every month of a year."""
    return a_load(f"{year}-12", *k2(f"{year}-12", [integrations for _ in YEAR], [stock for _ in range(13)]))


@pytest.mark.parametrize(
    ("integrations", "state", "reserve"),
    [(93, ON, 0), (92, OFF, 12), (100, ON, -84)],
)
def test_a_permitted_decline(integrations: int, state: LineState, reserve: int) -> None:
    """„Die Integrationsquote sinkt um höchstens 7,0 %“: the change is at least −7.0."""
    life = concluded(agreed(a_line(at_least("-7.0"))))
    line, gap = judged(fed(life, a_year(2025, 100, 4000), a_year(2026, integrations, 4000)), "2026-12")
    assert (line.state, gap.unit, Fraction(gap.exact)) == (state, Unit.INTEGRATIONS, Fraction(reserve))


@pytest.mark.parametrize(
    ("stocks", "state", "whole"),
    [([150] * 12, ON, 0), ([151] * 12, OFF, 1), ([150] * 11 + [151], ON, 0), ([151, 151] + [151] * 10, OFF, 1)],
)
def test_a_strict_bound_on_persons(stocks: list[int], state: LineState, whole: int) -> None:
    """„Im Jahresmittel weniger als 151 Langzeitleistungsbeziehende“."""
    fewer = bound("less_than", "151", Unit.PERSONS)
    life = concluded(agreed(a_line(fewer, measure="LZB", quantity=Quantity.LEVEL)))
    line, gap = judged(fed(life, a_load("2026-12", monthly("LZB", "2026-01", stocks))), "2026-12")
    assert (line.state, gap.unit, gap.whole) == (state, Unit.PERSONS, whole)


@pytest.mark.parametrize(
    ("last", "state", "missing"), [("208000.00", ON, "0"), ("207999.99", ON, "-0.01"), ("208000.01", OFF, "0.01")]
)
def test_a_level_in_euro(last: str, state: LineState, missing: str) -> None:
    """„Die Leistungen zum Lebensunterhalt übersteigen 2.496.000 Euro nicht“."""
    ceiling = at_most("2496000", Unit.EUR)
    life = concluded(agreed(a_line(ceiling, measure="LLU", quantity=Quantity.LEVEL)))
    amounts = ["208000.00"] * 11 + [last]
    line, gap = judged(fed(life, a_load("2026-12", monthly("LLU", "2026-01", amounts))), "2026-12")
    assert (line.state, gap.unit, Fraction(gap.exact)) == (state, Unit.EUR, Fraction(missing))
    in_summer = fed(life, a_load("2026-06", monthly("LLU", "2026-01", amounts[:6]))).line("zeile", "2026-06")
    assert in_summer.state is OPEN


def test_interim_bounds_for_every_month() -> None:
    """„Zielwert 24 %, als Zwischenwert in jedem Monat zwei Prozent mehr“: 80 integrations a month on 4,000."""
    interim = {f"2026-{month:02d}": at_least(str(2 * month)) for month in range(1, 12)}
    terms = agreed(a_line(at_least("24"), quantity=Quantity.LEVEL, interim=interim))
    life = concluded(terms)
    integrations = [80, 79, 81, 80, 60, 100, 80, 80, 80, 80, 80, 79]
    for month in YEAR:
        report_month = f"2026-{month:02d}"
        life = fed(life, a_load(report_month, *k2(report_month, integrations[:month], [4000] * (month + 1))))
    states = [judged(life, f"2026-{month:02d}")[0].state for month in YEAR]
    assert states == [ON, OFF, ON, ON, OFF, ON, ON, ON, ON, ON, ON, OFF]
    assert [judged(life, f"2026-{month:02d}")[0].interim for month in YEAR] == [True] * 11 + [False]
    assert judged(life, "2026-05")[1].whole == 20


def by_sex(year: int, women: Sequence[int], men: Sequence[int]) -> Load:
    month = f"{year}-12"
    return a_load(month, *k2(month, women, [2000] * 13, Sex.WOMEN), *k2(month, men, [2000] * 13, Sex.MEN))


@pytest.mark.parametrize(("women", "state", "points"), [(45, ON, 0), (44, OFF, "0.6"), (46, ON, "-0.6")])
def test_a_distance_between_the_sexes(women: int, state: LineState, points: object) -> None:
    """„Die Integrationsquote der Männer liegt höchstens 3 Prozentpunkte über der der Frauen“."""
    line = a_line(at_most("3", Unit.PERCENTAGE_POINTS), sex=Sex.GAP, quantity=Quantity.LEVEL)
    result, gap = judged(fed(concluded(agreed(line)), by_sex(2026, [women] * 12, [50] * 12)), "2026-12")
    assert (result.state, gap.unit) == (state, Unit.PERCENTAGE_POINTS)
    assert Fraction(gap.exact) == Fraction(str(points))
    assert result.derivation is not None
    assert [part.inputs[0].sex for part in result.derivation.current.parts] == [Sex.MEN, Sex.WOMEN]


def test_a_distance_between_the_sexes_that_shrinks() -> None:
    """„Der Abstand verringert sich um mindestens 10 %“: from 3.0 to 2.4 points is a fifth."""
    line = a_line(at_most("-10"), sex=Sex.GAP)
    life = fed(concluded(agreed(line)), by_sex(2025, [45] * 12, [50] * 12), by_sex(2026, [46] * 12, [50] * 12))
    result, _ = judged(life, "2026-12")
    assert result.state is ON
    assert result.derivation is not None
    assert result.derivation.compared.exact == "-20"


def test_two_ministries_and_a_county_are_bound_when_all_three_have_signed() -> None:
    terms = agreed(a_line(at_least("1"))).model_copy(update={"parties": (LAND, ECONOMY, KREIS)})
    life = drafted(terms)
    for number, party in enumerate(terms.parties, 1):
        assert life.agreement.binding_since is None
        life = signed_by(life, party)
        assert life.agreement.status is (Status.IN_FORCE if number == 3 else Status.PARTLY_SIGNED)
    assert life.agreement.binding_since == date(2026, 2, 10)
    assert life.agreement.signed_on.keys() == {"ni-ms", "ni-mw", "heidekreis"}
    line, gap = judged(fed(life, a_year(2025, 100, 4000), a_year(2026, 101, 4000)), "2026-12")
    assert (line.state, gap.whole) == (ON, 0)


def test_either_ministry_may_draft_for_both() -> None:
    terms = agreed(a_line(at_least("1"))).model_copy(update={"parties": (LAND, ECONOMY, KREIS)})
    request = DraftAgreement(occurred_on=date(2026, 1, 15), terms=terms)
    for ministry in (MINISTRY, replace(MINISTRY, party="ni-mw")):
        given().when(request, by=ministry).then_nothing_noticed()

"""Figures in a line: rates as what they divide, counts, and several years in one table."""

from application.reading.agreement_at import AgreementAt
from domain.figures import Load, LoadState
from domain.values import Month
from tests.specs import loads
from tests.specs.language import given, month
from tests.specs.loads import Table
from tests.specs.world import World, transmission_error

RATE = "Integrationsquote"


def of_rate(state: LoadState, rate: str, sex: str | None = None, **values: str) -> Load:
    """A load of nothing but the rate, or that of a sex."""
    name = f"{RATE}, {sex}" if sex else RATE
    return loads.to_date(state, [["Größe", "Wert"], [name, rate]]).model_copy(update=values)


@given(
    "zum Ladestand {state:State} ist die Integrationsquote{of:OfSex} mit {rate:Rate} geliefert und freigegeben"
    " (erfundene Werte)"
)
def rate_released(world: World, state: LoadState, of: str | None, rate: str) -> None:
    world.deliver_and_release(of_rate(state, rate, of))


@given(
    'als Lieferung "{delivery:Id}" ist zum Ladestand {state:State} die Integrationsquote mit {rate:Rate} geliefert und'
    " freigegeben (erfundene Werte)"
)
def rate_released_as(world: World, delivery: str, state: LoadState, rate: str) -> None:
    world.deliver_and_release(of_rate(state, rate), delivery)


@given(
    'als Revision "{revision:Id}" der Statistik ist zum Ladestand {state:State} die Integrationsquote mit {rate:Rate}'
    " geliefert und freigegeben (erfundene Werte)"
)
def rate_released_revised(world: World, revision: str, state: LoadState, rate: str) -> None:
    world.deliver_and_release(of_rate(state, rate, revision=revision))


@given(
    'wegen eines Übermittlungsfehlers in "{delivery:Id}" ist die Integrationsquote{of:OfSex} mit {rate:Rate} neu'
    " geliefert und freigegeben, alles andere wie zuvor (erfundene Werte)"
)
def rate_corrected(world: World, delivery: str, of: str | None, rate: str) -> None:
    attainment = AgreementAt(world.journal.records(world.agreement_id)).attainment
    before = attainment.delivered[delivery].load
    name = f"{RATE}, {of}" if of else RATE
    year = before.state.report_month[:4]
    spread = loads.year(int(year), 1, [["Größe", year], [name, rate]])
    corrected = {
        (one.measure, one.sex, one.form): one for one in (*spread.series, *of_rate(before.state, rate, of).series)
    }
    kept = [corrected.get((one.measure, one.sex, one.form), one) for one in before.series]
    assert kept != list(before.series), "Die Berichtigung ändert nichts."
    load = loads.load(before.state, kept)
    world.deliver_and_release(load, f"{delivery}-berichtigt", transmission_error(delivery))


@given(
    "zu den Ladeständen {one:Month} und {other:Month} ohne Wartezeit liegen freigegebene Daten vor (erfundene Werte)"
)
def both_released(world: World, one: Month, other: Month) -> None:
    for report_month in (one, other):
        world.deliver_and_release(loads.usual(LoadState(report_month=report_month, months_waited=0)))


@given("zum Ladestand {state:State} sind {value:Number} {quantity} geliefert und freigegeben (erfundene Werte)")
def count_released(world: World, state: LoadState, value: str, quantity: str) -> None:
    world.deliver_and_release(loads.to_date(state, [["Größe", "Wert"], [quantity, value]]))


@given(
    "diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (erfundene Werte):",
    "diese Jahresfortschrittswerte ohne Wartezeit sind geliefert und freigegeben (veröffentlichte Werte):",
)
def several_released(world: World, datatable: Table) -> None:
    for column, head in enumerate(datatable[0][1:], 1):
        rows = [["Größe", "Wert"], *([row[0], row[column]] for row in datatable[1:])]
        world.deliver_and_release(loads.to_date(LoadState(report_month=month(head), months_waited=0), rows))

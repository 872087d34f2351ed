"""Figures: delivered, released, rejected, corrected."""

from collections.abc import Callable, Mapping
from datetime import date

from domain.acts import figures
from domain.facts.figures import Cause, Correction
from domain.figures import Flag, Flagged, Form, Load, LoadState, Series
from domain.record import Actor
from tests.specs import loads
from tests.specs.language import given, load_state, when
from tests.specs.loads import Table
from tests.specs.world import World, revision_of, transmission_error


@given('das Ministerium hat die Lieferung "{delivery:Id}" zum Ladestand {state:State} geliefert (erfundene Werte)')
def has_delivered(world: World, delivery: str, state: LoadState) -> None:
    load = loads.usual(state)
    world.clock.not_before(load.loaded_on)
    world.deliver(load, delivery)


@when('{actor:Who} die Lieferung "{delivery:Id}" zum Ladestand {state:State} liefert (erfundene Werte)')
def delivers(world: World, actor: Actor, delivery: str, state: LoadState) -> None:
    world.deliver(loads.usual(state), delivery, actor=actor)


@when("das Ministerium zum Ladestand {state:State} diese Monatswerte liefert (erfundene Werte):")
def delivers_these(world: World, state: LoadState, datatable: Table) -> None:
    world.deliver(loads.monthly(state, datatable))


@given("zum Ladestand {state:State} liegen freigegebene Daten vor (erfundene Werte)")
def released(world: World, state: LoadState) -> None:
    world.deliver_and_release(loads.usual(state))


@given(
    "zum Ladestand {state:State} sind diese Monatswerte geliefert und freigegeben (erfundene Werte):",
    "zum Ladestand {state:State} sind diese Monatswerte und Jahresfortschrittswerte geliefert und freigegeben"
    " (erfundene Werte):",
)
def these_released(world: World, state: LoadState, datatable: Table) -> None:
    world.deliver_and_release(loads.monthly(state, datatable))


@given(
    'als Lieferung "{delivery:Id}" sind zum Ladestand {state:State} diese Monatswerte geliefert und freigegeben'
    " (erfundene Werte):"
)
def these_released_as(world: World, delivery: str, state: LoadState, datatable: Table) -> None:
    world.deliver_and_release(loads.monthly(state, datatable), delivery)


@given(
    "zum Ladestand {state:State} sind diese Jahresfortschrittswerte geliefert und freigegeben (erfundene Werte):",
    "zum Ladestand {state:State} sind diese Jahresfortschrittswerte geliefert und freigegeben (veröffentlichte Werte):",
)
def these_to_date_released(world: World, state: LoadState, datatable: Table) -> None:
    world.deliver_and_release(loads.to_date(state, datatable))


@given(
    "die Integrationsquote der Alleinerziehenden ist bis Februar mit {before:Number} und im Jahr darauf mit"
    " {now:Number} Prozent geliefert (erfundene Werte)"
)
def lone_parents_released(world: World, before: str, now: str) -> None:
    for year, value in ((2025, before), (2026, now)):
        table = [["Größe", "Wert"], ["Integrationsquote der Alleinerziehenden", value.replace(".", ",")]]
        world.deliver_and_release(loads.to_date(load_state(f"Februar {year} ohne Wartezeit"), table))


@given("diese Zahlen von Januar bis Dezember sind geliefert und freigegeben (erfundene Werte):")
def years_released(world: World, datatable: Table) -> None:
    for column, year in enumerate(datatable[0][1:], 1):
        world.deliver_and_release(loads.year(int(year), column, datatable), f"jahr-{year}")


@given(
    'wegen eines Übermittlungsfehlers in "{delivery:Id}" sind diese Zahlen neu geliefert und freigegeben'
    " (erfundene Werte):"
)
def year_corrected(world: World, delivery: str, datatable: Table) -> None:
    load = loads.year(int(datatable[0][1]), 1, datatable)
    world.deliver_and_release(load, f"{delivery}-berichtigt", transmission_error(delivery))


@given(
    'wegen eines Übermittlungsfehlers in "{delivery:Id}" sind diese Monatswerte neu geliefert und freigegeben'
    " (erfundene Werte):"
)
def corrected(world: World, delivery: str, datatable: Table) -> None:
    load = loads.monthly(state_of(world, delivery), datatable)
    world.deliver_and_release(load, correction=transmission_error(delivery))


@given(
    'wegen eines Fehlers der Statistik in "{delivery:Id}" sind diese Monatswerte neu geliefert und freigegeben'
    " (erfundene Werte):"
)
def statistics_corrected(world: World, delivery: str, datatable: Table) -> None:
    load = loads.monthly(state_of(world, delivery), datatable)
    world.deliver_and_release(load, correction=Correction(of=delivery, cause=Cause.STATISTICS_ERROR))


@when(
    'das Ministerium wegen eines Übermittlungsfehlers in "{delivery:Id}" nur diese Monatswerte liefert'
    " (erfundene Werte):"
)
@given('wegen eines Übermittlungsfehlers in "{delivery:Id}" sind diese Monatswerte neu geliefert (erfundene Werte):')
def correction_delivered(world: World, delivery: str, datatable: Table) -> None:
    world.deliver(loads.monthly(state_of(world, delivery), datatable), correction=transmission_error(delivery))


@when(
    'das Ministerium wegen eines Übermittlungsfehlers in "{delivery:Id}" Daten zum Ladestand {state:State} liefert'
    " (erfundene Werte)"
)
def delivers_correction(world: World, delivery: str, state: LoadState) -> None:
    world.deliver(loads.usual(state), correction=transmission_error(delivery))


@given(
    'als Revision "{revision:Id}" der Statistik sind zu "{delivery:Id}" diese Monatswerte neu geliefert und freigegeben'
    " (erfundene Werte):"
)
def revised(world: World, revision: str, delivery: str, datatable: Table) -> None:
    load = loads.monthly(state_of(world, delivery), datatable, revision=revision)
    world.deliver_and_release(load, correction=revision_of(delivery))


@given(
    'als Revision "{revision:Id}" der Statistik sind zum Ladestand {state:State} diese Monatswerte geliefert'
    " und freigegeben (erfundene Werte):"
)
def these_released_revised(world: World, revision: str, state: LoadState, datatable: Table) -> None:
    world.deliver_and_release(loads.monthly(state, datatable, revision=revision))


@when(
    'das Ministerium als Revision "{revision:Id}" der Statistik zu "{delivery:Id}" Daten neu liefert (erfundene Werte)'
)
def delivers_revision(world: World, revision: str, delivery: str) -> None:
    load = loads.usual(state_of(world, delivery), revision=revision)
    world.deliver(load, correction=revision_of(delivery))


@given("eine freigegebene Lieferung zum Ladestand {state:State}, in der {peculiarity}")
def peculiar_released(world: World, state: LoadState, peculiarity: str) -> None:
    world.deliver_and_release(PECULIARITIES[peculiarity](loads.usual(state)))


@when("das Ministerium eine Lieferung zum Ladestand {state:State} vorlegt, in der {peculiarity}")
def delivers_peculiar(world: World, state: LoadState, peculiarity: str) -> None:
    world.deliver(PECULIARITIES[peculiarity](loads.usual(state)))


@when("das Ministerium eine Lieferung von mehr als einem Mebibyte vorlegt (erfundene Werte)")
def delivers_too_much(world: World) -> None:
    usual = loads.usual(LoadState(report_month="2026-01", months_waited=0))
    months = {"first": "1901-01", "values": ("123456789012345678.123456789012",) * 1501}
    series = tuple(one.model_copy(update=months | {"form": form}) for one in usual.series for form in Form)
    world.clock.not_before(usual.loaded_on)
    world.deliver(usual.model_copy(update={"series": series}))


@given("die Jahresendwerte 2025 und 2026 sind geliefert und freigegeben (erfundene Werte)")
def usual_years_released(world: World) -> None:
    years_released(world, YEARS)


@given(
    'als Revision "{revision:Id}" der Statistik sind zu "{delivery:Id}" dieselben Zahlen neu geliefert und freigegeben'
    " (erfundene Werte)"
)
def same_revised(world: World, revision: str, delivery: str) -> None:
    load = loads.year(int(delivery.removeprefix("jahr-")), 2, YEARS).model_copy(update={"revision": revision})
    world.deliver_and_release(load, revision, revision_of(delivery))


@given('{actor:Who} hat die Lieferung "{delivery:Id}" freigegeben')
@when('{actor:Who} die Lieferung "{delivery:Id}" freigibt')
def releases(world: World, actor: Actor, delivery: str) -> None:
    world.act(actor, world.today(figures.ReleaseFigures, delivery_id=delivery))


@when('{actor:Who} die Lieferung "{delivery:Id}" freigibt, mit dem Tag {day:Day}')
def releases_dated(world: World, actor: Actor, delivery: str, day: date) -> None:
    world.act(actor, world.today(figures.ReleaseFigures, occurred_on=day, delivery_id=delivery))


@given('{actor:Who} hat die Lieferung "{delivery:Id}" zurückgewiesen{reason:Reason}')
@when('{actor:Who} die Lieferung "{delivery:Id}" zurückweist{reason:Reason}')
def rejects(world: World, actor: Actor, delivery: str, reason: str | None) -> None:
    world.act(actor, world.today(figures.RejectFigures, delivery_id=delivery, reason=reason))


def state_of(world: World, delivery: str) -> LoadState:
    """The load state of a delivery."""
    return world.agreement.deliveries[delivery].state


def first_series(change: Callable[[Series], Series]) -> Callable[[Load], Load]:
    """A load with its first series changed."""
    return lambda load: load.model_copy(update={"series": (change(load.series[0]), *load.series[1:])})


def loaded(day: date) -> Callable[[Load], Load]:
    """A load of that day."""
    return lambda load: load.model_copy(update={"loaded_on": day})


def flagged(month: str) -> Callable[[Series], Series]:
    """A series with a month marked as suppressed."""
    return lambda one: one.model_copy(update={"flags": (Flagged(month=month, flag=Flag.SUPPRESSED),)})


YEARS = [
    ["Größe", "2025", "2026"],
    ["Integrationsquote", "3.000/10.000", "3.170/10.000"],
    ["Integrationsquote, Frauen", "1.000/5.000", "1.050/5.000"],
    ["Integrationsquote, Männer", "2.000/5.000", "2.120/5.000"],
    ["Langzeitleistungsbeziehende im Mittel", "4.000", "3.880"],
]
"""Invented figures of two years: the rate rises by 5.7 percent, that of women by 5.0, the stock falls by 3.0."""

PECULIARITIES: Mapping[str, Callable[[Load], Load]] = {
    "dieselbe Reihe zweimal steht": lambda load: load.model_copy(update={"series": (*load.series, load.series[0])}),
    "ein Wert ohne Kennzeichen fehlt": first_series(
        lambda one: one.model_copy(update={"values": (None, *one.values[1:])})
    ),
    "ein vorhandener Wert als gesperrt gekennzeichnet ist": first_series(flagged("2026-02")),
    "ein Monat gekennzeichnet ist, den die Reihe nicht umfasst": first_series(
        lambda one: one.model_copy(update={"flags": (Flagged(month="2024-01", flag=Flag.IMPUTED),)})
    ),
    "eine Kennzahl steht, die die vereinbarte Fassung nicht kennt": first_series(
        lambda one: one.model_copy(update={"measure": "K9"})
    ),
    "eine Anzahl unter null liegt": first_series(
        lambda one: one.model_copy(update={"values": ("-1", *one.values[1:])})
    ),
    "eine halbe Person gezählt ist": first_series(
        lambda one: one.model_copy(update={"values": ("1/2", *one.values[1:])})
    ),
    "schon Werte für März 2026 stehen": first_series(
        lambda one: one.model_copy(update={"values": (*one.values, "60")})
    ),
    "als Ladetag der 27.02.2026 genannt ist": loaded(date(2026, 2, 27)),
    "als Ladetag der 21.04.2026 genannt ist": loaded(date(2026, 4, 21)),
    "als Ladetag der 30.06.2026 genannt ist": loaded(date(2026, 6, 30)),
    "als Ladetag der 01.07.2026 genannt ist": loaded(date(2026, 7, 1)),
    "nach der Fassung von 2026 gezählt ist": lambda load: load.model_copy(
        update={"series": tuple(one.model_copy(update={"definition": "2026"}) for one in load.series)}
    ),
}
"""What is peculiar about a load."""

"""Dialogs: requested, scheduled, prepared, held, minuted."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from domain.acts import dialogs, held_dialogs
from domain.facts.dialogs import AgreedMeasure, DialogKind, LawDiscussed, Participant
from domain.record import Actor
from tests.specs.cast import CAST, COUNTY, MINISTRY, party_named
from tests.specs.language import day as day_named
from tests.specs.language import given, identifier, load_state, then, when
from tests.specs.loads import Table
from tests.specs.world import World, document

COMMITTEE = CAST["der Ausschuss"]
RECOMMENDATION = "Die Entwicklung der Integrationsquote besprechen"


@given('{actor:Who} hat den Dialog "{dialog:Id}" angefragt{reason:Reason}')
@when('{actor:Who} den Dialog "{dialog:Id}" anfragt{reason:Reason}')
def requests(world: World, actor: Actor, dialog: str, reason: str | None) -> None:
    world.act(actor, world.today(dialogs.RequestDialog, dialog_id=dialog, reason=reason))


@when('{actor:Who} in Vertretung den Dialog "{dialog:Id}" anfragt{reason:Reason}')
def requests_for(world: World, actor: Actor, dialog: str, reason: str | None) -> None:
    request = world.today(dialogs.RequestDialog, dialog_id=dialog, reason=reason, capacity="In Vertretung")
    world.act(actor, request)


@given('der Dialog "{dialog:Id}" ist für den {day:Day} angesetzt')
def scheduled(world: World, dialog: str, day: date) -> None:
    world.act(MINISTRY, schedule(world, dialog, day))


@given('{actor:Who} hat{key:Key} den Dialog "{dialog:Id}" für den {day:Day} angesetzt')
@when('{actor:Who}{key:Key} den Dialog "{dialog:Id}" für den {day:Day} ansetzt')
def schedules(world: World, actor: Actor, key: str | None, dialog: str, day: date) -> None:
    world.act(actor, schedule(world, dialog, day), key=key)


@given('{actor:Who} hat den Dialog "{dialog:Id}" auf Wunsch für den {day:Day} angesetzt')
@when('{actor:Who} den Dialog "{dialog:Id}" auf Wunsch für den {day:Day} ansetzt')
def schedules_on_request(world: World, actor: Actor, dialog: str, day: date) -> None:
    world.act(actor, schedule(world, dialog, day, DialogKind.ON_REQUEST))


@given('der Dialog "{dialog:Id}" ist wegen einer Zielabweichung für den {day:Day} angesetzt')
def scheduled_on_deviation(world: World, dialog: str, day: date) -> None:
    world.act(MINISTRY, schedule(world, dialog, day, DialogKind.ON_DEVIATION))


def schedule(world: World, dialog: str, day: date, kind: DialogKind = DialogKind.REGULAR) -> Any:
    """The request to set a dialog for a day."""
    return world.today(dialogs.ScheduleDialog, dialog_id=dialog, kind=kind, planned_for=day)


@given('{actor:Who} hat den Dialog "{dialog:Id}" abgesagt{reason:Reason}')
@when('{actor:Who} den Dialog "{dialog:Id}" absagt{reason:Reason}')
def cancels(world: World, actor: Actor, dialog: str, reason: str | None) -> None:
    world.act(actor, world.today(dialogs.CancelDialog, dialog_id=dialog, reason=reason))


@when('{actor:Who} den Dialog "{dialog:Id}" absagt mit dem Grund "{reason}", auf der Grundlage von "{legal_basis}"')
def cancels_by_law(world: World, actor: Actor, dialog: str, reason: str, legal_basis: str) -> None:
    world.act(actor, world.today(dialogs.CancelDialog, dialog_id=dialog, reason=reason, legal_basis=legal_basis))


@given('der Ausschuss hat am {day:Day} den Dialog "{dialog:Id}" vorbereitet{reason:Reason}')
def has_prepared(world: World, day: date, dialog: str, reason: str | None) -> None:
    world.clock.not_before(day)
    world.act(COMMITTEE, prepare(world, dialog, occurred_on=day, reason=reason))


@given('der Ausschuss hat am {day:Day} die Dialoge "{one:Id}" und "{other:Id}" vorbereitet')
def has_prepared_both(world: World, day: date, one: str, other: str) -> None:
    world.clock.not_before(day)
    world.act(COMMITTEE, prepare(world, one, other, occurred_on=day))


@when('{actor:Who} den Dialog "{dialog:Id}" vorbereitet mit der Empfehlung "{recommendation}"')
def prepares(world: World, actor: Actor, dialog: str, recommendation: str) -> None:
    world.act(actor, prepare(world, dialog, recommendation=recommendation))


@when(
    '{actor:Who} den Dialog "{dialog:Id}" auf der Grundlage "{basis}" vorbereitet, mit der'
    ' Empfehlung "{recommendation}"'
)
def prepares_with_basis(world: World, actor: Actor, dialog: str, basis: str, recommendation: str) -> None:
    world.act(actor, prepare(world, dialog, recommendation=recommendation, document=document(basis)))


def prepare(world: World, *prepared: str, recommendation: str = RECOMMENDATION, **values: Any) -> Any:
    """The request to record a session of the committee."""
    return world.today(
        dialogs.InvolveCommittee, session="sitzung", dialogs=prepared, recommendation=recommendation, **values
    )


@given('{actor:Who} hat den Dialog "{dialog:Id}" vom {day:Day} festgehalten')
@when('{actor:Who} den Dialog "{dialog:Id}" vom {day:Day} festhält{reason:Reason}')
def holds(world: World, actor: Actor, dialog: str, day: date, reason: str | None = None) -> None:
    world.act(actor, hold(world, dialog, day, reason=reason))


@when('{actor:Who} den Dialog "{dialog:Id}" vom {day:Day} festhält:')
def holds_saying(world: World, actor: Actor, dialog: str, day: date, datatable: Table) -> None:
    said: dict[str, Any] = {}
    for name, text in datatable:
        said |= SAID[name](text)
    world.act(actor, hold(world, dialog, day, **said))


@given('{actor:Who} hat den Dialog "{dialog:Id}" vom {day:Day} festgehalten, mit der Verabredung "{measure:Id}"')
@when('{actor:Who} den Dialog "{dialog:Id}" vom {day:Day} festhält, mit der Verabredung "{measure:Id}"')
def holds_agreeing(world: World, actor: Actor, dialog: str, day: date, measure: str) -> None:
    agreed = AgreedMeasure(id=measure, says="Arbeitgeber ansprechen", party="heidekreis", due_on=date(2026, 8, 31))
    world.act(actor, hold(world, dialog, day, measures=(agreed,)))


def hold(world: World, dialog: str, day: date, **values: Any) -> Any:
    """The request to record a dialog that was held, as it should be unless something else is said."""
    usual = {
        "basis": load_state("März 2026 ohne Wartezeit"),
        "participants": parties("Ministerium, Landkreis")["participants"],
        "goals_discussed": ("1", "2", "3", "4", "5", "6"),
    }
    return world.today(held_dialogs.HoldDialog, dialog_id=dialog, occurred_on=day, **(usual | values))


def parties(text: str) -> dict[str, Any]:
    """Who took part."""
    return {"participants": tuple(Participant(office="Leitung", party=party_named(name)) for name in text.split(", "))}


def agreed(text: str) -> dict[str, Any]:
    """Who is to do what by when."""
    (party, _, until), says = text.partition(": ")[0].partition(" bis "), text.partition(": ")[2]
    one = AgreedMeasure(id="verabredung-1", says=says, party=party_named(party), due_on=day_named(until))
    return {"measures": (one,)}


def law(text: str) -> dict[str, Any]:
    """Which change of law was talked about, and what was said."""
    change, _, says = text.partition(": ")
    return {"laws": (LawDiscussed(change_id=identifier(change), says=says),)}


SAID: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "wegen": lambda text: {"called_for": tuple(map(identifier, text.split(", ")))},
    "neues Recht": law,
    "Grundlage": lambda text: {"basis": load_state(text)},
    "Teilnehmende": parties,
    "Ziele": lambda text: {"goals_discussed": tuple(text.split(", "))},
    "Ursachen": lambda text: {"causes": text},
    "Ausblick": lambda text: {"outlook": text},
    "verabredet": agreed,
}


@given('{actor:Who} hat das Protokoll "{minutes}" des Dialogs "{dialog:Id}" bestätigt')
@when('{actor:Who} das Protokoll "{minutes}" des Dialogs "{dialog:Id}" bestätigt')
def confirms_minutes(world: World, actor: Actor, minutes: str, dialog: str) -> None:
    world.act(actor, world.today(held_dialogs.ConfirmMinutes, dialog_id=dialog, minutes=document(minutes)))


@when('{actor:Who} das Protokoll "{minutes}" des Dialogs "{dialog:Id}" bestätigt, mit dem Tag {day:Day}')
def confirms_minutes_dated(world: World, actor: Actor, minutes: str, dialog: str, day: date) -> None:
    request = world.today(held_dialogs.ConfirmMinutes, occurred_on=day, dialog_id=dialog, minutes=document(minutes))
    world.act(actor, request)


@then('haben beide Seiten das Protokoll des Dialogs "{dialog:Id}" bestätigt')
def minutes_confirmed(world: World, dialog: str) -> None:
    assert world.agreement.dialogs[dialog].confirmed_by == {MINISTRY.party, COUNTY.party}


@then('der Dialog "{dialog:Id}" ist angefragt')
def is_requested(world: World, dialog: str) -> None:
    known = world.agreement.dialogs[dialog]
    assert (known.kind, known.planned_for) == (DialogKind.ON_REQUEST, None)


@then('ist der Dialog "{dialog:Id}" für den {day:Day} angesetzt')
def is_scheduled(world: World, dialog: str, day: date) -> None:
    world.must_be_examined()
    assert world.agreement.dialogs[dialog].planned_for == day


@then("kein Dialog ist bekannt")
def none_is_known(world: World) -> None:
    assert world.agreement.dialogs == {}


@given('der Dialog "{dialog:Id}" ist als Abschlussdialog für den {day:Day} angesetzt')
def scheduled_finally(world: World, dialog: str, day: date) -> None:
    world.act(MINISTRY, schedule(world, dialog, day, DialogKind.FINAL))

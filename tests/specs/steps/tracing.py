"""Who did what when, what was known, who sees it, and that it stays."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import psycopg

from application.history.entry import HistoryEntry
from domain.acts import drafting, figures
from domain.german import german, spoken
from domain.record import GERMANY, Actor
from domain.rules import Refused
from tests.specs import loads
from tests.specs.cast import CAST, COUNTY, MINISTRY, party_named, party_says
from tests.specs.language import MONTHS, given, identifier, load_state, said, then, when
from tests.specs.loads import Table
from tests.specs.steps.dialogs import schedule
from tests.specs.world import LINES, World


@said("heute ist der {day:Day}")
def today_is(world: World, day: date) -> None:
    world.clock.to(day)


@said("es ist der {day:Day}, {hour:d}:{minute:d} Uhr in Deutschland")
def now_is(world: World, day: date, hour: int, minute: int) -> None:
    world.clock.to(day, hour, minute)


@then("sagt der letzte Eintrag der Geschichte:", "der letzte Eintrag der Geschichte sagt:")
def last_entry(world: World, datatable: Table) -> None:
    world.must_be_examined()
    entry = world.history()[-1]
    for name, text in datatable:
        spelled = identifier if name in NAMES else str
        assert spelled(str(TOLD[name](entry))) == spelled(text), name


@when("die Geschichte gelesen wird")
def history_is_read(world: World) -> None:
    world.must_be_examined()


@then("nennt sie der Reihe nach:")
def entries(world: World, datatable: Table) -> None:
    history = world.history()
    assert [[TOLD[name](entry) for name in datatable[0]] for entry in history] == datatable[1:]
    assert sorted(entry.recorded_at for entry in history) == [entry.recorded_at for entry in history]


@then('nennen die Einträge für "{party}" der Reihe nach:')
def entries_for(world: World, party: str, datatable: Table) -> None:
    theirs = [entry for entry in world.history() if entry.party == party_named(party)]
    assert [[TOLD[name](entry) for name in datatable[0]] for entry in theirs] == datatable[1:]


@then("trägt der letzte Eintrag die Feststellung, dass {codes:Reasons}")
def last_entry_findings(world: World, codes: list[str]) -> None:
    assert {finding.rule for finding in world.history()[-1].findings} == set(codes)


def instant(entry: HistoryEntry) -> str:
    """When an entry was recorded, in Germany."""
    local = entry.recorded_at.astimezone(GERMANY)
    return f"{local:%d.%m.%Y}, {local.hour}:{local:%M} Uhr"


def basis(entry: HistoryEntry) -> str:
    """The load state a dialog rested on."""
    year, month = entry.fact["basis"]["report_month"].split("-")
    waited = entry.fact["basis"]["months_waited"]
    text = f"{MONTHS[int(month) - 1]} {year} " + (f"mit {waited} Monaten Wartezeit" if waited else "ohne Wartezeit")
    assert load_state(text).model_dump(mode="json") == entry.fact["basis"]
    return text


def agreed(entry: HistoryEntry) -> str:
    """What was agreed in a dialog."""
    (measure,) = entry.fact["measures"]
    return f"{party_says(measure['party'])} bis {date.fromisoformat(measure['due_on']):%d.%m.%Y}: {measure['says']}"


NAMES = {"wegen", "neues Recht"}
"""What the features call by a name and an entry by an id."""

TOLD: Mapping[str, Callable[[HistoryEntry], Any]] = {
    "was": lambda entry: entry.title,
    "wer": lambda entry: next(name for name, actor in CAST.items() if actor.person == entry.actor),
    "Rolle": lambda entry: german(entry.role),
    "Funktion": lambda entry: entry.office,
    "für": lambda entry: party_says(entry.party),
    "Zusatz": lambda entry: entry.capacity,
    "festgehalten": instant,
    "rechtlicher Tag": lambda entry: f"{entry.occurred_on:%d.%m.%Y}",
    "Grund": lambda entry: entry.reason,
    "Rechtsgrundlage": lambda entry: entry.legal_basis,
    "Ort": lambda entry: entry.fact["place"],
    "Funktion der unterzeichnenden Person": lambda entry: entry.fact["signatory"]["office"],
    "Zusatz der unterzeichnenden Person": lambda entry: entry.fact["signatory"]["capacity"],
    "Empfehlung": lambda entry: entry.fact["recommendation"],
    "Grundlage": basis,
    "Ursachen": lambda entry: entry.fact["causes"],
    "wegen": lambda entry: ", ".join(entry.fact["called_for"]),
    "neues Recht": lambda entry: ", ".join(f"{law['change_id']}: {law['says']}" for law in entry.fact["laws"]),
    "Ausblick": lambda entry: entry.fact["outlook"],
    "verabredet": agreed,
    "vereinbart": lambda entry: spoken(Decimal(entry.fact["agreed"])),
    "tatsächlich": lambda entry: spoken(Decimal(entry.fact["actual"])),
    "Gesetz": lambda entry: entry.fact["law"],
    "Fundstelle": lambda entry: entry.fact["citation"],
    "Zeilen": lambda entry: ", ".join(name for name, line in LINES.items() if line in entry.fact["lines"]),
    "Vorschriften": lambda entry: ", ".join(provision["says"] for provision in entry.fact["provisions"]),
    "Ziele": lambda entry: ", ".join(entry.fact["goals"]),
    "Bericht": lambda entry: entry.fact["says"],
    "Nachweis": lambda entry: ", ".join(document["title"] for document in entry.fact["evidence"]),
    "Anlass": lambda entry: entry.fact["cause"],
}


@when("{actor:Who} versucht, {deed}")
def tries(world: World, actor: Actor, deed: str) -> None:
    world.act(actor, DEEDS[deed](world))


DEEDS: Mapping[str, Callable[[World], Any]] = {
    "den Entwurf zurückzuziehen": lambda world: world.today(drafting.WithdrawDraft, reason="Versuch"),
    "Daten zu liefern": lambda world: world.today(
        figures.DeliverFigures, delivery_id="versuch", load=loads.usual(load_state("Januar 2026 ohne Wartezeit"))
    ),
    "einen Dialog anzusetzen": lambda world: schedule(world, "versuch", date(2026, 5, 12)),
}


@when("{actor:Who} die Vereinbarung liest")
def reads(world: World, actor: Actor) -> None:
    queries = world.queries
    asked: list[Callable[[], object]] = [
        lambda: queries.attainment(actor, world.agreement_id),
        lambda: world.histories.of_agreement(actor, world.agreement_id),
    ]
    seen = [readable(question) for question in asked]
    world.agreement_read = world.attempt(lambda: queries.agreement(actor, world.agreement_id))
    assert seen == [world.agreement_read is not None] * 2


def readable(question: Callable[[], object]) -> bool:
    """Whether an answer comes."""
    try:
        return question() is not None
    except Refused:
        return False


@when("jemand am Dienst vorbei versucht, die Einträge zu {change}")
def tampers(world: World, change: str, owner_url: str) -> None:
    world.noted = world.history()
    world.thwarted = False
    with psycopg.connect(owner_url) as connection:
        try:
            connection.execute(TAMPERING[change])
        except psycopg.Error:
            world.thwarted = True


TAMPERING = {
    "ändern": b"UPDATE zielsteuerung.stored_events SET state = ''",
    "löschen": b"DELETE FROM zielsteuerung.stored_events",
    "leeren": b"TRUNCATE zielsteuerung.stored_events",
}


@then("misslingt das")
def thwarted(world: World) -> None:
    assert world.thwarted


@given("die Geschichte ist notiert")
def history_noted(world: World) -> None:
    world.noted = world.history()


@then("die Geschichte ist unverändert", "die Geschichte ist unverändert die notierte")
def history_as_noted(world: World) -> None:
    assert world.history() == world.noted


@given("der Landkreis hat die Vereinbarung vor sich")
def version_seen(world: World) -> None:
    world.version_seen = world.version


@when('der Landkreis auf dem Stand, den er vor sich hat, den Dialog "{dialog:Id}" für den {day:Day} ansetzt')
def schedules_on_version_seen(world: World, dialog: str, day: date) -> None:
    world.act(COUNTY, schedule(world, dialog, day), on_version=world.version_seen)


@when('der Landkreis auf dem Stand {version:d} den Dialog "{dialog:Id}" für den {day:Day} ansetzt')
def schedules_on_version(world: World, version: int, dialog: str, day: date) -> None:
    world.act(COUNTY, schedule(world, dialog, day), on_version=version)


@given('ein Auftrag des Landkreises unter dem Schlüssel "{key}" ist auf überholtem Stand abgelehnt worden')
def refused_before(world: World, key: str) -> None:
    request = schedule(world, identifier("Frühjahr"), date(2026, 5, 12))
    world.act(COUNTY, request, key=key, on_version=world.version_seen)
    assert [finding.rule for finding in world.examined()] == ["stale-version"]


@when('das Ministerium in einem Zug den Dialog "{dialog:Id}" ansetzt und die eigene Lieferung "{delivery:Id}" freigibt')
def acts_together(world: World, dialog: str, delivery: str) -> None:
    release = world.today(figures.ReleaseFigures, delivery_id=delivery)
    world.act_together(MINISTRY, schedule(world, dialog, date(2026, 5, 12)), release)


@then("ist das Ergebnis das des ersten Auftrags")
def is_repeated(world: World) -> None:
    assert world.receipt is not None
    assert world.receipt.repeated
    assert world.receipt.records == tuple(record for record in world.log() if record.fact.title == "Dialog angesetzt")

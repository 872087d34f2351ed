"""The history and the reports as an auditor reads them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, get_args

from application.history.between_moments import difference
from application.history.entry import HistoryEntry
from application.history.exports import csv_rows, json_lines
from application.history.filters import HistoryFilter
from application.reports.catalogue import REPORTS, Reports
from domain.acts.held_dialogs import ConfirmMinutes
from domain.facts import AnyFact
from domain.german import german
from domain.record import GERMANY, Actor, Role
from interfaces.german.labels import Labels
from interfaces.software import named
from tests.specs.cast import AUDITOR, COUNTY, MINISTRY
from tests.specs.language import day, first_quoted, given, month_says, then, when
from tests.specs.loads import Table, rows_under
from tests.specs.world import World, document

ROLES = {german(role): role for role in Role}
QUESTIONS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "die Rolle": lambda text: {"role": ROLES[text]},
    "die Vertragspartei": lambda text: {"party": {"Kommune": COUNTY, "Land": MINISTRY}[text].party},
    "die Fundstelle": lambda text: {"clause": text},
    "die Art": lambda text: {
        "fact": next(fact.__name__ for fact in get_args(AnyFact) if fact.title == first_quoted(text))
    },
    "das Geschehen ab dem": lambda text: {"occurred_from": day(text)},
    "das Ziel": lambda text: {"goal": text},
}


def fact_called(title: str | None) -> str:
    """The kind of fact that entries of this title have."""
    return next(str(fact.__name__) for fact in get_args(AnyFact) if fact.title == title)


def asked(question: str) -> HistoryFilter:
    """Die Fundstelle III.3.5."""
    kind = next(kind for kind in QUESTIONS if question.startswith(kind))
    return HistoryFilter(**QUESTIONS[kind](question.removeprefix(kind).strip()))


@when("{actor:Who} die Geschichte liest")
def reads(world: World, actor: Actor) -> None:
    world.must_be_examined()
    world.told = world.histories.page(actor).entries


@when("{actor:Who} die Geschichte liest, beschränkt auf {question}")
def reads_asking(world: World, actor: Actor, question: str) -> None:
    world.told = world.histories.page(actor, asked(question)).entries


@when("{actor:Who} die Geschichte liest, wie sie am {on:Day} bekannt war")
def reads_as_known(world: World, actor: Actor, on: date) -> None:
    world.told = world.histories.page(actor, known_at=datetime.combine(on, time.max, GERMANY)).entries


@when("{actor:Who} die Geschichte in Seiten zu je {size:d} Einträgen liest")
def reads_in_pages(world: World, actor: Actor, size: int) -> None:
    told: list[HistoryEntry] = []
    after, more = 0, True
    while more:
        page = world.histories.page(actor, after=after, limit=size)
        assert len(page.entries) <= size
        told += page.entries
        after, more = page.read_up_to, page.more
    world.told = tuple(told)


@when("die Prüfung liest, was zum letzten Eintrag führte")
def reads_causes(world: World) -> None:
    world.must_be_examined()
    world.told = world.histories.causes(AUDITOR, world.log()[-1].event_id)


@then("sie alle gehören zu einem Vorgang")
def are_one_conversation(world: World) -> None:
    (conversation,) = {entry.correlation_id for entry in world.told}
    told = world.histories.page(AUDITOR, HistoryFilter(correlation_id=conversation)).entries
    assert told == world.told


@then("ergeben die Seiten zusammen die ganze Geschichte")
def is_whole(world: World) -> None:
    assert tuple(entry.model_copy(update={"leaf_hash": None}) for entry in world.told) == world.history()


@then("stehen dort {count:Number} Einträge der Vereinbarung")
def has_entries(world: World, count: str) -> None:
    assert len(world.told) == int(count)


@then("stehen dort {titles:Quotes}")
def has_titles(world: World, titles: list[str]) -> None:
    assert [entry.title for entry in world.told] == titles


def last(world: World, title: str) -> HistoryEntry:
    """The last entry of this title in what was read."""
    return next(entry for entry in reversed(world.told) if entry.title == title)


@then('änderte der Eintrag "{title}":')
def changed(world: World, title: str, datatable: Table) -> None:
    names = Labels(world.agreement)
    found = [[names.of_subject(one.says), one.before, one.after] for one in last(world, title).differences]
    assert found == rows_under(datatable, "was", "vorher", "nachher")


@then('würde der Eintrag "{title}" die Bedingungen erst ändern')
def would_change(world: World, title: str) -> None:
    change = last(world, title).terms_change
    assert change is not None
    assert change.differences
    assert not change.takes_effect


@then('der letzte Eintrag "{title}" änderte die Bedingungen ab dem {on:Day}')
def has_changed(world: World, title: str, on: date) -> None:
    change = last(world, title).terms_change
    assert change is not None
    assert (change.takes_effect, change.effective_from) == (True, on)


@then('änderte der Eintrag "{title}" an den Bedingungen nichts')
def changed_nothing(world: World, title: str) -> None:
    assert last(world, title).terms_change is None


@when("die Prüfung liest, was zwischen Stand {before:d} und Stand {after:d} anders wurde")
def reads_difference(world: World, before: int, after: int) -> None:
    found = world.attempt(lambda: difference(world.journal, AUDITOR, world.agreement_id, before, after))
    world.changes = found.changes if found else ()
    world.between = found.entries if found else ()


@then('nennt die Liste "{says}": vorher "{before}", nachher "{after}"')
def lists(world: World, says: str, before: str, after: str) -> None:
    names = Labels(world.agreement)
    assert (says, before, after) in [(names.of_subject(one.says), one.before, one.after) for one in world.changes]


@then('die Liste nennt den Umstand "{name:Id}" als neu zu würdigen')
def lists_circumstance(world: World, name: str) -> None:
    (found,) = [one for one in world.changes if f"circumstance:{name}" in one.says]
    assert (found.before, found.after) == (None, "zu würdigen")


@then(
    'nennt die Liste als neu {kind} "{name:Id}": "{after}"',
    'die Liste nennt als neu {kind} "{name:Id}": "{after}"',
)
def lists_new(world: World, kind: str, name: str, after: str) -> None:
    called = f"{kind.rsplit(maxsplit=1)[-1]} {name}"
    assert (None, after) in [(one.before, one.after) for one in world.changes if one.says.startswith(called)]


@then("die Liste nennt dazwischen die Einträge {titles:Quotes}")
def lists_entries(world: World, titles: list[str]) -> None:
    assert [one.title for one in world.between] == titles


@then("ist die Liste leer")
def lists_nothing(world: World) -> None:
    world.must_be_examined()
    assert world.changes == ()


@given('dieselbe Person hat das Protokoll "{minutes}" des Dialogs "{dialog:Id}" für das Ministerium bestätigt')
def same_person_confirms(world: World, minutes: str, dialog: str) -> None:
    request = world.today(ConfirmMinutes, dialog_id=dialog, minutes=document(minutes))
    world.act(replace(MINISTRY, person=COUNTY.person), request)


@given("die Software hat die Nummer {number}")
def runs(world: World, tmp_path: Path, number: str) -> None:
    (tmp_path / "domain").mkdir()
    (tmp_path / "domain" / "formulas.py").write_text("ROUND_TO = 1", "utf-8")
    world.service.software = named(number, tmp_path)


@given("die Software wurde geändert, ihre Nummer aber nicht")
def runs_changed(world: World, tmp_path: Path) -> None:
    (tmp_path / "domain" / "formulas.py").write_text("ROUND_TO = 2", "utf-8")
    world.service.software = named(world.service.software.partition("+")[0], tmp_path)


@then("nennen die beiden letzten Einträge die Nummer {number}, aber verschiedene Fassungen")
def told_apart(world: World, number: str) -> None:
    one, other = (str(row["Software"]) for row in world.answer[-2:])
    assert one.startswith(f"{number}+")
    assert other.startswith(f"{number}+")
    assert one != other


@when("die Prüfung nach {name:Report} fragt")
def asks(world: World, name: str) -> None:
    world.must_be_examined()
    rows = Reports(world.histories).rows(AUDITOR, name, world.clock.today)
    headings = REPORTS[name].headings
    world.answer = [dict(zip(headings, row.model_dump(mode="json").values(), strict=True)) for row in rows]


@then("lautet die Antwort:")
def answers(world: World, datatable: Table) -> None:
    assert [[told(row[heading]) for heading in datatable[0]] for row in world.answer] == datatable[1:]


def told(value: object) -> str:
    """A cell of an answer as the features write it: days and months in German, yes and no, registers by their name."""
    text = {"True": "ja", "False": "nein", "register.persons": "Personenverzeichnis"}.get(str(value), str(value))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    return month_says(text)


@then("ist die Antwort leer")
def answers_nothing(world: World) -> None:
    assert world.answer == []


@then('ist die Feststellung, dass {codes:Reasons}, "{answer}"')
def answers_about(world: World, codes: list[str], answer: str) -> None:
    assert [german(str(row["beantwortet"])) for row in world.answer if row["Regel"] in codes] == [answer]


@then('nennt die Antwort "{one}" und "{other}"')
def answers_both(world: World, one: str, other: str) -> None:
    for said in (one, other):
        assert any(said in str(row["zweimal"]) for row in world.answer), said


@then("gab es die Vereinbarung damals noch nicht")
def there_was_nothing(world: World) -> None:
    assert world.known is not None
    assert (world.known.status, world.known.goals, world.known.loads) == (None, (), ())


@then('steht dort die Löschung der Person "{person}" mit dem Grund "{reason}"')
def tells_erasure(world: World, person: str, reason: str) -> None:
    entry = last(world, "Person gelöscht")
    assert (entry.fact["person"], entry.reason) == (person, reason)


@then("steht dort keine Löschung")
def tells_no_erasure(world: World) -> None:
    assert world.told
    assert "Person gelöscht" not in {entry.title for entry in world.told}


@then('in keiner Ausgabe der Geschichte steht "{one}" oder "{other}"')
def in_no_export(world: World, one: str, other: str) -> None:
    assert {one, other} <= world.names
    text = "".join((*csv_rows(world.told, world.histories.party_named), *json_lines(world.told)))
    assert "Person gelöscht" in text
    assert one not in text
    assert other not in text

"""Files of figures: put together row by row, checked, delivered, decided about."""

import pytest

from application.figure_files.intake.layout import CARRIER_NUMBER, LONG
from domain.acts.drafting import DraftAgreement
from domain.acts.figures import RejectFigures
from domain.facts import FiguresDelivered
from domain.figures import LoadState
from domain.german import german
from domain.record import Actor
from domain.values import span
from interfaces.sample.terms import heidekreis_2026
from tests.figures.files import figure_row, taken
from tests.figures.workbooks import as_xlsx
from tests.specs import loads
from tests.specs.cast import MINISTRY, SECOND
from tests.specs.language import given, month_says, then, when
from tests.specs.paper import TRANSMISSION, Paper
from tests.specs.world import World


@pytest.fixture
def paper(world: World) -> Paper:
    return Paper(world)


@given("eine Datei mit allen Zahlen zum Ladestand {state:State} (erfundene Werte)")
def a_file(paper: Paper, state: LoadState) -> None:
    load = loads.usual(state)
    paper.rows = [
        list(figure_row(one.measure, month, one.at(month), german(one.sex), loaded=str(load.loaded_on)))
        for one in load.series
        for month in span(one.first, one.last)
    ]


@given('in ihrer Zeile {row:d} steht als "{column}" "{cell}"')
def cell_changed(paper: Paper, row: int, column: str, cell: object) -> None:
    paper.rows[row - 2][LONG.index(column)] = cell


@given('in ihrer Zeile {row:d} steht hinter der letzten Spalte "{cell}"')
def cell_added(paper: Paper, row: int, cell: str) -> None:
    paper.rows[row - 2].append(cell)


@given("in der Datei stehen auch diese Zahlen (erfundene Werte):")
def rows_added(paper: Paper, datatable: list[list[str]]) -> None:
    headings, *rows = datatable
    like = dict(zip(LONG, paper.rows[0], strict=True))
    for row in rows:
        own = dict.fromkeys(LONG[7:], "") | {"Geschlecht": "insgesamt"} | dict(zip(headings, row, strict=True))
        paper.rows.append(list((like | own).values()))


@given('überall steht als Wert der Kennzahl "{measure}" das Doppelte')
def doubled(paper: Paper, measure: str) -> None:
    for row in paper.rows:
        if row[1] == measure:
            row[7] = 2 * int(str(row[7]))


@given('überall steht als Wert der Kennzahl "{measure}" "{value}"')
def set_everywhere(paper: Paper, measure: str, value: str) -> None:
    for row in paper.rows:
        if row[1] == measure:
            row[7] = value


@given("überall steht als Wert nichts")
def emptied(paper: Paper) -> None:
    for row in paper.rows:
        row[7] = ""


@given("die Datei enthält dieselben Zahlen für den Träger {ags} (erfundene Werte)")
def for_another(paper: Paper, ags: str) -> None:
    paper.rows += [[ags, *row[1:]] for row in paper.rows]


@given('in einer Arbeitsmappe zeigt ihre Zeile {row:d} den "{column}" in Prozent')
def shown_in_percent(paper: Paper, row: int, column: str) -> None:
    place = LONG.index(column)
    cell_changed(paper, row, column, int(str(paper.rows[row - 2][place])))
    paper.content = as_xlsx([LONG, *paper.rows], {f"{'ABCDEFGHIJK'[place]}{row}": "0%"})


@given('in einer Arbeitsmappe steht in ihrer Zeile {row:d} als "{column}" der Fehlerwert "{cell}"')
def error_value(paper: Paper, row: int, column: str, cell: str) -> None:
    cell_changed(paper, row, column, cell)
    paper.content = as_xlsx([LONG, *paper.rows])


@given("statt der Datei eine Arbeitsmappe mit Formeln")
def formulas(paper: Paper) -> None:
    paper.content = as_xlsx([LONG, ("=1+1",)])


@given("auch mit dem Landkreis Celle (03351) gibt es eine Vereinbarung")
def another_agreement(world: World) -> None:
    terms = heidekreis_2026()
    celle = terms.parties[1].model_copy(update={"id": "celle", "ags": "03351", "name": "Landkreis Celle"})
    other = terms.model_copy(update={"parties": (terms.parties[0], celle)})
    world.service.act(MINISTRY, world.today(DraftAgreement, terms=other))


@given("auch mit dem Landkreis Uelzen gibt es eine Vereinbarung, die als Trägernummer {number} nennt (erfunden)")
def another_with_number(world: World, number: str) -> None:
    terms = heidekreis_2026()
    own = {"id": "uelzen", "ags": "03360", "name": "Landkreis Uelzen", "carrier_number": number}
    other = terms.model_copy(update={"parties": (terms.parties[0], terms.parties[1].model_copy(update=own))})
    world.service.act(MINISTRY, world.today(DraftAgreement, terms=other))


@given("die Datei nennt als Träger nur die Trägernummer {number}")
def by_number(paper: Paper, number: str) -> None:
    first = paper.rows[0][0]
    paper.rows = [[number, *row[1:]] for row in paper.rows if row[0] == first]
    paper.header = (CARRIER_NUMBER, *LONG[1:])


@given('in der Datei fehlen die "{quantity}"{of:OfSex}')
def left_out(paper: Paper, quantity: str, of: str | None) -> None:
    code = loads.CODES[quantity.replace("beziehenden", "beziehende").replace("berechtigten", "berechtigte")]
    kept = [row for row in paper.rows if row[1] != code or (of and row[3] != of)]
    assert len(kept) < len(paper.rows)
    paper.rows = kept


@then('der Hinweis nennt die Zeile "{line}"')
def names_line(paper: Paper, world: World, line: str) -> None:
    told = [*paper.problems("V57"), *paper.problems("V63")]
    assert any(f"Zeile {world.lines[line]} " in problem.says for problem in told), paper.dry_run.problems


@given("{actor:Who} hat die Datei geprüft")
@when("{actor:Who} die Datei prüft")
def checks(paper: Paper, actor: Actor) -> None:
    paper.check(actor)


@when("{actor:Who} die Datei wegen eines Übermittlungsfehlers prüft")
def checks_again(paper: Paper, actor: Actor) -> None:
    paper.check(actor, TRANSMISSION)


@given("{actor:Who} hat die Datei geprüft und geliefert (erfundene Werte)")
@when("{actor:Who} die Datei prüft und liefert (erfundene Werte)")
def delivers(paper: Paper, actor: Actor) -> None:
    paper.check(actor)
    paper.deliver(actor, paper.dry_run.id)


@when("{actor:Who} die Datei auf diese Prüfung hin liefert (erfundene Werte)")
def delivers_on(paper: Paper, actor: Actor) -> None:
    paper.deliver(actor, paper.dry_run.id)


@given("{actor:Who} hat die Datei freigegeben")
@when("{actor:Who} die Datei freigibt")
def releases(paper: Paper, world: World, actor: Actor) -> None:
    world.attempt(lambda: paper.files.release(actor, paper.file_id, paper.preview))


@given("{actor:Who} hat die Datei zurückgewiesen{reason:Reason}")
@when("{actor:Who} die Datei zurückweist{reason:Reason}")
def rejects(paper: Paper, world: World, actor: Actor, reason: str | None) -> None:
    world.attempt(lambda: paper.files.reject(actor, paper.file_id, paper.preview, reason=reason))


@when("{actor:Who} nur einen Teil der Datei zurückweist{reason:Reason}")
def rejects_part(paper: Paper, world: World, actor: Actor, reason: str | None) -> None:
    part = paper.files.read(actor, paper.file_id).pending[0]
    world.act(actor, world.today(RejectFigures, delivery_id=part.delivery_id, reason=reason))


@given("{actor:Who} hat die Datei angesehen")
@when("{actor:Who} die Datei ansieht")
def looks(paper: Paper, actor: Actor) -> None:
    paper.seen = paper.files.read(actor, paper.file_id)


@then(
    'nennt die Prüfung in Zeile {row:d}, Spalte "{column}", dass {check:Check}',
    'die Prüfung nennt in Zeile {row:d}, Spalte "{column}", dass {check:Check}',
)
def names_place(paper: Paper, check: str, row: int, column: str) -> None:
    assert (row, column) in {(problem.row, problem.column) for problem in paper.problems(check)}


@then("nennt die Prüfung in Zeile {row:d}, dass {check:Check}")
def names_row(paper: Paper, check: str, row: int) -> None:
    assert row in {problem.row for problem in paper.problems(check)}, paper.dry_run.problems
    assert paper.dry_run.errors > 0


@then("nennt die Prüfung, dass {check:Check}")
def names(paper: Paper, check: str) -> None:
    assert paper.problems(check)
    assert paper.dry_run.errors > 0


@then("ist die Prüfung ohne Fehler")
def sound(paper: Paper) -> None:
    assert paper.dry_run.errors == 0, paper.dry_run.problems


@then("weist die Prüfung darauf hin, dass {check:Check}", "die Prüfung weist darauf hin, dass {check:Check}")
def warns(paper: Paper, check: str) -> None:
    assert {problem.severity for problem in paper.problems(check)} == {"warning"}


@then("weist die Prüfung nicht darauf hin, dass {check:Check}")
def warns_not(paper: Paper, check: str) -> None:
    assert paper.problems(check) == []


@then('die Prüfung sagt, dass sich "{line}" ändern würde')
def would_change(paper: Paper, world: World, line: str) -> None:
    assert world.lines[line] in {change.line_id for change in paper.dry_run.lines}


@then('die Prüfung nennt {count:d} Zahl, die in "{delivery:Id}" anders steht')
def differs(paper: Paper, count: int, delivery: str) -> None:
    (load,) = paper.dry_run.loads
    assert [one.earlier for one in load.differences] == [delivery] * count
    assert load.correction is not None
    assert load.correction.of == delivery


@then(
    "ist die Datei für {count:d} Vereinbarungen festgehalten", "ist die Datei für {count:d} Vereinbarung festgehalten"
)
def recorded(world: World, count: int) -> None:
    world.must_be_examined()
    assert world.receipt is not None
    streams = {record.stream_id for record in world.receipt.records if isinstance(record.fact, FiguresDelivered)}
    assert (len(streams), len(world.receipt.records)) == (count, count + 1)


@then("weist die Datei darauf hin, dass {check:Check}")
def warned(paper: Paper, check: str) -> None:
    assert paper.seen is not None
    assert check in {one.check for one in paper.seen.delivered.warnings}


@then('bei der Datei steht, dass sich "{line}" ändern würde')
def change_shown(paper: Paper, world: World, line: str) -> None:
    assert paper.seen is not None
    assert world.lines[line] in {change.line_id for change in paper.seen.lines}


@then("ist bei der Freigabe die Vorschau festgehalten, die diese Person gesehen hat")
def preview_recorded(paper: Paper) -> None:
    assert paper.seen is not None
    assert paper.files.read(SECOND, paper.file_id).decided_on == paper.seen.preview


@then('steht bei der Datei für "{line}", dass das Bisherige aus {was} ist und das Neue aus {now}')
def months_of_change(paper: Paper, world: World, line: str, was: str, now: str) -> None:
    assert paper.seen is not None
    changes = [one for one in paper.seen.lines if one.line_id == world.lines[line]]
    assert [(month_says(one.was_month or ""), month_says(one.month or "")) for one in changes] == [(was, now)]


@then('steht bei der Datei, dass sie von "{actor:Who}" zurückgewiesen ist, weil "{reason}"')
def decision_shown(paper: Paper, actor: Actor, reason: str) -> None:
    assert paper.seen is not None
    assert paper.seen.decided_by is not None
    assert (paper.seen.decision, paper.seen.decided_by.reason) == ("rejected", reason)
    assert paper.seen.decided_by.office == actor.office


@then("stehen bei jeder Lieferung Name, Größe und Prüfsumme der Datei")
def source_named(paper: Paper, world: World) -> None:
    assert world.receipt is not None
    with taken(paper.bytes, "maerz.csv") as file:
        sources = [record.fact.source for record in world.receipt.records if isinstance(record.fact, FiguresDelivered)]
        assert sources == [file.source]

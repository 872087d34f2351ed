"""Tables in a layout of one's own, the mappings by which they are read, and templates."""

from application.figure_files.dry_run import Saying
from application.figure_files.template_of import TemplateOf
from application.reading.agreement_at import AgreementAt
from domain.record import Actor
from domain.values import Month
from tests.figures.mappings import COUNCIL
from tests.specs.language import given, identifier, then, when
from tests.specs.loads import CODES, Table
from tests.specs.paper import Paper
from tests.specs.world import World


@given("statt der Datei eine Tabelle des Kreistags zum März 2026 (erfundene Werte):")
def a_table_of_a_council(paper: Paper, datatable: Table) -> None:
    paper.header, paper.rows = tuple(datatable[0]), [[*row] for row in datatable[1:]]


@given('die Spalte "{old}" heißt nun "{new}"')
def column_renamed(paper: Paper, old: str, new: str) -> None:
    assert old in paper.header
    paper.header = tuple(new if heading == old else heading for heading in paper.header)


@given('{actor:Who} hat die Zuordnung "{name}" hinterlegt')
@when('{actor:Who} die Zuordnung "{name}" hinterlegt')
def keeps(paper: Paper, world: World, actor: Actor, name: str) -> None:
    text = COUNCIL.replace('"kreistag"', f'"{identifier(name)}"')
    world.attempt(lambda: paper.files.keep(actor, text))


@when('{actor:Who} die Zuordnung "{name}" ohne ihre Spalten hinterlegt')
def keeps_half(paper: Paper, world: World, actor: Actor, name: str) -> None:
    text = COUNCIL.replace('"kreistag"', f'"{identifier(name)}"').partition("[values]")[0]
    world.attempt(lambda: paper.files.keep(actor, text))


@when('{actor:Who} die Datei nach der Zuordnung "{name:Id}" prüft')
def checks_by(paper: Paper, actor: Actor, name: str) -> None:
    paper.check(actor, Saying(mapping=name))


@then('die Prüfung nennt die Zuordnung "{name:Id}"')
def names_mapping(paper: Paper, name: str) -> None:
    assert paper.dry_run.understood is not None
    assert paper.dry_run.understood.mapping == name


@when("das Ministerium die Vorlage für {month:Month} holt")
def fetches_template(paper: Paper, month: Month) -> None:
    fetched(paper, TemplateOf(month=month))


@when("das Ministerium die Vorlage für {month:Month} und zugleich für das Jahr {year:d} holt")
def fetches_both(paper: Paper, month: Month, year: int) -> None:
    fetched(paper, TemplateOf(month=month, year=year))


def fetched(paper: Paper, wanted: TemplateOf) -> None:
    """A template as its rows, headings first."""
    world = paper.world
    there = AgreementAt(world.journal.records(world.agreement_id))
    rows = world.attempt(lambda: [*wanted.rows(there.agreement.terms, there.attainment)])
    paper.rows = [[*row] for row in rows or ()]


@then(
    'hat die Vorlage für "{quantity}" die Monate {first:Month} bis {last:Month}',
    'die Vorlage hat für "{quantity}" die Monate {first:Month} bis {last:Month}',
)
def template_months(paper: Paper, quantity: str, first: Month, last: Month) -> None:
    headings, *rows = paper.rows
    measure, sex, month = (headings.index(name) for name in ("Kennzahl", "Geschlecht", "Bezugsmonat"))
    months = [row[month] for row in rows if (row[measure], row[sex]) == (CODES[quantity], "insgesamt")]
    assert (months[0], months[-1]) == (first, last)

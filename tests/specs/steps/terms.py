"""What the terms of an agreement say, read back."""

from datetime import date
from decimal import Decimal

from application.reading.parts import Resources
from domain.budget import BudgetLine
from domain.facts import AgreementDrafted, TargetProposed
from domain.german import german
from domain.record import Actor
from domain.state import Agreement, Status
from domain.terms import Goal, Line, LineKind, Terms
from tests.specs.cast import MINISTRY, party_says
from tests.specs.clock import end_of
from tests.specs.drafts import COMPARATORS, QUANTITIES, bound
from tests.specs.language import UNITS, number, said, then, when
from tests.specs.loads import Table, rows_under
from tests.specs.world import World


@when("die Vereinbarung gelesen wird")
def agreement_is_read(world: World) -> None:
    world.agreement_read = world.agreement


@when("die Vereinbarung gelesen wird, wie sie am {day:Day} bekannt war")
def agreement_is_read_as_known(world: World, day: date) -> None:
    world.agreement_read = world.attempt(
        lambda: world.queries.agreement(MINISTRY, world.agreement_id, known_at=end_of(day))
    )


@when("{actor:Who} die Fassung {number:d} der Bedingungen liest")
def version_is_read(world: World, actor: Actor, number: int) -> None:
    resources = Resources(world.journal)
    found = world.attempt(lambda: resources.terms_version(actor, world.agreement_id, number))
    world.terms_read = found.item.terms if found else None


@then('nennt diese Fassung für "{line}" den Zielwert {agreed}')
def version_says(world: World, line: str, agreed: str) -> None:
    assert world.terms_read is not None
    (held,) = [one.bound for one in world.terms_read.lines if one.id == world.lines[line]]
    assert held is not None
    assert held.model_dump(mode="json") == bound(agreed)


def agreement(world: World) -> Agreement:
    """The agreement as read last, else as it stands."""
    world.must_be_examined()
    return world.agreement_read or world.agreement


def terms(world: World) -> Terms:
    """Its terms."""
    return agreement(world).terms


def goal(world: World, goal_id: str) -> Goal:
    """One of its goals."""
    return next(goal for goal in terms(world).goals if goal.id == goal_id)


@said('ist die Vereinbarung "{status}"', 'die Vereinbarung ist "{status}"')
def stands(world: World, status: str) -> None:
    assert german(agreement(world).status) == status


@then('sie gilt für das Jahr {year:d} auf der Grundlage "{legal_basis}"')
def for_the_year(world: World, year: int, legal_basis: str) -> None:
    assert (terms(world).year, terms(world).legal_basis) == (year, legal_basis)


@then("ihre Partner sind:")
def partners(world: World, datatable: Table) -> None:
    assert [
        [terms(world).side_named(party.side).in_german(), party.name] for party in terms(world).parties
    ] == rows_under(datatable, "Seite", "Name")


@then("es ist die zweite Vereinbarung dieser Partner für dieses Jahr")
def second_agreement(world: World) -> None:
    assert (agreement(world).ordinal, agreement(world).status) == (2, Status.DRAFTED)


@then(
    'enthält der Grundsatz "{title}" den Wortlaut "{text}"',
    'enthält die Verpflichtung "{title}" den Wortlaut "{text}"',
)
def contains(world: World, title: str, text: str) -> None:
    held = {part.title: part.says for part in (*terms(world).principles, *terms(world).duties)}
    assert text in held[title]


@then('enthält Ziel {goal_id} den Wortlaut "{text}"')
def goal_says(world: World, goal_id: str, text: str) -> None:
    assert text in goal(world, goal_id).says


@then('beruhen die Haushaltsmittel auf "{text}"')
def budget_rests_on(world: World, text: str) -> None:
    budget = terms(world).budget
    assert budget is not None
    assert text in budget.basis


@then('steht im Wortlaut an der Stelle "{place}" "{words}"')
def stands_in_the_text(world: World, place: str, words: str) -> None:
    assert words in next(passage.says for passage in terms(world).text if passage.place == place)


@then('die Stelle des ersten Grundsatzes ist "{place}"')
def stands_at(world: World, place: str) -> None:
    assert terms(world).principles[0].clause == place


@then("lauten die Eckwerte:")
def benchmarks(world: World, datatable: Table) -> None:
    held = [[one.title, one.source, one.expected_change] for one in terms(world).benchmarks]
    assert held == [
        [title, source, Decimal(number(change))]
        for title, source, change in rows_under(datatable, "Eckwert", "Quelle", "Veränderung in Prozent")
    ]


@then("lauten die Haushaltszeilen:")
def budget_lines(world: World, datatable: Table) -> None:
    budget = terms(world).budget
    assert budget is not None
    assert amounts(budget.lines) == rows_under(datatable, "Zeile", "Euro")


@then("bundesweit enthalten sind:")
def nationwide(world: World, datatable: Table) -> None:
    budget = terms(world).budget
    assert budget is not None
    assert amounts(budget.included_nationwide) == rows_under(datatable, "Zeile", "Euro")


def amounts(lines: tuple[BudgetLine, ...]) -> list[list[str]]:
    """Titles and amounts as the features write them."""
    return [[line.title, f"{line.amount:,}".replace(",", ".")] for line in lines]


@then("das genannte Gesamtbudget ist {total:Number} Euro, gerundet auf {step:Number} Euro")
def stated_total(world: World, total: str, step: str) -> None:
    budget = terms(world).budget
    assert budget is not None
    assert (budget.stated_total, budget.rounded_to) == (Decimal(total), Decimal(step))


@then("lauten die Zeilen der Ziele:")
def lines(world: World, datatable: Table) -> None:
    names = {line_id: name for name, line_id in world.lines.items()}
    lines = ((goal.id, line) for goal in terms(world).goals for line in goal.lines)
    assert [[goal_id, names[line.id], kind(line), in_german(line)] for goal_id, line in lines] == rows_under(
        datatable, "Ziel", "Zeile", "Art", "Zielwert"
    )


def kind(line: Line) -> str:
    """What a line is for."""
    return "Monitoring" if line.kind is LineKind.MONITORED else german(line.kind)


def in_german(line: Line) -> str:
    """A line's target as the features write it."""
    if line.bound is None:
        return "keiner"
    quantity = next(name for name, code in QUANTITIES.items() if code == line.quantity)
    comparator = next(name for name, code in COMPARATORS.items() if code == line.bound.comparator)
    unit = next(name for name, code in UNITS.items() if code == line.bound.unit)
    return f"{quantity} {comparator} {f'{line.bound.value:+f}'.replace('.', ',')} {unit}"


@then("hat Ziel {goal_id} diese Urteile:")
def verdicts(world: World, goal_id: str, datatable: Table) -> None:
    rows = rows_under(datatable, "Urteil", "entscheidende Zeilen")
    held = [
        [verdict.title, {world.lines[name] for name in names.split(", ")} == set(verdict.lines)]
        for verdict, (_, names) in zip(goal(world, goal_id).verdicts, rows, strict=True)
    ]
    assert held == [[title, True] for title, _ in rows]


@then("stehen in der Geschichte die Vorschläge:")
def proposals(world: World, datatable: Table) -> None:
    facts = [(record.provenance.party, record.fact) for record in world.log()]
    held = [
        [party_says(p), str(f.bound.value).replace(".", ","), f.rationale]
        for p, f in facts
        if isinstance(f, TargetProposed)
    ]
    assert held == rows_under(datatable, "von", "Zielwert", "Begründung")


@then(
    'ist der vereinbarte Zielwert für "{line}" {agreed}',
    'der vereinbarte Zielwert für "{line}" ist weiterhin {agreed}',
)
def target(world: World, line: str, agreed: str) -> None:
    held = next(one for one in terms(world).lines if one.id == world.lines[line])
    assert held.bound is not None
    assert held.bound.model_dump(mode="json") == bound(agreed)


@then('der erste Eintrag nennt weiterhin {agreed} für "{line}"')
def first_entry(world: World, agreed: str, line: str) -> None:
    fact = world.log()[0].fact
    assert isinstance(fact, AgreementDrafted)
    held = next(one for one in fact.terms.lines if one.id == world.lines[line])
    assert held.bound is not None
    assert held.bound.model_dump(mode="json") == bound(agreed)


@then("die Bedingungen haben den Stand {version:d}")
def terms_version(world: World, version: int) -> None:
    assert agreement(world).terms_version == version


@then("nennt Ziel {goal_id} diese Umsetzungsschritte:")
def steps(world: World, goal_id: str, datatable: Table) -> None:
    assert [[item.says] for item in goal(world, goal_id).steps] == datatable


@then("Ziel {goal_id} nennt diese Erfolgskriterien:")
def criteria(world: World, goal_id: str, datatable: Table) -> None:
    assert [[item.says] for item in goal(world, goal_id).criteria] == datatable


@then("nennt Ziel {goal_id} diese Themen:")
def topics(world: World, goal_id: str, datatable: Table) -> None:
    assert [[item.says] for item in goal(world, goal_id).topics] == datatable


@then("Ziel {goal_id} hat weder Zeilen noch Urteile")
def neither_lines_nor_verdicts(world: World, goal_id: str) -> None:
    assert (goal(world, goal_id).lines, goal(world, goal_id).verdicts) == ((), ())


@then('ist die Kennzahlenverordnung vom {day:Day} gebunden, "{citation}", zuletzt geändert am {amended:Day}, "{by}"')
def ordinance(world: World, day: date, citation: str, amended: date, by: str) -> None:
    held = terms(world).ordinance
    assert (held.issued_on, held.citation, held.amended_on, held.amendment_citation) == (day, citation, amended, by)


@then("liegt der Abschlussdialog zwischen dem {opens:Day} und dem {closes:Day}")
def window(world: World, opens: date, closes: date) -> None:
    assert (terms(world).assessment.opens_on, terms(world).assessment.closes_on) == (opens, closes)


@then("sind mindestens {minimum:d} Zieldialoge vereinbart")
def dialogs_agreed(world: World, minimum: int) -> None:
    assert terms(world).dialogs.minimum == minimum


@then('bereitet der "{committee}" die Dialoge vor')
def committee_named(world: World, committee: str) -> None:
    assert terms(world).dialogs.committee == committee

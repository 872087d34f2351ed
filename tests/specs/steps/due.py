"""What is due, on which day and for whom."""

from datetime import date

from application.lists.due_item import DueKind
from domain.record import Role
from domain.terms import Item
from tests.specs.cast import MINISTRY, PARTIES
from tests.specs.language import identifier, month_says, then, when
from tests.specs.loads import Table, rows_under
from tests.specs.world import World

KINDS = {
    "Unterschrift": DueKind.SIGNATURE,
    "Abgleich der Abschrift": DueKind.TRANSCRIPTION,
    "Unterschrift unter die Änderung": DueKind.AMENDMENT,
    "Zieldialog": DueKind.DIALOG_OWED,
    "gewünschtes Gespräch": DueKind.DIALOG_REQUEST,
    "Beteiligung des Ausschusses": DueKind.COMMITTEE,
    "Protokoll": DueKind.MINUTES,
    "Verabredung": DueKind.MEASURE,
    "Lieferung": DueKind.LOAD_EXPECTED,
    "Freigabe": DueKind.LOAD_UNRELEASED,
    "Zielabweichung": DueKind.OFF_COURSE,
    "Umsetzungsschritt": DueKind.STEP,
    "offenes Ziel": DueKind.GOAL_OPEN,
    "Abschlussdialog": DueKind.FINAL_DIALOG,
    "Gesamtbewertung": DueKind.ASSESSMENT,
    "Antwort des Landkreises": DueKind.COUNTY_ANSWER,
    "Antwort auf die Beanstandung": DueKind.CONTEST,
    "Abschluss": DueKind.CLOSING,
    "Prüfung der Gesamtbewertung": DueKind.REVIEW,
}


WORDS = {
    "terms-1": "Stand 1 der Bedingungen",
    "dialog": "Dialog",
    "assessment": "Bewertung",
    "answer": "Antwort",
    "contest": "Beanstandung",
    "closing": "Abschluss",
}
"""What is waited for that has no name in the agreement."""


@when("gelesen wird, was am {day:Day} für {role:ForWhom} fällig ist")
def is_read(world: World, day: date, role: Role | None) -> None:
    world.must_be_examined()
    world.views.catch_up()
    world.due = world.lists.due(MINISTRY, day, role)


@then('ist als "{kind}" fällig:', 'als "{kind}" ist fällig:')
def is_due(world: World, kind: str, datatable: Table) -> None:
    items = [item for item in world.due if item.kind is KINDS[kind]]
    held = [[named(world, item.reference), spoken(item.due_from), spoken(item.due_by)] for item in items]
    rows = rows_under(datatable, "was", "seit", "bis")
    assert sorted(held) == sorted([identifier(whole(world, what)), since, until] for what, since, until in rows)


@then('ist als "{kind}" nichts fällig', 'als "{kind}" ist nichts fällig')
def is_not_due(world: World, kind: str) -> None:
    assert [item for item in world.due if item.kind is KINDS[kind]] == []


@then("ist nichts fällig")
def nothing_due(world: World) -> None:
    assert world.due == ()


def named(world: World, reference: str) -> str:
    """How the features name what is waited for, spelled as an id."""
    names = {line_id: name for name, line_id in world.lines.items()}
    names |= {party: name for name, party in PARTIES.items() if party}
    names |= WORDS | {step.id: step.says for step in steps(world)}
    return identifier(", ".join(names.get(part, month_says(part)) for part in reference.split(":")))


def whole(world: World, beginning: str) -> str:
    """The words of the step that begins like this, else these words."""
    return next((step.says for step in steps(world) if step.says.startswith(beginning)), beginning)


def steps(world: World) -> list[Item]:
    """The steps of all goals."""
    return [step for goal in world.agreement.terms.goals for step in goal.steps]


def spoken(day: date | None) -> str:
    """A day, empty when there is none."""
    return f"{day:%d.%m.%Y}" if day else ""

"""What is due, on which day and for whom."""

import re
from datetime import date

from application.lists.due_item import DueKind
from domain.record import Role
from tests.specs.cast import MINISTRY
from tests.specs.language import MONTHS, then, when
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


@when("gelesen wird, was am {day:Day} für {role:ForWhom} fällig ist")
def is_read(world: World, day: date, role: Role | None) -> None:
    world.must_be_examined()
    world.views.catch_up()
    world.due = world.lists.due(MINISTRY, day, role)


@then('ist als "{kind}" fällig:', 'als "{kind}" ist fällig:')
def is_due(world: World, kind: str, datatable: Table) -> None:
    items = [item for item in world.due if item.kind is KINDS[kind]]
    held = [[named(world, item.reference), spoken(item.due_from), spoken(item.due_by)] for item in items]
    assert sorted(held) == sorted(rows_under(datatable, "was", "seit", "bis"))


@then('ist als "{kind}" nichts fällig', 'als "{kind}" ist nichts fällig')
def is_not_due(world: World, kind: str) -> None:
    assert [item for item in world.due if item.kind is KINDS[kind]] == []


@then("ist nichts fällig")
def nothing_due(world: World) -> None:
    assert world.due == ()


def named(world: World, reference: str) -> str:
    """How the features name what is waited for: lines and months by their German names."""
    lines = {line_id: name for name, line_id in world.lines.items()}
    return ", ".join(lines.get(part, in_words(part)) for part in reference.split(":"))


def in_words(part: str) -> str:
    """2026-03 → März 2026."""
    if not re.fullmatch(r"\d{4}-\d\d", part):
        return part
    return f"{MONTHS[int(part[5:]) - 1]} {part[:4]}"


def spoken(day: date | None) -> str:
    """A day, empty when there is none."""
    return f"{day:%d.%m.%Y}" if day else ""

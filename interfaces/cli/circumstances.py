"""The command about circumstances and legal changes of all agreements."""

from collections.abc import Mapping

from application.lists.circumstances import CircumstanceRow
from application.lists.reading import SameThing
from domain.german import german, spoken
from interfaces.bootstrap import own_system
from interfaces.cli.console import console
from interfaces.cli.read import AsJson, KnownAt, print_scoped, read_up_to
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.cli.tables import AsTable, hand_on
from interfaces.german.subjects import values_agreed
from interfaces.tables import lists as tables


def circumstances(known_at: KnownAt = None, as_json: AsJson = False, out: AsTable = None) -> None:
    """Zeigt Umstände und Gesetzesänderungen aller Vereinbarungen, die gleichen nebeneinander."""
    with own_system() as system:
        system.views.catch_up()
        if out:
            hand_on(out, tables.circumstances(system, local_reader(), known_at=known_at))
            return
        at = system.lists.as_of(known_at)
        found = system.lists.circumstances(local_reader(), at=at)
        if as_json:
            print_scoped(found, at)
            return
        first = [same.rows[0].agreement_id for same in found]
        terms = [system.queries.agreement(local_reader(), agreement).terms for agreement in first]
    on = console()
    for same, agreed in zip(found, terms, strict=True):
        on.print(_title(same, dict(values_agreed(agreed))), style="bold", markup=False)
        table = plain_table("Vereinbarung", "vereinbart", "tatsächlich", "festgehalten", "gewürdigt", "was")
        for row in same.rows:
            add(table, row.agreement_id, _number(row.agreed), _number(row.actual), _noted(row), _effect(row), row.says)
        on.print(table)
    if not found:
        on.print("Es ist noch kein Umstand und keine Gesetzesänderung festgehalten.")
    on.print(read_up_to(at))


def _title(same: SameThing, titles: Mapping[str, str]) -> str:
    """What it is, budget lines and benchmarks by the titles they have in the terms."""
    first = same.rows[0]
    named = f"{german(first.kind)} {titles.get(first.about, first.about)}" + (
        "" if first.kind == "law" else f" ({first.year})"
    )
    alike = {None: "", True: ": gleich gewürdigt", False: ": verschieden gewürdigt"}
    return f"{named}{alike[same.appraised_alike]}"


def _number(value: object) -> str:
    return "–" if value is None else spoken(value)


def _noted(row: CircumstanceRow) -> str:
    disputed = ", bestritten" if row.disputed else ""
    return f"{spoken(row.noted_on)}, {german(row.noted_in_role)}{disputed}"


def _effect(row: CircumstanceRow) -> str:
    if row.has_effect is None:
        return "noch nicht"
    return f"{'mit' if row.has_effect else 'ohne'} Auswirkung: {row.why}"

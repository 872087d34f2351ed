"""Commands that read the history, and the differences between two moments."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Annotated, TypeVar
from uuid import UUID

import typer

from application.history.between_moments import AgreementDifference, Moment
from application.history.between_moments import difference as difference_of
from application.history.entry import HistoryEntry
from application.history.exports import csv_rows, json_lines
from application.history.filters import HistoryFilter
from application.history.pages import LARGEST_PAGE
from application.reading.parts.part import Area
from domain.german import german, spoken
from domain.record import Role
from interfaces.bootstrap import System, own_system
from interfaces.cli.console import console, print_history
from interfaces.cli.read import AgreementArgument, AsJson, KnownAt, instant, print_json
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.german.labels import Labels
from interfaces.reports import agreements_of

T = TypeVar("T")
TABLE_ROWS = 500
"""Rows of one table, so that a long history is printed while it is read."""

AsCsv = Annotated[bool, typer.Option("--csv", help="CSV für eine Tabellenkalkulation.")]


def history(
    agreement: Annotated[
        str | None, typer.Argument(metavar="[VEREINBARUNG]", help="Kennung der Vereinbarung; ohne sie: alle.")
    ] = None,
    goal: Annotated[str | None, typer.Option(help="Nur was dieses Ziel betrifft.")] = None,
    clause: Annotated[str | None, typer.Option(help="Nur was diese Fundstelle betrifft, etwa III.3.2.")] = None,
    role: Annotated[Role | None, typer.Option(help="Nur was in dieser Rolle festgehalten wurde.")] = None,
    party: Annotated[str | None, typer.Option(help="Nur was für diese Vertragspartei festgehalten wurde.")] = None,
    actor: Annotated[str | None, typer.Option(help="Nur was diese Person festgehalten hat.")] = None,
    fact: Annotated[str | None, typer.Option(help="Nur Einträge dieser Art, etwa DialogHeld.")] = None,
    recorded_from: Annotated[datetime | None, typer.Option(parser=instant, help="Festgehalten ab.")] = None,
    recorded_until: Annotated[datetime | None, typer.Option(parser=instant, help="Festgehalten bis.")] = None,
    occurred_from: Annotated[str | None, typer.Option(help="Geschehen ab diesem Tag.")] = None,
    occurred_until: Annotated[str | None, typer.Option(help="Geschehen bis zu diesem Tag.")] = None,
    correlation: Annotated[UUID | None, typer.Option(help="Nur dieser Vorgang.")] = None,
    cause: Annotated[UUID | None, typer.Option(help="Nur was dieser Eintrag unmittelbar auslöste.")] = None,
    finding: Annotated[
        str | None, typer.Option(metavar="REGEL", help="Nur wozu diese Regel etwas feststellte, etwa recorded-late.")
    ] = None,
    causes: Annotated[
        str | None,
        typer.Option(
            metavar="STAND|KENNUNG",
            help="Was zu diesem Eintrag führte, Ursache für Ursache; ohne Vereinbarung nach seiner Position.",
        ),
    ] = None,
    after: Annotated[int, typer.Option(min=0, help="Erst hinter dieser Position.")] = 0,
    limit: Annotated[int | None, typer.Option(min=1, max=LARGEST_PAGE, help="Höchstens so viele Einträge.")] = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_json_lines: Annotated[bool, typer.Option("--jsonl", help="JSON Lines, ein Eintrag je Zeile.")] = False,
    as_csv: AsCsv = False,
) -> None:
    """Zeigt, wer wann mit welchem Grund was festgehalten hat, und was sich dadurch änderte."""
    asked = {
        "agreement_id": agreement,
        "goal": goal,
        "clause": clause,
        "role": role,
        "party": party,
        "actor": actor,
        "fact": fact,
        "recorded_from": recorded_from,
        "recorded_until": recorded_until,
        "occurred_from": occurred_from,
        "occurred_until": occurred_until,
        "correlation_id": correlation,
        "causation_id": cause,
        "finding": finding,
    }
    filters = HistoryFilter.model_validate(asked)
    with own_system() as system:
        entries = (
            _entries(system, filters, after, limit, known_at) if causes is None else _causes(system, agreement, causes)
        )
        if as_csv or as_json_lines:
            for line in csv_rows(entries, system.histories.party_named) if as_csv else json_lines(entries):
                typer.echo(line, nl=False)
        elif as_json:
            print_list(entry.model_dump(mode="json") for entry in entries)
        else:
            known = agreements_of(system, local_reader())
            for some in groups(entries, TABLE_ROWS):
                print_history(console(), some, known)


def difference(
    agreement: AgreementArgument,
    before: Annotated[str, typer.Option("--from", metavar="STAND|ZEITPUNKT", help="Stand, Tag oder Zeitpunkt vorher.")],
    after: Annotated[str, typer.Option("--to", metavar="STAND|ZEITPUNKT", help="Stand, Tag oder Zeitpunkt nachher.")],
    as_json: AsJson = False,
) -> None:
    """Zeigt, was zwischen zwei Ständen oder Zeitpunkten anders wurde."""
    with own_system() as system:
        found = difference_of(system.journal, local_reader(), agreement, moment(before), moment(after))
        labels = Labels(system.queries.agreement(local_reader(), agreement))
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        _print_difference(found, labels)


def moment(text: str) -> Moment:
    """A version written as digits, else an instant."""
    return int(text) if text.isdecimal() and len(text) < 9 else instant(text)


def groups(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """The items in groups of so many."""
    remaining = iter(items)
    while group := tuple(islice(remaining, size)):
        yield group


def print_list(documents: Iterable[object], end: str = "\n") -> None:
    """A JSON list on standard output, item by item."""
    opening = "["
    for document in documents:
        typer.echo(f"{opening}\n{json.dumps(document, ensure_ascii=False, indent=2)}", nl=False)
        opening = ","
    typer.echo("[]" if opening == "[" else "\n]", nl=False)
    typer.echo(end, nl=False)


def _entries(
    system: System, filters: HistoryFilter, after: int, limit: int | None, known_at: datetime | None
) -> Iterable[HistoryEntry]:
    if limit is None:
        return system.histories.entries(local_reader(), filters, after=after, known_at=known_at)
    page = system.histories.page(local_reader(), filters, after=after, limit=limit, known_at=known_at)
    if page.more:
        console(stderr=True).print(f"Gelesen bis Position {page.read_up_to}; weiter mit --after {page.read_up_to}.")
    return page.entries


def _causes(system: System, agreement: str | None, asked: str) -> tuple[HistoryEntry, ...]:
    """The chain that led to an entry, which is named by its version or its event id; without an agreement by place."""
    try:
        return system.histories.causes(local_reader(), _event_id(system, agreement, asked))
    except ValueError:
        number = f"ein Stand von {agreement}" if agreement else "die Position eines Eintrags"
        said = f"„{asked}“ ist weder {number} noch die Kennung eines Eintrags."
        raise typer.BadParameter(said, param_hint="--causes") from None


def _event_id(system: System, agreement: str | None, asked: str) -> UUID:
    if not (asked.isdecimal() and len(asked) < 16):
        return UUID(asked)
    number = int(asked)
    if agreement:
        records = system.courses.course(local_reader(), agreement).records
        found = next((record for record in records if record.version == number), None)
    else:
        found = next((one for one in system.journal.log(after=max(0, number - 1), limit=1)), None)
        found = found if found and found.position == number else None
    if found is None:
        raise ValueError(asked)
    return found.event_id


def _print_difference(found: AgreementDifference, labels: Labels) -> None:
    out = console()
    out.print(f"{found.agreement_id}: Stand {found.before_version} und Stand {found.after_version}", markup=False)
    if found.before_version and found.after_version:
        changed = sum(change.area is Area.TERMS for change in found.changes)
        terms = f"{changed} {'Änderung' if changed == 1 else 'Änderungen'}" if changed else "unverändert"
        out.print(f"Bedingungen und Zielwerte: {terms}.", style="bold")
    if found.changes:
        table = plain_table("", "was", "vorher", "nachher")
        for change in found.changes:
            values = (labels.of_statement(said) if said else "–" for said in (change.before, change.after))
            add(table, german(change.area), labels.of_subject(change.says), *values)
        out.print(table)
    else:
        out.print("Es ist nichts anders geworden.")
    if found.entries:
        entries = plain_table("Stand", "Position", "Eintrag dazwischen", "Tag", "wer", "Grund")
        for one in found.entries:
            add(
                entries,
                str(one.version),
                str(one.position),
                one.title,
                spoken(one.occurred_on),
                german(one.role),
                one.reason or "–",
            )
        out.print(entries)

"""The commands about many agreements, and the one that begins next year's."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from application.acting.carry_over import carried_over
from application.lists.overview import OverviewRow
from application.ports import Unavailable
from application.stored_views import VIEWS
from domain.attainment import in_words
from domain.german import german
from domain.parties import Side
from domain.record import Role
from interfaces.bootstrap import own_system
from interfaces.cli.console import console, print_due
from interfaces.cli.due_files import DueFile, write_due
from interfaces.cli.files import written
from interfaces.cli.read import AsJson, KnownAt, print_scoped, read_up_to, whole
from interfaces.cli.reader import local_reader
from interfaces.cli.rows import add, plain_table
from interfaces.cli.tables import AsTable, hand_on
from interfaces.german import numbers
from interfaces.tables import lists as tables


def day(text: str) -> date:
    """A day as JJJJ-MM-TT."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("Erwartet wird ein Tag wie 2026-06-30.") from None


def overview(known_at: KnownAt = None, as_json: AsJson = False, out: AsTable = None) -> None:
    """Zeigt alle Vereinbarungen und wo sie stehen."""
    with own_system() as system:
        system.views.catch_up()
        if out:
            hand_on(out, tables.agreements(system, local_reader(), known_at=known_at))
            return
        at = system.lists.as_of(known_at)
        rows = system.lists.overview(local_reader(), at=at)
    if as_json:
        print_scoped(rows, at)
        return
    found = plain_table("Vereinbarung", "Partner", "Lage", "Monat", "Ziele", "Dialoge", "Stand")
    for row in rows:
        add(
            found,
            row.agreement_id,
            ", ".join(party.name for party in row.parties if party.side is not Side.LAND),
            german(row.status),
            numbers.month(row.latest_month) if row.latest_month else "–",
            _verdicts(row),
            f"{row.dialogs_held} von {row.dialogs_agreed}",
            str(row.version),
        )
    console().print(found if rows else "Es ist noch keine Vereinbarung festgehalten.")
    console().print(read_up_to(at))


def due(
    role: Annotated[Role | None, typer.Option(help="Nur was diese Rolle zu tun hat.")] = None,
    on: Annotated[
        datetime | None, typer.Option("--on", parser=day, metavar="JJJJ-MM-TT", help="An welchem Tag; sonst heute.")
    ] = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    out: DueFile = None,
) -> None:
    """Zeigt, was fällig ist: seit wann, bis wann, wer es zu tun hat und warum."""
    with own_system() as system:
        system.views.catch_up()
        when = on or system.service.today()
        if out:
            write_due(system, out, when, role, known_at)
            return
        at = system.lists.as_of(known_at)
        items = system.lists.due(local_reader(), when, role, at=at)
    if as_json:
        print_scoped(items, at)
    else:
        print_due(console(), items, when)
        console().print(read_up_to(at))


def rebuild() -> None:
    """Bildet alle gespeicherten Sichten und das Verzeichnis der Einträge aus dem Protokoll neu."""
    with own_system() as system:
        views, trouble = system.views, []
        for names, form in (
            ([view.name for view in VIEWS], partial(views.rebuild, *VIEWS)),
            (["entry_index"], views.reindex),
        ):
            try:
                _rebuilt(names, form)
            except Unavailable as why:  # what cannot be formed keeps nothing else from being formed
                trouble.append(str(why))
        if trouble:
            raise Unavailable(" ".join(dict.fromkeys(trouble)))


def draft(
    earlier: Annotated[str, typer.Option("--from", metavar="VEREINBARUNG", help="Kennung der früheren Vereinbarung.")],
    year: Annotated[
        int, typer.Option(parser=whole(2011, 2099), metavar="JAHR", help="Das Jahr, für das entworfen wird.")
    ],
    out: Annotated[Path | None, typer.Option(metavar="DATEI", help="Wohin; sonst auf die Standardausgabe.")] = None,
) -> None:
    """Übernimmt die Bedingungen für ein neues Jahr als Auftrag DraftAgreement und nennt, was neu zu entscheiden ist."""
    with own_system() as system:
        agreement = system.queries.agreement(local_reader(), earlier)
        carried = carried_over(agreement, year, system.service.today())
    text = json.dumps(carried.request.model_dump(mode="json"), ensure_ascii=False, indent=2)
    if out is None:
        typer.echo(text)
    else:
        with written(out) as file:
            file.write(f"{text}\n".encode())
    err = console(stderr=True)
    err.print("Festgehalten ist nichts. Neu zu entscheiden:", soft_wrap=True)
    for question in carried.undecided:
        err.print(f"– {question.says}", markup=False, soft_wrap=True)
    if out is not None:
        err.print(f"Dann: zielsteuerung act DraftAgreement {out} …", markup=False, soft_wrap=True)


def _verdicts(row: OverviewRow) -> str:
    if row.assessed:
        return "; ".join(f"{one.title}: {german(one.judged)}" for one in row.assessed)
    return "; ".join(f"{one.title}: {in_words(one.state, one.caveats)}" for one in row.verdicts)


def _rebuilt(names: Sequence[str], form: Callable[..., None]) -> None:
    err = console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(", ".join(names), total=None)
        form(progress=lambda done, total: bar.update(task, completed=done, total=total))
    for name in names:
        typer.echo(f"Neu gebildet: {name}")

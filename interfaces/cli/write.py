"""The commands that record in the user's own database."""

import json
import os
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from application.acting.orders import Receipt
from application.acting.permissions import PERMITTED
from application.acting.register_requests import ErasePerson
from application.ports import Person, Unavailable
from domain.acts import DECISIONS
from domain.acts.drafting import DraftAgreement
from domain.german import spoken
from domain.record import GERMANY, Actor, Role
from domain.rules import Finding, Refused
from interfaces.bootstrap import System, own_system
from interfaces.cli.console import console
from interfaces.cli.files import said
from interfaces.cli.profile import PARTY, Office, PersonId, Scope
from interfaces.german import numbers

REQUESTS = {request.__name__: request for request in PERMITTED if request in {*DECISIONS, DraftAgreement}}

persons = typer.Typer(help="Das Verzeichnis der Personen, deren Namen gelöscht werden können.", no_args_is_help=True)


def act(
    request: Annotated[str, typer.Argument(metavar="AUFTRAG", help=f"Einer von: {', '.join(REQUESTS)}.")],
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="Inhalt des Auftrags als JSON oder TOML.")],
    person: PersonId,
    role: Annotated[Role, typer.Option(help="Rolle, in der sie handelt.", envvar="ZIELSTEUERUNG_ROLE")],
    office: Office,
    scope: Scope,
    party: Annotated[str | None, PARTY] = None,
    agreement: Annotated[str | None, typer.Option(help="Kennung der Vereinbarung; keine für eine neue.")] = None,
    on_version: Annotated[int, typer.Option(min=0, help="Stand, auf dem entschieden wurde (siehe show).")] = 0,
    key: Annotated[str | None, typer.Option(help="Schlüssel, unter dem derselbe Auftrag nur einmal gilt.")] = None,
) -> None:
    """Lässt einen Auftrag entscheiden und hält ihn fest, oder sagt, welche Regel dagegen steht."""
    if request not in REQUESTS:
        raise typer.BadParameter(f"Einen Auftrag „{request}“ gibt es nicht; möglich sind: {', '.join(REQUESTS)}.")
    asked = REQUESTS[request].model_validate(contents(file))
    actor = Actor(person, role, office, authenticated_by(), party, scope)
    with own_system() as system:
        report(system.service.act(actor, asked, agreement, on_version=on_version, key=key))
        checkpoint_if_due(system)


@persons.command()
def add(
    person: Annotated[str, typer.Argument(metavar="KENNUNG", help="Kennung der Person, ohne ihren Namen.")],
    given_name: Annotated[str, typer.Option(help="Vorname.")],
    family_name: Annotated[str, typer.Option(help="Familienname.")],
    title: Annotated[str, typer.Option(help="Titel, etwa Dr.")] = "",
) -> None:
    """Trägt eine Person ein, damit sie als Unterzeichnende genannt werden kann."""
    entered = Person(id=person, title=title, given_name=given_name, family_name=family_name)
    with own_system() as system:
        commitment = system.service.register(entered)
        typer.echo(f"Eingetragen: {person}, Nachweis des Namens {commitment}")
        notice(system.service.left_of(entered))


@persons.command("list")
def listed(
    named_in: Annotated[str, typer.Option(metavar="TEXT", help="Nur, wessen Name in diesem Text steht.")] = "",
) -> None:
    """Zeigt, wer eingetragen ist, von wem und für welchen Schlüsselbereich."""
    with own_system() as system:
        found = system.service.persons.listed()
        if named_in:
            person = system.service.persons.named_in([named_in])
            found = [one for one in found if one.id == person]
    for one in found:
        day = numbers.day(one.registered_at.astimezone(GERMANY).date())
        where = f", Schlüsselbereich {one.scope}" if one.scope else ""
        typer.echo(f"{one.id}: {one.name}, eingetragen am {day} von {one.registered_by or 'der Befehlszeile'}{where}")
    if not found:
        typer.echo("Niemand steht im Verzeichnis." if not named_in else "Niemand wird in diesem Text genannt.")


@persons.command()
def erase(
    person: Annotated[str, typer.Argument(metavar="KENNUNG", help="Kennung der Person.")],
    reason: Annotated[str, typer.Option(help="Warum der Name gelöscht wird.")],
) -> None:
    """Löscht Namen und Salz einer Person; Einträge und Nachweise bleiben."""
    actor = Actor("befehlszeile", Role.OPERATOR, "Betrieb", authenticated_by())
    with own_system() as system:
        request = ErasePerson(occurred_on=system.service.today(), reason=reason, person=person)
        report(system.service.act(actor, request))
        checkpoint_if_due(system)


def checkpoint_if_due(system: System) -> None:
    """Make a checkpoint when it is time; what was recorded stands, also when none can be made."""
    try:
        system.audit.checkpoints.make_if_due()
    except (Unavailable, Refused) as why:
        console(stderr=True).print(f"Ein Prüfpunkt steht noch aus: {why}", markup=False, soft_wrap=True)


def authenticated_by() -> str:
    """How somebody at the command line is known: by the number of the system user, whose name stays outside."""
    return f"Befehlszeile, Systembenutzer Nr. {os.geteuid()}"


def contents(file: Path) -> dict[str, Any]:
    """A request's fields from a JSON or TOML file; raises BadParameter when it cannot be read."""
    try:
        text = file.read_text("utf-8-sig")
        found = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text, object_pairs_hook=once_each)
    except OSError as trouble:
        raise typer.BadParameter(f"{file} lässt sich nicht öffnen ({said(trouble)}).") from None
    except RecursionError:
        raise typer.BadParameter(f"{file} ist zu tief verschachtelt.") from None
    except ValueError as trouble:
        line = f" (Zeile {trouble.lineno}, Spalte {trouble.colno})" if isinstance(trouble, json.JSONDecodeError) else ""
        raise typer.BadParameter(f"{file} ist kein gültiges {file.suffix[1:].upper() or 'JSON'}{line}.") from None
    if not isinstance(found, dict):
        raise typer.BadParameter(f"{file} muss aus benannten Feldern bestehen.")
    return found


def once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object's fields; raises BadParameter when one is named twice."""
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise typer.BadParameter(f"Feld „{name}“ steht zweimal da.")
    return dict(pairs)


def report(receipt: Receipt) -> None:
    """Say what was recorded, and what was noticed."""
    for record in receipt.records:
        again = " (war schon festgehalten)" if receipt.repeated else ""
        typer.echo(
            f"{record.fact.title}{again}: {record.stream_id}, Stand {record.version}, Position {record.position}"
        )
        typer.echo(f"Tag {spoken(record.occurred_on)}, festgehalten {numbers.moment(record.recorded_at)}")
        notice(record.findings)


def notice(findings: Iterable[Finding]) -> None:
    """Say what was noticed."""
    for finding in findings:
        typer.echo(f"Feststellung: {numbers.spoken(finding.says)} [Regel {finding.rule}, {finding.clause}]")

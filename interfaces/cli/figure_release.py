"""The commands by which a second person looks at a delivered file and decides about it."""

from typing import Annotated

import typer

from application.acting.orders import Receipt
from application.figure_files.preview import FileReading
from interfaces.bootstrap import System, own_system
from interfaces.cli import newest
from interfaces.cli.console import console
from interfaces.cli.figure_options import FileId, Key, land
from interfaces.cli.figures_text import preview_id, print_file, receipt_of_file
from interfaces.cli.profile import Office, Party, PersonId, Scope
from interfaces.cli.read import AsJson, print_json
from interfaces.cli.write import checkpoint_if_due
from interfaces.german import results as text

Preview = Annotated[
    str | None,
    typer.Option(
        parser=preview_id, metavar="KENNUNG", help="Auf diese Vorschau hin; sonst auf die neueste, die Sie sahen."
    ),
]


def preview(
    person: PersonId, office: Office, scope: Scope, party: Party, file_id: FileId = None, as_json: AsJson = False
) -> None:
    """Zeigt, was sich durch eine gelieferte Datei ändert, bevor jemand über sie entscheidet."""
    actor = land(person, office, scope, party)
    with own_system() as system:
        name = file_id or newest.pending_file(system, actor)
        found = system.files.read(actor, name)
    newest.remember(looked=newest.Looked(file_id=name, preview=found.preview, person=person))
    _show(found, as_json)


def release(
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    file_id: FileId = None,
    preview: Preview = None,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
    key: Key = None,
    as_json: AsJson = False,
) -> None:
    """Gibt eine gelieferte Datei ganz frei, auf eine Vorschau hin, die gesehen wurde; ohne sie wird sie nur gezeigt."""
    actor = land(person, office, scope, party)
    with own_system() as system:
        name = file_id or newest.pending_file(system, actor)
        looked = newest.remembered().looked
        if preview is None and (looked is None or (looked.file_id, looked.person) != (name, person)):
            _show(system.files.read(actor, name), as_json)
            return
        on = preview or newest.preview_of(name, actor)
        _decided(system, system.files.release(actor, name, on, reason=reason, key=key), as_json)


def reject(
    reason: Annotated[str, typer.Option(help="Grund.")],
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    file_id: FileId = None,
    preview: Preview = None,
    key: Key = None,
    as_json: AsJson = False,
) -> None:
    """Weist eine gelieferte Datei ganz zurück, auf eine Vorschau hin, die gesehen wurde."""
    actor = land(person, office, scope, party)
    with own_system() as system:
        name = file_id or newest.pending_file(system, actor)
        on = preview or newest.preview_of(name, actor)
        _decided(system, system.files.reject(actor, name, on, reason=reason, key=key), as_json)


def _show(found: FileReading, as_json: bool) -> None:
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_file(console(), found)


def _decided(system: System, receipt: Receipt, as_json: bool) -> None:
    checkpoint_if_due(system)
    if as_json:
        print_json(receipt_of_file(receipt))
        return
    again = " (war schon festgehalten)" if receipt.repeated else ""
    typer.echo(f"{receipt.records[0].fact.title}{again}: {text.deliveries(len(receipt.records) - 1)}", err=True)

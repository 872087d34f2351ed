"""Commands about mappings: what stands where in tables of other layouts."""

from pathlib import Path
from typing import Annotated

import typer

from application.figure_files.mapping.known import known, named
from domain.facts import FigureMappingKept
from interfaces.bootstrap import own_system
from interfaces.cli.figure_options import land
from interfaces.cli.files import said
from interfaces.cli.profile import Office, Party, PersonId, Scope
from interfaces.cli.read import AsJson, print_json
from interfaces.cli.write import checkpoint_if_due


def mappings(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Zeigt den Wortlaut dieser Zuordnung.")] = None,
    as_json: AsJson = False,
) -> None:
    """Nennt die Zuordnungen: was in Tabellen aus anderer Quelle wo steht."""
    with own_system() as system:
        if name:
            typer.echo("\n".join(named(system.journal, name).lines))
            return
        found = known(system.journal)
    if as_json:
        print_json([one.mapping.model_dump(mode="json") | {"sha256": one.sha256} for one in found.values()])
        return
    for one in found.values():
        typer.echo(f"{one.mapping.name}: {one.mapping.title} [{one.sha256[:16]}]\n  Quelle: {one.mapping.source}")


def keep_mapping(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="TOML, siehe docs/figure-files.md.")],
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
) -> None:
    """Hinterlegt eine Zuordnung; unter ihrem Namen gilt danach diese Fassung."""
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        why = said(trouble) if isinstance(trouble, OSError) else "sie ist kein UTF-8"
        raise typer.BadParameter(f"{file} lässt sich nicht lesen ({why}).") from None
    with own_system() as system:
        receipt = system.files.keep(land(person, office, scope, party), content, reason=reason)
        checkpoint_if_due(system)
    fact = receipt.records[0].fact
    assert isinstance(fact, FigureMappingKept), "a mapping was laid down"
    typer.echo(f"Zuordnung „{fact.name}“ hinterlegt: SHA-256 {fact.sha256}")

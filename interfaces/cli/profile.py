"""Who acts at the command line: said as options, in the environment, or remembered in a profile."""

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from application.ports import Unavailable
from domain.german import german
from domain.record import Role
from interfaces.cli.files import said, written

PARTY = typer.Option(help="Kennung des Partners, für den sie handelt.", envvar="ZIELSTEUERUNG_PARTY")
PersonId = Annotated[str, typer.Option(help="Kennung der handelnden Person.", envvar="ZIELSTEUERUNG_PERSON")]
Office = Annotated[str, typer.Option(help="Ihre Funktion.", envvar="ZIELSTEUERUNG_OFFICE")]
Scope = Annotated[
    str,
    typer.Option(
        metavar="AGS", help="Anfang des Gemeindeschlüssels ihrer Zuständigkeit.", envvar="ZIELSTEUERUNG_SCOPE"
    ),
]
Party = Annotated[str, PARTY]
NAMES = {"person": "Person", "role": "Rolle", "office": "Funktion", "scope": "Zuständigkeit (AGS)", "party": "Partner"}
ABOUT_FILES = ("check", "deliver", "preview", "release", "reject", "keep-mapping")


def place() -> Path:
    """The file of the profile: ZIELSTEUERUNG_PROFILE, else among the user's settings (XDG)."""
    if own := os.environ.get("ZIELSTEUERUNG_PROFILE"):
        return Path(own)
    settings = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(settings) / "zielsteuerung" / "profile.toml"


def remembered() -> dict[str, str]:
    """What the profile says; raises Unavailable where it cannot be read."""
    path = place()
    try:
        found = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    except OSError as trouble:
        raise Unavailable(f"Das Profil {path} lässt sich nicht lesen ({said(trouble)}).") from None
    except ValueError:
        raise Unavailable(f"Das Profil {path} ist kein gültiges TOML; bitte berichtigen oder löschen.") from None
    if found.keys() - NAMES.keys() or not all(isinstance(value, str) for value in found.values()):
        raise Unavailable(f"Im Profil {path} dürfen nur Texte zu {', '.join(NAMES)} stehen.")
    return found


def defaults() -> Mapping[str, Any]:
    """The profile as defaults of the commands that act."""
    profile = remembered()
    return {"act": profile, "figures": dict.fromkeys(ABOUT_FILES, profile)} if profile else {}


def profile(
    person: Annotated[str | None, typer.Option(help="Kennung der handelnden Person.")] = None,
    role: Annotated[Role | None, typer.Option(help="Rolle, in der sie handelt (nur für act).")] = None,
    office: Annotated[str | None, typer.Option(help="Ihre Funktion.")] = None,
    scope: Annotated[str | None, typer.Option(metavar="AGS", help="Ihre Zuständigkeit.")] = None,
    party: Annotated[str | None, typer.Option(help="Kennung des Partners, für den sie handelt.")] = None,
    forget: Annotated[bool, typer.Option("--forget", help="Vergisst alles Gemerkte.")] = False,
) -> None:
    """Zeigt oder merkt sich, wer handelt: Person, Funktion, Partner, Zuständigkeit."""
    path, given = place(), {"person": person, "role": role, "office": office, "scope": scope, "party": party}
    changes = {name: str(value) for name, value in given.items() if value is not None}
    if forget:
        path.unlink(missing_ok=True)
    found = {} if forget else remembered()
    if changes:
        found |= changes
        path.parent.mkdir(parents=True, exist_ok=True)
        with written(path) as file:
            lines = (f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in found.items())
            file.write("".join(lines).encode())
    for name, heading in NAMES.items():
        if name in found:
            typer.echo(f"{heading}: {german(found[name]) if name == 'role' else found[name]}")
    typer.echo(f"Gemerkt in {path}" if found else f"Nichts gemerkt. Ein Profil läge in {path}.")

"""The commands by name, each with the function that carries it out, which is imported only when it is called."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command, get_group

from interfaces.cli.usage import explained


class Command(NamedTuple):
    """Where a command's function or group stands, and what is said about it in the list of commands."""

    place: str
    says: str


COMMANDS: dict[str, Command] = {
    "show": Command(
        "read:show",
        "Zeigt, wo eine Vereinbarung steht und was entschieden ist; dann Bedingungen, Zielerreichung, Herleitung.",
    ),
    "line": Command(
        "read:line",
        "Zeigt eine Zeile zu einem Ladestand oder Monat für Monat,"
        " verglichen mit dem gleichen Ladestand des Vorjahres.",
    ),
    "history": Command(
        "history:history", "Zeigt, wer wann mit welchem Grund was festgehalten hat, und was sich dadurch änderte."
    ),
    "difference": Command("history:difference", "Zeigt, was zwischen zwei Ständen oder Zeitpunkten anders wurde."),
    "report": Command("reports:report", "Beantwortet über alle Vereinbarungen, wonach Prüfungen zuerst fragen."),
    "assessment": Command(
        "decision:assessment",
        "Zeigt die Gesamtbewertung: jedes Urteil, jede Würdigung, und was heutige Zahlen dazu sagen.",
    ),
    "part": Command("read:part", "Zeigt einen Teil einer Vereinbarung: was festgehalten ist und heute gilt."),
    "known": Command("read:known", "Zeigt, was bekannt war, als ein Eintrag festgehalten wurde."),
    "list": Command("lists:overview", "Zeigt alle Vereinbarungen und wo sie stehen."),
    "due": Command("lists:due", "Zeigt, was fällig ist: seit wann, bis wann, wer es zu tun hat und warum."),
    "circumstances": Command(
        "circumstances:circumstances",
        "Zeigt Umstände und Gesetzesänderungen aller Vereinbarungen, die gleichen nebeneinander.",
    ),
    "paper": Command(
        "papers:paper", "Schreibt ein Papier: Einladung, Dialogmappe, Niederschrift, Vorlage, Bewertung, Auszug, Akte."
    ),
    "papers": Command(
        "papers:papers",
        "Schreibt ein Papier zu jeder Vereinbarung eines Jahres in eine ZIP-Datei, etwa alle Dialogmappen.",
    ),
    "hand-over": Command(
        "papers:hand_over",
        "Schreibt alles für die elektronische Akte in eine ZIP-Datei: Papiere, Prüfbündel, Verzeichnis.",
    ),
    "comparison": Command(
        "comparison:comparison",
        "Vergleicht alle Jobcenter eines Landes zum gleichen Ladestand: Veränderung, Lage, Abstand, Rang, Summe.",
    ),
    "rebuild": Command(
        "lists:rebuild", "Bildet alle gespeicherten Sichten und das Verzeichnis der Einträge aus dem Protokoll neu."
    ),
    "draft": Command(
        "lists:draft",
        "Übernimmt die Bedingungen für ein neues Jahr als Auftrag DraftAgreement"
        " und nennt, was neu zu entscheiden ist.",
    ),
    "act": Command(
        "write:act", "Lässt einen Auftrag entscheiden und hält ihn fest, oder sagt, welche Regel dagegen steht."
    ),
    "backup": Command(
        "backup:back_up",
        "Sichert die Datenbank in ein leeres Verzeichnis, ohne die Schlüssel der Prüfpunkte.",
    ),
    "restore": Command("backup:restore", "Spielt eine Sicherung in eine leere Datenbank zurück und rechnet sie nach."),
    "serve": Command(
        "serving:serve",
        "Startet den Dienst; ohne Anmeldedienst nur auf diesem Rechner, mit einem Anmeldelink je Rolle.",
    ),
    "demo": Command(
        "demo:demo", "Spielt die Vereinbarung Heidekreis 2026 mit erfundenen Zahlen in einer Wegwerf-Datenbank."
    ),
    "persons": Command("write:persons", "Das Verzeichnis der Personen, deren Namen gelöscht werden können."),
    "audit": Command("audit:audit", "Nachweise für die Prüfung: Prüfpunkte, Prüfbündel, Nachprüfung."),
    "profile": Command(
        "profile:profile", "Zeigt oder merkt sich, wer handelt: Person, Funktion, Partner, Zuständigkeit."
    ),
    "figures": Command("figures:figures", "Daten als Datei: Vorlage, Prüfung, Lieferung, Freigabe."),
}


def found(place: str) -> Any:
    """What stands at a place of this package, such as `read:show`."""
    module, _, name = place.partition(":")
    return getattr(import_module(f"interfaces.cli.{module}"), name)


ACTING = frozenset({"act", "figures"})
"""Commands whose options about the acting person may stand in a profile."""
WITH_SAMPLE_OF_ITS_OWN = "serve"
WITHOUT_DATABASE = {
    "demo": "--sample ändert hier nichts: Die Vorführung spielt immer das Beispiel, in einer Wegwerf-Datenbank.",
    "profile": "--sample ändert hier nichts: Ein Profil gilt für die eigene Datenbank und für die des Beispiels.",
    "rules": "--sample ändert hier nichts: Die Prüfungen gelten für alle Daten.",
    "measures": "--sample ändert hier nichts: Die Kennzahlen gelten für alle Daten.",
    "verifier": "--sample ändert hier nichts: Das Prüfprogramm ist für alle Daten dasselbe.",
}
"""Commands that open no database, each with what it says of the sample's."""
SAMPLE_HELP = "In der Datenbank des Beispiels, das beim ersten Mal gespielt wird."
EMPTY_HELP = "In die Datenbank des Beispiels, solange es nicht gespielt ist."
INTO_EMPTY = "restore"
"""The command that takes the sample's database before anything was played in it."""


def command(name: str) -> Any:
    """The command of this name, ready to be called."""
    what = found(COMMANDS[name].place)
    if isinstance(what, typer.Typer):
        made: Any = get_group(what)
        commands = dict(made.commands)
    else:
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(name)(what)
        made = get_command(alone)
        commands = {name: made}
    for one in {id(one): one for one in (made, *commands.values())}.values():
        explained(one)
    for said, one in commands.items():
        if said != WITH_SAMPLE_OF_ITS_OWN:
            one.params.insert(-1, _sample(said))  # before the one for help
    return made


def _sample(name: str) -> TyperOption:
    """The option that opens the sample's database for one command."""
    says = WITHOUT_DATABASE.get(name)
    return TyperOption(
        param_decls=["--sample"],
        is_flag=True,
        expose_value=False,
        callback=_saying(says) if says else _open_empty if name == INTO_EMPTY else _open_sample,
        envvar=None if says else "ZIELSTEUERUNG_SAMPLE",
        help=says or (EMPTY_HELP if name == INTO_EMPTY else SAMPLE_HELP),
    )


def _saying(says: str) -> Callable[[Any, object, bool], None]:
    def say(context: Any, _: object, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            typer.echo(says, err=True)

    return say


def _open_sample(context: Any, _: object, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        _open_empty(context, _, asked)
        context.with_resource(found("sample:filled")())


def _open_empty(context: Any, _: object, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        os.environ["ZIELSTEUERUNG_SAMPLE"] = "1"


class Commands(TyperGroup):
    """The group of all commands: lists them from the table, imports the one that is called."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        explained(self)

    def list_commands(self, _: object) -> list[str]:
        """Their names, in the order of the table."""
        return [*COMMANDS]

    def get_command(self, _: object, cmd_name: str) -> TyperCommand | None:
        """A command's texts, which are all that help needs."""
        return TyperCommand(cmd_name, help=COMMANDS[cmd_name].says) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called, imported now."""
        name, _, rest = super().resolve_command(ctx, args)
        if name in ACTING:
            ctx.default_map = found("profile:defaults")()
        return name, command(name) if name else None, rest

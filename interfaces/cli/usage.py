"""What typer says of a call, in German: help, and each way to mistype a command."""

import re
from collections.abc import Callable
from copy import copy
from typing import Any

import typer
from typer.core import TyperOption
from typer.exceptions import TyperException

_TYPES = {"str": "Text", "int": "Zahl", "int range": "Zahl", "path": "Pfad", "uuid": "UUID", "instant": "Zeitpunkt"}
"""What is asked for, by typer's name of its type."""
Say = Callable[..., str]
_VALUES: tuple[tuple[str, Say], ...] = (
    (r"'(.*)' is not a valid Zahl\.", lambda text: f"„{text}“ ist keine ganze Zahl."),
    (r"'(.*)' is not one of (.+)\.", lambda text, known: f"„{text}“ ist keines von {known.replace(chr(39), '')}."),
    (r"(\S+) is not in the range (.+)\.", lambda text, bounds: f"{text} liegt nicht im Bereich {bounds}."),
    (r"\w+ '(.*)' does not exist\.", lambda path: f"{path} gibt es nicht."),
    (r"\w+ '(.*)' is a file\.", lambda path: f"{path} ist eine Datei."),
    (r"\w+ '(.*)' is a directory\.", lambda path: f"{path} ist ein Ordner."),
    (r"\w+ '(.*)' is not (?:readable|writable)\.", lambda path: f"{path} ist nicht zugänglich."),
)


def _first(table: tuple[tuple[str, Say], ...], said: str) -> str:
    """The German of a sentence; one of ours is German already."""
    for pattern, german in table:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return german(*found.groups())
    return said


def _value(said: str) -> str:
    return _first(_VALUES, said)


_SAID: tuple[tuple[str, Say], ...] = (
    (r"Missing argument '(.+?)'.*", lambda name: f"Es fehlt {name}."),
    (r"Missing option '(.+?)'.*", lambda name: f"Es fehlt {name}."),
    (r"Missing command\.", lambda: "Es fehlt der Befehl."),
    (r"No such command '(.+?)'\..*", lambda name: f"Einen Befehl „{name}“ gibt es nicht."),
    (r"No such option: (\S+)", lambda name: f"{name} gibt es hier nicht."),
    (
        r"No such option: (\S+) \(?(?:Did you mean|Possible options:) ?(.+?)\??\)?",
        lambda name, meant: f"{name} gibt es hier nicht; gemeint sein kann {meant}.",
    ),
    (r"Option '(.+?)' does not take a value\.", lambda name: f"{name} steht ohne Wert."),
    (r"Option '(.+?)' requires .+", lambda name: f"Nach {name} fehlt der Wert."),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", lambda rest: f"Zu viel angegeben: {rest}"),
    (r"Invalid value: (.+)", _value),
    (r"Invalid value for (.+?): (.+)", lambda names, why: f"{names.replace(chr(39), '')}: {_value(why)}"),
)


def sentences(fault: TyperException) -> tuple[str, ...]:
    """What is wrong with a call, and where help is."""
    context: Any = getattr(fault, "ctx", None)
    said = _first(_SAID, fault.format_message())
    return (said, f"Hilfe: {context.command_path} --help") if said and context else (said,)


def explained(command: Any) -> None:
    """Let a command or a group show its help in German."""
    command.add_help_option, command.options_metavar = False, "[ANGABEN]"
    command.subcommand_metavar = "BEFEHL …"
    for param in command.params:
        param.type = copy(param.type)
        param.type.name = _TYPES.get(param.type.name, param.type.name)
    usage = command.get_usage
    command.get_usage = lambda context: usage(context).replace("Usage:", "Aufruf:", 1)
    command.params.append(help_option())


def help_option() -> TyperOption:
    """The option that shows a command's help."""
    return TyperOption(
        param_decls=["--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_show,
        help="Zeigt diese Hilfe.",
    )


def _show(context: Any, _: object, asked: bool) -> None:
    if asked and not context.resilient_parsing:
        typer.echo(context.get_help())
        context.exit()


def german_help() -> None:
    """Head the parts of a page of help in German."""
    from typer import rich_utils  # noqa: PLC0415  # a command that is carried out needs none of it

    rich_utils.ARGUMENTS_PANEL_TITLE = "Was dazugehört"
    rich_utils.OPTIONS_PANEL_TITLE = "Was sich dazu sagen lässt"
    rich_utils.COMMANDS_PANEL_TITLE = "Befehle"
    rich_utils.REQUIRED_LONG_STRING = "[nötig]"
    rich_utils.DEFAULT_STRING = "[sonst: {}]"
    rich_utils.ENVVAR_STRING = "[Umgebung: {}]"

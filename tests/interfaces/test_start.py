"""The command starts at once: help imports nothing but what prints it, and says what the commands say themselves."""

import subprocess
import sys

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from interfaces.cli.commands import COMMANDS, command, found

HEAVY = {
    *("application", "domain", "infrastructure"),
    *("pydantic", "fastapi", "uvicorn", "psycopg", "eventsourcing", "cryptography", "httpx", "openpyxl", "structlog"),
    *("opentelemetry", "jinja2", "typst", "vl_convert", "docx"),
}
"""Packages that take their time to be imported."""
NOT_TO_SHOW = {
    *("fastapi", "uvicorn", "openpyxl", "httpx", "structlog", "opentelemetry", "jinja2", "typst", "vl_convert", "docx"),
    *("icalendar", "domain.acts", "application.acting.service", "application.comparison.comparison"),
    *(
        "application.figure_files.deliveries",
        "application.notifying",
        "infrastructure.projector",
        "infrastructure.proofs.verifier",
    ),
}
"""Those that no command needs that reads an agreement."""


def imported(*words: str) -> set[str]:
    """The packages and modules that a run of the command has imported when it ends."""
    program = (
        "import sys; sys.argv[1:] = sys.argv[2:]\n"
        "from interfaces.cli.main import main\n"
        "try: main()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, "", *words], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return {*done.stderr.splitlines()[-1].split()}


def test_help_imports_no_part_of_the_service() -> None:
    assert imported("--help") & HEAVY == set()


def test_what_reads_imports_neither_the_network_service_nor_tables_and_papers() -> None:
    assert imported("show", "--help") & NOT_TO_SHOW == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_the_command_says(name: str) -> None:
    what = found(COMMANDS[name].place)
    own = what.info.help if isinstance(what, typer.Typer) else what.__doc__.partition("\n\n")[0]
    assert COMMANDS[name].says == " ".join((own or "").split())
    assert isinstance(command(name), TyperCommand | TyperGroup)

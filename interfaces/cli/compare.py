"""The command that compares one line at a load state."""

from typing import Annotated

import typer

from domain.figures import LoadState
from interfaces import text
from interfaces.bootstrap import own_system
from interfaces.cli.console import console, print_lines
from interfaces.cli.read import AgreementArgument, AsJson, KnownAt, local_reader, print_json


def load_state(given: str) -> LoadState:
    """A load state as JJJJ-MM, or as JJJJ-MM+MONATE when months were waited for."""
    month, plus, waited = given.partition("+")
    try:
        return LoadState(report_month=month, months_waited=int(waited) if plus else 0)
    except ValueError:
        raise typer.BadParameter("Erwartet wird ein Ladestand wie 2026-03, nach 3 Monaten 2026-03+3.") from None


LineArgument = Annotated[str, typer.Argument(metavar="ZEILE", help="Kennung der Zeile in den Bedingungen.")]
State = Annotated[
    LoadState,
    typer.Argument(parser=load_state, metavar="LADESTAND", help="Monat[+Wartezeit]: 2026-03 oder 2026-03+3."),
]
Baseline = Annotated[
    LoadState | None,
    typer.Option(parser=load_state, metavar="LADESTAND", help="Der des Vorjahres; ein ungleicher wird abgelehnt."),
]


def line(
    agreement: AgreementArgument,
    line_id: LineArgument,
    state: State,
    baseline: Baseline = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Zeigt eine Zeile zu einem Ladestand, verglichen mit dem gleichen Ladestand des Vorjahres."""
    with own_system() as system:
        found = system.queries.line(local_reader(), agreement, line_id, state, baseline=baseline, known_at=known_at)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    out = console()
    out.print(f"Zeile {found.line_id} ({found.clause}), {text.load_state(state)}", style="bold", markup=False)
    print_lines(out, (found,))

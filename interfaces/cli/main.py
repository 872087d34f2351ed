"""The command `zielsteuerung`."""

import signal
import sys
from typing import Annotated

import typer
from pydantic import ValidationError

from application.acting.malformed import problems
from application.ports import Unavailable
from domain.rules import Refused
from interfaces.cli import demo as sample
from interfaces.cli import history, lists, read, reports, write
from interfaces.cli.audit import audit
from interfaces.cli.circumstances import circumstances
from interfaces.cli.comparison import comparison
from interfaces.cli.console import console
from interfaces.cli.figures import figures
from interfaces.cli.matrix import matrix
from interfaces.cli.published import measures, rules
from interfaces.cli.read import line
from interfaces.cli.serving import serve
from interfaces.http.identity.answers import Misconfigured

app = typer.Typer(
    help="Zielvereinbarungen nach § 48b SGB II: festhalten, nachrechnen, belegen.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.command()(read.show)
app.command()(line)
figures.command()(matrix)
figures.command()(rules)
figures.command()(measures)
app.command()(history.history)
app.command()(history.difference)
app.command()(reports.report)
app.command()(read.part)
app.command()(read.known)
app.command(name="list")(lists.overview)
app.command()(lists.due)
app.command()(circumstances)
app.command()(comparison)
app.command()(lists.rebuild)
app.command()(lists.draft)
app.command()(write.act)
app.command()(serve)
app.add_typer(write.persons, name="persons")
app.add_typer(audit, name="audit")
app.add_typer(figures, name="figures")


@app.command()
def demo(as_json: Annotated[bool, typer.Option("--json", help="Ein JSON-Dokument statt Text.")] = False) -> None:
    """Spielt die Vereinbarung Heidekreis 2026 mit erfundenen Zahlen in einer Wegwerf-Datenbank."""
    if not sample.demo(as_json):
        raise typer.Exit(1)


def main() -> None:
    """Run the command; exit code 1 for a refusal, 2 for a malformed request, 3 when something it needs is not there."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a throw-away server goes too
    err = console(stderr=True)
    try:
        app()
    except Refused as refused:
        for finding in refused.findings:
            err.print(f"{finding.says} [Regel {finding.rule}, {finding.clause}]", markup=False, soft_wrap=True)
        sys.exit(1)
    except ValidationError as malformed:
        for problem in problems(malformed):
            err.print(problem, markup=False, soft_wrap=True)
        sys.exit(2)
    except Misconfigured as wrong:
        for sentence in wrong.sentences:
            err.print(sentence, markup=False, soft_wrap=True)
        sys.exit(3)
    except Unavailable as reason:
        err.print(str(reason), markup=False, soft_wrap=True)
        sys.exit(3)

"""The command `zielsteuerung`."""

import signal
import sys

import typer

from interfaces.cli.commands import Commands, found

app = typer.Typer(cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def zielsteuerung() -> None:
    """Zielvereinbarungen nach § 48b SGB II: festhalten, nachrechnen, belegen."""


def main() -> None:
    """Run the command; exit code 1 for a refusal, 2 for a malformed request, 3 when something it needs is not there."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a throw-away server goes too
    try:
        app()
    except Exception as fault:
        code = found("endings:ended")(fault)
        if code is None:
            raise
        sys.exit(code)

"""The command `zielsteuerung`."""

import signal
import sys

import typer

from interfaces.cli.commands import Commands, found

app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def zielsteuerung() -> None:
    """Zielvereinbarungen nach § 48b SGB II: festhalten, nachrechnen, belegen."""


def main() -> None:
    """Run the command; exit code 1 for a refusal, 2 for a malformed request, 3 when something it needs is not there."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a throw-away server goes too
    if len(sys.argv) < 3 or "--help" in sys.argv:  # a group alone shows its help
        found("usage:german_help")()
    try:
        sys.exit(app(standalone_mode=False))
    except Exception as fault:
        code = found("endings:ended")(fault)
        if code is None:
            raise
        sys.exit(code)

"""The command `zielsteuerung`."""

import signal
import sys

import typer

from interfaces.cli.commands import Commands, found

TERMINATED = 143
"""The exit code of whoever was asked to end by SIGTERM, as shells count."""
app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def zielsteuerung() -> None:
    """Zielvereinbarungen nach § 48b SGB II: festhalten, nachrechnen, belegen."""


def _by_signal(fault: BaseException | None) -> bool:
    """Whether the signal's exit lies behind a fault: pydantic takes whatever is raised in a serializer for one."""
    while fault is not None and not isinstance(fault, SystemExit):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def main() -> None:
    """Run the command; exit code 1 for a refusal, 2 for a malformed request, 3 when something it needs is not there."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that a throw-away server goes too
    if len(sys.argv) < 3 or "--help" in sys.argv:  # a group alone shows its help
        found("usage:german_help")()
    try:
        sys.exit(app(standalone_mode=False))
    except Exception as fault:
        if _by_signal(fault):
            sys.exit(TERMINATED)
        code = found("endings:ended")(fault)
        if code is None:
            raise
        sys.exit(code)

"""The command that runs the network service."""

from typing import Annotated

import typer


def serve(
    sample: Annotated[bool, typer.Option("--sample", help="Mit dem Beispiel, in einer eigenen Datenbank.")] = False,
    host: Annotated[str, typer.Option(help="Adresse, auf der der Dienst hört.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Anschluss (0 = ein freier).")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=32, help="Wie viele Prozesse Anfragen bearbeiten.")] = 2,
) -> None:
    """Startet den Dienst; ohne Anmeldedienst nur auf diesem Rechner, mit einem Anmeldelink je Rolle."""
    from interfaces.cli.serving import started  # noqa: PLC0415 - what only this command needs takes long to import

    started(host, port, workers, sample=sample)

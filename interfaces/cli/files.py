"""Files the command line writes: there whole, or as they were before."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import typer

WHY: dict[type[OSError], str] = {
    FileNotFoundError: "es gibt sie oder ihren Ordner nicht",
    IsADirectoryError: "das ist ein Ordner",
    NotADirectoryError: "ein Teil des Pfads ist kein Ordner",
    PermissionError: "das Recht dazu fehlt",
}


def said(trouble: OSError) -> str:
    """Why a file cannot be had, in German."""
    return WHY.get(type(trouble), f"Fehler {trouble.errno} des Betriebssystems")


def must_be_new(path: Path) -> None:
    """Refuse a name under which a file lies already, with 2."""
    if path.is_file():
        raise typer.BadParameter(f"{path} gibt es schon; bitte einen anderen Namen nennen.")


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, which takes the place of `path` once all is written; ends with 2 where that cannot be."""
    beside = path.with_name(f".{path.name}.neu")
    try:
        if path.exists() and not path.is_file():  # a device or a pipe has no place to take
            with path.open("wb") as file:
                yield file
            return
        try:
            with beside.open("wb") as file:
                yield file
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht schreiben ({said(trouble)}).") from None

"""Workers load their sources while the service is being prepared, and begin once it is."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_HELD = "ZIELSTEUERUNG_PREPARATION"
"""The variable that names the file whose lock workers wait for."""


@contextmanager
def preparing(directory: Path) -> Iterator[Callable[[], None]]:
    """Hold back workers started meanwhile, until what it gives is called; the end of this process lets go of them."""
    with (directory / "preparation").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        os.environ[_HELD] = held.name
        yield lambda: fcntl.flock(held, fcntl.LOCK_UN)


def await_preparation() -> None:
    """Wait until the service that started this worker is prepared."""
    if not (name := os.environ.get(_HELD)):
        return
    with suppress(FileNotFoundError), Path(name).open() as held:  # it is gone once the service has ended
        fcntl.flock(held, fcntl.LOCK_SH)

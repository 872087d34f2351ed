"""Runs the command in this process: as it is typed, with an environment and standard streams of its own."""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from subprocess import CompletedProcess
from unittest.mock import patch

from infrastructure import database
from infrastructure.migrate import migrate
from interfaces.cli.main import main
from tests.postgres import LENT

OPENED = database.opened


def run(*words: str, env: Mapping[str, str]) -> CompletedProcess[str]:
    """What the command prints, and how it ends; nothing of our environment reaches it. For the main thread only."""
    with (
        _signals_kept(),
        patch.dict(os.environ, env, clear=True),
        patch.object(database, "opened", _opened),
    ):
        out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with patch.multiple(
            sys, argv=["zielsteuerung", *words], stdout=out, stderr=err, stdin=TextIOWrapper(BytesIO())
        ):
            code = _ended()
        said = [stream.buffer.getvalue().decode() for stream in (out, err)]
        return CompletedProcess(words, code, *said)


@contextmanager
def _opened(url: str, owner_url: str, *, movable_clock: bool = False) -> Iterator[database.Database]:
    """Its way to open a database; a test's own is held against the software, and its connections are handed on."""
    if url not in LENT:
        with OPENED(url, owner_url, movable_clock=movable_clock) as stores:
            yield stores
        return
    migrate(owner_url)
    with LENT[url].opened(url) as stores:
        yield stores


def _ended() -> int:
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


@contextmanager
def _signals_kept() -> Iterator[None]:
    """The command says what a signal does to it; afterwards it is as before."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)

"""Databases with the sample's whole life in them: played once in a process, copied for whoever asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime

from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026
from tests.postgres import Database, Server


@dataclass(frozen=True)
class Lived:
    """A database after the sample's life, what time it is then, and the keys it was signed with."""

    database: Database
    instant: datetime
    keys: PassingKeys


_ENDED: list[tuple[datetime, PassingKeys]] = []


@contextmanager
def lived(server: Server) -> Iterator[Lived]:
    """A copy for one test, or for some that share it."""
    with server.filled_database("sample", _live) as database:
        instant, keys = _ENDED[-1]
        yield Lived(database, instant, deepcopy(keys))


def _live(database: Database) -> None:
    clock, keys = MovableClock(date(2026, 1, 12)), PassingKeys()
    with database.opened() as stores:
        system = System(stores, clock, keys)
        for _ in play(system, clock, heidekreis_2026()):
            pass
        system.views.catch_up()
    _ENDED.append((clock.instant, keys))

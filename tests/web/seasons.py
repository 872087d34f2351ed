"""The sample in the middle of its life, when there is something to do."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from domain.acts.figures import DeliverFigures, ReleaseFigures
from infrastructure.database import opened
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.cast import SIGNATORIES
from interfaces.sample.play import MovableClock, scenes
from interfaces.sample.terms import heidekreis_2026
from tests.http.service import Running, running
from tests.postgres import Database, Server

BEGIN = date(2026, 1, 12)
SUMMER = date(2026, 8, 20)


@pytest.fixture
def in_summer(server: Server, tmp_path: Path) -> Iterator[Running]:
    """The sample on 20 August 2026; figures up to June are released, those of July are still to come."""
    with server.filled_database("summer", _live_until_summer) as database, running(database, tmp_path) as service:
        service.clock.move_to(SUMMER)
        yield service


def _live_until_summer(database: Database) -> None:
    clock = MovableClock(BEGIN)
    with opened(database.service_url, database.owner_url) as opened_database:
        system = System(opened_database, clock, PassingKeys())
        _live(system, clock)
        system.views.catch_up()


def _live(system: System, clock: MovableClock) -> None:
    for person in SIGNATORIES:
        system.service.register(person)
    agreement_id, version = None, 0
    for scene in scenes(heidekreis_2026()):
        about_july = isinstance(scene.request, DeliverFigures | ReleaseFigures) and "2026-07" in str(scene.request)
        if scene.on > SUMMER or about_july:
            continue
        clock.move_to(scene.on)
        receipt = system.service.act(scene.actor, scene.request, agreement_id, on_version=version)
        agreement_id, version = receipt.agreement_id, receipt.version
    clock.move_to(SUMMER)

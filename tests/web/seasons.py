"""The sample in the middle of its life, when there is something to do."""

from datetime import date

import pytest

from domain.acts.figures import DeliverFigures, ReleaseFigures
from interfaces.sample.cast import SIGNATORIES
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026
from tests.http.service import Running

SUMMER = date(2026, 8, 20)


@pytest.fixture
def in_summer(service: Running) -> Running:
    """The sample on 20 August 2026; figures up to June are released, those of July are still to come."""
    for person in SIGNATORIES:
        service.system.service.register(person)
    agreement_id, version = None, 0
    for scene in scenes(heidekreis_2026()):
        about_july = isinstance(scene.request, DeliverFigures | ReleaseFigures) and "2026-07" in str(scene.request)
        if scene.on > SUMMER or about_july:
            continue
        service.clock.move_to(scene.on)
        receipt = service.system.service.act(scene.actor, scene.request, agreement_id, on_version=version)
        agreement_id, version = receipt.agreement_id, receipt.version
    service.clock.move_to(SUMMER)
    service.system.views.catch_up()
    return service

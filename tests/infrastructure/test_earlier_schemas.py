"""Databases that earlier software left: today's opens them, reads every entry, proves them and goes on."""

import gzip
import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from application.lists.ports import NotYet
from domain.acts.drafting import DraftAgreement
from infrastructure.database import opened
from infrastructure.embedded_postgres import program
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.cast import DESK, READER
from interfaces.sample.play import MovableClock
from interfaces.sample.terms import heidekreis_2026
from tests.infrastructure.log import assert_sound, rows
from tests.postgres import Database, Server

DUMPS = sorted(Path(__file__).with_name("earlier_schemas").glob("*.sql.gz"))
"""One per schema that was in use, by the number of its last migration; made by that time's software, never edited."""

SAMPLE = "2026.4.03.03358.1"
SHOWN = "SELECT count(*) > 0 FROM zielsteuerung.view_row WHERE view = 'overview'"


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.name.partition(".")[0])
def database(server: Server, request: pytest.FixtureRequest) -> Iterator[Database]:
    with server.empty_database() as database:
        subprocess.run(
            [program("psql"), "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--dbname", database.owner_url],
            input=gzip.decompress(request.param.read_bytes()),
            env={"PATH": os.environ["PATH"]},
            check=True,
            capture_output=True,
        )
        yield database


@pytest.fixture
def system(database: Database) -> Iterator[System]:
    with opened(database.service_url, database.owner_url) as stores:
        yield System(stores, MovableClock(date(2028, 1, 3)), PassingKeys())


def test_it_is_opened_read_proved_and_written_to(system: System, database: Database) -> None:
    try:
        assert system.lists.overview(READER)  # old rows, or none yet, and never an empty list
    except NotYet:
        pass
    else:
        assert rows(database.owner_url, SHOWN) == [(True,)]
    system.views.catch_up()
    before = system.lists.overview(READER)
    [sample] = [one for one in before if one.agreement_id == SAMPLE]
    entries = system.journal.log(limit=10_000)
    assert len(entries) == system.journal.head() > 100
    assert len(system.journal.records(sample.agreement_id)) >= 100
    assert system.audit.verification.verify().sound
    terms = heidekreis_2026()
    other = terms.parties[1].model_copy(update={"id": "uelzen", "name": "Landkreis Uelzen", "ags": "03360"})
    drafted = terms.model_copy(update={"parties": (terms.parties[0], other)})
    system.service.act(DESK, DraftAgreement(occurred_on=date(2028, 1, 3), terms=drafted))
    system.views.catch_up()
    assert len(system.lists.overview(READER)) == len(before) + 1
    assert_sound(database.owner_url)
    assert rows(database.owner_url, "SELECT count(*) FROM zielsteuerung.stored_events") == [(len(entries) + 1,)]

"""A catalogue of PostgreSQL without which nothing can be read: damage, named as that, and no trace of a program."""

import pytest

from tests.infrastructure.spoiling import spoilt
from tests.interfaces.test_cli import Cli
from tests.postgres import Database

CATALOGUES = ["pg_operator", "pg_trigger", "pg_constraint", "pg_proc", "pg_class", "pg_type"]


@pytest.mark.long
@pytest.mark.parametrize("table", CATALOGUES)
def test_a_catalogue_nobody_can_do_without_ends_verification_as_damage(
    cli: Cli, database: Database, table: str
) -> None:
    with spoilt(database, table, 0, "pg_catalog") as copy:
        done = cli("audit", "verify", DATABASE_URL=copy.service_url)
    said = " ".join((done.stdout + done.stderr).split())
    assert (done.returncode, "Traceback" in said) == (1, False), said
    assert "kann ihre eigenen Dateien nicht lesen" in said
    assert "XX001" in said

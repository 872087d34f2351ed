"""The command line on a log with one entry, for those that need no other."""

from pathlib import Path

import pytest

from tests.interfaces.test_cli import LAND, Cli, draft
from tests.postgres import Database


@pytest.fixture
def cli(database: Database, tmp_path: Path) -> Cli:
    cli = Cli(database, tmp_path)
    assert cli.act("DraftAgreement", draft(), *LAND).returncode == 0
    return cli

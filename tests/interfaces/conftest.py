"""The command line on a log with one entry, for those that need no other, and the sample as one document."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.interfaces.running import run
from tests.interfaces.test_cli import LAND, Cli, draft
from tests.postgres import Database


@pytest.fixture
def cli(database: Database, tmp_path: Path) -> Cli:
    cli = Cli(database, tmp_path)
    assert cli.act("DraftAgreement", draft(), *LAND).returncode == 0
    return cli


@pytest.fixture(scope="session")
def document() -> Any:
    """What the demo tells as a document; tests that change it change a copy."""
    played = run("demo", "--json", env=os.environ)
    assert played.returncode == 0, played.stderr
    return json.loads(played.stdout)

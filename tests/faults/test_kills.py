"""The service is killed while it writes; `make faults` does the same for longer."""

import random
import tempfile
from pathlib import Path

import pytest

from tests.faults.kills import Kills, Victim
from tests.postgres import Database


@pytest.mark.long
def test_whoever_is_killed_no_answered_act_is_lost_and_none_is_half_done(database: Database) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data,
        Kills(Path(data), database, random.Random(1)) as service,
    ):
        for victim in Victim:
            service.round(victim)
        assert service.summary.answered > 0
        assert service.summary.unanswered > 0

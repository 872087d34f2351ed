"""The primary is killed while it is written to, and its standby takes over; `make failovers` does it more often."""

import random

import pytest

from tests.faults.failover import failovers


@pytest.mark.long
def test_no_acknowledged_act_is_lost_when_the_standby_takes_over_and_back() -> None:
    with failovers(random.Random(1)) as servers:
        servers.round()
        servers.round()
        assert all(writer.acknowledged for writer in servers.writers)
        assert sum(writer.unanswered for writer in servers.writers) > 0, "nobody noticed a failover"

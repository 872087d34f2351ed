"""The database's processes, its standby and its disk fail under load; `make faults` does the same for longer."""

import os
import random
import tempfile
from pathlib import Path

import pytest

from tests.faults import campaign as campaigns
from tests.faults.campaign import Campaign, Fault
from tests.faults.checking import assert_all_stand
from tests.faults.cluster import cluster


@pytest.mark.long
def test_whatever_fails_no_acknowledged_act_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaigns, "AWAY", 1.0)
    disks = os.geteuid() == 0
    faults = [Fault.PRIMARY, Fault.BACKEND, Fault.FAILOVER, Fault.STANDBY, *([Fault.DISK] if disks else [])]
    with (
        tempfile.TemporaryDirectory(prefix="zielsteuerung-") as data,
        cluster(disks=disks) as servers,
        Campaign(Path(data), servers, random.Random(1)) as running,
    ):
        for fault in faults:
            running.round(fault)
        running.check_all()
        acknowledged = running.summary.acknowledged
        assert len(acknowledged) >= len(faults) * campaigns.MORE
        key, place = next(iter(acknowledged.items()))
        with pytest.raises(AssertionError):  # it would notice
            assert_all_stand(running.database.owner_url, {**acknowledged, key: (*place[:2], 0, *place[3:])})

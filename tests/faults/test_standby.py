"""An act that only the primary has is acknowledged to nobody, also not when it is asked for again."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import UTC, datetime
from uuid import uuid4

import psycopg
import pytest

from application.ports import ActKey, Unavailable
from infrastructure.journal import Journal
from tests.faults.cluster import Cluster, cluster
from tests.http.serving import until
from tests.infrastructure.drafts import a_draft

KEY = ActKey("land-1", "key-1", "ab" * 32)
WAITS = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


@pytest.fixture
def servers() -> Iterator[Cluster]:
    with cluster() as servers:
        yield servers


@pytest.mark.long
def test_an_act_the_standby_lacks_is_not_confirmed_either(servers: Cluster) -> None:
    def somebody_waits() -> bool:
        with psycopg.connect(servers.primary.url()) as connection:
            return connection.execute(WAITS).fetchone() == (1,)

    with Journal(servers.database.service_url) as journal, ThreadPoolExecutor(2) as threads:
        assert journal.streams() == []
        servers.standby.pause(on=True)
        act = threads.submit(journal.append, [a_draft(str(uuid4()))], now=datetime.now(UTC), act=KEY)
        until(somebody_waits, "the act does not wait for the standby")
        servers.primary.kill()
        with pytest.raises(Unavailable):
            act.result(30)
        servers.primary.start()
        until(lambda: len(journal.streams()) == 1, "the act is not there after the crash")
        again = threads.submit(journal.earlier, KEY.actor, KEY.key)
        until(somebody_waits, "asking again does not wait for the standby")
        assert not wait([again], timeout=1).done
        servers.standby.pause(on=False)
        found = again.result(30)
        assert found is not None
        assert found[0] == KEY

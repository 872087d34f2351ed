"""Health and metrics tell how far behind the log its readers are."""

from collections.abc import Callable

import psycopg
import pytest

from interfaces.sample.cast import COUNTY, DESK
from tests.http.acting import acted, drafted, etag_of, version_of, wish
from tests.http.service import running
from tests.postgres import Database


def test_health_and_metrics_tell_how_far_the_index_of_entries_is(
    database: Database, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with running(database, tmp_path_factory.mktemp("index")) as service, service.client() as client:
        drafted(service.as_(DESK.person))
        service.app.state.follower.stop()  # or it reads on at once
        service.system.views.catch_up()

        def told() -> tuple[bool, str]:
            [index] = [
                check for check in client.get("/health/ready").json()["checks"] if check["name"] == "entry_index"
            ]
            return index["ok"], index["says"]

        entries = service.system.journal.head()
        assert told() == (True, "0 Einträge zurück")
        assert "zielsteuerung_entry_index_lag_entries 0.0" in client.get("/metrics").text
        with psycopg.connect(database.owner_url, autocommit=True) as owner:
            owner.execute("UPDATE zielsteuerung.entry_index_position SET position = 0")
            assert told() == (True, f"{entries} Einträge zurück")
            assert f"zielsteuerung_entry_index_lag_entries {entries}.0" in client.get("/metrics").text
            owner.execute("UPDATE zielsteuerung.entry_index_position SET position = 99")
            assert not told()[0]


@pytest.mark.parametrize(("reads", "name"), [("position", "views"), ("indexed", "entry_index")])
def test_what_is_recorded_while_health_is_asked_puts_nobody_ahead_of_the_log(
    database: Database,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    reads: str,
    name: str,
) -> None:
    with running(database, tmp_path_factory.mktemp("meanwhile")) as service, service.client() as client:
        views, county, agreement = service.system.views, service.as_(COUNTY.person), drafted(service.as_(DESK.person))
        asked: Callable[[], int] = getattr(views, reads)

        def meanwhile() -> int:
            tag = etag_of(county, agreement)
            acted(county, agreement, wish(f"dialog-{version_of(tag)}"), tag).raise_for_status()
            views.catch_up()
            return asked()

        monkeypatch.setattr(views, reads, meanwhile)
        [check] = [one for one in client.get("/health/ready").json()["checks"] if one["name"] == name]
        assert (check["ok"], check["says"].partition(",")[0]) == (True, "0 Einträge zurück")
        lag = f"zielsteuerung_{name.removesuffix('s')}_lag_entries"
        assert f"\n{lag} 0.0\n" in client.get("/metrics").text

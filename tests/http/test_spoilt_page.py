"""The whole service on a database of which a page cannot be read: damage is told as damage, wherever it is met."""

from datetime import date
from pathlib import Path

import httpx
import pytest

from infrastructure.database import Database as Opened
from tests.http.service import running
from tests.http.serving import environment
from tests.infrastructure.audits import lived
from tests.infrastructure.spoiling import last_page, spoilt
from tests.interfaces.running import run
from tests.postgres import Database


def checks(monitor: httpx.Client) -> set[str]:
    """What is not in order, by the health state."""
    health = monitor.get("/health/ready")
    red = {check["name"] for check in health.json()["checks"] if not check["ok"]}
    assert health.status_code == (503 if red else 200)
    return red


@pytest.mark.long
def test_damage_is_told_as_damage_by_requests_health_and_command(
    opened_database: Opened, database: Database, tmp_path: Path
) -> None:
    log = lived(opened_database)
    log.grow(30)
    log.system.views.catch_up()
    page, position = last_page(database)
    address = f"/api/v1/agreements/{log.agreement}"
    with spoilt(database, "stored_events", page) as copy:
        with running(copy, tmp_path) as service:
            service.clock.move_to(date(2026, 3, 3))
            auditor = service.as_("pruefung")
            with service.client() as monitor:
                assert checks(monitor) <= {"follower"}  # it may have come by already, and nobody else
                answer = auditor.get(address)
                assert answer.status_code == 503
                assert "kann ihre eigenen Dateien nicht lesen (SQLSTATE XX001)" in answer.text
                assert "DATABASE_URL" not in answer.text
                assert checks(monitor) >= {"verification"}
        env = environment(tmp_path, {"DATABASE_URL": copy.service_url, "DATABASE_OWNER_URL": copy.owner_url})
        found = run("audit", "verify", env=env)
        assert found.returncode == 1, found
        assert f"Position {position}: ab hier ist das Protokoll nicht lesbar." in found.stdout
        shown = run("show", log.agreement, env=env)
        assert (shown.returncode, "XX001" in shown.stderr) == (1, True), shown
        with running(copy, tmp_path) as service, service.client() as monitor:
            service.clock.move_to(date(2026, 3, 3))
            assert checks(monitor) >= {"verification"}  # what the command found stays

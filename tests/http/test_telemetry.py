"""With OpenTelemetry configured, requests are traced; health and sign-in links never are."""

import tempfile
from pathlib import Path

import pytest

from tests.http.receiving import Receiver, receiving
from tests.http.serving import served, until
from tests.postgres import Database

SECRET = "Erika-Geheim-4711"


@pytest.mark.long
def test_requests_are_traced_where_that_is_configured(database: Database) -> None:
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as name, receiving() as collector:
        data = Path(name)
        data.chmod(0o755)
        settings = {
            "DATABASE_URL": database.service_url,
            "DATABASE_OWNER_URL": database.owner_url,
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
            "OTEL_EXPORTER_OTLP_COMPRESSION": "none",
            "OTEL_BSP_SCHEDULE_DELAY": "100",
        }
        with served(data, "--workers", "1", settings=settings) as service:
            link = service.links[0]
            with service.client(service.token(link)) as client:
                assert client.get("/api/v1/me").status_code == 200
                client.get("/api/v1/persons", params={"named_in": SECRET})
            until(lambda: b"/api/v1/persons" in traced_by(collector), "the second request is not traced")
        traced = traced_by(collector)
        assert b"/api/v1/me" in traced
        assert b"zielsteuerung" in traced
        assert b"/health/" not in traced
        assert link.rpartition("/")[2].encode() not in traced
        assert SECRET.encode() not in traced


def traced_by(collector: Receiver) -> bytes:
    return b"".join(told.body for told in collector.told)

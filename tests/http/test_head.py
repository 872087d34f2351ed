"""HEAD answers like GET, without the body."""

import pytest

from tests.http.conftest import SAMPLE
from tests.http.service import Running

OWN = f"/api/v1/agreements/{SAMPLE}"
SAME = ("Content-Type", "Content-Length", "ETag", "Content-Language", "Cache-Control", "Link", "Allow")


@pytest.mark.parametrize(
    "address", [OWN, f"{OWN}/history", f"{OWN}/attainment", "/api/v1/agreements?x=1", "/api/v1/nowhere", "/problems"]
)
def test_a_head_is_that_of_the_answer_to_get(sample: Running, address: str) -> None:
    client = sample.as_("pruefung")
    head, whole = client.head(address), client.get(address)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    for name in SAME:
        assert head.headers.get(name) == whole.headers.get(name), name
    assert "RateLimit" in head.headers or "problems" in address or "nowhere" in address


def test_a_head_needs_the_same_rights(sample: Running) -> None:
    with sample.client() as stranger:
        assert stranger.head(OWN).status_code == 401


def test_the_head_of_a_stream_ends(sample: Running) -> None:
    head = sample.as_("pruefung").head("/api/v1/feed", headers={"Accept": "text/event-stream"})
    assert head.status_code == 200
    assert head.headers["Content-Type"].startswith("text/event-stream")

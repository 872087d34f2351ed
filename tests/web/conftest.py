"""Browsers without scripts: clients that keep cookies and read pages."""

from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.http.conftest import sample, service
from tests.http.service import Running

__all__ = ["sample", "service"]
Visiting = Callable[[Running, str], httpx.Client]


@pytest.fixture
def visiting() -> Iterator[Visiting]:
    """A person signed in by the link of their role, in a browser of their own."""
    open_clients: list[httpx.Client] = []

    def visit(running: Running, person: str) -> httpx.Client:
        client = running.client({"Accept": "text/html"}, follow_redirects=True)
        open_clients.append(client)
        running.system.views.catch_up()  # else the start page may say that lists are being formed
        landed = client.get(f"/sign-in/{running.issuer.sign_in_code(person)}")
        assert (landed.status_code, landed.url.path) == (200, "/"), landed.text
        return client

    yield visit
    for client in open_clients:
        client.close()

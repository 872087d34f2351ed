"""A real OpenID Connect provider on this machine, as a process of its own: its port is told, its end is the pipe's."""

import os
import subprocess
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import httpx

_RUN = """
import sys
from oidc_provider_mock import run_server_in_thread
with run_server_in_thread(port=int(sys.argv[1])) as server:
    print(server.server_port, flush=True)
    sys.stdin.read()
"""
_BACK = "http://127.0.0.1/back"


class Provider:
    """Runs until stopped; a restart on the same port has new keys."""

    def __init__(self) -> None:
        self.url = ""
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Run on the port of before, or on any."""
        self._process = subprocess.Popen(
            [sys.executable, "-c", _RUN, str(urlsplit(self.url).port or 0)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"},
        )
        assert self._process.stdout
        self.url = f"http://localhost:{int(self._process.stdout.readline())}"

    def stop(self) -> None:
        """Be gone."""
        if self._process:
            self._process.communicate(timeout=20)
            self._process = None

    def enrol(self, subject: str, claims: Mapping[str, Any]) -> None:
        """Make a user with these claims."""
        with self._client() as client:
            client.put(f"/users/{subject}", json=dict(claims)).raise_for_status()

    def sign_in(self, subject: str, audience: str) -> str:
        """The token that the code flow gives a user for a client."""
        asked = {"client_id": audience, "redirect_uri": _BACK, "response_type": "code", "scope": "openid"}
        with self._client() as client:
            consent = client.post("/oauth2/authorize", params=asked, data={"sub": subject})
            code = parse_qs(urlsplit(consent.headers["location"]).query)["code"][0]
            given = client.post(
                "/oauth2/token",
                data={"grant_type": "authorization_code", "code": code, "redirect_uri": _BACK},
                auth=(audience, "any"),
            )
        return str(given.raise_for_status().json()["id_token"])

    def _client(self) -> httpx.Client:
        return httpx.Client(base_url=self.url, trust_env=False, timeout=20)

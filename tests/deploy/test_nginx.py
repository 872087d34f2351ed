"""The service behind nginx, by the configuration that is delivered: TLS, compression, streams, who is counted."""

import re
import shutil
import ssl
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from socket import create_server

import httpx
import pytest

from tests.http.serving import Served, served, until
from tests.http.test_serve import data, on
from tests.postgres import Database

__all__ = ["data"]
SECRET = "x" * 43
DELIVERED = Path(__file__).parents[2] / "deploy" / "nginx.conf"
STRANGERS = 20
pytestmark = pytest.mark.skipif(shutil.which("nginx") is None, reason="needs nginx (apt install nginx-light)")


def free_port() -> int:
    with closing(create_server(("127.0.0.1", 0))) as one:
        return int(one.getsockname()[1])


@contextmanager
def in_front_of(service: Served, folder: Path) -> Iterator[tuple[str, ssl.SSLContext]]:
    """nginx with the delivered configuration, but for places and ports."""
    certificate, key, port = folder / "cert.pem", folder / "key.pem", free_port()
    asked = "openssl req -x509 -newkey ed25519 -nodes -days 1 -subj /CN=zielsteuerung.example.org"
    named = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*asked.split(), *named], check=True, capture_output=True)
    text = DELIVERED.read_text("utf-8")
    text = text.replace("/etc/ssl/zielsteuerung/fullchain.pem", str(certificate))
    text = text.replace("/etc/ssl/zielsteuerung/privkey.pem", str(key))
    text = text.replace("127.0.0.1:8000", service.base.removeprefix("http://"))
    text = text.replace("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;").replace("    listen [::]:443 ssl;\n", "")
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = text.replace("/var/log/nginx/zielsteuerung.log", f"{folder}/access.log")
    head = f"pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ access_log off; {paths}"
    (folder / "nginx.conf").write_text(f"{head}\n{text}\n}}\n", "utf-8")
    nginx = subprocess.Popen(["nginx", "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"])
    trust = ssl.create_default_context(cafile=certificate)
    try:
        yield f"https://127.0.0.1:{port}", trust
    finally:
        nginx.terminate()
        nginx.wait(20)


@pytest.mark.long
def test_through_nginx(data: Path, database: Database) -> None:
    settings = {"ZIELSTEUERUNG_PROXIES": "127.0.0.1", "ZIELSTEUERUNG_STRANGERS_PER_MINUTE": str(STRANGERS)}
    with (
        served(data, "--workers", "1", settings={**on(database), **settings}) as service,
        tempfile.TemporaryDirectory() as folder,
        in_front_of(service, Path(folder)) as (base, trust),
        httpx.Client(base_url=base, verify=trust, timeout=60, trust_env=False) as client,
    ):
        until(lambda: answers(client), "nginx does not answer")
        live = client.get("/health/live")
        assert live.headers["Strict-Transport-Security"]
        assert client.get("/metrics").status_code == 404
        assert client.get("/api/v1/openapi.json").headers["Content-Encoding"] == "gzip"

        token = service.token(service.links[0])
        known = {"Authorization": f"Bearer {token}"}
        assert client.get("/api/v1/me", headers=known).status_code == 200
        with client.stream("GET", "/api/v1/feed", headers=known | {"Accept": "text/event-stream"}) as stream:
            assert re.match(r"retry: \d+", next(stream.iter_lines()))

        asked = [
            client.get("/api/v1/me", headers={"X-Forwarded-For": f"198.51.100.{n}"}).status_code
            for n in range(STRANGERS)
        ]
        assert asked[-1] == 429, "a caller named another address"
        link = service.links[0].removeprefix(service.base)
        client.get(link)
        client.get(f"/api/v1/calendars/{SECRET}.ics?known_at={SECRET}")
        until(lambda: "/calendars/-" in (Path(folder) / "access.log").read_text(), "nothing is logged")
        logged = (Path(folder) / "access.log").read_text()
        assert SECRET not in logged
        assert link.rpartition("/")[2] not in logged
        with service.client() as direct:
            assert direct.get("/api/v1/me", headers={"X-Forwarded-For": "198.51.100.7"}).status_code == 401


def answers(client: httpx.Client) -> bool:
    try:
        return client.get("/health/live").status_code == 200
    except httpx.TransportError:
        return False

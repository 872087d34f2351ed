"""What `deploy/` says to containers, systemd and nginx names things that exist here."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml  # type: ignore[import-untyped]

from infrastructure.settings import Settings
from interfaces.http.identity.settings import IdentitySettings
from interfaces.http.settings import HttpSettings
from interfaces.requirements.stored import FOLDER

PROJECT = Path(__file__).parents[2]
DEPLOY = PROJECT / "deploy"
OTHERS = {"POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_DB", "SERVICE_PASSWORD", "PATH", "PYTHONUNBUFFERED"}
"""Variables that the database's image, a script or Python reads."""
EXPOSURE = 2.0
"""What systemd may find of the unit's exposure, from 0 (shut) to 10 (open)."""


def known() -> set[str]:
    """The variables the service reads."""
    prefixed = (*HttpSettings.model_fields, *IdentitySettings.model_fields)
    return {FOLDER, *(name.upper() for name in Settings.model_fields)} | {
        f"ZIELSTEUERUNG_{name.upper()}" for name in prefixed
    }


def compose() -> dict[str, dict[str, dict[str, object]]]:
    found: dict[str, dict[str, dict[str, object]]] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return found


def test_every_variable_that_is_set_is_read() -> None:
    services = compose()["services"].values()
    said = {name for service in services for name in service["environment"]}  # type: ignore[attr-defined]
    said |= set(re.findall(r"\b([A-Z][A-Z_]+)=", (DEPLOY / "Containerfile").read_text("utf-8")))
    said |= set(re.findall(r"^Environment=(\w+)=", (DEPLOY / "zielsteuerung.service").read_text("utf-8"), re.MULTILINE))
    assert said <= known() | OTHERS
    for name in ("nginx.conf", "zielsteuerung.service", "compose.yaml"):
        assert set(re.findall(r"ZIELSTEUERUNG_\w+", (DEPLOY / name).read_text("utf-8"))) <= known()


def test_every_variable_of_the_manual_is_read_and_every_one_that_is_read_stands_in_a_manual() -> None:
    manuals = "".join((PROJECT / "docs" / name).read_text("utf-8") for name in ("operation.md", "identity.md"))
    assert set(re.findall(r"`(ZIELSTEUERUNG_[A-Z_]+)[=`]", manuals)) <= known()
    unnamed = {
        name for name in known() if not re.search(rf"`(ZIELSTEUERUNG_)?{name.removeprefix('ZIELSTEUERUNG_')}`", manuals)
    }
    assert unnamed == {"ZIELSTEUERUNG_SAMPLE"}  # set by --sample


def test_the_compose_file_finds_what_it_names() -> None:
    found = compose()
    service, database = found["services"]["service"], found["services"]["database"]
    assert (DEPLOY / str(service["build"]["context"]) / str(service["build"]["dockerfile"])).is_file()  # type: ignore[index]
    sources = [str(one).partition(":")[0] for one in (*service["volumes"], *database["volumes"])]  # type: ignore[misc]
    beside = [one for one in sources if one.startswith("./")]
    assert {one for one in beside if not (DEPLOY / one).is_file()} == {"./actors.toml"}  # the operator's
    assert {one for one in sources if not one.startswith("./")} == {*found["volumes"]}


def test_nothing_of_the_builders_machine_gets_into_an_image() -> None:
    left_out = (PROJECT / ".dockerignore").read_text("utf-8").split()
    assert {".venv", ".git", "**/node_modules", "**/__pycache__", ".env", "deploy/.env"} <= {*left_out}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_systemd_understands_the_unit_and_finds_it_shut(tmp_path: Path) -> None:
    command = tmp_path / "zielsteuerung"
    command.write_text("#!/bin/sh\n", "utf-8")
    command.chmod(0o755)
    unit = tmp_path / "zielsteuerung.service"
    text = (DEPLOY / "zielsteuerung.service").read_text("utf-8")
    unit.write_text(text.replace("/opt/zielsteuerung/bin/zielsteuerung", str(command)), "utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (verified.returncode, [line for line in verified.stderr.splitlines() if unit.name in line]) == (0, [])
    words = ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)]
    said = subprocess.run(words, capture_output=True, text=True, check=False).stdout
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", said)
    assert found, said
    assert float(found[1]) < EXPOSURE

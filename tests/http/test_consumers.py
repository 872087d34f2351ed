"""What docs/consumers.md tells consumers to do works: its commands and its examples are run as they stand there."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.figures.test_files_over_http import HEIDEKREIS, both_counties
from tests.figures.test_files_over_http import service as two_counties
from tests.http import linters
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.test_project import ROOT

__all__ = ["two_counties"]
DOCS = ROOT / "docs"
COMMANDS = re.findall(r"```sh\n(.*?)```", (DOCS / "consumers.md").read_text("utf-8"), re.DOTALL)


def ran(*command: str | Path, cwd: Path, **environment: str) -> str:
    found = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert found.returncode == 0, found.stdout[-2000:] + found.stderr[-2000:]
    return found.stdout


def test_every_command_of_the_guide_runs(two_counties: Running, tmp_path: Path) -> None:
    two_counties.system.views.catch_up()
    (tmp_path / "load.csv").write_bytes(both_counties())
    tokens = {name: two_counties.issuer.token(person) for name, person in TOKENS.items()}
    script = "set -euo pipefail\n" + "\n".join(COMMANDS)
    link = f"{two_counties.base}/sign-in/{two_counties.issuer.sign_in_code('ms-sachbearbeitung')}"
    said = ran("bash", "-c", script, cwd=tmp_path, BASE=two_counties.base, LINK=link, **tokens).splitlines()
    assert said[:2] == ["land", "MS, Sachbearbeitung Zielsteuerung"]
    assert f"{HEIDEKREIS} in_force" in said
    assert "version 1, drafted" in said  # as known at its first entry
    assert "query.knownAt" in said
    assert said.count("Unterzeichnet") + said.count("Vereinbarung unterzeichnet") == 2
    assert "in_force" in said
    assert "k2: not assessable" in said  # before the delivery
    assert any(re.fullmatch(r"k2: on_course, -?[0-9.]+ percent", line) for line in said)  # after its release
    assert "then k2: not_assessable" in said  # as known before its release
    last = max(int(line.split()[0]) for line in said if re.fullmatch(r"\d+ de\.zielsteuerung\..+", line))
    assert f"streamed {last}" in said
    assert any(line.endswith("de.zielsteuerung.FigureFileReleased.v1") or "FiguresReleased" in line for line in said)
    assert len(COMMANDS) == 7


TOKENS = {"SECOND": "ms-fachaufsicht", "COUNTY": "hk-controlling"}


@pytest.fixture(scope="module")
def described(sample: Running, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("consumer") / "openapi.json"
    file.write_text(json.dumps(sample.app.openapi()))
    return file


@pytest.mark.long
def test_the_typescript_example_reads_and_follows_by_generated_types(sample: Running, described: Path) -> None:
    place = described.parent
    (place / "consumer.ts").write_text((DOCS / "examples/consumer.ts").read_text("utf-8"))
    (place / "package.json").write_text('{"type": "module"}')
    (place / "node_modules").symlink_to(linters.MODULES)
    made = linters.run("openapi-typescript", described, "-o", place / "zielsteuerung.d.ts")
    assert made.returncode == 0, made.stderr
    options = ("--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext")
    checked = linters.run("tsc", *options, "--allowImportingTsExtensions", "--types", "node", "consumer.ts", cwd=place)
    assert checked.returncode == 0, checked.stdout
    token = sample.issuer.token("hk-controlling")
    ran_ = linters.run(place / "consumer.ts", sample.base, token, SAMPLE, cwd=place)
    assert ran_.returncode == 0, ran_.stderr[-2000:]
    assert "k2-frauen: off course, gap " in ran_.stdout
    assert ran_.stdout.splitlines()[-1].endswith("Agreement closed")


@pytest.mark.long
def test_the_python_example_drafts_by_a_generated_client(sample: Running, tmp_path: Path) -> None:
    scripts = Path(sys.executable).parent
    sample.app.openapi()  # made once; the generator waits for it five seconds and no longer
    path = f"{scripts}:{os.environ['PATH']}"
    url = ("--url", f"{sample.base}/api/v1/openapi.json", "--output-path", str(tmp_path / "zielsteuerung_client"))
    ran(scripts / "openapi-python-client", "generate", *url, "--meta", "none", cwd=tmp_path, PATH=path)
    token = sample.issuer.token("hk-controlling")
    command = (sys.executable, DOCS / "examples/consumer.py", sample.base, token, SAMPLE)
    found = subprocess.run(
        list(map(str, command)),
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert "terms to decide anew" in found.stdout, found.stderr[-2000:]
    assert "not-permitted" in found.stderr  # a county reads the draft; drafting is for the Land

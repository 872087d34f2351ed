"""The description is linted by Redocly and Spectral, and its patterns are compiled as ECMA-262."""

import json
from pathlib import Path

import pytest

from tests.http import linters
from tests.http.service import Running


@pytest.fixture(scope="module")
def described(sample: Running, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("description") / "openapi.json"
    file.write_text(json.dumps(sample.app.openapi()))
    return file


@pytest.mark.long
def test_redocly_finds_nothing(described: Path) -> None:
    found = linters.run("redocly", "lint", "--config", "redocly.yaml", "--format", "json", described)
    problems = json.loads(found.stdout)["problems"]
    assert [(one["ruleId"], one["message"][:200]) for one in problems] == []
    assert found.returncode == 0


@pytest.mark.long
def test_spectral_finds_nothing(described: Path) -> None:
    found = linters.run("spectral", "lint", "--ruleset", "spectral.yaml", "--format", "json", described)
    problems = json.loads(found.stdout.partition("\n]")[0] + "\n]") if found.stdout.startswith("[\n") else []
    assert [(one["code"], one["message"][:200]) for one in problems] == []
    assert found.returncode == 0, found.stdout[:500]


@pytest.mark.long
def test_a_fault_would_be_found(tmp_path: Path) -> None:
    broken = tmp_path / "openapi.json"
    broken.write_text(json.dumps({"openapi": "3.1.0", "info": {"version": "1"}, "paths": {}}))
    assert linters.run("redocly", "lint", "--config", "redocly.yaml", broken).returncode == 1
    assert linters.run("spectral", "lint", "--ruleset", "spectral.yaml", broken).returncode == 1


def test_every_pattern_compiles_as_ecma_262(described: Path) -> None:
    found = linters.run(linters.HERE / "patterns.mjs", described)
    assert found.returncode == 0, found.stderr[:500]
    assert int(found.stdout) > 500

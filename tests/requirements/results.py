"""A pytest plugin that keeps how each play of a scenario ended: `-p tests.requirements.results --results FILE`."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd.parser import Feature, Scenario

from interfaces.software import software

ROOT = Path(__file__).parents[2]
PLAYED = "scenario"


def sources() -> str:
    """Which software, features and steps these are: the software's name and a digest of the other two."""
    files = (path for folder in ("features", "tests/specs") for path in (ROOT / folder).rglob("*"))
    read = sorted(
        (path.relative_to(ROOT).as_posix(), path) for path in files if path.suffix in {".py", ".feature", ".toml"}
    )
    digest = sha256(b"".join(name.encode() + path.read_bytes() for name, path in read))
    return f"{software()} {digest.hexdigest()[:16]}"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--results", type=Path, help="keep the results of the scenarios in this file")


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    callspec = getattr(request.node, "callspec", None)
    example = callspec.params["_pytest_bdd_example"].values() if callspec else ()
    played = {
        "file": Path(feature.filename).name,
        "title": scenario.name,
        "line": scenario.line_number,
        "example": [*example],
    }
    request.node.user_properties.append((PLAYED, played))


class Results:
    """Gathers the results in the process that sees them all."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.ended: dict[str, dict[str, Any]] = {}
        self.sources = sources()  # before anything is played: what is changed meanwhile was not played

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        played = dict(report.user_properties).get(PLAYED)
        if isinstance(played, dict) and (report.when == "call" or report.failed):
            self.ended[report.nodeid] = {**played, "result": report.outcome, "reason": reason(report)}

    def pytest_sessionfinish(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        kept = {"at": datetime.now(UTC).isoformat(), "sources": self.sources, "plays": [*self.ended.values()]}
        self.file.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")


def reason(report: pytest.TestReport) -> str | None:
    """What the failed assertion said, in its first line."""
    if not report.failed:
        return None
    said = [line.removeprefix("E").strip() for line in report.longreprtext.splitlines() if line.startswith("E ")]
    return said[0] if said else report.longreprtext.splitlines()[-1]


def pytest_configure(config: pytest.Config) -> None:
    file = config.getoption("results")
    if file and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Results(file))

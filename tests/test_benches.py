"""The benchmarks run, whatever they measure: each at a small size, with every figure above nothing."""

from pathlib import Path

import psycopg
import pytest

from infrastructure.database import opened
from tests import bench, bench_http, bench_log, bench_proofs
from tests.infrastructure.log import assert_sound
from tests.postgres import Database

pytestmark = pytest.mark.long


def test_over_http(tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READS", "ACTS", "WARM", "EACH"):
        monkeypatch.setattr(bench_http, name, 2)
    took, several = bench_http.measured(tmp_path, database)
    assert {name: len(values) for name, values in took.items()} == dict.fromkeys(took, 2)
    assert [name for name in several if name.startswith("acts/s")] == [
        f"acts/s, {number} at once" for number in bench_http.WRITERS
    ]
    assert min(several.values()) > 0


def test_of_the_service(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, few in {"SINGLE": 10, "READS": 25, "JOBCENTERS": 3, "ENTRIES": 60}.items():
        monkeypatch.setattr(bench, name, few)
    assert min(bench.measured(database.superuser_url).values()) > 0


def test_of_proofs(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_proofs, "TIMES", 20)
    assert min(bench_proofs.measured(database.superuser_url, 500).values()) > 0


def test_of_a_log_that_grows(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_log, "LAST", 30)
    monkeypatch.setattr(bench_log, "SET", 700)
    with opened(database.owner_url, database.owner_url), psycopg.connect(database.superuser_url) as connection:
        figures = [bench_log.measured(connection, *sizes) for sizes in ((0, 1000), (1000, 3001))]
    assert figures[0].keys() == figures[1].keys()
    assert all(one["bytes an entry"] > 0 for one in figures)
    assert_sound(database.superuser_url)

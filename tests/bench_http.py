"""`make bench`, over HTTP: reading and acting, each beside a baseline in the same run; one client, one worker."""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from application.service import Service
from infrastructure.database import opened
from interfaces.bootstrap import assembled
from interfaces.sample.cast import COUNTY, DESK, READER
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026
from tests import bench
from tests.http.acting import AGREEMENTS, acted, body, drafted, today, wish
from tests.http.conftest import SAMPLE
from tests.http.serving import Served, until
from tests.postgres import Database, throw_away_database

READS, ACTS, WARM = 300, 200, 30
SHARES = (50, 99)
Work = Callable[[int], object]


def in_turns(works: dict[str, Work], times: int) -> dict[str, list[float]]:
    """Milliseconds each work took, time after time; in turns, so that all meet the same machine."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for number in range(WARM + times):
        for name, work in works.items():
            took[name].append(bench.timed(lambda work=work, number=number: work(number)) * 1000)  # type: ignore[misc]
    return {name: values[WARM:] for name, values in took.items()}


def good(answer: httpx.Response, status: int = 200) -> httpx.Response:
    """The answer, which must have this status."""
    assert answer.status_code == status, answer.text
    return answer

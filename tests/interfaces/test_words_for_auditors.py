"""No id stands where people read a name: lists, states and reports on the sample say what they mean."""

import re

import pytest

from tests.interfaces.test_cli import AGREEMENT, Cli
from tests.interfaces.test_documented import played

__all__ = ["played"]

IDS = re.compile(
    r"\b(?:ni-ms|heidekreis|eingliederung|k2|k2-frauen|k2-maenner|lzb|llu|dialog-\d[\w-]*|ladung-[\w-]+)\b"
)
CALLS = [
    "circumstances",
    "report committee",
    "report unequal",
    "report twice",
    f"difference {AGREEMENT} --from 3 --to 101",
    f"show {AGREEMENT}",
    f"assessment {AGREEMENT}",
    "list",
]


@pytest.mark.parametrize("call", CALLS)
def test_names_stand_in_the_place_of_ids(played: Cli, call: str) -> None:
    told = played(*call.split())
    assert told.returncode == 0, told.stderr
    assert IDS.findall(told.stdout) == []


def test_what_is_closed_is_not_said_to_be_closed_since_it_was_signed(played: Cli) -> None:
    told = " ".join(played("show", AGREEMENT).stdout.split())
    assert f"{AGREEMENT}: abgeschlossen, bindend seit 10.02.2026, Stand 101" in told


def test_a_moment_in_german_time_is_not_headed_as_utc(played: Cli) -> None:
    told = played("report", "software").stdout
    assert "MEZ" in told
    assert "UTC" not in told

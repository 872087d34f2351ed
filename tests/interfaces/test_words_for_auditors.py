"""No id stands where people read a name: lists, states and reports on the sample say what they mean."""

import re

import pytest

from tests.interfaces.test_cli import AGREEMENT, Cli
from tests.interfaces.test_documented import played

__all__ = ["played"]

IDS = re.compile(
    r"\b(?:ni-ms|heidekreis|eingliederung|kinderbetreuung|k2|k2-frauen|k2-maenner|lzb|llu|dialog-\d[\w-]*|ladung-[\w-]+"
    r"|LUH|INT_\w+|AMP_\w+|True|False|None)\b|\(t-\d|(?<![\w.-])20\d\d-[01]\d(?![\w-])"
)
"""Ids, codes of quantities, machines' words and months: none of them is what an auditor reads."""
CALLS = [
    "circumstances",
    "report committee",
    "report unequal",
    "report twice",
    "report late",
    "report software",
    f"difference {AGREEMENT} --from 3 --to 101",
    f"show {AGREEMENT}",
    f"line {AGREEMENT} k2",
    f"line {AGREEMENT} k2 2026-03+3",
    f"known {AGREEMENT} 64",
    f"history {AGREEMENT} --goal 2",
    f"history {AGREEMENT} --causes 97",
    f"audit signatories {AGREEMENT}",
    "comparison --land 03 --year 2026",
    "due",
    f"assessment {AGREEMENT}",
    "list",
]


@pytest.mark.parametrize("call", CALLS)
def test_names_stand_in_the_place_of_ids(played: Cli, call: str) -> None:
    told = played(*call.split())
    assert told.returncode == 0, told.stderr
    assert IDS.findall(told.stdout) == []


def test_a_refusal_names_months_and_waits_in_words(played: Cli) -> None:
    told = played("line", AGREEMENT, "k2", "2026-03", "--baseline", "2025-03+3")
    assert told.returncode == 1
    assert "März 2025 nach 3 Monaten Wartezeit" in told.stderr
    assert IDS.findall(told.stderr) == []


def test_a_difference_says_first_whether_a_bound_was_changed(played: Cli) -> None:
    told = played("difference", AGREEMENT, "--from", "7", "--to", "101").stdout.splitlines()
    assert told[1] == "Bedingungen und Zielwerte: unverändert."


TABLES = [f"show {AGREEMENT}", f"line {AGREEMENT} k2", "list", "due", f"figures matrix {AGREEMENT} K2"]


@pytest.mark.parametrize("call", TABLES)
def test_what_stands_above_a_table_is_said_in_words(played: Cli, call: str) -> None:
    file = played.folder / "table.csv"
    file.unlink(missing_ok=True)
    assert played(*call.split(), "--out", str(file)).returncode == 0
    text = file.read_text("utf-8-sig")
    assert "(t-" not in text
    assert "Eintrag Nr." not in text


def test_what_is_closed_is_not_said_to_be_closed_since_it_was_signed(played: Cli) -> None:
    told = " ".join(played("show", AGREEMENT).stdout.split())
    assert f"{AGREEMENT}: abgeschlossen, bindend seit 10.02.2026, Stand 101" in told


def test_a_moment_in_german_time_is_not_headed_as_utc(played: Cli) -> None:
    told = played("report", "software").stdout
    assert "MEZ" in told
    assert "UTC" not in told

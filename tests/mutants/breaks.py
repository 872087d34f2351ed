"""Behaviour under a clause, broken by name: a scenario of that clause must turn red."""

import tomllib
from pathlib import Path
from typing import NamedTuple


class Break(NamedTuple):
    """What is broken, and the words of the source that are replaced."""

    clause: str
    what: str
    by: str
    """Words of the scenario that turns red, as pytest's -k takes them."""
    file: str
    old: str
    new: str


_KEPT = tomllib.loads((Path(__file__).parent / "breaks.toml").read_text("utf-8"))
BREAKS = tuple(Break(**one) for one in _KEPT["break"])

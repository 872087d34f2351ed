"""The terms of the sample agreement, from the files that hold their content and their words."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from domain.terms import Terms

FILES = ("heidekreis_2026.toml", "heidekreis_2026_wortlaut.toml")


@cache
def heidekreis_2026() -> Terms:
    """The terms of the agreement between Land Niedersachsen and Landkreis Heidekreis for 2026."""
    return Terms.model_validate({key: value for name in FILES for key, value in _content(name).items()})


def _content(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))

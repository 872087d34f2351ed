"""The terms of the sample agreement, from the file that holds them."""

import tomllib
from importlib.resources import files

from domain.terms import Terms


def heidekreis_2026() -> Terms:
    """The terms of the agreement between Land Niedersachsen and Landkreis Heidekreis for 2026."""
    return Terms.model_validate(tomllib.loads(files(__package__).joinpath("heidekreis_2026.toml").read_text("utf-8")))

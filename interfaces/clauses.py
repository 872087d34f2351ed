"""The clauses of the agreement that requirements and rules cite, and how they are read."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from domain.values import Frozen


class CitedClause(Frozen):
    """A clause: its id, a short name, what it says in plain words, and a reading the wording alone does not give."""

    id: str
    title: str
    says: str
    kind: Literal["obligation", "rule", "term", "principle"]
    reading: str | None = None


@cache
def clauses() -> tuple[CitedClause, ...]:
    """Every clause, in the order of the agreement."""
    text = files(__package__).joinpath("clauses.toml").read_text("utf-8")
    return tuple(CitedClause.model_validate(clause) for clause in tomllib.loads(text)["clause"])

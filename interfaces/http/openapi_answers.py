"""Examples of answers: what the running sample answers, kept as a file and shortened where lists are long."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "answers.json"


@cache
def answers() -> Mapping[str, Any]:
    """The body of each operation's success, by the operation's id."""
    found: dict[str, Any] = json.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    return found


def shortened(value: Any) -> Any:
    """The value with every list of more than two entries cut to its first."""
    if isinstance(value, list):
        return [shortened(one) for one in (value if len(value) == 2 else value[:1])]
    if isinstance(value, dict):
        return {name: shortened(one) for name, one in value.items()}
    return value

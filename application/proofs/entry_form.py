"""The form of entries, and their order among their neighbours."""

import json
import re
from collections.abc import Iterator
from typing import Any, Never

from domain.values import canonical

LIMIT = 1024 * 1024
"""Bytes an entry may have."""
RECORDED_AT = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z", re.ASCII
)
SAFE = 2**53 - 1
"""The largest integer that readers of JSON agree about."""
DEPTH = 64
"""Lists and objects may stand so deep in one another."""


class NoEntry(ValueError):  # noqa: N818 - a finding about what somebody wrote
    """Bytes are no entry; says why in German."""


def read_canonical(text: bytes) -> Any:
    """The value of canonical JSON with ASCII keys, at most 64 deep; raises ValueError for anything else."""
    try:
        value = _READER.decode(text.decode())
        if canonical(value) == text and (text.count(b"{") + text.count(b"[") <= DEPTH or _depth(value) <= DEPTH):
            return value
    except RecursionError:
        pass
    raise ValueError("kein kanonisches JSON")


def read_entry(state: bytes) -> dict[str, Any]:
    """The values of an entry; raises NoEntry unless its bytes are canonical and its own fields are there."""
    try:
        entry = read_canonical(state) if len(state) <= LIMIT else None
    except ValueError:
        entry = None
    if not isinstance(entry, dict):
        raise NoEntry("der Eintrag ist kein kanonisches JSON")
    stream, version, recorded_at = entry.get("stream_id"), entry.get("version"), entry.get("recorded_at")
    if type(stream) is not str or type(version) is not int or type(recorded_at) is not str:
        raise NoEntry("stream_id, version oder recorded_at fehlt")
    if RECORDED_AT.fullmatch(recorded_at) is None:
        raise NoEntry("recorded_at ist kein Zeitpunkt")
    return entry


class Succession:
    """Whether each entry follows those before it: versions of a stream without gap, times increasing.

    Remembers one number a stream.
    """

    def __init__(self) -> None:
        self._versions: dict[str, int] = {}
        self.last_recorded_at = ""

    def faults(self, entry: dict[str, Any]) -> Iterator[str]:
        """Faults of the next entry, in German."""
        stream, version, recorded_at = entry["stream_id"], entry["version"], entry["recorded_at"]
        expected = self._versions.get(stream, 0) + 1
        if version != expected:
            yield f"{stream} hat hier Stand {version}, erwartet ist {expected}"
        if recorded_at <= self.last_recorded_at:
            yield f"festgehalten {recorded_at}, der Eintrag davor {self.last_recorded_at}"
        self._versions[stream] = version
        self.last_recorded_at = recorded_at


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(_depth, inner), default=0)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if not "".join(found).isascii():
        raise ValueError("ein Name ist nicht ASCII")
    return found


def _refused(text: str) -> Never:
    raise ValueError(text)


def _integer(text: str) -> int:
    value = int(text) if len(text) <= 17 else SAFE + 1
    if abs(value) > SAFE:
        raise ValueError(text)
    return value


_READER = json.JSONDecoder(parse_float=_refused, parse_constant=_refused, parse_int=_integer, object_pairs_hook=_object)

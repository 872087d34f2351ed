"""What must hold after any fault: each answered act stands once, each other wholly or not at all."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from infrastructure.proofs.stored_tree import leaf_hash
from tests.faults.writers import Writer
from tests.infrastructure.log import assert_sound, rows

LOG = "SELECT notification_id, state FROM zielsteuerung.stored_events WHERE topic = 'DialogRequested' ORDER BY 1"
ACTS = "SELECT key, first_position, last_position FROM zielsteuerung.act"

Place = tuple[Any, ...]
"""Where an act stands: agreement, version, position, event id, time, leaf hash."""


def assert_nothing_lost_or_doubled(owner_url: str, writers: Sequence[Writer]) -> int:
    """Compare log, acts and tree with what the writers know; how many acts stand of which they know nothing."""
    standing = _standing(owner_url)
    for writer in writers:
        assert writer.strange == []
        lost = [key for key, answer in writer.answered.items() if standing.get(key) != _place(answer.body)]
        assert lost == []
    acts = {key: (first, last) for key, first, last in rows(owner_url, ACTS)}
    assert acts == {key: (place[2], place[2]) for key, place in standing.items()}
    assert_sound(owner_url)
    return sum(key in standing for writer in writers for key in writer.unanswered)


def assert_repeating_tells(owner_url: str, writers: Sequence[Writer]) -> None:
    """Ask for every act again: what stands is answered as it stands, what does not is recorded now."""
    standing = _standing(owner_url)
    for writer in writers:
        for key in [*writer.answered, *sorted(writer.unanswered)]:
            first, again = writer.answered.get(key), writer.ask(key)
            assert again is not None, key
            assert first in (None, again), key
            assert standing.get(key) in (None, _place(again.body)), key
    assert_nothing_lost_or_doubled(owner_url, writers)


def _standing(owner_url: str) -> dict[str, Place]:
    """Every act in the log by its key; fails when one stands twice."""
    standing: dict[str, Place] = {}
    for position, state in rows(owner_url, LOG):
        entry = json.loads(state)
        key = entry["fact"]["dialog_id"]
        assert key not in standing, f"{key} stands twice"
        standing[key] = _place({**entry, "agreement_id": entry["stream_id"], "position": position}, leaf_hash(state))
    return standing


def _place(said: Mapping[str, Any], leaf: bytes | None = None) -> Place:
    names = ("agreement_id", "version", "position", "event_id", "recorded_at")
    return *(said[name] for name in names), leaf.hex() if leaf else said["leaf_hash"]

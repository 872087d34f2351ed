"""What must hold after any fault: each answered act stands once, each other wholly or not at all."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from infrastructure.journal import Journal
from infrastructure.proofs.stored_tree import leaf_hash
from infrastructure.proofs.view_check import ViewCheck
from interfaces.software import software
from tests.faults.writers import Answer, Writer
from tests.http.serving import until
from tests.infrastructure.following_views import all_read
from tests.infrastructure.log import assert_sound, rows

LOG = (
    "SELECT notification_id, state FROM zielsteuerung.stored_events"
    " WHERE topic = 'DialogRequested' AND notification_id > {} ORDER BY 1"
)
PREPARING = "prepares-"
"""How the keys of acts begin that only prepare a round."""
ACTS = (
    "SELECT key, first_position, last_position FROM zielsteuerung.act"
    f" WHERE first_position > {{}} AND NOT starts_with(key, '{PREPARING}')"
)

Place = tuple[Any, ...]
"""Where an act stands: agreement, version, position, event id, time, leaf hash."""


def assert_nothing_lost_or_doubled(owner_url: str, writers: Sequence[Writer], *, behind: int = 0) -> int:
    """Compare log and acts behind a position with what the writers know, and from the beginning the tree as well.

    Gives how many acts stand of which the writers know nothing.
    """
    standing = _standing(owner_url, behind)
    for writer in writers:
        assert writer.strange == []
        lost = [key for key, place in places(writer).items() if standing.get(key) != place]
        assert lost == []
    acts = {key: (first, last) for key, first, last in rows(owner_url, ACTS.format(behind))}
    assert acts == {key: (place[2], place[2]) for key, place in standing.items()}
    if not behind:
        assert_sound(owner_url)
    return sum(key in standing for writer in writers for key in writer.unanswered)


def assert_repeating_tells(owner_url: str, writers: Sequence[Writer], *, behind: int = 0) -> None:
    """Ask for every act again: what stands is answered as it stands, what does not is recorded now."""
    standing = _standing(owner_url, behind)
    for writer in writers:
        for key in [*writer.answered, *sorted(writer.unanswered)]:
            first, again = writer.answered.get(key), _answered_at_last(writer, key)
            assert first in (None, again), key
            assert standing.get(key) in (None, _place(again.body)), key
    assert_nothing_lost_or_doubled(owner_url, writers, behind=behind)


def _answered_at_last(writer: Writer, key: str) -> Answer:
    """What the act is answered once the service has noticed that its database is back."""
    answers: list[Answer] = []

    def answered() -> bool:
        answer = writer.ask(key)
        answers.extend([answer] if answer else [])
        return answer is not None

    until(answered, f"{key}: no answer")
    return answers[-1]


def assert_all_stand(owner_url: str, acknowledged: Mapping[str, Place]) -> None:
    """Each acknowledged act stands in the log where its answer said, and the whole log is sound."""
    standing = _standing(owner_url, 0)
    assert [key for key, place in acknowledged.items() if standing.get(key) != place] == []
    assert_sound(owner_url)


def assert_views_follow(owner_url: str) -> None:
    """Every view has read the log to its end, and each row it ever held is the one formed anew from the log."""
    with Journal(owner_url) as journal:
        until(lambda: all_read(journal), "the views do not get on", seconds=60)
        with journal.recorder.datastore.get_connection() as connection, connection.transaction():
            check = ViewCheck(connection, software())
            assert [*check.faults(journal.head())] == []
            assert check.left_out == ()


def places(writer: Writer) -> dict[str, Place]:
    """Where the acts stand that a writer was answered, by their keys."""
    return {key: _place(answer.body) for key, answer in writer.answered.items()}


def _standing(owner_url: str, behind: int) -> dict[str, Place]:
    """Every act behind a position of the log by its key; fails when one stands twice."""
    standing: dict[str, Place] = {}
    for position, state in rows(owner_url, LOG.format(behind)):
        entry = json.loads(state)
        key = entry["fact"]["dialog_id"]
        assert key not in standing, f"{key} stands twice"
        standing[key] = _place({**entry, "agreement_id": entry["stream_id"], "position": position}, leaf_hash(state))
    return standing


def _place(said: Mapping[str, Any], leaf: bytes | None = None) -> Place:
    names = ("agreement_id", "version", "position", "event_id", "recorded_at")
    return *(said[name] for name in names), leaf.hex() if leaf else said["leaf_hash"]

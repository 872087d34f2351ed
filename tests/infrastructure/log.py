"""What tests look at below the journal: the log's tables."""

from typing import Any

import psycopg

from infrastructure.proofs import stored_tree as tree


def rows(url: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        return connection.execute(query.encode()).fetchall()


def assert_sound(url: str) -> None:
    """Positions are dense from 1, the head counts them, and the stored tree equals one computed from scratch."""
    entries = rows(url, "SELECT notification_id, state FROM zielsteuerung.stored_events ORDER BY 1")
    assert [position for position, _ in entries] == list(range(1, len(entries) + 1))
    assert rows(url, "SELECT size FROM zielsteuerung.log_head") == [(len(entries),)]
    nodes = rows(url, "SELECT level, index, hash FROM zielsteuerung.tree_node")
    assert {(level, index): node for level, index, node in nodes} == tree.nodes(
        tree.leaf_hash(state) for _, state in entries
    )

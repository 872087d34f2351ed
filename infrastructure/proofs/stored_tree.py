"""The log's bytes and stored tree; and the tree computed from scratch, which the stored one must equal."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from psycopg.rows import DictRow

from application.proofs.merkle import NodePlace, leaf_hash, node_hash
from infrastructure.recorder import Datastore

__all__ = ["StoredLog", "leaf_hash", "node_hash", "nodes", "root"]

PAGE = 1000
_NODES = (
    "SELECT node.level, node.index, node.hash FROM zielsteuerung.tree_node AS node"
    " JOIN unnest(%s::smallint[], %s::bigint[]) AS asked(level, index) USING (level, index)"
)
_ENTRIES = (
    "SELECT notification_id, state FROM zielsteuerung.stored_events"
    " WHERE notification_id > %s AND notification_id <= %s ORDER BY notification_id LIMIT %s"
)
_STREAM = (
    "SELECT notification_id, state FROM zielsteuerung.stored_events"
    " WHERE originator_id = %s AND notification_id <= %s ORDER BY originator_version"
)


class StoredLog:
    """Implements the application's EntryLog."""

    def __init__(self, datastore: Datastore) -> None:
        self._datastore = datastore

    def size(self) -> int:
        """How many entries there are."""
        with self._datastore.get_connection() as connection:
            row = connection.execute("SELECT size FROM zielsteuerung.log_head", prepare=True).fetchone()
        return row["size"] if row else 0

    def nodes(self, places: Collection[NodePlace]) -> Mapping[NodePlace, bytes]:
        """The hashes of complete subtrees, as stored; those that are not there are left out."""
        levels, indexes = zip(*places, strict=True) if places else ((), ())
        with self._datastore.get_connection() as connection:
            rows = connection.execute(_NODES, [list(levels), list(indexes)], prepare=True, binary=True)
            return {(row["level"], row["index"]): row["hash"] for row in rows}

    def entries(self, stream_id: str | None, up_to: int) -> Iterator[tuple[int, bytes]]:
        """Position and bytes of a stream's entries, or of all (None), in order, up to a position."""
        if stream_id is not None:
            with self._datastore.get_connection() as connection:
                rows = connection.execute(_STREAM, [stream_id, up_to], binary=True).fetchall()
            yield from ((row["notification_id"], row["state"]) for row in rows)
            return
        after = 0
        while rows := self._page(after, up_to):
            yield from ((row["notification_id"], row["state"]) for row in rows)
            after = rows[-1]["notification_id"]

    def recorded_after(self, position: int, types: Collection[str]) -> bool:
        """Whether one of these facts was recorded behind a position."""
        with self._datastore.get_connection() as connection:
            found = connection.execute(
                "SELECT 1 FROM zielsteuerung.stored_events WHERE notification_id > %s AND topic = ANY(%s) LIMIT 1",
                [position, list(types)],
            ).fetchone()
        return found is not None

    def _page(self, after: int, up_to: int) -> list[DictRow]:
        with self._datastore.get_connection() as connection:
            return connection.execute(_ENTRIES, [after, up_to, PAGE], prepare=True, binary=True).fetchall()


def nodes(leaves: Iterable[bytes]) -> dict[NodePlace, bytes]:
    """Every node of a complete subtree by (level, index), from the leaves' hashes."""
    tree: dict[NodePlace, bytes] = {}
    for leaf_index, leaf in enumerate(leaves):
        level, index, node = 0, leaf_index, leaf
        tree[level, index] = node
        while index % 2:
            node = node_hash(tree[level, index - 1], node)
            level, index = level + 1, index // 2
            tree[level, index] = node
    return tree


def root(leaves: Sequence[bytes]) -> bytes:
    """The tree's root from the leaves' hashes; of none, the hash of nothing."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    left = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(root(leaves[:left]), root(leaves[left:]))

"""Walks through the log once, entry by entry, and holds it against the stored tree and its own columns."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from psycopg import Connection
from psycopg.rows import DictRow

from application.ports import Progress
from application.proofs.entry_form import NoEntry, Succession, read_entry
from application.proofs.merkle import Growing, NodePlace, leaf_hash, node_hash, subtrees
from application.proofs.ports import Fault
from infrastructure.proofs.checkpoint_check import SignedRoots

PAGE = 1000
_ROWS = (
    "SELECT notification_id, originator_id, originator_version, topic, state"
    " FROM zielsteuerung.stored_events ORDER BY notification_id"
)
_NODES = (
    "SELECT node.level, node.index, node.hash"
    " FROM unnest(%s::smallint[], %s::bigint[], %s::bigint[]) AS part(level, first, past)"
    " JOIN zielsteuerung.tree_node AS node"
    " ON node.level = part.level AND node.index >= part.first AND node.index < part.past"
)
_COUNTS = (
    "SELECT (SELECT count(*) FROM zielsteuerung.stored_events) AS entries,"
    " (SELECT count(*) FROM zielsteuerung.tree_node) AS nodes,"
    " (SELECT count(*) FROM zielsteuerung.tree_node WHERE level = 0) AS leaves"
)
_HEADS = (
    "SELECT size, to_char(last_recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS last"
    " FROM zielsteuerung.log_head"
)


class Walk:
    """A scan of the log; after `faults` is exhausted, `size` and `root` are those of the entries read."""

    def __init__(
        self,
        connection: Connection[DictRow],
        roots: SignedRoots,
        progress: Progress | None,
        heed: Callable[[int, dict[str, Any]], None],
    ) -> None:
        self._connection = connection
        self._roots = roots
        self._progress = progress
        self._heed = heed
        self._counts: dict[str, int] = connection.execute(_COUNTS).fetchone() or {}
        self._succession = Succession()
        self._tree = Growing()
        self._out_of_step = False

    @property
    def size(self) -> int:
        """Entries read so far."""
        return self._tree.size

    @property
    def root(self) -> bytes:
        """The root over them, whatever the stored tree says."""
        return self._tree.root()

    def faults(self) -> Iterator[Fault]:
        """Faults from the first entry on; ends early when positions are out of step."""
        yield from self._roots.faults(0, self.root)
        with self._connection.cursor("walk", row_factory=self._connection.row_factory) as cursor:
            cursor.execute(_ROWS, binary=True)
            nodes: dict[NodePlace, bytes] = {}
            while rows := cursor.fetchmany(PAGE):
                # Left of the page, only complete subtrees are needed.
                nodes = {place: nodes[place] for place in subtrees((0, self.size))}
                nodes |= self._stored(self.size, self.size + len(rows))
                for row in rows:
                    yield from self._entry(row, nodes)
                    if self._out_of_step:
                        return
                if self._progress:
                    self._progress(self.size, self._counts["entries"])
        yield from self._roots.left_over(self.size)
        yield from self._surplus()
        yield from self._head()

    def _entry(self, row: Mapping[str, Any], nodes: dict[NodePlace, bytes]) -> Iterator[Fault]:
        position = self.size + 1
        displaced = _displaced(row["notification_id"], position)
        if displaced:
            self._out_of_step = True
            yield Fault(position, displaced)
            return
        leaf = leaf_hash(row["state"])
        if nodes.get((0, position - 1)) != leaf:
            yield Fault(position, self._leaf_fault(position - 1, leaf, nodes))
            if self._out_of_step:
                return
        yield from (Fault(position, f"{says}.") for says in self._says(row))
        self._tree.add(leaf)
        yield from (Fault(position, says) for says in _node_faults(position - 1, nodes))
        if self._roots.wait_for(self.size):
            yield from self._roots.faults(self.size, self.root, self._succession.last_recorded_at)

    def _says(self, row: Mapping[str, Any]) -> Iterator[str]:
        """Differences between the entry's own fields and the columns beside it."""
        try:
            entry = read_entry(row["state"])
        except NoEntry as why:
            yield str(why)
            return
        for column, name in (("originator_id", "stream_id"), ("originator_version", "version"), ("topic", "type")):
            if row[column] != entry.get(name):
                yield f"die Spalte {column} sagt {row[column]}, der Eintrag {entry.get(name)}"
        yield from self._succession.faults(entry)
        self._heed(self.size + 1, entry)
        try:
            self._roots.introduced(entry)
        except (ValueError, KeyError):
            yield "der eingeführte Schlüssel ist keiner, dem man vertrauen kann"

    def _leaf_fault(self, index: int, leaf: bytes, nodes: dict[NodePlace, bytes]) -> str:
        """Why an entry and its leaf differ; what is trusted of them takes the leaf's place from here on."""
        entries, leaves = self._counts["entries"], self._counts["leaves"]
        other = self._connection.execute(
            "SELECT index FROM zielsteuerung.tree_node WHERE level = 0 AND hash = %s", [leaf]
        ).fetchone()
        self._out_of_step = entries != leaves
        if (0, index) not in nodes:
            nodes[0, index] = leaf
            return "zu diesem Eintrag fehlt das Blatt im Baum: am Protokoll vorbei eingefügt, oder das Blatt gelöscht."
        if entries > leaves:
            return "hier wurde ein Eintrag eingefügt."
        if other:
            gone = "der Eintrag wurde gelöscht; " if entries < leaves else "Einträge wurden vertauscht; "
            return f"{gone}hier steht der von Position {other['index'] + 1}."
        if self._leaf_changed(index, leaf):
            nodes[0, index] = leaf
            return "das Blatt im Baum wurde geändert, der Eintrag selbst nicht."
        return "der Eintrag wurde geändert."

    def _leaf_changed(self, index: int, leaf: bytes) -> bool:
        """Whether the node above bears out the entry, and not its stored leaf."""
        around = dict(self._stored(index & ~1, (index & ~1) + 2))
        sibling, above = around.get((0, index ^ 1)), around.get((1, index >> 1))
        if sibling is None:
            return False
        return above == (node_hash(sibling, leaf) if index & 1 else node_hash(leaf, sibling))

    def _stored(self, first: int, past: int) -> Iterator[tuple[NodePlace, bytes]]:
        """The nodes that the leaves from `first` up to `past` (exclusive) complete."""
        levels = range(max(past.bit_length(), 1))
        parts = [list(levels), [first >> level for level in levels], [past >> level for level in levels]]
        for row in self._connection.execute(_NODES, parts, binary=True):
            yield (row["level"], row["index"]), row["hash"]

    def _surplus(self) -> Iterator[Fault]:
        expected = sum(self.size >> level for level in range(self.size.bit_length()))
        if self._counts["leaves"] > self.size:
            yield Fault(self.size + 1, "hier wurde abgeschnitten: der Baum hat noch Blätter, die Einträge fehlen.")
        elif self._counts["nodes"] > expected:
            yield Fault(self.size + 1, "der Baum hat überzählige Knoten.")

    def _head(self) -> Iterator[Fault]:
        heads = self._connection.execute(_HEADS).fetchall()
        if len(heads) != 1:
            yield Fault(None, "Der Kopf des Protokolls fehlt oder ist mehrfach da.")
        for head in heads[:1]:
            if head["size"] != self.size:
                yield Fault(self.size + 1, f"der Kopf zählt {head['size']} Einträge, da sind {self.size}.")
            elif self.size and head["last"] != self._succession.last_recorded_at:
                yield Fault(self.size, "die letzte Zeit im Kopf ist nicht die des letzten Eintrags.")


def _displaced(found: int | None, expected: int) -> str | None:
    if found is None:
        return "hier steht ein Eintrag ohne Position."
    if found > expected:
        return "der Eintrag wurde gelöscht."
    return f"die Position {found} gibt es zweimal: ein Eintrag wurde eingefügt." if found < expected else None


def _node_faults(index: int, nodes: dict[NodePlace, bytes]) -> Iterator[str]:
    """Faults of the inner nodes that a leaf completes; the right value takes a wrong one's place."""
    level = 0
    while index & 1:
        right = node_hash(nodes[level, index - 1], nodes[level, index])
        level, index = level + 1, index >> 1
        if nodes.get((level, index)) != right:
            yield f"der Knoten {index} auf Ebene {level} des Baums wurde geändert."
            nodes[level, index] = right

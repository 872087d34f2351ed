"""Proofs that an entry is in the log, and that the log only grew (RFC 9162 § 2.1.3 and § 2.1.4)."""

from collections.abc import Sequence

from application.proofs.merkle import Proof, Span, consistency_spans, inclusion_spans, span_hash, subtrees
from application.proofs.ports import EntryLog
from domain.rulebook.proofs import OUTSIDE_THE_LOG, TREE_DAMAGED


class Proofs:
    """Formed from the stored nodes, one query each; positions count from 1, sizes go up to the log's own."""

    def __init__(self, log: EntryLog) -> None:
        self.log = log

    def size(self) -> int:
        """How many entries the log has now."""
        return self.log.size()

    def root(self, size: int) -> bytes:
        """The root over the first so many entries; refuses more than there are."""
        [root] = self._hashes([(0, size)], size, size)
        return root

    def leaf(self, position: int) -> bytes:
        """The hash of an entry's leaf; refuses an entry that is not there."""
        self._must_lie_within(position, position)
        [leaf] = self._hashes([(position - 1, position)], position, position)
        return leaf

    def inclusion(self, position: int, size: int) -> Proof:
        """The proof that an entry is among the first `size`; refuses one that is not."""
        return self.inclusions([position], size)[0]

    def inclusions(self, positions: Sequence[int], size: int) -> list[Proof]:
        """The same for several entries at once."""
        for position in positions:
            self._must_lie_within(position, size)
        paths = [inclusion_spans(position - 1, size) for position in positions]
        hashes = iter(self._hashes([span for path in paths for span in path], size, size))
        return [tuple(next(hashes) for _ in path) for path in paths]

    def consistency(self, first: int, second: int) -> Proof:
        """The proof that the log of `second` entries begins with that of `first`; empty when that is 0 or the same."""
        if first:
            self._must_lie_within(first, second)
        return tuple(self._hashes(consistency_spans(first, second) if first else [], first, second))

    def _must_lie_within(self, position: int, size: int) -> None:
        if not 1 <= position <= size:
            OUTSIDE_THE_LOG.refuse(asked=position, of=size, size=self.size())

    def _hashes(self, spans: Sequence[Span], asked: int, of: int) -> list[bytes]:
        places = {place for span in spans for place in subtrees(span)}
        if of:
            places.add((0, of - 1))  # the last leaf is there exactly when the log is as large
        nodes = self.log.nodes(places)
        if len(nodes) < len(places):
            TREE_DAMAGED.refuse_if(of <= self.size())
            OUTSIDE_THE_LOG.refuse(asked=asked, of=of, size=self.size())
        return [span_hash(span, nodes) for span in spans]

"""The arithmetic of the log's Merkle tree (RFC 9162 § 2.1): which nodes a proof needs, and what a proof proves."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

NodePlace = tuple[int, int]
"""Level and index of a complete subtree; level 0 holds the leaves, and position p of the log is leaf p − 1."""
Span = tuple[int, int]
"""Leaves from an index up to another one (exclusive)."""
Proof = tuple[bytes, ...]
"""Hashes of 32 bytes, in the order of RFC 9162."""


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry: SHA-256(0x00 ‖ entry), RFC 9162 § 2.1.1."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256(0x01 ‖ left ‖ right), RFC 9162 § 2.1.1."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def inclusion_spans(leaf: int, size: int) -> list[Span]:
    """The subtrees whose hashes prove that a leaf is in a tree, 0 ≤ leaf < size (RFC 9162 § 2.1.3.1)."""
    spans: list[Span] = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _left(end - begin)
        if leaf < middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((begin, middle))
            begin = middle
    return spans[::-1]


def consistency_spans(first: int, second: int) -> list[Span]:
    """The subtrees whose hashes prove that a tree grew out of another, 0 < first ≤ second (RFC 9162 § 2.1.4.1)."""
    spans: list[Span] = []
    begin, end = 0, second
    while first < end:
        middle = begin + _left(end - begin)
        if first <= middle:
            spans.append((middle, end))
            end = middle
        else:
            spans.append((begin, middle))
            begin = middle
    # The old tree itself, when it is a complete subtree, is known to whoever checks.
    return (spans if begin == 0 else [*spans, (begin, end)])[::-1]


def subtrees(span: Span) -> list[NodePlace]:
    """The complete subtrees that make up a span of a tree, from left to right."""
    begin, end = span
    places: list[NodePlace] = []
    while begin < end:
        level = (end - begin).bit_length() - 1
        places.append((level, begin >> level))
        begin += 1 << level
    return places


def joined(nodes: Sequence[bytes]) -> bytes:
    """The hash over complete subtrees, from left to right; of none, the hash of nothing."""
    if not nodes:
        return hashlib.sha256().digest()
    *others, right = nodes
    for left in reversed(others):
        right = node_hash(left, right)
    return right


def span_hash(span: Span, nodes: Mapping[NodePlace, bytes]) -> bytes:
    """The hash over a span; raises KeyError when a node is missing."""
    return joined([nodes[place] for place in subtrees(span)])


def root_of_leaf(leaf: bytes, index: int, size: int, proof: Proof) -> bytes | None:
    """The root that an inclusion proof leads to from a leaf's hash; None when it cannot be one of such a tree."""
    if not 0 <= index < size:
        return None
    spans = inclusion_spans(index, size)
    if len(spans) != len(proof):
        return None
    for (begin, _), sibling in zip(spans, proof, strict=True):
        leaf = node_hash(leaf, sibling) if begin > index else node_hash(sibling, leaf)
    return leaf


def consistent(first: int, second: int, old_root: bytes, new_root: bytes, proof: Proof) -> bool:
    """Whether a proof shows that the tree with the new root begins with the tree with the old one."""
    if first == second:
        return not proof and old_root == new_root
    if not 0 < first < second:
        return first == 0 < second and not proof and old_root == joined(())
    spans = consistency_spans(first, second)
    complete = first & (first - 1) == 0
    if len(spans) != len(proof):
        return False
    hashes = iter(zip(spans, proof, strict=True))
    old = new = old_root if complete else next(hashes)[1]
    for (begin, _), sibling in hashes:
        if begin < first:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
        else:
            new = node_hash(new, sibling)
    return (old, new) == (old_root, new_root)


def _left(size: int) -> int:
    """Leaves in the left subtree: the largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


class Growing:
    """A tree that grows leaf by leaf; remembers one node a level."""

    def __init__(self) -> None:
        self.size = 0
        self._right: list[bytes] = []

    def add(self, leaf: bytes) -> None:
        """Append a leaf's hash."""
        self._right.append(leaf)
        completed = self.size
        while completed & 1:
            right = self._right.pop()
            self._right[-1] = node_hash(self._right[-1], right)
            completed >>= 1
        self.size += 1

    def root(self) -> bytes:
        """The root over all leaves so far."""
        return joined(self._right)


def root_over(leaves: Iterable[bytes]) -> bytes:
    """The root over the hashes of leaves."""
    tree = Growing()
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()

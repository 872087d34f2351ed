"""The Merkle tree of RFC 9162 over the log's entries: the reference that the database's tree must equal."""

import hashlib
from collections.abc import Iterable, Sequence


def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry: SHA-256(0x00 ‖ entry), RFC 9162 § 2.1.1."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node: SHA-256(0x01 ‖ left ‖ right), RFC 9162 § 2.1.1."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def nodes(leaves: Iterable[bytes]) -> dict[tuple[int, int], bytes]:
    """Every node of a complete subtree by (level, index), from the leaves' hashes."""
    tree: dict[tuple[int, int], bytes] = {}
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

"""Proofs of RFC 9162: the published vectors, every pair of small sizes, and random larger ones."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.proofs.merkle import (
    Growing,
    NodePlace,
    Proof,
    consistency_spans,
    consistent,
    inclusion_spans,
    joined,
    leaf_hash,
    node_hash,
    root_of_leaf,
    span_hash,
    subtrees,
)
from infrastructure.proofs import stored_tree as tree
from tests.infrastructure.test_tree import ENTRIES
from tests.sampling import exhaustive, some

# Published with the tests of Certificate Transparency's reference implementation (merkle_tree_test, and since then
# transparency-dev/merkle/proof): the tree over its eight reference entries; leaves count from 0 here.
A, B, C = (
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
)
D, E, F = (
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
)
INCLUSION = {
    (0, 1): [],
    (0, 8): [A, B, C],
    (5, 8): [D, E, F],
    (2, 3): ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    (1, 5): ["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", B, D],
}
SIX = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
CONSISTENCY = {
    (1, 1): [],
    (1, 8): [A, B, C],
    (6, 8): [SIX, E, F],
    (2, 5): [B, D],
    (6, 7): [SIX, "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f", F],
}
LARGE = 4096
LEAVES = [leaf_hash(number.to_bytes(4, "big")) for number in range(LARGE)]
STRANGER = leaf_hash(b"another")


@cache
def nodes() -> dict[NodePlace, bytes]:
    """The stored form of the largest tree; what a smaller one needs of it is the same."""
    return tree.nodes(LEAVES)


@cache
def root(size: int) -> bytes:
    """By the reference, which splits the list as the RFC defines it."""
    return tree.root(LEAVES[:size])


def inclusion(leaf: int, size: int, stored: dict[NodePlace, bytes] | None = None) -> Proof:
    return tuple(span_hash(span, stored or nodes()) for span in inclusion_spans(leaf, size))


def consistency(first: int, second: int, stored: dict[NodePlace, bytes] | None = None) -> Proof:
    return tuple(span_hash(span, stored or nodes()) for span in consistency_spans(first, second))


def rfc_inclusion(leaf: bytes, index: int, size: int, proof: Proof, expected: bytes) -> bool:
    """RFC 9162 § 2.1.3.2, step by step."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn % 2 == 1 or fn == sn:
            r = node_hash(p, r)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node_hash(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == expected


def rfc_consistency(first: int, second: int, old: bytes, new: bytes, proof: Proof) -> bool:
    """RFC 9162 § 2.1.4.2, step by step, for 0 < first < second."""
    path = [old, *proof] if first & (first - 1) == 0 else list(proof)
    if not proof:
        return False
    fn, sn = first - 1, second - 1
    while fn % 2 == 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn % 2 == 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while fn % 2 == 0 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node_hash(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and (fr, sr) == (old, new)


@pytest.mark.parametrize(("leaf", "size"), INCLUSION)
def test_inclusion_proofs_are_those_of_the_published_vectors(leaf: int, size: int) -> None:
    stored = tree.nodes(map(leaf_hash, ENTRIES))
    assert [one.hex() for one in inclusion(leaf, size, stored)] == INCLUSION[leaf, size]


@pytest.mark.parametrize(("first", "second"), CONSISTENCY)
def test_consistency_proofs_are_those_of_the_published_vectors(first: int, second: int) -> None:
    stored = tree.nodes(map(leaf_hash, ENTRIES))
    assert [one.hex() for one in consistency(first, second, stored)] == CONSISTENCY[first, second]


@exhaustive
def test_every_leaf_of_every_tree_to_256_is_proven() -> None:
    for size in some(range(1, 257), 40):
        for leaf in range(size):
            proof = inclusion(leaf, size)
            assert rfc_inclusion(LEAVES[leaf], leaf, size, proof, root(size))
            assert root_of_leaf(LEAVES[leaf], leaf, size, proof) == root(size)


@exhaustive
def test_every_pair_of_sizes_to_256_is_proven_consistent() -> None:
    for second in some(range(1, 257), 40):
        for first in range(1, second + 1):
            proof = consistency(first, second)
            assert consistent(first, second, root(first), root(second), proof)
            assert first == second or rfc_consistency(first, second, root(first), root(second), proof)


pairs = st.integers(1, LARGE).flatmap(lambda second: st.tuples(st.integers(1, second), st.just(second)))


@given(pairs)
def test_random_pairs_to_4096_are_proven_with_few_hashes(pair: tuple[int, int]) -> None:
    first, second = pair
    included, grown = inclusion(first - 1, second), consistency(first, second)
    assert rfc_inclusion(LEAVES[first - 1], first - 1, second, included, root(second))
    assert root_of_leaf(LEAVES[first - 1], first - 1, second, included) == root(second)
    assert consistent(first, second, root(first), root(second), grown)
    assert first == second or rfc_consistency(first, second, root(first), root(second), grown)
    assert max(len(included), len(grown) - 1) <= (second - 1).bit_length()
    assert sum(len(subtrees(span)) for span in inclusion_spans(first - 1, second)) <= 2 * second.bit_length()


@given(pairs, st.data())
def test_a_proof_that_is_not_exactly_right_proves_nothing(pair: tuple[int, int], data: st.DataObject) -> None:
    first, second = pair
    for proof, holds in (
        (inclusion(first - 1, second), included_in(first - 1, second)),
        (consistency(first, second), grown_from(first, second)),
    ):
        assert holds(proof)
        assert not holds((*proof, STRANGER))
        if proof:
            place = data.draw(st.integers(0, len(proof) - 1))
            assert not holds((*proof[:place], STRANGER, *proof[place + 1 :]))
            assert not holds((*proof[:place], *proof[place + 1 :]))
        if len(proof) > 1:
            assert not holds((proof[1], proof[0], *proof[2:]))


def included_in(leaf: int, size: int) -> Callable[[Proof], bool]:
    return lambda proof: root_of_leaf(LEAVES[leaf], leaf, size, proof) == root(size)


def grown_from(first: int, second: int) -> Callable[[Proof], bool]:
    return lambda proof: consistent(first, second, root(first), root(second), proof)


@given(pairs, st.integers(1, 300))
def test_a_proof_is_about_its_own_sizes_and_place(pair: tuple[int, int], other: int) -> None:
    first, second = pair
    if other not in {first, second}:
        assert not consistent(other, second, root(first), root(second), consistency(first, second))
        assert root_of_leaf(LEAVES[first - 1], other - 1, second, inclusion(first - 1, second)) != root(second)
    assert root_of_leaf(STRANGER, first - 1, second, inclusion(first - 1, second)) != root(second)
    assert not consistent(first, second, STRANGER, root(second), consistency(first, second))
    assert root_of_leaf(LEAVES[0], second, second, ()) is None
    assert not consistent(second + 1, second, root(first), root(second), ())


def test_every_log_begins_with_nothing() -> None:
    assert consistent(0, 5, joined(()), root(5), ())
    assert not consistent(0, 5, root(1), root(5), ())
    assert consistency_spans(5, 5) == []


@given(st.integers(0, 300))
def test_a_tree_that_grows_has_every_root_on_its_way(size: int) -> None:
    growing = Growing()
    for leaf in LEAVES[:size]:
        growing.add(leaf)
    assert (growing.size, growing.root()) == (size, root(size))
    assert span_hash((0, size), nodes()) == root(size)

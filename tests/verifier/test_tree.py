"""The verifier's tree and proofs, against published roots and the recursive definitions of RFC 9162."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interfaces.verifier.verify import consistent, included, leaf_hash, root
from tests.verifier.making import growth, path, sha, top

# Published with the reference implementation of Certificate Transparency: eight entries and the root of each size.
ENTRIES = [bytes.fromhex(text) for text in (
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
)]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
# Published beside them: (leaf from 1, size, proof) and (smaller, larger, proof).
INCLUSION_6_OF_8 = [
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]
CONSISTENCY_6_TO_8 = [
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]
LEAVES = [sha(bytes([0, number & 255, number >> 8])) for number in range(4096)]
TOPS = [top(LEAVES[:size]) for size in range(70)]


def proves_inclusion(leaf: bytes, index: int, size: int, proof: list[bytes], expected: bytes) -> bool:
    try:
        return included(leaf, index, size, proof, expected)
    except ValueError:
        return False


def proves_growth(small: int, small_top: bytes, size: int, large_top: bytes, proof: list[bytes]) -> bool:
    try:
        return consistent(small, small_top, size, large_top, proof)
    except ValueError:
        return False


def test_roots_are_those_published() -> None:
    leaves = [leaf_hash(entry) for entry in ENTRIES]
    assert [root(b"".join(leaves[:size])).hex() for size in range(9)] == ROOTS


def test_published_proofs_hold() -> None:
    tops = [bytes.fromhex(text) for text in ROOTS]
    assert included(leaf_hash(ENTRIES[5]), 5, 8, list(map(bytes.fromhex, INCLUSION_6_OF_8)), tops[8])
    assert consistent(6, tops[6], 8, tops[8], list(map(bytes.fromhex, CONSISTENCY_6_TO_8)))


@pytest.mark.parametrize("size", range(1, 66))
def test_each_leaf_is_proven_at_its_own_place_only(size: int) -> None:
    assert root(b"".join(LEAVES[:size])) == TOPS[size]
    for index in range(size):
        proof = path(index, LEAVES[:size])
        assert [at for at in range(size) if proves_inclusion(LEAVES[index], at, size, proof, TOPS[size])] == [index]
        assert not proves_inclusion(LEAVES[index], index, size, [*proof, LEAVES[0]], TOPS[size])
        assert not proof or not proves_inclusion(LEAVES[index], index, size, proof[:-1], TOPS[size])


@pytest.mark.parametrize("size", range(1, 66))
def test_growth_is_proven_from_the_true_smaller_tree_only(size: int) -> None:
    for small in range(1, size + 1):
        proof = growth(small, LEAVES[:size])
        assert consistent(small, TOPS[small], size, TOPS[size], proof)
        assert not proves_growth(small, TOPS[small - 1], size, TOPS[size], proof)
        assert not proves_growth(small, TOPS[small], size, TOPS[size + 1], proof)
        assert not proves_growth(small, TOPS[small], size, TOPS[size], [*proof, LEAVES[0]])
        for left_out in range(len(proof)):
            shorter = proof[:left_out] + proof[left_out + 1 :]
            assert not proves_growth(small, TOPS[small], size, TOPS[size], shorter)


@settings(deadline=None)
@given(st.integers(1, 4096), st.data())
def test_proofs_of_large_trees_hold_and_no_other_hash_does(size: int, data: st.DataObject) -> None:
    index, small = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    large = root(b"".join(LEAVES[:size]))
    inclusion, consistency = path(index, LEAVES[:size]), growth(small, LEAVES[:size])
    small_top = root(b"".join(LEAVES[:small]))
    assert included(LEAVES[index], index, size, inclusion, large)
    assert consistent(small, small_top, size, large, consistency)
    for proof in (inclusion, consistency):
        if proof:
            proof[data.draw(st.integers(0, len(proof) - 1))] = random.Random(size).randbytes(32)
    assert not inclusion or not proves_inclusion(LEAVES[index], index, size, inclusion, large)
    assert not consistency or not proves_growth(small, small_top, size, large, consistency)


def test_nothing_and_everything_need_no_proof() -> None:
    assert consistent(0, sha(b""), 5, TOPS[5], [])
    assert not consistent(0, TOPS[1], 5, TOPS[5], [])
    assert not consistent(0, sha(b""), 5, TOPS[5], [TOPS[5]])
    assert not consistent(5, TOPS[5], 3, TOPS[3], [])
    assert not consistent(4, TOPS[4], 5, TOPS[5], [])

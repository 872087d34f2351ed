"""What docs/audit.md says is true: its vectors, and the hash of the verifier."""

import hashlib
from pathlib import Path

from interfaces.verifier.verify import consistent, included, read_checkpoint, read_keys
from tests.verifier import vectors
from tests.verifier.asking import PROGRAM, asked
from tests.verifier.making import Made, a_checkpoint, leaves_of

PAGE = Path(__file__).parents[2].joinpath("docs", "audit.md").read_text("utf-8")
VECTORS = PAGE.partition("## Test vectors\n\n")[2]
BLOCKS = [part.strip("\n").split("\n") for part in VECTORS.split("```")[1::2]]


def test_the_page_names_the_verifier_as_it_is() -> None:
    digest = hashlib.sha256(PROGRAM.read_bytes()).hexdigest()
    assert digest in PAGE, f"docs/audit.md must name {digest}"


def test_the_vectors_are_those_the_script_makes() -> None:
    assert VECTORS.rstrip("\n") == vectors.page()


def test_the_vectors_hold_as_they_stand_on_the_page() -> None:
    entries, trees, inclusion, consistency, key, note, proofs, digest, _ = BLOCKS
    rows = [row.split() for row in trees]
    tops = {int(size): bytes.fromhex(top) for size, _, top in rows}
    assert [leaf for _, leaf, _ in rows] == [leaf.hex() for leaf in leaves_of(entry.encode() for entry in entries)]
    assert included(bytes.fromhex(rows[10][1]), 10, 13, list(map(bytes.fromhex, inclusion)), tops[13])
    gap = consistency.index("")
    assert consistent(6, tops[6], 13, tops[13], list(map(bytes.fromhex, consistency[:gap])))
    assert consistent(8, tops[8], 13, tops[13], list(map(bytes.fromhex, consistency[gap + 1 :])))
    checkpoint = "\n".join([*note, ""])
    assert read_checkpoint(checkpoint.encode(), read_keys(key))[:3] == (vectors.ORIGIN, 13, tops[13])
    made = Made([entry.encode() for entry in entries[1:13:2]], {}, checkpoint, f"{key[0]}\n")
    content = dict(made.content()) | {"proofs.json": proofs[0].encode()}
    made.members = list(content.items())
    assert [hashlib.sha256(made.zipped()).hexdigest()] == digest
    older = a_checkpoint([entry.encode() for entry in entries[:6]], vectors.KEY, origin=vectors.ORIGIN)
    assert asked(made, key, [older, checkpoint], "--lang", "en", alone=True).status == 0


def test_two_keys_with_one_id_are_told_apart_by_nobody_and_refused() -> None:
    namesakes = BLOCKS[-1]
    ids, points = zip(*(vkey.split("+", 2)[1:] for vkey in namesakes), strict=True)
    assert (len(set(ids)), len(set(points))) == (1, 2)
    for one in namesakes:
        assert asked(vectors.bundle(), [vectors.KEY.vkey, one], alone=True).status == 0
    assert asked(vectors.bundle(), [vectors.KEY.vkey, *namesakes], alone=True).status == 2
    listed = vectors.bundle()
    listed.keys += "".join(f"{one}\n" for one in namesakes)
    assert asked(listed, [vectors.KEY.vkey], alone=True).status == 2

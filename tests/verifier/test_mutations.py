"""Whatever is done to a bundle is found, at its first bad position."""

from collections.abc import Callable

import pytest

from tests.verifier.asking import asked
from tests.verifier.making import (
    FIRST,
    SECOND,
    STRANGER,
    Made,
    Signer,
    a_bundle,
    a_checkpoint,
    an_entry,
    leaves_of,
    text64,
)
from tests.verifier.mutants import BOTH, LOG, OLD, OTHER, stream, whole


@BOTH
@pytest.mark.parametrize("index", range(10))
def test_an_edited_entry_is_named(made: Callable[[], Made], index: int) -> None:
    bundle = made()
    bundle.entries[index] = bundle.entries[index].replace(b"dran", b"drum")
    assert asked(bundle)[0] == 1
    assert asked(bundle).position == bundle.proofs["positions"][index]


@BOTH
@pytest.mark.parametrize("index", range(10))
def test_a_deleted_entry_is_named(made: Callable[[], Made], index: int) -> None:
    bundle = made()
    del bundle.entries[index]
    answer = asked(bundle)
    assert (answer.status, answer.position) == (1, bundle.proofs["positions"][index])


@BOTH
@pytest.mark.parametrize("index", range(11))
def test_an_inserted_entry_is_named(made: Callable[[], Made], index: int) -> None:
    bundle = made()
    if made is whole and index == 10:
        index = 20
    bundle.entries.insert(index, an_entry("a.1", index + 1, 99))
    answer = asked(bundle)
    positions = bundle.proofs["positions"]
    assert (answer.status, answer.position) == (1, positions[min(index, len(positions) - 1)])
    assert ("überzählig" in answer.text) is (index == len(positions))


@BOTH
@pytest.mark.parametrize("index", range(9))
def test_a_repeated_entry_is_named(made: Callable[[], Made], index: int) -> None:
    bundle = made()
    bundle.entries.insert(index, bundle.entries[index])
    answer = asked(bundle)
    assert (answer.status, answer.position) == (1, bundle.proofs["positions"][index + 1])


@pytest.mark.parametrize(("one", "other"), [(0, 1), (0, 19), (3, 4), (9, 18)])
def test_swapped_entries_are_named_with_where_they_belong(one: int, other: int) -> None:
    bundle = whole()
    bundle.entries[one], bundle.entries[other] = bundle.entries[other], bundle.entries[one]
    answer = asked(bundle)
    assert (answer.status, answer.position) == (1, one + 1)
    assert f"der Eintrag von Position {other + 1}" in answer.text


@pytest.mark.parametrize("left", range(1, 20))
def test_a_truncated_log_lacks_its_first_missing_position(left: int) -> None:
    bundle = whole()
    del bundle.entries[left:]
    assert (asked(bundle).status, asked(bundle).position) == (1, left + 1)
    del bundle.proofs["positions"][left:]
    assert (asked(bundle).status, asked(bundle).position) == (1, left + 1)
    bundle.proofs["leaves"] = text64(b"".join(leaves_of(LOG[:left])))
    assert asked(bundle).status == 1
    bundle.proofs["tree_size"] = left
    assert asked(bundle).status == 1
    bundle.proofs["consistency"] = []
    bundle.checkpoint = a_checkpoint(LOG[:left], STRANGER)
    assert asked(bundle).status == 1


def test_a_stream_without_one_of_its_entries_has_a_gap() -> None:
    bundle = stream()
    for part in (bundle.entries, bundle.proofs["positions"], bundle.proofs["inclusion"]):
        del part[4]
    answer = asked(bundle)
    assert (answer.status, answer.position) == (1, 13)
    assert "Version 6 von a.1; an der Reihe ist Version 5" in answer.text


def test_an_entry_of_another_stream_does_not_belong() -> None:
    bundle, other = stream(), a_bundle(LOG, "b.2")
    for key in ("positions", "inclusion"):
        bundle.proofs[key].insert(1, other.proofs[key][0])
    bundle.entries.insert(1, other.entries[0])
    answer = asked(bundle)
    assert (answer.status, answer.position) == (1, 2)
    assert "gehört zu b.2" in answer.text


@pytest.mark.parametrize("field", ["entries", "scope", "proofs", "names"])
def test_two_streams_cannot_change_places(field: str) -> None:
    bundle, other = stream(), a_bundle(LOG, "b.2", since=[OLD])
    if field == "entries":
        bundle.entries = other.entries
    elif field == "scope":
        bundle.proofs["scope"] = "b.2"
    elif field == "proofs":
        bundle.proofs["inclusion"] = other.proofs["inclusion"]
    else:
        bundle.entries = [entry.replace(b'"a.1"', b'"b.2"') for entry in bundle.entries]
        bundle.proofs["scope"] = "b.2"
    assert asked(bundle).status == 1


def test_two_streams_of_a_whole_log_cannot_change_names() -> None:
    bundle = whole()
    names = bytes.maketrans(b"ab", b"ba")
    bundle.entries = [entry[:-50] + entry[-50:].translate(names) for entry in bundle.entries]
    assert (asked(bundle).status, asked(bundle).position) == (1, 1)


@BOTH
@pytest.mark.parametrize("keys", [[STRANGER], [STRANGER, FIRST]])
def test_signing_anew_with_another_key_does_not_help(made: Callable[[], Made], keys: list[Signer]) -> None:
    bundle = made()
    bundle.checkpoint = a_checkpoint(LOG, STRANGER)
    bundle.keys = "".join(f"{signer.vkey}\n" for signer in keys)
    answer = asked(bundle)
    assert answer.status == 1
    assert "Kein angegebener Schlüssel" in answer.text


@BOTH
def test_an_unlisted_key_or_one_of_another_log_is_found(made: Callable[[], Made]) -> None:
    for keys in ([SECOND], [Signer.numbered(3, "other.example/log"), FIRST]):
        bundle = made()
        bundle.keys = "".join(f"{signer.vkey}\n" for signer in keys)
        answer = asked(bundle)
        assert answer.status == 1
        assert "keys.txt passt nicht" in answer.text


@BOTH
@pytest.mark.parametrize("size", [1, 7, 19, 21, 2**40])
def test_a_wrong_size_is_found_wherever_it_stands(made: Callable[[], Made], size: int) -> None:
    bundle = made()
    bundle.proofs["tree_size"] = size
    assert asked(bundle).status == 1
    bundle.checkpoint = bundle.checkpoint.replace("\n20\n", f"\n{size}\n")
    assert "Unterschrift" in asked(bundle).text
    bundle = made()
    bundle.checkpoint = bundle.checkpoint.replace("\n20\n", f"\n{size}\n")
    assert asked(bundle).status == 1


@BOTH
def test_a_wrong_origin_is_found_wherever_it_stands(made: Callable[[], Made]) -> None:
    bundle = made()
    bundle.proofs["origin"] = "other.example/log"
    assert "origin" in asked(bundle).text
    bundle = made()
    bundle.checkpoint = a_checkpoint(LOG, FIRST, origin="other.example/log")
    assert asked(bundle).status == 1
    foreign = Signer(FIRST.secret, "other.example/log")
    bundle.checkpoint = a_checkpoint(LOG, foreign, origin="other.example/log")
    assert asked(bundle).status == 1
    assert asked(bundle, [FIRST.vkey, foreign.vkey]).status == 1
    bundle = made()
    text = bundle.checkpoint.partition("\n\n")[0] + "\n"
    bundle.checkpoint = f"{text}\n{foreign.line(text)}"
    assert "Kein angegebener Schlüssel" in asked(bundle, [FIRST.vkey, foreign.vkey]).text


@BOTH
def test_a_key_listed_twice_is_unusable(made: Callable[[], Made]) -> None:
    bundle = made()
    bundle.keys *= 2
    assert asked(bundle).status == 2


@BOTH
def test_an_invalid_signature_of_one_trusted_key_is_not_made_good_by_another(made: Callable[[], Made]) -> None:
    bundle = made()
    bundle.keys = f"{FIRST.vkey}\n{SECOND.vkey}\n"
    bundle.checkpoint = a_checkpoint(LOG, FIRST) + SECOND.line("another text\n")
    assert asked(bundle).status == 0
    answer = asked(bundle, [FIRST.vkey, SECOND.vkey])
    assert answer.status == 1
    assert "Unterschrift unter dem Prüfpunkt ist falsch" in answer.text


@pytest.mark.parametrize("index", range(10))
def test_a_forged_inclusion_proof_is_named(index: int) -> None:
    for step in range(len(stream().proofs["inclusion"][index])):
        bundle = stream()
        bundle.proofs["inclusion"][index][step] = text64(b"x" * 32)
        assert (asked(bundle).status, asked(bundle).position) == (1, bundle.proofs["positions"][index])
    for wrong in ([], "x", None, ["x"], [text64(b"short")], [1], stream().proofs["inclusion"][index] * 2):
        bundle = stream()
        bundle.proofs["inclusion"][index] = wrong
        assert (asked(bundle).status, asked(bundle).position) == (1, bundle.proofs["positions"][index])


def test_a_forged_list_of_leaves_is_found() -> None:
    bundle = whole()
    leaves = leaves_of(LOG)
    bundle.entries[4] = OTHER[4]
    bundle.proofs["leaves"] = text64(b"".join([*leaves[:4], *leaves_of(OTHER[4:5]), *leaves[5:]]))
    answer = asked(bundle)
    assert answer.status == 1
    assert "Zwischen Position 1 und 20" in answer.text
    assert "Zwischen Position 1 und 7" in asked(bundle, (FIRST.vkey,), [OLD, a_checkpoint(LOG[:13])]).text
    for wrong in ("", None, "x", text64(b"".join(leaves[:19])), text64(b"".join([*leaves, leaves[0]])), "=" * 856):
        bundle = whole()
        bundle.proofs["leaves"] = wrong
        assert asked(bundle).status == 1
    for wrong in ("", text64(b"".join(leaves))):
        bundle = stream()
        bundle.proofs["leaves"] = wrong
        assert asked(bundle).status == 1


@BOTH
@pytest.mark.parametrize("wrong", [True, "1", None, 0, -1, 21, 1.5, [1]])
def test_impossible_positions_are_found(made: Callable[[], Made], wrong: object) -> None:
    for index in (0, 4, 9):
        bundle = made()
        bundle.proofs["positions"][index] = wrong
        assert asked(bundle).status in ({2} if wrong == 1.5 else {1})
        bundle = made()
        bundle.proofs["positions"].insert(index, bundle.proofs["positions"][index])
        assert asked(bundle).status == 1


@BOTH
@pytest.mark.parametrize("key", ["inclusion", "positions", "consistency"])
def test_lists_of_other_lengths_are_found(made: Callable[[], Made], key: str) -> None:
    if made is stream or key == "positions":
        bundle = made()
        bundle.proofs[key] = bundle.proofs[key][:-1]
        assert asked(bundle).status == (0 if key == "consistency" else 1)
    bundle = made()
    bundle.proofs[key] += bundle.proofs[key][-1:] or [[]]
    assert asked(bundle).status == (0 if key == "consistency" else 1)


def test_a_position_left_out_of_a_whole_log_is_named() -> None:
    bundle = whole()
    del bundle.proofs["positions"][4]
    answer = asked(bundle)
    assert (answer.status, answer.position) == (1, 5)
    assert "Eintrag fehlt" in answer.text


@BOTH
def test_the_last_entry_too_ends_with_a_line_break(made: Callable[[], Made]) -> None:
    bundle = made()
    content = dict(bundle.content())
    bundle.members = list((content | {"entries.jsonl": content["entries.jsonl"][:-1]}).items())
    assert (asked(bundle).status, asked(bundle).position) == (1, 20)


@BOTH
def test_the_last_key_too_ends_with_a_line_break(made: Callable[[], Made]) -> None:
    bundle = made()
    bundle.keys += SECOND.vkey
    assert asked(bundle).status == 2

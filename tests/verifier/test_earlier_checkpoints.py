"""What earlier checkpoints reveal: rolled back, rewritten and forked logs, and forged proofs of growth."""

from collections.abc import Callable

import pytest

from tests.verifier.asking import asked
from tests.verifier.making import FIRST, STRANGER, Made, Signer, a_checkpoint, a_log, growth, leaves_of, texts64
from tests.verifier.mutants import BOTH, LOG, OLD, OTHER, stream, whole


@BOTH
def test_forged_consistency_proofs_are_found(made: Callable[[], Made]) -> None:
    proof = growth(7, leaves_of(LOG))
    forged = [[], proof[1:], proof[:-1], [*proof, proof[0]], proof[::-1], [b"x" * 32, *proof[1:]]]
    for wrong in [*map(texts64, forged), ["x"], [None], None, "", 7]:
        bundle = made()
        bundle.proofs["consistency"][0]["proof"] = wrong
        answer = asked(bundle)
        assert answer.status == 1
        assert "den Prüfpunkt über 7 Einträge" in answer.text


@BOTH
@pytest.mark.parametrize(
    "note",
    [
        a_checkpoint(OTHER[:7]),
        a_checkpoint(LOG[:8]),
        a_checkpoint(OTHER),
        a_checkpoint(a_log(21)),
        a_checkpoint(LOG[:7], STRANGER),
        a_checkpoint(LOG[:7], Signer(FIRST.secret, "other.example/log"), origin="other.example/log"),
        OLD.replace("\n7\n", "\n8\n"),
    ],
)
def test_a_forged_earlier_checkpoint_in_the_bundle_is_found(made: Callable[[], Made], note: str) -> None:
    bundle = made()
    bundle.proofs["consistency"][0]["checkpoint"] = note
    assert asked(bundle, [FIRST.vkey, Signer(FIRST.secret, "other.example/log").vkey]).status == 1


@pytest.mark.parametrize("kept", [a_checkpoint(a_log(25)), a_checkpoint(a_log(21), FIRST)])
@BOTH
def test_a_log_rolled_back_is_found_with_an_earlier_checkpoint_and_said_so(made: Callable[[], Made], kept: str) -> None:
    assert asked(made()).status == 0
    answer = asked(made(), (FIRST.vkey,), [OLD, kept])
    assert answer.status == 2, "an older bundle contradicts no newer checkpoint"
    assert "zurückgesetzt" in answer.text
    forked = made()
    forked.entries[2] = OTHER[2 if made is whole else 4]
    assert asked(forked, (FIRST.vkey,), [OLD, kept]).status == 1, "what is wrong with the bundle itself comes first"
    other = a_checkpoint([*a_log(24), OTHER[0]])
    assert "gegabelt" in asked(made(), (FIRST.vkey,), [a_checkpoint(a_log(25)), other]).text


@BOTH
@pytest.mark.parametrize("size", [1, 6, 7, 8, 19, 20])
def test_a_rewritten_or_forked_log_is_found_with_an_earlier_checkpoint(made: Callable[[], Made], size: int) -> None:
    kept = a_checkpoint(OTHER[:size])
    assert asked(made()).status == 0
    assert asked(made(), (FIRST.vkey,), [kept]).status == (1 if made is whole or size in {7, 20} else 2)
    forked = a_checkpoint([*LOG[:19], OTHER[19]])
    for given in ([OLD, forked], [OLD, a_checkpoint(LOG), forked], [forked, a_checkpoint(LOG), OLD]):
        assert "Zwischen Position 8 und 20" in asked(made(), (FIRST.vkey,), given).text


def test_a_stream_without_the_proof_asked_for_cannot_be_judged() -> None:
    answer = asked(stream(), (FIRST.vkey,), [a_checkpoint(LOG[:8])])
    assert answer.status == 2
    assert "über 8 Einträge fehlt der Nachweis" in answer.text
    bundle = stream()
    bundle.entries[2] = OTHER[4]
    assert asked(bundle, (FIRST.vkey,), [a_checkpoint(LOG[:8])]).status == 1


@BOTH
def test_a_checkpoint_of_another_log_cannot_be_used(made: Callable[[], Made]) -> None:
    elsewhere = Signer(FIRST.secret, "other.example/log")
    kept = a_checkpoint(LOG[:7], elsewhere, origin=elsewhere.name)
    answer = asked(made(), [FIRST.vkey, elsewhere.vkey], [kept])
    assert answer.status == 2
    assert "einer von other.example/log" in answer.text


@pytest.mark.parametrize("size", [8, 19])
def test_two_checkpoints_that_contradict_each_other_are_a_fork_without_any_proof(size: int) -> None:
    both = [a_checkpoint(LOG[:size]), a_checkpoint(OTHER[:size])]
    for notes in (both, both[::-1]):
        answer = asked(stream(), (FIRST.vkey,), notes)
        assert (answer.status, f"über {size} Einträge widersprechen sich" in answer.text) == (1, True)
    assert asked(stream(), (FIRST.vkey,), [both[0], both[0]]).status == 2

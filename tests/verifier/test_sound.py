"""What is in order is called sound, and the answer says what that means and what it does not."""

import pytest

from tests.verifier.asking import Answer, asked
from tests.verifier.making import FIRST, ORIGIN, SECOND, STRANGER, Signer, a_bundle, a_checkpoint, a_log, an_entry

SIZES = [*range(1, 35), 63, 64, 65, 127, 128, 129, 500]


def sound(answer: Answer) -> bool:
    return answer.status == 0 and answer.text.startswith("UNVERSEHRT")


@pytest.mark.parametrize("size", SIZES)
def test_logs_and_streams_of_any_size_are_sound(size: int) -> None:
    log = a_log(size)
    assert sound(asked(a_bundle(log)))
    for stream in ("a.1", "b.2", "c.3")[:size]:
        assert sound(asked(a_bundle(log, stream)))


@pytest.mark.parametrize("scope", [None, "b.2"])
@pytest.mark.parametrize("size", [1, 2, 7, 8, 9, 31, 32])
def test_earlier_checkpoints_are_held_against_the_log(size: int, scope: str | None) -> None:
    log = a_log(32)
    notes = [a_checkpoint(log[:size]), a_checkpoint(log[: (size + 32) // 2])]
    answer = asked(a_bundle(log, scope, since=notes), (FIRST.vkey,), notes)
    assert sound(answer)
    assert f"({', '.join(str(n) for n in sorted({size, (size + 32) // 2}))} Einträge)" in answer.text


def test_a_whole_log_needs_no_proof_for_an_earlier_checkpoint() -> None:
    log = a_log(20)
    assert sound(asked(a_bundle(log), (FIRST.vkey,), [a_checkpoint(log[:size]) for size in (0, 3, 16, 20)]))


def test_the_empty_and_the_same_checkpoint_need_no_proof_for_a_stream() -> None:
    log = a_log(20)
    assert sound(asked(a_bundle(log, "a.1"), (FIRST.vkey,), [a_checkpoint([]), a_checkpoint(log)]))


@pytest.mark.parametrize("trusted", [[FIRST], [SECOND], [FIRST, SECOND], [STRANGER, SECOND]])
def test_one_trusted_signature_of_several_is_enough(trusted: list[Signer]) -> None:
    bundle = a_bundle(a_log(5), signers=[FIRST, SECOND])
    assert sound(asked(bundle, [signer.vkey for signer in trusted]))


def test_after_a_rotation_old_checkpoints_stay_good_with_the_old_key() -> None:
    log = a_log(30)
    old = a_checkpoint(log[:12], FIRST)
    bundle = a_bundle(log, "a.1", signers=[SECOND], listed=[FIRST, SECOND], since=[old])
    assert sound(asked(bundle, [FIRST.vkey, SECOND.vkey], [old]))
    assert sound(asked(bundle, [SECOND.vkey]))
    assert asked(bundle, [FIRST.vkey]).status == 1


def test_a_bundle_that_hands_over_the_trust_is_sound_with_either_key() -> None:
    log = a_log(30)
    bundle = a_bundle(log, signers=[FIRST, SECOND], listed=[FIRST, SECOND], since=[a_checkpoint(log[:12], FIRST)])
    assert sound(asked(bundle, [FIRST.vkey]))
    assert sound(asked(bundle, [SECOND.vkey]))


def test_signatures_of_others_below_a_checkpoint_do_no_harm() -> None:
    bundle = a_bundle(a_log(3))
    bundle.checkpoint += "— zeuge.example/w AAAAAAA=\n"
    assert sound(asked(bundle))


def test_keys_may_come_from_a_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    keys = tmp_path_factory.mktemp("keys") / "keys.txt"
    keys.write_text(f"{SECOND.vkey}\n{FIRST.vkey}\n")
    assert sound(asked(a_bundle(a_log(3)), [str(keys)]))
    assert sound(asked(a_bundle(a_log(3)), [str(keys), FIRST.vkey, FIRST.vkey]))


def test_entries_may_hold_any_text_and_be_large() -> None:
    text = 'Käthe & Jürgen: „5,3 %“ \\ " / \u2028 \U0001f600 \x7f'
    log = [an_entry("a.1", 1, 0, text=text), an_entry("a.1", 2, 1, big="x" * 900_000), an_entry("a.1", 3, 2)]
    assert sound(asked(a_bundle(log)))
    assert sound(asked(a_bundle(log, "a.1")))


def test_an_entry_of_one_mebibyte_is_sound_and_a_byte_more_is_not() -> None:
    room = 2**20 - len(an_entry("a.1", 1, 0, big=""))
    assert sound(asked(a_bundle([an_entry("a.1", 1, 0, big="x" * room)])))
    assert asked(a_bundle([an_entry("a.1", 1, 0, big="x" * (room + 1))])).status == 1


def test_the_answer_says_what_sound_means_and_what_it_does_not() -> None:
    log = a_log(20)
    whole = asked(a_bundle(log))
    assert f"Protokoll {ORIGIN}, Prüfpunkt über 20 Einträge, unterschrieben mit {FIRST.key_id.hex()}" in whole.text
    assert "das ganze Protokoll, Positionen 1 bis 20" in whole.text
    assert "dass nie umgeschrieben" in whole.text
    assert "am Ende keine Einträge" not in whole.text
    stream = asked(a_bundle(log, "b.2"))
    assert "Einträge von b.2, Positionen 2 bis" in stream.text
    assert "am Ende keine Einträge von b.2 fehlen" in stream.text


@pytest.mark.parametrize("scope", [None, "b.2"])
def test_only_checkpoints_that_were_given_count_as_kept_by_somebody_else(scope: str | None) -> None:
    log = a_log(20)
    seven, twelve = a_checkpoint(log[:7]), a_checkpoint(log[:12])
    bundle = a_bundle(log, scope, since=[seven, twelve])
    alone = asked(bundle).text
    assert "dass nie umgeschrieben" in alone
    assert "nur das Bündel selbst mitbringt (7, 12 Einträge)" in alone
    assert "angegebenen Prüfpunkte" not in alone
    held = asked(bundle, (FIRST.vkey,), [seven]).text
    assert "nach Position 7 nie umgeschrieben" in held
    assert "nur das Bündel selbst mitbringt (12 Einträge)" in held
    assert "angegebenen Prüfpunkte (7 Einträge)" in held


def test_the_answer_comes_in_english_too() -> None:
    answer = asked(a_bundle(a_log(3), "a.1"), (FIRST.vkey,), (), "--lang", "en")
    assert answer.text.startswith("SOUND. Log ")
    assert answer.text.count("Not shown: ") == 3
    assert "Nicht" not in answer.text


def test_what_an_earlier_checkpoint_would_reveal_is_not_found_without_one() -> None:
    kept, rewritten = a_checkpoint(a_log(20)), a_log(24, twist="other")
    answer = asked(a_bundle(rewritten))
    assert sound(answer)
    assert "nur ein Prüfpunkt,\n  der vorher in andere Hände kam, deckt es auf (--checkpoint)." in answer.text
    assert asked(a_bundle(rewritten), (FIRST.vkey,), [kept]).status == 1


def test_missing_last_entries_of_a_stream_are_found_in_the_whole_log_only() -> None:
    log = a_log(20)
    bundle = a_bundle(log, "a.1")
    for part in (bundle.entries, bundle.proofs["positions"], bundle.proofs["inclusion"]):
        part.pop()
    assert "dass am Ende keine Einträge von a.1 fehlen" in asked(bundle).text
    whole = a_bundle(log)
    whole.entries.pop()
    assert asked(whole).position == 20

"""The rows of docs/audit.md about what a bundle can be besides: both verifiers end as the page says."""

import io
import re
import time
from collections.abc import Callable
from random import Random

import pytest

from application.proofs.signed_note import PublicKey
from interfaces.verifier.verify import decoded
from tests.verifier.asking import asked
from tests.verifier.making import FIRST, Made, Signer, a_bundle, a_checkpoint, a_log, growth, leaves_of, text64, texts64
from tests.verifier.mutants import LOG, stream
from tests.verifier.opinion import Tampered, Unusable, examine
from tests.verifier.test_audit_page import PAGE

BUNDLES, _, GIVEN = PAGE.partition("| a sound bundle, but |")[2].partition(
    "| a sound bundle, and a checkpoint given that |"
)
ROWS, GIVEN_ROWS = (dict(re.findall(r"^\| ([^|]+) \| ([012]) \|$", text, re.MULTILINE)) for text in (BUNDLES, GIVEN))
OTHER_LOG = Signer(FIRST.secret, "other.example/log")


def sized(*sizes: int) -> Made:
    """A stream's bundle with earlier checkpoints of these sizes, in this order."""
    made = a_bundle(LOG, "a.1", since=[a_checkpoint(LOG[:size]) for size in sizes])
    proofs = {size: texts64(growth(size, leaves_of(LOG))) for size in sizes}
    made.proofs["consistency"] = [{"checkpoint": a_checkpoint(LOG[:size]), "proof": proofs[size]} for size in sizes]
    return made


def earlier(**said: object) -> Made:
    made = stream()
    made.proofs["consistency"][0] |= said
    return made


def with_proofs(name: str, value: object) -> Made:
    made = stream()
    made.proofs[name][0] = value
    return made


def signed_more(*lines: str) -> Made:
    made = stream()
    made.checkpoint += "".join(lines)
    return made


def emptied() -> Made:
    made = stream()
    made.entries = []
    return made


def with_namesake() -> Made:
    """Two public keys of the log whose ids are one."""
    made = stream()
    made.keys += "".join(f"{Signer(number.to_bytes(32, 'big')).vkey}\n" for number in (21100, 54643))
    return made


def with_one_key_twice() -> Made:
    made = stream()
    made.keys += made.keys
    return made


TEXT = stream().checkpoint.partition("\n\n")[0] + "\n"
CASES: dict[str, Callable[[], Made]] = {
    "a position is no integer": lambda: with_proofs("positions", "1"),
    "an inclusion proof is no list of hashes": lambda: with_proofs("inclusion", ["x"]),
    "an earlier checkpoint is not an object, or its note is not a signed note": lambda: earlier(checkpoint="nichts"),
    "an earlier checkpoint's proof is no list of hashes": lambda: earlier(proof=7),
    "an earlier checkpoint is of another origin": lambda: earlier(
        checkpoint=a_checkpoint(LOG[:7], OTHER_LOG, origin=OTHER_LOG.name)
    ),
    "earlier checkpoints stand in another order": lambda: sized(7, 3, 5),
    "there are 33 earlier checkpoints": lambda: sized(*[7] * 33),
    "`entries.jsonl` is empty": emptied,
    "`keys.txt` holds two keys with one id": with_namesake,
    "`keys.txt` holds one key twice": with_one_key_twice,
    "the checkpoint bears 17 signatures of one trusted key": lambda: signed_more(*[FIRST.line(TEXT)] * 16),
    "the checkpoint bears a signature of a name with a control character": lambda: signed_more("— a\x01b AAAAAAA=\n"),
    "the checkpoint bears a signature of somebody else": lambda: signed_more("— witness.example AAAAAAA=\n"),
}


OLD_NOTE = a_checkpoint(LOG[:7])
OLD_TEXT = OLD_NOTE.partition("\n\n")[0] + "\n"
STRANGE = "— witness.example AAAAAAA=\n"


def filled(size: int) -> str:
    """The earlier checkpoint with signatures of others, so many bytes long."""
    lines, left = "", size - len(OLD_NOTE.encode())
    while left > 4000:
        lines += f"— witness.example {text64(bytes(1500))}\n"
        left = size - len((OLD_NOTE + lines).encode())
    name = "w" * (left - len("—  AAAAAAA=\n".encode()))
    return f"{OLD_NOTE}{lines}— {name} AAAAAAA=\n"


NOTES: dict[str, Callable[[], list[str]]] = {
    "has exactly 64 KiB, with signatures of others": lambda: [filled(2**16)],
    "has a byte more than 64 KiB": lambda: [filled(2**16 + 1)],
    "bears 100 signatures, of which one is of a trusted key": lambda: [OLD_NOTE + STRANGE * 99],
    "bears 101 signatures": lambda: [OLD_NOTE + STRANGE * 100],
    "bears 16 signatures of one trusted key": lambda: [f"{OLD_TEXT}\n{FIRST.line(OLD_TEXT) * 16}"],
    "bears 17 signatures of one trusted key": lambda: [f"{OLD_TEXT}\n{FIRST.line(OLD_TEXT) * 17}"],
    "names a size of 20 digits": lambda: [OLD_NOTE.replace("\n7\n", f"\n{10**19}\n")],
    "is of another origin": lambda: [a_checkpoint(LOG[:7], OTHER_LOG, origin=OTHER_LOG.name)],
    "is over more entries than the bundle's": lambda: [a_checkpoint(a_log(len(LOG) + 1))],
    "is one of 33 given": lambda: [OLD_NOTE] * 33,
}


def test_every_row_about_checkpoints_given_is_a_case() -> None:
    assert GIVEN_ROWS.keys() == NOTES.keys()


@pytest.mark.parametrize("case", NOTES)
def test_both_verifiers_end_as_the_page_says_of_a_checkpoint_given(case: str) -> None:
    notes = NOTES[case]()
    assert len(filled(2**16).encode()) == 2**16
    assert asked(stream(), [FIRST.vkey, OTHER_LOG.vkey], notes).status == int(GIVEN_ROWS[case])


def opinion(made: Made) -> int:
    key = PublicKey(FIRST.name, FIRST.public)
    try:
        examine(io.BytesIO(made.zipped()), [key, PublicKey(OTHER_LOG.name, OTHER_LOG.public)])
    except Tampered:
        return 1
    except Unusable:
        return 2
    return 0


def test_every_row_of_the_page_is_a_case() -> None:
    assert ROWS.keys() == CASES.keys()


@pytest.mark.parametrize("case", CASES)
def test_both_verifiers_end_as_the_page_says(case: str) -> None:
    made = CASES[case]()
    told = asked(made, [FIRST.vkey, OTHER_LOG.vkey]).status
    assert (told, opinion(made)) == (int(ROWS[case]), int(ROWS[case]))


def test_a_bundle_of_a_megabyte_of_signatures_is_answered_at_once() -> None:
    bundle = sized(*[7] * 32)
    text = a_checkpoint(LOG[:7]).partition("\n\n")[0] + "\n"
    for item in bundle.proofs["consistency"]:
        item["checkpoint"] = f"{text}\n{FIRST.line(text) * 100}"
    began = time.process_time()
    assert asked(bundle).status == 2
    assert time.process_time() - began < 5, "a hundred signatures below each of thirty-two would take half a minute"


MEGABYTE = 2**20 - 200
LARGE = {
    "lists sixty deep": b"[" + b",".join([b"[" * 60 + b"]" * 60] * (MEGABYTE // 121)) + b"]",
    "lists without end": b"[" * (MEGABYTE // 2) + b"]" * (MEGABYTE // 2),
    "empty objects": b"[" + b",".join([b"{}"] * (MEGABYTE // 3)) + b"]",
    "keys": b"{" + b",".join(b'"%06d":0' % number for number in range(MEGABYTE // 11)) + b"}",
    "escaped quotes and brackets": b'"' + b'\\"[ ' * (MEGABYTE // 4 - 9) + b'"',
    "blanks": b'"' + b" " * (MEGABYTE - 9) + b'"',
    "digits": b"9" * (MEGABYTE - 9),
}


@pytest.mark.long
@pytest.mark.parametrize("of", LARGE)
def test_a_megabyte_of_anything_in_an_entry_is_answered_at_once(of: str) -> None:
    entry = b'{"fact":' + LARGE[of] + b',"recorded_at":"2026-03-15T12:00:00.000000Z","stream_id":"a.1","version":1}'
    bundle = a_bundle([entry])
    began = time.process_time()
    assert asked(bundle).status in {0, 1}
    assert time.process_time() - began < 10, "what is measured is about a second, and grows with the length alone"


WEAK = {
    "ec…ff": "ec" + "ff" * 31,
    "01…80": "01" + "00" * 30 + "80",
    "small order": "00" * 32,
    "y = p": (2**255 - 19).to_bytes(32, "little").hex(),
    "off the curve": (2).to_bytes(32, "little").hex(),
}


@pytest.mark.parametrize("name", WEAK)
def test_a_key_that_verifies_what_nobody_signed_is_trusted_by_nobody(name: str) -> None:
    public = bytes.fromhex(WEAK[name])
    key = PublicKey(FIRST.name, public)
    assert not key.trustworthy
    forged = stream()
    note, zero = forged.checkpoint.partition("\n\n")[0] + "\n", bytes(32)
    identity = b"\x01" + bytes(31)
    forged.checkpoint = f"{note}\n— {FIRST.name} {text64(key.id + identity + zero)}\n"
    forged.keys = f"{key}\n"
    assert asked(forged, [str(key)]).status == 2
    with pytest.raises(Unusable):
        examine(io.BytesIO(forged.zipped()), [key])


def test_keys_made_in_the_ordinary_way_are_trusted() -> None:
    assert all(PublicKey("x", Signer.numbered(number).public).trustworthy for number in range(50))


def test_one_definition_of_a_key_that_can_be_trusted_holds_for_all() -> None:
    chance = Random(16)
    points = [chance.randbytes(32) for _ in range(400)]
    points += [(number << 248 | sign << 255).to_bytes(32, "little") for number in range(2) for sign in range(2)]
    for public in points:
        try:
            is_point = bool(decoded(public))
        except ValueError:
            is_point = False
        assert PublicKey("x", public).trustworthy is is_point, public.hex()

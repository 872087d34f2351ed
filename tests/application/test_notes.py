"""Signed notes: the published example, what is read back, and what is no checkpoint."""

import base64

import pytest

from application.proofs.signed_note import Checkpoint, Note, SigningKey, Unreadable, parsed, public_key, signed

# Published as the example of golang.org/x/mod/sumdb/note, the reference of C2SP signed notes.
NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SAYING = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNATURE = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="

NAME = "zielsteuerung.example/log"
OLD, NEW = SigningKey(NAME, b"1" * 32), SigningKey(NAME, b"2" * 32)
CHECKPOINT = Checkpoint(NAME, 7, bytes(range(32)))


def test_the_published_signature_holds() -> None:
    key = public_key(NEUMANN)
    signature = base64.b64decode(SIGNATURE)
    assert (str(key), key.id) == (NEUMANN, signature[:4])
    assert key.signed(SAYING, signature[4:])
    assert not key.signed(SAYING.lower(), signature[4:])


def test_a_checkpoint_reads_as_the_specification_writes_it() -> None:
    note = signed(CHECKPOINT, [OLD])
    origin, size, root, empty, line, end = str(note).split("\n")
    assert (origin, size, root, empty, end) == (NAME, "7", base64.b64encode(bytes(range(32))).decode(), "", "")
    dash, name, value = line.split(" ")
    assert (dash, name, base64.b64decode(value)[:4]) == ("—", NAME, OLD.public.id)


def test_what_was_written_is_read_back() -> None:
    note = signed(CHECKPOINT, [OLD, NEW])
    assert parsed(str(note)) == note
    assert public_key(str(OLD.public)) == OLD.public


def test_signers_are_the_trusted_keys_that_signed() -> None:
    note = signed(CHECKPOINT, [OLD])
    assert note.signers([OLD.public, NEW.public]) == (OLD.public,)
    assert note.signers([NEW.public]) == ()
    elsewhere = SigningKey("other.example/log", OLD.seed)
    assert note.signers([elsewhere.public]) == ()


def test_a_wrong_signature_of_a_trusted_key_is_an_error_not_an_absence() -> None:
    right = signed(CHECKPOINT, [OLD, NEW])
    wrong = Note(Checkpoint(NAME, 8, CHECKPOINT.root), right.signatures)
    with pytest.raises(Unreadable, match=OLD.public.id.hex()):
        wrong.signers([OLD.public])
    assert wrong.signers([]) == ()


TEXT = str(signed(CHECKPOINT, [OLD]))


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT[:-1],
        TEXT + "\n",
        TEXT.replace("\n\n", "\n"),
        TEXT.replace("\n\n", "\nmore\n\n"),
        TEXT.replace("\n7\n", "\n07\n"),
        TEXT.replace("\n7\n", "\n-7\n"),
        TEXT.replace("\n7\n", "\n７\n"),
        TEXT.replace("AAEC", "AAE="),
        TEXT.replace("— ", "- "),
        TEXT.partition("—")[0],
        TEXT.replace(NAME, "with blank", 1),
        TEXT.replace(NAME, "plus+sign", 1),
        TEXT.replace(f"— {NAME}", "— plus+sign"),
        TEXT.replace("\n", "\r\n"),
        "PK\x03\x04",
    ],
)
def test_anything_else_is_no_checkpoint(text: str) -> None:
    assert text != TEXT
    with pytest.raises(Unreadable):
        parsed(text)


@pytest.mark.parametrize(
    "text", ["", f"{NEUMANN}\n", NEUMANN[:-4], NEUMANN.replace("c7", "c8"), NEUMANN.replace("+AR", "+BR")]
)
def test_anything_else_is_no_key(text: str) -> None:
    with pytest.raises(Unreadable):
        public_key(text)


def test_a_secret_key_does_not_show_itself() -> None:
    assert "1111" not in repr(OLD)
    assert base64.b64encode(OLD.seed).decode() not in repr(OLD)

"""The file as a stranger runs it: alone, with hostile input, in two languages, never with a traceback."""

import ast
import hashlib
import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.verifier.asking import FOLDER, PROGRAM, asked, run_alone, run_here
from tests.verifier.making import FIRST, STRANGER, a_bundle, a_checkpoint, a_log, text64, zipped

LOG = a_log(9)
SOURCE = PROGRAM.read_text("utf-8")
BUNDLE = a_bundle(LOG).zipped()


def test_it_imports_the_standard_library_only() -> None:
    names = set()
    for node in ast.walk(ast.parse(SOURCE)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            names.add((node.module or "").partition(".")[0])
    assert names
    assert names <= sys.stdlib_module_names


def test_it_is_written_for_python_3_9() -> None:
    ast.parse(SOURCE, feature_version=(3, 9))


def test_it_runs_alone_and_says_the_same_as_in_process() -> None:
    broken = a_bundle(LOG)
    broken.entries[5] = b"{}"
    for bundle, status in ((BUNDLE, 0), (broken.zipped(), 1), (b"", 2)):
        for language in ("de", "en"):
            alone = asked(bundle, (FIRST.vkey,), [a_checkpoint(LOG[:4])], "--lang", language, alone=True)
            assert alone.status == status
            assert alone == asked(bundle, (FIRST.vkey,), [a_checkpoint(LOG[:4])], "--lang", language)


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_answer_begins_with_one_of_three_words(language: str) -> None:
    words = {"de": ["UNVERSEHRT", "VERÄNDERT", "UNBRAUCHBAR"], "en": ["SOUND", "TAMPERED", "UNUSABLE"]}[language]
    broken = a_bundle(LOG)
    broken.entries.pop()
    said = [asked(data, (FIRST.vkey,), (), "--lang", language).text for data in (BUNDLE, broken.zipped(), b"")]
    assert [text.partition(".")[0] for text in said] == words


def test_it_can_speak_where_only_ascii_is_spoken(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(BUNDLE)
    command = [sys.executable, "-X", "utf8=0", str(PROGRAM), str(tmp_path / "b.zip"), "--key", FIRST.vkey]
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Pr\\xfcfpunkt" in done.stdout


def test_what_cannot_be_read_is_unusable(tmp_path: Path) -> None:
    for name in ("absent.zip", ".", "nul\0.zip"):
        assert run_here([str(tmp_path / name), "--key", FIRST.vkey]).status == 2
    assert run_alone([str(tmp_path / "absent.zip"), "--key", FIRST.vkey]).status == 2


@pytest.mark.parametrize("arguments", [[], ["x.zip"], ["x.zip", "--key"], ["x.zip", "--key", "k", "--lang", "fr"]])
def test_a_wrong_call_is_unusable(arguments: list[str]) -> None:
    assert run_alone(arguments).status == 2


def vkey(typed: bytes) -> str:
    """A well-formed key of the log's name, of any algorithm and content."""
    key_id = hashlib.sha256(FIRST.name.encode() + b"\n" + typed).digest()[:4]
    return f"{FIRST.name}+{key_id.hex()}+{text64(typed)}"


KEYS = {
    "nothing": "",
    "no key": "key",
    "absent file": "absent/keys.txt",
    "folder": "/",
    "other key id": FIRST.vkey.replace(FIRST.key_id.hex(), "00000000"),
    "capital key id": FIRST.vkey.replace(FIRST.key_id.hex(), FIRST.key_id.hex().upper()),
    "other algorithm": vkey(b"\2" + FIRST.public),
    "short": FIRST.vkey[:-4],
    "without name": FIRST.vkey.partition("+")[2],
    "line break": FIRST.vkey + "\n",
}


@pytest.mark.parametrize("name", KEYS)
def test_without_a_key_nothing_is_judged(name: str) -> None:
    answer = asked(BUNDLE, [KEYS[name]])
    assert answer.status == 2
    assert "kein Schlüssel" in answer.text
    assert asked(BUNDLE, [FIRST.vkey, KEYS[name]]).status == 2


def test_a_file_of_keys_must_hold_nothing_else(tmp_path: Path) -> None:
    for content in (b"", b"\n", FIRST.vkey.encode() + b"\nx\n", b"\xff\xfe", FIRST.vkey.encode() * 2):
        (tmp_path / "keys.txt").write_bytes(content)
        assert asked(BUNDLE, [str(tmp_path / "keys.txt")]).status == 2


def test_a_key_that_signs_anything_is_none() -> None:
    assert vkey(b"\1" + FIRST.public) == FIRST.vkey
    for public in (b"\1" + bytes(31), bytes(32), b"\xec" + b"\xff" * 30 + b"\x7f"):
        assert asked(BUNDLE, [vkey(b"\1" + public)]).status == 2


@pytest.mark.parametrize(
    "note",
    [
        "",
        "x",
        a_checkpoint(LOG[:4], STRANGER),
        a_checkpoint(LOG[:4]).replace("\n4\n", "\n5\n"),
        a_checkpoint(LOG[:4]).replace("\n4\n", "\n04\n"),
        a_checkpoint(LOG[:4]).replace("\n4\n", "\n4\nmore\n"),
        a_checkpoint(LOG[:4])[:-1],
        a_checkpoint(LOG[:4]) + "\n",
        a_checkpoint(LOG[:4]).replace("—", "-"),
        a_checkpoint(LOG[:4]).partition("\n\n")[0] + "\n\n",
        a_checkpoint(LOG[:4]) + "— zeuge.example/w AAAA\n",
        a_checkpoint(LOG[:4]) + "— zeuge.example/w AAAAAAA=\n" * 100,
    ],
)
def test_a_checkpoint_given_that_is_none_cannot_be_used(note: str) -> None:
    answer = asked(BUNDLE, (FIRST.vkey,), [note])
    assert answer.status == 2
    assert "angegebene Prüfpunkt" in answer.text
    changed = a_bundle(LOG)
    changed.checkpoint = note
    assert asked(changed).status in {1, 2}


def test_an_absent_checkpoint_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(BUNDLE)
    arguments = [str(tmp_path / "b.zip"), "--key", FIRST.vkey, "--checkpoint", str(tmp_path / "absent.txt")]
    assert run_here(arguments).status == 2


def test_an_empty_log_and_an_empty_stream_are_not_sound() -> None:
    for empty in (a_bundle([]), a_bundle(LOG, "nobody")):
        answer = asked(empty)
        assert answer.status == 2
        assert "keinen Eintrag" in answer.text
    assert asked(a_bundle([]), (FIRST.vkey,), [a_checkpoint([])]).status == 2
    emptied = a_bundle(LOG)
    emptied.entries = []
    assert asked(emptied).position == 1


@pytest.mark.parametrize("wrong", [0, 2, True, "1", None, 1.0])
def test_another_format_number_is_unusable(wrong: object) -> None:
    bundle = a_bundle(LOG)
    bundle.proofs["format"] = wrong
    assert asked(bundle).status == 2


@pytest.mark.parametrize("key", sorted(a_bundle(LOG).proofs))
def test_proofs_of_another_shape_are_unusable(key: str) -> None:
    wrongs: list[object] = [{}, 1.5, False]
    for wrong in wrongs:
        bundle = a_bundle(LOG)
        bundle.proofs[key] = wrong
        assert asked(bundle).status == 2
    bundle = a_bundle(LOG)
    del bundle.proofs[key]
    assert asked(bundle).status == 2
    bundle = a_bundle(LOG)
    bundle.proofs[key + "x"] = 1
    assert asked(bundle).status == 2


@pytest.mark.parametrize(
    "proofs", [b"", b"null", b"[]", b"{}", b"[" * 10**6, b'{"a":' * 10**5, b"\xff", b'{"format":1}', b" {}"]
)
def test_proofs_that_are_none_are_unusable(proofs: bytes) -> None:
    content = dict(a_bundle(LOG).content()) | {"proofs.json": proofs}
    assert asked(zipped(list(content.items())), alone=True).status == 2


def test_a_compression_bomb_is_not_opened() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("entries.jsonl", bytes(10**8))
        for name, content in a_bundle(LOG).content()[1:]:
            archive.writestr(name, content)
    assert len(written.getvalue()) < 10**6
    assert asked(written.getvalue()).status == 2


@pytest.mark.parametrize(("member", "size"), [("checkpoint.txt", 2**16), ("keys.txt", 2**16)])
def test_members_larger_than_permitted_are_not_read(member: str, size: int) -> None:
    for length, part in ((size, "checkpoint" if member == "checkpoint.txt" else "keys.txt"), (size + 1, "ZIP")):
        content = dict(a_bundle(LOG).content()) | {member: b"x" * length}
        answer = asked(zipped(list(content.items())))
        assert answer.status == 2
        assert f"UNBRAUCHBAR. {part}" in answer.text


def test_a_bundle_of_two_gibibytes_is_none(tmp_path: Path) -> None:
    """Everything in it fits; the file is sparse."""
    size = struct.unpack_from("<L", BUNDLE, 18)[0]
    start, more = 30 + len("entries.jsonl"), 2**31 - len(BUNDLE)
    behind, central = bytearray(BUNDLE[start + size :]), struct.unpack_from("<L", BUNDLE, len(BUNDLE) - 6)[0]
    places = [place for place in range(len(behind)) if behind.startswith(b"PK\1\2", place)]
    for place in places:
        struct.pack_into("<L", behind, place + 42, struct.unpack_from("<L", behind, place + 42)[0] + more)
    struct.pack_into("<2L", behind, places[0] + 20, size + more, size + more)
    struct.pack_into("<L", behind, places[0] + 42, 0)
    struct.pack_into("<L", behind, len(behind) - 6, central + more)
    head = bytearray(BUNDLE[:start])
    struct.pack_into("<2L", head, 18, size + more, size + more)
    with (tmp_path / "large.zip").open("wb") as file:
        file.write(head)
        file.seek(start + size + more)
        file.write(behind)
    answer = run_here([str(tmp_path / "large.zip"), "--key", FIRST.vkey])
    assert (answer.status, "UNBRAUCHBAR. ZIP hat" in answer.text) == (2, True)


def test_an_endless_line_ends_the_reading() -> None:
    bundle = a_bundle(LOG)
    bundle.entries = [*LOG[:3], b"[" * 5_000_000]
    assert asked(bundle).position == 4


def test_an_archive_with_other_ways_of_writing_the_same_is_refused() -> None:
    for system, rights, date in ((0, 0o600 << 16, 1980), (3, 0o644 << 16, 1980), (3, 0o600 << 16, 2026)):
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w") as archive:
            for name, content in a_bundle(LOG).content():
                info = zipfile.ZipInfo(name, (date, 1, 1, 0, 0, 0))
                info.create_system, info.external_attr = system, rights
                archive.writestr(info, content)
        assert asked(written.getvalue()).status == 2


@settings(deadline=None)
@given(st.binary(max_size=2000))
def test_no_bytes_bring_about_anything_but_an_answer(data: bytes) -> None:
    assert asked(data).status == 2
    assert asked(BUNDLE[:40] + data).status == 2


@settings(deadline=None)
@given(st.data())
def test_no_content_brings_about_anything_but_an_answer(data: st.DataObject) -> None:
    content = dict(a_bundle(LOG, "a.1").content())
    json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5)
    bundle = a_bundle(LOG, "a.1", since=[a_checkpoint(LOG[:3])])
    bundle.proofs[data.draw(st.sampled_from(sorted(bundle.proofs)))] = data.draw(json_values)
    answer = asked(bundle)
    assert answer.status in {0, 1, 2}
    assert "nicht lesbar" not in answer.text
    content[data.draw(st.sampled_from(sorted(content)))] = data.draw(st.binary(max_size=300))
    answer = asked(zipped(list(content.items())))
    assert answer.status in {1, 2}
    assert "nicht lesbar" not in answer.text


@pytest.mark.parametrize("where", [">/dev/full", ">&-"])
def test_an_answer_nobody_hears_is_none(where: str) -> None:
    bundle = Path(FOLDER.name, "unheard.zip")
    bundle.write_bytes(a_bundle(a_log(3)).zipped())
    command = f'exec "{sys.executable}" -I "{PROGRAM}" "{bundle}" --key "{FIRST.vkey}" {where}'
    assert subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False).returncode == 2

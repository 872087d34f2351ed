"""A log that its operator signed although it contradicts its own rules is found out too."""

import json
from collections.abc import Callable
from functools import partial

import pytest

from tests.verifier.asking import asked
from tests.verifier.making import a_bundle, canonical
from tests.verifier.mutants import LOG


def signed_log(*changes: tuple[int, Callable[[bytes], bytes]]) -> list[bytes]:
    log = list(LOG)
    for index, change in changes:
        log[index] = change(log[index])
    return log


def with_field(**fields: object) -> Callable[[bytes], bytes]:
    return lambda entry: canonical({k: v for k, v in (json.loads(entry) | fields).items() if v != "absent"})


def nested(entry: bytes, lists: int, opening: bytes = b"[") -> bytes:
    """With so many lists in one another, inside of the entry's own object."""
    return entry.replace(b'"schema":1', b'"schema":' + opening * lists + b"1" + b"]" * lists)


NOT_CANONICAL = {
    "blank": lambda e: e.replace(b":", b": ", 1),
    "blank behind": lambda e: e + b" ",
    "return": lambda e: e + b"\r",
    "blank before": lambda e: b" " + e,
    "byte order mark": lambda e: b"\xef\xbb\xbf" + e,
    "order of keys": lambda e: json.dumps(dict(reversed(json.loads(e).items())), separators=(",", ":")).encode(),
    "key twice": lambda e: e[:-1] + b',"version":1}',
    "key twice in the fact": lambda e: e.replace(b'"fact":{', b'"fact":{"a":1,"a":1,'),
    "needless escape": lambda e: e.replace(b"dran", b"\\u0064ran"),
    "escaped slash": lambda e: e.replace(b"dran", b"\\/"),
    "escaped umlaut": lambda e: e.replace(b"dran", b"\\u00e4"),
    "capital escape": lambda e: e.replace(b"dran", b"\\u001F"),
    "lone surrogate": lambda e: e.replace(b"dran", b"\\ud800"),
    "broken UTF-8": lambda e: e.replace(b"dran", b"\xff"),
    "surrogate in UTF-8": lambda e: e.replace(b"dran", b"\xed\xa0\x80"),
    "control character": lambda e: e.replace(b"dran", b"\x01"),
    "fraction": lambda e: e.replace(b'"schema":1', b'"schema":1.5'),
    "whole fraction": lambda e: e.replace(b'"schema":1', b'"schema":1.0'),
    "exponent": lambda e: e.replace(b'"schema":1', b'"schema":1e3'),
    "minus null": lambda e: e.replace(b'"schema":1', b'"schema":-0'),
    "leading null": lambda e: e.replace(b'"schema":1', b'"schema":01'),
    "large integer": lambda e: e.replace(b'"schema":1', b'"schema":9007199254740992'),
    "huge integer": lambda e: e.replace(b'"schema":1', b'"schema":' + b"9" * 10_000),
    "not a number": lambda e: e.replace(b'"schema":1', b'"schema":NaN'),
    "infinity": lambda e: e.replace(b'"schema":1', b'"schema":-Infinity'),
    "list": lambda e: b"[" + e + b"]",
    "two in a line": lambda e: e + b"," + e,
    "half": lambda e: e[: len(e) // 2],
    "nothing": lambda e: b"",
    "deep": lambda e: e.replace(b'"schema":1', b'"schema":' + b"[" * 100_000 + b"]" * 100_000),
    "65 deep": lambda e: nested(e, 64),
    "name with umlaut": lambda e: e.replace(b'"schema":1', '"schema":1,"schön":1'.encode()),
    "never closed": lambda e: e.replace(b'"schema":1', b'"schema":' + b"[" * 100_000),
}


@pytest.mark.parametrize("name", NOT_CANONICAL)
def test_a_signed_entry_that_is_not_canonical_is_named(name: str) -> None:
    for index in (0, 9):
        answer = asked(a_bundle(signed_log((index, NOT_CANONICAL[name]))))
        assert (answer.status, answer.position) == (1, index + 1)
        assert "kanonisches JSON" in answer.text


@pytest.mark.parametrize("largest", [2**53 - 1, -(2**53 - 1)])
def test_the_largest_safe_integers_are_canonical(largest: int) -> None:
    assert asked(a_bundle(signed_log((9, with_field(schema=largest))))).status == 0


@pytest.mark.parametrize("opening", [b"[", b'["]}",'])
def test_64_levels_are_canonical_and_one_more_is_not(opening: bytes) -> None:
    for lists, status in ((63, 0), (64, 1)):
        log = signed_log((9, partial(nested, lists=lists, opening=opening)))
        assert asked(a_bundle(log)).status == status


STORIES = {
    "gap in versions": ("Version 6 von a.1; an der Reihe ist Version 5", with_field(version=6)),
    "version again": ("Version 4 von a.1", with_field(version=4)),
    "version null": ("Version 0", with_field(version=0)),
    "version as text": ("falsche Form", with_field(version="5")),
    "version as truth": ("falsche Form", with_field(version=True)),
    "version absent": ("falsche Form", with_field(version="absent")),
    "stream absent": ("falsche Form", with_field(stream_id="absent")),
    "stream as list": ("falsche Form", with_field(stream_id=["a.1"])),
    "time backwards": ("nicht nach dem Eintrag davor", with_field(recorded_at="2026-03-15T11:59:59.999999Z")),
    "time standing still": ("nicht nach dem Eintrag davor", with_field(recorded_at="2026-03-15T12:00:00.000008Z")),
    "time without fraction": ("falsche Form", with_field(recorded_at="2026-03-15T12:00:01Z")),
    "time of another zone": ("falsche Form", with_field(recorded_at="2026-03-15T12:00:01.000000+01:00")),
    "time that is none": ("falsche Form", with_field(recorded_at="2026-13-15T12:00:01.000000Z")),
    "time absent": ("falsche Form", with_field(recorded_at="absent")),
}


@pytest.mark.parametrize("name", STORIES)
def test_a_signed_log_that_contradicts_itself_is_found_out(name: str) -> None:
    says, change = STORIES[name]
    answer = asked(a_bundle(signed_log((9, change))))
    assert (answer.status, answer.position) == (1, 10)
    assert says in answer.text


def test_the_first_of_several_faults_is_named() -> None:
    log = signed_log((6, with_field(recorded_at="absent")), (9, with_field(version=6)))
    bundle = a_bundle(log)
    assert asked(bundle).position == 7
    bundle.entries[8], bundle.entries[3] = b"x", log[3] + b" "
    assert asked(bundle).position == 4


def test_texts_of_unknown_origin_do_no_harm_to_a_terminal() -> None:
    answer = asked(a_bundle(signed_log((9, with_field(stream_id="\x1b[2J\u202e" + "x" * 1000)))))
    assert answer.status == 1
    assert answer.text.replace("\n", "").isprintable()
    assert len(answer.text) < 500

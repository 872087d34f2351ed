"""The verifier's reading of canonical JSON, against an independent implementation of RFC 8785."""

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from interfaces.verifier.verify import canonical
from tests.sampling import times

KEYS = st.text(st.characters(max_codepoint=127), max_size=4)
TEXTS = st.text(max_size=6) | st.sampled_from(
    ['"', "\\", '\\"', ' ": ', "a b", "\t", "\n", "\x0b", "\x7f", "\u2028", "ä €"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
OBJECTS = st.dictionaries(KEYS, VALUES, max_size=4)


def read(line: bytes) -> dict[str, Any] | None:
    try:
        return canonical(line)
    except ValueError:
        return None


def is_canonical(line: bytes) -> bool:
    """Whether an object's bytes are what RFC 8785 makes of it; fractions never are, here."""
    try:
        value = json.loads(line, parse_float=lambda _: None, parse_constant=lambda _: None)
        return isinstance(value, dict) and rfc8785.dumps(value) == line
    except (ValueError, rfc8785.CanonicalizationError):
        return False


@settings(max_examples=times(60, 1000))
@given(OBJECTS)
def test_what_is_canonical_is_read_as_it_is(value: dict[str, Any]) -> None:
    assert read(rfc8785.dumps(value)) == value


@settings(max_examples=times(60, 1000))
@given(OBJECTS, st.booleans(), st.booleans(), st.sampled_from([None, 0, 1]))
def test_other_spellings_are_refused(
    value: dict[str, Any], ascii_only: bool, ordered: bool, indent: int | None
) -> None:
    separators = (",", ":") if indent is None else (",", ": ")
    line = json.dumps(value, ensure_ascii=ascii_only, sort_keys=ordered, indent=indent, separators=separators).encode()
    assert (read(line) is not None) is is_canonical(line)


@settings(max_examples=times(80, 1000))
@given(OBJECTS, st.data())
def test_a_changed_byte_is_refused_unless_it_is_canonical_again(value: dict[str, Any], data: st.DataObject) -> None:
    line = rfc8785.dumps(value)
    at = data.draw(st.integers(0, len(line)))
    piece = data.draw(st.sampled_from([*map(bytes, zip(range(128))), b"\\u0041", b"\\u001f", b"\\u000A", b"\\/", b'"']))
    for changed in (line[:at] + piece + line[at:], line[:at] + piece + line[at + 1 :], line[:at] + line[at + 1 :]):
        assert (read(changed) is not None) is is_canonical(changed), changed


@pytest.mark.parametrize("code", range(0x20))
def test_control_characters_have_one_spelling(code: int) -> None:
    line = rfc8785.dumps({"a": chr(code)})
    assert read(line) == {"a": chr(code)}
    long = b'{"a":"\\u%04x"}' % code
    assert (read(long) is not None) is (long == line)
    capital = b'{"a":"\\u%04X"}' % code
    assert (read(capital) is not None) is (capital == line)
    assert read(b'{"a":"%c"}' % code) is None


@pytest.mark.parametrize(
    "line", [b"", b"[]", b"1", b"null", b'"a"', b"{} ", b" {}", b"{}{}", b"{},{}", b'{"a":}', b"\xff"]
)
def test_what_is_not_one_object_is_refused(line: bytes) -> None:
    assert read(line) is None


@pytest.mark.parametrize("text", ["", "a b", "[" * 70, '"[', "\\]{", '"', "}\n["])
@pytest.mark.parametrize(("lists", "readable"), [(0, True), (63, True), (64, False), (200, False)])
def test_lists_and_objects_are_counted_and_brackets_in_texts_are_not(text: str, lists: int, readable: bool) -> None:
    nested: list[Any] = []
    for _ in range(lists - 1):
        nested = [nested]
    aside = [{"x": text}] * 70
    line = rfc8785.dumps({"a": text, "b": nested if lists else text, "c": aside, "d": text})
    assert (read(line) is not None) is readable

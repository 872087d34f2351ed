"""No byte of a bundle is irrelevant: each one changed, left out or added is found."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sampling import exhaustive, some, times
from tests.verifier.asking import asked
from tests.verifier.making import Made, a_bundle, a_checkpoint, a_log, zipped

pytestmark = exhaustive
FEW = 60
"""Places of a file that are tried when not all are."""
LOG = a_log(4)
SMALL = {
    "whole": a_bundle(LOG, since=[a_checkpoint(LOG[:3])]),
    "stream": a_bundle(LOG, "a.1", since=[a_checkpoint(LOG[:3])]),
}
FILES = {name: made.zipped() for name, made in SMALL.items()}
MEMBERS = [(name, member, bit) for name, made in SMALL.items() for member, _ in made.content() for bit in (0, 1, 5, 7)]
EITHER = pytest.mark.parametrize("name", SMALL)


def flipped(data: bytes, index: int, pattern: int) -> bytes:
    return data[:index] + bytes([data[index] ^ pattern]) + data[index + 1 :]


@pytest.mark.parametrize(("name", "member", "bit"), MEMBERS)
def test_each_byte_of_the_content_counts_with_checksums_made_to_fit(name: str, member: str, bit: int) -> None:
    made = SMALL[name]
    before = dict(made.content())
    assert asked(zipped(list(before.items()))).status == 0
    unnoticed = []
    for index in some(range(len(before[member])), FEW):
        after = before | {member: flipped(before[member], index, 1 << bit)}
        if asked(zipped(list(after.items()))).status == 0:
            unnoticed.append((index, before[member][max(0, index - 20) : index + 20]))
    assert unnoticed == []


@EITHER
def test_each_byte_of_the_file_counts(name: str) -> None:
    data = FILES[name]
    assert [index for index in some(range(len(data)), FEW) if asked(flipped(data, index, 1)).status == 0] == []


@EITHER
@settings(deadline=None, max_examples=times(30, 1000))
@given(st.data())
def test_any_change_of_a_byte_is_found(name: str, data: st.DataObject) -> None:
    content = FILES[name]
    index = data.draw(st.integers(0, len(content) - 1))
    assert asked(flipped(content, index, data.draw(st.integers(1, 255)))).status in {1, 2}


@EITHER
def test_no_byte_can_be_left_out_or_added(name: str) -> None:
    data = FILES[name]
    for index in some(range(len(data)), FEW):
        assert asked(data[:index] + data[index + 1 :]).status in {1, 2}
        assert asked(data[:index] + data[index : index + 1] + data[index:]).status in {1, 2}
    assert asked(data + b"\0").status == 2
    assert asked(data + data).status == 2


@EITHER
def test_no_beginning_and_no_end_of_a_bundle_is_one(name: str) -> None:
    data = FILES[name]
    assert {asked(data[:length]).status for length in some(range(len(data)), FEW)} == {2}
    assert {asked(data[start:]).status for start in some(range(1, len(data)), FEW)} == {2}


@pytest.mark.parametrize("member", range(4))
def test_each_member_stands_once_and_in_its_place(member: int) -> None:
    content = SMALL["whole"].content()
    left_out = content[:member] + content[member + 1 :]
    assert asked(zipped(left_out)).status == 2
    assert asked(zipped([*left_out, content[member]])).status == (0 if member == 3 else 2)
    assert asked(zipped([*content, ("more.txt", b"")])).status == 2
    emptied = [(name, b"" if at == member else data) for at, (name, data) in enumerate(content)]
    assert asked(zipped(emptied)).status == (1 if member == 0 else 2)
    renamed = [(name.upper() if at == member else name, data) for at, (name, data) in enumerate(content)]
    assert asked(zipped(renamed)).status == 2


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_stands_twice_is_refused() -> None:
    content = SMALL["whole"].content()
    for again in content:
        assert asked(zipped([*content, again])).status == 2
        assert asked(zipped([again, *content])).status == 2


def test_a_wrong_checksum_alone_makes_a_bundle_unusable_and_what_else_is_wrong_is_said_first() -> None:
    made: Made = SMALL["whole"]
    data = FILES["whole"]
    crc = data[14:18]
    assert data.count(crc) == 2
    broken = data.replace(crc, b"\0\1\2\3")
    answer = asked(broken)
    assert answer.status == 2
    assert "Prüfsumme" in answer.text
    answer = asked(broken.replace(b"dran", b"drum", 1))
    assert (answer.status, answer.position) == (1, 1)
    assert made.zipped() == data

"""Generated bundles, sound and not: logs of any size and scope, and what may be done to their bundles."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.verifier.making import (
    FIRST,
    ORIGIN,
    SECOND,
    STRANGER,
    Made,
    Signer,
    a_bundle,
    a_checkpoint,
    a_log,
    an_entry,
    text64,
)

ELSEWHERE = Signer(FIRST.secret, "other.example/log")
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass(frozen=True)
class Case:
    """A bundle's bytes, and what somebody who examines it trusts and holds."""

    data: bytes
    keys: tuple[Signer, ...]
    earlier: tuple[str, ...]
    done: tuple[str, ...]


@st.composite
def cases(draw: Draw) -> Case:
    """A bundle to which nothing, one thing or two things were done."""
    log, other = a_log(size := draw(st.integers(1, 11))), a_log(size, twist="other")
    scope = draw(st.sampled_from([None, "a.1", "a.1"]))
    since = [a_checkpoint(log[:old]) for old in sorted(draw(st.sets(st.integers(0, size), max_size=2)))]
    signers = draw(st.sampled_from([(FIRST,), (FIRST, SECOND)]))
    made = a_bundle(log, scope, signers=signers, since=since)
    done = draw(st.lists(st.sampled_from(sorted(DEEDS)), max_size=2))
    for deed in done:
        DEEDS[deed](draw, made, log, other)
    keys = draw(st.sampled_from([(FIRST,), (FIRST,), (FIRST, SECOND), (STRANGER, FIRST), (STRANGER,)]))
    return Case(_file(draw, made), keys, _earlier(draw, log, other), tuple(done))


def _earlier(draw: Draw, log: Sequence[bytes], other: Sequence[bytes]) -> tuple[str, ...]:
    size = draw(st.integers(0, len(log)))
    held = [
        a_checkpoint(log[:size]),
        a_checkpoint(other[:size]),
        a_checkpoint([*log, an_entry("a.1", 99, 99)]),
        a_checkpoint(log[:size], STRANGER),
        a_checkpoint(log[:size], ELSEWHERE, origin=ELSEWHERE.name),
    ]
    held_by: tuple[str, ...] = draw(
        st.sampled_from([(), (), (held[0],), (held[0],), (held[1],), (held[2],), (held[3],), (held[4],)])
    )
    return held_by


def _file(draw: Draw, made: Made) -> bytes:
    data = made.zipped()
    how = draw(st.sampled_from(["as it is"] * 6 + ["flipped", "cut", "longer"]))
    if how == "flipped":
        at = draw(st.integers(0, len(data) - 1))
        return data[:at] + bytes([data[at] ^ draw(st.integers(1, 255))]) + data[at + 1 :]
    if how == "cut":
        return data[: draw(st.integers(0, len(data)))]
    return data + b"\n" if how == "longer" else data


def _index(draw: Draw, items: Sequence[Any]) -> int:
    return int(draw(st.integers(0, max(len(items) - 1, 0))))


def _edit(draw: Draw, made: Made, log: Sequence[bytes], other: Sequence[bytes]) -> None:
    if made.entries:
        at = _index(draw, made.entries)
        edits = [
            made.entries[at].replace(b"dran", b"drum"),
            made.entries[at][:-1],
            made.entries[at].replace(b'"version":', b'"version": '),
            b"",
            b"\xff",
            other[_index(draw, other)],
        ]
        made.entries[at] = draw(st.sampled_from(edits))


def _delete(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    parts = draw(
        st.sampled_from([[made.entries], [made.entries, _list(made.proofs.get("positions"))], _together(made)])
    )
    at = _index(draw, made.entries)
    for part in parts:
        del part[at : at + 1]


def _together(made: Made) -> list[list[Any]]:
    return [made.entries, _list(made.proofs.get("positions")), _list(made.proofs.get("inclusion"))]


def _insert(draw: Draw, made: Made, log: Sequence[bytes], *_: Sequence[bytes]) -> None:
    made.entries.insert(_index(draw, made.entries), draw(st.sampled_from([*log, an_entry("a.1", 2, 99)])))


def _swap(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    for part in draw(st.sampled_from([[made.entries], [_list(made.proofs.get("inclusion"))], _together(made)])):
        if len(part) > 1:
            one, two = _index(draw, part), _index(draw, part)
            part[one], part[two] = part[two], part[one]


def _proofs(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    name = draw(st.sampled_from(sorted(made.proofs)))
    odd: list[object] = [
        None,
        True,
        1,
        2,
        0,
        -1,
        "",
        "a.1",
        "b.2",
        ORIGIN,
        [],
        [[]],
        [1],
        {},
        text64(b"x" * 32),
        "ü",
        2**53,
    ]
    if draw(st.booleans()) or not isinstance(made.proofs.get(name), list) or not made.proofs[name]:
        made.proofs[name] = draw(st.sampled_from(odd))
    else:
        made.proofs[name][_index(draw, made.proofs[name])] = draw(st.sampled_from([*odd, [text64(b"y" * 32)]]))


def _shape(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    if draw(st.booleans()):
        made.proofs.pop(draw(st.sampled_from(sorted(made.proofs))), None)
    else:
        made.proofs["more"] = None


def _node(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    kept = _list(made.proofs.get("consistency"))
    old = [item["proof"] for item in kept if isinstance(item, dict) and "proof" in item]
    paths = [path for path in [*old, *_list(made.proofs.get("inclusion"))] if isinstance(path, list) and path]
    if paths:
        path = paths[_index(draw, paths)]
        at = _index(draw, path)
        path[at] = draw(st.sampled_from([text64(b"z" * 32), text64(b"short"), None, "x", path[0]]))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _signed_anew(draw: Draw, made: Made, log: Sequence[bytes], other: Sequence[bytes]) -> None:
    signer = draw(st.sampled_from([FIRST, SECOND, STRANGER, ELSEWHERE]))
    shorter = log[: draw(st.integers(0, len(log)))]
    made.checkpoint = a_checkpoint(draw(st.sampled_from([log, other, shorter])), signer, origin=signer.name)


def _note(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    notes = [
        made.checkpoint[:-1],
        made.checkpoint + "\n",
        made.checkpoint + STRANGER.line("x"),
        made.checkpoint + FIRST.line("x"),
        made.checkpoint.replace("\n\n", "\nmore\n\n"),
        made.checkpoint.replace(ORIGIN, "other.example/log", 1),
        made.checkpoint.replace("= ", "A ").replace("=\n", "A\n", 1),
        made.checkpoint.partition("—")[0],
        "",
    ]
    made.checkpoint = draw(st.sampled_from(notes))


def _keys(draw: Draw, made: Made, *_: Sequence[bytes]) -> None:
    one = f"{FIRST.vkey}\n"
    others = [f"{signer.vkey}\n" for signer in (SECOND, STRANGER, ELSEWHERE)]
    lists = ["", one, one + one, *others, *(one + other for other in others), one[:-1], "x\n"]
    made.keys = draw(st.sampled_from([*lists, one + "\n", one.replace("+A", "+B"), one.replace("\n", "\r\n")]))


def _rewritten(draw: Draw, made: Made, log: Sequence[bytes], other: Sequence[bytes]) -> None:
    scope = made.proofs.get("scope")
    if scope is None or any(json.loads(entry)["stream_id"] == scope for entry in other):
        anew = a_bundle(other, scope)
        made.entries, made.checkpoint, kept = anew.entries, anew.checkpoint, made.proofs.get("consistency", [])
        made.proofs = anew.proofs | {"consistency": draw(st.sampled_from([kept, []]))}


DEEDS: dict[str, Callable[..., None]] = {
    "an entry edited": _edit,
    "an entry deleted": _delete,
    "an entry inserted": _insert,
    "two swapped": _swap,
    "a field of the proofs": _proofs,
    "other fields": _shape,
    "a node of a proof": _node,
    "another checkpoint": _signed_anew,
    "a broken checkpoint": _note,
    "other keys": _keys,
    "another log": _rewritten,
}

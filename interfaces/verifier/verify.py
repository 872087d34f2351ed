#!/usr/bin/env python3
"""Checks an evidence bundle of Zielsteuerung without trusting whoever made it.

    python verify.py BUNDLE --key VKEY|FILE [--checkpoint FILE]... [--lang de|en]

Needs Python 3.9 or newer and nothing else. Exit status 0: sound, 1: tampered, 2: unusable (cannot be judged). Take this
file and the key from anywhere but the party you check. The formats are described in the project's docs/audit.md.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import struct
import sys
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

if sys.version_info < (3, 9):  # noqa: UP036 - handed to strangers: an old Python must not end with 1, "tampered"
    print("Python 3.9 oder neuer wird gebraucht. / Python 3.9 or newer is needed.")
    sys.exit(2)

ENTRY_LIMIT = 2**20
EARLIER, SIGNATURES = 32, 16  # of a bundle, and of known keys below one checkpoint: each costs milliseconds
LIMITS = {"entries.jsonl": 2**31 - 1, "proofs.json": 2**28, "checkpoint.txt": 2**16, "keys.txt": 2**16}
SHAPE = {"consistency": {"list"}, "format": {"int"}, "inclusion": {"list"}, "leaves": {"str", "NoneType"}}
SHAPE |= {"origin": {"str"}, "positions": {"list"}, "scope": {"str", "NoneType"}, "tree_size": {"int"}}
VKEY = re.compile(r"([!-*,-~]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})")
NOTE = re.compile(
    r"(([!-*,-~]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/=]+)\n)\n((?:— [^\s+\x00-\x1f]+ [A-Za-z0-9+/=]+\n){1,100})"
)
TIME = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3])(:[0-5][0-9]){2}\.[0-9]{6}Z")

SAYINGS: dict[str, tuple[int, str, str]] = {  # exit status, German, English
    "sound": (0, "UNVERSEHRT. Protokoll {origin}, Prüfpunkt über {size} Einträge, unterschrieben mit {keys}.",
              "SOUND. Log {origin}, checkpoint of {size} entries, signed with key {keys}."),
    "tampered": (1, "VERÄNDERT. {why}", "TAMPERED. {why}"),
    "unusable": (2, "UNBRAUCHBAR. {why}", "UNUSABLE. {why}"),
    "whole": (0, "Geprüft: das ganze Protokoll, Positionen {first} bis {last}.",
              "Checked: the whole log, positions {first} to {last}."),
    "stream": (0, "Geprüft: {count} Einträge von {scope}, Positionen {first} bis {last}.",
               "Checked: {count} entries of {scope}, positions {first} to {last}."),
    "shown": (0, "Gezeigt: Jeder dieser Einträge steht Byte für Byte so in dem Protokoll, das der Prüfpunkt festhält.",
              "Shown: each of these entries stands, byte for byte, in the log that the checkpoint commits to."),
    "kept": (0, "Gezeigt: Was die angegebenen Prüfpunkte ({sizes} Einträge) festhalten, steht darin unverändert.",
             "Shown: what the checkpoints given ({sizes} entries) commit to stands in it unchanged."),
    "brought": (0, "Nicht gezählt: Prüfpunkte, die nur das Bündel selbst mitbringt ({sizes} Einträge). Sie passen,\n"
                "  aber wer es gemacht hat, kann auch sie gemacht haben.",
                "Not counted: checkpoints that only the bundle itself brings along ({sizes} entries). They fit, but\n"
                "  whoever made it can have made them too."),
    "unkept": (0, "Nicht gezeigt: dass nach Position {known} nie umgeschrieben wurde. Wer den Schlüssel hat, kann\n"
               "  das; nur ein Prüfpunkt, der vorher in andere Hände kam, deckt es auf (--checkpoint).",
               "Not shown: that nothing after position {known} was ever rewritten. Whoever has the key can do that;\n"
               "  only a checkpoint that went into other hands before reveals it (--checkpoint)."),
    "never": (0, "Nicht gezeigt: dass nie umgeschrieben wurde. Wer den Schlüssel hat, kann das; nur ein Prüfpunkt,\n"
              "  der vorher in andere Hände kam, deckt es auf (--checkpoint).",
              "Not shown: that nothing was ever rewritten. Whoever has the key can do that; only a checkpoint that\n"
              "  went into other hands before reveals it (--checkpoint)."),
    "tail": (0, "Nicht gezeigt: dass am Ende keine Einträge von {scope} fehlen; das zeigt nur das ganze Protokoll.",
             "Not shown: that no last entries of {scope} are missing; only the whole log shows that."),
    "limits": (0, "Nicht gezeigt: dass wahr ist, was erfasst wurde, dass nichts fehlt und dass die Uhr richtig ging.",
               "Not shown: that what was recorded is true, that nothing is lacking and that the clock was right."),
    "no-key": (2, "{file} ist kein Schlüssel und keine lesbare Datei mit Schlüsseln.",
               "{file} is neither a key nor a readable file of keys."),
    "untrusted": (2, "Ohne Schlüssel, dem man vertraut, ist nichts zu prüfen.",
                  "Without a key that is trusted there is nothing to check."),
    "given": (2, "Der angegebene Prüfpunkt {file} ist nicht zu gebrauchen: {why}",
              "The checkpoint given, {file}, cannot be used: {why}"),
    "unreadable": (2, "Das Bündel ist nicht lesbar ({why}).", "The bundle cannot be read ({why})."),
    "form": (2, "{part} hat nicht die Form, die Format 1 verlangt.", "{part} lacks the form that format 1 demands."),
    "empty": (2, "Das Bündel enthält keinen Eintrag.", "The bundle holds no entry."),
    "checksum": (2, "Eine Prüfsumme im ZIP-Kopf ist falsch, der Inhalt nicht.",
                 "A checksum in a ZIP header is wrong, the content is not."),
    "foreign": (2, "Der angegebene Prüfpunkt ist einer von {origin}.", "The checkpoint given is one of {origin}."),
    "unproven": (2, "Zum angegebenen Prüfpunkt über {size} Einträge fehlt der Nachweis; er ist neu auszugeben.",
                 "There is no proof for the checkpoint given, of {size} entries; have the bundle exported with it."),
    "signature": (1, "Die Unterschrift unter dem Prüfpunkt ist falsch.", "The checkpoint's signature is wrong."),
    "unsigned": (1, "Kein angegebener Schlüssel hat den Prüfpunkt für {origin} unterschrieben: Entweder gehört der\n"
                 "  Schlüssel nicht zu diesem Protokoll, oder es wurde mit einem anderen neu unterschrieben.",
                 "No key given has signed the checkpoint for {origin}: either the key is not this log's, or the log\n"
                 "  was signed anew with another."),
    "mismatch": (1, "{part} passt nicht zum Prüfpunkt.", "{part} does not fit the checkpoint."),
    "consistency": (1, "Der Nachweis, dass das Protokoll den Prüfpunkt über {size} Einträge fortsetzt, ist falsch.",
                    "The proof that the log continues the checkpoint of {size} entries is wrong."),
    "older": (2, "Der angegebene Prüfpunkt zählt {old} Einträge, das Bündel nur {size}: Es wurde vorher ausgegeben,\n"
              "  oder das Protokoll wurde auf einen früheren Stand zurückgesetzt. Ein neues Bündel verlangen, das den\n"
              "  Prüfpunkt fortsetzt.",
              "The checkpoint given counts {old} entries, the bundle only {size}: it was exported before, or the\n"
              "  log was rolled back to an earlier state. Ask for a new bundle that continues the checkpoint."),
    "many": (2, "{part}: es sind mehr als {most}.", "{part}: there are more than {most}."),
    "forked": (1, "Zwei Prüfpunkte über {size} Einträge widersprechen sich: Das Protokoll wurde gegabelt.",
               "Two checkpoints of {size} entries contradict each other: the log was forked."),
    "rewritten": (1, "Zwischen Position {first} und {last} steht anderes als im Prüfpunkt über {last} Einträge.",
                  "Between positions {first} and {last} stands something else than the checkpoint of size {last} has."),
    "missing": (1, "Der Eintrag fehlt.", "The entry is missing."),
    "surplus": (1, "Was dahinter steht, ist überzählig.", "What stands behind it is surplus."),
    "order": (1, "Die Position, die in proofs.json danach steht, kann nicht folgen.",
              "The position that stands after it in proofs.json cannot follow."),
    "altered": (1, "Das ist nicht der Eintrag, den der Prüfpunkt hier festhält, oder sein Nachweis ist falsch.",
                "This is not the entry that the checkpoint commits to here, or its proof is wrong."),
    "misplaced": (1, "Hier steht der Eintrag von Position {other}.", "The entry of position {other} stands here."),
    "not-canonical": (1, "Der Eintrag ist kein kanonisches JSON von höchstens 1 MiB.",
                      "The entry is not canonical JSON of at most 1 MiB."),
    "envelope": (1, "stream_id, version oder recorded_at fehlt oder hat eine falsche Form.",
                 "stream_id, version or recorded_at is missing or malformed."),
    "scope": (1, "Der Eintrag gehört zu {stream}.", "The entry belongs to {stream}."),
    "version": (1, "Hier steht Version {version} von {stream}; an der Reihe ist Version {due}.",
                "Version {version} of {stream} stands here; version {due} is next."),
    "time": (1, "Erfasst um {time}, nicht nach dem Eintrag davor ({last}).",
             "Recorded at {time}, not after the entry before ({last})."),
}  # fmt: skip


class Verdict(Exception):  # noqa: N818 - an answer, not an accident
    """Why a bundle is not sound, by the name of a saying."""

    def __init__(self, name: str, **values: Any) -> None:
        super().__init__(name)
        self.name, self.status, self.values = name, SAYINGS[name][0], values


def say(language: str, name: str, **values: Any) -> str:
    """A saying in German ("de") or English ("en"); values of unknown origin are made harmless for a terminal."""
    told = {"position": ""}
    for key, value in values.items():
        text = say(language, value.name, **value.values) if isinstance(value, Verdict) else str(value)[:200]
        told[key] = text if text.replace("\n", "").isprintable() or isinstance(value, Verdict) else ascii(text)
    german, english = SAYINGS[name][1:]
    place = f"Position {told['position']}: " if "position" in values else ""
    return place + (english if language == "en" else german).format_map(told)


# Ed25519 (RFC 8032, section 5.1). A point is (X, Y, Z, T) with x = X/Z, y = Y/Z, x * y = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]
ZERO: Point = (0, 1, 1, 0)


def add(p: Point, q: Point) -> Point:
    """The sum of two points."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor: int, p: Point) -> Point:
    """The point added to itself so many times."""
    total = ZERO
    for bit in bin(factor)[2:]:
        total = add(total, total)
        total = add(total, p) if bit == "1" else total
    return total


def encoded(p: Point) -> bytes:
    """A point's 32 bytes."""
    inverse = pow(p[2], -1, P)
    return (p[1] * inverse % P | (p[0] * inverse % P & 1) << 255).to_bytes(32, "little")


def decoded(data: bytes) -> Point:
    """The point of 32 bytes; raises ValueError unless they are one point's only encoding and its order is not small."""
    y, odd = int.from_bytes(data, "little") & 2**255 - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT_OF_MINUS_ONE % P
    x = x if x & 1 == odd else P - x
    point = (x % P, y, 1, x * y % P)
    if x * x % P != square or encoded(point) != data or encoded(times(8, point)) == encoded(ZERO):
        raise ValueError("no point")
    return point


BASE = decoded((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature is that of the public key over the message."""
    scalar = int.from_bytes(signature[32:], "little")
    if len(public) != 32 or len(signature) != 64 or scalar >= ORDER:
        return False
    try:
        x, y, z, t = decoded(public)
    except ValueError:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return encoded(add(times(scalar, BASE), times(challenge, (P - x, y, z, P - t)))) == signature[:32]


# The tree (RFC 9162, section 2.1). Leaves stand one behind the other, 32 bytes each.
def leaf_hash(entry: bytes) -> bytes:
    """The hash of an entry."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(level: bytes) -> bytes:
    """The root over leaves: in every level neighbours are paired, and a last one without neighbour moves up."""
    sha256 = hashlib.sha256
    while len(level) > 32:
        paired = len(level) // 64 * 64
        nodes = [sha256(b"\x01" + level[start : start + 64]).digest() for start in range(0, paired, 64)]
        level = b"".join(nodes) + level[paired:]
    return level or sha256().digest()


def climbed(index: int, last: int, proof: list[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The siblings on the way up, and whether each stands left; raises ValueError for a way of another length."""
    for sibling in proof:
        if last == 0:
            raise ValueError("the proof is too long")
        left = index & 1 == 1 or index == last
        yield sibling, left
        while left and index and not index & 1:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    if last:
        raise ValueError("the proof is too short")


def included(leaf: bytes, index: int, size: int, proof: list[bytes], top: bytes) -> bool:
    """Whether a proof leads from a leaf, counted from 0, to the root (section 2.1.3.2); raises ValueError."""
    for sibling, left in climbed(index, size - 1, proof):
        leaf = node(sibling, leaf) if left else node(leaf, sibling)
    return leaf == top


def consistent(old_size: int, old_top: bytes, size: int, top: bytes, proof: list[bytes]) -> bool:
    """Whether the larger tree provably begins with the smaller (section 2.1.4.2); raises ValueError."""
    if old_size in {0, size} or old_size > size or not proof:
        return not proof and old_top == {0: root(b""), size: top}.get(old_size)
    first, *path = [old_top, *proof] if old_size & (old_size - 1) == 0 else proof
    index, last, old, new = old_size - 1, size - 1, first, first
    while index & 1:
        index, last = index >> 1, last >> 1
    for sibling, left in climbed(index, last, path):
        old, new = (node(sibling, old), node(sibling, new)) if left else (old, node(new, sibling))
    return old == old_top and new == top


# Keys and checkpoints (C2SP signed-note and tlog-checkpoint).
Keys = dict[tuple[str, bytes], bytes]


class Checkpoint(NamedTuple):
    """A signed statement: the log of this origin had so many entries with this root."""

    origin: str
    size: int
    root: bytes
    signers: set[tuple[str, bytes]]


def plain(text: str) -> bytes:
    """The bytes of a Base64 text; raises ValueError unless it is their only spelling."""
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("not Base64")
    return data


def hashes(texts: Any) -> list[bytes]:
    """The hashes of a proof as proofs.json writes them; raises ValueError."""
    if type(texts) is not list or not all(type(text) is str and len(text) == 44 for text in texts):
        raise ValueError("no hashes")
    found = [plain(text) for text in texts]
    if any(len(one) != 32 for one in found):
        raise ValueError("no hashes")
    return found


def read_keys(lines: list[str]) -> Keys:
    """Public keys by name and key id; raises ValueError for a line that is no key, and for one that stands twice."""
    keys: Keys = {}
    for line in lines:
        match = VKEY.fullmatch(line)
        data = plain(match[3]) if match else b""
        key_id = hashlib.sha256(match[1].encode() + b"\n" + data).digest()[:4] if match else b""
        if not match or data[0] != 1 or key_id.hex() != match[2] or (match[1], key_id) in keys:
            raise ValueError("no key")
        keys[match[1], key_id] = data[1:]
    return keys


def read_checkpoint(data: bytes, keys: Keys) -> Checkpoint:
    """A checkpoint with at least one valid signature of such a key and no wrong one of such a key."""
    try:
        match = NOTE.fullmatch(data.decode()) if len(data) <= LIMITS["checkpoint.txt"] else None
        signatures = [line.split(" ")[1:] for line in match[5].split("\n")[:-1]] if match else []
        top, signed = hashes([match[4] if match else ""])[0], [(name, plain(value)) for name, value in signatures]
    except ValueError:
        match = None
    if not match or any(len(signature) < 5 for _, signature in signed):
        raise Verdict("form", part="checkpoint")
    signers = set()
    known = [one for one in signed if one[0] == match[2] and (one[0], one[1][:4]) in keys]
    if len(known) > SIGNATURES:
        raise Verdict("many", part="checkpoint", most=SIGNATURES)
    for name, signature in known:
        if not signature_holds(keys[name, signature[:4]], match[1].encode(), signature[4:]):
            raise Verdict("signature")
        signers.add((name, signature[:4]))
    if not signers:
        raise Verdict("unsigned", origin=match[2])
    return Checkpoint(match[2], int(match[3]), top, signers)


# The container: a ZIP file of which every byte beside the members' content is laid down.
class Bundle:
    """The members of a bundle; raises Verdict unless the file is exactly these."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.damaged = file, False
        self.members: dict[str, tuple[int, int, int]] = {}
        length, offset, central = file.seek(0, 2), 0, b""
        for name, limit in LIMITS.items():
            file.seek(offset)
            header, start = file.read(30 + len(name)), offset + 30 + len(name)
            crc, size = struct.unpack_from("<2L", header.ljust(30), 14)
            common = struct.pack("<4H3L2H", 0, 0, 0, 0x21, crc, size, size, len(name), 0)
            if header != b"PK\3\4\x14\0" + common + name.encode() or size > min(limit, length - start):
                raise Verdict("form", part=f"ZIP ({name})")
            self.members[name] = start, size, crc
            central += b"PK\1\2\x14\3\x14\0" + common
            central += struct.pack("<3H2L", 0, 0, 0, 0o600 << 16, offset) + name.encode()
            offset = start + size
        file.seek(offset)
        end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(LIMITS), len(LIMITS), len(central), offset, 0)
        if file.read(len(central) + len(end) + 1) != central + end or length >= 2**31:
            raise Verdict("form", part="ZIP")

    def chunks(self, name: str, most: int) -> Iterator[bytes]:
        """A member's bytes, piece by piece; a wrong checksum is only noted, because other faults say more."""
        start, left, claimed = self.members[name]
        self.file.seek(start)
        crc = 0
        while left and (chunk := self.file.read(min(most, left))):
            left, crc = left - len(chunk), zlib.crc32(chunk, crc)
            yield chunk
        self.damaged |= crc != claimed or left > 0

    def whole(self, name: str) -> bytes:
        """All of a small member."""
        return b"".join(self.chunks(name, LIMITS[name]))

    def entries(self) -> Iterator[list[bytes]]:
        """The entries, some at a time; what no line break ends is given with one, so that it can be nobody's entry."""
        rest = b""
        for chunk in self.chunks("entries.jsonl", 2**16):
            *lines, rest = (rest + chunk).split(b"\n")
            yield lines
            if len(rest) > ENTRY_LIMIT:
                break
        if rest:
            yield [rest + b"\n"]


# Canonical JSON (RFC 8785, with integers as the only numbers): what it forbids is looked for, which is faster than
# writing everything anew to compare.
ESCAPES = re.compile(r'\\(["\\bfnrt]|u00(0[0-7bef]|1[0-9a-f]))')  # the only ones it writes
TEXTS = re.compile(rb'"[^"]*"')
ALIKE, BESIDES = bytes.maketrans(b"[]", b"{}"), bytes(set(range(256)) - set(b'[]{}"'))
DEPTH = 64


@lru_cache(maxsize=1024)
def integer(digits: str) -> int:
    """An integer that every reader of JSON understands alike; raises ValueError for a larger one."""
    if digits == "-0" or len(digits) > 17 or abs(int(digits)) >= 2**53:
        raise ValueError("no safe integer")
    return int(digits)


def refuse(text: str) -> None:
    """There are no other numbers."""
    raise ValueError(text)


@lru_cache(maxsize=128)
def ascending(keys: tuple[str, ...]) -> int:
    """How many keys these are; raises ValueError unless they are ASCII and ascend."""
    if list(keys) != sorted(keys) or not "".join(keys).isascii():
        raise ValueError("keys out of order")
    return len(keys)


def in_order(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; raises ValueError unless its keys are ASCII and ascend, and none stands twice."""
    found = dict(pairs)
    if ascending(tuple(found)) < len(pairs):
        raise ValueError("a key twice")
    return found


def too_deep(text: bytes) -> bool:
    """Whether lists and objects stand in one another more than 64 deep; the text is JSON without escapes."""
    brackets = text.translate(ALIKE, BESIDES).replace(b'""', b"")
    if b'"' in brackets:  # of texts that hold brackets
        brackets = TEXTS.sub(b"", text).translate(ALIKE, BESIDES)
    for _ in range(DEPTH):  # each time the innermost ones go
        if not brackets:
            return False
        brackets = brackets.replace(b"{}", b"")
    return bool(brackets)


DECODER = json.JSONDecoder(parse_int=integer, parse_float=refuse, parse_constant=refuse, object_pairs_hook=in_order)


def canonical(line: bytes) -> dict[str, Any]:
    """The object that these bytes are in canonical JSON; raises ValueError for anything else."""
    text = line.decode()
    try:
        value, end = DECODER.raw_decode(text)
    except RecursionError:
        raise ValueError("too deep") from None
    if end != len(text) or type(value) is not dict:
        raise ValueError("not one object")
    if "\\" in text:
        text = ESCAPES.sub("", text)
        line = text.encode()
    if "\\" in text or "\t" in text or "\n" in text or "\r" in text:
        raise ValueError("needless escapes or line breaks")
    if text.count("{") + text.count("[") > DEPTH and too_deep(line):
        raise ValueError("too deep")
    quotes = 0
    for part in text.split(" ")[:-1]:
        quotes += part.count('"')
        if quotes % 2 == 0:
            raise ValueError("a blank outside of texts")
    return value


# The judgement.
class Found(NamedTuple):
    """What a sound bundle holds, and the roots its log provably had at earlier sizes."""

    note: bytes
    head: Checkpoint
    proofs: dict[str, Any]
    leaves: bytes
    proven: dict[int, bytes]

    def root_at(self, size: int) -> bytes | None:
        """The root that the log had at a size; None when the bundle does not show it."""
        if self.leaves and size <= self.head.size:
            return root(self.leaves[: 32 * size])
        return {**self.proven, self.head.size: self.head.root}.get(size)


def judge(path: Path, keys: Keys, given: list[Checkpoint], language: str) -> list[str]:
    """What a bundle shows, checked against trusted keys and earlier checkpoints; raises Verdict if it is not sound."""
    with path.open("rb") as file:
        return report(examine(file, keys, given), given, language)


def examine(file: BinaryIO, keys: Keys, given: list[Checkpoint]) -> Found:
    """Checks a bundle against trusted keys and earlier checkpoints; raises Verdict if it is not sound."""
    bundle = Bundle(file)
    proofs = read_proofs(bundle.whole("proofs.json"))
    listed = read_listed(bundle.whole("keys.txt"))
    note = bundle.whole("checkpoint.txt")
    for point in given:
        if not note.startswith(f"{point.origin}\n".encode()):
            raise Verdict("foreign", origin=point.origin)
    head = read_checkpoint(note, keys)
    if any(name != head.origin for name, _ in listed) or any(listed.get(one) != keys[one] for one in head.signers):
        raise Verdict("mismatch", part="keys.txt")
    check_extent(proofs, head)
    leaves = read_leaves(proofs)
    proven = check_earlier(proofs, head, {**listed, **keys})
    unproven = check_given([*given, head], head, proven, leaves)
    check_entries(bundle, proofs, head, leaves)
    if bundle.damaged:
        raise Verdict("checksum")
    if unproven:
        newer = unproven[-1] > head.size
        raise Verdict("older", size=head.size, old=unproven[-1]) if newer else Verdict("unproven", size=unproven[0])
    return Found(note, head, proofs, leaves, proven)


def read_proofs(data: bytes) -> dict[str, Any]:
    """What proofs.json holds; the items of its lists are not looked at yet."""
    try:
        found = canonical(data)
    except ValueError:
        found = {}
    kinds = {key: type(value).__name__ for key, value in found.items()}
    if list(kinds) != list(SHAPE) or any(kinds[key] not in SHAPE[key] for key in SHAPE) or found["format"] != 1:
        raise Verdict("form", part="proofs.json")
    return found


def read_listed(data: bytes) -> Keys:
    """The keys that the bundle lists; nobody need trust them."""
    try:
        *lines, rest = data.decode().split("\n")
        keys = read_keys(lines)
    except ValueError:
        raise Verdict("form", part="keys.txt") from None
    if rest or not keys:
        raise Verdict("form", part="keys.txt")
    return keys


def read_leaves(proofs: dict[str, Any]) -> bytes:
    """The leaves that the bundle of a whole log lists; empty for a stream, which has none to list."""
    whole = proofs["scope"] is None
    try:
        leaves = plain(proofs["leaves"]) if whole else b""
    except (TypeError, ValueError):
        leaves = b""
    if len(leaves) != (32 * proofs["tree_size"] if whole else 0) or (proofs["leaves"] is None) is whole:
        raise Verdict("mismatch", part="proofs.json (leaves)")
    return leaves


def check_extent(proofs: dict[str, Any], head: Checkpoint) -> None:
    """Raises Verdict unless origin, size and positions fit the checkpoint and each other; a log may still be short."""
    whole, positions, last = proofs["scope"] is None, proofs["positions"], 0
    if (proofs["origin"], proofs["tree_size"]) != (head.origin, head.size):
        raise Verdict("mismatch", part="proofs.json (origin, tree_size)")
    if not head.size or not positions:
        raise Verdict("empty")
    for position in positions:
        if type(position) is not int or not last < position <= head.size:
            raise Verdict("order", position=last)
        if whole and position != last + 1:
            raise Verdict("missing", position=last + 1)
        last = position
    if len(proofs["inclusion"]) != (0 if whole else len(positions)):
        raise Verdict("mismatch", part="proofs.json (inclusion)")


def check_earlier(proofs: dict[str, Any], head: Checkpoint, keys: Keys) -> dict[int, bytes]:
    """Roots by size of the earlier checkpoints that the bundle carries, each proven to be the log's beginning.

    A key that the bundle lists may have signed them: it is the proof that ties their roots to the bundle's checkpoint.
    """
    proven = {0: root(b"")}
    if len(proofs["consistency"]) > EARLIER:
        raise Verdict("many", part="proofs.json (consistency)", most=EARLIER)
    for item in proofs["consistency"]:
        if type(item) is not dict or list(item) != ["checkpoint", "proof"] or type(item["checkpoint"]) is not str:
            raise Verdict("form", part="proofs.json (consistency)")
        old = read_checkpoint(item["checkpoint"].encode("utf-8", "replace"), keys)
        try:
            holds = consistent(old.size, old.root, head.size, head.root, hashes(item["proof"]))
        except ValueError:
            holds = False
        if old.origin != head.origin or not holds:
            raise Verdict("consistency", size=old.size)
        proven[old.size] = old.root
    return proven


def check_given(points: list[Checkpoint], head: Checkpoint, proven: dict[int, bytes], leaves: bytes) -> list[int]:
    """Holds checkpoints against the listed leaves or what is proven; returns the sizes that remain open."""
    good, unproven = [0], []
    tops: dict[int, bytes] = {}
    for point in sorted(points, key=lambda point: point.size):
        if point.size > head.size or (not leaves and point.size not in {*proven, head.size}):
            if tops.setdefault(point.size, point.root) != point.root:
                raise Verdict("forked", size=point.size)
            unproven.append(point.size)
            continue
        known = root(leaves[: 32 * point.size]) if leaves else {**proven, head.size: head.root}[point.size]
        if point.root != known:
            raise Verdict("rewritten", first=max(size for size in good if size < point.size) + 1, last=point.size)
        good.append(point.size)
    return unproven


def check_entries(bundle: Bundle, proofs: dict[str, Any], head: Checkpoint, leaves: bytes) -> None:
    """Raises Verdict for the first entry that is not the tree's, not canonical, or does not follow those before it."""
    positions, story, done = proofs["positions"], Story(proofs["scope"]), 0
    for lines in bundle.entries():
        here = positions[done : done + len(lines)]
        found = [leaf_hash(line) for line in lines]
        if leaves:
            right = right_leaves(found, leaves[32 * done : 32 * (done + len(here))])
        else:
            right = right_proofs(found, here, proofs["inclusion"][done : done + len(here)], head)
        for number, line in enumerate(lines[:right]):
            story.check(here[number], line)
        if right < len(here):
            place = leaves.find(found[right]) if leaves else -1
            name = "altered" if place < 0 or place % 32 else "misplaced"
            raise Verdict(name, position=here[right], other=place // 32 + 1)
        if len(here) < len(lines):
            raise Verdict("surplus", position=positions[-1])
        done += len(lines)
    if done < len(positions):
        raise Verdict("missing", position=positions[done])
    if leaves and done < head.size:
        raise Verdict("missing", position=done + 1)


def right_leaves(found: list[bytes], listed: bytes) -> int:
    """How many leaves from the first on are the listed ones."""
    if b"".join(found) == listed:
        return len(found)
    return next((n for n, leaf in enumerate(found) if leaf != listed[32 * n : 32 * n + 32]), len(found))


def right_proofs(found: list[bytes], positions: list[int], proofs: list[Any], head: Checkpoint) -> int:
    """How many leaves from the first on are proven to stand at their positions."""
    for number, position in enumerate(positions):
        try:
            if not included(found[number], position - 1, head.size, hashes(proofs[number]), head.root):
                return number
        except ValueError:
            return number
    return len(positions)


class Story:
    """What entries say of themselves: the versions of each stream, and when each was recorded."""

    def __init__(self, scope: str | None) -> None:
        self.scope, self.last = scope, ""
        self.versions: dict[str, int] = {}

    def check(self, position: int, line: bytes) -> None:
        """Raises Verdict when the entry is none or does not follow those before it."""
        try:
            entry = canonical(line if len(line) <= ENTRY_LIMIT else b"")
        except ValueError:
            raise Verdict("not-canonical", position=position) from None
        stream, version, time = entry.get("stream_id"), entry.get("version"), entry.get("recorded_at")
        if type(stream) is not str or type(version) is not int or type(time) is not str or not TIME.fullmatch(time):
            raise Verdict("envelope", position=position)
        if self.scope is not None and stream != self.scope:
            raise Verdict("scope", position=position, stream=stream)
        due = self.versions.get(stream, 0) + 1
        if version != due:
            raise Verdict("version", position=position, version=version, stream=stream, due=due)
        if time <= self.last:
            raise Verdict("time", position=position, time=time, last=self.last)
        self.last, self.versions[stream] = time, due


def report(found: Found, given: list[Checkpoint], language: str) -> list[str]:
    """What a sound bundle shows, and what it does not."""
    head, positions, scope = found.head, found.proofs["positions"], found.proofs["scope"]
    held = sorted({point.size for point in given})
    own = sorted({*found.proven} - {0, *held})
    signers = ", ".join(sorted(key_id.hex() for _, key_id in head.signers))
    extent = {"first": positions[0], "last": positions[-1], "count": len(positions), "scope": scope}
    lines = [
        say(language, "sound", origin=head.origin, size=head.size, keys=signers),
        say(language, "whole" if scope is None else "stream", **extent),
        say(language, "shown"),
        say(language, "kept", sizes=", ".join(map(str, held))) if held else "",
        say(language, "brought", sizes=", ".join(map(str, own))) if own else "",
        say(language, "unkept", known=held[-1]) if held else say(language, "never"),
        say(language, "tail", scope=scope) if scope is not None else "",
        say(language, "limits"),
    ]
    return [line for line in lines if line]


# The command line.
def trusted(texts: list[str]) -> Keys:
    """The keys given, each as itself or as a file with one a line."""
    keys: Keys = {}
    for text in texts:
        try:
            lines = [text] if VKEY.fullmatch(text) else Path(text).read_text("utf-8").split()
            found = read_keys(lines)
            found = {name: encoded(decoded(public)) for name, public in found.items()}
        except (OSError, ValueError):
            found = {}
        if not found or any(keys.get(name, public) != public for name, public in found.items()):
            raise Verdict("no-key", file=text)
        keys.update(found)
    return keys


def kept(name: str, keys: Keys) -> Checkpoint:
    """A checkpoint that the one who checks has kept in a file."""
    try:
        with Path(name).open("rb") as file:
            return read_checkpoint(file.read(LIMITS["checkpoint.txt"] + 1), keys)
    except (OSError, Verdict) as why:
        raise Verdict("given", file=name, why=why) from None


def main(arguments: list[str] | None = None) -> int:
    """Checks what the command line names, says so, and returns the exit status."""
    parser = argparse.ArgumentParser(description="Prüft ein Prüfbündel der Zielsteuerung. / Checks an evidence bundle.")
    parser.add_argument("bundle", type=Path, help="das Prüfbündel / the bundle (*.zip)")
    parser.add_argument("--key", action="append", required=True, help="Schlüssel oder Datei / key or file")
    parser.add_argument("--checkpoint", action="append", default=[], help="früherer Prüfpunkt / earlier checkpoint")
    parser.add_argument("--lang", choices=["de", "en"], default="de", help="Sprache / language")
    asked = parser.parse_args(arguments)
    try:
        keys = trusted(asked.key)
        lines, status = judge(asked.bundle, keys, [kept(name, keys) for name in asked.checkpoint], asked.lang), 0
    except (Exception, KeyboardInterrupt) as trouble:  # a hostile file too gets one of three answers
        unread = Verdict("unreadable", why=f"{type(trouble).__name__}: {trouble}")
        why = trouble if isinstance(trouble, Verdict) else unread
        lines, status = [say(asked.lang, "tampered" if why.status == 1 else "unusable", why=why)], why.status
    try:
        encoding = sys.stdout.encoding or "utf-8"
        print("\n".join(lines).encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except (AttributeError, OSError):  # nobody heard the answer, and 1 would be one
        sys.stdout = None
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())

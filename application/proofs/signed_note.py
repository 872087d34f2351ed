"""Checkpoints as signed notes (C2SP signed-note and tlog-checkpoint) with Ed25519 keys."""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ORIGIN = re.compile(r"[!-*,-~]+")
"""A valid name of a log: visible ASCII without space and plus."""
NOTE_LIMIT = 64 * 1024
"""Bytes a checkpoint may have."""
_ED25519 = b"\x01"
_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_BODY = re.compile(r"([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\n")
_SIGNATURE = re.compile(r"— ([^\s+\x00-\x1f]+) ([A-Za-z0-9+/]+=*)")
_VKEY = re.compile(r"(\S+?)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)")


SMALL_ORDER = frozenset(
    bytes.fromhex(point)
    for point in (
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    )
)
"""The points of Ed25519 whose order divides 8: as a public key they verify what nobody signed."""


class Unreadable(ValueError):  # noqa: N818 - a finding about what somebody wrote
    """A text is no checkpoint or key; says why in German."""


@dataclass(frozen=True)
class PublicKey:
    """Verifies signatures in the name of a log."""

    name: str
    public: bytes

    @cached_property
    def id(self) -> bytes:
        """The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ key)."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    @property
    def trustworthy(self) -> bool:
        """Whether it can only verify what somebody signed: one point's only encoding, whose order is not small."""
        y, odd = int.from_bytes(self.public, "little") & 2**255 - 1, self.public[31] >> 7
        if y >= _P or self.public in SMALL_ORDER:
            return False
        square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
        on_the_curve = pow(square, (_P - 1) // 2, _P) in {0, 1}
        return on_the_curve and not (square == 0 and odd)

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_base64(_ED25519 + self.public)}"

    def signed(self, text: str, signature: bytes) -> bool:
        """Whether the signature is this key's, of this text."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """Signs in the name of a log; the seed is the secret."""

    name: str
    seed: bytes

    @cached_property
    def public(self) -> PublicKey:
        """The public key that verifies it."""
        return PublicKey(self.name, Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw())

    def signature(self, text: str) -> bytes:
        """The signature of a text, 64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())

    def __repr__(self) -> str:
        return f"SigningKey({self.public})"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: so many entries under this root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The text that is signed."""
        return f"{self.origin}\n{self.size}\n{_base64(self.root)}\n"


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """A line below a note: whose, by which key, and the signature."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint with the signatures below it."""

    checkpoint: Checkpoint
    signatures: tuple[NoteSignature, ...]

    def __str__(self) -> str:
        lines = (f"— {one.name} {_base64(one.key_id + one.signature)}\n" for one in self.signatures)
        return f"{self.checkpoint.text}\n{''.join(lines)}"

    def signers(self, keys: Iterable[PublicKey]) -> tuple[PublicKey, ...]:
        """The keys whose valid signature it carries; raises Unreadable when a signature of theirs is invalid."""
        found = []
        for key in keys:
            theirs = [one for one in self.signatures if (one.name, one.key_id) == (key.name, key.id)]
            if not all(key.signed(self.checkpoint.text, one.signature) for one in theirs):
                raise Unreadable(f"die Unterschrift des Schlüssels {key.id.hex()} stimmt nicht")
            found += [key] if theirs else []
        return tuple(found)


def signed(checkpoint: Checkpoint, keys: Sequence[SigningKey]) -> Note:
    """The checkpoint signed with each of the keys."""
    signatures = (NoteSignature(key.name, key.public.id, key.signature(checkpoint.text)) for key in keys)
    return Note(checkpoint, tuple(signatures))


def parsed(text: str) -> Note:
    """The note of a text; raises Unreadable when it is no signed checkpoint."""
    if len(text.encode()) > NOTE_LIMIT:
        raise Unreadable("das ist kein unterschriebener Prüfpunkt")
    body, empty, below = text.partition("\n\n")
    match = _BODY.fullmatch(f"{body}\n")
    if not empty or match is None or ORIGIN.fullmatch(match[1]) is None:
        raise Unreadable("das ist kein unterschriebener Prüfpunkt")
    root = from_base64(match[3], 32)
    *lines, last = below.split("\n")
    if last or not lines or len(lines) > 100:
        raise Unreadable("unter dem Prüfpunkt stehen keine lesbaren Unterschriften")
    return Note(Checkpoint(match[1], int(match[2]), root), tuple(map(_signature, lines)))


def public_key(text: str) -> PublicKey:
    """The key of its text name+id+key; raises Unreadable."""
    match = _VKEY.fullmatch(text)
    key = from_base64(match[3]) if match else b""
    if match is None or len(key) != 33 or not key.startswith(_ED25519) or ORIGIN.fullmatch(match[1]) is None:
        raise Unreadable("das ist kein Prüfschlüssel (Name+Kennung+Schlüssel)")
    found = PublicKey(match[1], key[1:])
    if found.id.hex() != match[2]:
        raise Unreadable("die Kennung des Prüfschlüssels passt nicht zu ihm")
    return found


def _signature(line: str) -> NoteSignature:
    match = _SIGNATURE.fullmatch(line)
    found = from_base64(match[2]) if match else b""
    if match is None or len(found) < 5:
        raise Unreadable("eine Unterschriftszeile ist nicht lesbar")
    return NoteSignature(match[1], found[:4], found[4:])


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def from_base64(text: str, length: int | None = None) -> bytes:
    """The bytes of a text in its one spelling; raises Unreadable."""
    try:
        value = base64.b64decode(text, validate=True)
    except ValueError:  # binascii.Error is one; letters beyond ASCII give another
        value = b""
    if _base64(value) != text or length not in {None, len(value)}:
        raise Unreadable("ein Hash oder Schlüssel ist nicht lesbar")
    return value

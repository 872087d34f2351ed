"""Logs, checkpoints and bundles made by the book (docs/audit.md), sharing no code with the product or the verifier."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ORIGIN = "pruefstand.example/log"


def canonical(value: Any) -> bytes:
    """Canonical JSON of values with ASCII keys."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def text64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def an_entry(stream: str, version: int, number: int, **changed: Any) -> bytes:
    """A small entry with its own fields, recorded at the number-th microsecond."""
    at = f"2026-03-15T12:00:{number // 10**6:02d}.{number % 10**6:06d}Z"
    fields = {"stream_id": stream, "version": version, "recorded_at": at, "type": "DialogRequested", "schema": 1}
    return canonical(fields | {"fact": {"dialog_id": f"dialog-{number}", "reason": "Später „dran“"}} | changed)


def a_log(size: int, streams: Sequence[str] = ("a.1", "b.2", "c.3"), twist: str = "") -> list[bytes]:
    """So many entries, the streams in turns but for every fifth, which is the first stream's."""
    versions: dict[str, int] = {}
    entries = []
    for number in range(size):
        stream = streams[0 if number % 5 == 4 else number % len(streams)]
        versions[stream] = versions.get(stream, 0) + 1
        more = {"twist": twist} if twist else {}
        entries.append(an_entry(stream, versions[stream], number, **more))
    return entries


# RFC 9162 § 2.1, as its recursive definitions read.
def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def half(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def top(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    k = half(len(leaves))
    return sha(b"\x01" + top(leaves[:k]) + top(leaves[k:]))


def path(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    if len(leaves) == 1:
        return []
    k = half(len(leaves))
    if index < k:
        return [*path(index, leaves[:k]), top(leaves[k:])]
    return [*path(index - k, leaves[k:]), top(leaves[:k])]


def growth(size: int, leaves: Sequence[bytes], complete: bool = True) -> list[bytes]:
    """The consistency proof between the first `size` leaves and all."""
    if size == len(leaves):
        return [] if complete else [top(leaves)]
    k = half(len(leaves))
    if size <= k:
        return [*growth(size, leaves[:k], complete), top(leaves[k:])]
    return [*growth(size - k, leaves[k:], False), top(leaves[:k])]


def leaves_of(entries: Iterable[bytes]) -> list[bytes]:
    return [sha(b"\x00" + entry) for entry in entries]


@dataclass(frozen=True)
class Signer:
    """A key of a log; `secret` is its 32 bytes."""

    secret: bytes
    name: str = ORIGIN

    @classmethod
    def numbered(cls, number: int, name: str = ORIGIN) -> "Signer":
        return cls(hashlib.sha256(f"test key {number}".encode()).digest(), name)

    @cached_property
    def key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.secret)

    @cached_property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    @cached_property
    def key_id(self) -> bytes:
        return sha(self.name.encode() + b"\n\x01" + self.public)[:4]

    @cached_property
    def vkey(self) -> str:
        typed = b"\x01" + self.public
        return f"{self.name}+{self.key_id.hex()}+{text64(typed)}"

    def line(self, text: str) -> str:
        return f"— {self.name} {text64(self.key_id + self.key.sign(text.encode()))}\n"


FIRST, SECOND, STRANGER = Signer.numbered(1), Signer.numbered(2), Signer.numbered(9)


def a_checkpoint(entries: Sequence[bytes], *signers: Signer, origin: str = ORIGIN) -> str:
    """The signed note over these entries."""
    text = f"{origin}\n{len(entries)}\n{text64(top(leaves_of(entries)))}\n"
    return f"{text}\n{''.join(signer.line(text) for signer in signers or (FIRST,))}"


@dataclass
class Made:
    """A bundle's content, to be written or first tampered with."""

    entries: list[bytes]
    proofs: dict[str, Any]
    checkpoint: str
    keys: str
    members: list[tuple[str, bytes]] = field(default_factory=list)
    """Written instead of the four, when there are any."""

    def content(self) -> list[tuple[str, bytes]]:
        """The four members as they are now."""
        lines = b"".join(entry + b"\n" for entry in self.entries)
        return [
            ("entries.jsonl", lines),
            ("proofs.json", canonical(self.proofs)),
            ("checkpoint.txt", self.checkpoint.encode()),
            ("keys.txt", self.keys.encode()),
        ]

    def zipped(self) -> bytes:
        return zipped(self.members or self.content())


def zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    """A ZIP file of these members, as the format wants it, by the standard library."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, 0o600 << 16
            archive.writestr(info, content)
    return written.getvalue()


def a_bundle(
    log: Sequence[bytes],
    scope: str | None = None,
    *,
    signers: Sequence[Signer] = (FIRST,),
    listed: Sequence[Signer] = (),
    since: Sequence[str] = (),
) -> Made:
    """The bundle of a stream or of the whole log, with consistency proofs for the earlier notes."""
    leaves = leaves_of(log)
    chosen = [n for n, entry in enumerate(log) if scope is None or json.loads(entry)["stream_id"] == scope]
    sizes = [int(note.split("\n")[1]) for note in since]
    proofs = {
        "format": 1,
        "origin": ORIGIN,
        "tree_size": len(log),
        "scope": scope,
        "positions": [n + 1 for n in chosen],
        "inclusion": [] if scope is None else [texts64(path(n, leaves)) for n in chosen],
        "leaves": text64(b"".join(leaves)) if scope is None else None,
        "consistency": [
            {"checkpoint": note, "proof": texts64(growth(size, leaves) if size else [])}
            for note, size in zip(since, sizes, strict=True)
        ],
    }
    keys = "".join(f"{signer.vkey}\n" for signer in listed or signers)
    return Made([log[n] for n in chosen], proofs, a_checkpoint(log, *signers), keys)


def texts64(proof: Sequence[bytes]) -> list[str]:
    return [text64(node) for node in proof]

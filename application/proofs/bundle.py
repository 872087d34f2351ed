"""Evidence bundles: entries with everything a stranger needs to verify them, in a ZIP file fixed to the byte.

The format is in docs/audit.md.
"""

import base64
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from application.proofs.checkpoints import Checkpoints
from application.proofs.merkle import Proof, leaf_hash, root_of_leaf, root_over
from application.proofs.ports import Kept, Occasion
from application.proofs.proofs import Proofs
from application.proofs.signed_note import Note, Unreadable, parsed
from application.reading.agreement_at import visible
from application.reading.visibility import must_see_everything
from domain.reasons import Reason
from domain.record import Actor
from domain.rulebook.proofs import (
    BEYOND_LOG,
    BUNDLE_TOO_LARGE,
    ENTRIES_DIFFER,
    FOREIGN_CHECKPOINT,
    NO_SUCH_CHECKPOINT,
    OF_OTHER_LOG,
    SIGNED_BY_OTHERS,
    UNREADABLE_NOTE,
)
from domain.values import AgreementId, canonical

LIMIT = 2**31 - 1
"""Bytes a bundle may have."""
_DATE = 0x21
"""1 January 1980, the first day there is."""


FORMAT = 1
"""A bundle of one format number never changes by a byte."""
MEMBERS = ("entries.jsonl", "proofs.json", "checkpoint.txt", "keys.txt")
_AT_ONCE = 500
EARLIER = 32
"""Earlier checkpoints a bundle may carry."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the bundle, with the CRC-32 of its content."""

    name: str
    size: int
    crc: int

    @property
    def head(self) -> bytes:
        """Bytes before its content."""
        return b"PK\3\4" + struct.pack("<H", 20) + self._common + self.name.encode()

    @property
    def length(self) -> int:
        """Bytes it takes, with its head."""
        return len(self.head) + self.size

    def listed(self, offset: int) -> bytes:
        """Its line in the directory: written on a system with rights (3), readable by its owner (0600)."""
        rest = struct.pack("<HHHLL", 0, 0, 0, 0o600 << 16, offset)
        return b"PK\1\2" + struct.pack("<BBH", 20, 3, 20) + self._common + rest + self.name.encode()

    @property
    def _common(self) -> bytes:
        sizes = (self.crc, self.size, self.size)
        return struct.pack("<HHHHLLLHH", 0, 0, 0, _DATE, *sizes, len(self.name), 0)


def directory(members: Sequence[Member]) -> bytes:
    """Bytes behind the last member's content."""
    offset, lines = 0, b""
    for member in members:
        lines += member.listed(offset)
        offset += member.length
    return lines + struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, len(members), len(members), len(lines), offset, 0)


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle ready to be written."""

    checkpoint: Kept
    members: tuple[Member, ...]
    entries: int
    sound: bool
    """Whether the entries are those the checkpoint vouches for; if not, it shows which are not."""
    _content: tuple[Iterator[bytes], bytes, bytes, bytes]

    @property
    def length(self) -> int:
        """Bytes it has."""
        return sum(member.length for member in self.members) + len(directory(self.members))

    def __iter__(self) -> Iterator[bytes]:
        """The bytes, piece by piece; once."""
        entries, *others = self._content
        yield self.members[0].head
        yield from entries
        for member, content in zip(self.members[1:], others, strict=True):
            yield member.head + content
        yield directory(self.members)


class Bundles:
    """Makes bundles; the same checkpoint, scope and earlier checkpoints give the same bytes."""

    def __init__(self, proofs: Proofs, checkpoints: Checkpoints) -> None:
        self._proofs = proofs
        self._checkpoints = checkpoints

    def export(
        self, actor: Actor, scope: AgreementId | None, *, since: Sequence[str] = (), size: int | None = None
    ) -> Bundle:
        """The bundle of an agreement, or of the whole log (None), at a checkpoint made now or the one of that size.

        `since` holds earlier signed notes, whose consistency the bundle proves. Raises Unreadable for a text that is
        no note; refuses notes of another log, bundles of 2 GiB, and readers who may not see all of the scope.
        """
        if scope is None:
            must_see_everything(actor, Reason("export_whole_log", "Gesamtes Protokoll ausgeben"))
        else:
            visible(self._checkpoints.service.journal, actor, scope)
        if len(since) > EARLIER:
            raise Unreadable(f"mehr als {EARLIER} frühere Prüfpunkte fasst ein Prüfbündel nicht")
        earlier = sorted(map(parsed, since), key=lambda note: (note.checkpoint.size, str(note)))
        checkpoint = self._checkpoints.make(Occasion.EXPORT) if size is None else self._at(size)
        for note in earlier:
            self._must_belong(note, checkpoint.size)
        return self._bundle(checkpoint, scope, earlier)

    def _bundle(self, checkpoint: Kept, scope: str | None, earlier: Sequence[Note]) -> Bundle:
        crc, length, positions, leaves = 0, 0, [], []
        for position, state in self._proofs.log.entries(scope, checkpoint.size):
            crc = zlib.crc32(state + b"\n", crc)
            length += len(state) + 1
            positions.append(position)
            leaves.append(leaf_hash(state))
        size, root = checkpoint.size, parsed(checkpoint.note).checkpoint.root
        inclusion: list[Proof] = []
        if scope:
            inclusion = self._inclusion(positions, size)
            proven = zip(leaves, positions, inclusion, strict=True)
            sound = all(root_of_leaf(leaf, position - 1, size, proof) == root for leaf, position, proof in proven)
        elif not (sound := root_over(leaves) == root):
            leaves = self._vouched(leaves, size)
        proofs = canonical(
            {
                "consistency": self._consistency(earlier, checkpoint.size),
                "format": FORMAT,
                "inclusion": list(map(base64_texts, inclusion)),
                "leaves": None if scope else base64.b64encode(b"".join(leaves)).decode(),
                "origin": self._checkpoints.book.origin(),
                "positions": positions,
                "scope": scope,
                "tree_size": checkpoint.size,
            }
        )
        keys = "".join(f"{key}\n" for key in self._checkpoints.public_keys(checkpoint.size)).encode()
        others = (proofs, checkpoint.note.encode(), keys)
        members = tuple(
            Member(name, size, check)
            for name, size, check in zip(
                MEMBERS, (length, *map(len, others)), (crc, *map(zlib.crc32, others)), strict=True
            )
        )
        entries = (state + b"\n" for _, state in self._proofs.log.entries(scope, checkpoint.size))
        bundle = Bundle(checkpoint, members, len(positions), sound, (entries, *others))
        BUNDLE_TOO_LARGE.refuse_if(bundle.length > LIMIT, size=bundle.length)
        return bundle

    def _inclusion(self, positions: Sequence[int], size: int) -> list[Proof]:
        pages = [positions[first : first + _AT_ONCE] for first in range(0, len(positions), _AT_ONCE)]
        return [proof for page in pages for proof in self._proofs.inclusions(page, size)]

    def _vouched(self, found: Sequence[bytes], size: int) -> list[bytes]:
        """The leaves of the tree, which show the changed entry; computed leaves where the tree has none."""
        leaves: list[bytes] = []
        for first in range(0, size, _AT_ONCE):
            places = [(0, index) for index in range(first, min(first + _AT_ONCE, size))]
            stored = self._proofs.log.nodes(places)
            leaves += [stored.get(place) or b"".join(found[place[1] : place[1] + 1]) for place in places]
        return leaves

    def _consistency(self, earlier: Sequence[Note], size: int) -> list[dict[str, object]]:
        return [
            {"checkpoint": str(note), "proof": base64_texts(self._proofs.consistency(note.checkpoint.size, size))}
            for note in earlier
        ]

    def _must_belong(self, note: Note, size: int) -> None:
        why = self._why_foreign(note, size)
        FOREIGN_CHECKPOINT.refuse_if(why is not None, size=note.checkpoint.size, why=why)

    def _why_foreign(self, note: Note, size: int) -> Reason | None:
        checkpoint = note.checkpoint
        if checkpoint.origin != self._checkpoints.book.origin():
            return OF_OTHER_LOG.of(origin=checkpoint.origin)
        if checkpoint.size > size:
            return BEYOND_LOG.of(entries=size)
        try:
            if not note.signers(self._checkpoints.public_keys()):
                return SIGNED_BY_OTHERS
        except Unreadable as why:
            return UNREADABLE_NOTE.of(detail=why)
        if checkpoint.root != self._proofs.root(checkpoint.size):
            return ENTRIES_DIFFER
        return None

    def _at(self, size: int) -> Kept:
        found = self._checkpoints.book.at(size)
        if found is None:
            NO_SUCH_CHECKPOINT.refuse(size=size)
        return found


def base64_texts(proof: Sequence[bytes]) -> list[str]:
    """A proof as bundles and answers write it."""
    return [base64.b64encode(node).decode() for node in proof]

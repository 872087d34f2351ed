"""The service's own reading of an evidence bundle; the offline verifier is written independently of it."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, BinaryIO

from application.bundle import FORMAT, MEMBERS
from application.container import LIMIT, Reading
from application.entries import LIMIT as ENTRY_LIMIT
from application.entries import NoEntry, Succession, read_canonical, read_entry
from application.merkle import Growing, Proof, consistent, joined, leaf_hash, root_of_leaf
from application.notes import Note, PublicKey, Unreadable, parsed, public_key

LIMITS = dict(zip(MEMBERS, (LIMIT, 256 * 2**20, 2**16, 2**16), strict=True))
"""Bytes each member may have."""
FIELDS: dict[str, set[type]] = {
    "consistency": {list},
    "format": {int},
    "inclusion": {list},
    "leaves": {str, type(None)},
    "origin": {str},
    "positions": {list},
    "scope": {str, type(None)},
    "tree_size": {int},
}


class Tampered(Exception):  # noqa: N818 - what was found out
    """The bundle is not what its checkpoint vouches for; says where and why in German."""


class Unusable(Exception):  # noqa: N818 - what was found out
    """Nothing can be said about the bundle; says why in German."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sound bundle shows: entries of a scope (None = the whole log) as its checkpoint vouches for them."""

    note: Note
    scope: str | None
    entries: int
    consistency: tuple[tuple[Note, Proof], ...]


def examine(file: BinaryIO, keys: Sequence[PublicKey], earlier: Sequence[Note] = ()) -> Evidence:
    """What a bundle shows to somebody who trusts these keys and holds earlier checkpoints.

    Raises Tampered and Unusable.
    """
    if not keys:
        raise Unusable("Ohne Schlüssel, dem man vertraut, ist nichts zu prüfen.")
    for note in earlier:
        _must_be_signed(note, keys, Unusable, "Der mitgebrachte Prüfpunkt")
    container = _opened(file)
    proofs = _proofs(container.content("proofs.json"))
    try:
        note = parsed(container.content("checkpoint.txt").decode())
        listed = [public_key(line) for line in _lines(container.content("keys.txt"))]
    except (Unreadable, ValueError):
        raise Unusable("Prüfpunkt oder Schlüsselliste sind nicht lesbar.") from None
    if len(set(listed)) != len(listed):
        raise Unusable("Ein Schlüssel steht zweimal in der Liste.")
    if any(old.checkpoint.origin != note.checkpoint.origin for old in earlier):
        raise Unusable("Ein mitgebrachter Prüfpunkt gehört zu einem anderen Protokoll.")
    signers = _must_be_signed(note, keys, Tampered, "Der Prüfpunkt")
    _must_fit(proofs, note, listed, signers)
    consistency = tuple(_earlier(item, note, keys) for item in proofs["consistency"])
    open_question = _held_against(earlier, note, consistency, proofs)
    _Entries(container, proofs, note, [*earlier, *(old for old, _ in consistency)]).must_be_sound()
    if container.damaged or open_question:
        raise Unusable(open_question or "Eine Prüfsumme der Datei stimmt nicht.")
    return Evidence(note, proofs["scope"], len(proofs["positions"]), consistency)


class _Entries:
    """The entries against the tree and against each other."""

    def __init__(self, container: Reading, proofs: dict[str, Any], note: Note, earlier: Sequence[Note]) -> None:
        self._container = container
        self._proofs = proofs
        self._size, self._root = note.checkpoint.size, note.checkpoint.root
        self._leaves = _bytes(proofs["leaves"]) if proofs["scope"] is None else b""
        self._roots = {old.checkpoint.size: old.checkpoint.root for old in earlier}

    def must_be_sound(self) -> None:
        """Raise Tampered for the first entry that is not the tree's, no entry, or does not follow."""
        succession, tree = Succession(), Growing()
        if self._leaves:
            self._leaves_must_lead_to_the_roots()
        for index, (position, line) in enumerate(
            zip_longest(self._proofs["positions"], self._container.lines(MEMBERS[0], ENTRY_LIMIT))
        ):
            if line is None:
                raise Tampered(f"Position {position}: der Eintrag fehlt.")
            if position is None:
                raise Tampered(f"Hinter Position {self._proofs['positions'][-1]} steht ein überzähliger Eintrag.")
            why = self._why_wrong(index, position, line, succession)
            if why:
                raise Tampered(f"Position {position}: {why}.")
            tree.add(leaf_hash(line))
        if self._proofs["scope"] is None and tree.root() != self._root:
            raise Tampered("Die Einträge ergeben nicht die Wurzel des Prüfpunkts.")

    def _why_wrong(self, index: int, position: int, line: bytes, succession: Succession) -> str | None:
        leaf = leaf_hash(line)
        if self._proofs["scope"] is None:
            included = self._leaves[32 * index : 32 * index + 32] == leaf
        else:
            proof = _proof(self._proofs["inclusion"][index])
            included = proof is not None and root_of_leaf(leaf, position - 1, self._size, proof) == self._root
        if not included:
            return "hier steht nicht der Eintrag, den der Prüfpunkt bezeugt"
        try:
            entry = read_entry(line)
        except NoEntry as why:
            return str(why)
        if self._proofs["scope"] not in {None, entry["stream_id"]}:
            return f"der Eintrag gehört zu {entry['stream_id']}"
        return next(succession.faults(entry), None)

    def _leaves_must_lead_to_the_roots(self) -> None:
        tree, good = Growing(), 0
        for index in range(self._size):
            tree.add(self._leaves[32 * index : 32 * index + 32])
            if tree.size in self._roots:
                if tree.root() != self._roots[tree.size]:
                    raise Tampered(f"Position {good + 1}: von hier an wurde das Protokoll umgeschrieben.")
                good = tree.size
        if tree.root() != self._root:
            raise Tampered(f"Position {good + 1}: von hier an ergeben die Blätter nicht die Wurzel des Prüfpunkts.")


def _proofs(content: bytes) -> dict[str, Any]:
    try:
        proofs = read_canonical(content)
    except ValueError:
        proofs = None
    if isinstance(proofs, dict) and proofs.get("format") != FORMAT:
        raise Unusable("Die Formatnummer des Bündels ist hier unbekannt.")
    if (
        not isinstance(proofs, dict)
        or proofs.keys() != FIELDS.keys()
        or any(type(proofs[name]) not in kinds for name, kinds in FIELDS.items())
        or type(proofs["format"]) is not int
    ):
        raise Unusable("proofs.json hat nicht die erwartete Form.")
    return proofs


def _must_fit(proofs: dict[str, Any], note: Note, listed: Sequence[PublicKey], signers: Sequence[PublicKey]) -> None:
    size, positions, whole = note.checkpoint.size, proofs["positions"], proofs["scope"] is None
    if (proofs["origin"], proofs["tree_size"]) != (note.checkpoint.origin, size):
        raise Tampered("proofs.json und Prüfpunkt sprechen von verschiedenen Protokollen.")
    if any(key.name != note.checkpoint.origin for key in listed) or not set(signers) <= set(listed):
        raise Tampered("Die Schlüsselliste passt nicht zum Prüfpunkt.")
    if not size or not positions:
        raise Unusable("Das Bündel enthält nichts.")
    if any(type(position) is not int for position in positions):
        raise Tampered("Eine Position ist keine Zahl.")
    if any(a >= b for a, b in zip([0, *positions], [*positions, size + 1], strict=True)):
        raise Tampered("Die Positionen folgen nicht aufeinander.")
    if whole and len(positions) != size:
        raise Tampered("Im ganzen Protokoll fehlen Positionen.")
    leaves = _bytes(proofs["leaves"] or "")
    if len(proofs["inclusion"]) != (0 if whole else len(positions)) or len(leaves) != (32 * size if whole else 0):
        raise Tampered("Die Zahl der Nachweise stimmt nicht.")
    if not whole and proofs["leaves"] is not None:
        raise Tampered("Die Liste der Blätter gehört nicht hierher.")


def _earlier(item: Any, note: Note, keys: Sequence[PublicKey]) -> tuple[Note, Proof]:
    """An earlier checkpoint in the bundle, and the proof that the log grew from it."""
    if not isinstance(item, dict) or item.keys() != {"checkpoint", "proof"} or type(item["checkpoint"]) is not str:
        raise Unusable("proofs.json hat nicht die erwartete Form.")
    try:
        old = parsed(item["checkpoint"])
    except Unreadable as why:
        raise Unusable(f"Ein früherer Prüfpunkt im Bündel ist nicht lesbar: {why}.") from None
    _must_be_signed(old, keys, Tampered, "Ein früherer Prüfpunkt im Bündel")
    proof, before, now = _proof(item["proof"]), old.checkpoint, note.checkpoint
    holds = proof is not None and consistent(before.size, now.size, before.root, now.root, proof)
    if proof is None or not holds or before.origin != now.origin:
        raise Tampered(f"Position 1: dass das Protokoll den Prüfpunkt über {before.size} fortsetzt, ist falsch belegt.")
    return old, proof


def _held_against(
    earlier: Sequence[Note], note: Note, consistency: Sequence[tuple[Note, Proof]], proofs: dict[str, Any]
) -> str | None:
    """Hold checkpoints brought along against what the bundle proves; what must stay open is returned."""
    proven = {old.checkpoint.size: old.checkpoint.root for old, _ in consistency}
    proven |= {0: joined(()), note.checkpoint.size: note.checkpoint.root}
    open_question = None
    for old in (one.checkpoint for one in earlier):
        if old.size > note.checkpoint.size:
            raise Tampered(
                f"Der mitgebrachte Prüfpunkt bezeugt {old.size} Einträge, das Bündel {note.checkpoint.size}: es ist "
                "älter, oder das Protokoll wurde zurückgesetzt."
            )
        if old.root != proven.get(old.size, old.root):
            raise Tampered(f"Bis Position {old.size} wurde das Protokoll umgeschrieben oder gegabelt.")
        if proofs["scope"] is not None and old.size not in proven:
            open_question = f"Zum mitgebrachten Prüfpunkt über {old.size} Einträge enthält das Bündel keinen Nachweis."
    return open_question


def _must_be_signed(
    note: Note, keys: Sequence[PublicKey], otherwise: type[Exception], which: str
) -> tuple[PublicKey, ...]:
    try:
        signers = note.signers([key for key in keys if key.name == note.checkpoint.origin])
    except Unreadable as why:
        raise otherwise(f"{which} ist falsch: {why}.") from None
    if not signers:
        raise otherwise(f"{which} ist mit keinem der angegebenen Schlüssel unterschrieben.")
    return signers


def _proof(texts: Any) -> Proof | None:
    try:
        hashes = tuple(_bytes(text) for text in texts) if isinstance(texts, list) else (b"",)
    except Tampered:
        return None
    return hashes if all(len(one) == 32 for one in hashes) else None


def _bytes(text: Any) -> bytes:
    try:
        value = base64.b64decode(text, validate=True) if isinstance(text, str) else b""
    except (binascii.Error, ValueError):
        value = b""
    if base64.b64encode(value).decode() != text:
        raise Tampered("Ein Hash in proofs.json ist nicht lesbar.")
    return value


def _lines(content: bytes) -> list[str]:
    *lines, last = content.decode().split("\n")
    if last or not lines:
        raise ValueError("die letzte Zeile endet nicht")
    return lines


def _opened(file: BinaryIO) -> Reading:
    try:
        return Reading(file, LIMITS)
    except ValueError:
        raise Unusable("Die Datei ist kein vollständiges Prüfbündel.") from None

"""Another reading of an evidence bundle, written independently of the verifier: the opinion it is held against."""

import base64
import binascii
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, BinaryIO

from application.proofs.bundle import FORMAT, LIMIT, MEMBERS
from application.proofs.entry_form import LIMIT as ENTRY_LIMIT
from application.proofs.entry_form import NoEntry, Succession, read_canonical, read_entry
from application.proofs.merkle import Growing, Proof, consistent, joined, leaf_hash, root_of_leaf
from application.proofs.signed_note import Note, PublicKey, Unreadable, parsed, public_key
from tests.verifier.container import Reading

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
    """The bundle is not what its checkpoint vouches for; says where, if that is known, and why in German."""

    def __init__(self, says: str, position: int | None = None) -> None:
        super().__init__(says if position is None else f"Position {position}: {says}")
        self.says, self.position = says, position


class Unusable(Exception):  # noqa: N818 - what was found out
    """Nothing can be said about the bundle; says why in German."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sound bundle shows: entries of a scope (None = the whole log) as its checkpoint vouches for them."""

    note: Note
    scope: str | None
    entries: int
    roots: Mapping[int, bytes]
    """The roots the log provably had at earlier sizes."""


def examine(
    file: BinaryIO, keys: Sequence[PublicKey], earlier: Sequence[Note] = (), *, also: Collection[int] = ()
) -> Evidence:
    """What a bundle shows to somebody who trusts these keys and holds earlier checkpoints.

    `also` are sizes of which the root is wanted, where the bundle shows it. Raises Tampered and Unusable.
    """
    if not keys:
        raise Unusable("Ohne Schlüssel, dem man vertraut, ist nichts zu prüfen.")
    if not all(key.trustworthy for key in keys):
        raise Unusable("Einer der Schlüssel ist keiner, dem man vertrauen kann: mit ihm gälte jede Unterschrift.")
    if len({(key.name, key.id) for key in keys}) != len(set(map(str, keys))):
        raise Unusable("Zwei verschiedene Schlüssel haben eine Kennung.")
    for note in earlier:
        _must_be_signed(note, keys, Unusable, "Der mitgebrachte Prüfpunkt")
    container = _opened(file)
    proofs = _proofs(container.content("proofs.json"))
    try:
        note = parsed(container.content("checkpoint.txt").decode())
        listed = [public_key(line) for line in _lines(container.content("keys.txt"))]
    except (Unreadable, ValueError):
        raise Unusable("Prüfpunkt oder Schlüsselliste sind nicht lesbar.") from None
    if len({key.id for key in listed}) != len(listed):
        raise Unusable("Ein Schlüssel steht zweimal in der Liste.")
    if any(old.checkpoint.origin != note.checkpoint.origin for old in earlier):
        raise Unusable("Ein mitgebrachter Prüfpunkt gehört zu einem anderen Protokoll.")
    signers = _must_be_signed(note, keys, Tampered, "Der Prüfpunkt")
    _must_fit(proofs, note, listed, signers)
    # A key that the bundle lists may have signed earlier ones: it is the proof that ties their roots to the note.
    if len(proofs["consistency"]) > 32:
        raise Unusable("Mehr als 32 frühere Prüfpunkte fasst ein Bündel nicht.")
    once = [*keys, *(key for key in listed if key.id not in {trusted.id for trusted in keys})]
    proven = dict(_earlier(item, note, once) for item in proofs["consistency"])
    leaves = _bytes(proofs["leaves"]) if proofs["scope"] is None else b""
    if leaves:
        proven = _roots_of(leaves, {old.checkpoint.size for old in earlier}.union(also))
    open_question = _held_against(earlier, note, proven)
    _must_be_sound(container, proofs, note, leaves)
    if container.damaged or open_question:
        raise Unusable(open_question or "Eine Prüfsumme der Datei stimmt nicht.")
    return Evidence(note, proofs["scope"], len(proofs["positions"]), proven)


def _must_be_sound(container: Reading, proofs: dict[str, Any], note: Note, leaves: bytes) -> None:
    """Raise Tampered for the first entry that is not the tree's, no entry, or does not follow."""
    succession, positions = Succession(), proofs["positions"]
    for index, (position, line) in enumerate(zip_longest(positions, container.lines(MEMBERS[0], ENTRY_LIMIT))):
        if line is None:
            raise Tampered("der Eintrag fehlt.", position)
        if position is None:
            raise Tampered(f"Hinter Position {positions[-1]} steht ein überzähliger Eintrag.")
        leaf = leaf_hash(line)
        if leaves:
            included = leaves[32 * index : 32 * index + 32] == leaf
        else:
            included = _leads_to(note, leaf, position - 1, proofs["inclusion"][index])
        why = _why_wrong(line, proofs["scope"], succession) if included else "hier steht nicht der bezeugte Eintrag"
        if why:
            raise Tampered(f"{why}.", position)
    if leaves and len(positions) < note.checkpoint.size:
        raise Tampered("der Eintrag fehlt.", len(positions) + 1)


def _leads_to(note: Note, leaf: bytes, index: int, texts: Any) -> bool:
    proof = _proof(texts)
    return proof is not None and root_of_leaf(leaf, index, note.checkpoint.size, proof) == note.checkpoint.root


def _why_wrong(line: bytes, scope: str | None, succession: Succession) -> str | None:
    try:
        entry = read_entry(line)
    except NoEntry as why:
        return str(why)
    if scope not in {None, entry["stream_id"]}:
        return f"der Eintrag gehört zu {entry['stream_id']}"
    return next(succession.faults(entry), None)


def _roots_of(leaves: bytes, sizes: Collection[int]) -> dict[int, bytes]:
    """The roots over the first leaves, of these sizes and of all."""
    tree, roots = Growing(), {}
    for start in range(0, len(leaves), 32):
        tree.add(leaves[start : start + 32])
        if tree.size in sizes:
            roots[tree.size] = tree.root()
    return roots | {tree.size: tree.root()}


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
    if whole and positions[-1] != len(positions):
        raise Tampered("Im ganzen Protokoll fehlen Positionen.")
    leaves = _bytes(proofs["leaves"] or "")
    if len(proofs["inclusion"]) != (0 if whole else len(positions)) or len(leaves) != (32 * size if whole else 0):
        raise Tampered("Die Zahl der Nachweise stimmt nicht.")
    if not whole and proofs["leaves"] is not None:
        raise Tampered("Die Liste der Blätter gehört nicht hierher.")


def _earlier(item: Any, note: Note, keys: Sequence[PublicKey]) -> tuple[int, bytes]:
    """Size and root of an earlier checkpoint in the bundle, from which the log provably grew."""
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
        raise Tampered(f"Dass das Protokoll den Prüfpunkt über {before.size} fortsetzt, ist falsch belegt.")
    return before.size, before.root


def _held_against(earlier: Sequence[Note], note: Note, proven: Mapping[int, bytes]) -> str | None:
    """Hold checkpoints, and the bundle's own, against what is proven; what must stay open is returned."""
    now, open_question, good = note.checkpoint, None, 0
    proven = {0: joined(()), now.size: now.root} | dict(proven)
    open_roots: dict[int, bytes] = {}
    for old in sorted((one.checkpoint for one in (*earlier, note)), key=lambda one: one.size):
        if old.size not in proven:
            if open_roots.setdefault(old.size, old.root) != old.root:
                raise Tampered(f"Zwei Prüfpunkte über {old.size} Einträge widersprechen sich: es wurde gegabelt.")
            open_question = f"Zum mitgebrachten Prüfpunkt über {old.size} Einträge enthält das Bündel keinen Nachweis."
        elif old.root != proven[old.size]:
            raise Tampered(
                f"Zwischen Position {good + 1} und {old.size} steht anderes, als der Prüfpunkt über {old.size} bezeugt."
            )
        else:
            good = old.size
    return open_question


def _must_be_signed(
    note: Note, keys: Sequence[PublicKey], otherwise: type[Exception], which: str
) -> tuple[PublicKey, ...]:
    mine = {(key.name, key.id) for key in keys if key.name == note.checkpoint.origin}
    if sum((one.name, one.key_id) in mine for one in note.signatures) > 16:
        raise Unusable(f"{which} hat zu viele Unterschriften.")
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

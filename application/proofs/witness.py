"""A witness: somebody who remembers the last checkpoint they saw, and notices when the log contradicts it."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from application.proofs.merkle import consistent
from application.proofs.signed_note import Checkpoint, Note, PublicKey, Unreadable, from_base64

RootAt = Callable[[int], bytes]
"""The root that the log of a checkpoint provably had at an earlier size; raises Unreadable when that is not shown."""


class Contradiction(Exception):  # noqa: N818 - what was found out
    """The log's own signature stands below two things that cannot both be true; says which in German."""


def accept(seen: Note | None, new: Note, keys: Sequence[PublicKey], root_at: RootAt, *, live: bool = False) -> str:
    """The statement about a newer checkpoint, in German, when it may take the place of the one seen.

    `live` says that it is what the log itself gives out now. Raises Contradiction when the log was rewritten, forked
    or, live, rolled back, and Unreadable when that cannot be told.
    """
    now = new.checkpoint
    if not new.signers([key for key in keys if key.name == now.origin]):
        ids = ", ".join(one.key_id.hex() for one in new.signatures)
        raise Unreadable(
            f"der Prüfpunkt ist mit keinem der angegebenen Schlüssel unterschrieben, sondern mit {ids}; "
            "nach einem Wechsel bitte den neuen Schlüssel beim Betreiber erfragen und mit angeben"
        )
    if seen is None:
        return f"Erster Prüfpunkt: {now.size} Einträge. Ab jetzt fällt auf, wenn sie sich ändern."
    before = seen.checkpoint
    if before.origin != now.origin:
        raise Unreadable(f"der Prüfpunkt gehört zum Protokoll {now.origin}, gesehen wurde {before.origin}")
    _must_be_seen_signed(seen, keys)
    if now.size < before.size:
        _older(before.size, now.size, live=live)
    if (now.root if now.size == before.size else root_at(before.size)) != before.root:
        raise Contradiction(
            f"Die {before.size} bezeugten Einträge sind im Protokoll von {now.size} Einträgen nicht mehr enthalten, "
            "wie sie waren: es wurde umgeschrieben oder gegabelt."
        )
    if now.size == before.size:
        return f"Unverändert: {now.size} Einträge."
    return f"Fortgeschrieben: {now.size} Einträge, die {before.size} schon bezeugten stehen unverändert darin."


def _must_be_seen_signed(seen: Note, keys: Sequence[PublicKey]) -> None:
    """Only what the log's key signed can contradict it; a state that was damaged says nothing."""
    try:
        signers = seen.signers([key for key in keys if key.name == seen.checkpoint.origin])
    except Unreadable as why:
        raise Unreadable(
            f"der zuletzt gesehene Prüfpunkt ist beschädigt ({why}); bitte aus einer Kopie holen"
        ) from None
    if not signers:
        ids = ", ".join(one.key_id.hex() for one in seen.signatures)
        raise Unreadable(
            f"den zuletzt gesehenen Prüfpunkt hat keiner der angegebenen Schlüssel unterschrieben, sondern {ids}; "
            "bitte auch den früheren Schlüssel angeben"
        )


def proven_root(text: str, size: int, now: Checkpoint) -> bytes:
    """The root at a size, as a consistency proof (JSON) shows it for a checkpoint; raises Unreadable."""
    try:
        found: Any = json.loads(text)
        proof = tuple(from_base64(node) for node in found["proof"])
        old = from_base64(found["first_root"])
        sizes = (found["first"], found["second"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unreadable("der Nachweis ist nicht lesbar") from None
    if sizes != (size, now.size):
        raise Unreadable(f"der Nachweis ist einer von {sizes[0]} nach {sizes[1]}, nicht von {size} nach {now.size}")
    if not consistent(size, now.size, old, now.root, proof):
        raise Unreadable("der Nachweis ist beschädigt, oder er gehört zu einem anderen Prüfpunkt; bitte neu anfordern")
    return old


def _older(before: int, now: int, *, live: bool) -> None:
    if live:
        raise Contradiction(
            f"Bezeugt waren {before} Einträge, jetzt gibt der Dienst nur noch {now} aus: das Protokoll wurde "
            "zurückgesetzt, oder die Auskunft ist veraltet."
        )
    raise Unreadable(
        f"dieser Prüfpunkt zählt {now} Einträge, gesehen wurde schon einer über {before}. Wurde er früher gemacht, ist "
        "das in Ordnung; wurde er später gemacht, ist das Protokoll zurückgesetzt worden. Bitte einen neuen ausgeben "
        "lassen"
    )

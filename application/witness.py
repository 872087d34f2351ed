"""A witness: somebody who remembers the last checkpoint he saw, and notices when the log contradicts it."""

from collections.abc import Callable, Sequence

from application.merkle import Proof, consistent
from application.notes import Note, PublicKey, Unreadable

Prove = Callable[[int, int], Proof]
"""Fetches the consistency proof between two sizes; raises Unreadable when there is none."""


class Contradiction(Exception):  # noqa: N818 - what was found out
    """The log's own signature stands below two things that cannot both be true; says which in German."""


def accept(seen: Note | None, new: Note, keys: Sequence[PublicKey], prove: Prove) -> str:
    """What may be said about a newer checkpoint, in German, when it may take the place of the one seen.

    Raises Contradiction when the log was rewritten, forked or rolled back, and Unreadable when that cannot be told.
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
    if now.size == before.size and now.root == before.root:
        return f"Unverändert: {now.size} Einträge."
    if now.size < before.size:
        raise Contradiction(
            f"Bezeugt waren {before.size} Einträge, jetzt sind es nur noch {now.size}: das Protokoll wurde "
            "zurückgesetzt, oder die Auskunft ist veraltet."
        )
    if now.size == before.size or not consistent(
        before.size, now.size, before.root, now.root, prove(before.size, now.size)
    ):
        raise Contradiction(
            f"Die {before.size} bezeugten Einträge sind im Protokoll von {now.size} Einträgen nicht mehr enthalten, "
            "wie sie waren: es wurde umgeschrieben oder gegabelt."
        )
    return f"Fortgeschrieben: {now.size} Einträge, die {before.size} schon bezeugten stehen unverändert darin."

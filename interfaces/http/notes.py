"""Notes on deliveries, said once in an answer that names a delivery many times."""

from typing import Any

NOTES = "notes"


def notes_once(shown: dict[str, Any]) -> dict[str, Any]:
    """The answer with each delivery's note under `notes`; the `note` beside every mention of it is null."""
    found: dict[str, str] = {}
    _gather(shown, found)
    return shown | {NOTES: dict(sorted(found.items()))}


def _gather(shown: Any, found: dict[str, str]) -> None:
    if isinstance(shown, list):
        for one in shown:
            _gather(one, found)
    elif isinstance(shown, dict):
        if shown.get("note") and "delivery_id" in shown:
            found[shown["delivery_id"]] = shown["note"]
            shown["note"] = None
        for one in shown.values():
            _gather(one, found)

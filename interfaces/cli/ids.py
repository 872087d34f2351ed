"""Ids as the command line shows them and takes them back."""

import re

import typer


def preview_id(text: str) -> str:
    """The id of a preview as it is shown."""
    return _shown_id(
        text, r"[0-9a-f]{16}", "Vorschau: 16 Ziffern und Buchstaben bis f, wie „figures release“ sie zeigt"
    )


def dry_run_id(text: str) -> str:
    """The id of a check as it is shown."""
    return _shown_id(text, r"[0-9a-f]{16}-[0-9a-f]{16}", "Prüfung, wie „figures check“ sie am Ende nennt")


def _shown_id(text: str, pattern: str, of: str) -> str:
    if not re.fullmatch(pattern, text):
        raise typer.BadParameter(f"Erwartet wird die Kennung einer {of}.")
    return text

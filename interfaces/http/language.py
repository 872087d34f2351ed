"""The reader's language: German, or English for who prefers it (Accept-Language)."""

from contextvars import ContextVar

from fastapi import Request

GERMAN, ENGLISH = "de", "en"
READS_IN: ContextVar[str] = ContextVar("reads_in", default=GERMAN)
"""The language of the request that is being answered."""


def wants_english(request: Request) -> bool:
    """Whether the caller prefers English to German; German where they say nothing or like both alike."""
    liked = {GERMAN: 0.0, ENGLISH: 0.0, "*": 0.0}
    for part in request.headers.get("accept-language", "")[:200].split(","):
        tag, _, weight = part.replace(" ", "").lower().partition(";q=")
        language = tag.partition("-")[0]
        if language in liked:
            liked[language] = max(liked[language], _weight(weight))
    return liked[ENGLISH] > max(liked[GERMAN], liked["*"])


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def in_english() -> bool:
    """Whether what is being answered is read in English."""
    return READS_IN.get() == ENGLISH

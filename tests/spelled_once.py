"""Spelling of texts that a test run meets again and again, as of the sample's terms: found once per process.

The service keeps no text it has looked at, for it may name somebody who is erased later.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from unittest.mock import patch

from application.acting import name_spelling


@contextmanager
def spelled_once() -> Iterator[None]:
    """Texts are brought into one spelling, and their words made, once; both depend on the texts alone."""
    looked_up = lru_cache(maxsize=256)(name_spelling.lookup_words)

    def lookup_words(texts: Iterable[str]) -> set[str]:
        return looked_up(tuple(texts))

    spelled = lru_cache(maxsize=2**14)(name_spelling.spelled)
    with patch.multiple(name_spelling, spelled=spelled, lookup_words=lookup_words):
        yield

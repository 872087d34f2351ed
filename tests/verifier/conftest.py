"""Makes asking the verifier thousands of times affordable."""

from collections.abc import Iterator
from functools import lru_cache

import pytest

from interfaces.verifier import verify

remembered = lru_cache(maxsize=10_000)


@pytest.fixture(autouse=True, scope="session")
def each_signature_is_computed_once() -> Iterator[None]:
    """Same key, text and signature, same answer; the arithmetic takes milliseconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "signature_holds", remembered(verify.signature_holds))
        patch.setattr(verify, "decoded", remembered(verify.decoded))
        yield

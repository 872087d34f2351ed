"""The two bundles that tests tamper with: a whole log of twenty entries, and one stream of it."""

import pytest

from tests.verifier.making import Made, a_bundle, a_checkpoint, a_log

LOG = a_log(20)
OTHER = a_log(20, twist="other")
OLD = a_checkpoint(LOG[:7])


def whole() -> Made:
    return a_bundle(LOG, since=[OLD])


def stream() -> Made:
    """Positions 1, 4, 5, 7, 10, 13, 15, 16, 19, 20."""
    return a_bundle(LOG, "a.1", since=[OLD])


BOTH = pytest.mark.parametrize("made", [whole, stream])

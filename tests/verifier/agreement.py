"""Holds the verifier against the other reading on generated bundles: `python -m tests.verifier.agreement [BUNDLES]`."""

import multiprocessing
import os
import sys
from collections import Counter

from tests.verifier.asking import asked
from tests.verifier.constructed import case

AT_ONCE = 100


def judged(first: int) -> Counter[int]:
    """How many of the next hundred cases end with which status; raises AssertionError where the two disagree."""
    found: Counter[int] = Counter()
    for number in range(first, first + AT_ONCE):
        one = case(number)
        answer = asked(one.made, one.keys, one.kept)
        assert answer.status == one.status, (number, one.what, answer.text)
        found[answer.status] += 1
    return found


def main(bundles: int) -> None:
    """Every case once, on all processors."""
    found: Counter[int] = Counter()
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        for some in pool.imap_unordered(judged, range(0, bundles, AT_ONCE)):
            found += some
            print(f"\r{found.total()} bundles", end="", flush=True)
    print(f": both agree; {found[0]} sound, {found[1]} tampered, {found[2]} unusable")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)

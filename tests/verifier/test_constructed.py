"""Two thousand bundles, sound and not: verifier and service give the verdict that follows from how each was made."""

from collections import Counter

import pytest

from tests.sampling import exhaustive, some
from tests.verifier.asking import asked
from tests.verifier.constructed import CHANGES, case

BLOCKS, EACH = 40, 50


@exhaustive
@pytest.mark.parametrize("block", range(BLOCKS))
def test_both_give_the_verdict_known_from_the_making(block: int) -> None:
    for number in some(range(block * EACH, (block + 1) * EACH), 4):
        one = case(number)
        answer = asked(one.made, one.keys, one.kept)
        assert answer.status == one.status, (number, one.what, answer.text)
        if one.position is not None:
            assert answer.position == one.position, (number, one.what, answer.text)


@pytest.mark.long
def test_the_cases_are_of_every_kind() -> None:
    cases = [case(number) for number in range(BLOCKS * EACH)]
    kinds = Counter(one.what for one in cases)
    assert set(kinds) == {change.__name__ for change in CHANGES} | {"untouched"}
    assert min(kinds.values()) > 10
    assert {0, 1, 2} == {one.status for one in cases}
    assert Counter(one.status for one in cases)[0] > 600

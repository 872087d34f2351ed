"""The service's own reading of a bundle and the offline verifier come to the same end, on sound and unsound ones."""

import io
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from application.evidence import Tampered, Unusable, examine
from application.notes import Unreadable, parsed, public_key
from tests.application.bundles import Case, cases
from tests.verifier.asking import asked


def examined(case: Case) -> tuple[int, str]:
    """The service's judgement as the verifier's exit status, and why."""
    try:
        earlier = [parsed(note) for note in case.earlier]
        examine(io.BytesIO(case.data), [public_key(key.vkey) for key in case.keys], earlier)
    except (Unusable, Unreadable) as why:
        return 2, str(why)
    except Tampered as why:
        return 1, str(why)
    return 0, ""


@pytest.mark.parametrize("part", range(4))
def test_both_agree_on_two_thousand_generated_bundles(part: int) -> None:
    ends: Counter[int] = Counter()

    @settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
    @given(cases())
    def agree(case: Case) -> None:
        answer = asked(case.data, [key.vkey for key in case.keys], case.earlier)
        status, says = examined(case)
        assert status == answer.status, (case.done, says, answer.text)
        ends[answer.status] += 1

    agree()
    assert min(ends[status] for status in (0, 1, 2)) > 20, ends

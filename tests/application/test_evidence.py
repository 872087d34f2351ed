"""Two readings of a bundle, written independently, come to the same end, on sound and unsound ones."""

import base64
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from application.proofs.signed_note import PublicKey
from tests.application.bundles import Case, cases
from tests.sampling import exhaustive, times
from tests.verifier.asking import asked
from tests.verifier.making import ORIGIN, a_bundle, a_log
from tests.verifier.test_signatures import NO_POINTS, SMALL


@exhaustive
@pytest.mark.parametrize("part", range(times(2, 4)))
def test_both_agree_on_generated_bundles(part: int) -> None:
    ends: Counter[int] = Counter()
    examples = times(50, 500)

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(cases())
    def agree(case: Case) -> None:
        answer = asked(case.data, [key.vkey for key in case.keys], case.earlier)
        ends[answer.status] += 1

    agree()
    assert min(ends[status] for status in (0, 1, 2)) >= examples // 25, ends


@pytest.mark.parametrize("point", [*SMALL, NO_POINTS["y = p"].hex(), NO_POINTS["y = p + 1"].hex()])
def test_both_refuse_to_trust_a_key_that_verifies_what_nobody_signed(point: str) -> None:
    log, public = a_log(3), bytes.fromhex(point)
    key = PublicKey(ORIGIN, public)
    bundle = a_bundle(log)
    forged = base64.b64encode(key.id + bytes.fromhex(SMALL[0]) + bytes(32)).decode()
    bundle.checkpoint = bundle.checkpoint.split("\n\n")[0] + f"\n\n— {ORIGIN} {forged}\n"
    bundle.keys = f"{key}\n"
    assert asked(bundle, [str(key)]).status == 2

"""The service's own reading of a bundle and the offline verifier come to the same end, on sound and unsound ones."""

import base64
import io
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from application.evidence import Tampered, Unusable, examine
from application.notes import PublicKey, Unreadable, parsed, public_key
from tests.application.bundles import Case, cases
from tests.verifier.asking import asked
from tests.verifier.making import FIRST, ORIGIN, a_bundle, a_log
from tests.verifier.test_flawed_logs import NOT_CANONICAL, nested, signed_log
from tests.verifier.test_signatures import NO_POINTS, SMALL


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


@pytest.mark.parametrize("name", NOT_CANONICAL)
def test_both_agree_on_what_an_entry_is(name: str) -> None:
    data = a_bundle(signed_log((9, NOT_CANONICAL[name]))).zipped()
    assert examined(Case(data, (FIRST,), (), ()))[0] == asked(data).status == 1


@pytest.mark.parametrize("opening", [b"[", b'["]}",'])
@pytest.mark.parametrize("lists", [63, 64])
def test_both_agree_on_how_deep_an_entry_may_be(opening: bytes, lists: int) -> None:
    data = a_bundle(signed_log((9, lambda entry: nested(entry, lists, opening)))).zipped()
    assert examined(Case(data, (FIRST,), (), ()))[0] == asked(data).status


@pytest.mark.parametrize("point", [*SMALL, NO_POINTS["y = p"].hex(), NO_POINTS["y = p + 1"].hex()])
def test_both_refuse_to_trust_a_key_that_verifies_what_nobody_signed(point: str) -> None:
    log, public = a_log(3), bytes.fromhex(point)
    key = PublicKey(ORIGIN, public)
    bundle = a_bundle(log)
    forged = base64.b64encode(key.id + bytes.fromhex(SMALL[0]) + bytes(32)).decode()
    bundle.checkpoint = bundle.checkpoint.split("\n\n")[0] + f"\n\n— {ORIGIN} {forged}\n"
    bundle.keys = f"{key}\n"
    assert asked(bundle, [str(key)]).status == 2
    with pytest.raises(Unusable):
        examine(io.BytesIO(bundle.zipped()), [key])

"""Which acts a page offers follows the rules: exactly those that where the agreement stands does not refuse."""

from dataclasses import replace
from datetime import date

import pytest

from domain.acts import DECISIONS
from domain.agreement import fold
from domain.record import Context, Request
from domain.rules import Refused
from domain.state import Status
from interfaces.http.access import path_of
from interfaces.sample.cast import DESK
from interfaces.web.offered import BY_PATH, GROUPS
from tests.http.conftest import SAMPLE
from tests.http.service import Running

LATE = date(2027, 12, 31)
STATUSES = {act: statuses for acts in GROUPS.values() for act, statuses in acts.items()}


@pytest.mark.parametrize("act", BY_PATH.values(), ids=path_of)
def test_an_act_is_offered_where_its_rule_does_not_refuse_the_status(sample: Running, act: type[Request]) -> None:
    records = sample.system.journal.records(SAMPLE)
    agreement = fold(records)
    assert agreement is not None
    context, request = Context(DESK, agreement.drafted_on, records=records), act.model_construct(occurred_on=LATE)
    refused = set()
    for status in Status:
        try:
            DECISIONS[act](replace(agreement, status=status), request, context)
        except Refused as why:
            refused |= {status} if {finding.rule for finding in why.findings} == {"wrong-status"} else set()
        except AttributeError:  # it went on to look at what the request says, and this one says nothing
            pass
    assert STATUSES[act] == frozenset(Status) - refused

"""Reading an agreement's records within a reader's scope."""

import re
from collections.abc import Sequence
from datetime import datetime

from application.permissions import sees
from application.ports import Journal
from domain.attainment import fold
from domain.record import Actor, Record
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.values import AGREEMENT_ID, AgreementId


def visible_records(
    journal: Journal, actor: Actor, agreement_id: AgreementId, known_at: datetime | None = None
) -> Sequence[Record]:
    """An agreement's records as known at an instant; refuses one that does not exist for this actor."""
    named = re.fullmatch(AGREEMENT_ID, agreement_id) is not None
    records = journal.records(agreement_id, known_at=known_at) if named else ()
    state = fold(records)
    UNKNOWN_AGREEMENT.refuse_if(state is None or not sees(actor, state.terms), agreement=agreement_id)
    return records

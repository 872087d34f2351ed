"""Reading an agreement within a reader's scope."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime

from application.folded import Folds
from application.permissions import sees
from application.ports import Journal
from domain.facts import AgreementDrafted
from domain.record import Actor, Draft, Record
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.state import Agreement
from domain.values import AGREEMENT_ID, AgreementId

_folds = Folds()


def visible(
    journal: Journal, actor: Actor, agreement_id: AgreementId, known_at: datetime | None = None
) -> tuple[Agreement, Sequence[Record]]:
    """An agreement and its records as known at an instant; refuses one that does not exist for this actor."""
    named = re.fullmatch(AGREEMENT_ID, agreement_id) is not None
    records = journal.records(agreement_id, known_at=known_at) if named else ()
    begun = bool(records) and isinstance(records[0].fact, AgreementDrafted)  # other streams have names alike
    agreement = _folds.agreement(records) if begun else None
    if agreement is None or not sees(actor, agreement.terms):
        UNKNOWN_AGREEMENT.refuse(agreement=agreement_id)
    return agreement, records


def as_if_recorded(drafts: Sequence[Draft], now: datetime) -> Iterator[Record]:
    """What is decided but not yet taken by the journal, as records without a position."""
    for draft in drafts:
        values = {field.name: getattr(draft, field.name) for field in fields(Draft)}
        yield Record(**values, position=0, recorded_at=now)

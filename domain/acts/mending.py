"""Mending: take back one's own record, dispute the other side's."""

from domain.acts.common import as_asked, decides, must_be, must_give_a_reason
from domain.acts.follow_up import FOLLOWED
from domain.facts import RecordDisputed, RecordRetracted
from domain.facts.mending import Version
from domain.record import COMMITTEE, PARTIES, Context, Decided, Request
from domain.rulebook.mending import ASSESSMENT, NO_SUCH_RECORD, NOT_OURS, NOT_RETRACTABLE, OWN_RECORD, STANDS_BELOW
from domain.state import Agreement, Entry
from domain.values import Text


class RetractRecord(Request):
    """Take back a record of one's own side."""

    title = "Eintrag zurücknehmen"
    title_en = "retract an entry"
    permitted = PARTIES | COMMITTEE

    version: Version
    replaced_by: Version | None = None


class DisputeRecord(Request):
    """Dispute a record of the other side."""

    title = "Eintrag bestreiten"
    title_en = "dispute an entry"
    permitted = PARTIES

    version: Version
    says: Text


@decides(RetractRecord)
def retract_record(agreement: Agreement, request: RetractRecord, context: Context) -> Decided:
    """A record taken back by whose it is, while nothing rests on it."""
    must_be(agreement, FOLLOWED, request)
    must_give_a_reason(request)
    entry = known_entry(agreement, request.version)
    if request.replaced_by is not None:
        NO_SUCH_RECORD.refuse_if(request.replaced_by == request.version, version=request.replaced_by)
        known_entry(agreement, request.replaced_by)
    NOT_RETRACTABLE.refuse_if(not entry.retractable, version=request.version)
    NOT_OURS.refuse_if((entry.role, entry.party) != (context.actor.role, context.actor.party), version=request.version)
    assessed = [ASSESSMENT] if request.version < agreement.assessed_version else []
    resting = (*sorted(entry.provides & agreement.relied_on), *assessed)
    STANDS_BELOW.refuse_if(bool(resting), version=request.version, references=resting)
    return Decided(as_asked(RecordRetracted, request))


@decides(DisputeRecord)
def dispute_record(agreement: Agreement, request: DisputeRecord, context: Context) -> Decided:
    """A record disputed; it counts all the same."""
    must_be(agreement, FOLLOWED, request)
    entry = known_entry(agreement, request.version)
    OWN_RECORD.refuse_if(
        (entry.role, entry.party) == (context.actor.role, context.actor.party), version=request.version
    )
    return Decided(as_asked(RecordDisputed, request))


def known_entry(agreement: Agreement, version: int) -> Entry:
    """The record as mending sees it; refuses one that does not exist or no longer counts."""
    if version not in agreement.entries:
        NO_SUCH_RECORD.refuse(version=version)
    return agreement.entries[version]

"""An item that an agreement waits for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.parties import Party, Side
from domain.reasons import Reason
from domain.record import Role
from domain.terms import Clause
from domain.values import AgreementId, Frozen, PartyId


class DueKind(StrEnum):
    """Kind of item."""

    SIGNATURE = "signature"
    TRANSCRIPTION = "transcription"
    AMENDMENT = "amendment"
    DIALOG_OWED = "dialog_owed"
    DIALOG_REQUEST = "dialog_request"
    COMMITTEE = "committee"
    MINUTES = "minutes"
    MEASURE = "measure"
    LOAD_EXPECTED = "load_expected"
    LOAD_UNRELEASED = "load_unreleased"
    OFF_COURSE = "off_course"
    STEP = "step"
    GOAL_OPEN = "goal_open"
    FINAL_DIALOG = "final_dialog"
    ASSESSMENT = "assessment"
    COUNTY_ANSWER = "county_answer"
    CONTEST = "contest"
    CLOSING = "closing"
    REVIEW = "review"


class DueItem(Frozen):
    """Something an agreement waits for: due from a day on, overdue after `due_by` where the text sets an end."""

    agreement_id: AgreementId
    kind: DueKind
    clause: Clause
    says: str
    values: dict[str, str]
    """The values the sentence names, by role; codes and plain words, for machines."""
    roles: tuple[Role, ...]
    party: PartyId | None
    due_from: date
    due_by: date | None
    reference: str


@dataclass(frozen=True, slots=True)
class Waits:
    """An item before its agreement is stated; the sentence's code is its kind."""

    says: Reason
    clause: Clause
    roles: tuple[Role, ...]
    due_from: date
    reference: str
    due_by: date | None = None
    party: PartyId | None = None


LAND = (Role.LAND,)
COUNTY = (Role.COUNTY,)
BOTH = (Role.LAND, Role.COUNTY)
OF_SIDE = {Side.LAND: LAND, Side.COUNTY: COUNTY}


def roles_of(party: Party) -> tuple[Role, ...]:
    """Who acts for a party."""
    return OF_SIDE[party.side]

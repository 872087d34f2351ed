"""The agreement's state, as decisions need it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.facts.dialogs import AgreedMeasure, DialogKind
from domain.facts.figures import Correction
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Assessment
from domain.figures import Form, LoadState
from domain.measures import MeasureCode
from domain.record import Role
from domain.terms import Sex, Terms
from domain.terms_history import TermsHistory
from domain.values import AgreementId, DeliveryId, DialogId, PartyId, PersonId, Sha256, Slug


class Status(StrEnum):
    """Where an agreement stands in its life."""

    DRAFTED = "drafted"
    PARTLY_SIGNED = "partly_signed"
    IN_FORCE = "in_force"
    ASSESSED = "assessed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    TERMINATED = "terminated"


ENDED = frozenset({Status.CLOSED, Status.WITHDRAWN, Status.TERMINATED})


class Decision(StrEnum):
    """The decision about a delivery."""

    PENDING = "pending"
    RELEASED = "released"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A delivery, as far as decisions need it."""

    state: LoadState
    revision: str
    by: PersonId
    on: date
    covers: frozenset[tuple[MeasureCode, Form, Sex]]
    decision: Decision = Decision.PENDING
    released_on: date | None = None
    correction: Correction | None = None


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog, as far as decisions need it."""

    kind: DialogKind
    planned_for: date | None = None
    prepared_on: date | None = None
    held_on: date | None = None
    all_parties: bool = True
    """Whether somebody took part for each party, once it was held."""
    cancelled: bool = False
    minutes: Sha256 | None = None
    confirmed_by: frozenset[PartyId] = frozenset()


Meaning = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, as far as mending needs it."""

    role: Role
    party: PartyId | None
    retractable: bool
    provides: frozenset[str]


class Answer(StrEnum):
    """How the county answered the assessment, and what came of it."""

    ACKNOWLEDGED = "acknowledged"
    CONTESTED = "contested"
    ANSWERED = "answered"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Everything a decision may need to know about an agreement."""

    id: AgreementId
    version: int
    ordinal: int
    status: Status
    history: TermsHistory
    drafted_on: date
    meanings: Mapping[str, Meaning]
    """The meaning of each line id, and of each goal id behind "goal:"."""
    entries: Mapping[int, Entry]
    signed_on: Mapping[PartyId, date] = field(default_factory=dict)
    binding_since: date | None = None
    transcription_confirmed: bool = False
    deliveries: Mapping[DeliveryId, Delivery] = field(default_factory=dict)
    dialogs: Mapping[DialogId, Dialog] = field(default_factory=dict)
    agreed_measures: Mapping[Slug, AgreedMeasure] = field(default_factory=dict)
    measures_done: Mapping[Slug, bool] = field(default_factory=dict)
    to_address: Mapping[str, str] = field(default_factory=dict)
    """References of circumstances, legal changes and findings the assessment has to appraise, with their words."""
    deviations: frozenset[str] = frozenset()
    laws_discussed: frozenset[str] = frozenset()
    """References of the legal changes that were an item of a dialog."""
    amendments: frozenset[Slug] = frozenset()
    steps: Mapping[Slug, Progress] = field(default_factory=dict)
    criteria: Mapping[Slug, Appraisal] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    assessment: Assessment | None = None
    assessed_on: date | None = None
    assessed_version: int = 0
    """Up to which entry the assessment rests on the record; 0 before there is one."""
    answer: Answer | None = None
    relied_on: frozenset[str] = frozenset()
    disputed: frozenset[int] = frozenset()
    taken: frozenset[str] = frozenset()
    """References of what was taken back; their ids are not given again."""

    @property
    def terms(self) -> Terms:
        """The terms agreed last."""
        return self.history.latest.terms

    @property
    def terms_version(self) -> int:
        """Their number."""
        return self.history.latest.number

    @property
    def entered_by(self) -> PersonId:
        """Who entered them."""
        return self.history.latest.entered_by

    @property
    def terms_hash(self) -> Sha256:
        """Their SHA-256."""
        return self.history.latest.terms_hash

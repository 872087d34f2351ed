"""The record around a fact: who recorded it, when, why, and with which findings."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import StringConstraints

from domain.reasons import Reason, Said
from domain.rules import Finding
from domain.values import AgreementId, Day, Frozen, GoalId, PartyId, PersonId, Sha256, Text

RequestId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._:/+=-]{1,128}$")]


class Role(StrEnum):
    """In which role somebody acts or reads."""

    LAND = "land"
    COUNTY = "county"
    COMMITTEE = "committee"
    AUDITOR = "auditor"
    OPERATOR = "operator"


NOBODY: frozenset[Role] = frozenset()
LAND = frozenset({Role.LAND})
COUNTY = frozenset({Role.COUNTY})
PARTIES = LAND | COUNTY
COMMITTEE = frozenset({Role.COMMITTEE})
OPERATOR = frozenset({Role.OPERATOR})


@dataclass(frozen=True, slots=True)
class Concerned:
    """The goals a fact is about, by their ids or by those of their parts."""

    goals: Collection[GoalId] = ()
    parts: Collection[str] = ()
    """Lines, verdicts, steps, criteria and topics."""
    measured: bool = False
    """Every goal that has figures."""


class Fact(Frozen):
    """Something that happened in the life of an agreement; `title` names it in German."""

    title: ClassVar[str]
    clause: ClassVar[str]
    """The clause it carries out."""
    retractable: ClassVar[bool] = False
    """Whether the party that had it recorded may take it back; other facts have a mending of their own, or none."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        if "title" in vars(cls):
            cls.title = Said(cls.title, cls)

    def concerned(self) -> Concerned:
        """The goals it is about; none unless a fact says so."""
        return Concerned()


class Informing(Fact):
    """A fact that informs those who read it; no decision depends on it."""


class Request(Frozen):
    """A request to have something recorded; `occurred_on` is the legal day, in Germany."""

    title: ClassVar[str]
    title_en: ClassVar[str]
    permitted: ClassVar[frozenset[Role]] = NOBODY
    """Who may make it."""

    @classmethod
    def named(cls) -> Reason:
        """The kind of request as rules name it: close_agreement, „Vereinbarung abschließen“."""
        return Reason(re.sub("(?<!^)(?=[A-Z])", "_", cls.__name__).lower(), cls.title)

    occurred_on: Day
    reason: Text | None = None
    legal_basis: Text | None = None
    capacity: Text | None = None


class Provenance(Frozen):
    """Who recorded a fact, on whose behalf, why and on which legal basis."""

    actor: PersonId
    authenticated_by: Text
    role: Role
    party: PartyId | None
    office: Text
    capacity: Text | None = None
    reason: Text | None = None
    legal_basis: Text | None = None
    correlation_id: UUID
    causation_id: UUID | None = None
    request_id: RequestId | None = None
    """The caller's own id for the request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A fact decided on but not yet taken by the journal."""

    stream_id: AgreementId
    version: int
    event_id: UUID
    occurred_on: date
    provenance: Provenance
    findings: tuple[Finding, ...]
    software: str
    fact: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Draft):
    """A fact as the journal holds it: at a position in the log, since an instant (UTC)."""

    position: int
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Actor:
    """The acting person, as verified by the interface; `scope` is the AGS prefix they may see ("" = everywhere)."""

    person: PersonId
    role: Role
    office: str
    authenticated_by: str
    party: PartyId | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Context of a decision: who acts, the day in Germany, commitments of names, the records."""

    actor: Actor
    today: date
    commitments: Mapping[PersonId, Sha256] = field(default_factory=dict)
    records: Sequence[Record] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The outcome of a decision: one fact, and what was noticed about it."""

    fact: Fact
    findings: tuple[Finding, ...] = field(default=())


GERMANY = ZoneInfo("Europe/Berlin")

"""A part of an agreement: where it is read, and how differences speak of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from typing import Any, Generic, TypeVar

from application.reading.sources import Counting
from application.reading.visibility import READERS
from domain.reasons import Reason
from domain.record import Role
from domain.values import AgreementId, Frozen, Instant, Words

T = TypeVar("T")
Statements = Mapping[Words, Words]
"""Statements, each by the name of its subject."""


class Area(StrEnum):
    """The kind of thing a difference is about, in the order they are shown."""

    STATUS = "status"
    TERMS = "terms"
    PROPOSALS = "proposals"
    FIGURES = "figures"
    LINES = "lines"
    DIALOGS = "dialogs"
    FOLLOW_UP = "follow_up"
    INDIVIDUAL_GOALS = "individual_goals"
    APPRAISAL = "appraisal"
    ASSESSMENT = "assessment"


class OfOneAgreement(Frozen):
    """Identity of a reading: the agreement, the instant known (null = now), and the version it had then."""

    agreement_id: AgreementId
    known_at: Instant | None
    version: int


class Listing(OfOneAgreement, Generic[T]):
    """Several entries, in the order of the log."""

    items: tuple[T, ...]


class Reading(OfOneAgreement, Generic[T]):
    """A single thing."""

    item: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of an agreement; service, HTTP, command line and differences follow from it."""

    path: str
    operation: str
    title: str
    says: str
    """A sentence for the API's description."""
    model: type[OfOneAgreement]
    read: Callable[[Counting], Any]
    statements: Callable[[Counting], Statements]
    area: Area | None
    """Where differences show its statements; None where it is compared field by field."""
    readers: frozenset[Role] = READERS

    def among(self, counting: Counting, about: Mapping[str, Any]) -> OfOneAgreement:
        """The part as it follows from an agreement's records."""
        content = "items" if issubclass(self.model, Listing) else "item"
        return self.model(**about, **{content: self.read(counting)})


FURTHER = Reason("further", "{one}; {other}")
BECAUSE = Reason("because", "{what}: {why}")


def joined(several: Iterable[Words]) -> Words:
    """Several statements as one, between semicolons."""
    return reduce(lambda one, other: FURTHER.said(one=one, other=other), several)


def because(what: Words, why: str | None) -> Words:
    """A statement with its reason behind a colon, where there is one."""
    return BECAUSE.said(what=what, why=why) if why else what

"""How the goals of an agreement stand at its load states, as far as lists and comparisons show it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from domain.attainment import Attainment, Caveat, LineState
from domain.figures import LoadState
from domain.results import GoalResult
from domain.terms import Clause
from domain.values import AgreementId, Frozen, LineId, Month


def _key(value: object) -> object:
    return value.split(",") if isinstance(value, str) else value


StateKey = Annotated[tuple[Month, int], BeforeValidator(_key)]
"""Report month and months waited; as a key of JSON both with a comma between."""


class VerdictState(Frozen):
    """How a verdict stands at the last month loaded as agreed."""

    verdict_id: str
    clause: Clause
    title: str
    state: LineState
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True, slots=True)
class OffCourse:
    """A line off course, in its own words; none that is compared across revisions, about which nobody is asked."""

    line_id: LineId
    says: str


@dataclass(frozen=True, slots=True)
class Goals:
    """How the goals stand, as far as lists show it."""

    verdicts: tuple[VerdictState, ...]
    off_course: tuple[OffCourse, ...]


@dataclass(frozen=True, slots=True)
class Formed:
    """A standing, and the basis it was formed from."""

    attainment: Attainment
    goals: tuple[GoalResult, ...]


@dataclass(frozen=True, eq=False)
class AtState:
    """An agreement at a load state: the same object while neither terms nor loads change.

    `formed` is None where it was formed earlier: rows that rest on it stand as they were written.
    """

    agreement_id: AgreementId
    state: LoadState
    goals: Goals
    formed: Formed | None = None


def goals_of(goals: Iterable[GoalResult]) -> Goals:
    """What lists show of the goals as they stand."""
    goals = tuple(goals)
    return Goals(
        tuple(
            VerdictState(
                verdict_id=verdict.id,
                clause=verdict.clause,
                title=verdict.title,
                state=verdict.state,
                caveats=verdict.caveats,
            )
            for goal in goals
            for verdict in goal.verdicts
        ),
        tuple(
            OffCourse(line.line_id, line.says)
            for goal in goals
            for line in goal.lines
            if line.state is LineState.OFF_COURSE and Caveat.REVISIONS not in line.caveats
        ),
    )

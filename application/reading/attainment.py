"""Attainment of an agreement's goals, now and as known at any instant."""

from datetime import datetime

from application.ports import Journal
from application.reading.agreement_at import visible
from application.reading.decision import DecisionReading, decision
from domain.figures import LoadState
from domain.record import Actor
from domain.results import GoalResult, LineResult
from domain.standing import line_standing, standing
from domain.state import Agreement
from domain.values import AgreementId, Frozen, Instant, LineId, Month, Sha256


class AttainmentReading(Frozen):
    """How an agreement's goals stand at a report month, as known at an instant (null = now)."""

    agreement_id: AgreementId
    version: int
    known_at: Instant | None
    month: Month | None
    terms_version: int
    terms_hash: Sha256
    terms_confirmed: bool
    """Whether a second person has compared these terms with the signed paper."""
    goals: tuple[GoalResult, ...]


class Queries:
    """Everything that can be read, within the reader's scope."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def agreement(self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None) -> Agreement:
        """The agreement as it stood; refuses one that does not exist for this reader."""
        return visible(self.journal, actor, agreement_id, known_at).agreement

    def decision(self, actor: Actor, agreement_id: AgreementId, *, known_at: datetime | None = None) -> DecisionReading:
        """The decision on the year, beside what today's figures would say."""
        return decision(visible(self.journal, actor, agreement_id, known_at))

    def attainment(
        self,
        actor: Actor,
        agreement_id: AgreementId,
        *,
        month: Month | None = None,
        known_at: datetime | None = None,
    ) -> AttainmentReading:
        """How every goal stands at a report month, by default the last one loaded as agreed."""
        found = visible(self.journal, actor, agreement_id, known_at)
        state = found.attainment.at(month or found.attainment.latest_month())
        return AttainmentReading(
            agreement_id=agreement_id,
            version=found.agreement.version,
            known_at=known_at,
            month=month or state.latest_month(),
            terms_version=state.governing.number,
            terms_hash=state.governing.terms_hash,
            terms_confirmed=found.agreement.transcription_confirmed,
            goals=standing(state, month),
        )

    def line(
        self,
        actor: Actor,
        agreement_id: AgreementId,
        line_id: LineId,
        state: LoadState,
        *,
        baseline: LoadState | None = None,
        known_at: datetime | None = None,
    ) -> LineResult:
        """How one line stands at a load state; refuses a baseline of another load state."""
        attainment = visible(self.journal, actor, agreement_id, known_at).attainment
        return line_standing(attainment, line_id, state, baseline)

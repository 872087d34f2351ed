"""What was known when a decision was taken."""

from datetime import date
from uuid import UUID

from application.ports import Journal
from application.reading import visible
from domain import agreement, attainment
from domain.figures import LoadState
from domain.record import Actor
from domain.results import GoalResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.standing import standing
from domain.values import AgreementId, DeliveryId, Frozen, Instant, Sha256


class KnownLoad(Frozen):
    """A released load that counted at the time."""

    delivery_id: DeliveryId
    event_id: UUID
    load_state: LoadState
    loaded_on: date


class Knowledge(Frozen):
    """What stood in the record when an entry was made: terms, goals, loads, and everything still to be appraised."""

    agreement_id: AgreementId
    version: int
    title: str
    decided_at: Instant
    status: str
    terms_version: int
    terms_hash: Sha256
    goals: tuple[GoalResult, ...]
    loads: tuple[KnownLoad, ...]
    open_points: dict[str, str]


def knowledge(journal: Journal, actor: Actor, agreement_id: AgreementId, version: int) -> Knowledge:
    """What was known when the entry of this version was made; refuses an entry that does not exist, and the first."""
    _, records = visible(journal, actor, agreement_id)
    before = [record for record in records if record.version < version]
    entry = next((record for record in records if record.version == version), None)
    state, view = agreement.fold(before), attainment.fold(before)
    if entry is None or state is None or view is None:
        NO_SUCH_RECORD.refuse(version=version)
    loads = (load for released in view.released.values() for load in released)
    return Knowledge(
        agreement_id=agreement_id,
        version=version,
        title=entry.fact.title,
        decided_at=entry.recorded_at,
        status=state.status,
        terms_version=state.terms_version,
        terms_hash=state.terms_hash,
        goals=standing(view),
        loads=tuple(
            KnownLoad(
                delivery_id=load.delivery_id,
                event_id=load.event_id,
                load_state=load.load.state,
                loaded_on=load.load.loaded_on,
            )
            for load in loads
        ),
        open_points=dict(state.to_address),
    )

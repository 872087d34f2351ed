"""The knowledge on which a decision was taken."""

from datetime import date
from uuid import UUID

from application.ports import Journal
from application.reading.agreement_at import AgreementAt, visible
from domain.attainment import Attainment
from domain.figures import LoadState
from domain.record import Actor
from domain.results import GoalResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.standing import standing
from domain.state import Status
from domain.values import AgreementId, DeliveryId, Frozen, Instant, Sha256, Words


class KnownLoad(Frozen):
    """A released load that counted at the time."""

    delivery_id: DeliveryId
    event_id: UUID
    load_state: LoadState
    loaded_on: date


class Knowledge(Frozen):
    """The knowledge when an entry was made: terms, goals, loads, and everything still to be appraised."""

    agreement_id: AgreementId
    version: int
    """The entry's number in the agreement."""
    position: int
    """Its number in the whole log."""
    title: Words
    decided_at: Instant
    status: Status | None
    """Null before the first entry: there was no agreement yet, and so no terms, goals and loads."""
    terms_version: int | None
    terms_hash: Sha256 | None
    goals: tuple[GoalResult, ...]
    loads: tuple[KnownLoad, ...]
    open_points: dict[str, Words]


def knowledge(journal: Journal, actor: Actor, agreement_id: AgreementId, version: int) -> Knowledge:
    """The knowledge when the entry of this version was made; refuses an entry that does not exist."""
    records = visible(journal, actor, agreement_id).records
    entry = next((record for record in records if record.version == version), None)
    if entry is None:
        NO_SUCH_RECORD.refuse(version=version)
    before = [record for record in records if record.version < version]
    then = AgreementAt(before) if before else None
    state, view = (then.agreement, then.attainment) if then else (None, None)
    return Knowledge(
        agreement_id=agreement_id,
        version=version,
        position=entry.position,
        title=entry.fact.title,
        decided_at=entry.recorded_at,
        status=state.status if state else None,
        terms_version=state.terms_version if state else None,
        terms_hash=state.terms_hash if state else None,
        goals=standing(view) if view else (),
        loads=counted(view) if view else (),
        open_points=dict(state.to_address) if state else {},
    )


def counted(view: Attainment) -> tuple[KnownLoad, ...]:
    """The released loads that count, without those a transmission error replaced, by load state."""
    states = (LoadState(report_month=month, months_waited=waited) for month, waited in sorted(view.released))
    return tuple(
        KnownLoad(
            delivery_id=load.delivery_id,
            event_id=load.event_id,
            load_state=state,
            loaded_on=load.load.loaded_on,
        )
        for state in states
        for load in view.loads(state)
    )

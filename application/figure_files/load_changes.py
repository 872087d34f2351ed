"""Every change of a delivered load against those before it."""

from dataclasses import dataclass

from application.figure_files.previous_loads import LoadDifference, differences, previous, same_state
from domain.attainment import Attainment
from domain.bare_values import Delivered
from domain.figures import Load
from domain.rulebook.figures import UNKNOWN_DELIVERY
from domain.state import Agreement
from domain.values import DeliveryId


@dataclass(frozen=True, slots=True)
class LoadChanges:
    """A load, those it is held against, and every figure that differs."""

    load: Load
    beside: tuple[Delivered, ...]
    differences: tuple[LoadDifference, ...]


def load_changes(agreement: Agreement, attainment: Attainment, delivery_id: DeliveryId) -> LoadChanges:
    """The changes of a delivery against other loads of its state and the last released one before it.

    Refuses a delivery the agreement does not have.
    """
    if delivery_id not in attainment.delivered:
        UNKNOWN_DELIVERY.refuse(delivery=delivery_id)
    load = attainment.delivered[delivery_id].load
    others = _earlier(agreement, attainment, delivery_id)
    return LoadChanges(load, tuple(others), tuple(differences(load, others)))


def _earlier(agreement: Agreement, attainment: Attainment, delivery_id: DeliveryId) -> list[Delivered]:
    """The loads a delivered load is held against: those of its state that came before, and the last state's."""
    state, came = attainment.delivered[delivery_id].load.state, list(agreement.deliveries)
    before = came[: came.index(delivery_id)]
    same = [one for one in same_state(attainment, agreement, state) if one.delivery_id in before]
    last = previous(attainment, state)
    return [*same, *([last] if last else [])]

"""The sample's life, act by act, on a clock of its own."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from application.acting.service import Receipt, agreement_id_of
from domain.record import GERMANY
from domain.terms import Terms
from domain.values import span
from interfaces.bootstrap import System
from interfaces.sample.cast import SIGNATORIES, Scene
from interfaces.sample.first_half import drafting, figures, signing
from interfaces.sample.second_half import dialogs, ending, follow_up, individual_goals


class MovableClock:
    """A clock that stands at noon of the day it was set to, and never runs back."""

    def __init__(self, day: date) -> None:
        self.instant = _noon(day)

    def __call__(self) -> datetime:
        return self.instant

    def move_to(self, day: date) -> None:
        """Stand at that day's noon, a minute later than before when that is the same day."""
        self.instant = max(_noon(day), self.instant + timedelta(minutes=1))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), GERMANY).astimezone(UTC)


def play(system: System, clock: MovableClock, terms: Terms, done: int = 0) -> Iterator[tuple[Scene, Receipt]]:
    """Let the sample happen, act by act, after those that are done already; the clock moves along."""
    for person in SIGNATORIES if done == 0 else ():
        system.service.register(person)
    agreement_id, version = (agreement_id_of(terms, 1), done) if done else (None, 0)
    for scene in scenes(terms)[done:]:
        clock.move_to(scene.on)
        receipt = system.service.act(scene.actor, scene.request, agreement_id, on_version=version)
        agreement_id, version = receipt.agreement_id, receipt.version
        yield scene, receipt


def scenes(terms: Terms) -> tuple[Scene, ...]:
    """Every act of the sample, by day; dates of signatures are the agreement's, all other days are invented."""
    acts = (
        *drafting(terms),
        *signing(terms),
        *figures(span("2025-01", "2025-12"), on=date(2026, 2, 16)),
        *figures(span("2026-01", "2026-12")),
        *dialogs(),
        *follow_up(),
        *individual_goals(),
        *ending(),
    )
    return tuple(sorted(acts, key=lambda scene: scene.on))

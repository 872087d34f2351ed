"""The sample's life, act by act, on a clock of its own."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from application.acting.orders import Receipt
from application.acting.service import agreement_id_of
from domain.agreement import fold
from domain.record import GERMANY
from domain.state import Agreement
from domain.terms import Terms
from domain.values import AgreementId, span
from interfaces.bootstrap import System
from interfaces.sample import next_year, rounded
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


def play(
    system: System, clock: MovableClock, terms: Terms, done: int = 0, until: int | None = None
) -> Iterator[tuple[Scene, Receipt]]:
    """Let the sample happen, act by act, after those that are done already; the clock moves along."""
    for person in SIGNATORIES if done == 0 else ():
        system.service.register(person)
    agreement_id, version = (agreement_id_of(terms, 1), done) if done else (None, 0)
    for scene in scenes(terms)[done:until]:
        clock.move_to(scene.on)
        receipt = system.service.act(scene.actor, scene.request, agreement_id, on_version=version)
        agreement_id, version = receipt.agreement_id, receipt.version
        yield scene, receipt


def play_served(system: System, clock: MovableClock, terms: Terms) -> Iterator[tuple[Scene, Receipt]]:
    """Let the sample happen as it is served, from where it was interrupted: its life, and the next year under way.

    A sample whose life had ended before there was a next year stays as it is: what happens now lies behind it.
    """
    first, second = _both(terms)
    reached = {one: len(system.journal.records(one)) for one in (first, second)}
    life = scenes(terms)
    begun = sum(scene.on < next_year.BEGINS for scene in life)
    if reached[first] == len(life) and not reached[second]:
        return
    yield from play(system, clock, terms, reached[first], until=begun)
    for person in next_year.SIGNATORIES:
        system.service.register(person)
    agreement = fold(system.journal.records(first))
    assert agreement is not None, "its life was played up to here"
    both = [
        *((scene, first, number) for number, scene in enumerate(life)),
        *((scene, second, number) for number, scene in enumerate(next_year.next_year(agreement))),
    ]
    reached[first] = max(reached[first], begun)
    for scene, agreement_id, number in sorted(both, key=lambda act: act[0].on):
        if number >= reached[agreement_id]:
            clock.move_to(scene.on)
            about = agreement_id if number else None
            yield scene, system.service.act(scene.actor, scene.request, about, on_version=number)


def play_rounded(system: System, clock: MovableClock, life: Agreement) -> AgreementId:
    """Let the year after a life begin with rounded figures, in a database of its own; says its agreement."""
    for person in next_year.SIGNATORIES:
        system.service.register(person)
    about: AgreementId | None = None
    for number, scene in enumerate(rounded.next_year_rounded(life)):
        clock.move_to(scene.on)
        about = system.service.act(scene.actor, scene.request, about, on_version=number).agreement_id
    assert about is not None
    return about


def done(system: System, terms: Terms) -> int:
    """How many acts of the served sample are recorded."""
    return sum(len(system.journal.records(one)) for one in _both(terms))


def _both(terms: Terms) -> tuple[AgreementId, AgreementId]:
    later = terms.model_copy(update={"year": next_year.YEAR})
    return agreement_id_of(terms, 1), agreement_id_of(later, 1)


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

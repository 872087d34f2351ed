"""The sample's own database, with the sample's life in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from rich.progress import track

from application.acting.service import agreement_id_of
from interfaces.bootstrap import sample_system
from interfaces.cli.console import console
from interfaces.sample.play import MovableClock, play, scenes
from interfaces.sample.terms import heidekreis_2026


@contextmanager
def filled() -> Iterator[None]:
    """The sample's database up until the end, played to its end before; an interrupted play goes on."""
    clock = MovableClock(date(2026, 1, 1))
    with sample_system(clock) as system:
        terms, err = heidekreis_2026(), console(stderr=True)
        done = len(system.journal.records(agreement_id_of(terms, 1)))
        left = len(scenes(terms)) - done
        if left > 0:
            for _ in track(play(system, clock, terms, done), "Beispiel", left, console=err, transient=True):
                pass
        yield

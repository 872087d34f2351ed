"""The sample's own database, with the sample's life in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from rich.progress import track

from interfaces.bootstrap import sample_system
from interfaces.cli.console import console
from interfaces.sample import next_year
from interfaces.sample.play import MovableClock, done, play_served, scenes
from interfaces.sample.terms import heidekreis_2026


@contextmanager
def filled() -> Iterator[None]:
    """The sample's database up until the end, played before as far as it goes; an interrupted play goes on."""
    clock = MovableClock(date(2026, 1, 1))
    with sample_system(clock) as system:
        terms, err = heidekreis_2026(), console(stderr=True)
        left = len(scenes(terms)) + next_year.ACTS - done(system, terms)
        if left > 0:
            for _ in track(play_served(system, clock, terms), "Beispiel", left, console=err, transient=True):
                pass
        yield

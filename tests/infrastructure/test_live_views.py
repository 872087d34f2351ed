"""Views that are read on in any steps, by followers that forget and come again, are the views formed anew."""

from random import Random

import pytest

from infrastructure import case_store
from infrastructure.journal import Journal
from infrastructure.projector import Views
from infrastructure.proofs.view_check import ViewCheck
from tests.application.lives import recorded
from tests.application.random_lives import random_life
from tests.infrastructure.following_views import append, assert_equal_to_a_rebuild
from tests.postgres import Database


@pytest.mark.parametrize("seed", range(4))
def test_after_random_acts_live_rows_equal_rows_formed_anew(
    journal: Journal, database: Database, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = Random(seed)
    monkeypatch.setattr(case_store, "STORED_EVERY", chance.choice((1, 3, 1000)))
    monkeypatch.setattr(case_store, "KEPT", chance.choice((1, 256)))
    lives = [recorded(*random_life(10 * seed + n), county=f"kreis-{n}") for n in range(3)]
    views = Views(journal, "test")
    while any(lives):
        life = chance.choice([life for life in lives if life])
        steps = chance.randrange(1, 6)
        together, life[:] = life[:steps], life[steps:]
        append(journal, together)
        if chance.random() < 0.7:
            views.catch_up()
        if chance.random() < 0.3:
            views = Views(journal, "test")
    views.catch_up()
    with journal.recorder.datastore.get_connection() as connection, connection.transaction():
        assert not list(ViewCheck(connection, "test").faults(journal.head()))
    assert_equal_to_a_rebuild(journal, database.owner_url)

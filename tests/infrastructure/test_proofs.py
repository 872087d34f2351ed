"""Proofs from the stored tree: the same as from the whole list of leaves, and only about what is there."""

from collections.abc import Callable
from typing import Any

import pytest

from application.proofs.merkle import consistent, root_of_leaf
from application.proofs.proofs import Proofs
from domain.rulebook.proofs import OUTSIDE_THE_LOG
from domain.rules import Refused
from infrastructure.journal import Journal
from infrastructure.proofs import stored_tree as tree
from infrastructure.proofs.stored_tree import StoredLog
from tests.infrastructure.drafts import NOON, a_draft
from tests.infrastructure.log import rows

SIZE = 39


@pytest.fixture
def proofs(journal: Journal) -> Proofs:
    journal.append([a_draft(version=version) for version in range(1, SIZE + 1)], now=NOON)
    return Proofs(StoredLog(journal.recorder.datastore))


@pytest.fixture
def leaves(proofs: Proofs, owner_url: str) -> list[bytes]:
    entries = rows(owner_url, "SELECT state FROM zielsteuerung.stored_events ORDER BY notification_id")
    return [tree.leaf_hash(state) for (state,) in entries]


def test_every_entry_is_proven_at_every_size(proofs: Proofs, leaves: list[bytes]) -> None:
    for size in range(1, SIZE + 1):
        root = tree.root(leaves[:size])
        assert proofs.root(size) == root
        paths = proofs.inclusions(range(1, size + 1), size)
        assert [root_of_leaf(leaf, index, size, paths[index]) for index, leaf in enumerate(leaves[:size])] == [
            root
        ] * size
    assert [proofs.leaf(position) for position in range(1, SIZE + 1)] == leaves
    assert proofs.inclusion(7, SIZE) == proofs.inclusions([7], SIZE)[0]


def test_growth_is_proven_between_every_two_sizes(proofs: Proofs, leaves: list[bytes]) -> None:
    roots = [tree.root(leaves[:size]) for size in range(SIZE + 1)]
    for second in range(1, SIZE + 1):
        for first in range(second + 1):
            assert consistent(first, second, roots[first], roots[second], proofs.consistency(first, second))


@pytest.mark.parametrize(
    "ask",
    [
        lambda proofs: proofs.inclusion(0, SIZE),
        lambda proofs: proofs.inclusion(SIZE + 1, SIZE + 1),
        lambda proofs: proofs.inclusion(1, SIZE + 1),
        lambda proofs: proofs.inclusion(5, 4),
        lambda proofs: proofs.consistency(1, SIZE + 1),
        lambda proofs: proofs.consistency(SIZE + 1, SIZE + 1),
        lambda proofs: proofs.consistency(0, SIZE + 1),
        lambda proofs: proofs.consistency(5, 4),
        lambda proofs: proofs.consistency(-1, 4),
        lambda proofs: proofs.root(SIZE + 1),
        lambda proofs: proofs.leaf(0),
        lambda proofs: proofs.leaf(SIZE + 1),
    ],
)
def test_what_is_not_in_the_log_is_not_proven(proofs: Proofs, ask: Callable[[Proofs], Any]) -> None:
    with pytest.raises(Refused) as refused:
        ask(proofs)
    assert [finding.rule for finding in refused.value.findings] == [OUTSIDE_THE_LOG.code]
    assert f"{SIZE} Einträge" in str(refused.value)


def test_an_empty_log_has_the_root_of_nothing(journal: Journal) -> None:
    assert Proofs(StoredLog(journal.recorder.datastore)).root(0) == tree.root([])

"""Views and the index of entries say by their version that rows of the same log are others, or old ones would stay."""

from collections.abc import Iterable
from dataclasses import astuple
from datetime import date
from hashlib import sha256

from application.history.index import RULES, found_by_in_life
from application.lists.stored_view import Version, rows_formed
from application.stored_views import VIEWS
from domain.values import canonical
from infrastructure.database import Database as Opened
from infrastructure.entry_index import row_of
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.play import MovableClock, play
from interfaces.sample.terms import heidekreis_2026
from tests.domain.one_life import WHOLE, lived

SAMPLE = {
    "overview": ("4.1", "8081c05766256b75a7e27cf0bc17efe222b57563451579df2ef809eb1b5dac28"),
    "circumstances": ("1.1", "0e268b92e711280f949c308d1c252fbbc72331d6df277c5692de4f5cacaab2c0"),
    "due": ("2.5", "16c6ea639e1d5280416725a1e194553310ef713fb15278383318a13d243030b8"),
    "comparison": ("4.1", "1ae2a2f196fef13e7f269b8bb13803c401d67543c66e06ddd3df22cee08e6f20"),
}
"""Each view's version, and the SHA-256 of all rows it ever held of the sample.

Another digest needs another version: `shape` goes up where rows are written or found otherwise, else `rules`.
"""


INDEX = (1, "1e1d32de2e2afc8324f91e97e9c8c721773aae3999670c7fb69a69e5e69ffc5e")
"""The rules of the index of entries, and the SHA-256 of its rows of a life with nearly every fact.

Another digest of the same life needs other rules (`RULES` goes up).
"""


def digest(rows: Iterable[Version]) -> str:
    """The SHA-256 of every row with its positions and what it is found by."""
    told = [canonical([one.key, one.from_position, one.to_position, *astuple(one.content)]) for one in rows]
    return sha256(b"\n".join(sorted(told))).hexdigest()


def test_rows_of_the_index_of_entries_are_those_of_its_declared_rules() -> None:
    life = lived(*WHOLE)[-1].records
    rows = [repr([str(value) for value in row_of(*one)]) for one in zip(life, found_by_in_life(life), strict=True)]
    assert (RULES, sha256("\n".join(rows).encode()).hexdigest()) == INDEX


def test_rows_of_the_sample_are_those_of_the_declared_versions(opened_database: Opened) -> None:
    clock = MovableClock(date(2026, 1, 1))
    system = System(opened_database, clock, PassingKeys())
    *_, (_, receipt) = play(system, clock, heidekreis_2026())
    rows = rows_formed(VIEWS, system.journal.records(receipt.agreement_id))
    assert {view.name: (view.version, digest(rows[view.name])) for view in VIEWS} == SAMPLE

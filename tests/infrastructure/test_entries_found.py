"""Whatever is asked for, the index of entries looks at few rows beside those it finds."""

from datetime import date
from uuid import UUID

import psycopg
import pytest

from application.history.filters import HistoryFilter
from application.history.index import RULES
from application.ports import Selection
from domain.record import Role
from infrastructure import entry_index
from infrastructure.database import Database as Opened
from infrastructure.entry_index import EntryTable
from tests.postgres import Database

ENTRIES, AGREEMENTS, WALKED, SHOWN, FEW = 20_000, 100, 1_000, 10, 1_600
FILLED = """
INSERT INTO zielsteuerung.entry_index SELECT n, 's' || mod(n, %(agreements)s),
    (ARRAY['DialogHeld', 'FiguresDelivered', 'FiguresReleased', 'CircumstanceNoted'])[1 + mod(n, 4)],
    md5(n::text)::uuid,
    NULL, md5((n / 3)::text)::uuid, 'p' || mod(n, 800), (ARRAY['county', 'land'])[1 + mod(n, 2)], 'x',
    date '2026-01-01' + n / 1000, timestamptz '2026-01-01' + n * interval '1 minute', ARRAY[(1 + mod(n, 4))::text],
    ARRAY['III', 'III.' || mod(n, 5), CASE WHEN mod(n, 1000) = 0 THEN 'R' ELSE 'Q' END], '{}'
FROM generate_series(1, %(entries)s) AS n
"""
EVERYWHERE, OF_SOME = Selection(), Selection(streams=[f"s{number}" for number in range(30)])
NEVER = Selection(facts=["AgreementClosed"])


@pytest.fixture
def index(opened_database: Opened, database: Database, monkeypatch: pytest.MonkeyPatch) -> EntryTable:
    monkeypatch.setattr(entry_index, "WALKED", WALKED)
    with psycopg.connect(database.service_url, autocommit=True) as connection:
        connection.execute("SET ROLE zielsteuerung_service")
        connection.execute(FILLED, {"entries": ENTRIES, "agreements": AGREEMENTS})
        connection.execute("INSERT INTO zielsteuerung.entry_index_position VALUES (true, %s, %s)", [ENTRIES, RULES])
    with psycopg.connect(database.owner_url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE zielsteuerung.entry_index")
    return EntryTable(opened_database.journal)


def looked_at(index: EntryTable) -> int:
    """How many rows were read so far, found by an index or not."""
    with index._datastore.get_connection() as connection:
        connection.execute("SELECT pg_stat_force_next_flush()")
    with index._datastore.get_connection() as connection:
        row = connection.execute(
            "SELECT seq_tup_read + idx_tup_fetch AS rows FROM pg_stat_user_tables WHERE relname = 'entry_index'"
        ).fetchone()
    assert row is not None
    return int(row["rows"])


ASKED = (
    HistoryFilter(role=Role.COUNTY),
    HistoryFilter(role=Role.AUDITOR),
    HistoryFilter(role=Role.AUDITOR, clause="III"),
    HistoryFilter(role=Role.LAND, clause="R"),
    HistoryFilter(clause="III.4"),
    HistoryFilter(clause="N.9"),
    HistoryFilter(goal="9"),
    HistoryFilter(actor="p3"),
    HistoryFilter(party="niemand"),
    HistoryFilter(party="x", role=Role.AUDITOR),
    HistoryFilter(finding="recorded-late"),
    HistoryFilter(causation_id=UUID(int=0)),
    HistoryFilter(occurred_from=date(2026, 1, 20), role=Role.AUDITOR),
)


@pytest.mark.parametrize("selection", [EVERYWHERE, OF_SOME, NEVER], ids=["everywhere", "of some", "never"])
def test_few_rows_are_looked_at_beside_those_found(index: EntryTable, selection: Selection) -> None:
    for filters in ASKED:
        before = looked_at(index)
        found = index.find(selection, filters, after=0, limit=SHOWN)
        assert looked_at(index) - before <= FEW, filters
        assert found.up_to == ENTRIES


def test_as_few_however_often_it_is_asked(index: EntryTable) -> None:
    for _ in range(15):
        before = looked_at(index)
        index.find(EVERYWHERE, HistoryFilter(role=Role.LAND, clause="R"), after=0, limit=SHOWN)
        assert looked_at(index) - before <= FEW


def test_what_is_found_by_walking_and_what_by_index_are_put_together_in_order(index: EntryTable) -> None:
    wanted = [position for position in range(4, ENTRIES + 1) if position % 5 == 4 and position % 800 == 4]
    for limit in (1, 5, 40):
        found = index.find(EVERYWHERE, HistoryFilter(clause="III.4", actor="p4"), after=3, limit=limit)
        assert list(found.positions) == wanted[:limit]

"""Writes an entry for each type of fact whose current shape has no file yet; never touches one that is there."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from domain.record import Provenance, Record
from domain.rules import Finding
from domain.values import canonical
from infrastructure.fact_schemas import CATALOGUE
from infrastructure.mapper import entry_of
from tests.infrastructure.strategies import example

for name, schema in CATALOGUE.schemas.items():
    path = Path(__file__).with_name(f"{name}.v{schema}.json")
    if not path.exists():
        record = Record(
            stream_id="03.03358.4.2026.1",
            version=1,
            event_id=UUID("0189d0aa-1111-7222-8333-444455556666"),
            occurred_on=date(2026, 3, 15),
            provenance=example(Provenance),
            findings=(Finding(rule="recorded-late", clause="N.1", says="Die Unterschrift wurde spät erfasst."),),
            software="0.1.0",
            fact=example(CATALOGUE.facts[name]),
            position=1,
            recorded_at=datetime(2026, 4, 1, 10, 30, 0, 123456, tzinfo=UTC),
        )
        path.write_bytes(canonical(entry_of(record, schema)))
        print(path.name)

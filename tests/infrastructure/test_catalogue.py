"""The catalogue: no fact forgotten, old shapes read for ever."""

import importlib
import json
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import Notification

import domain.facts
from domain.facts import FiguresRejected, FiguresReleased
from domain.record import Fact, Informing, Record
from domain.values import canonical
from infrastructure.fact_schemas import CATALOGUE, CHANGES, Catalogue
from infrastructure.mapper import EntryMapper, entry_of
from tests.domain.informing import examples
from tests.infrastructure.drafts import a_draft

SHAPES = Path(__file__).parent / "stored_shapes"
EVERY_SHAPE = [(name, schema) for name, current in CATALOGUE.schemas.items() for schema in range(1, current + 1)]

STORED_BY_EXAMPLES = {
    (type(example.fact).__name__, schema): entry for example in examples() for schema, entry in example.stored.items()
}


def classes_below(fact: type[Fact]) -> set[type[Fact]]:
    return {fact}.union(*map(classes_below, fact.__subclasses__()))


def test_every_fact_there_is_stands_in_the_catalogue() -> None:
    for module in pkgutil.iter_modules(domain.facts.__path__, "domain.facts."):
        importlib.import_module(module.name)
    facts = {each for each in classes_below(Fact) - {Fact, Informing} if each.__module__.startswith("domain.")}
    assert set(CATALOGUE.facts.values()) == facts


def test_changes_are_without_gap_and_about_known_facts() -> None:
    assert set(CHANGES) == {(name, schema) for name, schema in EVERY_SHAPE if schema < CATALOGUE.schemas[name]}


@pytest.mark.parametrize(("name", "schema"), EVERY_SHAPE)
def test_a_shape_once_stored_is_read_for_ever(name: str, schema: int) -> None:
    """The files hold one entry per shape and are never edited.

    For a new type or schema: `python -m tests.infrastructure.stored_shapes` writes the files that are missing.
    """
    stored = STORED_BY_EXAMPLES.get((name, schema)) or (SHAPES / f"{name}.v{schema}.json").read_bytes()
    record = EntryMapper().to_domain_event(Notification("any", 1, name, stored, id=1))
    assert isinstance(record, Record)
    assert type(record.fact).__name__ == name
    if schema == CATALOGUE.schemas[name]:
        assert canonical(entry_of(record, schema)) == stored


@pytest.mark.parametrize(("name", "schema"), EVERY_SHAPE)
def test_an_outline_is_the_record_without_its_content(name: str, schema: int) -> None:
    stored = STORED_BY_EXAMPLES.get((name, schema)) or (SHAPES / f"{name}.v{schema}.json").read_bytes()
    mapper, entry = EntryMapper(), Notification("any", 1, name, stored, id=1)
    record, outline = mapper.to_domain_event(entry), mapper.to_outline(entry)
    assert type(outline.fact) is type(record.fact)
    assert replace(outline, fact=record.fact) == record


@pytest.mark.parametrize("reader", [CATALOGUE.read, CATALOGUE.outline])
def test_an_entry_of_a_later_schema_is_not_read_whatever_it_says(reader: Callable[[str, bytes], object]) -> None:
    draft = a_draft(reason='heißt ,"schema":1, und ,"schema":2,')
    entry = entry_of(draft, 1) | {"recorded_at": "2026-03-15T12:00:00.000000Z"}
    reader("FiguresReleased", canonical(entry))
    with pytest.raises(LookupError):
        reader("FiguresReleased", canonical(entry | {"schema": 2}))


def test_no_stored_shape_is_without_a_type() -> None:
    files = {f"{name}.v{schema}.json" for name, schema in EVERY_SHAPE if (name, schema) not in STORED_BY_EXAMPLES}
    assert {path.name for path in SHAPES.glob("*.json")} == files


def test_older_shapes_are_brought_up_to_date_step_by_step() -> None:
    def with_id(fact: dict[str, Any]) -> dict[str, Any]:
        return {"id": fact["number"]}

    def with_delivery(fact: dict[str, Any]) -> dict[str, Any]:
        return {"delivery_id": f"d-{fact['id']}"}

    catalogue = Catalogue(
        [FiguresReleased, FiguresRejected], {("FiguresReleased", 1): with_id, ("FiguresReleased", 2): with_delivery}
    )
    assert catalogue.schemas == {"FiguresReleased": 3, "FiguresRejected": 1}
    entry = entry_of(a_draft(), 1) | {"recorded_at": "2026-03-15T12:00:00.000000Z"}
    for schema, fact in ((1, {"number": 7}), (2, {"id": 7}), (3, {"delivery_id": "d-7"})):
        read = catalogue.read("FiguresReleased", canonical(entry | {"schema": schema, "fact": fact}))
        assert read["fact"] == FiguresReleased(delivery_id="d-7")
    with pytest.raises(LookupError):
        catalogue.read("FiguresReleased", canonical(entry | {"schema": 4, "fact": {"delivery_id": "d-7"}}))


def test_a_new_entry_carries_the_current_schema() -> None:
    catalogue = Catalogue([FiguresReleased], {("FiguresReleased", 1): lambda fact: fact})
    assert json.loads(EntryMapper(catalogue).to_stored_event(a_draft()).state)["schema"] == 2

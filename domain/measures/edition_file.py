"""Editions as data: the folder holds one TOML file per edition, formulas by name.

A measure or quantity names a paragraph of the ordinance or another source; its day of validity is the edition's unless
it has its own.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import resources
from typing import Any

from domain.measures.kinds import BaseQuantity, CatalogueEntry, Edition, Measure
from domain.measures.ripening import KNOWN_AFTER

FOLDER = resources.files(__package__) / "editions"
IN_FORCE_FROM = {("2019", date(2019, 3, 15)): date(2019, 3, 22)}
"""When an edition came into force whose file names the day it was issued; files are never edited. The amendment of
15.03.2019 appeared in BGBl. 2019 I no. 8 on 21.03. and is in force from the day after (buzer.de/gesetz/13345)."""
_OF_THE_ENTRY = ("place", "better", "by_sex", "accompanies", "valid_from")


def published_editions() -> Iterator[Edition]:
    """Every edition this software comes with, in the order of their names."""
    for name in sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".toml")):
        yield edition_of((FOLDER / name).read_text("utf-8"))


def edition_of(text: str) -> Edition:
    """The edition a file holds; raises ValueError for a key it does not know or a value it does not allow."""
    edition = tomllib.loads(text)
    edition["valid_from"] = IN_FORCE_FROM.get((edition["version"], edition["valid_from"]), edition["valid_from"])
    measures, quantities = edition.pop("measures"), edition.pop("quantities")
    return Edition(
        **edition,
        entries=tuple(_entry(edition, measure) for measure in measures),
        quantities=tuple(
            BaseQuantity(**_sourced(edition, quantity), known_after=KNOWN_AFTER.get(quantity["code"], 0))
            for quantity in quantities
        ),
    )


def _entry(edition: Mapping[str, Any], measure: Mapping[str, Any]) -> CatalogueEntry:
    sourced = _sourced(edition, measure)
    entry = {name: sourced.pop(name) for name in _OF_THE_ENTRY if name in sourced}
    return CatalogueEntry(measure=Measure(**sourced, version=edition["version"]), **entry)


def _sourced(edition: Mapping[str, Any], definition: Mapping[str, Any]) -> dict[str, Any]:
    """A definition with its source in words and its day of validity."""
    rest = dict(definition)
    paragraph = rest.pop("paragraph", None)
    source = {"source": f"{edition['title']}, {paragraph}"} if paragraph else {}
    return {"valid_from": edition["valid_from"], **source, **rest}

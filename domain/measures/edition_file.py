"""Editions as data: the folder holds one TOML file per edition, formulas by name.

A measure or quantity names a paragraph of the ordinance or another source; its day of validity is the edition's unless
it has its own.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from domain.measures.kinds import BaseQuantity, CatalogueEntry, Edition, Measure
from domain.measures.ripening import KNOWN_AFTER
from domain.reasons import Reason

FOLDER = resources.files(__package__) / "editions"
IN_FORCE_FROM = {("2019", date(2019, 3, 15)): date(2019, 3, 22)}
"""When an edition came into force whose file names the day it was issued; files are never edited. The amendment of
15.03.2019 appeared in BGBl. 2019 I no. 8 on 21.03. and is in force from the day after (buzer.de/gesetz/13345)."""
NAME, SOURCE = Reason("catalogue_name", "{of}"), Reason("catalogue_source", "{of}")
_OF_THE_ENTRY = ("place", "better", "by_sex", "accompanies", "valid_from")


@dataclass(frozen=True, slots=True)
class _InTheEdition:
    """A German text of an edition by its place there, such as 2019/measures/K2."""

    place: str
    german: str

    def __str__(self) -> str:
        return self.place

    def in_german(self) -> str:
        return self.german


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
            BaseQuantity(**_told(edition, "quantities", quantity), known_after=KNOWN_AFTER.get(quantity["code"], 0))
            for quantity in quantities
        ),
    )


def _entry(edition: Mapping[str, Any], measure: Mapping[str, Any]) -> CatalogueEntry:
    told = _told(edition, "measures", measure)
    entry = {name: told.pop(name) for name in _OF_THE_ENTRY if name in told}
    return CatalogueEntry(measure=Measure(**told, version=edition["version"]), **entry)


def _told(edition: Mapping[str, Any], kind: str, definition: Mapping[str, Any]) -> dict[str, Any]:
    """A definition with its day of validity, and its name and source in words that know their place."""
    rest = dict(definition)
    paragraph, place = rest.pop("paragraph", None), f"{edition['version']}/{kind}/{rest['code']}"
    source = f"{edition['title']}, {paragraph}" if paragraph else rest["source"]
    words = {
        "name": NAME.said(of=_InTheEdition(place, rest["name"])),
        "source": SOURCE.said(of=_InTheEdition(place, source)),
    }
    return {"valid_from": edition["valid_from"], **rest, **words}

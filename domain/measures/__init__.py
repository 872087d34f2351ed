"""Measures: key figures as versioned definitions, and every edition of their catalogue."""

from domain.measures.edition_file import published_editions
from domain.measures.kinds import (
    UNDIVIDED,
    BaseQuantity,
    Better,
    CatalogueEntry,
    Counted,
    Edition,
    Formula,
    Measure,
    MeasureCode,
    MeasureKind,
    Unit,
    Version,
)
from domain.measures.ripening import known_after

EDITIONS: dict[Version, Edition] = {edition.version: edition for edition in published_editions()}
"""Every version of the catalogue. No definition is ever edited; an amended ordinance becomes a version of its own."""
CATALOGUES: dict[Version, dict[MeasureCode, Measure]] = {
    version: edition.measures for version, edition in EDITIONS.items()
}
"""The measures of each version by code, as agreements pin them."""

__all__ = [
    "CATALOGUES",
    "EDITIONS",
    "UNDIVIDED",
    "BaseQuantity",
    "Better",
    "CatalogueEntry",
    "Counted",
    "Edition",
    "Formula",
    "Measure",
    "MeasureCode",
    "MeasureKind",
    "Unit",
    "Version",
    "known_after",
]

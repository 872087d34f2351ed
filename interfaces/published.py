"""Published facts on how figures are measured and checked, the same in every interface."""

from domain import formulas
from domain.figures import Form
from domain.measures import (
    EDITIONS,
    BaseQuantity,
    Better,
    CatalogueEntry,
    Edition,
    Measure,
    MeasureCode,
    MeasureKind,
    Version,
)
from domain.rulebook.file_checks import CHECKS, Check
from domain.values import Day, Frozen, Text, Words


class PublishedMeasure(Measure):
    """A measure of the catalogue, how its year-to-date value is formed, and what is known about it beside its formula.

    `better` is null where a value is neither good nor bad, but explains others.
    """

    formed_as: Words
    place: MeasureKind
    better: Better | None
    by_sex: bool
    accompanies: tuple[MeasureCode, ...]
    valid_from: Day


class CatalogueOfMeasures(Frozen):
    """An edition of the catalogue: its measures and the base quantities they are formed from."""

    version: Version
    title: Text
    valid_from: Day
    measures: tuple[PublishedMeasure, ...]
    quantities: tuple[BaseQuantity, ...]


class Measures(Frozen):
    """Every version of the catalogue of measures."""

    items: tuple[CatalogueOfMeasures, ...]


class FileChecks(Frozen):
    """Every check on files of figures, by number."""

    items: tuple[Check, ...]


def measures() -> Measures:
    """Every version of the catalogue of measures."""
    return Measures(items=tuple(map(_catalogue, EDITIONS.values())))


def file_checks() -> FileChecks:
    """Every check on files of figures."""
    return FileChecks(items=CHECKS)


def _catalogue(edition: Edition) -> CatalogueOfMeasures:
    return CatalogueOfMeasures(
        version=edition.version,
        title=edition.title,
        valid_from=edition.valid_from,
        measures=tuple(map(_measure, edition.entries)),
        quantities=edition.quantities,
    )


def _measure(entry: CatalogueEntry) -> PublishedMeasure:
    return PublishedMeasure(
        **dict(entry.measure),
        formed_as=formulas.said(entry.measure, Form.YEAR_TO_DATE),
        **{name: value for name, value in entry if name != "measure"},
    )

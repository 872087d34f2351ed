"""Vergleichstypen: groups of Jobcenter in similar surroundings, as far as a published source names them."""

from domain.parties import Ags
from domain.values import Frozen, Text, Year


class ComparisonType(Frozen):
    """The group of a Jobcenter, the year it was published for, and where."""

    label: Text
    year: Year
    source: Text


COMPARISON_TYPES: dict[Ags, ComparisonType] = {
    "03455": ComparisonType(label="IIc", year=2017, source="https://buergerinfo.friesland.de/to0050.asp?__ktonr=17118"),
}
"""By the county's AGS. Types are redrawn from time to time; who is not here is unknown to us, not without a type."""

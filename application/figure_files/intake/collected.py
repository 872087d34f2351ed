"""The figures in a file's rows, by carrier, load and series."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from domain.figures import Flag, Form
from domain.measures import MeasureCode, Version
from domain.terms import Sex
from domain.values import Month


class Figure(NamedTuple):
    """A figure as it stands in the file; the cell is None when the flag says why.

    `published` is the value beside a cell of numerator and denominator.
    """

    cell: str | None
    flag: Flag | None
    row: int
    published: str | None = None


class LoadKey(NamedTuple):
    """Carrier and load: its official key, or its number behind "Nr."; the report month is None where none is stated."""

    ags: str
    waited: int
    loaded_on: date
    report_month: Month | None


class SeriesKey(NamedTuple):
    """Which series of a load."""

    measure: MeasureCode
    form: Form
    sex: Sex


@dataclass(slots=True)
class SeriesRows:
    """A series' figures by month, the version of its definition as the file states it, and where it begins."""

    definition: Version | None
    row: int
    figures: dict[Month, Figure] = field(default_factory=dict)
    unread: set[Month] = field(default_factory=set)
    """Months whose figure stands in the file but could not be read."""
    whole: bool = False
    """Whether its numbers count persons or integrations, which are whole."""
    blank: bool = True
    """Whether no row says anything, not even that the figure is missing."""
    percent: int | None = None
    """The first row in which a number carries a percent sign."""
    euro: int | None = None
    """The first row in which a number carries a euro sign."""
    cut_rate: int | None = None
    """The first row in which a number may have been cut, if it is a rate."""
    cut: int | None = None
    """The first row in which a comma between two cells may have been the decimal sign of one number."""


Loads = dict[LoadKey, dict[SeriesKey, SeriesRows]]


@dataclass
class Collected:
    """Everything a file holds."""

    loads: Loads = field(default_factory=dict)
    rows: int = 0

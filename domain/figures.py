"""Figures as they were loaded: load states, series, loads."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from domain.german import german
from domain.measures import MeasureCode, Version
from domain.terms import Form, Sex
from domain.values import Day, Frozen, Month, Several, Text, shift

__all__ = ["Cell", "Flag", "Flagged", "Form", "Load", "LoadState", "Series", "SeriesNames"]

_PLAIN = r"[1-9][0-9]{0,17}"
CELL = rf"^-?(0|{_PLAIN})(\.[0-9]{{1,12}})?(/{_PLAIN}(\.[0-9]{{1,12}})?)?$"
Cell = Annotated[str, StringConstraints(pattern=CELL)]
"""A value in plain notation, or numerator/denominator, which may be a mean; a rate is given in percent."""


class Flag(StrEnum):
    """A remark on a single figure."""

    IMPUTED = "imputed"
    SUPPRESSED = "suppressed"
    MISSING = "missing"
    BACK_COMPUTED = "back_computed"


class Flagged(Frozen):
    """A month and what is to be known about its figure."""

    month: Month
    flag: Flag


class LoadState(Frozen):
    """Ladestand: which report month was loaded after how many months of waiting."""

    report_month: Month
    months_waited: Annotated[int, Field(strict=True, ge=0, le=24)]

    @property
    def key(self) -> tuple[Month, int]:
        """Month and wait, for looking up."""
        return self.report_month, self.months_waited

    def year_before(self) -> "LoadState":
        """The same load state one year earlier."""
        return self.in_year(int(self.report_month[:4]) - 1)

    def in_year(self, year: int) -> "LoadState":
        """The same load state of another year."""
        return load_state(f"{year}{self.report_month[4:]}", self.months_waited)

    def __str__(self) -> str:
        return f"{self.report_month} (t-{self.months_waited})"


@lru_cache(4096)
def load_state(report_month: Month, months_waited: int) -> LoadState:
    """A load state, made once."""
    return LoadState(report_month=report_month, months_waited=months_waited)


@dataclass(frozen=True, slots=True)
class SeriesNames:
    """Series by their keys: INT/monthly/total for machines, "INT Monatswert insgesamt" in sentences."""

    keys: tuple[tuple[MeasureCode, Form, Sex], ...]

    def __str__(self) -> str:
        return ", ".join("/".join(key) for key in self.keys)

    def in_german(self) -> str:
        """The words of a sentence."""
        return ", ".join(f"{measure} {german(form)} {german(sex)}" for measure, form, sex in self.keys)


class Series(Frozen):
    """A quantity over consecutive months from `first` on; null where a flag says why."""

    measure: MeasureCode
    form: Form = Form.MONTHLY
    sex: Literal[Sex.TOTAL, Sex.WOMEN, Sex.MEN] = Sex.TOTAL
    first: Month
    values: Several[Cell | None] = Field(min_length=1)
    flags: Several[Flagged] = ()
    definition: Version

    @property
    def last(self) -> Month:
        """The last month covered."""
        return shift(self.first, len(self.values) - 1)

    @property
    def name(self) -> "SeriesNames":
        """The series by its key, for sentences."""
        return SeriesNames(((self.measure, self.form, self.sex),))

    def at(self, month: Month) -> Cell | None:
        """The figure of a month; None when not delivered."""
        return self.over((month,))[0]

    def over(self, months: Sequence[Month]) -> tuple[Cell | None, ...]:
        """The figures of consecutive months; None where not delivered."""
        offset, number = _months_between(self.first, months[0]), len(self.values)
        if offset >= 0 and offset + len(months) <= number:
            return self.values[offset : offset + len(months)]
        return tuple(self.values[n] if 0 <= n < number else None for n in range(offset, offset + len(months)))


def _months_between(first: Month, month: Month) -> int:
    return (int(month[:4]) - int(first[:4])) * 12 + int(month[5:]) - int(first[5:])


class Load(Frozen):
    """Everything delivered on one day about the months up to one report month."""

    state: LoadState
    loaded_on: Day
    revision: Version
    """Revision of the statistic the figures belong to."""
    series: Several[Series] = Field(min_length=1)
    note: Text | None = None

    def find(self, measure: MeasureCode, form: Form, sex: Sex) -> Series | None:
        """The series of a quantity, or None."""
        for one in self.series:
            if one.measure == measure and one.form is form and one.sex is sex:
                return one
        return None

"""The template somebody asks for: of one load, of every load of a year, or with the figures of a delivery."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from application.figure_files.template import Cells, Wanted, of_load, of_year, template, usual_day
from domain.attainment import Attainment
from domain.figures import Load, LoadState
from domain.parties import Side
from domain.rulebook.figures import DAY_OF_NO_MONTH, MARKS_NEED_ROWS, NOT_OF_ONE, TEMPLATE_OF_ONE, UNKNOWN_DELIVERY
from domain.terms import Terms
from domain.values import DeliveryId, Month, span


@dataclass(frozen=True, slots=True)
class TemplateOf:
    """What a template is for: a month, a year or a delivery; and how it is laid out."""

    month: Month | None = None
    year: int | None = None
    delivery: DeliveryId | None = None
    loaded_on: date | None = None
    """The month's day of loading; the usual one unless said."""
    waited: int = 0
    wide: bool = False
    year_to_date: bool = False

    @property
    def name(self) -> str:
        """The month, year or delivery, as files are named by it."""
        return str(self.month or self.year or self.delivery or "")

    def rows(self, terms: Terms, attainment: Attainment) -> Iterator[Cells]:
        """The headings and rows; refuses none or several of the three, and a delivery that does not exist."""
        TEMPLATE_OF_ONE.refuse_if([self.month, self.year, self.delivery].count(None) != 2, why=NOT_OF_ONE)
        TEMPLATE_OF_ONE.refuse_if(self.loaded_on is not None and self.month is None, why=DAY_OF_NO_MONTH)
        ags = next(party.key for party in terms.parties if party.side is Side.COUNTY)
        if self.delivery is None:
            return template(terms, ags, self._loads(), wide=self.wide, year_to_date=self.year_to_date)
        if self.delivery not in attainment.delivered:
            UNKNOWN_DELIVERY.refuse(delivery=self.delivery)
        load = attainment.delivered[self.delivery].load
        TEMPLATE_OF_ONE.refuse_if(self.wide and _marks_figures(load), why=MARKS_NEED_ROWS)
        return of_load(terms, ags, load, wide=self.wide)

    def _loads(self) -> tuple[Wanted, ...]:
        if self.month is None:
            return of_year(self.year or 0, self.waited)
        loaded_on = self.loaded_on or usual_day(self.month, self.waited)
        return (Wanted(LoadState(report_month=self.month, months_waited=self.waited), loaded_on),)


def _marks_figures(load: Load) -> bool:
    """Whether a figure that is there bears a mark, as a projected one does."""
    return any(
        value is not None and month in {flag.month for flag in one.flags}
        for one in load.series
        for month, value in zip(span(one.first, one.last), one.values, strict=True)
    )

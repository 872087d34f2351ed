"""Invented figures for the sample: nothing here was ever counted by anybody."""

from datetime import date

from domain.figures import Load, LoadState, Series
from domain.measures import MeasureCode
from domain.measures.ripening import KNOWN_AFTER
from domain.terms import Sex
from domain.values import Month, shift, span, year_of

INVENTED = "Erfundene Beispielzahlen; für den Landkreis Heidekreis sind keine veröffentlicht"

# Base of January 2025, change a month, and change of the level from year to year, in per mille; all invented.
_PLANS: dict[MeasureCode, dict[Sex, tuple[int, int, int]]] = {
    "ELB": {Sex.WOMEN: (2610, -2, -14), Sex.MEN: (2330, -3, -16)},
    "INT": {Sex.WOMEN: (49, 4, 36), Sex.MEN: (66, 3, 44)},
    "INT_BD": {Sex.WOMEN: (22, 3, 40), Sex.MEN: (35, 3, 42)},
    "LZB": {Sex.WOMEN: (1790, -1, -27), Sex.MEN: (1545, -2, -25)},
    "LZB_4J": {Sex.WOMEN: (1120, 0, -12), Sex.MEN: (935, 0, -10)},
    "LLU": {Sex.WOMEN: (1204310, -1, -8), Sex.MEN: (1108760, -2, -11)},
    "AMP": {Sex.TOTAL: (612, 1, 6)},
    "AMP_FRAUEN": {Sex.TOTAL: (271, 2, 24)},
}
_SEASON = (0, -6, 2, 9, 14, 11, -12, -4, 16, 12, 5, -18)
"""By how many per mille times eight a month's integrations differ from the plan."""
_FIRST_REPORTED = {"INT": 925}
"""Share, in per mille, of the last month's figure that is known without waiting period."""


def invented_load(report_month: Month, loaded_on: date) -> Load:
    """A load without waiting period: every quantity by sex, from December before the year to the report month."""
    first = f"{year_of(report_month) - 1}-12"
    return Load(
        state=LoadState(report_month=report_month, months_waited=0),
        loaded_on=loaded_on,
        revision="original",
        series=tuple(
            _series(quantity, sex, first, report_month)
            for quantity in _PLANS
            for sex in (Sex.TOTAL, *(sex for sex in (Sex.WOMEN, Sex.MEN) if sex in _PLANS[quantity]))
            if last_known(quantity, report_month) >= first
        ),
        note=INVENTED,
    )


def last_known(quantity: MeasureCode, report_month: Month) -> Month:
    """The last month a load without waiting period can know of: whether need is covered shows three months later."""
    return shift(report_month, -KNOWN_AFTER.get(quantity, 0))


def _series(quantity: MeasureCode, sex: Sex, first: Month, last: Month) -> Series:
    months = span(first, last_known(quantity, last))
    values = tuple(str(_figure(quantity, sex, month, month == last)) for month in months)
    return Series.model_validate(
        {"measure": quantity, "sex": sex, "first": first, "values": values, "definition": "2019"}
    )


def _figure(quantity: MeasureCode, sex: Sex, month: Month, just_reported: bool) -> int:
    if sex not in _PLANS[quantity]:
        return sum(_figure(quantity, one, month, just_reported) for one in (Sex.WOMEN, Sex.MEN))
    base, monthly, yearly = _PLANS[quantity][sex]
    number = int(month[5:])
    years = max(0, year_of(month) - 2025)
    level: int = base * (1000 + yearly) ** years * (1000 + monthly * number)
    season = 1000 + (8 * _SEASON[number - 1] if quantity.startswith("INT") else 0)
    reported = _FIRST_REPORTED.get(quantity, 1000) if just_reported else 1000
    scale: int = 1000 ** (3 + years)
    return level * season * reported // scale


def loaded_on(report_month: Month) -> date:
    """The invented day of loading: the 16th of the following month."""
    return date.fromisoformat(f"{shift(report_month, 1)}-16")

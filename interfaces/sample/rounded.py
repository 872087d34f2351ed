"""The sample's next year with figures as a table prints them: the rate of integrations in decimals alone."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from application.acting.carry_over import carried_over
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.bare_values import Delivered
from domain.figures import Load, Series
from domain.measures import CATALOGUES
from domain.state import Agreement
from domain.terms import Form, Sex
from domain.values import Month, sha256_of
from domain.year_to_date import formed
from interfaces.sample.cast import DESK, REVIEW, Scene
from interfaces.sample.figures import INVENTED, invented_load, loaded_on
from interfaces.sample.next_year import BEGINS, YEAR, signing

ROUNDED = f"{INVENTED}; die Integrationsquote nur gerundet, wie eine Tabelle sie nennt"
MONTHS = ("2026-02", "2027-02")
SIGNED = date(2027, 2, 16)
DECIMALS = 1
_COUNTED = frozenset({"INT", "INT_BD"})


def next_year_rounded(agreement: Agreement) -> tuple[Scene, ...]:
    """The agreement drafted from the one before, signed, and two loads whose rate of integrations is rounded."""
    drafted = carried_over(agreement, YEAR, BEGINS).request
    return (
        Scene(BEGINS, DESK, drafted),
        *signing(sha256_of(drafted.terms)),
        *(scene for month in MONTHS for scene in _figures(month)),
    )


def _figures(month: Month) -> Iterator[Scene]:
    day, delivery = max(loaded_on(month), SIGNED), f"ladung-{month}-t0"
    load = rounded_load(month)
    yield Scene(day, DESK, DeliverFigures(occurred_on=day, delivery_id=delivery, load=load, reason=ROUNDED))
    yield Scene(day, REVIEW, ReleaseFigures(occurred_on=day, delivery_id=delivery))


def rounded_load(month: Month) -> Load:
    """The invented load of a month with K2 in decimals in place of the integrations it is made of."""
    load = invented_load(month, loaded_on(month))
    counted = Delivered(delivery_id="gezaehlt", event_id=UUID(int=0), load=load)
    rates = tuple(_rate(counted, sex) for sex in (Sex.TOTAL, Sex.WOMEN, Sex.MEN))
    others = tuple(one for one in load.series if one.measure not in _COUNTED)
    return load.model_copy(update={"series": (*others, *rates), "note": ROUNDED})


def _rate(counted: Delivered, sex: Sex) -> Series:
    month = counted.load.state.report_month
    value = formed(counted, CATALOGUES["2019"]["K2"], sex, Form.YEAR_TO_DATE, DECIMALS)
    return Series.model_validate(
        {
            "measure": "K2",
            "form": Form.YEAR_TO_DATE,
            "sex": sex,
            "first": month,
            "values": (str(value.rounded),),
            "definition": "2019",
        }
    )

"""Parts of sentences about results that are the same in every language: what is named, before anybody words it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from domain.figures import Form
from domain.formulas import form_in_the_ordinance
from domain.measures import EDITIONS, MeasureKind
from domain.results import LineResult, Outlook
from domain.terms import Quantity
from domain.values import DeliveryId, decimals_of, rounded
from domain.year_to_date import Input, Value


def required(line: LineResult) -> Decimal | None:
    """The measure's value at which a bound stated as a change holds, rounded; None for other bounds."""
    made = line.derivation
    if line.gap is None or made is None or made.compared.quantity is Quantity.LEVEL:
        return None
    return rounded(Fraction(line.gap.required), decimals_of(made.current.rounded))


def other_form(line: LineResult) -> Form | None:
    """The form the ordinance gives the figure, where this line has another; None where it does not know it."""
    edition = EDITIONS.get(line.derivation.catalogue) if line.derivation else None
    entry = edition.entry(line.measure) if edition else None
    if entry is None or entry.place is MeasureKind.OUTSIDE:
        return None
    form = form_in_the_ordinance(entry.measure.formula)
    return None if form is line.form else form


def division(formed: Value) -> tuple[Decimal, Decimal] | None:
    """What a value divides, as people read it; None where nothing divides."""
    if formed.numerator is None or formed.denominator in {None, "1"}:
        return None
    return _short(formed.numerator), _short(formed.denominator or "1")


def _short(exact: str) -> Decimal:
    number = Fraction(exact)
    return rounded(number, 0 if number.denominator == 1 else 1)


def inputs(line: LineResult) -> Mapping[DeliveryId, Sequence[Input]]:
    """Every delivery that entered a result, with the series of it that did."""
    pairs = [pair for pair in (line.derivation, *line.by_sex) if pair]
    used = [line.alone, *(value for pair in pairs for value in (pair.current, pair.baseline))]
    singles = [single for formed in used if formed for single in (formed.parts or (formed,))]
    deliveries: dict[DeliveryId, list[Input]] = {}
    for entered in (entered for single in singles for entered in single.inputs):
        deliveries.setdefault(entered.delivery_id, []).append(entered)
    return deliveries


def settled(found: Outlook) -> bool:
    """Whether the months left can change nothing any more: they bring no less than nothing."""
    each = Fraction(found.per_month)
    return each < 0 or (each == 0 and found.strict is not found.upwards)

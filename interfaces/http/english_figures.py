"""English sentences about results, beside the German ones of interfaces/german."""

from collections.abc import Sequence
from decimal import Decimal

from domain.attainment import LineState
from domain.figures import LoadState
from domain.measures import Unit
from domain.results import BySex, Compared, Derivation, Gap, LineResult
from domain.terms import Bound, Comparator, Form, LineKind, Quantity, Sex
from domain.year_to_date import Input, Value
from interfaces import result_parts
from interfaces.http.english import english, word
from interfaces.http.phrases import phrase

_DECIDES = {
    "exact": "the exact value decides",
    "rounded": "the rounded value decides",
    "not_agreed": "whether the exact or the rounded value decides is not agreed",
}
_UNITS = {Unit.PERCENT: " %", Unit.PERCENTAGE_POINTS: " percentage points", Unit.EUR: " EUR"}
_ONE = {
    Unit.PERSONS: "person",
    Unit.INTEGRATIONS: "integration",
    Unit.HOUSEHOLDS: "household",
    Unit.VOUCHERS: "voucher",
}
"""One of what is counted."""


def amount(value: Decimal, unit: Unit, *, signed: bool = False) -> str:
    """A number with its unit; whole numbers lose an empty decimal unless they are rates."""
    if (unit is Unit.EUR or unit in _ONE) and value == value.to_integral_value():
        value = value.to_integral_value()
    sign = "+" if signed and value > 0 else ""
    named = _ONE[unit] if unit in _ONE and abs(value) == 1 else word(unit)
    return f"{sign}{value:,f}{_UNITS.get(unit) or f' {named}'}"


def load_state(state: LoadState | None) -> str:
    """A load state in words."""
    if state is None:
        return "without a delivery"
    return f"{state.report_month} {waiting(state.months_waited)}"


def waiting(months: int) -> str:
    """For how long values have waited."""
    return f"after {number(months, 'month', 'months')} of waiting" if months else "without waiting"


def number(of: int, one: str, several: str) -> str:
    """So many of something, in its form for one or for several."""
    return f"{of} {one if of == 1 else several}"


def single(formed: Value) -> str:
    """A value alone, rounded."""
    return amount(formed.rounded, formed.unit)


def derivation(line: LineResult) -> str:
    """How a line's state came about, as one paragraph with the numbers in it."""
    made = line.derivation
    if made is None:
        return _underived(line)
    said = [
        f"{_measure(line)}, {word(line.form)}, {load_state(made.current.load_state)}{_up_to(made.current)}:"
        f" {_value(made.current)}."
    ]
    if made.baseline:
        before = f"Year {line.base_year}" if line.base_year else "Year before"
        before += f", {load_state(made.baseline.load_state)}{_up_to(made.baseline)}"
        said.append(f"{before}: {_value(made.baseline)}.")
    if made.compared.quantity is not Quantity.LEVEL:
        said.append(f"{phrase(made.compared.formula)} = {_held(made.compared)}.")
    if line.bound:
        why = line.not_assessable_because
        stands = f": {phrase(why).rstrip('.')}" if why else f", {_gap(line.gap, line)}"
        said.append(f"Agreed: {_bound(line, line.bound)}{_needed(line)}; {_state(line)}{stands}.")
    else:
        said.append(f"Without a target: {word(line.state)}.")
    said += [f"{word(one.sex).capitalize()}: {_value(one.current)}{_change(one)}." for one in line.by_sex]
    if line.rounding_sensitive:
        said.append(_rounding(line))
    said += [f"Finding: {english(finding)}" for finding in line.findings]
    return f"{' '.join(said)} From: {_sources(line).rstrip('.')}. {_by_what(made, _other_form(line))}"


def _underived(line: LineResult) -> str:
    """Why nothing is compared, and the current value where there is one."""
    why = phrase(line.not_assessable_because or "")
    if line.alone is None:
        return f"{_named(line)}: {word(line.state)}. {why}".strip()
    found = f"{_named(line)}, {load_state(line.alone.load_state)}: {_value(line.alone)}."
    noticed = [f"Finding: {english(finding)}" for finding in line.findings]
    stands = [f"{word(line.state).capitalize()}: {why}", *noticed, f"From: {_sources(line).rstrip('.')}."]
    return f"{found} {' '.join(stands)} By: {phrase(line.alone.source)}."


def _measure(line: LineResult) -> str:
    return _with(line, _sex(line))


def _named(line: LineResult) -> str:
    """The name with all that is not as usual, where no value tells it: form, year compared with, wait."""
    form = [] if line.form is Form.YEAR_TO_DATE else [word(line.form)]
    year = [f"compared with {line.base_year}"] if line.base_year else []
    wait = [] if line.months_waited is None else [waiting(line.months_waited)]
    return _with(line, [*_sex(line), *form, *year, *wait])


def _sex(line: LineResult) -> list[str]:
    return [] if line.sex is Sex.TOTAL else [word(line.sex)]


def _with(line: LineResult, details: Sequence[str]) -> str:
    name = phrase(line.measure_name)
    return f"{name} ({', '.join(details)})" if details else name


def _state(line: LineResult) -> str:
    caveats = ", ".join(map(word, line.caveats))
    return f"{word(line.state)} ({caveats})" if caveats else word(line.state)


def _up_to(formed: Value) -> str:
    return f", months up to {formed.month}, later ones are not known yet" if formed.month else ""


def _held(result: Compared) -> str:
    return amount(result.rounded, result.unit, signed=result.quantity is not Quantity.LEVEL)


def _bound(line: LineResult, found: Bound) -> str:
    signed = line.quantity is not Quantity.LEVEL
    said = f"{word(found.comparator)} {amount(found.value, found.unit, signed=signed)}"
    if found.names is not None:
        decides = ", the number decides" if found.names.decides else ""
        said += f" (to {amount(found.names.value, found.names.unit)}{decides})"
    return f"{said} (interim)" if line.interim else said


def _gap(found: Gap | None, line: LineResult) -> str:
    if found is None or line.bound is None or line.state is LineState.ROUNDING_OPEN:
        return "–"
    if line.state not in {LineState.OFF_COURSE, LineState.NOT_AS_EXPECTED}:
        return f"reserve {amount(-found.rounded, found.unit)}" if found.rounded < 0 else "no reserve"
    size = amount(found.rounded, found.unit)
    if found.whole is not None and found.unit is not Unit.EUR:
        size = amount(Decimal(found.whole), found.unit)
    upwards = line.bound.comparator in {Comparator.AT_LEAST, Comparator.MORE_THAN}
    return f"{size} missing" if upwards else f"{size} too many"


def _needed(line: LineResult) -> str:
    required = result_parts.required(line)
    if required is None or line.derivation is None:
        return ""
    return f", which is {amount(required, line.derivation.current.unit)}"


def _other_form(line: LineResult) -> str:
    """The form the ordinance gives the figure, where this line has another."""
    form = result_parts.other_form(line)
    return f" (there as {word(form)}, here as {word(line.form)})" if form else ""


def _by_what(made: Derivation, form: str) -> str:
    version = f"version of the key figures {made.catalogue}, terms in version {made.terms_version}"
    return f"By: {phrase(made.current.source)}{form}; {version}; {_DECIDES[made.rounding.decides]}."


def _change(one: BySex) -> str:
    if one.compared.quantity is Quantity.LEVEL:
        return ""
    return f", {amount(one.compared.rounded, one.compared.unit, signed=True)}"


def _rounding(line: LineResult) -> str:
    if line.state is LineState.ROUNDING_OPEN and line.kind is LineKind.EXPECTED:
        return "Whether the exact or the rounded value counts is not agreed."
    if line.state is LineState.ROUNDING_OPEN:
        return "The final assessment has to decide, with its reason, whether the exact or the rounded value counts."
    if line.derivation and line.derivation.rounding.decides == "rounded":
        return "Unrounded, the result would be another; the rounded value decides."
    return "Rounded, the result would be another; the exact value decides."


def _value(formed: Value) -> str:
    """A value with numerator, denominator and formula."""
    result, formula = single(formed), phrase(formed.formula)
    if formed.parts:
        men, women = formed.parts
        return f"{result} ({formula}: {_value(men)}; {_value(women)})"
    divided = result_parts.division(formed)
    return f"{divided[0]:,f} ÷ {divided[1]:,f} = {result} ({formula})" if divided else f"{result} ({formula})"


def _sources(line: LineResult) -> str:
    """Every delivery that entered, with its series, their flags, and its note as it was written."""
    return "; ".join(_source(delivery, inputs) for delivery, inputs in result_parts.inputs(line).items())


def _source(delivery: str, inputs: Sequence[Input]) -> str:
    series = ", ".join(dict.fromkeys(map(_series, inputs)))
    note = f" – {inputs[0].note}" if inputs[0].note else ""
    return f"delivery {delivery} ({series}){note}"


def _series(entered: Input) -> str:
    months = f"{entered.months[0]}…{entered.months[-1]}" if len(entered.months) > 1 else entered.months[0]
    flags = "".join(f", {flag.month} {word(flag.flag)}" for flag in entered.flags)
    return f"{entered.measure} {word(entered.sex)} {months}{flags}"

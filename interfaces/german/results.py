"""German sentences about results, for everything that people read."""

from collections.abc import Sequence
from decimal import Decimal

from domain.attainment import LineState, in_words
from domain.figures import LoadState
from domain.german import german, spoken
from domain.measures import Unit
from domain.results import BySex, Compared, Derivation, Gap, LineResult, PublishedRate
from domain.terms import Bound, Comparator, LineKind, Quantity, Sex
from domain.year_to_date import Input, Value
from interfaces import result_parts
from interfaces.german import naming, numbers

DECIDES = {
    "exact": "es entscheidet der genaue Wert",
    "rounded": "es entscheidet der gerundete Wert",
    "not_agreed": "ob der genaue oder der gerundete Wert entscheidet, ist nicht vereinbart",
}
_UNITS = {"percent": " %", "percentage_points": " Prozentpunkte", "EUR": " Euro"}
_ONE = {
    "persons": "Person",
    "integrations": "Integration",
    "households": "Bedarfsgemeinschaft",
    "vouchers": "Gutschein",
}
"""One of what is counted."""


def amount(value: Decimal, unit: str, *, signed: bool = False) -> str:
    """A number with its unit; whole numbers lose an empty decimal unless they are rates."""
    if (unit == "EUR" or unit in _ONE) and value == value.to_integral_value():
        value = value.to_integral_value()
    sign = "+" if signed and value > 0 else ""
    named = _ONE[unit] if unit in _ONE and abs(value) == 1 else german(unit)
    return f"{sign}{spoken(value)}{_UNITS.get(unit) or f' {named}'}"


def load_state(state: LoadState | None) -> str:
    """A load state in words, as everywhere: Mai 2026 ohne Wartezeit."""
    return numbers.load_state(state) if state else "ohne Lieferung"


def measure(line: LineResult) -> str:
    """A line's measure and whom it covers."""
    return line.measure_name if line.sex is Sex.TOTAL else f"{line.measure_name} ({german(line.sex)})"


def bound(line: LineResult) -> str:
    """A line's bound in words; a dash without one."""
    if line.bound is None:
        return "–"
    return f"{agreed(line.bound, line.quantity)}{' (Zwischenwert)' if line.interim else ''}"


def agreed(found: Bound, quantity: Quantity) -> str:
    """A bound in words; with its sign when it says a change, and with the number it names."""
    said = f"{german(found.comparator)} {amount(found.value, found.unit, signed=quantity is not Quantity.LEVEL)}"
    if found.names is None:
        return said
    decides = ", die Zahl entscheidet" if found.names.decides else ""
    return f"{said} (auf {amount(found.names.value, found.names.unit)}{decides})"


def compared(line: LineResult) -> str:
    """The value held against the bound, rounded."""
    if line.derivation is None:
        return "–"
    return held(line.derivation.compared)


def held(result: Compared) -> str:
    """The compared value, rounded; with its sign when it is a change."""
    return amount(result.rounded, result.unit, signed=result.quantity is not Quantity.LEVEL)


def published(rate: PublishedRate) -> str:
    """A rate as the statistic published it, and after which wait."""
    return f"{amount(Decimal(rate.delivered), Unit.PERCENT)} ({numbers.waited(rate.load_state)})"


def single(formed: Value | None) -> str:
    """A value alone, rounded; a dash without one."""
    return amount(formed.rounded, formed.unit) if formed else "–"


def gap(found: Gap | None, line: LineResult) -> str:
    """The gap to a line's bound, or the reserve."""
    return gap_to(found, line.bound, line.state)


def gap_to(found: Gap | None, limit: Bound | None, state: LineState) -> str:
    """The gap to a bound, or the reserve."""
    if found is None or limit is None or state is LineState.ROUNDING_OPEN:
        return "–"
    upwards = limit.comparator in {Comparator.AT_LEAST, Comparator.MORE_THAN}
    if state not in {LineState.OFF_COURSE, LineState.NOT_AS_EXPECTED}:
        return f"Reserve {amount(-found.rounded, found.unit)}" if found.rounded < 0 else "keine Reserve"
    if found.whole is not None and found.unit is not Unit.EUR:
        size = amount(Decimal(found.whole), found.unit)
        return f"{'es fehlt' if found.whole == 1 else 'es fehlen'} {size}" if upwards else f"{size} zu viel"
    size = amount(found.rounded, found.unit)
    return f"es fehlen {size}" if upwards else f"{size} zu viel"


def number(of: int, one: str, several: str) -> str:
    """So many of something, in its form for one or for several."""
    return f"{of} {one if of == 1 else several}"


def deliveries(of: int) -> str:
    """So many deliveries."""
    return number(of, "Lieferung", "Lieferungen")


def derivation(line: LineResult) -> str:
    """How a line's state came about, as one paragraph with the numbers in it."""
    if line.derivation is None:
        return _underived(line)
    current, baseline = line.derivation.current, line.derivation.baseline
    said = [
        f"{measure(line)}, {german(line.form)}, {load_state(current.load_state)}{_up_to(current)}: {value(current)}."
    ]
    if baseline:
        said.append(
            f"{naming.year_compared(line)}, {load_state(baseline.load_state)}{_up_to(baseline)}: {value(baseline)}."
        )
    if line.derivation.compared.quantity is not Quantity.LEVEL:
        said.append(f"{line.derivation.compared.formula} = {compared(line)}.")
    if line.bound:
        why = numbers.spoken(line.not_assessable_because or "")
        stands = f": {why.rstrip('.')}" if why else f", {gap(line.gap, line)}"
        said.append(f"Vereinbart: {bound(line)}{needed(line)}; {in_words(line.state, line.caveats)}{stands}.")
    else:
        said.append(f"Ohne Zielwert: {in_words(line.state, line.caveats)}.")
    said += [f"{german(one.sex)}: {value(one.current)}{_change(one)}." for one in line.by_sex]
    if line.rounding_sensitive:
        said.append(rounding(line))
    said += [f"Feststellung: {numbers.spoken(finding.says)}" for finding in line.findings]
    return f"{' '.join(said)} Aus: {sources(line).rstrip('.')}. {by_what(line.derivation, other_form(line))}"


def derivation_in_short(line: LineResult) -> str:
    """The numbers a line's values divide, or why there are none; empty where the values say all."""
    if line.not_assessable_because:
        return f"{naming.line(line)}: {numbers.spoken(line.not_assessable_because)}"
    if line.derivation is None:
        return ""
    pairs = (("", line.derivation.current), (f"{naming.year_compared(line)} ", line.derivation.baseline))
    said = [f"{when}{_division(one)}" for when, one in pairs if one and _division(one)]
    return f"{naming.line(line)}: {', '.join(said)}." if said else ""


def _division(formed: Value) -> str:
    """A value as what it divides; of a gap both sides."""
    if formed.parts:
        return " − ".join(filter(None, map(_division, formed.parts)))
    return f"{_divided(formed)} = {amount(formed.rounded, formed.unit)}" if _divided(formed) else ""


def _divided(formed: Value) -> str:
    return " ÷ ".join(map(spoken, result_parts.division(formed) or ()))


def _up_to(formed: Value) -> str:
    """Up to which month a value counts, where that is not the report month."""
    return f", Monate bis {numbers.month(formed.month)}, spätere sind noch nicht bekannt" if formed.month else ""


def _underived(line: LineResult) -> str:
    """Why nothing is compared, and the current value where there is one."""
    why = numbers.spoken(line.not_assessable_because or "")
    if line.alone is None:
        return f"{naming.line(line)}: {german(line.state)}. {why}".strip()
    found = f"{naming.line(line)}, {load_state(line.alone.load_state)}: {value(line.alone)}."
    noticed = [f"Feststellung: {numbers.spoken(finding.says)}" for finding in line.findings]
    stands = [f"{german(line.state).capitalize()}: {why}", *noticed, f"Aus: {sources(line).rstrip('.')}."]
    return f"{found} {' '.join(stands)} Nach: {line.alone.source}."


def needed(line: LineResult) -> str:
    """The measure's value at which a bound stated as a change holds; empty for other bounds."""
    required = result_parts.required(line)
    if required is None or line.derivation is None:
        return ""
    return f", das sind {amount(required, line.derivation.current.unit)}"


def other_form(line: LineResult) -> str:
    """That the ordinance forms the figure otherwise than this line; empty where it does not, or does not know it."""
    form = result_parts.other_form(line)
    return f" (dort als {german(form)}, hier als {german(line.form)})" if form else ""


def by_what(made: Derivation, form: str = "") -> str:
    """After which source, version and terms a result was computed, and what of it decides."""
    decides = DECIDES[made.rounding.decides]
    version = f"Kennzahlenfassung {made.catalogue}, Bedingungen in Fassung {made.terms_version}"
    return f"Nach: {made.current.source}{form}; {version}; {decides}."


def _change(one: BySex) -> str:
    if one.compared.quantity is Quantity.LEVEL:
        return ""
    return f", {amount(one.compared.rounded, one.compared.unit, signed=True)}"


def rounding(line: LineResult) -> str:
    """What follows where rounding makes the difference."""
    if line.state is LineState.ROUNDING_OPEN and line.kind is LineKind.EXPECTED:
        return "Ob der genaue oder der gerundete Wert zählt, ist nicht vereinbart."
    if line.state is LineState.ROUNDING_OPEN:
        return "Bei der Gesamtbewertung ist mit Begründung zu entscheiden, ob der genaue oder der gerundete Wert zählt."
    if line.derivation and line.derivation.rounding.decides == "rounded":
        return "Ungerundet fiele das Ergebnis anders aus; es entscheidet der gerundete Wert."
    return "Gerundet fiele das Ergebnis anders aus; es entscheidet der genaue Wert."


def value(formed: Value) -> str:
    """A value with numerator, denominator and formula."""
    result = amount(formed.rounded, formed.unit)
    if formed.parts:
        men, women = formed.parts
        return f"{result} ({formed.formula}: {value(men)}; {value(women)})"
    divided = f"{_divided(formed)} = " if _divided(formed) else ""
    return f"{divided}{result} ({formed.formula})"


def sources(line: LineResult) -> str:
    """Every delivery that entered, with its series, what is to be known about their figures, and its remark."""
    return "; ".join(_source(delivery, inputs) for delivery, inputs in result_parts.inputs(line).items())


def _source(delivery: str, inputs: Sequence[Input]) -> str:
    series = ", ".join(dict.fromkeys(_series(entered) for entered in inputs))
    note = f" – {inputs[0].note}" if inputs[0].note else ""
    return f"Lieferung {delivery} ({series}){note}"


def _series(entered: Input) -> str:
    months = f"{entered.months[0]}…{entered.months[-1]}" if len(entered.months) > 1 else entered.months[0]
    flags = "".join(f", {flag.month} {german(flag.flag)}" for flag in entered.flags)
    return f"{entered.measure} {german(entered.sex)} {months}{flags}"


_REFERENCES = {
    "circumstance": "Umstand",
    "law": "Gesetzesänderung",
    "finding": "Feststellung zu Eintrag",
    "duty": "Pflicht",
    "delivery": "Lieferung",
}


def reference(text: str) -> str:
    """References an assessment appraises or cites, in words."""
    kind, _, name = text.partition(":")
    return f"{_REFERENCES.get(kind, kind)} „{name}“"


def kind_of(text: str) -> str:
    """The kind of such a reference, with the number of the entry where it has one."""
    kind, _, name = text.partition(":")
    said = _REFERENCES.get(kind, kind)
    return f"{said} {name}" if name.isdecimal() else said

"""An agreement's contribution to a comparison at a load state: released figures and agreed lines."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from application.comparison.compared import (
    Agreed,
    Amount,
    ComparedAgreement,
    ComparedLine,
    ComparedMeasure,
    ComparedState,
    ComparedValue,
    County,
    Exact,
    Figures,
    LineKey,
)
from application.lists.agreement_course import Case
from application.lists.standings import AtState
from application.lists.stored_view import View
from domain.attainment import Attainment
from domain.bare_values import BareValue
from domain.contradictions import unit_of_quantity
from domain.figures import LoadState
from domain.lacking import Lacking
from domain.measures import EDITIONS, CatalogueEntry, Measure, MeasureKind, Unit
from domain.pairs import bare_values, compare, of_one_revision
from domain.parties import Ags, Side
from domain.results import Derivation, GoalResult, LineResult
from domain.state import Status
from domain.terms import Line, Quantity, Sex, Terms
from domain.values import AgreementId, decimals_of, fraction_of, rounded
from domain.year_to_date import Value


def at_state(
    agreement_id: AgreementId, attainment: Attainment, state: LoadState, goals: Sequence[GoalResult]
) -> ComparedState:
    """An agreement's contribution to a comparison at a load state of its year, under the terms that govern it."""
    attainment = attainment.at(state.report_month)
    terms = attainment.terms
    agreed = {line.id: line for line in terms.lines}
    return ComparedState(
        agreement_id=agreement_id,
        year_before=bool(attainment.loads(state.year_before())),
        decimals=terms.rounding.decimals,
        measures=tuple(_measures(attainment, state)),
        lines=tuple(_line(agreed[line.line_id], line, terms, state) for goal in goals for line in goal.lines),
    )


def figures(value: ComparedValue, key: LineKey, decimals: int) -> Figures | None:
    """A value in the key's quantity; None where it has none."""
    level = key.quantity is Quantity.LEVEL
    current, baseline = (value.level or value.current, None) if level else (value.current, value.baseline)
    if not level and (baseline is None or (key.quantity is Quantity.CHANGE and baseline.spread.low <= 0)):
        return None
    unit = unit_of_quantity(key.quantity, key.sex, key.unit)
    return Figures(
        current=_amount(current, decimals),
        baseline=_amount(baseline, decimals) if baseline else None,
        compared=compare(key.quantity, unit, current.spread, baseline.spread if baseline else None, decimals),
    )


def key_of(line: Line, terms: Terms) -> LineKey:
    """By what a line of the terms is compared; naming the year before is no other year."""
    measure = terms.measure(line.measure)
    assert measure is not None, "terms are refused unless every measure is known"
    key = _of_measure(measure, None, ()).key(line.sex, line.quantity)
    year = None if line.base_year == terms.year - 1 else line.base_year
    return key.model_copy(update={"form": line.form, "base_year": year, "months_waited": line.months_waited})


def _measures(attainment: Attainment, state: LoadState) -> Iterator[ComparedMeasure]:
    """Every measure the terms know that a released load says something of."""
    terms = attainment.terms
    edition = EDITIONS.get(terms.ordinance.catalogue)
    entries = edition.entries if edition else ()
    states = (state, state.year_before())
    carried = {one.measure for at in states for loaded in attainment.loads(at) for one in loaded.load.series}
    for measure, entry in (*((one.measure, one) for one in entries), *((own, None) for own in terms.own_measures)):
        if carried.isdisjoint((measure.code, measure.numerator)):
            continue
        if found := tuple(_values(attainment, measure, state)):
            yield _of_measure(measure, entry, found)


def _of_measure(measure: Measure, entry: CatalogueEntry | None, found: tuple[ComparedValue, ...]) -> ComparedMeasure:
    return ComparedMeasure(
        measure=measure.code,
        name=measure.name,
        definition=measure.version,
        formula=measure.formula,
        unit=measure.unit,
        better=entry.better if entry else None,
        usual=_usual(entry) if entry else None,
        values=found,
    )


def _usual(entry: CatalogueEntry) -> Quantity | None:
    """A change, as targets are agreed, or the level of what is a change itself; funds and expectations: only agreed."""
    if entry.place is MeasureKind.OUTSIDE and entry.better is None:
        return None
    return Quantity.LEVEL if entry.measure.may_be_negative else Quantity.CHANGE


def _values(attainment: Attainment, measure: Measure, state: LoadState) -> Iterator[ComparedValue]:
    for sex in Sex:
        if sex is Sex.GAP and measure.unit is not Unit.PERCENT:
            continue
        if currents := _formed(attainment, measure, sex, state):
            current, baseline = currents[0], None
            if baselines := _formed(attainment, measure, sex, state.year_before()):
                current, baseline = of_one_revision(currents, baselines)
            yield ComparedValue(
                sex=sex,
                current=_in_numbers(current),
                baseline=_in_numbers(baseline) if baseline else None,
                level=None if current is currents[0] else _in_numbers(currents[0]),
            )


def _formed(attainment: Attainment, measure: Measure, sex: Sex, state: LoadState) -> list[BareValue]:
    try:
        return bare_values(attainment, measure, sex, state)
    except Lacking:
        return []


def _line(line: Line, result: LineResult, terms: Terms, state: LoadState) -> ComparedLine:
    return ComparedLine(
        key=key_of(line, terms).at(state),
        agreed=Agreed(
            line_id=line.id,
            clause=line.clause,
            kind=line.kind,
            bound=result.bound,
            interim=result.interim,
            state=result.state,
            not_assessable_because=result.not_assessable_because,
            gap=result.gap,
            rounding_sensitive=result.rounding_sensitive,
            caveats=result.caveats,
            findings=tuple(finding.rule for finding in result.findings),
        ),
        figures=_derived(result.derivation) if result.derivation else None,
    )


def _derived(made: Derivation) -> Figures:
    current, baseline = made.current, made.baseline
    return Figures(
        current=_amount(_exact(current), decimals_of(current.rounded)),
        baseline=_amount(_exact(baseline), decimals_of(baseline.rounded)) if baseline else None,
        compared=made.compared,
    )


def _in_numbers(value: BareValue) -> Exact:
    numerator, denominator = map(str, value.ratio) if value.ratio else (None, None)
    return Exact(
        exact=str(value.exact),
        numerator=numerator,
        denominator=denominator,
        low=None if value.low is None else str(value.low),
        high=None if value.high is None else str(value.high),
    )


def _exact(value: Value) -> Exact:
    return Exact(
        exact=value.exact,
        numerator=value.numerator,
        denominator=value.denominator,
        low=value.low,
        high=value.high,
    )


def _amount(value: Exact, decimals: int) -> Amount:
    return Amount(
        exact=value.exact,
        rounded=rounded(fraction_of(value.exact), decimals),
        numerator=value.numerator,
        denominator=value.denominator,
    )


WITHOUT_LAND = "00"
"""Where an agreement stands whose Jobcenter has no official key; no Land has this one."""
AGREEMENT = "agreement"
"""The key of an agreement's own row; the others have the load state's name for key."""


def rows(case: Case) -> Mapping[str, ComparedAgreement | ComparedState | None]:
    """One row for the agreement, and one for each released load state of its year; None stands as it was written."""
    terms, agreement = case.agreement.terms, case.agreement
    counties = tuple(County(name=one.name, ags=one.ags) for one in terms.parties if one.side is Side.COUNTY)
    own = ComparedAgreement(
        agreement_id=agreement.id,
        year=terms.year,
        track=terms.track,
        land=(counties[0].ags or WITHOUT_LAND)[:2],
        counties=counties,
        parties=terms.parties,
        binding=agreement.binding_since is not None and agreement.status not in {Status.WITHDRAWN, Status.TERMINATED},
        states=tuple(at.state for at in case.standings.values()),
        keys=tuple(dict.fromkeys(key_of(line, terms) for line in terms.lines)),
    )
    return {AGREEMENT: own} | {str(at.state): _compared(at) for at in case.standings.values()}


def compared_with(land: Ags, year: int, track: int) -> str:
    """The tag of agreements that are compared with one another."""
    return f"compared:{land}:{year}:{track}"


def tags(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Agreements that bind are found by whom they are compared with."""
    return (compared_with(row["land"], row["year"], row["track"]),) if row.get("binding") else ()


COMPARISON = View("comparison", rows, tags=tags, shape=4, title="Vergleich")
_states: WeakKeyDictionary[AtState, ComparedState] = WeakKeyDictionary()


def _compared(at: AtState) -> ComparedState | None:
    """The contribution to a comparison, formed once as long as neither terms nor loads change."""
    if at.formed is None:
        return None
    if (known := _states.get(at)) is None:
        known = _states[at] = at_state(at.agreement_id, at.formed.attainment, at.state, at.formed.goals)
    return known

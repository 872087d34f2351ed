"""Every line at every released load state of its year, so that agreements can be laid side by side."""

from collections.abc import Mapping

from application.views.case import Case
from domain.attainment import LineState
from domain.figures import LoadState
from domain.measures import EDITIONS, Better, Formula, Measure, Unit, Version
from domain.results import Compared, Derivation, Gap, LineResult
from domain.state import Status
from domain.terms import Ags, Bound, Clause, Line, LineKind, Party, Quantity, Sex, Side, Terms
from domain.values import AgreementId, Frozen, LineId, Number
from domain.year_to_date import Value


class Amount(Frozen):
    """A value without its derivation: exact as "n/d", rounded, and what it divides."""

    exact: str
    rounded: Number
    numerator: str | None
    denominator: str | None


class LineKey(Frozen):
    """What makes lines of different agreements comparable: measure as defined, sex, and what is compared."""

    measure: str
    name: str
    definition: Version
    formula: Formula
    unit: Unit
    sex: Sex
    quantity: Quantity


class Figures(Frozen):
    """What released loads say about a line."""

    current: Amount
    baseline: Amount | None
    compared: Compared


class Agreed(Frozen):
    """What was agreed about a line, and how it stands to that."""

    line_id: LineId
    clause: Clause
    kind: LineKind
    bound: Bound | None
    interim: bool
    state: LineState
    not_assessable_because: str | None
    gap: Gap | None
    rounding_sensitive: bool
    findings: tuple[str, ...]


class ComparedLine(Frozen):
    """A line's result at a load state, without derivation."""

    key: LineKey
    better: Better | None
    """The measure's own direction; None where it has none, and for the gap of the sexes."""
    figures: Figures | None
    agreed: Agreed


class County(Frozen):
    """Whose Jobcenter it is."""

    name: str
    ags: Ags


class ComparedAgreement(Frozen):
    """An agreement, by what it is compared, and at which load states of its year something was released."""

    agreement_id: AgreementId
    year: int
    track: int
    land: Ags
    counties: tuple[County, ...]
    parties: tuple[Party, ...]
    binding: bool
    """Whether it is signed by all, and neither withdrawn nor terminated."""
    states: tuple[LoadState, ...]
    keys: tuple[LineKey, ...]


class ComparedState(Frozen):
    """An agreement's lines at one load state."""

    agreement_id: AgreementId
    lines: tuple[ComparedLine, ...]


AGREEMENT = "agreement"
"""The key of an agreement's own row; the others have the load state's name for key."""


def rows(case: Case) -> Mapping[str, ComparedAgreement | ComparedState]:
    """One row for the agreement, and one for each released load state of its year."""
    terms, agreement = case.agreement.terms, case.agreement
    states = {LoadState(report_month=key[0], months_waited=key[1]): goals for key, goals in case.standings.items()}
    counties = tuple(County(name=one.name, ags=one.ags) for one in terms.parties if one.side is Side.COUNTY)
    found: dict[str, ComparedAgreement | ComparedState] = {
        AGREEMENT: ComparedAgreement(
            agreement_id=agreement.id,
            year=terms.year,
            track=terms.track,
            land=counties[0].ags[:2],
            counties=counties,
            parties=terms.parties,
            binding=agreement.binding_since is not None
            and agreement.status not in {Status.WITHDRAWN, Status.TERMINATED},
            states=tuple(states),
            keys=tuple(dict.fromkeys(_key(line, terms) for line in terms.lines)),
        )
    }
    for state, goals in states.items():
        governing = case.attainment.at(state.report_month).terms
        agreed = {line.id: line for line in governing.lines}
        lines = tuple(_line(agreed[line.line_id], line, governing) for goal in goals for line in goal.lines)
        found[str(state)] = ComparedState(agreement_id=agreement.id, lines=lines)
    return found


def _key(line: Line, terms: Terms) -> LineKey:
    measure = _measure(line, terms)
    return LineKey(
        measure=measure.code,
        name=measure.name,
        definition=measure.version,
        formula=measure.formula,
        unit=measure.unit,
        sex=line.sex,
        quantity=line.quantity,
    )


def _measure(line: Line, terms: Terms) -> Measure:
    measure = terms.measure(line.measure)
    assert measure is not None, "terms are refused unless every measure is known"
    return measure


def _line(line: Line, result: LineResult, terms: Terms) -> ComparedLine:
    return ComparedLine(
        key=_key(line, terms),
        better=_better(line, terms),
        figures=_figures(result.derivation) if result.derivation else None,
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
            findings=tuple(finding.rule for finding in result.findings),
        ),
    )


def _figures(derivation: Derivation) -> Figures:
    return Figures(
        current=_amount(derivation.current),
        baseline=_amount(derivation.baseline) if derivation.baseline else None,
        compared=derivation.compared,
    )


def _better(line: Line, terms: Terms) -> Better | None:
    entry = EDITIONS[terms.ordinance.catalogue].entry(line.measure)
    return entry.better if entry is not None and line.sex is not Sex.GAP else None


def _amount(value: Value) -> Amount:
    return Amount(exact=value.exact, rounded=value.rounded, numerator=value.numerator, denominator=value.denominator)

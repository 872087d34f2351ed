"""Comparison: every Jobcenter of a Land and year, each figure at one load state, ranked and added up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from pydantic_core import from_json

from application.comparison.compared import (
    Agreed,
    ComparedAgreement,
    ComparedLine,
    ComparedMeasure,
    ComparedState,
    ComparedValue,
    County,
    Figures,
    LineKey,
)
from application.comparison.rows import AGREEMENT, COMPARISON, compared_with, figures
from application.comparison.totals import NoTotal, Total, total_of
from application.lists.ports import Rows, StoredViews
from application.reading.visibility import sees_parties
from domain.comparison_types import COMPARISON_TYPES, ComparisonType
from domain.figures import LoadState
from domain.measures import Better, MeasureCode
from domain.pairs import nothing_released
from domain.parties import Ags
from domain.reasons import Reason
from domain.record import Actor, Role
from domain.terms import FROM_BELOW, Sex
from domain.values import AgreementId, Frozen, Month, Words

TRACK = 4
"""Number in § 48b Abs. 1 S. 1 SGB II: Land and opted municipality."""

NOT_IN_IT = Reason("not_in_the_data", "Die freigegebenen Daten geben diesen Wert nicht her.")


class Standing(StrEnum):
    """How an agreement's figure takes part in a comparison."""

    COMPARED = "compared"
    NOT_ASSESSABLE = "not_assessable"
    UNEQUAL = "unequal"
    MISSING = "missing"


class ComparedPlace(Frozen):
    """One Jobcenter's figure in a comparison.

    Of an agreement that does not exist for the reader only released figures are shown: neither its id nor what was
    agreed, not even on which figures. `latest` is the last load state there is when it is another one; its figures are
    not compared.
    """

    agreement_id: AgreementId | None
    counties: tuple[County, ...]
    comparison_type: ComparisonType | None
    standing: Standing
    not_assessable_because: Words | None
    latest: LoadState | None
    figures: Figures | None
    agreed: Agreed | None
    rank: int | None


class ComparedFigure(Frozen):
    """One figure of every Jobcenter, the best first, and what they make together.

    There is one for each line of the agreements the reader sees, and for each measure of performance of which somebody
    has released the figures, whatever was agreed on it.
    """

    key: LineKey
    better: Better | None
    """None where there is no one direction that all see; then there are no ranks."""
    places: tuple[ComparedPlace, ...]
    ranked: int
    total: Total | None
    """Of those that are compared; `covers` says how many, which may be fewer than there are places."""
    no_total_because: Words | None


class Comparison(Frozen):
    """The figures of a Land's agreements of a year at one load state (null: nothing is released yet)."""

    land: Ags
    year: int
    track: int
    load_state: LoadState | None
    agreements: int
    figures: tuple[ComparedFigure, ...]


class Comparisons:
    """Comparisons across agreements, within what the reader may see."""

    def __init__(self, views: StoredViews) -> None:
        self.views = views

    def compared(
        self,
        actor: Actor,
        land: Ags,
        year: int,
        *,
        month: Month | None = None,
        waited: int = 0,
        track: int = TRACK,
        measure: MeasureCode | None = None,
        at: int | None = None,
    ) -> Comparison:
        """Every binding agreement of a Land, year and track at one load state, by default the last one released.

        Whoever sees agreements of the Land compares those. A county with an agreement among them sees its own whole,
        and of the others what was released: figures from released loads, whose values, change and rank. With a
        measure, its figures only.
        """
        asked = Rows(at=at, key=AGREEMENT, tags=(compared_with(land, year, track),))
        wanted = [ComparedAgreement.model_validate_json(row) for row in self.views.rows(COMPARISON, asked)]
        own = {one.agreement_id for one in wanted if sees_parties(actor, one.parties)}
        seen = [one for one in wanted if one.agreement_id in own or (own and sees_what_others_released(actor))]
        months = (state.report_month for one in seen for state in one.states if state.months_waited == waited)
        month = month or max(months, default=None)
        state = LoadState(report_month=month, months_waited=waited) if month else None
        found = self._at(state, [one.agreement_id for one in seen], measure, at)
        agreements = [_Agreement(one, state, found.get(one.agreement_id), one.agreement_id in own) for one in seen]
        agreed_on = (agreement.keys for agreement in agreements if agreement.whole)
        keys = frozenset[LineKey]().union(*agreed_on, *(agreement.usual for agreement in agreements))
        return Comparison(
            land=land,
            year=year,
            track=track,
            load_state=state,
            agreements=len(agreements),
            figures=tuple(
                _figure(key, agreements) for key in sorted(keys, key=_order) if measure in {None, key.measure}
            ),
        )

    def _at(
        self, state: LoadState | None, of: Sequence[AgreementId], measure: MeasureCode | None, at: int | None
    ) -> dict[AgreementId, ComparedState]:
        """The contribution of each of these agreements that has released loads at a load state."""
        if state is None:
            return {}
        asked = Rows(at=at, key=str(state), of=of)
        rows = (_contribution(text, measure) for text in self.views.rows(COMPARISON, asked))
        return {row.agreement_id: row for row in rows}


def _contribution(text: str, measure: MeasureCode | None) -> ComparedState:
    """A stored contribution, or what it says of one measure, which is read in a fraction of the time."""
    if measure is None:
        return ComparedState.model_validate_json(text)
    said = from_json(text)
    said["measures"] = [one for one in said["measures"] if one["measure"] == measure]
    said["lines"] = [line for line in said["lines"] if line["key"]["measure"] == measure]
    return ComparedState.model_validate(said)


def _order(key: LineKey) -> tuple[str | int, ...]:
    own_wait = -1 if key.months_waited is None else key.months_waited
    return key.measure, key.definition, key.sex, key.quantity, key.form, key.base_year or 0, own_wait


def sees_what_others_released(actor: Actor) -> bool:
    """Whether released figures of agreements outside the actor's scope are shown beside their own: to a county."""
    return actor.role is Role.COUNTY


@dataclass(frozen=True)
class _Agreement:
    """An agreement, what it brings at the load state (None: nothing is released), and whether the reader sees all."""

    about: ComparedAgreement
    state: LoadState | None
    found: ComparedState | None
    whole: bool

    @cached_property
    def keys(self) -> frozenset[LineKey]:
        """The load state to compare at: as agreed at the time, else as agreed now."""
        return frozenset(self.lines if self.found else (key.at(self.state) for key in self.about.keys))

    @cached_property
    def lines(self) -> Mapping[LineKey, ComparedLine]:
        """Its lines at the load state, of several on the same the first."""
        return {line.key: line for line in reversed(self.found.lines)} if self.found else {}

    @cached_property
    def values(self) -> Mapping[tuple[str, ...], tuple[ComparedMeasure, ComparedValue]]:
        """Released figures, by measure as defined and sex."""
        every = ((one, value) for one in self.found.measures for value in one.values) if self.found else ()
        return {(*_defined(one), value.sex): (one, value) for one, value in every}

    @property
    def usual(self) -> Iterator[LineKey]:
        """The rows every comparison has for what it has released, whatever was agreed."""
        for one in self.found.measures if self.found else ():
            if one.usual and self.figures(key := one.key(Sex.TOTAL, one.usual)):
                yield key

    def value(self, key: LineKey) -> tuple[ComparedMeasure, ComparedValue] | None:
        """Released figures of the key's measure and sex."""
        return self.values.get((*_defined(key), key.sex))

    @cached_property
    def _formed(self) -> dict[LineKey, Figures | None]:
        return {}

    def figures(self, key: LineKey) -> Figures | None:
        """Released figures for a key; a line the reader sees, as it was judged."""
        if key not in self._formed:
            self._formed[key] = self._figures(key)
        return self._formed[key]

    def _figures(self, key: LineKey) -> Figures | None:
        if self.whole and (line := self.lines.get(key)):
            return line.figures
        if key.is_own:
            return None
        found = self.value(key)
        return figures(found[1], key, self.found.decimals) if found and self.found else None

    def place(self, key: LineKey) -> ComparedPlace:
        """Its place for a figure, before ranks."""
        line = self.lines.get(key) if self.whole else None
        latest = max(self.about.states, key=lambda state: state.key, default=None)
        found = self.figures(key)
        if self.found is None:
            standing = Standing.UNEQUAL if latest else Standing.MISSING
        else:
            standing = Standing.COMPARED if found else Standing.NOT_ASSESSABLE
        return ComparedPlace(
            agreement_id=self.about.agreement_id if self.whole else None,
            counties=self.about.counties,
            comparison_type=COMPARISON_TYPES.get(self.about.counties[0].ags or ""),
            standing=standing,
            not_assessable_because=self._because(key, line) if standing is Standing.NOT_ASSESSABLE else None,
            latest=latest if self.found is None else None,
            figures=found,
            agreed=line.agreed if line else None,
            rank=None,
        )

    def _because(self, key: LineKey, line: ComparedLine | None) -> str | None:
        """Why there is nothing to compare; where no line is to be seen, without naming a delivery."""
        if line:
            return line.agreed.not_assessable_because
        assert self.state is not None, "without a load state nothing is released"
        assert self.found is not None, "otherwise the place is unequal or missing"
        alone = self.value(key) is not None and not self.found.year_before
        return (nothing_released(self.state.year_before()) if alone else NOT_IN_IT).said()


def _defined(one: LineKey | ComparedMeasure) -> tuple[str, ...]:
    """The identity of a measure across agreements."""
    return one.measure, one.name, one.definition, one.formula, one.unit


def _figure(key: LineKey, agreements: Sequence[_Agreement]) -> ComparedFigure:
    found = [agreement.place(key) for agreement in agreements]
    figures = [place.figures for place in found if place.figures]
    better = _direction(key, agreements)
    ranks = _ranks([Fraction(one.compared.exact) for one in figures], better)
    places = [_ranked(place, ranks) for place in found]
    total, why = None, None
    try:
        total = total_of(key, figures)
    except NoTotal as no_total:
        why = no_total.says
    return ComparedFigure(
        key=key,
        better=better,
        places=tuple(sorted(places, key=lambda place: (place.rank or len(found) + 1, place.counties[0].ags or ""))),
        ranked=sum(place.rank is not None for place in places),
        total=total,
        no_total_because=why,
    )


def _direction(key: LineKey, agreements: Sequence[_Agreement]) -> Better | None:
    """Which direction is better: from the catalogue, else from the visible bounds if they agree."""
    measure = next((value[0] for one in agreements if (value := one.value(key))), None)
    if key.sex is not Sex.GAP and measure and measure.better:
        return measure.better
    lines = [one.lines[key] for one in agreements if one.whole and key in one.lines]
    bounds = [line.agreed.bound for line in lines if line.agreed.bound]
    directions = {Better.UP if bound.comparator in FROM_BELOW else Better.DOWN for bound in bounds}
    return directions.pop() if len(directions) == 1 else None


def _ranks(values: Sequence[Fraction], better: Better | None) -> dict[Fraction, int]:
    """The rank of each value, the best first; equal values share one, and it counts all before them."""
    ranks: dict[Fraction, int] = {}
    for place, value in enumerate(sorted(values, reverse=better is Better.UP), 1):
        ranks.setdefault(value, place)
    return ranks if better else {}


def _ranked(place: ComparedPlace, ranks: Mapping[Fraction, int]) -> ComparedPlace:
    """The place with its rank, where its figures are compared."""
    if place.figures is None:
        return place
    return place.model_copy(update={"rank": ranks.get(Fraction(place.figures.compared.exact))})

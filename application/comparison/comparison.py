"""Comparison: every Jobcenter of a Land and year, each figure at one load state, ranked and added up."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pydantic_core import from_json

from application.comparison.compared import (
    ComparedAgreement,
    ComparedState,
    LineKey,
)
from application.comparison.place import ComparedPlace, Entrant, contribution, sees_what_others_released
from application.comparison.rows import AGREEMENT, COMPARISON, compared_with
from application.comparison.totals import NoTotal, Total, total_of
from application.lists.ports import Rows, StoredViews
from application.lists.stored_view import read_back
from application.reading.visibility import sees_parties
from domain.figures import LoadState
from domain.measures import Better, MeasureCode
from domain.parties import Ags
from domain.record import Actor
from domain.terms import FROM_BELOW, Sex
from domain.values import AgreementId, Frozen, Month, Words

TRACK = 4
"""Number in § 48b Abs. 1 S. 1 SGB II: Land and opted municipality."""


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
        wanted = [read_back(ComparedAgreement, from_json(row)) for row in self.views.rows(COMPARISON, asked)]
        own = {one.agreement_id for one in wanted if sees_parties(actor, one.parties)}
        seen = [one for one in wanted if one.agreement_id in own or (own and sees_what_others_released(actor))]
        months = (state.report_month for one in seen for state in one.states if state.months_waited == waited)
        month = month or max(months, default=None)
        state = LoadState(report_month=month, months_waited=waited) if month else None
        found = self._at(state, [one.agreement_id for one in seen], measure, at)
        agreements = [Entrant(one, state, found.get(one.agreement_id), one.agreement_id in own) for one in seen]
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
        rows = (contribution(text, measure) for text in self.views.rows(COMPARISON, asked))
        return {row.agreement_id: row for row in rows}


def _order(key: LineKey) -> tuple[str | int, ...]:
    own_wait = -1 if key.months_waited is None else key.months_waited
    return key.measure, key.definition, key.sex, key.quantity, key.form, key.base_year or 0, own_wait


def _figure(key: LineKey, agreements: Sequence[Entrant]) -> ComparedFigure:
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


def _direction(key: LineKey, agreements: Sequence[Entrant]) -> Better | None:
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

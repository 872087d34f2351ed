"""Comparison: every Jobcenter of a Land and year, each figure at one load state, ranked and added up."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from application.permissions import sees_parties
from application.totals import NoTotal, Total, total_of
from application.views.comparison import (
    AGREEMENT,
    Agreed,
    ComparedAgreement,
    ComparedLine,
    ComparedState,
    County,
    Figures,
    LineKey,
)
from application.views.stored import COMPARISON, StoredViews
from domain.comparison_types import COMPARISON_TYPES, ComparisonType
from domain.figures import LoadState
from domain.measures import Better
from domain.record import Actor, Role
from domain.standing import UPWARDS, nothing_released
from domain.terms import Ags, Quantity
from domain.values import AgreementId, Frozen, Month

TRACK = 4
"""Number in § 48b Abs. 1 S. 1 SGB II: Land and opted municipality."""

NOT_IN_IT = "Die freigegebenen Daten geben diesen Wert nicht her."


class Standing(StrEnum):
    """How an agreement's figure takes part in a comparison."""

    COMPARED = "compared"
    NOT_ASSESSABLE = "not_assessable"
    UNEQUAL = "unequal"
    MISSING = "missing"


class Place(Frozen):
    """One Jobcenter's figure in a comparison.

    Of an agreement that does not exist for the reader only released figures are shown: neither its id nor what was
    agreed, not even on which figures. `latest` is the last load state there is when it is another one; its figures are
    not compared.
    """

    agreement_id: AgreementId | None
    counties: tuple[County, ...]
    comparison_type: ComparisonType | None
    standing: Standing
    not_assessable_because: str | None
    latest: LoadState | None
    figures: Figures | None
    agreed: Agreed | None
    rank: int | None


class ComparedFigure(Frozen):
    """One figure of every Jobcenter that agreed on it, the best first, and what they make together.

    Of agreements that do not exist for the reader: of every one beside a figure of his own, otherwise of those that
    have it released.
    """

    key: LineKey
    better: Better | None
    """None where there is no one direction that all see; then there are no ranks."""
    places: tuple[Place, ...]
    ranked: int
    total: Total | None
    """Of those that are compared; `covers` says how many, which may be fewer than there are places."""
    no_total_because: str | None


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
        at: int | None = None,
    ) -> Comparison:
        """Every binding agreement of a Land, year and track at one load state, by default the last one released.

        Whoever sees agreements of the Land compares those. A county with an agreement among them sees its own whole,
        and of the others what was released: figures from released loads, whose values, change and rank.
        """
        every = map(ComparedAgreement.model_validate_json, self.views.rows(COMPARISON, at=at, key=AGREEMENT))
        wanted = [one for one in every if (one.land, one.year, one.track, one.binding) == (land, year, track, True)]
        own = {one.agreement_id for one in wanted if sees_parties(actor, one.parties)}
        seen = [one for one in wanted if one.agreement_id in own or (own and sees_what_others_released(actor))]
        months = (state.report_month for one in seen for state in one.states if state.months_waited == waited)
        month = month or max(months, default=None)
        state = LoadState(report_month=month, months_waited=waited) if month else None
        lines = self._lines(state, at)
        agreements = [_Agreement(one, state, lines.get(one.agreement_id), one.agreement_id in own) for one in seen]
        own_keys = frozenset(key for agreement in agreements if agreement.whole for key in agreement.keys)
        keys = own_keys.union(*(agreement.released for agreement in agreements))
        return Comparison(
            land=land,
            year=year,
            track=track,
            load_state=state,
            agreements=len(agreements),
            figures=tuple(
                _figure(key, [one for one in agreements if one.takes_part(key, own_keys)])
                for key in sorted(keys, key=lambda key: (key.measure, key.definition, key.sex, key.quantity))
            ),
        )

    def _lines(self, state: LoadState | None, at: int | None) -> dict[AgreementId, tuple[ComparedLine, ...]]:
        """The lines of every agreement that has released loads at a load state."""
        if state is None:
            return {}
        rows = map(ComparedState.model_validate_json, self.views.rows(COMPARISON, at=at, key=str(state)))
        return {row.agreement_id: row.lines for row in rows}


def sees_what_others_released(actor: Actor) -> bool:
    """Whether released figures of agreements that do not exist for this actor are shown beside his own: to a county."""
    return actor.role is Role.COUNTY


@dataclass(frozen=True)
class _Agreement:
    """An agreement, its lines at the load state (None: nothing released there), and whether the reader sees all."""

    about: ComparedAgreement
    state: LoadState | None
    lines: tuple[ComparedLine, ...] | None
    whole: bool

    @cached_property
    def keys(self) -> frozenset[LineKey]:
        """By what it is compared: at the load state as agreed then, otherwise as agreed now."""
        return frozenset(self.about.keys if self.lines is None else (line.key for line in self.lines))

    @cached_property
    def released(self) -> frozenset[LineKey]:
        """What of it has released figures at the load state."""
        return frozenset(line.key for line in self.lines or () if line.figures)

    def takes_part(self, key: LineKey, own: Set[LineKey]) -> bool:
        """Whether it has a place for a figure; unless the reader sees all of it, whatever was agreed in it."""
        return key in self.keys if self.whole else key in own or key in self.released

    def place(self, key: LineKey) -> tuple[Place, ComparedLine | None]:
        """Its place for a figure, before ranks, and the line behind it."""
        line = next((line for line in self.lines or () if line.key == key), None)
        latest = max(self.about.states, key=lambda state: state.key, default=None)
        if self.lines is None:
            standing = Standing.UNEQUAL if latest else Standing.MISSING
        else:
            standing = Standing.COMPARED if line and line.figures else Standing.NOT_ASSESSABLE
        place = Place(
            agreement_id=self.about.agreement_id if self.whole else None,
            counties=self.about.counties,
            comparison_type=COMPARISON_TYPES.get(self.about.counties[0].ags),
            standing=standing,
            not_assessable_because=self._because(key, line) if standing is Standing.NOT_ASSESSABLE else None,
            latest=latest if self.lines is None else None,
            figures=line.figures if line else None,
            agreed=line.agreed if line and self.whole else None,
            rank=None,
        )
        return place, line

    def _because(self, key: LineKey, line: ComparedLine | None) -> str | None:
        """Why there is nothing to compare; a reader who does not see all of it is told no delivery."""
        if self.whole:
            return line.agreed.not_assessable_because if line else None
        assert self.state is not None, "without a load state nothing is released"
        no_baseline = nothing_released(self.state.year_before())
        lacking = {line.agreed.not_assessable_because for line in self.lines or ()}
        return no_baseline if key.quantity is not Quantity.LEVEL and no_baseline in lacking else NOT_IN_IT


def _figure(key: LineKey, agreements: Sequence[_Agreement]) -> ComparedFigure:
    found = [(agreement.whole, *agreement.place(key)) for agreement in agreements]
    compared = [(whole, line) for whole, _, line in found if line and line.figures]
    directions = {_direction(line) for whole, line in compared if whole} or {line.better for _, line in compared}
    better = directions.pop() if len(directions) == 1 else None
    figures = [line.figures for _, line in compared if line.figures]
    ranks = _ranks([Fraction(one.compared.exact) for one in figures], better)
    places = [_ranked(place, ranks) for _, place, _ in found]
    total, why = None, None
    try:
        total = total_of(key, figures)
    except NoTotal as no_total:
        why = str(no_total)
    return ComparedFigure(
        key=key,
        better=better,
        places=tuple(sorted(places, key=lambda place: (place.rank or len(found) + 1, place.counties[0].ags))),
        ranked=sum(place.rank is not None for place in places),
        total=total,
        no_total_because=why,
    )


def _direction(line: ComparedLine) -> Better | None:
    """The measure's direction; for what has none, that of the agreed bound."""
    if line.better is not None or line.agreed.bound is None:
        return line.better
    return Better.UP if line.agreed.bound.comparator in UPWARDS else Better.DOWN


def _ranks(values: Sequence[Fraction], better: Better | None) -> dict[Fraction, int]:
    """The rank of each value, the best first; equal values share one, and it counts all before them."""
    ranks: dict[Fraction, int] = {}
    for place, value in enumerate(sorted(values, reverse=better is Better.UP), 1):
        ranks.setdefault(value, place)
    return ranks if better else {}


def _ranked(place: Place, ranks: Mapping[Fraction, int]) -> Place:
    """The place with its rank, where its figures are compared."""
    if place.figures is None:
        return place
    return place.model_copy(update={"rank": ranks.get(Fraction(place.figures.compared.exact))})

"""One agreement in a comparison: what it brings at the load state, and its place for each figure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
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
from application.comparison.rows import figures
from application.lists.stored_view import read_back
from domain.comparison_types import COMPARISON_TYPES, ComparisonType
from domain.figures import LoadState
from domain.measures import MeasureCode
from domain.pairs import nothing_released
from domain.reasons import Reason
from domain.record import Actor, Role
from domain.terms import Sex
from domain.values import AgreementId, Frozen, Words

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


def contribution(text: str, measure: MeasureCode | None) -> ComparedState:
    """A stored contribution, or what it says of one measure; two steps take two thirds of the time of one."""
    said = from_json(text)
    if measure is not None:
        said["measures"] = [one for one in said["measures"] if one["measure"] == measure]
        said["lines"] = [line for line in said["lines"] if line["key"]["measure"] == measure]
    return read_back(ComparedState, said)


def sees_what_others_released(actor: Actor) -> bool:
    """Whether released figures of agreements outside the actor's scope are shown beside their own: to a county."""
    return actor.role is Role.COUNTY


@dataclass(frozen=True)
class Entrant:
    """An agreement, what it brings at the load state (None: nothing is released), and whether the reader sees all."""

    about: ComparedAgreement
    state: LoadState | None
    found: ComparedState | None
    whole: bool
    _formed: dict[LineKey, Figures | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def keys(self) -> frozenset[LineKey]:
        """The figures agreed on: at the load state as at the time, without one as now."""
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

    @cached_property
    def latest(self) -> LoadState | None:
        """The last load state there is, when it is another one."""
        return None if self.found else max(self.about.states, key=lambda state: state.key, default=None)

    @property
    def usual(self) -> Iterator[LineKey]:
        """The rows every comparison has for what it has released, whatever was agreed."""
        for one in self.found.measures if self.found else ():
            if one.usual and self.figures(key := one.key(Sex.TOTAL, one.usual)):
                yield key

    def value(self, key: LineKey) -> tuple[ComparedMeasure, ComparedValue] | None:
        """Released figures of the key's measure and sex."""
        return self.values.get((*_defined(key), key.sex))

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
        found = self.figures(key)
        if self.found is None:
            standing = Standing.UNEQUAL if self.latest else Standing.MISSING
        else:
            standing = Standing.COMPARED if found else Standing.NOT_ASSESSABLE
        return ComparedPlace(
            agreement_id=self.about.agreement_id if self.whole else None,
            counties=self.about.counties,
            comparison_type=COMPARISON_TYPES.get(self.about.counties[0].ags or ""),
            standing=standing,
            not_assessable_because=self._because(key, line) if standing is Standing.NOT_ASSESSABLE else None,
            latest=self.latest,
            figures=found,
            agreed=line.agreed if line else None,
            rank=None,
        )

    def _because(self, key: LineKey, line: ComparedLine | None) -> Words | None:
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

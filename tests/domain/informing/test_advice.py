"""The Land's advice to the county (III.1)."""

from datetime import date

from hypothesis.strategies import just, sampled_from

from application.reading.parts.follow_up import advice
from domain.acts.follow_up import GiveAdvice
from domain.facts import AdviceGiven
from domain.rulebook.any_act import NOT_PERMITTED
from domain.rulebook.dialogs import UNKNOWN_GOAL
from tests.builders import COUNTY, MINISTRY, agreed_in_full, an_agreement_in_force
from tests.domain.given import given
from tests.domain.informing import Example

EXAMPLE = Example(
    fact=AdviceGiven(goals=("ziel",), says="Rat"),
    request=GiveAdvice,
    by=MINISTRY,
    permitted="yes - - - -",
    said={"goals": ("ziel",), "says": "Rat"},
    wished={"goals": sampled_from([("ziel",)] * 9 + [("fremd",)]), "says": just("Gesagt")},
    path="advice",
    part=advice,
)
LIFE = given(an_agreement_in_force(agreed_in_full()))


def advise(*goals: str) -> GiveAdvice:
    return GiveAdvice(occurred_on=date(2026, 3, 2), goals=goals, says="Ansprache früher beginnen")


def test_the_lands_advice_is_held() -> None:
    fact = AdviceGiven(goals=("ziel", "beratung"), says="Ansprache früher beginnen")
    LIFE.when(advise("ziel", "beratung")).then(fact).then_nothing_noticed()
    LIFE.when(advise("ziel", "fremd")).then_refused(UNKNOWN_GOAL, saying="fremd")
    LIFE.when(advise("ziel"), by=COUNTY).then_refused(NOT_PERMITTED)

"""`given(facts).when(request).then(fact)`: what the domain decides, on records held in memory."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Self
from uuid import UUID

from application.acting.permissions import PERMITTED, must_act_for_a_party, must_be_permitted
from application.acting.request_checks import timeliness
from domain import agreement as agreement_state
from domain import attainment as attainment_view
from domain.acts import DECISIONS
from domain.acts.drafting import DraftAgreement, draft_agreement
from domain.attainment import Attainment
from domain.record import Actor, Context, Decided, Fact, Provenance, Record, Request, Role
from domain.results import LineResult
from domain.rules import Refused, Rule
from domain.standing import line_standing
from domain.state import Agreement
from domain.values import Month
from tests.builders import COMMITMENT, COUNTY, MINISTRY, Happened, Life, a_state, happened


@dataclass(frozen=True)
class Given:
    """What is recorded about one agreement."""

    records: tuple[Record, ...] = ()

    def and_then(self, *life: Life) -> Self:
        """The same, and more facts a second apart, as a journal would hold them."""
        records = list(self.records)
        for one in happened(*life):
            number = len(records) + 1
            records.append(
                Record(
                    stream_id="2026.4.03.03358.1",
                    version=number,
                    event_id=UUID(int=number),
                    occurred_on=one.on,
                    provenance=_provenance(one.by),
                    findings=one.findings,
                    software="test",
                    fact=one.fact,
                    position=number,
                    recorded_at=datetime(2026, 1, 15, tzinfo=UTC) + timedelta(seconds=number),
                )
            )
        return replace(self, records=tuple(records))

    def known_at(self, instant: datetime) -> Self:
        """What was recorded by then."""
        return replace(self, records=tuple(record for record in self.records if record.recorded_at <= instant))

    @property
    def agreement(self) -> Agreement:
        """The agreement as decisions see it."""
        agreement = agreement_state.fold(self.records)
        assert agreement is not None
        return agreement

    @property
    def attainment(self) -> Attainment:
        """What attainment is computed from."""
        attainment = attainment_view.fold(self.records)
        assert attainment is not None
        return attainment

    def line(self, line_id: str, month: Month, waited: int = 0) -> LineResult:
        """How a line stands at a load state."""
        return line_standing(self.attainment, line_id, a_state(month, waited))

    def when(self, request: Request, by: Actor | None = None, today: date | None = None) -> "Outcome":
        """What the domain says to a request; by default from somebody who may ask, on the day it is about."""
        actor = by or (MINISTRY if Role.LAND in PERMITTED[type(request)] else COUNTY)
        return Outcome(self, request, actor, self._decided(request, actor, today or request.occurred_on))

    def _decided(self, request: Request, actor: Actor, today: date) -> Decided | Refused:
        registered = {"christine-arbogast": COMMITMENT, "jens-grote": COMMITMENT}
        context = Context(actor, today, registered, self.records)
        try:
            must_be_permitted(actor, request)
            late = timeliness(request, today)
            terms = request.terms if isinstance(request, DraftAgreement) else self.agreement.terms
            must_act_for_a_party(actor, request, terms)
            if isinstance(request, DraftAgreement):
                earlier = agreement_state.fold(self.records)
                decided = draft_agreement((earlier,) if earlier else (), request, context)
            else:
                decided = DECISIONS[type(request)](self.agreement, request, context)
        except Refused as refused:
            return refused
        return replace(decided, findings=(*late, *decided.findings))


@dataclass(frozen=True)
class Outcome:
    """What became of a request."""

    before: Given
    request: Request
    actor: Actor
    decided: Decided | Refused

    @property
    def recorded(self) -> Given:
        """What is recorded afterwards."""
        assert isinstance(self.decided, Decided), f"refused: {self.decided}"
        fact = Happened(self.decided.fact, self.request.occurred_on, self.actor, self.decided.findings)
        return (Given() if isinstance(self.request, DraftAgreement) else self.before).and_then(fact)

    def then(self, fact: Fact) -> Self:
        """The request led to this fact."""
        assert self.recorded.records[-1].fact == fact
        return self

    def then_refused(self, *rules: Rule, saying: str = "") -> None:
        """The request was refused, for these reasons and no other."""
        assert isinstance(self.decided, Refused), f"not refused: {self.decided}"
        assert [found.rule for found in self.decided.findings] == [rule.code for rule in rules]
        assert {rule.effect for rule in rules} == {"refuse"}
        assert saying in str(self.decided)

    def then_noticed(self, *rules: Rule, saying: str = "") -> Self:
        """The request was granted, and exactly this was noticed."""
        found = self.recorded.records[-1].findings
        assert [one.rule for one in found] == [rule.code for rule in rules]
        assert {rule.effect for rule in rules} == {"finding"}
        assert saying in " ".join(one.says for one in found)
        return self

    def then_nothing_noticed(self) -> Self:
        """The request was granted without a finding."""
        assert self.recorded.records[-1].findings == ()
        return self


def given(*life: Life) -> Given:
    """What happened so far."""
    return Given().and_then(*life)


def _provenance(actor: Actor) -> Provenance:
    return Provenance(
        actor=actor.person,
        authenticated_by=actor.authenticated_by,
        role=actor.role,
        party=actor.party,
        office=actor.office,
        correlation_id=UUID(int=0),
    )

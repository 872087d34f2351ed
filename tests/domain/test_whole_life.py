"""The whole life: whatever is asked in whatever order, no illegal state is reached, and every state can be."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from application.acting.permissions import PERMITTED
from application.acting.register_requests import ErasePerson, IntroduceKey
from domain import facts
from domain.acts import (
    DECISIONS,
    answering,
    changing,
    drafting,
    figures,
    follow_up,
    held_dialogs,
    individual,
    judging,
    mending,
    signing,
)
from domain.acts import dialogs as talks
from domain.acts.figure_files import FILE_DECISIONS, KeepMapping
from domain.agreement import evolve, fold
from domain.assessing import to_appraise
from domain.facts import FiguresDelivered, FiguresRejected, FiguresReleased, RecordRetracted
from domain.record import Context, Request
from domain.rulebook import RULES
from domain.rulebook.drafting import SECOND_AGREEMENT
from domain.rules import Refused
from domain.state import ENDED, Agreement, Answer, Decision, Status
from tests.builders import COMMITMENT, MINISTRY
from tests.domain import one_life
from tests.domain.given import Given
from tests.domain.given import Outcome as Answered
from tests.domain.informing import examples
from tests.domain.legal import (
    ASSESSED,
    CLOSED,
    DRAFTED,
    IN_FORCE,
    PARTLY_SIGNED,
    TERMINATED,
    WITHDRAWN,
    must_be_legal,
)
from tests.domain.one_life import WHOLE, lived
from tests.domain.wishes import KINDS, actors, mostly, wish
from tests.sampling import exhaustive, times

EXAMPLES, STEPS = times(8, 200), times(25, 60)
ARROWS = {
    (DRAFTED, PARTLY_SIGNED),
    (DRAFTED, WITHDRAWN),
    (PARTLY_SIGNED, IN_FORCE),
    (PARTLY_SIGNED, WITHDRAWN),
    (IN_FORCE, ASSESSED),
    (IN_FORCE, TERMINATED),
    (ASSESSED, CLOSED),
    (CLOSED, ASSESSED),
}
"""From where to where an agreement's life may lead; from closed back only by a revised assessment."""
FIGURES = (FiguresDelivered, FiguresReleased, FiguresRejected)


@cache
def lives() -> tuple[Given, ...]:
    """One life after each of its acts, and the two ways it can end early; it is taken up most often near its end."""
    return (*lived(*WHOLE), lived(*one_life.WITHDRAWN)[-1], lived(*one_life.TERMINATED)[-1])


class WholeLife(RuleBasedStateMachine):
    """One agreement, asked anything by anybody; `state` is what decides, carried along fact by fact."""

    def __init__(self) -> None:
        super().__init__()
        self.life = Given()
        self.state: Agreement | None = None
        self.states: list[Agreement] = []
        self.today = date(2026, 1, 15)
        self.meanings: dict[str, object] = {}

    @initialize(number=st.sampled_from([*range(len(WHOLE) + 2), *[*range(len(WHOLE) - 15, len(WHOLE))] * 4]))
    def begin(self, number: int) -> None:
        self.today = lives()[number].records[-1].occurred_on
        self.now_stands(lives()[number])

    def now_stands(self, life: Given) -> None:
        """A life to go on from."""
        self.life, self.meanings = life, {}
        self.state = life.agreement
        self.states = [self.state]

    @rule(data=st.data(), kind=st.sampled_from(KINDS))
    def somebody_asks_anything(self, data: st.DataObject, kind: type[Request]) -> None:
        self.ask(data, kind)

    def ask(self, data: st.DataObject, kind: type[Request]) -> None:
        assert self.state
        self.today += timedelta(days=data.draw(mostly([0], 1, 20), label="days later"))
        request = data.draw(wish(kind, self.state, self.life.attainment, self.today), label="request")
        answered = self.life.when(request, data.draw(actors(kind), label="by"), self.today)
        if isinstance(answered.decided, Refused):
            self.was_refused(answered)
        elif isinstance(request, drafting.DraftAgreement):
            assert self.state.status in {WITHDRAWN, TERMINATED}
            assert answered.recorded.agreement.ordinal == 2, "the one after the only one there is"
            self.now_stands(answered.recorded)
        else:
            self.was_granted(answered)

    def was_refused(self, answered: Answered) -> None:
        assert isinstance(answered.decided, Refused)
        assert answered.decided.findings
        for finding in answered.decided.findings:
            assert RULES[finding.rule].effect == "refuse" or finding.rule == "too-few-dialogs"
        assert answered.before.records is self.life.records

    def was_granted(self, answered: Answered) -> None:
        before, after = self.state, answered.recorded
        record = after.records[-1]
        assert before
        assert answered.actor.role in PERMITTED[type(answered.request)]
        assert after.records[:-1] == self.life.records
        assert all(RULES[finding.rule].effect == "finding" for finding in record.findings)
        again = Context(answered.actor, self.today, {"christine-arbogast": COMMITMENT, "jens-grote": COMMITMENT})
        again = replace(again, records=self.life.records)
        decided = DECISIONS[type(answered.request)](before, answered.request, again)
        assert decided.fact == record.fact, "the state carried along decides like the one folded anew"
        retraction = isinstance(record.fact, RecordRetracted)
        state = fold(after.records) if retraction else evolve(before, record)
        assert state
        assert fold(after.records) == state, "what was recorded gives the state that decides"
        assert after.attainment.history == state.history
        assert state.status is before.status or (before.status, state.status) in ARROWS
        assert before.status not in ENDED or isinstance(record.fact, FIGURES) or state.status is ASSESSED
        assert before.terms_version <= state.terms_version
        if isinstance(record.fact, facts.FinalAssessmentMade | facts.AssessmentRevised):
            assert {one.reference for one in record.fact.assessment.addressed} == to_appraise(before).keys()
        if isinstance(record.fact, FiguresReleased | FiguresRejected):
            deliverers = {
                r.fact.delivery_id: r.provenance.actor
                for r in self.life.records
                if isinstance(r.fact, FiguresDelivered)
            }
            assert deliverers[record.fact.delivery_id] != answered.actor.person
        self.life, self.state = after, state
        self.states.append(state)

    def teardown(self) -> None:
        """What was known stays known: every state was that of the records so far."""
        for state in self.states:
            assert fold(self.life.records[: state.version]) == state

    @invariant()
    def the_state_is_legal(self) -> None:
        if self.state:
            must_be_legal(self.state, len(self.life.records))

    @invariant()
    def a_line_id_means_one_thing(self) -> None:
        if self.state:
            for version in self.state.history.versions:
                for line in version.terms.lines:
                    meaning = (line.measure, line.sex, line.quantity)
                    assert self.meanings.setdefault(line.id, meaning) == meaning


FOLLOWING: set[type[Request]] = {
    *(follow_up.ReportMeasure, follow_up.NoteDeviation, follow_up.NoteCircumstance),
    *(example.request for example in examples()),
    *(follow_up.ApplyLegalChange, individual.ReportStep, individual.AppraiseCriterion, individual.ReportTopic),
    *(talks.RequestDialog, talks.ScheduleDialog, talks.CancelDialog, talks.InvolveCommittee, held_dialogs.HoldDialog),
    *(held_dialogs.ConfirmMinutes, mending.RetractRecord, mending.DisputeRecord),
    *(figures.DeliverFigures, figures.ReleaseFigures, figures.RejectFigures),
}
AFTERWARDS: set[type[Request]] = {
    answering.AcknowledgeAssessment,
    answering.ContestAssessment,
    answering.AnswerContest,
    answering.RecordNoAnswer,
}
CHANGING: set[type[Request]] = {
    *(changing.ProposeAmendment, changing.SignAmendment, changing.WithdrawAmendment, changing.TerminateAgreement),
    *(signing.ConfirmTranscription, signing.CorrectTranscription),
}
LIKELY: dict[Status, set[type[Request]]] = {
    DRAFTED: {*(signing.SignAgreement, drafting.ReviseDraft, drafting.ProposeTarget), talks.ScheduleDialog},
    PARTLY_SIGNED: {signing.SignAgreement, drafting.WithdrawDraft, *FOLLOWING},
    IN_FORCE: {*FOLLOWING, *CHANGING, judging.AssessFinally},
    ASSESSED: {*AFTERWARDS, answering.CloseAgreement, judging.ReviseAssessment, *FOLLOWING},
    CLOSED: {judging.ReviseAssessment, figures.DeliverFigures, figures.ReleaseFigures},
    WITHDRAWN: {drafting.DraftAgreement},
    TERMINATED: {drafting.DraftAgreement},
}
"""What is mostly asked in a state; now and then it is anything."""
ONLY_WITH: dict[type[Request], Callable[[Agreement], bool]] = {
    signing.ConfirmTranscription: lambda state: not state.transcription_confirmed,
    changing.ProposeAmendment: lambda state: state.history.pending is None,
    changing.SignAmendment: lambda state: state.history.pending is not None,
    changing.WithdrawAmendment: lambda state: state.history.pending is not None,
    follow_up.ReportMeasure: lambda state: bool(state.agreed_measures),
    answering.AcknowledgeAssessment: lambda state: state.answer is None,
    answering.ContestAssessment: lambda state: state.answer is None,
    answering.RecordNoAnswer: lambda state: state.answer is None,
    answering.AnswerContest: lambda state: state.answer is Answer.CONTESTED,
    figures.ReleaseFigures: lambda state: any(d.decision is Decision.PENDING for d in state.deliveries.values()),
    figures.RejectFigures: lambda state: any(d.decision is Decision.PENDING for d in state.deliveries.values()),
}
"""Without what a request would only be refused."""


def asking(kind: type[Request]) -> Callable[[WholeLife], None]:
    """The rule that somebody asks this where it is likely."""

    def likely(life: WholeLife) -> bool:
        if life.state is None or kind not in LIKELY[life.state.status]:
            return life.state is None
        needed = ONLY_WITH.get(kind)
        return needed is None or needed(life.state)

    def ask(life: WholeLife, data: st.DataObject) -> None:
        life.ask(data, kind)

    ask.__name__ = f"somebody_asks_to_{kind.__name__}"
    return rule(data=st.data())(precondition(likely)(ask))


for kind in KINDS:
    setattr(WholeLife, f"somebody_asks_to_{kind.__name__}", asking(kind))


@exhaustive
def test_no_sequence_of_requests_reaches_an_illegal_state() -> None:
    bounds = settings(max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None)
    run_state_machine_as_test(WholeLife, settings=bounds)


def test_every_state_is_reached_and_every_request_granted_on_the_way() -> None:
    withdrawn, terminated = lived(*one_life.WITHDRAWN), lived(*one_life.TERMINATED)
    reached = {life.agreement.status for life in (*lived(*WHOLE), *withdrawn, *terminated)}
    assert reached == set(Status)
    granted = {kind for _, kind, _ in (*WHOLE, *one_life.WITHDRAWN, *one_life.TERMINATED)}
    assert granted == PERMITTED.keys() - {ErasePerson, IntroduceKey, KeepMapping, *FILE_DECISIONS} == set(KINDS)


def test_every_fact_of_the_life_is_recorded_on_the_way() -> None:
    ends = (lives()[-3], lives()[-2], lives()[-1])
    recorded = {type(record.fact) for life in ends for record in life.records}
    assert recorded == set(get_args(facts.AgreementFact))


def test_what_ended_is_drafted_anew_under_the_next_number() -> None:
    for ended in lives()[-2:]:
        anew = ended.when(WHOLE[0][-1](ended), MINISTRY).recorded
        assert (anew.agreement.ordinal, anew.agreement.status) == (2, DRAFTED)
    for life in lives()[:-2]:
        life.when(WHOLE[0][-1](life), MINISTRY).then_refused(SECOND_AGREEMENT)

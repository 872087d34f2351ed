"""Follow-up: what came of measures, advice, deviations, circumstances, new law."""

from collections.abc import Iterable
from decimal import Decimal

from pydantic import Field

from domain import attainment
from domain.acts.common import as_asked, decides, must_be, own_party
from domain.facts import AdviceGiven, CircumstanceNoted, DeviationNoted, LegalChangeApplied, MeasureReported
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.signing import Document
from domain.figures import LoadState
from domain.record import LAND, PARTIES, Context, Decided, Request
from domain.rulebook.dialogs import UNKNOWN_GOAL
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.rulebook.follow_up import (
    CIRCUMSTANCE_ABOUT,
    CIRCUMSTANCE_ACTUAL,
    NAMES_NONE,
    NAMES_ONE,
    NO_DEVIATION,
    NOTE_ID_USED,
    PROVISION_PERIOD,
    UNKNOWN_AGREED_MEASURE,
)
from domain.standing import line_standing
from domain.state import Agreement, Status
from domain.terms import Terms
from domain.values import GoalId, LineId, Number, Several, Slug, Text

FOLLOWED = frozenset({Status.PARTLY_SIGNED, Status.IN_FORCE, Status.ASSESSED})
"""When there is something to follow up."""
MEASURED = {CircumstanceKind.BUDGET, CircumstanceKind.BENCHMARK}


class ReportMeasure(Request):
    """Report what came of a measure agreed in a dialog."""

    title = "Verabredung berichten"
    title_en = "report on an agreed measure"
    permitted = PARTIES

    measure_id: Slug
    done: bool
    says: Text
    evidence: Several[Document] = ()


class GiveAdvice(Request):
    """Have the Land's advice recorded."""

    title = "Beratung festhalten"
    title_en = "record advice"
    permitted = LAND

    goals: Several[GoalId] = Field(min_length=1)
    says: Text
    evidence: Several[Document] = ()


class NoteDeviation(Request):
    """Note that a line is off its bound at a load state, and why."""

    title = "Zielabweichung festhalten"
    title_en = "note a deviation"
    permitted = PARTIES

    deviation_id: Slug
    line_id: LineId
    load_state: LoadState
    causes: Text


class NoteCircumstance(Request):
    """Note that budget, benchmarks, economy or structure differ from what was agreed."""

    title = "Umstand festhalten"
    title_en = "note a circumstance"
    permitted = PARTIES

    circumstance_id: Slug
    kind: CircumstanceKind
    about: Slug | None = None
    actual: Number | None = None
    says: Text
    lines: Several[LineId] = ()


class ApplyLegalChange(Request):
    """Take a change of law into the follow-up."""

    title = "Gesetzesänderung berücksichtigen"
    title_en = "apply a legal change"
    permitted = LAND

    change_id: Slug
    law: Text
    citation: Text
    provisions: Several[Provision] = Field(min_length=1)


@decides(ReportMeasure)
def report_measure(agreement: Agreement, request: ReportMeasure, context: Context) -> Decided:
    """A report on a measure that was agreed."""
    must_be(agreement, FOLLOWED, request)
    known = request.measure_id in agreement.agreed_measures
    UNKNOWN_AGREED_MEASURE.refuse_if(not known, measure=request.measure_id)
    return Decided(as_asked(MeasureReported, request))


@decides(GiveAdvice)
def give_advice(agreement: Agreement, request: GiveAdvice, context: Context) -> Decided:
    """Advice on known goals."""
    must_be(agreement, FOLLOWED, request)
    goals = {goal.id for goal in agreement.terms.goals}
    for goal in request.goals:
        UNKNOWN_GOAL.refuse_if(goal not in goals, goal=goal)
    return Decided(as_asked(AdviceGiven, request))


@decides(NoteDeviation)
def note_deviation(agreement: Agreement, request: NoteDeviation, context: Context) -> Decided:
    """A deviation with its causes; a line that is not computed to be off course is a finding."""
    must_be(agreement, FOLLOWED, request)
    must_be_new(agreement, f"deviation:{request.deviation_id}", request.deviation_id)
    state = attainment.fold(context.records)
    assert state is not None, "an agreement has records"
    line = line_standing(state, request.line_id, request.load_state)
    return Decided(
        as_asked(DeviationNoted, request),
        findings=NO_DEVIATION.notice_if(
            line.state is not attainment.LineState.OFF_COURSE,
            state=request.load_state,
            line=request.line_id,
            standing=line.state,
        ),
    )


@decides(NoteCircumstance)
def note_circumstance(agreement: Agreement, request: NoteCircumstance, context: Context) -> Decided:
    """A circumstance beside the agreed value it differs from."""
    must_be(agreement, FOLLOWED, request)
    party = own_party(agreement.terms, context.actor)
    must_be_new(agreement, f"circumstance:{request.circumstance_id}", request.circumstance_id)
    must_know_lines(agreement, request.lines)
    agreed = agreed_value(agreement.terms, request)
    CIRCUMSTANCE_ACTUAL.refuse_if((request.actual is None) is (request.kind in MEASURED))
    return Decided(
        CircumstanceNoted(
            circumstance_id=request.circumstance_id,
            kind=request.kind,
            party=party.id,
            about=request.about,
            agreed=agreed,
            actual=request.actual,
            says=request.says,
            lines=request.lines,
        )
    )


@decides(ApplyLegalChange)
def apply_legal_change(agreement: Agreement, request: ApplyLegalChange, context: Context) -> Decided:
    """A change of law with its provisions; no computed value changes by it."""
    must_be(agreement, FOLLOWED, request)
    must_be_new(agreement, f"law:{request.change_id}", request.change_id)
    for provision in request.provisions:
        until = provision.until_day
        backwards = until is not None and until < provision.from_day
        PROVISION_PERIOD.refuse_if(backwards, says=provision.says, from_day=provision.from_day, until_day=until)
        must_know_lines(agreement, (effect.line_id for effect in provision.effects))
    return Decided(as_asked(LegalChangeApplied, request))


WHOLE_BUDGET = "gesamt"
"""Under which name a circumstance is about the budget as a whole."""


def agreed_value(terms: Terms, request: NoteCircumstance) -> Decimal | None:
    """What was agreed about it: a budget line, funds included nationwide or the total in EUR, a benchmark in percent.

    Refuses what the terms do not have.
    """
    budget = terms.budget
    amounts = {line.id: line.amount for line in (*budget.included_nationwide, *budget.lines)} if budget else {}
    if budget:
        amounts.setdefault(WHOLE_BUDGET, budget.stated_total)
    benchmarks = {benchmark.id: benchmark.expected_change for benchmark in terms.benchmarks}
    agreed = {CircumstanceKind.BUDGET: amounts, CircumstanceKind.BENCHMARK: benchmarks}.get(request.kind, {})
    fits = request.about in agreed if request.kind in MEASURED else request.about is None
    CIRCUMSTANCE_ABOUT.refuse_if(
        not fits,
        kind=request.kind,
        needs=NAMES_ONE.of(known=tuple(agreed)) if agreed else NAMES_NONE,
        about=request.about or "–",
    )
    return agreed[request.about] if request.about else None


def must_be_new(agreement: Agreement, reference: str, name: Slug) -> None:
    """Refuse an id under which something was noted, even if it was taken back."""
    used = reference in agreement.to_address or reference in agreement.deviations or reference in agreement.taken
    NOTE_ID_USED.refuse_if(used, note=name)


def must_know_lines(agreement: Agreement, lines: Iterable[LineId]) -> None:
    """Refuse lines the agreement never had."""
    for line in lines:
        UNKNOWN_LINE.refuse_if(line not in agreement.meanings, line=line)

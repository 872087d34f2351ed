"""Judging: assess, and revise an assessment."""

from collections import Counter
from collections.abc import Iterator

from domain import attainment
from domain.acts.common import decides, must_be, must_follow
from domain.assessing import Computed, computed, to_appraise, too_few_dialogs
from domain.facts import AssessmentRevised, FinalAssessmentMade
from domain.facts.dialogs import DialogKind
from domain.facts.judging import Addressed, Assessment, CountyPosition, Judgement, Outcome
from domain.record import LAND, Context, Decided, Request
from domain.rulebook.any_act import AFTER_FINAL_DIALOG
from domain.rulebook.changing import AMENDMENT_PENDING
from domain.rulebook.figures import REASON_MISSING
from domain.rulebook.judging import (
    ADDRESSED_TWICE,
    ASSESSED_BEFORE_AMENDMENT,
    ASSESSED_OUTSIDE,
    CITES_NO_CAUSE,
    COUNTY_POSITION_LATER,
    COUNTY_POSITION_MISSING,
    DATA_MISSING,
    DIFFERS_WITHOUT_CITATION,
    FINAL_DIALOG_MISSING,
    GOAL_OPEN,
    JUDGEMENT_MISSING,
    JUDGEMENT_TWICE,
    LINE_WITHOUT_VALUE,
    NOT_ADDRESSED,
    OUTSIDE_WINDOW,
    UNDECIDED_WITHOUT_REASON,
    UNKNOWN_REFERENCE,
    UNKNOWN_VERDICT,
    waited_for,
)
from domain.rules import Finding, Refused
from domain.said_from import said_from
from domain.state import Agreement, Decision, Status
from domain.values import DialogId, Several, Text


class AssessFinally(Request):
    """Judge the year, in the final dialog."""

    title = "Gesamtbewertung treffen"
    title_en = "assess finally"
    permitted = LAND

    dialog_id: DialogId
    judgements: Several[Judgement] = ()
    addressed: Several[Addressed] = ()
    county: CountyPosition | None = None
    summary: Text


class ReviseAssessment(AssessFinally):
    """Judge again, for a named cause."""

    title = "Gesamtbewertung neu fassen"
    title_en = "revise the assessment"
    permitted = LAND

    cause: Text


@decides(AssessFinally)
def assess_finally(agreement: Agreement, request: AssessFinally, context: Context) -> Decided:
    """The judgement beside the computed outcome; refused for everything that is missing, at once."""
    must_be(agreement, {Status.IN_FORCE}, request)
    assessment, findings = assessed(agreement, request, context)
    return Decided(FinalAssessmentMade(assessment=assessment), findings)


@decides(ReviseAssessment)
def revise_assessment(agreement: Agreement, request: ReviseAssessment, context: Context) -> Decided:
    """A new judgement under the same conditions; the earlier one stays in the record."""
    must_be(agreement, {Status.ASSESSED, Status.CLOSED}, request)
    assessment, findings = assessed(agreement, request, context)
    return Decided(AssessmentRevised(cause=request.cause, assessment=assessment), findings)


def assessed(agreement: Agreement, request: AssessFinally, context: Context) -> tuple[Assessment, tuple[Finding, ...]]:
    """The assessment and what is noticed about it; raises Refused with everything that stands against it."""
    state = attainment.fold(context.records)
    assert state is not None, "an agreement has records"
    facts_say = computed(agreement, state)
    against = (
        *_dialog(agreement, request),
        *_verdicts(agreement, request, facts_say),
        *_appraised(agreement, request),
        *_county(request),
        *_pending(agreement, context),
    )
    if against or request.county is None:
        raise Refused(against)
    must_follow(request, agreement.dialogs[request.dialog_id].held_on, AFTER_FINAL_DIALOG)
    assessment = Assessment(
        dialog_id=request.dialog_id,
        computed=facts_say.verdicts,
        derivation=tuple(goal.model_dump(mode="json") for goal in facts_say.goals),
        said_from=said_from(facts_say.goals),
        judgements=request.judgements,
        addressed=request.addressed,
        county=request.county,
        summary=request.summary,
    )
    return assessment, (*_window(agreement, request), *_lapsed(agreement), *too_few_dialogs(agreement))


def _county(request: AssessFinally) -> Iterator[Finding]:
    yield from COUNTY_POSITION_MISSING.notice_if(request.county is None)
    if request.county is not None:
        later = request.county.on > request.occurred_on
        yield from COUNTY_POSITION_LATER.notice_if(later, day=request.county.on, assessed=request.occurred_on)


def _pending(agreement: Agreement, context: Context) -> tuple[Finding, ...]:
    """The assessing party can withdraw its own proposal; another's proposal must not act as a veto."""
    amendment = agreement.history.pending
    own = amendment is not None and amendment.proposed_by == context.actor.party
    return AMENDMENT_PENDING.notice_if(own, amendment=amendment.id if amendment else "")


def _lapsed(agreement: Agreement) -> tuple[Finding, ...]:
    amendment = agreement.history.pending
    return ASSESSED_BEFORE_AMENDMENT.notice_if(amendment is not None, amendment=amendment.id if amendment else "")


def _dialog(agreement: Agreement, request: AssessFinally) -> tuple[Finding, ...]:
    dialog = agreement.dialogs.get(request.dialog_id)
    held = dialog is not None and dialog.kind is DialogKind.FINAL and dialog.held_on is not None
    if not held:
        return (FINAL_DIALOG_MISSING.finding(dialog=request.dialog_id),)
    unexplained = bool(_window(agreement, request)) and request.reason is None
    return REASON_MISSING.notice_if(unexplained, act=ASSESSED_OUTSIDE)


def _window(agreement: Agreement, request: AssessFinally) -> tuple[Finding, ...]:
    held, window = agreement.dialogs[request.dialog_id].held_on, agreement.terms.assessment
    outside = held is not None and not window.opens_on <= held <= window.closes_on
    return OUTSIDE_WINDOW.notice_if(outside, day=held, opens=window.opens_on, closes=window.closes_on)


def _verdicts(agreement: Agreement, request: AssessFinally, facts_say: Computed) -> Iterator[Finding]:
    judged = Counter(judgement.verdict_id for judgement in request.judgements)
    known = {verdict.verdict_id: verdict.outcome for verdict in facts_say.verdicts}
    for verdict_id in known:
        yield from JUDGEMENT_MISSING.notice_if(not judged[verdict_id], verdict=verdict_id)
    for verdict_id, times in judged.items():
        yield from UNKNOWN_VERDICT.notice_if(verdict_id not in known, verdict=verdict_id)
        yield from JUDGEMENT_TWICE.notice_if(times > 1, verdict=verdict_id)
    for judgement in request.judgements:
        if judgement.verdict_id in known:
            yield from _judgement(agreement, judgement, known[judgement.verdict_id], facts_say)


def _judgement(agreement: Agreement, judgement: Judgement, outcome: Outcome, facts_say: Computed) -> Iterator[Finding]:
    verdict, lacking = judgement.verdict_id, facts_say.lacking.get(judgement.verdict_id)
    for reference in judgement.cites:
        yield from CITES_NO_CAUSE.notice_if(not is_a_cause(agreement, reference), reference=reference)
    if outcome is Outcome.NOT_ASSESSABLE:
        yield from _declared(agreement, judgement, lacking or "")
        return
    if outcome is Outcome.UNDECIDED:
        yield from UNDECIDED_WITHOUT_REASON.notice_if(judgement.why is None, verdict=verdict, why=lacking or "")
        return
    unexplained = lacking is not None and judgement.why is None
    yield from LINE_WITHOUT_VALUE.notice_if(unexplained, verdict=verdict, why=lacking)
    if judgement.outcome is not outcome:
        excused = bool(judgement.cites) and judgement.why is not None
        yield from DIFFERS_WITHOUT_CITATION.notice_if(not excused, verdict=verdict, computed=outcome)


def _declared(agreement: Agreement, judgement: Judgement, lacking: str) -> Iterator[Finding]:
    """Findings on a judgement nobody can compute: only "not assessable", with the reason, is possible."""
    declared = judgement.outcome is Outcome.NOT_ASSESSABLE and judgement.why is not None
    waited = waited_for(agreement.terms.assessment.months_waited)
    if judgement.verdict_id in {goal.id for goal in agreement.terms.goals}:
        yield from GOAL_OPEN.notice_if(not declared, verdict=judgement.verdict_id, open=lacking)
    else:
        yield from DATA_MISSING.notice_if(not declared, verdict=judgement.verdict_id, waited=waited, why=lacking)


def is_a_cause(agreement: Agreement, reference: str) -> bool:
    """Whether a judgement may rest on it: a circumstance, a legal change, or a delivery that proved another wrong."""
    kind, _, name = reference.partition(":")
    if kind in {"circumstance", "law"}:
        return reference in agreement.to_address
    delivery = agreement.deliveries.get(name) if kind == "delivery" else None
    return (
        delivery is not None
        and delivery.decision is Decision.RELEASED
        and delivery.correction is not None
        and delivery.correction.cause.supersedes
    )


def _appraised(agreement: Agreement, request: AssessFinally) -> Iterator[Finding]:
    known = to_appraise(agreement)
    counted = Counter(addressed.reference for addressed in request.addressed)
    appraised = set(counted)
    for reference in sorted(name for name, times in counted.items() if times > 1):
        yield ADDRESSED_TWICE.finding(reference=reference)
    for reference, says in known.items():
        yield from NOT_ADDRESSED.notice_if(reference not in appraised, reference=reference, says=says)
    for reference in sorted(appraised - known.keys()):
        yield UNKNOWN_REFERENCE.finding(reference=reference)

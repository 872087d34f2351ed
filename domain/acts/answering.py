"""The answer to the assessment: acknowledge, contest, answer the contest, record none, close."""

from domain.acts.common import as_asked, decides, must_be, must_follow, must_give_a_reason
from domain.facts import (
    AgreementClosed,
    AssessmentAcknowledged,
    AssessmentContested,
    ContestAnswered,
    NoAnswerRecorded,
)
from domain.facts.signing import Document
from domain.record import COUNTY, LAND, Context, Decided, Request
from domain.rulebook.any_act import AFTER_ASSESSMENT, AFTER_QUESTION
from domain.rulebook.judging import (
    ALREADY_ANSWERED,
    ANSWER_OUTSTANDING,
    NO_CONTEST,
)
from domain.state import Agreement, Answer, Status
from domain.values import Day, Several, Text


class AcknowledgeAssessment(Request):
    """Take note of the assessment, for the county."""

    title = "Gesamtbewertung zur Kenntnis nehmen"
    title_en = "acknowledge the assessment"
    permitted = COUNTY


class ContestAssessment(Request):
    """Contest the assessment, for the county."""

    title = "Gesamtbewertung beanstanden"
    title_en = "contest the assessment"
    permitted = COUNTY

    grounds: Text
    evidence: Several[Document] = ()


class AnswerContest(Request):
    """Answer the county's objection."""

    title = "Beanstandung beantworten"
    title_en = "answer the objection"
    permitted = LAND

    says: Text


class RecordNoAnswer(Request):
    """Have recorded that the county did not answer."""

    title = "Ausbleiben einer Antwort festhalten"
    title_en = "record that no answer came"
    permitted = LAND

    asked_on: Day


class CloseAgreement(Request):
    """Close the agreement after its assessment."""

    title = "Vereinbarung abschließen"
    title_en = "close the agreement"
    permitted = LAND


@decides(AcknowledgeAssessment)
def acknowledge_assessment(agreement: Agreement, request: AcknowledgeAssessment, context: Context) -> Decided:
    """The county's word that it took note."""
    must_be_unanswered(agreement, request, context)
    return Decided(AssessmentAcknowledged())


@decides(ContestAssessment)
def contest_assessment(agreement: Agreement, request: ContestAssessment, context: Context) -> Decided:
    """The county's objection, with its grounds."""
    must_be_unanswered(agreement, request, context)
    return Decided(as_asked(AssessmentContested, request))


@decides(AnswerContest)
def answer_contest(agreement: Agreement, request: AnswerContest, context: Context) -> Decided:
    """The Land's answer to the objection."""
    must_be(agreement, {Status.ASSESSED}, request)
    must_follow(request, agreement.assessed_on, AFTER_ASSESSMENT)
    NO_CONTEST.refuse_if(agreement.answer is not Answer.CONTESTED)
    return Decided(as_asked(ContestAnswered, request))


@decides(RecordNoAnswer)
def record_no_answer(agreement: Agreement, request: RecordNoAnswer, context: Context) -> Decided:
    """The county's silence, after it was asked."""
    must_be_unanswered(agreement, request, context)
    must_give_a_reason(request)
    must_follow(request, request.asked_on, AFTER_QUESTION)
    return Decided(as_asked(NoAnswerRecorded, request))


@decides(CloseAgreement)
def close_agreement(agreement: Agreement, request: CloseAgreement, context: Context) -> Decided:
    """The end of the life, once the county has had its say."""
    must_be(agreement, {Status.ASSESSED}, request)
    must_follow(request, agreement.assessed_on, AFTER_ASSESSMENT)
    ANSWER_OUTSTANDING.refuse_if(agreement.answer in {None, Answer.CONTESTED})
    return Decided(AgreementClosed())


def must_be_unanswered(agreement: Agreement, request: Request, context: Context) -> None:
    """Refuse a second answer to the same assessment."""
    must_be(agreement, {Status.ASSESSED}, request)
    must_follow(request, agreement.assessed_on, AFTER_ASSESSMENT)
    answer = agreement.answer
    ALREADY_ANSWERED.refuse_if(answer is not None, answer=answer or "")

"""Drafting: put terms on the table, propose, revise, withdraw."""

from domain.acts.common import as_asked, decides, must_be, must_follow, must_give_a_reason
from domain.agreement import meanings
from domain.contradictions import bound_contradictions, contradictions, remarks
from domain.facts import AgreementDrafted, DraftRevised, DraftWithdrawn, TargetProposed
from domain.record import LAND, PARTIES, Context, Decided, Request
from domain.rulebook.any_act import AFTER_DRAFT
from domain.rulebook.drafting import ID_REUSED, IDENTITY_CHANGED, SECOND_AGREEMENT, TERMS_UNCHANGED, UNKNOWN_LINE
from domain.rules import Refused
from domain.state import Agreement, Status
from domain.terms import Bound, Terms
from domain.values import LineId, Text, sha256_of

FREED = frozenset({Status.WITHDRAWN, Status.TERMINATED})


class DraftAgreement(Request):
    """Put an agreement's terms on the table."""

    title = "Vereinbarung entwerfen"
    title_en = "draft an agreement"
    permitted = LAND

    terms: Terms


class ProposeTarget(Request):
    """Propose a bound for a line."""

    title = "Zielwert vorschlagen"
    title_en = "propose a target"
    permitted = PARTIES

    line_id: LineId
    bound: Bound
    forecast: Text
    rationale: Text


class ReviseDraft(Request):
    """Replace the drafted terms."""

    title = "Entwurf ändern"
    title_en = "revise the draft"
    permitted = LAND

    terms: Terms


class WithdrawDraft(Request):
    """Take the draft back."""

    title = "Entwurf zurückziehen"
    title_en = "withdraw the draft"
    permitted = LAND


def draft_agreement(earlier: tuple[Agreement, ...], request: DraftAgreement, context: Context) -> Decided:
    """A new agreement; `earlier` are those of the same keys, track and year, which may be other bodies'."""
    same = (one for one in earlier if of_the_same_bodies(one.terms, request.terms))
    for previous in same:
        SECOND_AGREEMENT.refuse_if(
            previous.status not in FREED,
            year=previous.terms.year,
            agreement=previous.id,
            status=previous.status,
        )
    must_hold_together(request.terms)
    ordinal = len(earlier) + 1
    fact = AgreementDrafted(ordinal=ordinal, terms=request.terms, terms_hash=sha256_of(request.terms))
    return Decided(fact, remarks(request.terms))


@decides(ProposeTarget)
def propose_target(agreement: Agreement, request: ProposeTarget, context: Context) -> Decided:
    """A party's proposal for one line of the draft."""
    must_be(agreement, {Status.DRAFTED}, request)
    must_follow(request, agreement.drafted_on, AFTER_DRAFT)
    line = next((line for line in agreement.terms.lines if line.id == request.line_id), None)
    if line is None:
        UNKNOWN_LINE.refuse(line=request.line_id)
    if found := tuple(bound_contradictions(agreement.terms, line, [request.bound])):
        raise Refused(found)
    return Decided(as_asked(TargetProposed, request))


@decides(ReviseDraft)
def revise_draft(agreement: Agreement, request: ReviseDraft, context: Context) -> Decided:
    """New terms for a draft nobody has signed."""
    must_be(agreement, {Status.DRAFTED}, request)
    must_follow(request, agreement.drafted_on, AFTER_DRAFT)
    must_stay_the_same_agreement(agreement, request.terms)
    fact = DraftRevised(terms=request.terms, terms_hash=sha256_of(request.terms))
    return Decided(fact, remarks(request.terms))


@decides(WithdrawDraft)
def withdraw_draft(agreement: Agreement, request: WithdrawDraft, context: Context) -> Decided:
    """The end of a draft that not all have signed."""
    must_be(agreement, {Status.DRAFTED, Status.PARTLY_SIGNED}, request)
    must_give_a_reason(request)
    must_follow(request, agreement.drafted_on, AFTER_DRAFT)
    return Decided(DraftWithdrawn())


def of_the_same_bodies(one: Terms, other: Terms) -> bool:
    """Whether two agreements have the same partners: two Jobcenter agreements with different ministries have not."""
    bodies, others = one.parties, other.parties
    return len(bodies) == len(others) and all(any(body.is_same_body(known) for known in others) for body in bodies)


def must_hold_together(terms: Terms) -> None:
    """Refuse terms that contradict themselves, naming every contradiction."""
    if found := contradictions(terms):
        raise Refused(found)


def must_stay_the_same_agreement(agreement: Agreement, terms: Terms) -> None:
    """Refuse new terms that contradict themselves, are another agreement's, or give an old line id a new meaning."""
    must_hold_together(terms)
    old = agreement.terms
    IDENTITY_CHANGED.refuse_if(identity(old) != identity(terms))
    TERMS_UNCHANGED.refuse_if(terms == old)
    for name, meaning in meanings(terms).items():
        ID_REUSED.refuse_if(agreement.meanings.get(name, meaning) != meaning, id=name.removeprefix("goal:"))


def identity(terms: Terms) -> tuple[object, ...]:
    """The identity of an agreement: year, number in § 48b, and the parties on each side."""
    return terms.year, terms.track, frozenset((party.id, party.side, party.ags) for party in terms.parties)

"""Changing: amendments are proposed, signed by all, withdrawn by their author; an agreement is ended."""

from dataclasses import replace
from datetime import date

import pytest

from domain.acts.changing import ProposeAmendment, SignAmendment, TerminateAgreement, WithdrawAmendment
from domain.acts.signing import ConfirmTranscription
from domain.facts import AgreementTerminated, AmendmentProposed, AmendmentSigned, AmendmentWithdrawn, DraftWithdrawn
from domain.facts.signing import Signatory, SignatureForm
from domain.record import Actor, Request
from domain.rulebook import changing as rules
from domain.rulebook.any_act import OUT_OF_SEQUENCE, PARTY_MISSING, UNKNOWN_PERSON, WRONG_STATUS
from domain.rulebook.drafting import ID_REUSED, IDENTITY_CHANGED, WINDOW_CONTRADICTS
from domain.rulebook.figures import REASON_MISSING
from domain.rulebook.signing import OTHER_TERMS, OWN_TRANSCRIPTION, SIGNED_TWICE
from domain.state import Status
from domain.terms import Sex, Terms
from domain.values import sha256_of
from tests.builders import (
    A_SCAN,
    CLERK,
    COMMITMENT,
    COUNTY,
    HEIDEKREIS,
    MINISTRY,
    Life,
    a_line,
    agreed,
    an_agreement_in_force,
    at_least,
    drafted,
    in_year,
    signed,
)
from tests.domain.given import Given, given

OLD, NEW = agreed(a_line(at_least("5.3"), id="k2")), agreed(a_line(at_least("4.0"), id="k2"))
HASH = sha256_of(NEW)
IN_FORCE = (an_agreement_in_force(OLD),)
IN_JUNE, FROM_JULY = date(2026, 6, 10), date(2026, 7, 1)
PROPOSED = AmendmentProposed(amendment_id="a1", terms=NEW, terms_hash=HASH, effective_from=FROM_JULY)


def propose(
    terms: Terms = NEW, id: str = "a1", since: date = FROM_JULY, reason: str | None = "Neue Lage", on: date = IN_JUNE
) -> ProposeAmendment:
    return ProposeAmendment(occurred_on=on, reason=reason, amendment_id=id, terms=terms, effective_from=since)


def sign(
    id: str = "a1", terms_hash: str = HASH, by: str = "christine-arbogast", on: date = date(2026, 6, 20)
) -> SignAmendment:
    return SignAmendment(
        occurred_on=on,
        amendment_id=id,
        terms_hash=terms_hash,
        signatory=by,
        office="Staatssekretärin",
        form=SignatureForm.PAPER,
        place="Hannover",
        document=A_SCAN,
    )


def withdraw(id: str = "a1", reason: str | None = "Doch nicht nötig") -> WithdrawAmendment:
    return WithdrawAmendment(occurred_on=date(2026, 6, 21), amendment_id=id, reason=reason)


def terminate(on: date = date(2026, 8, 3), reason: str | None = "Trägerwechsel") -> TerminateAgreement:
    return TerminateAgreement(occurred_on=on, reason=reason, document=A_SCAN)


def amended(life: Given, terms: Terms, id: str, since: date) -> Given:
    proposed = life.when(propose(terms, id, since)).recorded
    one = proposed.when(sign(id, sha256_of(terms))).recorded
    return one.when(sign(id, sha256_of(terms), "jens-grote"), by=COUNTY).recorded


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
def test_each_side_proposes_full_new_terms_that_hold_from_a_day(actor: Actor) -> None:
    after = given(*IN_FORCE).when(propose(), by=actor).then(PROPOSED).then_nothing_noticed().recorded.agreement
    pending = after.history.pending
    assert pending is not None
    assert (pending.terms, pending.effective_from, pending.proposed_by) == (NEW, FROM_JULY, actor.party)
    assert (after.terms, after.terms_version) == (OLD, 1), "nothing changes before all have signed"


def test_one_amendment_is_on_the_table_at_a_time() -> None:
    pending = given(*IN_FORCE, PROPOSED)
    pending.when(propose(id="a2")).then_refused(rules.AMENDMENT_PENDING, saying="a1")
    pending.when(withdraw()).recorded.when(propose(id="a2"), today=date(2026, 6, 22)).then_nothing_noticed()


def test_an_amendment_has_an_id_of_its_own_for_good() -> None:
    withdrawn = given(*IN_FORCE, PROPOSED, AmendmentWithdrawn(amendment_id="a1"))
    withdrawn.when(propose()).then_refused(rules.AMENDMENT_ID_USED, saying="a1")
    withdrawn.when(propose(id="a2")).then_nothing_noticed()


def test_an_amendment_says_why() -> None:
    given(*IN_FORCE).when(propose(reason=None)).then_refused(REASON_MISSING)


@pytest.mark.parametrize(
    ("since", "outside"),
    [(date(2025, 12, 31), True), (date(2026, 1, 1), False), (date(2026, 12, 31), False), (date(2027, 1, 1), True)],
)
def test_an_amendment_touches_months_of_the_year(since: date, outside: bool) -> None:
    outcome = given(*IN_FORCE).when(propose(since=since))
    if outside:
        outcome.then_refused(rules.AMENDMENT_OUTSIDE_YEAR, saying="2026")
    else:
        assert outcome.recorded.agreement.history.pending


def test_an_amendment_does_not_reach_behind_an_earlier_one() -> None:
    once = amended(given(*IN_FORCE), NEW, "a1", FROM_JULY)
    once.when(propose(OLD, "a2", date(2026, 6, 30))).then_refused(rules.AMENDMENT_OUTSIDE_YEAR, saying="30.06.2026")
    once.when(propose(OLD, "a2", FROM_JULY)).then_nothing_noticed()


@pytest.mark.parametrize(("since", "back"), [(date(2026, 6, 9), True), (IN_JUNE, False)])
def test_an_amendment_that_reaches_back_is_noticed(since: date, back: bool) -> None:
    outcome = given(*IN_FORCE).when(propose(since=since))
    if back:
        outcome.then_noticed(rules.AMENDMENT_RETROACTIVE, saying="09.06.2026")
    else:
        outcome.then_nothing_noticed()


def test_amended_terms_are_held_to_the_rules_of_terms() -> None:
    window = OLD.assessment.model_copy(update={"opens_on": date(2026, 12, 31)})
    given(*IN_FORCE).when(propose(OLD.model_copy(update={"assessment": window}))).then_refused(WINDOW_CONTRADICTS)
    given(*IN_FORCE).when(propose(in_year(OLD, 2027))).then_refused(IDENTITY_CHANGED)
    given(*IN_FORCE).when(propose(OLD.model_copy(update={"track": 3}))).then_refused(IDENTITY_CHANGED)


def test_a_line_id_never_comes_to_mean_something_else() -> None:
    women = agreed(a_line(at_least("4.0"), id="k2", sex=Sex.WOMEN))
    given(*IN_FORCE).when(propose(women)).then_refused(ID_REUSED, saying="k2")
    without = amended(given(*IN_FORCE), agreed(a_line(at_least("1"), id="neu", sex=Sex.MEN)), "a1", FROM_JULY)
    without.when(propose(women, "a2")).then_refused(ID_REUSED, saying="k2")
    changed = agreed(a_line(at_least("1"), id="neu", sex=Sex.WOMEN))
    without.when(propose(changed, "a2")).then_refused(ID_REUSED, saying="neu")
    without.when(propose(NEW, "a2")).then_nothing_noticed()


def test_a_line_that_was_only_proposed_leaves_its_id_free() -> None:
    never = agreed(a_line(at_least("1"), id="neu", sex=Sex.MEN))
    life = given(*IN_FORCE).when(propose(never)).recorded.when(withdraw()).recorded
    other = agreed(a_line(at_least("1"), id="neu", sex=Sex.WOMEN))
    assert life.when(propose(other, "a2"), today=date(2026, 6, 22)).recorded.agreement.history.pending


def test_amended_terms_hold_once_every_party_has_signed() -> None:
    fact = AmendmentSigned(
        amendment_id="a1",
        party="ni-ms",
        terms_hash=HASH,
        signatory=Signatory(person="christine-arbogast", name_commitment=COMMITMENT, office="Staatssekretärin"),
        form=SignatureForm.PAPER,
        place="Hannover",
        document=A_SCAN,
    )
    one = given(*IN_FORCE, PROPOSED).when(sign()).then(fact).then_nothing_noticed().recorded
    assert (one.agreement.terms, one.agreement.status) == (OLD, Status.IN_FORCE)
    both = one.when(sign(by="jens-grote"), by=COUNTY).then_nothing_noticed().recorded.agreement
    assert (both.terms, both.terms_version, both.terms_hash) == (NEW, 2, HASH)
    assert (both.history.pending, both.history.latest.effective_from) == (None, FROM_JULY)
    assert (both.status, both.binding_since) == (Status.IN_FORCE, date(2026, 2, 10))


def test_three_parties_all_sign() -> None:
    second = HEIDEKREIS.parties[1].model_copy(update={"id": "celle", "ags": "03351"})
    old, new = (terms.model_copy(update={"parties": (*terms.parties, second)}) for terms in (OLD, NEW))
    proposed = given(an_agreement_in_force(old)).when(propose(new)).recorded
    two = proposed.when(sign(terms_hash=sha256_of(new))).recorded
    two = two.when(sign(terms_hash=sha256_of(new)), by=COUNTY).recorded
    assert two.agreement.terms_version == 1
    three = two.when(sign(terms_hash=sha256_of(new)), by=replace(COUNTY, party="celle")).recorded
    assert three.agreement.terms_version == 2


def test_nobody_signs_an_amendment_twice_or_other_terms_or_one_not_pending() -> None:
    pending = given(*IN_FORCE, PROPOSED)
    pending.when(sign()).recorded.when(sign()).then_refused(SIGNED_TWICE, saying="Ministerium")
    pending.when(sign(terms_hash="0" * 64)).then_refused(OTHER_TERMS, saying=HASH[:12])
    pending.when(sign("a2")).then_refused(rules.NO_SUCH_AMENDMENT, saying="a2")
    pending.when(sign(by="unbekannt")).then_refused(UNKNOWN_PERSON, saying="unbekannt")
    given(*IN_FORCE).when(sign()).then_refused(rules.NO_SUCH_AMENDMENT, saying="a1")
    amended(given(*IN_FORCE), NEW, "a1", FROM_JULY).when(sign()).then_refused(rules.NO_SUCH_AMENDMENT)


def test_an_amendment_is_not_signed_before_it_was_proposed() -> None:
    pending = given(*IN_FORCE).when(propose()).recorded
    pending.when(sign(on=date(2026, 6, 9))).then_refused(OUT_OF_SEQUENCE, saying="10.06.2026")
    pending.when(sign(on=IN_JUNE)).then_nothing_noticed()


def test_only_who_proposed_an_amendment_takes_it_back() -> None:
    pending = given(*IN_FORCE).when(propose(), by=COUNTY).recorded
    pending.when(withdraw(), by=MINISTRY).then_refused(rules.AMENDMENT_NOT_OURS, saying="heidekreis")
    pending.when(withdraw(reason=None), by=COUNTY).then_refused(REASON_MISSING)
    gone = pending.when(withdraw(), by=COUNTY).then(AmendmentWithdrawn(amendment_id="a1")).recorded.agreement
    assert (gone.history.pending, gone.terms) == (None, OLD)


def test_signatures_under_a_withdrawn_amendment_do_not_count_for_the_next() -> None:
    signed_once = given(*IN_FORCE, PROPOSED).when(sign()).recorded.and_then(AmendmentWithdrawn(amendment_id="a1"))
    again = signed_once.when(propose(id="a2"), today=IN_JUNE).recorded
    assert again.when(sign("a2"), by=COUNTY).recorded.agreement.terms_version == 1


@pytest.mark.parametrize(("by", "granted"), [(MINISTRY, False), (CLERK, True)])
def test_amended_terms_are_compared_with_their_paper_by_another_person(by: Actor, granted: bool) -> None:
    compared = given(*IN_FORCE).when(ConfirmTranscription(occurred_on=date(2026, 2, 12), terms_hash=sha256_of(OLD)))
    life = amended(compared.recorded, NEW, "a1", FROM_JULY)
    assert not life.agreement.transcription_confirmed
    outcome = life.when(ConfirmTranscription(occurred_on=FROM_JULY, terms_hash=HASH), by=by)
    if granted:
        outcome.then_nothing_noticed()
    else:
        outcome.then_refused(OWN_TRANSCRIPTION)


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
def test_a_party_ends_the_agreement(actor: Actor) -> None:
    fact = AgreementTerminated(party=actor.party or "", document=A_SCAN)
    ended = given(*IN_FORCE).when(terminate(), by=actor).then(fact).then_nothing_noticed().recorded
    assert ended.agreement.status is Status.TERMINATED
    for act in (propose(), terminate()):
        ended.when(act, today=date(2026, 8, 3)).then_refused(WRONG_STATUS, saying="gekündigt")


def test_an_end_has_a_reason_and_comes_after_the_beginning() -> None:
    given(*IN_FORCE).when(terminate(reason=None)).then_refused(REASON_MISSING)
    given(*IN_FORCE).when(terminate(date(2026, 2, 9))).then_refused(OUT_OF_SEQUENCE, saying="10.02.2026")
    given(*IN_FORCE).when(terminate(date(2026, 2, 10))).then_nothing_noticed()


@pytest.mark.parametrize("act", [propose(), sign(), withdraw(), terminate()], ids=lambda act: type(act).__name__)
@pytest.mark.parametrize(
    "life", [(drafted(OLD),), (drafted(OLD), signed(OLD.parties[0], OLD)), (drafted(OLD), DraftWithdrawn())]
)
def test_only_what_binds_is_changed(life: tuple[Life, ...], act: Request) -> None:
    given(*life).when(act).then_refused(WRONG_STATUS, saying="in Kraft")


@pytest.mark.parametrize("act", [propose(), sign(), withdraw(), terminate()], ids=lambda act: type(act).__name__)
def test_nobody_changes_an_agreement_for_a_body_that_is_no_party(act: Request) -> None:
    given(*IN_FORCE, PROPOSED).when(act, by=replace(COUNTY, party="celle")).then_refused(PARTY_MISSING, saying="celle")

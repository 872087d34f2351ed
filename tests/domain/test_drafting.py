"""Drafting: terms on the table, proposals, changes, withdrawal."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.acts.drafting import DraftAgreement, ProposeTarget, ReviseDraft, WithdrawDraft
from domain.facts import AgreementDrafted, DraftRevised, DraftWithdrawn, TargetProposed
from domain.measures import Unit
from domain.parties import Side
from domain.record import Actor, Request
from domain.rulebook.any_act import NOT_PERMITTED, PARTY_MISSING, WRONG_STATUS
from domain.rulebook.drafting import (
    BOUND_UNIT,
    BUDGET_CONTRADICTS,
    ID_REUSED,
    IDENTITY_CHANGED,
    SECOND_AGREEMENT,
    UNKNOWN_LINE,
)
from domain.rulebook.figures import REASON_MISSING
from domain.state import Status
from domain.terms import Line, Quantity, Sex, Terms
from domain.values import sha256_of
from tests.builders import (
    CLERK,
    COMMITTEE,
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
from tests.domain.given import given

THE_DAY = date(2026, 1, 20)
LAND, KREIS = HEIDEKREIS.parties
WITHDRAWN = (drafted(), DraftWithdrawn())


def draft(terms: Terms = HEIDEKREIS) -> DraftAgreement:
    return DraftAgreement(occurred_on=THE_DAY, terms=terms)


def revise(terms: Terms) -> ReviseDraft:
    return ReviseDraft(occurred_on=THE_DAY, terms=terms)


def withdraw(reason: str | None = "Die Mittel werden neu verteilt.") -> WithdrawDraft:
    return WithdrawDraft(occurred_on=THE_DAY, reason=reason)


def propose(line: str = "k2", unit: Unit = Unit.PERCENT) -> ProposeTarget:
    return ProposeTarget(
        occurred_on=THE_DAY, line_id=line, bound=at_least("4.9", unit), forecast="+4,5 bis +5,0 %", rationale="Prognose"
    )


def with_wrong_budget() -> Terms:
    assert HEIDEKREIS.budget is not None
    return HEIDEKREIS.model_copy(
        update={"budget": HEIDEKREIS.budget.model_copy(update={"stated_total": Decimal(15700000)})}
    )


def test_the_sample_agreement_is_drafted_as_it_stands() -> None:
    fact = AgreementDrafted(ordinal=1, terms=HEIDEKREIS, terms_hash=sha256_of(HEIDEKREIS))
    given().when(draft()).then(fact).then_nothing_noticed()


def test_a_draft_binds_nobody() -> None:
    agreement = given(drafted()).agreement
    assert (agreement.status, agreement.binding_since, agreement.signed_on) == (Status.DRAFTED, None, {})
    assert (agreement.terms_version, agreement.entered_by) == (1, CLERK.person)


def test_terms_that_contradict_themselves_are_not_drafted() -> None:
    given().when(draft(with_wrong_budget())).then_refused(BUDGET_CONTRADICTS, saying="15.601.016")


@pytest.mark.parametrize("party", ["hb-senat", "heidekreis", None])
def test_the_land_drafts_only_what_it_is_a_party_of(party: str | None) -> None:
    given().when(draft(), by=replace(MINISTRY, party=party)).then_refused(PARTY_MISSING, saying="Land")


def test_the_county_does_not_draft() -> None:
    given().when(draft(), by=COUNTY).then_refused(NOT_PERMITTED, saying="zuständig ist: Land")


@pytest.mark.parametrize("life", [(drafted(),), (drafted(), signed(LAND)), an_agreement_in_force()])
def test_no_second_agreement_while_the_first_stands(life: tuple[Life, ...]) -> None:
    given(*life).when(draft()).then_refused(SECOND_AGREEMENT, saying="2026.4.03.03358.1")


def test_a_withdrawn_draft_frees_the_next_ordinal() -> None:
    fact = AgreementDrafted(ordinal=2, terms=HEIDEKREIS, terms_hash=sha256_of(HEIDEKREIS))
    given(*WITHDRAWN).when(draft()).then(fact)


@pytest.mark.parametrize("actor", [MINISTRY, COUNTY])
def test_each_side_proposes_targets(actor: Actor) -> None:
    fact = TargetProposed(line_id="k2", bound=at_least("4.9"), forecast="+4,5 bis +5,0 %", rationale="Prognose")
    after = given(drafted()).when(propose(), by=actor).then(fact).then_nothing_noticed().recorded
    assert after.agreement.terms == HEIDEKREIS, "a proposal changes nothing"


def test_nobody_proposes_for_a_line_the_draft_does_not_have() -> None:
    given(drafted()).when(propose("k3")).then_refused(UNKNOWN_LINE, saying="k3")


def test_nobody_proposes_for_a_line_that_was_dropped_from_the_draft() -> None:
    before, after = agreed(a_line(at_least("1"), id="alt")), agreed(a_line(at_least("1"), id="neu"))
    life = given(drafted(before)).when(revise(after)).recorded
    life.when(propose("neu")).then_nothing_noticed()
    life.when(propose("alt")).then_refused(UNKNOWN_LINE, saying="alt")


def test_a_proposal_stands_in_the_unit_of_its_line() -> None:
    given(drafted()).when(propose(unit=Unit.PERCENTAGE_POINTS)).then_refused(BOUND_UNIT, saying="k2")


def test_targets_are_proposed_only_while_nobody_has_signed() -> None:
    given(drafted(), signed(LAND)).when(propose()).then_refused(WRONG_STATUS, saying="teilweise unterzeichnet")


def test_a_county_that_is_no_party_proposes_nothing() -> None:
    given(drafted()).when(propose(), by=replace(COUNTY, party="celle")).then_refused(PARTY_MISSING, saying="celle")


def test_the_committee_proposes_nothing() -> None:
    given(drafted()).when(propose(), by=COMMITTEE).then_refused(NOT_PERMITTED)


def test_a_revision_replaces_terms_and_hash_and_counts_up() -> None:
    terms = HEIDEKREIS.model_copy(update={"title": "Vereinbarung, zweiter Entwurf"})
    after = given(drafted()).when(revise(terms)).then(DraftRevised(terms=terms, terms_hash=sha256_of(terms))).recorded
    agreement = after.agreement
    assert (agreement.terms, agreement.terms_hash) == (terms, sha256_of(terms))
    assert (agreement.terms_version, agreement.entered_by) == (2, MINISTRY.person)
    assert agreement.drafted_on == THE_DAY


def test_a_revision_is_held_to_the_same_rules_as_a_draft() -> None:
    given(drafted()).when(revise(with_wrong_budget())).then_refused(BUDGET_CONTRADICTS)


@pytest.mark.parametrize(
    "terms",
    [
        in_year(HEIDEKREIS, 2027),
        HEIDEKREIS.model_copy(update={"track": 2}),
        HEIDEKREIS.model_copy(update={"parties": (LAND, KREIS.model_copy(update={"id": "celle"}))}),
        HEIDEKREIS.model_copy(update={"parties": (LAND, KREIS.model_copy(update={"ags": "05358"}))}),
        HEIDEKREIS.model_copy(
            update={
                "parties": (LAND.model_copy(update={"side": Side.COUNTY}), KREIS.model_copy(update={"side": Side.LAND}))
            }
        ),
    ],
    ids=["year", "track", "party", "Land", "sides"],
)
def test_another_year_track_party_side_or_land_is_another_agreement(terms: Terms) -> None:
    given(drafted()).when(revise(terms)).then_refused(IDENTITY_CHANGED)


@pytest.mark.parametrize(
    "other",
    [
        a_line(at_least("1"), measure="K1E4"),
        a_line(at_least("1", Unit.PERCENTAGE_POINTS), quantity=Quantity.POINTS),
        a_line(at_least("1"), sex=Sex.WOMEN),
    ],
    ids=["measure", "quantity", "sex"],
)
def test_a_line_id_never_changes_its_meaning(other: Line) -> None:
    given(drafted(agreed(a_line(at_least("1"))))).when(revise(agreed(other))).then_refused(ID_REUSED, saying="zeile")


def test_a_line_id_keeps_its_meaning_after_the_line_was_dropped() -> None:
    first, second = agreed(a_line(at_least("1"), id="a")), agreed(a_line(at_least("1"), id="b"))
    without_a = given(drafted(first)).when(revise(second)).recorded
    without_a.when(revise(agreed(a_line(at_least("1"), id="a", sex=Sex.MEN)))).then_refused(ID_REUSED)
    without_a.when(revise(agreed(a_line(at_least("2"), id="a")))).then_nothing_noticed()


def test_nothing_is_revised_once_somebody_has_signed() -> None:
    given(drafted(), signed(LAND)).when(revise(HEIDEKREIS)).then_refused(WRONG_STATUS, saying="Entwurf ändern")


@pytest.mark.parametrize("life", [(drafted(),), (drafted(), signed(KREIS))])
def test_a_draft_not_all_have_signed_can_be_withdrawn(life: tuple[Life, ...]) -> None:
    after = given(*life).when(withdraw()).then(DraftWithdrawn()).then_nothing_noticed().recorded
    assert after.agreement.status is Status.WITHDRAWN


def test_a_withdrawal_says_why() -> None:
    given(drafted()).when(withdraw(reason=None)).then_refused(REASON_MISSING, saying="Entwurf zurückziehen")


def test_what_binds_is_not_withdrawn() -> None:
    given(an_agreement_in_force()).when(withdraw()).then_refused(WRONG_STATUS, saying="in Kraft")


@pytest.mark.parametrize("request_", [propose(), revise(HEIDEKREIS), withdraw()])
def test_nothing_more_happens_to_a_withdrawn_draft(request_: Request) -> None:
    given(*WITHDRAWN).when(request_).then_refused(WRONG_STATUS, saying="zurückgezogen")


def test_a_clause_may_name_a_range_of_paragraphs() -> None:
    plain = a_line(at_least("1")).model_dump() | {"clause": "§§ 2–3"}
    assert Line.model_validate(plain).clause == "§§ 2–3"

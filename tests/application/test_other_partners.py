"""Partners without an official key, partners of other agreements, and who sees what they conclude."""

from dataclasses import replace
from datetime import date

import pytest

from application.acting.service import agreement_id_of
from application.lists import overview
from application.reading.visibility import sees_parties
from domain.acts.drafting import DraftAgreement, of_the_same_bodies
from domain.facts import AgreementDrafted
from domain.parties import Party, Side
from domain.record import Actor, Role
from domain.rulebook.drafting import SECOND_AGREEMENT
from domain.terms import Consent
from tests.builders import CLERK, a_line, agreed, at_least
from tests.domain.test_other_agreements import ECONOMY, KREIS, LAND, acting_for, concluded, drafted

BUND = Party(id="bmas", side=Side.LAND, name="Bundesministerium für Arbeit und Soziales")
AGENCY = Party(id="ba", side=Side.COUNTY, name="Bundesagentur für Arbeit")


def test_bodies_without_an_official_key_conclude_agreements() -> None:
    consent = Consent(by="Bundesministerium der Finanzen", given_on=date(2026, 1, 20))
    terms = agreed(a_line(at_least("1.0"))).model_copy(
        update={"track": 1, "parties": (BUND, AGENCY), "consents": (consent,)}
    )
    life = concluded(terms, acting_for(BUND))
    assert agreement_id_of(terms, 1) == "2026.1.ba.bmas.1"
    assert life.agreement.terms.consents == (consent,)


@pytest.mark.parametrize(
    ("actor", "sees"),
    [
        (acting_for(BUND), True),
        (acting_for(AGENCY), True),
        (replace(acting_for(BUND), party="bmf"), False),
        (acting_for(LAND), False),
        (acting_for(KREIS), False),
        (replace(acting_for(AGENCY), scope="03358"), False),
        (Actor("pruefung", Role.AUDITOR, "Prüfung", "test"), True),
        (Actor("ausschuss", Role.COMMITTEE, "Ausschuss", "test"), False),
    ],
)
def test_who_sees_an_agreement_follows_from_being_its_party(actor: Actor, sees: bool) -> None:
    row = {"year": 2026, "status": "in_force", "parties": [party.model_dump(mode="json") for party in (BUND, AGENCY)]}
    wanted = overview.found_by(actor)
    assert sees_parties(actor, (BUND, AGENCY)) is sees
    assert (wanted is not None and set(wanted) <= set(overview.tags(row))) is sees


def test_other_partners_of_one_jobcenter_make_another_agreement() -> None:
    first, second = agreed(a_line()), agreed(a_line()).model_copy(update={"parties": (ECONOMY, KREIS)})
    renamed = agreed(a_line()).model_copy(update={"parties": (LAND.model_copy(update={"id": "nds"}), KREIS)})
    assert agreement_id_of(first, 1) == agreement_id_of(second, 1)
    assert not of_the_same_bodies(first, second)
    assert of_the_same_bodies(first, renamed)
    life = drafted(first)
    clerk = replace(CLERK, party="ni-mw")
    request = DraftAgreement(occurred_on=date(2026, 1, 15), terms=second)
    fact = life.when(request, by=clerk).then_nothing_noticed().recorded.records[-1].fact
    assert isinstance(fact, AgreementDrafted)
    assert fact.ordinal == 2
    again = DraftAgreement(occurred_on=date(2026, 1, 15), terms=renamed)
    life.when(again, by=replace(CLERK, party="nds")).then_refused(SECOND_AGREEMENT)

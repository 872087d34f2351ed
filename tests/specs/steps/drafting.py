"""Drafting: terms on the table, proposals, changes."""

from pydantic import ValidationError

from application.acting.carry_over import carried_over
from domain.acts import drafting
from domain.record import Actor
from domain.terms import Terms
from interfaces.sample.terms import heidekreis_2026
from tests.specs.cast import CAST, MINISTRY, acting_for
from tests.specs.drafts import (
    BUND,
    agreement,
    bound,
    changed,
    lines_named,
    of_another_ministry,
    of_the_federation,
    on_one_side,
    with_two_ministries,
)
from tests.specs.language import given, then, when
from tests.specs.loads import Table
from tests.specs.world import World


@given("die Vereinbarung Heidekreis 2026 ist entworfen")
def drafted(world: World) -> None:
    world.draft()


@when("{actor:Who} die Vereinbarung Heidekreis 2026 entwirft")
def drafts(world: World, actor: Actor) -> None:
    world.draft(actor)


@when("das Ministerium einen Entwurf vorlegt, in dem {saying}")
def drafts_saying(world: World, saying: str) -> None:
    world.draft(terms=changed(saying))


@given("das Ministerium hat den Entwurf so geändert, dass {saying}")
@when("das Ministerium den Entwurf so ändert, dass {saying}")
def revises(world: World, saying: str) -> None:
    terms = changed(saying, world.agreement.terms)
    world.act(MINISTRY, world.today(drafting.ReviseDraft, terms=terms))


@when('das Ministerium die Stelle des ersten Grundsatzes in "{place}" ändert')
def renumbers(world: World, place: str) -> None:
    plain = world.agreement.terms.model_dump(mode="json")
    plain["principles"][0]["clause"] = place
    world.act(MINISTRY, world.today(drafting.ReviseDraft, terms=Terms.model_validate(plain)))


@when("das Ministerium die Vereinbarung in einen Entwurf für {year:d} übernimmt")
def carries_over(world: World, year: int) -> None:
    earlier, today = world.agreement, world.clock.today
    carried = world.attempt(lambda: carried_over(earlier, year, today))
    if carried:
        world.draft(terms=carried.request.terms)
        world.read_there = [one.says for one in carried.undecided]


@then('dabei ist als neu zu entscheiden genannt "{words}"')
def is_undecided(world: World, words: str) -> None:
    assert any(words in says for says in world.read_there), world.read_there


@given("das Ministerium hat den Entwurf zurückgezogen{reason:Reason}")
@when("das Ministerium den Entwurf zurückzieht{reason:Reason}")
def withdraws(world: World, reason: str | None) -> None:
    world.act(MINISTRY, world.today(drafting.WithdrawDraft, reason=reason))


@when('{actor:Who} für "{line}" {agreed} vorschlägt, weil "{why}"')
def proposes(world: World, actor: Actor, line: str, agreed: str, why: str) -> None:
    request = world.today(
        drafting.ProposeTarget,
        line_id=world.lines.get(line, line.lower()),
        bound=bound(agreed),
        forecast="Prognose der planenden Stelle",
        rationale=why,
    )
    world.act(actor, request)


@given("eine Vereinbarung für {year:d} ist in Kraft, in der steht:")
def in_force(world: World, year: int, datatable: Table) -> None:
    put_in_force(world, agreement(year, datatable), datatable)


@given("eine Vereinbarung für {year:d} mit dem Landkreis Friesland ist in Kraft, in der steht:")
def in_force_in_friesland(world: World, year: int, datatable: Table) -> None:
    put_in_force(world, agreement(year, datatable, "friesland"), datatable)


@given("eine Vereinbarung für {year:d} ist in Kraft, in der der gerundete Wert entscheidet und in der steht:")
def in_force_rounded(world: World, year: int, datatable: Table) -> None:
    rounding = {"decides": "rounded", "decimals": 1}
    put_in_force(world, agreement(year, datatable, rounding=rounding), datatable)


@given("eine Vereinbarung für {year:d} ist in Kraft, in der eine Rundung nicht vereinbart ist und in der steht:")
def in_force_without_rounding(world: World, year: int, datatable: Table) -> None:
    terms = agreement(year, datatable)
    rounding = terms.rounding.model_copy(update={"decides": "not_agreed"})
    put_in_force(world, terms.model_copy(update={"rounding": rounding}), datatable)


@when("das Ministerium einen Entwurf vorlegt, der zur Rundung nichts sagt")
def drafts_without_rounding(world: World) -> None:
    plain = heidekreis_2026().model_dump(mode="json")
    del plain["rounding"]
    try:
        world.draft(terms=Terms.model_validate(plain))
    except ValidationError as wrong:
        world.said = [".".join(map(str, error["loc"])) for error in wrong.errors()]


@then('fehlt dem Entwurf die Angabe "{field}"')
def misses(world: World, field: str) -> None:
    assert world.said == [{"Rundung": "rounding"}[field]]


@given("eine Vereinbarung für 2026 mit zwei Ministerien ist entworfen")
def drafted_with_two_ministries(world: World) -> None:
    world.draft(terms=with_two_ministries())


def put_in_force(world: World, terms: Terms, table: Table) -> None:
    """Draft these terms, have every party sign them, and know their lines by name."""
    world.lines = lines_named(table)
    world.draft(terms=terms)
    world.all_sign()


@given("der Bund hat mit der Bundesagentur eine Vereinbarung für 2026 entworfen")
@when(
    "der Bund mit der Bundesagentur eine Vereinbarung für 2026 entwirft,"
    " der das Bundesministerium der Finanzen zugestimmt hat"
)
def federation_drafts(world: World) -> None:
    world.draft(acting_for(BUND), of_the_federation())


@when("ein anderes Ministerium des Landes mit dem Landkreis Heidekreis eine eigene Vereinbarung für 2026 entwirft")
def another_drafts(world: World) -> None:
    world.noted = world.agreement_id
    world.draft(CAST["ein anderes Ministerium des Landes"], of_another_ministry())


@when(
    "das Ministerium einen Entwurf nach § 48b Abs. 1 S. 1 Nr. {track:d} SGB II vorlegt,"
    " in dem beide Partner auf der ersten Seite stehen"
)
def drafts_on_one_side(world: World, track: int) -> None:
    world.draft(terms=on_one_side(track))


@then("sie ist eine andere als die erste")
def is_another(world: World) -> None:
    streams = {record.stream_id for record in world.log()}
    assert streams == {world.noted, world.agreement_id}
    assert len(streams) == 2


@then('zugestimmt hat, ohne zu unterzeichnen, "{by}"')
def consented(world: World, by: str) -> None:
    terms = world.agreement.terms
    assert [consent.by for consent in terms.consents] == [by]
    assert by not in {party.name for party in terms.parties}

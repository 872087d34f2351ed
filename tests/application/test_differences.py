"""Differences between terms, and what entries changed: by path, in German, nothing left out."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import strategies as st
from pydantic import BaseModel

from application.history.differences import Difference, differences
from application.history.entry import HistoryEntry, told
from application.history.relevance import below
from application.history.words import FIELDS
from domain.facts import AmendmentProposed, AmendmentSigned, AnyFact, DraftRevised
from domain.facts.signing import SignatureForm
from domain.terms import Terms
from domain.values import sha256_of
from tests.builders import A_SCAN, HEIDEKREIS, drafted, signed
from tests.domain.given import given
from tests.specs.book import CLAUSES as KNOWN
from tests.specs.drafts import CHANGES, changed

FIVE = "die Integrationsquote um mindestens 5,0 % steigen soll"


def test_a_bound_is_told_whole_with_its_place() -> None:
    assert differences(HEIDEKREIS, changed(FIVE)) == (
        Difference(
            path="goals[2].lines[k2].bound",
            says="Ziel 2, Zeile k2, Zielwert",
            before="mindestens 5,3 Prozent",
            after="mindestens 5,0 Prozent",
        ),
    )


def test_what_is_added_and_left_out_has_one_side() -> None:
    without = HEIDEKREIS.model_copy(update={"benchmarks": HEIDEKREIS.benchmarks[1:]})
    (gone,), (come,) = differences(HEIDEKREIS, without), differences(without, HEIDEKREIS)
    assert (gone.path, gone.before, gone.after) == ("benchmarks[svb]", HEIDEKREIS.benchmarks[0].title, None)
    assert (come.says, come.before, come.after) == ("Eckwert svb", None, HEIDEKREIS.benchmarks[0].title)


def test_another_order_is_a_difference_too() -> None:
    turned = HEIDEKREIS.model_copy(update={"goals": HEIDEKREIS.goals[::-1]})
    (found,) = differences(HEIDEKREIS, turned)
    assert (found.says, found.before, found.after) == ("Ziel, Reihenfolge", "1, 2, 3, 4, 5, 6", "6, 5, 4, 3, 2, 1")


@pytest.mark.parametrize("saying", [saying for saying in CHANGES if changed(saying) != HEIDEKREIS])
def test_terms_that_differ_have_differences_there_and_back(saying: str) -> None:
    other = changed(saying)
    there, back = differences(HEIDEKREIS, other), differences(other, HEIDEKREIS)
    assert there
    assert sorted((one.path, one.after, one.before) for one in there if one.says[-11:] != "Reihenfolge") == sorted(
        (one.path, one.before, one.after) for one in back if one.says[-11:] != "Reihenfolge"
    )
    assert differences(other, other) == ()


@hypothesis_given(st.data())
def test_no_change_of_a_text_or_number_goes_untold(data: st.DataObject) -> None:
    plain = HEIDEKREIS.model_dump(mode="json")
    places = [place for place in leaves(plain) if place[-1] in {"title", "says", "amount", "source", "name"}]
    *way, last = data.draw(st.sampled_from(places))
    inner: Any = plain
    for step in way:
        inner = inner[step]
    inner[last] = "123456" if last == "amount" else f"{inner[last]} (anders)"
    other = Terms.model_validate(plain)
    (found,) = differences(HEIDEKREIS, other)
    assert found.path.endswith(f".{last}") or found.path == last
    assert found.before != found.after


def leaves(value: object, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the plain values stand."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if items is None:
        yield way
    else:
        for key, inner in items:
            yield from leaves(inner, (*way, key))


def fields_of(model: type[BaseModel]) -> set[str]:
    """Every field of a model and of the models within."""
    inner = [kind for field in model.model_fields.values() for kind in models(field.annotation)]
    return set(model.model_fields).union(*map(fields_of, inner))


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models named in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models(part)


def test_every_field_of_the_terms_has_a_german_word() -> None:
    said_whole = {"comparator", "value"}
    assert fields_of(Terms) - said_whole == FIELDS.keys()


def test_every_fact_has_a_known_clause() -> None:
    assert {fact.__name__: fact.clause for fact in get_args(AnyFact) if fact.clause not in KNOWN} == {}


@pytest.mark.parametrize(
    ("clause", "asked", "is_below"),
    [("III.3.2-L", "III.3.2", True), ("III.3.2", "III.3.2-L", False), ("III.3.1", "III.3", True), ("II.1", "I", False)],
)
def test_parts_of_a_clause(clause: str, asked: str, is_below: bool) -> None:
    assert below(clause, asked) is is_below


def an_amendment(terms: Terms) -> tuple[AmendmentProposed, AmendmentSigned, AmendmentSigned]:
    """Changed terms put forward and signed by both."""
    proposed = AmendmentProposed(
        amendment_id="quote", terms=terms, terms_hash=sha256_of(terms), effective_from=date(2026, 7, 1)
    )
    signatory = signed(HEIDEKREIS.parties[0]).fact.signatory  # type: ignore[attr-defined]  # a signature has one
    by = [
        AmendmentSigned(
            amendment_id="quote",
            party=party.id,
            terms_hash=sha256_of(terms),
            signatory=signatory,
            form=SignatureForm.PAPER,
            place="Hannover",
            document=A_SCAN,
        )
        for party in HEIDEKREIS.parties
    ]
    return proposed, by[0], by[1]


def changes(entries: tuple[HistoryEntry, ...]) -> list[tuple[str, bool | None, list[str], tuple[str, ...]]]:
    """What each entry says about the terms."""
    return [
        (
            entry.type,
            entry.terms_change.takes_effect if entry.terms_change else None,
            [one.path for one in entry.differences],
            entry.goals,
        )
        for entry in entries
    ]


def test_an_amendment_is_told_when_proposed_and_again_when_all_have_signed() -> None:
    five = changed(FIVE)
    bound = ["goals[2].lines[k2].bound"]
    life = given(drafted(), *(signed(party) for party in HEIDEKREIS.parties), *an_amendment(five))
    entries = told(life.records)
    assert changes(entries)[3:] == [
        ("AmendmentProposed", False, bound, ("2",)),
        ("AmendmentSigned", None, [], ()),
        ("AmendmentSigned", True, bound, ("2",)),
    ]
    change = entries[-1].terms_change
    assert change is not None
    assert (change.before_hash, change.after_hash) == (sha256_of(HEIDEKREIS), sha256_of(five))
    assert change.effective_from == date(2026, 7, 1)


def test_a_revised_draft_tells_what_it_replaced() -> None:
    five = changed(FIVE)
    entries = told(given(drafted(), DraftRevised(terms=five, terms_hash=sha256_of(five))).records)
    assert changes(entries) == [
        ("AgreementDrafted", None, [], ("1", "2", "3", "4", "5", "6")),
        ("DraftRevised", True, ["goals[2].lines[k2].bound"], ("2",)),
    ]

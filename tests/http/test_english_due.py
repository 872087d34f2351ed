"""What is due, and what a next draft leaves to decide, is English in an English answer, from its kind and values."""

from collections.abc import Iterator
from datetime import date

import pytest

from application.acting import carry_over
from application.acting.carry_over import SENTENCES, carried_over
from application.lists import due_agreeing, due_figures, due_judging, due_talks
from application.lists.due_item import DueItem, DueKind
from application.lists.stored_view import DUE, rows_formed
from domain import assessing
from domain.reasons import Reason
from domain.rulebook.judging import waited_for
from interfaces.http.english import english, known, sentences
from tests.builders import HEIDEKREIS, drafted
from tests.domain.given import given
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_english import GERMAN, placeholders, without_brackets

ENGLISH = {"Accept-Language": "en"}


def reasons(*modules: object) -> Iterator[Reason]:
    for module in modules:
        for value in vars(module).values():
            yield from (one for one in (value.values() if isinstance(value, dict) else (value,)) if type(one) is Reason)


DUE_SAID = {one.code: one.german for one in reasons(due_agreeing, due_figures, due_judging, due_talks)}
PARTS = {one.code: one for one in (*reasons(assessing, carry_over), *map(waited_for, (0, 1, 2)))}


def test_every_kind_that_is_due_is_said_in_both_languages() -> None:
    assert {*DUE_SAID} == {*DueKind} == {*sentences("due")}
    assert {*SENTENCES} == {*sentences("undecided")}


@pytest.mark.parametrize(
    ("table", "kind", "said"),
    [
        *(("due", *one) for one in DUE_SAID.items()),
        *(("undecided", *one) for one in SENTENCES.items()),
    ],
)
def test_both_languages_name_the_same_values(table: str, kind: str, said: str) -> None:
    in_english = sentences(table)[kind]
    assert placeholders(in_english).keys() == placeholders(said).keys()
    assert not GERMAN.search(without_brackets(in_english))


@pytest.mark.parametrize("code", PARTS)
def test_every_part_of_a_sentence_is_known(code: str) -> None:
    assert known(code), "say it in interfaces/http/english.toml"


def test_what_was_ever_due_in_the_sample_is_said_without_german(sample: Running) -> None:
    said: dict[DueKind, str] = {}
    for row in rows_formed([DUE], sample.system.journal.records(SAMPLE))["due"]:
        item = DueItem.model_validate_json(row.content.text)
        quoted = [item.values.get(name) for name in ("party", "line", "title", "measure", "step")]
        plain = english(item)
        for words in filter(None, quoted):
            plain = plain.replace(words, "…")
        assert not GERMAN.search(plain), plain
        said[item.kind] = plain
    assert said.keys() > {DueKind.SIGNATURE, DueKind.LOAD_EXPECTED, DueKind.STEP, DueKind.CLOSING}
    assert said[DueKind.SIGNATURE] == "The signature is missing: …."


def test_a_next_draft_says_in_english_what_is_undecided() -> None:
    agreement = given(drafted(HEIDEKREIS)).agreement
    said = {one.about: english(one) for one in carried_over(agreement, 2027, date(2026, 11, 2)).undecided}
    assert said["budget_total"] == "Budget in total (II.2): EUR 15,600,000 are stated."
    assert said["rounding"] == "Rounding: nothing is agreed so far; does the exact or the rounded value decide?"
    assert said["ordinance"] == (
        "Regulation on key figures (III.2.2): the version of 2010-08-12, amended on 2019-03-15, is carried over "
        "(catalogue “2019”); does a newer one hold for 2027?"
    )


@pytest.mark.parametrize(
    "address", ["/due?on=2026-09-01&known_at=2026-09-01T00:00:00Z", f"/agreements/{SAMPLE}/draft?year=2027"]
)
def test_answers_say_it_in_the_readers_language(sample: Running, address: str) -> None:
    client = sample.as_("ms-sachbearbeitung")
    german, english_ = (client.get(f"/api/v1{address}", headers=one).json() for one in ({}, ENGLISH))
    said = [*zip(*(found.get("items") or found["undecided"] for found in (german, english_)), strict=True)]
    assert said
    assert [one for one, other in said if one["says"] == other["says"] or one["values"] != other["values"]] == []

"""The agreement's words: complete, and each of them that asks for something tied to the Regeln that carry it out."""

from collections import Counter
from typing import get_args

from domain.facts import AnyFact
from interfaces.requirements.document import OF_THE_SOFTWARE
from interfaces.requirements.text import paper, passages, spans
from tests.specs.book import CLAUSES, Law, law_called, laws

PASSAGES = {passage.place: passage for passage in passages()}
OF_THE_RECORD = {clause for clause in CLAUSES if clause.startswith("N.")}
"""What auditors ask of any record; no words of the agreement do."""


def test_the_text_is_the_paper_word_for_word() -> None:
    assert " ".join(passage.says for passage in passages()).split() == paper().split()


def test_every_sentence_has_its_place_to_itself() -> None:
    assert [place for place, times in Counter(passage.place for passage in passages()).items() if times > 1] == []


def test_every_span_stands_once_in_its_sentence_and_beside_the_others() -> None:
    for place, passage in PASSAGES.items():
        rest = passage.says
        for span in spans():
            if span.place == place:
                assert rest.count(span.words) == 1, span
                rest = rest.replace(span.words, "|")
    assert {span.place for span in spans()} - PASSAGES.keys() == set()


def test_every_sentence_asks_for_something_or_says_why_it_does_not() -> None:
    silent = {place for place, passage in PASSAGES.items() if not passage.heading} - {span.place for span in spans()}
    assert silent == set()


def test_entries_that_stand_at_a_span_have_titles_that_exist() -> None:
    titles = {fact.title for fact in get_args(AnyFact)}
    named = [(PASSAGES[span.place].clause, title) for span in spans() for title in span.entries]
    assert {title for _, title in named} <= titles
    assert [one for one, times in Counter(named).items() if times > 1] == []


def test_features_about_the_software_carry_nothing_of_the_agreement() -> None:
    software = [law for law in laws() if law.file[:2] >= OF_THE_SOFTWARE]
    assert {law.file[3:-8] for law in software} == {"nachvollziehbarkeit", "personenbezogene_daten", "nachweise"}
    assert {tag for law in software for tag in law.tags} <= OF_THE_RECORD


def tied() -> set[tuple[Law, str]]:
    """Which Regeln are tied to words of which clause."""
    return {(law_called(name), PASSAGES[span.place].clause) for span in spans() for name in span.laws}


def test_every_regel_that_is_tied_to_words_carries_their_clause() -> None:
    wrong = {(law.sentence, clause) for law, clause in tied() if clause in CLAUSES and clause not in law.tags}
    assert wrong == set()


def test_every_clause_that_a_regel_carries_has_words_it_is_tied_to() -> None:
    said = tied()
    untied = {
        (law.file, law.sentence, tag) for law in laws() for tag in law.tags - OF_THE_RECORD if (law, tag) not in said
    }
    assert untied == set()

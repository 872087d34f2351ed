"""The sample's terms hold the paper word for word; `heidekreis_2026.txt` beside this file is the paper's text."""

from pathlib import Path

from interfaces.sample.terms import heidekreis_2026

TERMS = heidekreis_2026()
PAPER, SIGNATURES = (Path(__file__).with_name("heidekreis_2026.txt").read_text("utf-8")).split(
    "Hannover, den 29. Januar"
)


def plain(text: str) -> str:
    """The words alone: quotation marks and blanks as the terms write them."""
    straight = text.translate(str.maketrans("„“", '""')).replace("§16 k", "§ 16 k")
    return " ".join(straight.split())


def test_every_word_of_the_paper_stands_in_its_order() -> None:
    assert " ".join(passage.says for passage in TERMS.text) == " ".join(PAPER.split())


def test_every_sentence_has_a_place_of_its_own() -> None:
    places = [passage.place for passage in TERMS.text if not passage.heading]
    assert len(places) == len(set(places)) == 70
    assert not [passage.says for passage in TERMS.text if ". Das " in passage.says or ". Die " in passage.says]


def test_no_signature_stands_among_the_words() -> None:
    assert "Vertretung" in SIGNATURES
    assert "Vertretung" not in " ".join(passage.says for passage in TERMS.text)


def test_what_the_terms_say_of_principles_duties_and_goals_is_the_papers() -> None:
    principles = [principle.says for principle in (*TERMS.principles, *TERMS.duties)]
    said = [*TERMS.outlook, *principles, *(goal.says for goal in TERMS.goals)]
    steps = [step.says for goal in TERMS.goals for step in goal.steps]
    assert [text for text in (*said, *steps) if plain(text) not in plain(PAPER)] == []

"""What each kind of paper holds, and that everything it holds is printed in order."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from docx import Document

from domain.record import Actor
from domain.rulebook.dialogs import NO_DIALOG_HELD, NO_DIALOG_PLANNED
from domain.rules import Refused
from interfaces.cli.reader import local_reader
from interfaces.papers.blocks import Heading
from interfaces.papers.editable import docx
from interfaces.papers.extract import NO_FIGURES, NOTHING_TO_COMPARE
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.papers.reading import (
    DRAFTED,
    HELD,
    JUNE,
    SEPTEMBER,
    asked,
    compact,
    each,
    headings,
    made,
    pairs,
    printed,
    tables,
    text,
    words_of,
)

FINAL = "dialog-2027-abschluss"
SIGNED_ONCE = datetime(2026, 2, 2, 12, tzinfo=UTC)


@each(KINDS)
def test_everything_a_paper_says_is_printed_in_its_order(sample: Running, kind: str) -> None:
    shown, at = text(printed(sample, kind)), 0
    words = [compact(one) for one in words_of(made(sample, kind))]
    assert len(words) > 15
    assert "[U+" not in shown, "no word of ours is one that cannot be printed"
    for word in words:
        at = shown.find(word, at)
        assert at >= 0, word


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_stands_over_nothing_and_nothing_is_said_twice(sample: Running, kind: str) -> None:
    blocks = made(sample, kind).blocks
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        empty = after is None or (
            isinstance(after, Heading) and isinstance(block, Heading) and after.level <= block.level
        )
        assert not (isinstance(block, Heading) and empty), block
    agreed = " ".join(one.says for one in asked(sample).course.agreement.terms.text)  # it repeats a sentence itself
    long = [one for one in words_of(made(sample, kind)) if len(one) > 150 and one not in agreed]
    assert len(long) == len({*long})


def test_the_pack_shows_what_was_agreed_and_what_became_of_it(sample: Running) -> None:
    paper = made(sample, "dialogmappe")
    [measures] = [table for table in tables(paper) if "Was daraus wurde" in table.columns]
    assert measures.rows[0][3] == "umgesetzt: Beispiel: mit drei Gemeinden erreicht (28.09.2026)"
    assert {"Ziele", "Kennzahlen und Ergänzungsgrößen nach § 48a SGB II", "Umstände", "Neues Recht"} <= {
        *headings(paper)
    }
    said = "".join(words_of(paper))
    assert "vereinbart 7.025.036\u00a0Euro, tatsächlich 6.760.000\u00a0Euro" in said
    assert "Nachweis: Beispiel für den Nachweis zu Schritt 4-workshops, Az. ZV-2026-03358-4-workshops" in said


def test_a_sex_with_a_line_of_its_own_is_not_shown_twice(sample: Running) -> None:
    [table] = [
        one
        for one in tables(made(sample, "dialogmappe"))
        if one.rows[0][0] == "Integrationsquote" and len(one.columns) == 7
    ]
    assert [row[0] for row in table.rows] == [
        "Integrationsquote",
        "Integrationsquote (Frauen)",
        "Integrationsquote (Männer)",
    ]


def test_the_assessment_shows_computed_beside_judged_and_each_appraisal(sample: Running) -> None:
    judged, appraised, *_ = tables(made(sample, "gesamtbewertung"))
    assert ("Ziel 2: geschlechterspezifisches Ziel", "nicht erreicht", "nicht erreicht") in judged.rows
    assert [row[1] for row in appraised.rows] == ["ohne Auswirkung", "mit Auswirkung"]


def test_the_extract_names_who_when_what_came_later_and_the_proof(sample: Running) -> None:
    paper = made(sample, "pruefauszug")
    said = pairs(paper)
    assert said["Entscheidung"] == "Gesamtbewertung getroffen"
    assert said["Von"] == "MS, Sachbearbeitung Zielsteuerung (Land)"
    later = next(table for table in tables(paper) if table.columns[0] == "Eintrag")
    assert [row[2] for row in later.rows][-1] == "Vereinbarung abgeschlossen"
    assert any("Keines der 5 Urteile" in one for one in words_of(paper))
    proof: dict[str, Any] = paper.attached["proof"]
    assert said["Prüfsumme"] == proof["leaf"]
    assert proof["tree_size"] is None or proof["proof"]


def test_an_extract_of_an_entry_there_is_not_is_refused(sample: Running) -> None:
    for about in ("0", "9999", "abc", "99999999", "²"):
        with pytest.raises(Refused, match="gibt es"):
            made(sample, "pruefauszug", about=about)


def test_the_note_says_it_in_words_a_council_member_understands(sample: Running) -> None:
    said = "\n".join(words_of(made(sample, "vorlage", about="dialog-2026-1")))
    assert "Integrationsquote der Frauen: 10,1\u00a0% (Vorjahr 9,7\u00a0%), das sind 4,4\u00a0% mehr." in said
    assert "Vereinbart: ein Anstieg um mindestens 6,2\u00a0%." in said
    assert "Vereinbart: ein Rückgang um mindestens 2,5\u00a0%." in said
    assert "Stand: nicht auf Kurs, es fehlen 5 Integrationen." in said
    assert "Der Ausschuss nimmt den Bericht zur Kenntnis." in said
    assert "Der Ausschuss für Zielvereinbarungen bereitet die Zieldialoge mit vor" in said, "two committees, told apart"
    assert "Bliebe es so, wäre das Ziel erreicht." in said
    at_the_end = words_of(made(sample, "vorlage"))
    assert any("am Ende des Jahres: Die Zahlen erfüllen, was vereinbart ist." in one for one in at_the_end)
    law = "13. SGB II-Änderungsgesetz vom 16.04.2026: Vorrang der Vermittlung (§ 3a SGB II), ab 01.07.2026"
    assert any(one.startswith(law) for one in at_the_end)


def test_minutes_say_as_of_when_what_they_show(sample: Running) -> None:
    """Criteria were appraised a day after the last dialog: its minutes call them open, and say why."""
    words = words_of(made(sample, "niederschrift", about=FINAL))
    assert any(one.startswith("Stand: 20.04.2027, 12:00 Uhr MESZ, als der Dialog festgehalten wurde.") for one in words)
    assert "offen" in words


@pytest.mark.parametrize(
    ("known_at", "says"),
    [
        (DRAFTED, "Entwurf: Niemand hat unterzeichnet; was hier vereinbart heißt, ist vorgesehen."),
        (SIGNED_ONCE, "Noch haben nicht alle unterzeichnet; was hier vereinbart heißt, bindet noch nicht."),
        (JUNE, None),
    ],
)
def test_a_paper_of_what_does_not_bind_says_so(sample: Running, known_at: datetime, says: str | None) -> None:
    paper = made(sample, "dialogmappe", known_at)
    assert paper.state.draft == says
    assert (says is None) or compact(says) in text(pdf(paper))
    assert says is None or any(one.text == says for one in Document(io.BytesIO(docx(paper))).paragraphs)


def test_before_there_were_figures_an_extract_compares_none(sample: Running) -> None:
    words = words_of(made(sample, "pruefauszug", about="2"))
    assert {NO_FIGURES, NOTHING_TO_COMPARE} <= {*words}
    assert "Größe" not in words


def test_a_paper_of_an_earlier_instant_says_so_and_leaves_out_what_came_later(sample: Running) -> None:
    then = made(sample, "dialogmappe", JUNE)
    assert then.state.known_at == "20.06.2026, 14:00 Uhr MESZ"
    assert then.title == "Dialogmappe Mai 2026"
    assert "Zieldialog" not in headings(then)
    assert "15.07.2026" not in "".join(words_of(then))


@pytest.mark.parametrize(
    ("kind", "known_at", "about", "says"),
    [
        ("einladung", None, None, NO_DIALOG_PLANNED.says),
        ("einladung", None, "dialog-2026-1", "ist am 23.06.2026 geführt worden"),
        ("einladung", None, "gibt-es-nicht", "weder angefragt noch angesetzt"),
        ("niederschrift", JUNE, None, NO_DIALOG_HELD.says),
        ("niederschrift", JUNE, "dialog-2026-1", "noch nicht als geführt"),
        ("vorlage", JUNE, None, NO_DIALOG_HELD.says),
        ("vorlage", SEPTEMBER, FINAL, "weder angefragt noch angesetzt"),
    ],
)
def test_what_cannot_be_printed_yet_is_refused_in_a_sentence(
    sample: Running, kind: str, known_at: datetime | None, about: str | None, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        KINDS[kind].make(asked(sample, known_at, about))


def test_after_the_decision_papers_say_what_was_decided(sample: Running) -> None:
    for kind in ("dialogmappe", "akte"):
        assert "geschlechterspezifisches Ziel: nicht erreicht" in pairs(made(sample, kind))["Beschlossen"]
    assert "Schritte und Kriterien zum Datenstand" in headings(made(sample, "gesamtbewertung"))
    before = made(sample, "gesamtbewertung", SEPTEMBER)
    assert before.title == "Vorbereitung der Gesamtbewertung"


def test_nobody_gets_a_paper_of_an_agreement_they_do_not_see(sample: Running) -> None:
    stranger = Actor("fremd", local_reader().role, "Amt", "test", None, "99")
    with pytest.raises(Refused, match="gibt es hier nicht"):
        KINDS["akte"].make(Papered(sample.system, stranger, SAMPLE))


@pytest.mark.long
@each(HELD)
def test_the_same_question_gives_the_same_bytes(sample: Running, kind: str) -> None:
    assert pdf(made(sample, kind)) == printed(sample, kind)
    assert docx(made(sample, kind)) == docx(made(sample, kind))

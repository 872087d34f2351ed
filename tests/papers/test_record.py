"""The record of an agreement holds everything: its text, every entry, dialogs, deliveries and documents."""

import pytest

from interfaces.papers.blocks import Heading, Paragraph
from interfaces.papers.judging import ADDED
from tests.http.service import Running
from tests.papers.reading import asked, headings, made, tables, words_of


def test_the_record_holds_text_dialogs_deliveries_documents_and_every_entry(sample: Running) -> None:
    paper = made(sample, "akte")
    entries = next(table for table in tables(paper) if table.columns[0] == "Nr.")
    assert len(entries.rows) == len(asked(sample).course.records)
    wanted = {"Unterzeichnung", "Zieldialoge", "Gesamtbewertung", "Lieferungen", "Wortlaut der Vereinbarung"}
    assert wanted <= {*headings(paper)}
    assert paper.contents


def test_the_text_of_the_agreement_reads_as_in_the_paper(sample: Running) -> None:
    """Headings are headings, sentences of a paragraph stand together, and no number stands twice."""
    paper = made(sample, "akte")
    passages = asked(sample).course.agreement.terms.text
    found = [
        (block.says, isinstance(block, Heading)) for block in paper.blocks if isinstance(block, Heading | Paragraph)
    ]
    assert {(one.says, True) for one in passages if one.heading} <= {*found}
    told = " ".join(says for says, _ in found)
    assert all(one.says in told for one in passages)
    assert not any(says.startswith("[") for says, _ in found)
    assert ("§ 1 Verpflichtung der Vereinbarungspartner", True) in found
    first = "Der Landkreis Heidekreis und das Land Niedersachsen setzen sich dafür ein"
    [together] = [says for says, _ in found if says.startswith(first)]
    assert together.endswith("unterstützt die Zielerreichung des Landkreises durch fachliche Beratung.")


def test_the_record_says_what_every_entry_says(sample: Running) -> None:
    """Proposals, reports and appraisals stand nowhere else."""
    entries = next(table for table in tables(made(sample, "akte")) if table.columns[0] == "Nr.")
    said = {row[0]: row[2] for row in entries.rows}
    assert said["2"].startswith("Zielwert vorgeschlagen: Integrationsquote\nZielwert: mindestens 5,3\u00a0%; ")
    assert said["39"].endswith(
        "Betroffene Zeilen: Integrationsquote; Integrationsquote (Frauen); Integrationsquote (Männer)"
    )
    assert said["9"].splitlines()[1] == "Lieferung: ladung-2025-01-t0 (Januar 2025 ohne Wartezeit)"
    assert "Stand: umgesetzt; Text: Beispiel: umgesetzt wie vereinbart" in said["48"]


@pytest.mark.parametrize("kind", ["gesamtbewertung", "pruefauszug", "akte"])
def test_every_observed_value_stands_beside_the_year_before(sample: Running, kind: str) -> None:
    for table in tables(made(sample, kind)):
        if "Vorjahr" in table.columns:
            assert all(row[2] != "–" for row in table.rows if row[1] != "–"), table.rows
    assert (ADDED in words_of(made(sample, kind))) is (kind != "pruefauszug"), "what the decision itself does not hold"

"""An audit extract says what was decided, and gives only such instructions for checking as hold."""

import io
import zipfile

import pytest

from domain import facts
from domain.german import german
from domain.record import Fact
from interfaces.papers.blocks import Heading, Paper
from interfaces.papers.extract import HOW_TO_CHECK, NO_PATH, PATH
from interfaces.papers.sources import Papered
from tests.http.service import Running
from tests.papers.reading import JUNE, asked, made, words_of

WITHOUT_FIELDS = {facts.AgreementClosed, facts.AssessmentAcknowledged}
"""Facts whose title says everything."""


def extract_of(running: Running, kind: type[Fact]) -> tuple[Fact, Paper]:
    """The first record of a kind, and its extract."""
    record = next(one for one in asked(running).course.records if isinstance(one.fact, kind))
    return record.fact, made(running, "pruefauszug", about=str(record.version))


def test_it_says_each_verdict_and_each_appraisal(sample: Running) -> None:
    fact, paper = extract_of(sample, facts.FinalAssessmentMade)
    assert isinstance(fact, facts.FinalAssessmentMade)
    words = words_of(paper)
    assert fact.assessment.summary in words
    goals = {verdict.id: goal.id for goal in asked(sample).course.agreement.terms.goals for verdict in goal.verdicts}
    titles = {
        one.verdict_id: f"Ziel {goals.get(one.verdict_id, one.verdict_id)}: {one.title}"
        for one in fact.assessment.computed
    }
    for one in fact.assessment.judgements:
        assert words[words.index(titles[one.verdict_id]) + 2] == german(one.outcome)
    assert {one.why for one in fact.assessment.addressed} <= {*words}


def test_it_says_what_a_fact_holds(sample: Running) -> None:
    law, paper = extract_of(sample, facts.LegalChangeApplied)
    assert isinstance(law, facts.LegalChangeApplied)
    assert law.law in words_of(paper)
    delivered, paper = extract_of(sample, facts.FiguresDelivered)
    assert isinstance(delivered, facts.FiguresDelivered)
    assert any(one.startswith("Daten geliefert: ") for one in words_of(paper)), "of which load state"
    drafted, paper = extract_of(sample, facts.AgreementDrafted)
    assert isinstance(drafted, facts.AgreementDrafted)
    assert drafted.terms.title in words_of(paper)


@pytest.mark.long
def test_an_extract_of_every_kind_of_entry_says_what_was_recorded(sample: Running) -> None:
    kinds = {type(one.fact) for one in asked(sample).course.records}
    silent = {kind for kind in kinds if Heading("Was festgehalten wurde") not in extract_of(sample, kind)[1].blocks}
    assert silent <= WITHOUT_FIELDS


def test_the_root_stands_where_the_instruction_says(sample: Running) -> None:
    assert "Wurzel steht in „checkpoint.txt“" in HOW_TO_CHECK
    paper, of = made(sample, "pruefauszug"), asked(sample)
    size = paper.attached["proof"]["tree_size"]
    bundle = b"".join(sample.system.audit.bundles.export(of.actor, of.agreement_id, size=size))
    note = zipfile.ZipFile(io.BytesIO(bundle)).read("checkpoint.txt").decode()
    assert {str(size), paper.attached["proof"]["root"]} <= {*note.splitlines()}


def test_a_path_is_only_said_to_be_there_where_there_is_one(sample: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    assert words_of(made(sample, "pruefauszug"))[-1].endswith(PATH)
    monkeypatch.setattr(Papered, "covering", lambda *_: None)
    paper = made(sample, "pruefauszug")
    assert paper.attached["proof"]["proof"] is None
    assert words_of(paper)[-1].endswith(NO_PATH)


def test_an_extract_of_an_earlier_instant_says_its_day_and_not_today(sample: Running) -> None:
    words = words_of(made(sample, "pruefauszug", JUNE))
    assert "Danach ist bis zum 20.06.2026 nichts hinzugekommen." in words
    assert "Was die Zahlen am 20.06.2026 sagen" in words
    assert not any("heute" in one for one in words)

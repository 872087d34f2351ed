"""A line with its own base year and wait, in papers: its name says so, and nothing calls that year "Vorjahr"."""

from datetime import date

import pytest

from domain.acts.drafting import DraftAgreement
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.figures import LoadState
from domain.terms import Terms
from domain.values import AgreementId
from interfaces.papers.blocks import Paragraph, Table
from interfaces.papers.council import sentence
from interfaces.papers.goals import compared_how
from interfaces.papers.kinds import KINDS
from interfaces.papers.sources import Papered
from interfaces.sample.cast import DESK, READER, REVIEW
from interfaces.sample.figures import INVENTED, invented_load
from tests.builders import HEIDEKREIS
from tests.http.service import Running
from tests.papers.reading import headings, tables, words_of

NAME = "Durchschnittlicher Bestand an Langzeitleistungsbeziehenden (gegenüber 2024, nach 3 Monaten Wartezeit)"
LOADS = (("2024-03", 3), ("2025-03", 0), ("2026-03", 0), ("2026-03", 3))


def with_a_year_of_its_own(terms: Terms) -> Terms:
    """The line of the stock compares with 2024, three months later than the others."""
    own = {"base_year": 2024, "months_waited": 3}
    goals = tuple(
        goal.model_copy(
            update={"lines": tuple(one.model_copy(update=own) if one.id == "lzb" else one for one in goal.lines)}
        )
        for goal in terms.goals
    )
    return terms.model_copy(update={"goals": goals})


@pytest.fixture
def of(service: Running) -> Papered:
    """The agreement with figures of March for every line."""
    day, acts = date(2026, 7, 20), service.system.service
    terms, about = with_a_year_of_its_own(HEIDEKREIS), None
    late = "Beispiel: nachgetragen"
    service.clock.move_to(day)
    done = acts.act(
        DESK,
        DraftAgreement(occurred_on=day, legal_basis=terms.legal_basis, reason=late, terms=terms),
        about,
        on_version=0,
    )
    for month, waited in LOADS:
        state = LoadState(report_month=month, months_waited=waited)
        load = invented_load(month, day).model_copy(update={"state": state})
        name = f"ladung-{month}-t{waited}"
        deliver = DeliverFigures(occurred_on=day, delivery_id=name, load=load, reason=INVENTED)
        for actor, request in ((DESK, deliver), (REVIEW, ReleaseFigures(occurred_on=day, delivery_id=name))):
            done = acts.act(actor, request, done.agreement_id, on_version=done.version)
    service.system.views.catch_up()
    return papered(service, done.agreement_id)


def papered(service: Running, agreement_id: AgreementId) -> Papered:
    return Papered(service.system, READER, agreement_id)


def test_the_pack_names_the_base_year_and_the_wait_of_a_line(of: Papered) -> None:
    pack = KINDS["dialogmappe"].make(of)
    assert "Ziele" in headings(pack)
    held: dict[str, Table] = {row[0]: table for table in tables(pack) for row in table.rows if len(table.columns) == 7}
    stock = held[NAME]
    assert stock.columns[2] == "2024"
    assert "Vorjahr" not in " ".join((*stock.columns, *(cell for row in stock.rows for cell in row)))
    (row,) = (row for row in stock.rows if row[0] == NAME)
    (line,) = (line for goal in of.goals for line in goal.lines if line.line_id == "lzb")
    assert line.derivation is not None
    assert line.derivation.baseline is not None
    assert (row[2] != "–", line.derivation.baseline.load_state) == (
        True,
        LoadState(report_month="2024-03", months_waited=3),
    )
    assert held["Integrationsquote"].columns[2] == "Vorjahr"
    assert any("in Prozent des Werts im Vergleichsjahr" in one for one in words_of(pack))
    assert not any("Vorjahreswert" in one for one in words_of(pack))


def test_a_sentence_names_the_base_year_and_the_other_goals_keep_theirs(of: Papered) -> None:
    (line,) = (line for goal in of.goals for line in goal.lines if line.line_id == "lzb")
    said = sentence(line)
    assert said.startswith(f"{NAME}: ")
    assert "(2024: " in said
    assert "Vorjahr" not in said
    (goal,) = (goal for goal in of.goals if line in goal.lines)
    others = tuple(one for one in of.goals if one is not goal)
    notes = [one.says for one in compared_how(others) if isinstance(one, Paragraph)]
    assert any("Vorjahreswerts" in one for one in notes)

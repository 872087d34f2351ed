"""Minutes are one file for good: printed alike before and after they are confirmed, known by the hash that is taken."""

import re
from datetime import date
from pathlib import Path

import pytest

from application.proofs.ports import Occasion
from domain.acts.dialogs import InvolveCommittee
from domain.acts.held_dialogs import ConfirmMinutes
from domain.facts.signing import Document
from domain.rules import Refused
from interfaces.papers.written import written
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK
from interfaces.sample.play import play, scenes
from interfaces.sample.terms import heidekreis_2026
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.papers.reading import asked, made, words_of
from tests.web.conftest import Visiting, visiting

__all__ = ["visiting"]
FIRST = "dialog-2026-1"


@pytest.fixture
def before(service: Running) -> Running:
    """The sample up to its first dialog, whose minutes nobody has confirmed."""
    acts = play(service.system, service.clock, heidekreis_2026())
    for scene, _ in zip(scenes(heidekreis_2026()), acts, strict=False):
        if type(scene.request).__name__ == "HoldDialog":
            break
    service.clock.move_to(date(2026, 7, 1))
    return service


def document(running: Running) -> Document:
    """The minutes as they are printed now, as a document."""
    paper = written("niederschrift", asked(running, about=FIRST))
    return Document(sha256=paper.sha256, title=paper.title, file_reference="ZV-2026-03358-1")


def test_both_sides_confirm_the_hash_of_the_printed_minutes(before: Running, visiting: Visiting) -> None:
    first = document(before)
    county = visiting(before, COUNTY.person)
    offered = county.get(f"/vereinbarungen/{SAMPLE}/handlungen/confirm-minutes")
    assert first.sha256 in offered.text, "the form offers it for the dialog that waits"
    version = len(asked(before).course.records)
    confirmed = ConfirmMinutes(occurred_on=date(2026, 7, 1), dialog_id=FIRST, minutes=first)
    before.system.service.act(DESK, confirmed, SAMPLE, on_version=version)
    before.system.audit.checkpoints.make(Occasion.REQUEST)
    assert document(before) == first, "neither the confirmation nor a checkpoint changes a byte"
    linked = county.get(f"/vereinbarungen/{SAMPLE}/handlungen/confirm-minutes?dialog_id={FIRST}")
    assert {first.sha256, first.file_reference} <= {*re.findall('value="([^"]*)"', linked.text)}
    before.system.service.act(COUNTY, confirmed, SAMPLE, on_version=version + 1)
    answer = before.as_("pruefung").get(f"/api/v1/agreements/{SAMPLE}/papers/niederschrift/digest?about={FIRST}")
    assert answer.json()["sha256"] == first.sha256


def test_other_minutes_are_refused_for_the_second_side(before: Running) -> None:
    first = document(before)
    version = len(asked(before).course.records)
    confirmed = ConfirmMinutes(occurred_on=date(2026, 7, 1), dialog_id=FIRST, minutes=first)
    before.system.service.act(DESK, confirmed, SAMPLE, on_version=version)
    other = first.model_copy(update={"sha256": "0" * 64})
    with pytest.raises(Refused, match="schon ein anderes Protokoll"):
        before.system.service.act(
            COUNTY, confirmed.model_copy(update={"minutes": other}), SAMPLE, on_version=version + 1
        )


def test_any_paper_can_be_recorded_as_a_document(before: Running) -> None:
    paper = written("dialogmappe", asked(before))
    session = InvolveCommittee(
        occurred_on=date(2026, 7, 1),
        session="sitzung-juli",
        dialogs=(FIRST,),
        recommendation="Beispiel: zur Kenntnis genommen",
        document=Document(sha256=paper.sha256, title=paper.title, file_reference="ZV-2026-03358-2"),
    )
    before.system.service.act(COMMITTEE, session, SAMPLE, on_version=len(asked(before).course.records))
    assert paper.sha256 in "".join(words_of(made(before, "akte"))).replace("\n", "")


def test_minutes_show_the_load_state_the_dialog_was_held_on_whatever_came_later(sample: Running) -> None:
    paper = written("niederschrift", asked(sample, about=FIRST))
    held = asked(sample, about=FIRST).held()[1]
    state = asked(sample, about=FIRST).of_talk(held).state
    assert state.load_state.startswith("Datenstand Mai 2026 ohne Wartezeit")
    assert (state.checkpoint, state.known_at) == ("", None)
    assert state.digest.startswith("Prüfsumme des Eintrags")
    assert Path(paper.name).name == f"niederschrift-{SAMPLE}-{FIRST}.pdf"

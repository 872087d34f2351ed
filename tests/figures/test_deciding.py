"""A delivered file is decided about as a whole, by a second person, on what that person saw."""

from dataclasses import fields
from typing import Any
from uuid import uuid4

import pytest

from domain.acts.dialogs import RequestDialog
from domain.acts.drafting import WithdrawDraft
from domain.acts.figures import RejectFigures, ReleaseFigures
from domain.facts import (
    FigureFileRejected,
    FigureFileReleased,
    FiguresRejected,
    FiguresReleased,
)
from domain.facts.figure_files import DeliveredPart
from domain.record import Draft
from domain.rulebook.figures import (
    FILE_CAME_TOO_LATE,
    FILE_DECIDED,
    FILE_DECIDED_SINGLY,
    OWN_DELIVERY,
    PART_OF_FILE,
    PREVIEW_OVERTAKEN,
    REASON_MISSING,
)
from domain.state import Decision
from tests.builders import CLERK, COUNTY, HEIDEKREIS
from tests.figures.files import SECOND, TODAY, Desk, file_id, load_rows, refused
from tests.figures.test_delivering import CELLE


def test_whoever_delivered_neither_releases_nor_rejects(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    with refused(OWN_DELIVERY):
        desk.release(name, CLERK)
    with refused(OWN_DELIVERY):
        desk.reject(name, "Spalten vertauscht", CLERK)
    assert desk.files.read(SECOND, name).decision is Decision.PENDING


def test_a_rejection_needs_a_reason_and_a_decision_is_made_once(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    with refused(REASON_MISSING):
        desk.reject(name, None)
    desk.reject(name, "Spalten vertauscht")
    with refused(FILE_DECIDED):
        desk.release(name)
    again = desk.deliver(load_rows("2026-03"))
    assert file_id(again) == f"{name[:-1]}2"


def test_an_agreement_that_ended_does_not_hold_up_the_others(desk: Desk) -> None:
    rows = [row for ags in ("03358", CELLE) for row in load_rows("2026-03", ags)]
    kept, ended = desk.agreement(HEIDEKREIS), desk.agreement(HEIDEKREIS, CELLE, "kreis-celle")
    receipt = desk.deliver(rows)
    desk.service.act(CLERK, WithdrawDraft(occurred_on=TODAY, reason="Kein Abschluss."), ended, on_version=2)
    found = desk.files.read(SECOND, file_id(receipt))
    assert [[part.agreement_id for part in parts] for parts in (found.pending, found.ended)] == [[kept], [ended]]
    released = desk.release(receipt)
    assert [record.stream_id for record in released.records[1:]] == [kept]


def test_a_file_for_ended_agreements_alone_can_only_be_rejected(desk: Desk) -> None:
    ended = desk.agreement(HEIDEKREIS)
    receipt = desk.deliver(load_rows("2026-03"))
    desk.service.act(CLERK, WithdrawDraft(occurred_on=TODAY, reason="Kein Abschluss."), ended, on_version=2)
    with refused(FILE_CAME_TOO_LATE):
        desk.release(receipt)
    preview = desk.files.read(SECOND, file_id(receipt)).preview
    assert len(desk.files.reject(SECOND, file_id(receipt), preview, reason="Hinfällig.").records) == 1


def test_what_came_by_a_file_is_not_decided_singly(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    (part,) = desk.files.read(SECOND, name).pending
    for request in (ReleaseFigures, RejectFigures):
        asked = request(occurred_on=TODAY, delivery_id=part.delivery_id, reason="Einzeln")
        with refused(PART_OF_FILE, saying=name):
            desk.service.act(SECOND, asked, agreement, on_version=2)
    desk.release(name)


def decided_singly(desk: Desk, agreement: str, *facts: FiguresReleased | FiguresRejected) -> None:
    """What older entries of the log may hold: single decisions about the parts of a file."""
    last = desk.service.journal.records(agreement)[-1]
    values = {field.name: getattr(last, field.name) for field in fields(Draft)}
    drafts = [
        Draft(**values | {"version": last.version + n, "event_id": uuid4(), "fact": fact})
        for n, fact in enumerate(facts, start=1)
    ]
    desk.service.journal.append(drafts, now=desk.service.now())


def test_a_file_of_which_all_was_rejected_singly_is_rejected_and_may_come_again(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    rows = [*load_rows("2026-02"), *load_rows("2026-03")]
    name = file_id(desk.deliver(rows))
    decided_singly(desk, agreement, *(rejected(part) for part in desk.files.read(SECOND, name).pending))
    with refused(FILE_DECIDED_SINGLY, saying="zurückgewiesen"):
        desk.release(name)
    assert desk.check(rows).errors == 0
    desk.reject(name, "Spalten vertauscht")
    assert desk.files.read(SECOND, name).decided_otherwise == ()
    desk.release(desk.deliver(rows))


def test_a_file_of_which_some_was_decided_singly_says_so(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    rows = [*load_rows("2026-02"), *load_rows("2026-03")]
    name = file_id(desk.deliver(rows))
    part, kept = desk.files.read(SECOND, name).pending
    decided_singly(desk, agreement, rejected(part))
    assert len(desk.release(name).records) == 2
    found = desk.files.read(SECOND, name)
    assert [(one.delivery_id, one.decision) for one in found.decided_otherwise] == [(part.delivery_id, "rejected")]
    assert [count.check for count in desk.check(rows).counts] == ["V14"]
    assert kept.delivery_id not in {one.delivery_id for one in found.decided_otherwise}


def rejected(part: DeliveredPart) -> FiguresRejected:
    return FiguresRejected(delivery_id=part.delivery_id)


def test_a_decision_names_the_preview_it_was_made_on(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    first = desk.deliver([*load_rows("2025-03"), *load_rows("2026-03")])
    second = file_id(desk.deliver([*load_rows("2025-04"), *load_rows("2026-04")]))
    seen = desk.files.read(SECOND, second)
    desk.release(first)
    assert desk.files.read(SECOND, second).lines != seen.lines
    with refused(PREVIEW_OVERTAKEN, saying=seen.preview):
        desk.files.release(SECOND, second, seen.preview)
    with refused(PREVIEW_OVERTAKEN):
        desk.files.reject(SECOND, second, seen.preview, reason="Spalten vertauscht")
    desk.release(second)


@pytest.mark.parametrize("how", ["release", "reject"])
def test_the_log_says_what_a_decision_was_made_on(desk: Desk, how: str) -> None:
    desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    seen = desk.files.read(SECOND, name)
    assert seen.decided_on is None
    fact = (desk.release(name) if how == "release" else desk.reject(name, "Falsch")).records[0].fact
    assert isinstance(fact, FigureFileReleased | FigureFileRejected)
    assert fact.preview == seen.preview
    assert desk.files.read(SECOND, name).decided_on == seen.preview


def test_a_preview_says_of_which_month_was_what_was(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    months = []
    for load in ("2026-03", "2026-04"):
        months.append({(line.was_month, line.month) for line in desk.check(load_rows(load)).lines})
        desk.release(desk.deliver([*load_rows(f"2025{load[4:]}"), *load_rows(load)]))
    assert months == [{(None, "2026-03")}, {("2026-03", "2026-04")}]


def test_a_preview_that_shows_the_same_still_holds(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    seen = desk.files.read(SECOND, name).preview
    desk.service.act(
        COUNTY, RequestDialog(occurred_on=TODAY, dialog_id="wunsch", reason="Gespräch"), agreement, on_version=2
    )
    assert desk.files.read(SECOND, name).preview == seen
    desk.files.release(SECOND, name, seen)


def test_an_agreement_that_moves_on_during_the_release_is_decided_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    seen = desk.files.read(SECOND, name).preview
    append = desk.service.journal.append
    wish = RequestDialog(occurred_on=TODAY, dialog_id="wunsch", reason="Gespräch")

    def overtaken(*drafts: Any, **options: Any) -> Any:
        monkeypatch.setattr(desk.service.journal, "append", append)
        desk.service.act(COUNTY, wish, agreement, on_version=2)
        return append(*drafts, **options)

    monkeypatch.setattr(desk.service.journal, "append", overtaken)
    desk.files.release(SECOND, name, seen)
    assert desk.files.read(SECOND, name).decision is Decision.RELEASED


def test_who_delivered_and_who_decided_is_said_with_the_reason(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    name = file_id(desk.deliver(load_rows("2026-03")))
    before = desk.files.read(SECOND, name)
    assert (before.delivered_by.office, before.decided_by) == (CLERK.office, None)
    desk.reject(name, "Spalten vertauscht")
    decided = desk.files.read(SECOND, name).decided_by
    assert decided is not None
    assert (decided.office, decided.actor) == (SECOND.office, SECOND.person)
    assert (decided.occurred_on, decided.reason) == (TODAY, "Spalten vertauscht")

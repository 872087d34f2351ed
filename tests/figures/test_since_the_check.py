"""A delivery names the check it was made on; what came about since is decided anew, or prevents it."""

from application.figure_files.dry_run import Saying
from domain.acts.dialogs import RequestDialog
from domain.facts import FigureFileDelivered
from domain.rulebook.figures import FILE_HAS_ERRORS, OTHER_DRY_RUN
from tests.builders import COUNTY, HEIDEKREIS
from tests.figures.files import TODAY, Desk, load_rows, refused


def test_a_delivery_names_the_check_of_this_file(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    other = desk.check(load_rows("2026-02")).id
    with refused(OTHER_DRY_RUN, saying=other):
        desk.deliver(load_rows("2026-03"), dry_run=other)
    with refused(OTHER_DRY_RUN):
        desk.deliver(load_rows("2026-03"), Saying(note="anders"), dry_run=desk.check(load_rows("2026-03")).id)


def test_a_check_of_no_state_there_is_says_only_that_it_was_decided_anew(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    named = f"{desk.check(load_rows('2026-03')).id[:16]}-{'0' * 16}"
    fact = desk.deliver(load_rows("2026-03"), dry_run=named).records[0].fact
    assert isinstance(fact, FigureFileDelivered)
    assert (fact.dry_run, fact.decided_anew) == (named, True)


def test_what_moved_on_since_the_check_is_decided_anew(desk: Desk) -> None:
    agreement = desk.agreement(HEIDEKREIS)
    checked = desk.check(load_rows("2026-03")).id
    desk.service.act(
        COUNTY, RequestDialog(occurred_on=TODAY, dialog_id="wunsch", reason="Gespräch"), agreement, on_version=1
    )
    fact = desk.deliver(load_rows("2026-03"), dry_run=checked).records[0].fact
    assert isinstance(fact, FigureFileDelivered)
    assert (fact.decided_anew, fact.dry_run) == (True, checked)


def test_errors_that_came_about_since_the_check_prevent_the_delivery(desk: Desk) -> None:
    desk.agreement(HEIDEKREIS)
    checked = desk.check(load_rows("2026-03")).id
    desk.deliver([*load_rows("2026-03")][::-1])
    with refused(FILE_HAS_ERRORS):
        desk.deliver(load_rows("2026-03"), dry_run=checked)

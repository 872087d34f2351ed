"""What a dialog is about and whether it counts: sides, intervals, deviations, new law; circumstances; late entries."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from domain.acts.follow_up import NoteCircumstance
from domain.acts.held_dialogs import HoldDialog
from domain.assessing import dialogs_in_the_year, to_appraise
from domain.facts import CircumstanceNoted, DeviationNoted, DialogHeld, DialogScheduled
from domain.facts.dialogs import DialogKind, LawDiscussed, Participant
from domain.facts.follow_up import CircumstanceKind
from domain.rulebook import dialogs as rules
from domain.rulebook.any_act import RECORDED_LATE
from domain.rulebook.follow_up import CIRCUMSTANCE_ABOUT
from tests.builders import COUNTY, HEIDEKREIS, Happened, a_state, an_agreement_in_force
from tests.domain.given import Given, given
from tests.domain.judgements import NEW_LAW
from tests.domain.talks import BOTH_SIDES, READY, SPRING, hold
from tests.year_to_judge import FINAL_TALK, a_dialog

ALONE = (Participant(office="Referatsleitung", party="ni-ms"),)
LAW = LawDiscussed(change_id="g1", says="Mehr Vermittlungen")
DEVIATION = DeviationNoted(deviation_id="frauen", line_id="k2", load_state=a_state(), causes="Weniger Arbeitsaufnahmen")


def about(**others: Any) -> HoldDialog:
    return hold().model_copy(update=others)


def noticed(life: Given) -> set[str]:
    return {finding.rule for finding in life.records[-1].findings}


def test_a_talk_of_one_side_alone_does_not_count() -> None:
    life = given(*READY).when(hold(participants=ALONE)).then_noticed(rules.SIDE_ABSENT).recorded
    assert dialogs_in_the_year(life.agreement) == 0
    assert dialogs_in_the_year(given(*READY).when(hold()).recorded.agreement) == 1


@pytest.mark.parametrize(("days", "close"), [(14, True), (15, False)])
def test_two_regular_dialogs_within_a_fortnight_are_no_regular_intervals(days: int, close: bool) -> None:
    earlier = a_dialog("vorher", SPRING - timedelta(days=days), "2026-02")
    outcome = given(*READY, earlier).when(hold())
    if close:
        outcome.then_noticed(rules.DIALOGS_TOO_CLOSE)
    else:
        outcome.then_nothing_noticed()


def test_every_talk_that_counts_is_held_against_the_interval_and_no_other() -> None:
    days = SPRING - timedelta(days=5)
    for kind in (DialogKind.ON_REQUEST, DialogKind.ON_DEVIATION):
        given(*READY, a_dialog("vorher", days, "2026-02", kind)).when(hold()).then_noticed(rules.DIALOGS_TOO_CLOSE)
    final = a_dialog("vorher", days, "2026-02", DialogKind.FINAL)
    given(*READY, final).when(hold()).then_nothing_noticed()
    one_sided = DialogHeld(
        dialog_id="vorher", kind=DialogKind.REGULAR, basis=a_state(), participants=ALONE, goals_discussed=("4", "5")
    )
    set_ = DialogScheduled(dialog_id="vorher", kind=DialogKind.REGULAR, planned_for=days)
    given(*READY, set_, Happened(one_sided, days)).when(hold()).then_nothing_noticed()
    counts = a_dialog("vorher", days, "2026-02")
    given(*READY, counts).when(hold(participants=ALONE)).then_noticed(rules.SIDE_ABSENT)


def test_every_party_nobody_came_for_is_noticed() -> None:
    other = HEIDEKREIS.parties[0].model_copy(update={"id": "ni-mw", "name": "Wirtschaftsministerium"})
    terms = HEIDEKREIS.model_copy(update={"parties": (*HEIDEKREIS.parties, other)})
    outcome = given(an_agreement_in_force(terms), *READY[1:]).when(hold())
    life = outcome.then_noticed(rules.PARTY_ABSENT, saying="Wirtschaftsministerium").recorded
    assert dialogs_in_the_year(life.agreement) == 0
    all_three = (*BOTH_SIDES, Participant(office="Referatsleitung", party="ni-mw"))
    whole = given(an_agreement_in_force(terms), *READY[1:]).when(hold(participants=all_three))
    assert dialogs_in_the_year(whole.then_nothing_noticed().recorded.agreement) == 1


def test_a_dialog_on_a_deviation_names_one_that_was_noted() -> None:
    set_ = DialogScheduled(dialog_id="anlass", kind=DialogKind.ON_DEVIATION, planned_for=SPRING)
    life = given(*READY, set_, Happened(DEVIATION, SPRING, COUNTY))
    assert rules.DEVIATION_NOT_NAMED.code in noticed(life.when(about(dialog_id="anlass")).recorded)
    named = about(dialog_id="anlass", called_for=("frauen",))
    fact = life.when(named).recorded.records[-1].fact
    assert isinstance(fact, DialogHeld)
    assert fact.called_for == ("frauen",)
    life.when(about(dialog_id="anlass", called_for=("maenner",))).then_refused(rules.UNKNOWN_NOTE, saying="maenner")


def test_new_law_is_an_item_of_a_dialog_before_the_year_is_judged() -> None:
    day = date(2027, 4, 20)
    final = HoldDialog(
        occurred_on=day,
        dialog_id="abschluss",
        basis=a_state("2026-12"),
        participants=BOTH_SIDES,
        goals_discussed=("4", "5"),
    )
    set_ = DialogScheduled(dialog_id="abschluss", kind=DialogKind.FINAL, planned_for=day)
    life = given(*READY, Happened(NEW_LAW, SPRING), set_)
    assert rules.LAW_NOT_DISCUSSED.code in noticed(life.when(final, today=day).recorded)
    given(*READY).when(about(laws=(LAW,))).then_refused(rules.UNKNOWN_NOTE, saying="g1")
    discussed = life.when(about(laws=(LAW,))).recorded.when(final, today=day)
    assert rules.LAW_NOT_DISCUSSED.code not in noticed(discussed.recorded)


def test_a_dialog_may_be_held_in_writing() -> None:
    fact = given(*READY).when(about(in_writing=True)).recorded.records[-1].fact
    assert isinstance(fact, DialogHeld)
    assert fact.in_writing


@pytest.mark.parametrize(
    ("kind", "name", "agreed"),
    [
        (CircumstanceKind.BUDGET, "gesamt", "15600000"),
        (CircumstanceKind.BUDGET, "ausgabereste", "350000000"),
        (CircumstanceKind.BUDGET, "ausgleichsbetrag", "87000000"),
        (CircumstanceKind.BUDGET, "verwaltung", "8575980"),
        (CircumstanceKind.BENCHMARK, "arbeitslose-sgb2", "2.2"),
    ],
)
def test_a_circumstance_may_be_about_everything_that_was_agreed(kind: CircumstanceKind, name: str, agreed: str) -> None:
    asked = NoteCircumstance(
        occurred_on=SPRING,
        circumstance_id="weniger",
        kind=kind,
        about=name,
        actual=Decimal(1),
        says="Es ist weniger",
        lines=(),
    )
    life = given(an_agreement_in_force(HEIDEKREIS))
    fact = life.when(asked, by=COUNTY).recorded.records[-1].fact
    assert isinstance(fact, CircumstanceNoted)
    assert fact.agreed == Decimal(agreed)
    unknown = asked.model_copy(update={"about": "lotterie"})
    life.when(unknown, by=COUNTY).then_refused(CIRCUMSTANCE_ABOUT)


def test_late_entries_are_appraised_once_for_all() -> None:
    late = RECORDED_LATE.finding(days=40, day=SPRING)
    lives = [Happened(fact, SPRING, findings=(late,)) for fact in (DEVIATION, NEW_LAW)]
    life = given(an_agreement_in_force(), *lives, FINAL_TALK)
    numbers = ", ".join(str(len(life.records) - back) for back in (3, 2))
    told = {name: says for name, says in to_appraise(life.agreement).items() if "late" in name}
    assert told == {"finding:recorded-late": f"2 Einträge wurden spät festgehalten (Nr. {numbers})."}

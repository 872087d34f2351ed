"""Builders of a year with everything it takes to judge it."""

from datetime import date

from domain.facts import (
    CriterionAppraised,
    DialogHeld,
    DialogScheduled,
    StepReported,
)
from domain.facts.dialogs import DialogKind, Participant
from domain.facts.individual import Appraisal, Progress
from domain.values import Month
from tests.builders import (
    A_SCAN,
    COUNTY,
    HEIDEKREIS,
    Happened,
    Life,
    a_load,
    a_released,
    a_state,
    agreed_in_full,
    an_agreement_in_force,
    ytd,
)


def a_dialog(id: str, on: date, month: Month, kind: DialogKind = DialogKind.REGULAR) -> tuple[Life, ...]:
    """A dialog set and held on a day, on the figures of a month, about every goal."""
    sides = tuple(Participant(office="Leitung", party=party.id) for party in HEIDEKREIS.parties)
    goals = ("ziel", "beratung", "bericht")
    held = DialogHeld(dialog_id=id, kind=kind, basis=a_state(month), participants=sides, goals_discussed=goals)
    return DialogScheduled(dialog_id=id, kind=kind, planned_for=on), Happened(held, on)


DECEMBER_BEFORE = (a_released(a_load("2025-12", ytd("LZB", "2025-12", "1000"))),)
"""The year before, to compare with: 1000 persons."""
TALKS = (a_dialog("fruehjahr", date(2026, 5, 20), "2026-03"), a_dialog("herbst", date(2026, 10, 7), "2026-08"))
FINAL_TALK = a_dialog("abschluss", date(2027, 4, 20), "2026-12", DialogKind.FINAL)
STEPS = tuple(
    Happened(StepReported(step_id=step, progress=Progress.DONE, says="Umgesetzt", evidence=(A_SCAN,)), by=COUNTY)
    for step in ("schulung", "leitfaden")
)
CRITERION = CriterionAppraised(criterion_id="besser", appraisal=Appraisal.MET, says="Erfüllt")


def a_year_to_judge(persons: str = "970") -> tuple[Life, ...]:
    """In force, two talks and the final one held, so many persons beside 1000 the year before, goals appraised."""
    december = a_released(a_load("2026-12", ytd("LZB", "2026-12", persons)))
    return an_agreement_in_force(agreed_in_full()), DECEMBER_BEFORE, december, TALKS, FINAL_TALK, STEPS, CRITERION

"""One life from draft to closing, through every request there is, and the two ways it can end early."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from domain.acts import (
    answering,
    changing,
    dialogs,
    drafting,
    figures,
    follow_up,
    held_dialogs,
    individual,
    judging,
    mending,
    signing,
)
from domain.assessing import computed, to_appraise
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Addressed, CountyPosition, Judgement, Stance
from domain.facts.signing import SignatureForm
from domain.record import Actor, Request
from domain.values import sha256_of
from tests.builders import (
    A_SCAN,
    CLERK,
    COMMITTEE,
    COUNTY,
    MINISTRY,
    a_load,
    a_state,
    agreed_in_full,
    at_most,
    ytd,
)
from tests.domain.given import Given
from tests.domain.informing import examples

Scene = tuple[Actor, type[Request], Callable[[Given], Request]]
FULL = agreed_in_full()
RETITLED = FULL.model_copy(update={"title": "Vereinbarung, wie unterzeichnet"})
MEASURE = AgreedMeasure(id="sprechtag", says="Sprechtag", party="heidekreis", due_on=date(2026, 9, 1))
SIDES = tuple(Participant(office="Leitung", party=party.id) for party in FULL.parties)
A_SIGNATURE = {"office": "Amt", "form": SignatureForm.PAPER, "place": "Hannover", "document": A_SCAN}


def scene(by: Actor, asked: type[Request], on: tuple[int, int, int], /, **said: Any) -> Scene:
    """Somebody asks something on a day; a value that can be called is worked out from the life so far."""

    def request(life: Given) -> Request:
        known = {name: value(life) if callable(value) else value for name, value in said.items()}
        return asked.model_validate({"occurred_on": date(*on), "reason": "Grund", **known})

    return by, asked, request


def as_computed(life: Given) -> tuple[Judgement, ...]:
    """Every verdict judged as computed."""
    said = computed(life.agreement, life.attainment).verdicts
    return tuple(Judgement(verdict_id=verdict.verdict_id, outcome=verdict.outcome) for verdict in said)


def everything_open(life: Given) -> tuple[Addressed, ...]:
    """Everything that waits to be appraised."""
    return tuple(Addressed(reference=one, has_effect=False, why="Ohne Folgen") for one in to_appraise(life.agreement))


def latest(life: Given) -> int:
    """The version of the last record."""
    return len(life.records)


def delivery(on: tuple[int, int, int], id: str, month: str, persons: str, decide: type[Request]) -> tuple[Scene, Scene]:
    load = a_load(month, ytd("LZB", month, persons))
    return (
        scene(CLERK, figures.DeliverFigures, on, delivery_id=id, load=load),
        scene(MINISTRY, decide, on, delivery_id=id),
    )


def talk(id: str, on: tuple[int, int, int], month: str, *measures: AgreedMeasure) -> tuple[Scene, ...]:
    goals = ("ziel", "beratung", "bericht")
    said = {"dialog_id": id, "basis": a_state(month), "participants": SIDES, "goals_discussed": goals}
    return (
        scene(COMMITTEE, dialogs.InvolveCommittee, on, session="sitzung", dialogs=(id,), recommendation="Rat"),
        scene(MINISTRY, held_dialogs.HoldDialog, on, **said, measures=measures),
        *(scene(by, held_dialogs.ConfirmMinutes, on, dialog_id=id, minutes=A_SCAN) for by in (MINISTRY, COUNTY)),
    )


def signatures(kind: type[Request], on: tuple[int, int, int], **said: Any) -> tuple[Scene, Scene]:
    land, county = "christine-arbogast", "jens-grote"
    return (
        scene(MINISTRY, kind, on, signatory=land, **A_SIGNATURE, **said),
        scene(COUNTY, kind, on, signatory=county, **A_SIGNATURE, **said),
    )


WINTER, SPRING, SUMMER, AUTUMN = (2026, 2, 18), (2026, 5, 20), (2026, 6, 10), (2026, 10, 7)
NEXT_SPRING, THEN, LATER = (2027, 4, 20), (2027, 4, 27), (2027, 5, 4)
ASSESSMENT = {
    "dialog_id": "abschluss",
    "judgements": as_computed,
    "addressed": everything_open,
    "county": CountyPosition(stance=Stance.AGREES, on=date(*NEXT_SPRING)),
    "summary": "Bewertet",
}
DRAFTING: tuple[Scene, ...] = (
    scene(CLERK, drafting.DraftAgreement, (2026, 1, 15), terms=FULL),
    scene(
        COUNTY,
        drafting.ProposeTarget,
        (2026, 1, 16),
        line_id="lzb",
        bound=at_most("-2.5"),
        forecast="Erreichbar",
        rationale="Wie im Vorjahr",
    ),
    scene(CLERK, drafting.ReviseDraft, (2026, 1, 20), terms=RETITLED),
)
SIGNING = signatures(signing.SignAgreement, (2026, 2, 10), terms_hash=sha256_of(RETITLED))
COMPARING = (
    scene(MINISTRY, signing.ConfirmTranscription, (2026, 2, 12), terms_hash=sha256_of(RETITLED)),
    scene(CLERK, signing.CorrectTranscription, (2026, 2, 13), terms=FULL),
    scene(MINISTRY, signing.ConfirmTranscription, (2026, 2, 16), terms_hash=sha256_of(FULL)),
)
FOLLOWING = (
    *delivery(WINTER, "vorjahr", "2025-12", "1000", figures.ReleaseFigures),
    *delivery((2026, 3, 16), "falsch", "2026-02", "9", figures.RejectFigures),
    *delivery((2026, 3, 17), "februar", "2026-02", "990", figures.ReleaseFigures),
    scene(COUNTY, dialogs.RequestDialog, (2026, 5, 4), dialog_id="wunsch"),
    *(
        scene(MINISTRY, dialogs.ScheduleDialog, (2026, 5, 4), dialog_id=id, kind=kind, planned_for=date(*SPRING))
        for id, kind in (("wunsch", DialogKind.ON_REQUEST), ("entfallen", DialogKind.REGULAR))
    ),
    scene(COUNTY, dialogs.CancelDialog, (2026, 5, 5), dialog_id="entfallen"),
    *talk("wunsch", SPRING, "2026-02", MEASURE),
    scene(
        COUNTY,
        follow_up.NoteDeviation,
        SPRING,
        deviation_id="februar",
        line_id="lzb",
        load_state=a_state("2026-02"),
        causes="Lage",
    ),
    scene(
        COUNTY,
        follow_up.NoteCircumstance,
        SPRING,
        circumstance_id="mittel",
        kind=CircumstanceKind.BUDGET,
        about="eingliederung",
        actual=Decimal(6500000),
        says="Weniger Mittel",
    ),
    scene(MINISTRY, mending.DisputeRecord, SUMMER, version=latest, says="So nicht"),
    scene(
        COUNTY,
        follow_up.NoteCircumstance,
        SUMMER,
        circumstance_id="irrtum",
        kind=CircumstanceKind.ECONOMIC,
        says="Doch nicht",
    ),
    scene(COUNTY, mending.RetractRecord, SUMMER, version=latest),
    scene(
        MINISTRY,
        follow_up.ApplyLegalChange,
        SUMMER,
        change_id="recht",
        law="Gesetz",
        citation="BGBl.",
        provisions=(Provision(says="Neu", from_day=date(2026, 7, 1)),),
    ),
)
AMENDING = (
    scene(COUNTY, changing.ProposeAmendment, SUMMER, amendment_id="a", terms=RETITLED, effective_from=date(2026, 7, 1)),
    scene(COUNTY, changing.WithdrawAmendment, SUMMER, amendment_id="a"),
    scene(
        MINISTRY, changing.ProposeAmendment, SUMMER, amendment_id="b", terms=RETITLED, effective_from=date(2026, 7, 1)
    ),
    *signatures(changing.SignAmendment, SUMMER, amendment_id="b", terms_hash=sha256_of(RETITLED)),
)
AUTUMN_ACTS = (
    scene(COUNTY, follow_up.ReportMeasure, AUTUMN, measure_id="sprechtag", done=True, says="Läuft"),
    *(scene(example.by, example.request, AUTUMN, **example.said) for example in examples()),
    scene(COUNTY, individual.ReportTopic, AUTUMN, topic="frauen", says="Bericht"),
    *(
        scene(COUNTY, individual.ReportStep, AUTUMN, step_id=id, progress=Progress.DONE, says="Da", evidence=(A_SCAN,))
        for id in ("schulung", "leitfaden")
    ),
)
BEFORE_JUDGING = (
    *delivery((2027, 1, 18), "dezember", "2026-12", "970", figures.ReleaseFigures),
    scene(
        MINISTRY,
        dialogs.ScheduleDialog,
        (2027, 3, 15),
        dialog_id="abschluss",
        kind=DialogKind.FINAL,
        planned_for=date(*NEXT_SPRING),
    ),
    *talk("abschluss", NEXT_SPRING, "2026-12"),
    scene(COUNTY, individual.AppraiseCriterion, THEN, criterion_id="besser", appraisal=Appraisal.MET, says="Ja"),
)
JUDGING = (
    scene(MINISTRY, judging.AssessFinally, THEN, **ASSESSMENT),
    scene(COUNTY, answering.ContestAssessment, LATER, grounds="Nein"),
    scene(MINISTRY, answering.AnswerContest, LATER, says="Doch"),
    scene(MINISTRY, judging.ReviseAssessment, LATER, cause="Anhörung", **ASSESSMENT),
    scene(MINISTRY, answering.RecordNoAnswer, LATER, asked_on=date(*THEN)),
    scene(MINISTRY, judging.ReviseAssessment, LATER, cause="Noch einmal", **ASSESSMENT),
    scene(COUNTY, answering.AcknowledgeAssessment, LATER),
    scene(MINISTRY, answering.CloseAgreement, LATER),
)
WHOLE = (*DRAFTING, *SIGNING, *COMPARING, *FOLLOWING, *AMENDING, *AUTUMN_ACTS, *BEFORE_JUDGING, *JUDGING)
WITHDRAWN = (*DRAFTING, SIGNING[0], scene(CLERK, drafting.WithdrawDraft, (2026, 2, 11)))
TERMINATED = (*DRAFTING, *SIGNING, scene(COUNTY, changing.TerminateAgreement, SUMMER, document=A_SCAN))


@cache
def lived(*scenes: Scene) -> tuple[Given, ...]:
    """The life after each scene; every request is granted."""
    lives = [Given()]
    for by, _, request in scenes:
        lives.append(lives[-1].when(request(lives[-1]), by).recorded)
    return tuple(lives[1:])

"""The sample from the first dialog to the closing; everything in it is invented and says so."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from domain.acts.answering import AcknowledgeAssessment, CloseAgreement
from domain.acts.dialogs import InvolveCommittee, RequestDialog, ScheduleDialog
from domain.acts.follow_up import ApplyLegalChange, GiveAdvice, NoteCircumstance, NoteDeviation, ReportMeasure
from domain.acts.held_dialogs import ConfirmMinutes, HoldDialog
from domain.acts.individual import AppraiseCriterion, ReportStep, ReportTopic
from domain.acts.judging import AssessFinally
from domain.facts.dialogs import AgreedMeasure, DialogKind, LawDiscussed, Participant
from domain.facts.follow_up import CircumstanceKind, Direction, ExpectedEffect, Provision
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Addressed, CountyPosition, Judgement, Outcome, Stance
from domain.figures import LoadState
from domain.values import Month
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, REVIEW, Scene, document

FIRST, WISHED, SECOND, FINAL = "dialog-2026-1", "dialog-2026-2", "dialog-2026-3", "dialog-2027-abschluss"
CHILD_CARE = AgreedMeasure(
    id="kinderbetreuung",
    says="Beispiel: Absprache mit den Gemeinden zu Betreuungszeiten",
    party="heidekreis",
    due_on=date(2026, 9, 30),
)
NEW_LAW = LawDiscussed(
    change_id="sgb2-aendg-13",
    says="Beispiel: ab Juli mehr Vermittlungen; der Vergleich mit 2025 ist ab diesem Monat eingeschränkt",
)


def dialogs() -> Iterator[Scene]:
    """Four dialogs: regular, requested by the county, regular, final; each prepared by the committee."""
    wished = date(2026, 9, 7)
    yield Scene(
        wished,
        COUNTY,
        RequestDialog(occurred_on=wished, dialog_id=WISHED, reason="Beispiel: Rückgang der Arbeitsaufnahmen im Sommer"),
    )
    regular, on_request, final = DialogKind.REGULAR, DialogKind.ON_REQUEST, DialogKind.FINAL
    yield from _dialog(FIRST, regular, date(2026, 5, 20), date(2026, 6, 9), date(2026, 6, 23), "2026-05", (CHILD_CARE,))
    yield from _dialog(WISHED, on_request, date(2026, 9, 9), date(2026, 9, 22), date(2026, 10, 6), "2026-08")
    yield from _dialog(
        SECOND, regular, date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 24), "2026-10", laws=(NEW_LAW,)
    )
    yield from _dialog(FINAL, final, date(2027, 3, 15), date(2027, 3, 30), date(2027, 4, 20), "2026-12")


def _dialog(
    dialog_id: str,
    kind: DialogKind,
    planned: date,
    session: date,
    held: date,
    month: Month,
    measures: tuple[AgreedMeasure, ...] = (),
    laws: tuple[LawDiscussed, ...] = (),
) -> Iterator[Scene]:
    yield Scene(planned, DESK, ScheduleDialog(occurred_on=planned, dialog_id=dialog_id, kind=kind, planned_for=held))
    yield Scene(
        session,
        COMMITTEE,
        InvolveCommittee(
            occurred_on=session,
            session=f"beispiel-{session}",
            dialogs=(dialog_id,),
            recommendation="Beispiel: Entwicklung der Integrationsquote der Frauen vertieft besprechen",
        ),
    )
    yield Scene(
        held,
        DESK,
        HoldDialog(
            occurred_on=held,
            dialog_id=dialog_id,
            basis=LoadState(report_month=month, months_waited=0),
            participants=(
                Participant(office="MS, Fachaufsicht SGB II", party="ni-ms"),
                Participant(office="Jobcenter Heidekreis, Leitung", party="heidekreis"),
            ),
            goals_discussed=("1", "2", "3", "4", "5", "6"),
            causes="Beispiel: weniger Arbeitsaufnahmen von Frauen im Gastgewerbe",
            outlook="Beispiel: der Zielwert für Frauen bleibt schwer erreichbar",
            measures=measures,
            laws=laws,
        ),
    )
    minutes = document(f"Beispiel für das Protokoll des Zieldialogs vom {held:%d.%m.%Y}", f"ZV-2026-03358-{dialog_id}")
    for actor, days in ((DESK, 8), (COUNTY, 13)):
        day = held.fromordinal(held.toordinal() + days)
        yield Scene(day, actor, ConfirmMinutes(occurred_on=day, dialog_id=dialog_id, minutes=minutes))


def follow_up() -> Iterator[Scene]:
    """A circumstance, a deviation, the new law of 1 July 2026, advice, and what came of a measure."""
    on = date(2026, 4, 21)
    yield Scene(
        on,
        COUNTY,
        NoteCircumstance(
            occurred_on=on,
            circumstance_id="eingliederungsmittel",
            kind=CircumstanceKind.BUDGET,
            about="eingliederung",
            actual=Decimal(6760000),
            says="Beispiel: es stehen weniger Eingliederungsmittel zur Verfügung als vereinbart",
            lines=("k2", "k2-frauen", "k2-maenner"),
        ),
    )
    on = date(2026, 6, 24)
    yield Scene(
        on,
        COUNTY,
        NoteDeviation(
            occurred_on=on,
            deviation_id="k2-frauen-mai",
            line_id="k2-frauen",
            load_state=LoadState(report_month="2026-05", months_waited=0),
            causes="Beispiel: weniger Arbeitsaufnahmen von Frauen im Gastgewerbe",
        ),
    )
    yield _legal_change()
    on = date(2026, 9, 28)
    yield Scene(
        on,
        COUNTY,
        ReportMeasure(
            occurred_on=on, measure_id=CHILD_CARE.id, done=True, says="Beispiel: mit drei Gemeinden erreicht"
        ),
    )
    on = date(2026, 10, 15)
    yield Scene(
        on,
        REVIEW,
        GiveAdvice(occurred_on=on, goals=("2",), says="Beispiel: Austausch mit zwei anderen Jobcentern vermittelt"),
    )


def _legal_change() -> Scene:
    on, start = date(2026, 7, 6), date(2026, 7, 1)
    up = tuple(ExpectedEffect(line_id=line, direction=Direction.UP) for line in ("k2", "k2-frauen", "k2-maenner"))
    return Scene(
        on,
        DESK,
        ApplyLegalChange(
            occurred_on=on,
            legal_basis="Vereinbarung, III. § 3 Abs. 4",
            change_id="sgb2-aendg-13",
            law="13. SGB II-Änderungsgesetz vom 16.04.2026",
            citation="BGBl. 2026 I Nr. 107",
            provisions=(
                Provision(says="Vorrang der Vermittlung (§ 3a SGB II)", from_day=start, effects=up),
                Provision(
                    says="Leistungsende nach drei Meldeversäumnissen (§ 7b SGB II)",
                    from_day=start,
                    effects=(ExpectedEffect(line_id="lzb", direction=Direction.UNCLEAR),),
                ),
            ),
        ),
    )


def individual_goals() -> Iterator[Scene]:
    """Steps with evidence, topics reported, criteria appraised."""
    steps = {
        "4-kundenstrukturanalyse": date(2026, 8, 18),
        "4-workshops": date(2026, 9, 15),
        "4-evaluation": date(2026, 12, 8),
        "5-sichtung": date(2026, 6, 30),
        "5-arbeitsgruppe": date(2026, 10, 20),
        "5-schulungen": date(2026, 12, 15),
    }
    for step, on in steps.items():
        evidence = (document(f"Beispiel für den Nachweis zu Schritt {step}", f"ZV-2026-03358-{step}"),)
        says = "Beispiel: umgesetzt wie vereinbart"
        done = ReportStep(occurred_on=on, step_id=step, progress=Progress.DONE, says=says, evidence=evidence)
        yield Scene(on, COUNTY, done)
    for topic in ("6-hilfebeduerftigkeit", "6-integration", "6-massnahmen", "I.3"):
        on = date(2026, 11, 19)
        yield Scene(on, COUNTY, ReportTopic(occurred_on=on, topic=topic, says="Beispiel: Bericht zum Jahr 2026"))
    for criterion in ("4-angebot", "4-erkenntnisse", "4-beratung", "5-recht", "5-prozesse", "5-vermittlung"):
        on = date(2027, 4, 21)
        says = "Beispiel: im Abschlussdialog gemeinsam als erfüllt angesehen"
        met = AppraiseCriterion(occurred_on=on, criterion_id=criterion, appraisal=Appraisal.MET, says=says)
        yield Scene(on, DESK, met)


def ending() -> Iterator[Scene]:
    """The final assessment, the county's acknowledgement, the closing."""
    on = date(2027, 4, 27)
    outcomes = {"2-gesamt": True, "2-geschlecht": False, "3-gesamt": True, "4": True, "5": True}
    yield Scene(
        on,
        DESK,
        AssessFinally(
            occurred_on=on,
            legal_basis="Vereinbarung, III. § 3 Abs. 3",
            dialog_id=FINAL,
            judgements=tuple(
                Judgement(verdict_id=verdict, outcome=Outcome.ATTAINED if attained else Outcome.NOT_ATTAINED)
                for verdict, attained in outcomes.items()
            ),
            addressed=(
                Addressed(
                    reference="circumstance:eingliederungsmittel",
                    has_effect=False,
                    why="Beispiel: die Zahl der Förderungen blieb gleich",
                ),
                Addressed(
                    reference="law:sgb2-aendg-13",
                    has_effect=True,
                    why="Beispiel: der Vergleich mit 2025 ist ab Juli 2026 eingeschränkt; der Wert bleibt",
                ),
            ),
            county=CountyPosition(stance=Stance.AGREES, on=date(2027, 4, 20)),
            summary="Beispiel: Ziele 2 und 3 insgesamt erreicht, das geschlechterspezifische Ziel nicht",
        ),
    )
    on = date(2027, 5, 4)
    yield Scene(on, COUNTY, AcknowledgeAssessment(occurred_on=on))
    on = date(2027, 5, 11)
    yield Scene(on, DESK, CloseAgreement(occurred_on=on))

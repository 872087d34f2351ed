"""The sample's life, act by act: who asks for what, on which day."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from application.ports import Person
from application.service import GERMANY, Receipt
from domain.acts.dialogs import ConfirmMinutes, HoldDialog, InvolveCommittee, ScheduleDialog
from domain.acts.drafting import DraftAgreement, ProposeTarget
from domain.acts.figures import DeliverFigures, ReleaseFigures
from domain.acts.signing import ConfirmTranscription, SignAgreement
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.facts.signing import Document, SignatureForm
from domain.figures import LoadState
from domain.record import Actor, Request, Role
from domain.terms import Bound, Terms
from domain.values import LineId, Month, sha256_of, span
from interfaces.bootstrap import System
from interfaces.sample.figures import INVENTED, invented_load, loaded_on

_BY = "Vorführung mit beweglicher Uhr"
DESK = Actor("ms-sachbearbeitung", Role.LAND, "MS, Sachbearbeitung Zielsteuerung", _BY, "ni-ms", "03")
REVIEW = Actor("ms-fachaufsicht", Role.LAND, "MS, Fachaufsicht SGB II", _BY, "ni-ms", "03")
COUNTY = Actor("hk-controlling", Role.COUNTY, "Landkreis Heidekreis, Controlling", _BY, "heidekreis", "03358")
COMMITTEE = Actor("ausschuss-zv", Role.COMMITTEE, "Ausschuss für Zielvereinbarungen, Geschäftsstelle", _BY, None, "03")
READER = Actor("pruefung", Role.AUDITOR, "Prüfung", _BY)

SIGNATORIES = (
    Person("christine-arbogast", "Dr.", "Christine", "Arbogast"),
    Person("jens-grote", "", "Jens", "Grote"),
)
"""The signatories named in the agreement."""


class MovableClock:
    """A clock that stands at noon of the day it was set to, and never runs back."""

    def __init__(self, day: date) -> None:
        self.instant = _noon(day)

    def __call__(self) -> datetime:
        return self.instant

    def move_to(self, day: date) -> None:
        """Stand at that day's noon, a minute later than before when that is the same day."""
        self.instant = max(_noon(day), self.instant + timedelta(minutes=1))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), GERMANY).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Scene:
    """One act of the sample: recorded on `on`, by whom, asking for what."""

    on: date
    actor: Actor
    request: Request


def play(system: System, clock: MovableClock, terms: Terms) -> Iterator[tuple[Scene, Receipt]]:
    """Let the sample happen, act by act; the clock moves along."""
    for person in SIGNATORIES:
        system.persons.register(person)
    agreement_id, version = None, 0
    for scene in scenes(terms):
        clock.move_to(scene.on)
        receipt = system.service.act(scene.actor, scene.request, agreement_id, on_version=version)
        agreement_id, version = receipt.agreement_id, receipt.version
        yield scene, receipt


def scenes(terms: Terms) -> tuple[Scene, ...]:
    """Every act of the sample, in order; dates of signatures are the agreement's, all other days are invented."""
    acts = (
        *_drafting(terms),
        *_signing(terms),
        *_figures(span("2025-01", "2025-12"), on=date(2026, 2, 16)),
        *_figures(span("2026-01", "2026-12")),
        *_dialog(),
    )
    return tuple(sorted(acts, key=lambda scene: scene.on))


def _drafting(terms: Terms) -> Iterator[Scene]:
    on = date(2026, 1, 12)
    basis = terms.legal_basis
    yield Scene(on, DESK, DraftAgreement(occurred_on=on, legal_basis=basis, reason="Jahresplanung 2026", terms=terms))
    for line in terms.lines:
        if line.bound is not None:
            later = date(2026, 1, 15 if line.id == "k2" else 16)
            actor = DESK if line.id == "k2" else COUNTY
            yield Scene(later, actor, _proposal(line.id, line.bound, later))


def _proposal(line: LineId, bound: Bound, on: date) -> ProposeTarget:
    return ProposeTarget(
        occurred_on=on,
        line_id=line,
        bound=bound,
        forecast="Beispiel: erreichbar bei gleichbleibender Konjunktur",
        rationale="Beispiel: der Vorschlag ist erfunden, der Zielwert ist der vereinbarte",
    )


def _signing(terms: Terms) -> Iterator[Scene]:
    terms_hash = sha256_of(terms)
    scan = _document("Beispiel für den Scan der unterzeichneten Vereinbarung", "ZV-2026-03358")
    for actor, day, place, person, office, capacity in (
        (DESK, date(2026, 1, 29), "Hannover", "christine-arbogast", terms.parties[0].name, "In Vertretung"),
        (COUNTY, date(2026, 2, 10), "Bad Fallingbostel", "jens-grote", terms.parties[1].name, None),
    ):
        yield Scene(
            day,
            actor,
            SignAgreement(
                occurred_on=day,
                capacity=capacity,
                terms_hash=terms_hash,
                signatory=person,
                office=office,
                form=SignatureForm.PAPER,
                place=place,
                document=scan,
            ),
        )
    on = date(2026, 2, 12)
    yield Scene(on, REVIEW, ConfirmTranscription(occurred_on=on, terms_hash=terms_hash))


def _figures(months: tuple[Month, ...], on: date | None = None) -> Iterator[Scene]:
    for month in months:
        day = on or loaded_on(month)
        delivery = f"ladung-{month}-t0"
        load = invented_load(month, loaded_on(month))
        yield Scene(day, DESK, DeliverFigures(occurred_on=day, delivery_id=delivery, load=load, reason=INVENTED))
        yield Scene(day, REVIEW, ReleaseFigures(occurred_on=day, delivery_id=delivery))


def _dialog() -> Iterator[Scene]:
    planned, session, held = date(2026, 5, 20), date(2026, 6, 9), date(2026, 6, 23)
    dialog = "dialog-2026-1"
    yield Scene(
        planned,
        DESK,
        ScheduleDialog(occurred_on=planned, dialog_id=dialog, kind=DialogKind.REGULAR, planned_for=held),
    )
    yield Scene(
        session,
        COMMITTEE,
        InvolveCommittee(
            occurred_on=session,
            session="Sitzung vom 09.06.2026 (Beispiel)",
            dialogs=(dialog,),
            recommendation="Beispiel: Entwicklung der Integrationsquote der Frauen vertieft besprechen",
        ),
    )
    yield Scene(
        held,
        DESK,
        HoldDialog(
            occurred_on=held,
            dialog_id=dialog,
            basis=LoadState(report_month="2026-05", months_waited=0),
            participants=(
                Participant(office="MS, Fachaufsicht SGB II", party="ni-ms"),
                Participant(office="Jobcenter Heidekreis, Leitung", party="heidekreis"),
            ),
            goals_discussed=("1", "2", "3", "4", "5", "6"),
            causes="Beispiel: weniger Arbeitsaufnahmen von Frauen im Gastgewerbe",
            outlook="Beispiel: der Zielwert für Frauen bleibt erreichbar",
            measures=(
                AgreedMeasure(
                    id="kinderbetreuung",
                    says="Beispiel: Absprache mit den Gemeinden zu Betreuungszeiten",
                    party="heidekreis",
                    due_on=date(2026, 9, 30),
                ),
            ),
        ),
    )
    minutes = _document("Beispiel für das Protokoll des Zieldialogs vom 23.06.2026", "ZV-2026-03358-D1")
    for actor, day in ((DESK, date(2026, 7, 1)), (COUNTY, date(2026, 7, 6))):
        yield Scene(day, actor, ConfirmMinutes(occurred_on=day, dialog_id=dialog, minutes=minutes))


def _document(title: str, file_reference: str) -> Document:
    return Document(sha256=hashlib.sha256(title.encode()).hexdigest(), title=title, file_reference=file_reference)

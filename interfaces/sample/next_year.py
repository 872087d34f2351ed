"""The sample's next year, under way: beside the life that ended, so that there is something to do."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from application.acting.carry_over import carried_over
from application.ports import Person
from domain.acts.dialogs import InvolveCommittee, RequestDialog, ScheduleDialog
from domain.acts.figures import DeliverFigures
from domain.acts.follow_up import NoteCircumstance
from domain.acts.held_dialogs import ConfirmMinutes, HoldDialog
from domain.acts.signing import ConfirmTranscription, SignAgreement
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.facts.follow_up import CircumstanceKind
from domain.facts.signing import SignatureForm
from domain.figures import LoadState
from domain.state import Agreement
from domain.values import sha256_of, span
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, REVIEW, Scene, document
from interfaces.sample.figures import INVENTED, invented_load, loaded_on
from interfaces.sample.first_half import figures

YEAR = 2027
ACTS = 40
"""As many acts as there are, for those who wait for them."""
BEGINS = date(2027, 1, 11)
SIGNATORIES = (
    Person(id="beispiel-zeichnung-land", given_name="Erste", family_name="Beispielunterschrift"),
    Person(id="beispiel-zeichnung-kommune", given_name="Zweite", family_name="Beispielunterschrift"),
)
"""Stand-ins: nobody signed an agreement for this year, so no person is named."""
SPRING, ASKED, SUMMER = "dialog-2027-1", "dialog-2027-2", "dialog-2027-3"


def next_year(agreement: Agreement) -> tuple[Scene, ...]:
    """Every act so far, by day: drafted from the agreement before, signed, two months of figures, a dialog held."""
    carried = carried_over(agreement, YEAR, BEGINS)
    acts = (
        Scene(BEGINS, DESK, carried.request),
        *signing(sha256_of(carried.request.terms)),
        *figures(span("2026-01", "2026-12"), on=date(2027, 2, 16)),
        *figures(span("2027-01", "2027-02")),
        *_dialogs(),
        *_waiting(),
    )
    return tuple(sorted(acts, key=lambda scene: scene.on))


def signing(terms_hash: str) -> Iterator[Scene]:
    """Both sides sign on paper, and the transcription is confirmed."""
    scan = document("Beispiel für den Scan der unterzeichneten Vereinbarung 2027", "ZV-2027-03358")
    for actor, day, place, person, office in (
        (DESK, date(2027, 1, 28), "Hannover", SIGNATORIES[0], "Für das Ministerium"),
        (COUNTY, date(2027, 2, 9), "Bad Fallingbostel", SIGNATORIES[1], "Für den Landkreis"),
    ):
        signature = SignAgreement(
            occurred_on=day,
            terms_hash=terms_hash,
            signatory=person.id,
            office=office,
            form=SignatureForm.PAPER,
            place=place,
            document=scan,
        )
        yield Scene(day, actor, signature)
    on = date(2027, 2, 11)
    yield Scene(on, REVIEW, ConfirmTranscription(occurred_on=on, terms_hash=terms_hash))


def _dialogs() -> Iterator[Scene]:
    """One held, its minutes confirmed by one side; one the county asks for; one planned, without its committee."""
    planned, session, held = date(2027, 3, 10), date(2027, 3, 31), date(2027, 4, 13)
    regular = DialogKind.REGULAR
    yield Scene(planned, DESK, ScheduleDialog(occurred_on=planned, dialog_id=SPRING, kind=regular, planned_for=held))
    involved = InvolveCommittee(
        occurred_on=session,
        session=f"beispiel-{session}",
        dialogs=(SPRING,),
        recommendation="Beispiel: Stand der Beratungskonzepte ansprechen",
    )
    yield Scene(session, COMMITTEE, involved)
    measure = AgreedMeasure(
        id="arbeitgeberservice",
        says="Beispiel: gemeinsame Ansprache von Betrieben mit der Wirtschaftsförderung",
        party="heidekreis",
        due_on=date(2027, 5, 7),
    )
    talked = HoldDialog(
        occurred_on=held,
        dialog_id=SPRING,
        basis=LoadState(report_month="2027-02", months_waited=0),
        participants=(
            Participant(office="MS, Fachaufsicht SGB II", party="ni-ms"),
            Participant(office="Jobcenter Heidekreis, Leitung", party="heidekreis"),
        ),
        goals_discussed=("1", "2", "3", "4", "5", "6"),
        causes="Beispiel: verhaltener Jahresbeginn",
        measures=(measure,),
    )
    yield Scene(held, DESK, talked)
    minutes = document("Beispiel für das Protokoll des Zieldialogs vom 13.04.2027", f"ZV-2027-03358-{SPRING}")
    on = date(2027, 4, 20)
    yield Scene(on, DESK, ConfirmMinutes(occurred_on=on, dialog_id=SPRING, minutes=minutes))
    on = date(2027, 5, 3)
    yield Scene(on, COUNTY, RequestDialog(occurred_on=on, dialog_id=ASKED, reason="Beispiel: Mittel der Eingliederung"))
    on, later = date(2027, 5, 4), date(2027, 6, 15)
    yield Scene(on, DESK, ScheduleDialog(occurred_on=on, dialog_id=SUMMER, kind=regular, planned_for=later))


def _waiting() -> Iterator[Scene]:
    """A circumstance to be appraised, and figures that came late and wait for their release."""
    on = date(2027, 4, 26)
    circumstance = NoteCircumstance(
        occurred_on=on,
        circumstance_id="eingliederungsmittel",
        kind=CircumstanceKind.BUDGET,
        about="eingliederung",
        actual=Decimal(6890000),
        says="Beispiel: zugewiesen sind weniger Eingliederungsmittel als vereinbart",
        lines=("k2",),
    )
    yield Scene(on, COUNTY, circumstance)
    on, month = date(2027, 5, 10), "2027-03"
    load = invented_load(month, loaded_on(month))
    delivery = DeliverFigures(occurred_on=on, delivery_id=f"ladung-{month}-t0", load=load, reason=INVENTED)
    yield Scene(on, DESK, delivery)

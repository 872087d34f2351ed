"""Requests and facts about dialogs, for the tests of them."""

from datetime import date

from domain.acts.dialogs import CancelDialog, InvolveCommittee, RequestDialog, ScheduleDialog
from domain.acts.held_dialogs import ConfirmMinutes, HoldDialog
from domain.facts import (
    CommitteeInvolved,
    DialogHeld,
    DialogScheduled,
)
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.figures import LoadState
from tests.builders import (
    A_SCAN,
    Happened,
    a_load,
    a_released,
    a_state,
    an_agreement_in_force,
)

SPRING = date(2026, 5, 20)
BOTH_SIDES = (Participant(office="Referatsleitung", party="ni-ms"), Participant(office="Landrat", party="heidekreis"))
SCHEDULED = DialogScheduled(dialog_id="fruehjahr", kind=DialogKind.REGULAR, planned_for=SPRING)
PREPARED = Happened(
    CommitteeInvolved(session="sitzung-im-mai", dialogs=("fruehjahr",), recommendation="Die Lage besprechen"),
    date(2026, 5, 6),
)
READY = (an_agreement_in_force(), a_released(a_load("2026-02")), SCHEDULED, PREPARED)
HELD = (
    *READY,
    Happened(
        DialogHeld(
            dialog_id="fruehjahr",
            kind=DialogKind.REGULAR,
            basis=a_state(),
            participants=BOTH_SIDES,
            goals_discussed=("4", "5"),
        ),
        SPRING,
    ),
)
A_MEASURE = AgreedMeasure(id="sprechtag", says="Ein Sprechtag im Monat", party="heidekreis", due_on=date(2026, 9, 1))


def ask(dialog: str = "zusatz", reason: str | None = "Die Zahl der Integrationen bricht ein.") -> RequestDialog:
    return RequestDialog(occurred_on=SPRING, dialog_id=dialog, reason=reason)


def schedule(
    dialog: str = "fruehjahr", kind: DialogKind = DialogKind.REGULAR, planned_for: date = date(2026, 6, 3)
) -> ScheduleDialog:
    return ScheduleDialog(occurred_on=SPRING, dialog_id=dialog, kind=kind, planned_for=planned_for)


def cancel(dialog: str = "fruehjahr", reason: str | None = "Beide Seiten sind verhindert.") -> CancelDialog:
    return CancelDialog(occurred_on=SPRING, dialog_id=dialog, reason=reason)


def involve(*dialogs: str, on: date = date(2026, 5, 6)) -> InvolveCommittee:
    return InvolveCommittee(
        occurred_on=on,
        session="sitzung-im-mai",
        dialogs=dialogs or ("fruehjahr",),
        recommendation="Die Lage besprechen",
    )


def hold(
    dialog: str = "fruehjahr",
    basis: LoadState | None = None,
    participants: tuple[Participant, ...] = BOTH_SIDES,
    goals: tuple[str, ...] = ("1", "2", "3", "4", "5"),
    measures: tuple[AgreedMeasure, ...] = (),
) -> HoldDialog:
    return HoldDialog(
        occurred_on=SPRING,
        dialog_id=dialog,
        basis=basis or a_state(),
        participants=participants,
        goals_discussed=goals,
        measures=measures,
    )


def confirm(dialog: str = "fruehjahr", sha256: str = A_SCAN.sha256, on: date = SPRING) -> ConfirmMinutes:
    minutes = A_SCAN.model_copy(update={"sha256": sha256})
    return ConfirmMinutes(occurred_on=on, dialog_id=dialog, minutes=minutes)

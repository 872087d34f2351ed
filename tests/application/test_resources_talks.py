"""Dialogs, agreed measures and advice as resources."""

from datetime import date

from application.reading.parts.dialogs import DialogEntry, DialogStatus, dialogs
from application.reading.parts.follow_up import advice, agreed_measures
from application.reading.sources import Counting
from domain.facts import (
    AdviceGiven,
    CommitteeInvolved,
    DialogCancelled,
    DialogHeld,
    DialogRequested,
    DialogScheduled,
    MeasureReported,
    RecordDisputed,
    RecordRetracted,
)
from domain.facts.dialogs import DialogKind
from domain.german import german
from tests.application.lives import confirmed, held, scheduled
from tests.builders import A_SCAN, COMMITTEE, COUNTY, MINISTRY, Happened, Life, an_agreement_in_force
from tests.domain.given import Given, given
from tests.domain.one_life import WHOLE, lived
from tests.domain.talks import A_MEASURE

JUNE = date(2026, 6, 10)
SESSION = Happened(
    CommitteeInvolved(session="mai", dialogs=("d1",), recommendation="Reden", document=A_SCAN),
    date(2026, 5, 6),
    COMMITTEE,
)


def alive(*life: Life) -> Given:
    return given(an_agreement_in_force(), *life)


def counting(life: Given) -> Counting:
    return Counting.among(life.records)


def one(*life: Life) -> DialogEntry:
    [entry] = dialogs(counting(alive(*life)))
    return entry


def version_of(life: Given, fact: type) -> int:
    return next(record.version for record in reversed(life.records) if isinstance(record.fact, fact))


def test_a_dialog_goes_from_requested_to_held() -> None:
    requested = DialogRequested(dialog_id="d1")
    moved = DialogScheduled(dialog_id="d1", kind=DialogKind.ON_REQUEST, planned_for=date(2026, 6, 12))
    asked = one(requested)
    assert (asked.status, asked.kind, asked.planned_for) == (DialogStatus.REQUESTED, DialogKind.ON_REQUEST, None)
    entry = one(requested, scheduled(kind=DialogKind.ON_REQUEST), moved)
    assert (entry.status, entry.planned_for) == (DialogStatus.SCHEDULED, date(2026, 6, 12))
    assert [appointment.planned_for for appointment in entry.appointments] == [date(2026, 6, 10), date(2026, 6, 12)]
    assert one(requested, moved, held()).status is DialogStatus.HELD


def test_a_dialog_called_off_and_held_all_the_same_was_held() -> None:
    off = (scheduled(), DialogCancelled(dialog_id="d1"))
    assert one(*off).status is DialogStatus.CANCELLED
    entry = one(*off, held())
    assert entry.status is DialogStatus.HELD
    assert entry.cancelled is not None


def test_a_held_dialog_shows_what_was_talked_about_and_agreed() -> None:
    entry = one(
        scheduled(), SESSION, held("d1", JUNE, "2026-04", A_MEASURE), confirmed("ni-ms"), confirmed("heidekreis")
    )
    assert entry.held is not None
    assert (entry.held.held_on, str(entry.held.load_state)) == (JUNE, "2026-04 (t-0)")
    assert [(one.office, one.party) for one in entry.held.participants] == [
        ("Leitung", "ni-ms"),
        ("Leitung", "heidekreis"),
    ]
    assert [measure.measure_id for measure in entry.held.measures] == ["sprechtag"]
    assert [(session.session, session.recommendation) for session in entry.committee] == [("mai", "Reden")]
    assert entry.committee[0].source.office == "Geschäftsstelle"
    assert [minutes.party for minutes in entry.minutes] == ["ni-ms", "heidekreis"]


def test_nothing_of_another_dialog_is_mixed_in() -> None:
    other = (scheduled("d2"), held("d2", JUNE, "2026-04", A_MEASURE), confirmed("ni-ms", "d2"))
    first, second = dialogs(counting(alive(scheduled(), SESSION, *other)))
    assert (first.dialog_id, first.status, first.minutes, len(first.committee)) == ("d1", DialogStatus.SCHEDULED, (), 1)
    assert (second.dialog_id, second.status, len(second.minutes), second.committee) == ("d2", DialogStatus.HELD, 1, ())


def test_a_dialog_taken_back_is_scheduled_again_and_its_measures_are_gone() -> None:
    life = alive(scheduled(), held("d1", JUNE, "2026-04", A_MEASURE))
    life = life.and_then(RecordRetracted(version=version_of(life, DialogHeld)))
    [entry] = dialogs(counting(life))
    assert (entry.status, entry.held) == (DialogStatus.SCHEDULED, None)
    assert agreed_measures(counting(life)) == ()


def test_a_measure_says_what_the_last_report_says() -> None:
    life = alive(scheduled(), held("d1", JUNE, "2026-04", A_MEASURE))
    [before] = agreed_measures(counting(life))
    assert (before.done, before.reports, before.dialog_id, before.party) == (None, (), "d1", "heidekreis")
    begun = MeasureReported(measure_id="sprechtag", done=False, says="Noch nicht")
    ready = MeasureReported(measure_id="sprechtag", done=True, says="Läuft", evidence=(A_SCAN,))
    life = life.and_then(Happened(begun, by=COUNTY), Happened(ready, by=COUNTY))
    [after] = agreed_measures(counting(life))
    assert (after.done, [report.says for report in after.reports]) == (True, ["Noch nicht", "Läuft"])
    assert after.reports[1].evidence == (A_SCAN,)
    life = life.and_then(RecordRetracted(version=version_of(life, MeasureReported)))
    [mended] = agreed_measures(counting(life))
    assert (mended.done, len(mended.reports)) == (False, 1)


def test_advice_names_its_goals_and_its_dispute() -> None:
    life = alive(Happened(AdviceGiven(goals=("1", "4"), says="Rat"), by=MINISTRY))
    life = life.and_then(Happened(RecordDisputed(version=version_of(life, AdviceGiven), says="Nein"), by=COUNTY))
    [entry] = advice(counting(life))
    assert (entry.goals, entry.says, entry.source.role) == (("1", "4"), "Rat", "land")
    assert [dispute.says for dispute in entry.source.disputes] == ["Nein"]


def test_a_whole_life_has_its_dialogs_in_order() -> None:
    found = dialogs(counting(lived(*WHOLE)[-1]))
    assert [(entry.dialog_id, entry.status) for entry in found] == [
        ("wunsch", DialogStatus.HELD),
        ("entfallen", DialogStatus.CANCELLED),
        ("abschluss", DialogStatus.HELD),
    ]
    assert found[0].requested is not None


def test_every_status_has_a_german_word() -> None:
    assert [german(status) for status in DialogStatus] == ["angefragt", "angesetzt", "abgesagt", "geführt"]

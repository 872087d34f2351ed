"""What somebody may wish in any state of an agreement: requests of every kind, most of them sensible."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy, builds, just, sampled_from, tuples

from application.acting.permissions import PERMITTED
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
from domain.attainment import Attainment
from domain.facts.dialogs import AgreedMeasure, DialogKind, Participant
from domain.facts.figures import Cause, Correction
from domain.facts.follow_up import CircumstanceKind, Provision
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import Addressed, CountyPosition, Judgement, Outcome, Stance
from domain.facts.signing import SignatureForm
from domain.record import Actor, Request, Role
from domain.state import Agreement
from domain.terms import Sex
from tests.builders import (
    A_SCAN,
    CLERK,
    COMMITTEE,
    COUNTY,
    MINISTRY,
    a_line,
    a_load,
    a_state,
    agreed,
    agreed_in_full,
    at_least,
    at_most,
    in_year,
    ytd,
)
from tests.domain.informing import examples

T = TypeVar("T")


def mostly(sensible: Sequence[T], *other: T) -> SearchStrategy[T]:
    """One of the sensible choices, now and then another."""
    weight = 1 + 8 * len(other) // max(1, len(sensible))
    return sampled_from([*sensible] * weight + [*other])


ACTORS = (MINISTRY, CLERK, COUNTY, COMMITTEE, Actor("anna-prueft", Role.AUDITOR, "Prüfung", "test"))
FULL = agreed_in_full()
LAX_GOAL = agreed(a_line(at_most("9"), id="lzb", measure="LZB")).goals[0]
LAX = FULL.model_copy(update={"goals": (LAX_GOAL, *FULL.goals[1:])})
OTHER_MEANING = agreed(a_line(at_least("1"), id="lzb", sex=Sex.WOMEN))
TERMS = mostly([FULL, LAX, LAX], agreed(a_line(at_least("1"), id="k2")), OTHER_MEANING, in_year(FULL, 2027))
NAMES = sampled_from([*"abcdefgh"])
SAYS = just("Gesagt")
EVIDENCE = sampled_from([(), (A_SCAN,)])
BOTH = (Participant(office="Leitung", party="ni-ms"), Participant(office="Leitung", party="heidekreis"))
MEASURES = tuples(
    builds(AgreedMeasure, id=NAMES, says=SAYS, party=mostly(["heidekreis"], "celle"), due_on=just(date(2026, 9, 1)))
)
MONTHS = sampled_from(["2026-02", "2025-12", "2026-12"])
LOADS = builds(
    lambda month, persons, waited: a_load(month, ytd("LZB", month, persons), waited=waited),
    MONTHS,
    sampled_from(["970", "990", "1000"]),
    sampled_from([0, 0, 3]),
)
CORRECTIONS = mostly([None], *(Correction(of="a", cause=cause) for cause in Cause))
PROVISIONS = builds(Provision, says=SAYS, from_day=just(date(2026, 7, 1)), until_day=mostly([None], date(2026, 6, 30)))


def wish(kind: type[Request], agreement: Agreement, view: Attainment, today: date) -> SearchStrategy[Request]:
    """A request of this kind on a day until today, with or without a reason."""
    days = mostly([today], today - timedelta(days=3), today - timedelta(days=40))
    said = {"occurred_on": days, "reason": mostly(["Grund"], None), **_CONTENT[kind](agreement, view)}
    return builds(kind, **said)


def actors(kind: type[Request]) -> SearchStrategy[Actor]:
    """Somebody, mostly one who may."""
    return mostly([actor for actor in ACTORS if actor.role in PERMITTED[kind]], *ACTORS)


def _signature(terms_hash: str | None) -> dict[str, Any]:
    return {
        "terms_hash": mostly([terms_hash or "0" * 64], "0" * 64),
        "signatory": mostly(["christine-arbogast", "jens-grote"], "unbekannt"),
        "office": SAYS,
        "form": sampled_from(SignatureForm),
        "place": SAYS,
        "document": just(A_SCAN),
    }


def _amendment(agreement: Agreement) -> SearchStrategy[str]:
    pending = agreement.history.pending
    return just(pending.id) if pending else NAMES


def _circumstances(names: SearchStrategy[str]) -> dict[str, Any]:
    return {
        "circumstance_id": names,
        "kind": sampled_from([CircumstanceKind.ECONOMIC, CircumstanceKind.STRUCTURAL, CircumstanceKind.BENCHMARK]),
        "about": sampled_from([None, None, "svb"]),
        "actual": sampled_from([None, None, "1"]),
        "says": SAYS,
        "lines": mostly([(), ("lzb",)], ("fremd",)),
    }


def _assessment(agreement: Agreement, view: Attainment) -> dict[str, Any]:
    said = computed(agreement, view)
    open_ = to_appraise(agreement)
    causes = [reference for reference in open_ if not reference.startswith(("finding", "duty"))]
    outcomes = sampled_from([Outcome.ATTAINED, Outcome.NOT_ATTAINED, Outcome.NOT_ASSESSABLE])
    judgements = tuples(
        *(
            builds(
                Judgement,
                verdict_id=just(verdict.verdict_id),
                outcome=outcomes if verdict.outcome is Outcome.UNDECIDED else just(verdict.outcome) | outcomes,
                why=mostly(["Warum"], None),
                cites=mostly([(), *((cause,) for cause in causes)], ("deviation:a",)),
            )
            for verdict in said.verdicts
        )
    )
    addressed = tuple(Addressed(reference=one, has_effect=True, why="Warum") for one in open_)
    finals = [name for name, talk in agreement.dialogs.items() if talk.kind is DialogKind.FINAL and talk.held_on]
    return {
        "dialog_id": sampled_from(finals * 5 or ["a"]),
        "judgements": judgements,
        "addressed": mostly([addressed], addressed[1:]),
        "county": mostly([CountyPosition(stance=stance, on=date(2027, 4, 20)) for stance in Stance], None),
        "summary": SAYS,
    }


def _content(wished: Mapping[str, Any]) -> Callable[[Agreement, Attainment], dict[str, Any]]:
    return lambda agreement, view: dict(wished)


_CONTENT: dict[type[Request], Callable[[Agreement, Attainment], dict[str, Any]]] = {
    drafting.DraftAgreement: lambda a, _: {"terms": TERMS},
    drafting.ProposeTarget: lambda a, _: {
        "line_id": mostly(["lzb", "k2"], "fremd"),
        "bound": sampled_from([at_most("-1"), at_least("1")]),
        "forecast": SAYS,
        "rationale": SAYS,
    },
    drafting.ReviseDraft: lambda a, _: {"terms": TERMS},
    drafting.WithdrawDraft: lambda a, _: {},
    signing.SignAgreement: lambda a, _: _signature(a.terms_hash),
    signing.ConfirmTranscription: lambda a, _: {"terms_hash": mostly([a.terms_hash], "0" * 64)},
    signing.CorrectTranscription: lambda a, _: {"terms": TERMS},
    figures.DeliverFigures: lambda a, _: {"delivery_id": NAMES, "load": LOADS, "correction": CORRECTIONS},
    figures.ReleaseFigures: lambda a, _: {"delivery_id": mostly([*a.deliveries], "a")},
    figures.RejectFigures: lambda a, _: {"delivery_id": mostly([*a.deliveries], "a")},
    dialogs.RequestDialog: lambda a, _: {"dialog_id": NAMES},
    dialogs.ScheduleDialog: lambda a, _: {
        "dialog_id": NAMES,
        "kind": sampled_from([DialogKind.REGULAR, DialogKind.FINAL]),
        "planned_for": just(date(2026, 6, 1)),
    },
    dialogs.CancelDialog: lambda a, _: {"dialog_id": mostly([*a.dialogs], "a")},
    dialogs.InvolveCommittee: lambda a, _: {
        "session": just("sitzung"),
        "dialogs": tuples(mostly([*a.dialogs], "a")),
        "recommendation": SAYS,
    },
    held_dialogs.HoldDialog: lambda a, _: {
        "dialog_id": mostly([*a.dialogs], "a"),
        "basis": sampled_from([a_state("2026-02"), a_state("2026-12")]),
        "participants": sampled_from([BOTH, BOTH[:1]]),
        "goals_discussed": mostly([("ziel",), ("ziel", "beratung")], ("fremd",)),
        "measures": just(()) | MEASURES,
    },
    held_dialogs.ConfirmMinutes: lambda a, _: {"dialog_id": mostly([*a.dialogs], "a"), "minutes": just(A_SCAN)},
    changing.ProposeAmendment: lambda a, _: {
        "amendment_id": NAMES,
        "terms": TERMS,
        "effective_from": mostly([date(2026, 3, 1), date(2026, 7, 1), date(2026, 12, 1)], date(2027, 1, 1)),
    },
    changing.SignAmendment: lambda a, _: {
        "amendment_id": _amendment(a),
        **_signature(a.history.pending.terms_hash if a.history.pending else None),
    },
    changing.WithdrawAmendment: lambda a, _: {"amendment_id": _amendment(a)},
    changing.TerminateAgreement: lambda a, _: {"document": just(A_SCAN)},
    follow_up.ReportMeasure: lambda a, _: {
        "measure_id": mostly([*a.agreed_measures], "a"),
        "done": st.booleans(),
        "says": SAYS,
    },
    follow_up.NoteDeviation: lambda a, _: {
        "deviation_id": NAMES,
        "line_id": mostly(["lzb"], "fremd"),
        "load_state": sampled_from([a_state("2026-02"), a_state("2026-12")]),
        "causes": SAYS,
    },
    follow_up.NoteCircumstance: lambda a, _: _circumstances(NAMES),
    follow_up.ApplyLegalChange: lambda a, _: {
        "change_id": NAMES,
        "law": SAYS,
        "citation": SAYS,
        "provisions": tuples(PROVISIONS),
    },
    individual.ReportStep: lambda a, _: {
        "step_id": mostly(["schulung", "leitfaden"], "fremd"),
        "progress": sampled_from(Progress),
        "says": SAYS,
        "evidence": EVIDENCE,
    },
    individual.AppraiseCriterion: lambda a, _: {
        "criterion_id": mostly(["besser"], "fremd"),
        "appraisal": sampled_from(Appraisal),
        "says": SAYS,
    },
    individual.ReportTopic: lambda a, _: {"topic": mostly(["frauen", "I.2"], "fremd"), "says": SAYS},
    judging.AssessFinally: _assessment,
    judging.ReviseAssessment: lambda a, view: {**_assessment(a, view), "cause": SAYS},
    answering.AcknowledgeAssessment: lambda a, _: {},
    answering.ContestAssessment: lambda a, _: {"grounds": SAYS},
    answering.AnswerContest: lambda a, _: {"says": SAYS},
    answering.RecordNoAnswer: lambda a, _: {"asked_on": mostly([date(2026, 1, 15)], date(2027, 12, 1))},
    answering.CloseAgreement: lambda a, _: {},
    mending.RetractRecord: lambda a, _: {
        "version": mostly([number for number, one in a.entries.items() if one.retractable], 1, a.version + 1),
        "replaced_by": mostly([None], a.version),
    },
    mending.DisputeRecord: lambda a, _: {"version": st.integers(1, a.version + 1), "says": SAYS},
}
for _example in examples():
    _CONTENT[_example.request] = _content(_example.wished)
KINDS = tuple(_CONTENT)
"""Every kind of request there is about an agreement."""

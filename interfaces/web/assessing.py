"""The final assessment as a list to work through: every verdict, and everything that is to be appraised."""

from application.lists.courses import Course
from domain.acts.judging import AssessFinally
from domain.assessing import computed, to_appraise
from domain.facts.dialogs import DialogKind
from domain.facts.judging import Outcome
from domain.record import Request
from interfaces.web.forms.typed import Typed


def worked_list(act: type[Request], case: Course, typed: Typed) -> Typed:
    """What a form starts with: for an assessment, a row for each verdict as computed and each point to appraise."""
    if not issubclass(act, AssessFinally):
        return typed
    found = computed(case.agreement, case.attainment)
    judgements = [
        {
            "verdict_id": verdict.verdict_id,
            "outcome": "" if verdict.outcome is Outcome.NOT_ASSESSABLE else verdict.outcome.value,
        }
        for verdict in found.verdicts
    ]
    addressed = [{"reference": reference} for reference in to_appraise(case.agreement)]
    finals = [name for name, dialog in case.agreement.dialogs.items() if dialog.kind is DialogKind.FINAL]
    held = [name for name in finals if case.agreement.dialogs[name].held_on]
    return {"dialog_id": (held or finals or [""])[-1], "judgements": judgements, "addressed": addressed, **typed}

"""Behaviour under a clause, broken by name: a scenario of that clause must turn red."""

from typing import NamedTuple


class Break(NamedTuple):
    """What is broken, and the words of the source that are replaced."""

    clause: str
    what: str
    file: str
    old: str
    new: str


BREAKS = (
    Break(
        "S",
        "the signatory's capacity is lost",
        "domain/acts/signing.py",
        "office=request.office, capacity=request.signs_as",
        "office=request.office, capacity=None",
    ),
    Break(
        "S",
        "the first signature binds from",
        "domain/agreement.py",
        "binding_since=max(signed.values())",
        "binding_since=min(signed.values())",
    ),
    Break(
        "III.3.1",
        "a talk because of a deviation need not name it",
        "domain/acts/dialogs.py",
        "unnamed = dialog.kind is DialogKind.ON_DEVIATION and not request.called_for",
        "unnamed = False",
    ),
    Break(
        "III.3.4",
        "law that nobody noted may have been talked about",
        "domain/acts/dialogs.py",
        'unknown = f"law:{law.change_id}" not in agreement.to_address',
        "unknown = False",
    ),
    Break(
        "III.3.6",
        "a session of the committee counts after the dialog, too",
        "domain/acts/dialogs.py",
        "prepared = dialog.prepared_on is not None and dialog.prepared_on <= held",
        "prepared = dialog.prepared_on is not None",
    ),
    Break(
        "III.3.1",
        "the wrong absent side is named",
        "domain/acts/dialogs.py",
        "side=agreement.terms.side_named(side)",
        "side=agreement.terms.side_named(agreement.terms.parties[0].side)",
    ),
    Break(
        "III.3.1",
        "one dialog is enough",
        "domain/assessing.py",
        "TOO_FEW_DIALOGS.notice_if(held < minimum,",
        "TOO_FEW_DIALOGS.notice_if(held < 1,",
    ),
    Break(
        "III.3.1",
        "dialogs of another year count",
        "domain/assessing.py",
        "dialog.held_on is not None and dialog.held_on.year == agreement.terms.year",
        "dialog.held_on is not None",
    ),
    Break(
        "III.2.1.5",
        "an appraisal before all steps are reported goes unnoticed",
        "domain/acts/individual.py",
        "CRITERION_BEFORE_STEPS.notice_if(\n            bool(unfinished),",
        "CRITERION_BEFORE_STEPS.notice_if(\n            False,",
    ),
    Break(
        "III.2.1.4",
        "a criterion is enough where a step is open",
        "domain/assessing.py",
        "done = all(agreement.steps[step.id] is Progress.DONE for step in goal.steps)",
        "done = True",
    ),
    Break(
        "III.3.2-L",
        "unequal load states are compared",
        "domain/standing.py",
        "UNEQUAL_LOAD_STATES.refuse_if(not own,",
        "UNEQUAL_LOAD_STATES.refuse_if(False,",
    ),
)

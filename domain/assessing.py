"""The computed outcome of each verdict at the year's end, and everything an assessment has to appraise."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from domain.attainment import Attainment, LineState
from domain.facts.dialogs import DialogKind
from domain.facts.individual import Appraisal, Progress
from domain.facts.judging import ComputedVerdict, Outcome
from domain.reasons import Reason
from domain.results import GoalResult, LineResult
from domain.rulebook.any_act import RECORDED_LATE
from domain.rulebook.judging import TOO_FEW_DIALOGS
from domain.rules import Finding
from domain.standing import standing
from domain.state import Agreement
from domain.terms import Goal, GoalKind

_OUTCOMES = {
    LineState.ON_COURSE: Outcome.ATTAINED,
    LineState.OFF_COURSE: Outcome.NOT_ATTAINED,
    LineState.NOT_ASSESSABLE: Outcome.NOT_ASSESSABLE,
    LineState.UNDECIDABLE: Outcome.UNDECIDED,
    LineState.ROUNDING_OPEN: Outcome.UNDECIDED,
}


@dataclass(frozen=True, slots=True)
class Computed:
    """The computed outcome at the year's end: every verdict, why some cannot be given, and the results behind them."""

    verdicts: tuple[ComputedVerdict, ...]
    lacking: Mapping[str, str]
    goals: tuple[GoalResult, ...]


def computed(agreement: Agreement, attainment: Attainment, *, by_sex: bool = True) -> Computed:
    """The outcome of every verdict on year-end values waited for as agreed, and of every individual goal."""
    december = f"{agreement.terms.year}-12"
    terms = attainment.at(december).terms
    goals = standing(attainment, december, terms.assessment.months_waited, by_sex=by_sex)
    verdicts: list[ComputedVerdict] = []
    lacking: dict[str, str] = {}
    for result in goals:
        lines = {line.line_id: line for line in result.lines}
        for verdict in result.verdicts:
            outcome = _OUTCOMES[verdict.state]
            verdicts.append(
                ComputedVerdict(verdict_id=verdict.id, clause=verdict.clause, title=verdict.title, outcome=outcome)
            )
            if reasons := [*_reasons([lines[line] for line in verdict.lines], outcome)]:
                lacking[verdict.id] = " ".join(reasons)
    for goal in terms.goals:
        if goal.kind is GoalKind.INDIVIDUAL:
            outcome = _individual(agreement, goal)
            verdicts.append(ComputedVerdict(verdict_id=goal.id, clause=goal.clause, title=goal.title, outcome=outcome))
            if outcome is Outcome.NOT_ASSESSABLE:
                lacking[goal.id] = ", ".join(open_items(agreement, goal))
    return Computed(tuple(verdicts), lacking, goals)


def _reasons(lines: Iterable[LineResult], outcome: Outcome) -> Iterator[str]:
    """Why lines have no value; where the verdict is not decided, also why those that have one leave it open."""
    for line in lines:
        without = line.state is LineState.NOT_ASSESSABLE
        if line.not_assessable_because and (without or outcome is Outcome.UNDECIDED):
            yield line.not_assessable_because


def open_items(agreement: Agreement, goal: Goal) -> tuple[str, ...]:
    """Steps neither done nor dropped, and criteria not appraised."""
    steps = [step.id for step in goal.steps if agreement.steps.get(step.id) not in {Progress.DONE, Progress.DROPPED}]
    criteria = [criterion.id for criterion in goal.criteria if criterion.id not in agreement.criteria]
    return (*steps, *criteria)


ONE_OPEN = Reason("one_open", "{number} von {of} Schritten und Kriterien ist offen")
SOME_OPEN = Reason("some_open", "{number} von {of} Schritten und Kriterien sind offen")


def said_open(agreement: Agreement, goal: Goal) -> Reason:
    """How many steps and criteria of a goal are open, for people who do not know their ids."""
    number, of = len(open_items(agreement, goal)), len(goal.steps) + len(goal.criteria)
    return (ONE_OPEN if number == 1 else SOME_OPEN).of(number=number, of=of)


def _individual(agreement: Agreement, goal: Goal) -> Outcome:
    """Attained when all steps are done and all criteria met (III.2.1.4, III.2.1.5)."""
    if open_items(agreement, goal):
        return Outcome.NOT_ASSESSABLE
    done = all(agreement.steps[step.id] is Progress.DONE for step in goal.steps)
    met = all(agreement.criteria[criterion.id] is Appraisal.MET for criterion in goal.criteria)
    return Outcome.ATTAINED if done and met else Outcome.NOT_ATTAINED


def dialogs_in_the_year(agreement: Agreement) -> int:
    """How many dialogs of all parties beside the final one were held within the agreement's year (III.3.1)."""
    return sum(day.year == agreement.terms.year for day in counting_days(agreement))


def counting_days(agreement: Agreement) -> tuple[date, ...]:
    """The days on which dialogs of all parties were held, the final one aside."""
    counting = (d for d in agreement.dialogs.values() if d.kind is not DialogKind.FINAL and d.all_parties)
    return tuple(dialog.held_on for dialog in counting if dialog.held_on is not None)


def too_few_dialogs(agreement: Agreement) -> tuple[Finding, ...]:
    """A finding when fewer dialogs were held than agreed."""
    return _too_few(agreement.terms.year, dialogs_in_the_year(agreement), agreement.terms.dialogs.minimum)


@lru_cache
def _too_few(year: int, held: int, minimum: int) -> tuple[Finding, ...]:
    """Formed once for the same numbers: lists ask after every entry."""
    return TOO_FEW_DIALOGS.notice_if(held < minimum, year=year, held=held, minimum=minimum)


def to_appraise(agreement: Agreement) -> dict[str, str]:
    """Everything an assessment has to appraise, by reference, in its own words."""
    duties = {f"duty:{finding.rule}": finding.says for finding in too_few_dialogs(agreement)}
    late = [reference for reference in agreement.to_address if reference.endswith(f":{RECORDED_LATE.code}")]
    single = {name: says for name, says in agreement.to_address.items() if name not in late}
    return {**single, **_late(late), **duties}


def _late(references: Sequence[str]) -> dict[str, str]:
    """All entries recorded late as one thing to appraise; the reason is mostly the same for all."""
    if not references:
        return {}
    entries = ", ".join(reference.split(":")[1] for reference in references)
    count = "1 Eintrag wurde" if len(references) == 1 else f"{len(references)} Einträge wurden"
    return {f"finding:{RECORDED_LATE.code}": f"{count} spät festgehalten (Nr. {entries})."}

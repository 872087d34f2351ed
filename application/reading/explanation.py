"""Explanation of figures: matrices, outlooks, data quality, and figures shown beside each goal."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from application.ports import Journal
from application.reading.agreement_at import visible
from application.reading.figure_file import file_of
from application.reading.matrix import Matrix, matrix, must_be_known
from application.reading.parts.deliveries import DeliveryEntry, deliveries
from application.reading.quality import DataQuality, quality
from domain import supplementary
from domain.attainment import Attainment
from domain.figure_files import FigureFile
from domain.figures import Form, LoadState
from domain.lacking import Lacking
from domain.measures import MeasureCode
from domain.outlook import outlook
from domain.record import Actor
from domain.results import LineResult, Outlook, PublishedRate
from domain.standing import standing
from domain.terms import Line, Sex
from domain.values import AgreementId, DeliveryId, Frozen, GoalId, Instant, LineId, Month, Words


class LineExplained(Frozen):
    """The explanation of a line: the pace it needs, and the quality of its figures.

    A line without a bound has neither an outlook nor a reason why not.
    """

    line_id: LineId
    outlook: Outlook | None
    no_outlook_because: Words | None
    quality: DataQuality


class GoalExplained(Frozen):
    """A goal's lines explained, and the figures shown beside them."""

    goal_id: GoalId
    lines: tuple[LineExplained, ...]
    beside: tuple[LineResult, ...]


class Explanation(Frozen):
    """The explanation of the goals' state at a report month, as known at an instant (null = now)."""

    agreement_id: AgreementId
    version: int
    known_at: Instant | None
    month: Month | None
    goals: tuple[GoalExplained, ...]
    key_figures: tuple[LineResult, ...]
    """All key figures and supplementary figures in the ordinance's own form, as far as delivered (III.3.1)."""
    published: tuple[PublishedRate, ...]
    """Those that were delivered as the statistic published them for the month, each after the longest wait."""


class MatrixReading(Matrix):
    """A matrix of one agreement, as known at an instant (null = now)."""

    agreement_id: AgreementId
    version: int
    known_at: Instant | None


class Explanations:
    """Explains an agreement's figures, within the reader's scope."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def explained(
        self,
        actor: Actor,
        agreement_id: AgreementId,
        *,
        month: Month | None = None,
        known_at: datetime | None = None,
    ) -> Explanation:
        """Every goal's lines explained at a report month, by default the last one loaded as agreed."""
        found = visible(self.journal, actor, agreement_id, known_at)
        month = month or found.attainment.latest_month()
        state, entries = found.attainment.at(month), deliveries(found.counting)
        files = self._files(agreement_id, entries)
        goals = {goal.id: goal for goal in state.terms.goals}
        lines = {line.id: line for line in state.terms.lines}
        waited = LoadState(report_month=month, months_waited=state.terms.dialogs.months_waited) if month else None
        return Explanation(
            agreement_id=agreement_id,
            version=found.agreement.version,
            known_at=known_at,
            month=month,
            goals=tuple(
                GoalExplained(
                    goal_id=result.goal_id,
                    lines=tuple(_explained(state, entries, lines[line.line_id], line, files) for line in result.lines),
                    beside=supplementary.beside(state, goals[result.goal_id], result.load_state)
                    if result.load_state
                    else (),
                )
                for result in standing(state, month)
            ),
            key_figures=supplementary.of_the_ordinance(state, waited) if waited else (),
            published=supplementary.published(state, month) if month else (),
        )

    def _files(self, agreement_id: AgreementId, entries: Sequence[DeliveryEntry]) -> Mapping[DeliveryId, FigureFile]:
        """The file each delivery came by, where it came by one."""
        names = [entry.delivery_id for entry in entries if entry.file]
        found = ((name, file_of(self.journal, agreement_id, name)) for name in names)
        return {name: file for name, file in found if file}

    def has_matrix(
        self, actor: Actor, agreement_id: AgreementId, measure: MeasureCode, sex: Sex, known_at: datetime | None
    ) -> None:
        """Refuse what `matrix` refuses, without forming it."""
        must_be_known(visible(self.journal, actor, agreement_id, known_at).attainment.terms, measure, sex)

    def matrix(
        self,
        actor: Actor,
        agreement_id: AgreementId,
        measure: MeasureCode,
        *,
        sex: Sex = Sex.TOTAL,
        form: Form | None = None,
        known_at: datetime | None = None,
    ) -> MatrixReading:
        """The values of one measure or base quantity in every released load, month by month."""
        found = visible(self.journal, actor, agreement_id, known_at)
        content = matrix(found.attainment, deliveries(found.counting), measure, sex, form)
        version = found.agreement.version
        return MatrixReading(**dict(content), agreement_id=agreement_id, version=version, known_at=known_at)


def _explained(
    state: Attainment,
    entries: Sequence[DeliveryEntry],
    line: Line,
    result: LineResult,
    files: Mapping[DeliveryId, FigureFile],
) -> LineExplained:
    found, why = None, None
    try:
        found = outlook(state, line, result) if line.bound else None
    except Lacking as lacking:
        why = lacking.says
    return LineExplained(
        line_id=line.id, outlook=found, no_outlook_because=why, quality=quality(state, entries, result, files)
    )

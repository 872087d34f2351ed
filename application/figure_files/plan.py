"""The plan of a file: a delivery for each agreement and load state, checked and rehearsed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from application.acting.orders import Order
from application.acting.service import Service
from application.figure_files.checks import wording
from application.figure_files.checks.load import Checked
from application.figure_files.checks.magnitude import check_euros_by_sex, check_magnitude
from application.figure_files.checks.problems import Problems
from application.figure_files.checks.series import check
from application.figure_files.checks.targets import check_lines, check_series
from application.figure_files.dry_run import PlannedLoad, Saying, dry_run_id
from application.figure_files.intake import cell_values as words
from application.figure_files.intake.cell_values import NUMBERED
from application.figure_files.intake.collected import Collected, LoadKey, SeriesKey, SeriesRows
from application.figure_files.intake.layout import CARRIER, CARRIER_NUMBER
from application.figure_files.intake.loads import (
    assembled,
    each_state_once,
    must_hold_together,
    report_month_of,
    saying_anything,
)
from application.figure_files.previous_loads import (
    beside,
    check_jumps,
    correction_of,
    differences,
    previous,
    same_state,
)
from application.reading.agreement_at import AgreementAt, visible
from application.reading.figure_file import attempts, part_id, stem
from domain.acts.figures import FED, DeliverFigures
from domain.attainment import Attainment
from domain.facts.figure_files import DryRunId
from domain.facts.figures import SourceFile
from domain.figures import Flag, Load
from domain.parties import Side
from domain.reasons import ITSELF, Said
from domain.record import Actor, Draft
from domain.rulebook.attainment import DEFINITION_DIFFERS
from domain.rulebook.drafting import UNKNOWN_MEASURE
from domain.rulebook.figures import FIGURE_IMPOSSIBLE, FLAG_CONTRADICTS, LOADED_TOO_EARLY, MONTH_NOT_YET_LOADED
from domain.rulebook.file_checks import ACCEPTED, KNOWN_AGREEMENT, LAYOUT, NEW_FILE, UNREMARKABLE, Severity
from domain.rules import Refused
from domain.state import Agreement, Decision
from domain.values import AgreementId, FileId, year_of

SHOWN = 10
"""Differences of a load that are reported one by one."""
TOLD_OTHERWISE = frozenset(
    rule.code
    for rule in (
        DEFINITION_DIFFERS,
        UNKNOWN_MEASURE,
        FIGURE_IMPOSSIBLE,
        FLAG_CONTRADICTS,
        LOADED_TOO_EARLY,
        MONTH_NOT_YET_LOADED,
    )
)
"""Rules whose matter a check of its own reports, with its rows."""
SeriesOfLoad = dict[SeriesKey, SeriesRows]


@dataclass
class Plan:
    """The deliveries a file would be recorded as."""

    file_id: FileId
    problems: Problems
    versions: dict[AgreementId, int] = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)
    loads: list[PlannedLoad] = field(default_factory=list)
    drafts: dict[AgreementId, list[Draft]] = field(default_factory=dict)

    def id(self, source: SourceFile, saying: Saying) -> DryRunId:
        """The id of the check that made this plan."""
        return dry_run_id(source.sha256, saying, self.versions)


class Planner:
    """Plans what a file would become, for one actor."""

    def __init__(self, service: Service, actor: Actor, source: SourceFile, saying: Saying) -> None:
        self.service = service
        self.actor = actor
        self.source = source
        self.saying = saying
        earlier = list(attempts(service.journal, source.sha256))
        self._delivered = {(part.agreement_id, part.delivery_id) for file in earlier for part in file.delivered.parts}
        self._file_id = f"{stem(source.sha256)}{len(earlier) + 1}"
        self._streams = _by_key(service.journal.streams())
        self._all = sorted({stream for streams in self._streams.values() for stream in streams})

    def plan(self, collected: Collected, problems: Problems) -> Plan:
        """The plan for what was collected; what stands against it is among the problems."""
        plan = Plan(self._file_id, problems)
        today = self.service.today()
        sound: dict[str, list[tuple[LoadKey, SeriesOfLoad]]] = {}
        for key, series in collected.loads.items():
            delivered = saying_anything(key, series, problems)
            if delivered and must_hold_together(key, delivered, today, problems):
                sound.setdefault(key.ags, []).append((key, delivered))
        for ags, loads in sorted(sound.items()):
            ordered = sorted(loads, key=lambda one: (report_month_of(*one), one[0].waited))
            self._carrier(plan, ags, each_state_once(ordered, problems))
        if not plan.loads and not problems.number(Severity.ERROR):
            problems.add(LAYOUT, found=wording.NO_NUMBER, expected=wording.ONE_AT_LEAST)
        self._must_correct_something(plan)
        return plan

    def _must_correct_something(self, plan: Plan) -> None:
        """Say that a cause was named where nothing is replaced: the file is not what its sender takes it for."""
        corrects = any(load.correction for load in plan.loads)
        if self.saying.cause and not corrects and not plan.problems.number(Severity.ERROR):
            found = wording.CAUSE_WITHOUT.of(cause=self.saying.cause)
            plan.problems.add(ACCEPTED, found=found, expected=wording.NO_CAUSE)

    def _carrier(self, plan: Plan, ags: str, loads: Sequence[tuple[LoadKey, SeriesOfLoad]]) -> None:
        fed = list(self._agreements(ags))
        for key, series in loads:
            year = year_of(report_month_of(key, series))
            if not any(self._takes(one.agreement, year) for one in fed):
                plan.problems.add(
                    KNOWN_AGREEMENT,
                    row=next(iter(series.values())).row,
                    column=CARRIER_NUMBER if ags.startswith(NUMBERED) else CARRIER,
                    found=ITSELF.of(value=ags.removeprefix(NUMBERED)),
                    expected=wording.CARRIER_FOR.of(year=self.saying.year)
                    if self.saying.year
                    else wording.CARRIER_FOR_EITHER.of(year=year, next=year + 1),
                )
        with plan.problems.each_once():
            for found in fed:
                own = [one for one in loads if self._takes(found.agreement, year_of(report_month_of(*one)))]
                if own:
                    self._agreement(plan, found, own)

    def _takes(self, agreement: Agreement, year: int) -> bool:
        """Whether figures of a year are for an agreement: it reads them, and the file is not for another year's."""
        return self.saying.year in {None, agreement.terms.year} and year in agreement.terms.years_read

    def _agreements(self, ags: str) -> Iterator[AgreementAt]:
        """The agreements of a carrier, by its key or number, that figures can be delivered for."""
        numbered = ags.startswith(NUMBERED)
        for stream in self._all if numbered else self._streams.get(ags, ()):
            try:
                found = visible(self.service.journal, self.actor, stream)
            except Refused:
                continue
            agreement = found.agreement
            carriers = (party for party in agreement.terms.parties if party.side is Side.COUNTY)
            named = {f"{NUMBERED}{one.carrier_number}" if numbered else words.ags(one.ags) for one in carriers}
            if ags in named and agreement.status in FED:
                yield found

    def _agreement(self, plan: Plan, found: AgreementAt, loads: Sequence[tuple[LoadKey, SeriesOfLoad]]) -> None:
        agreement, stand = found.agreement, found.attainment
        plan.versions[agreement.id] = agreement.version
        brought = (one for name, one in agreement.deliveries.items() if (agreement.id, name) in self._delivered)
        if any(one.decision is not Decision.REJECTED for one in brought):
            about, found_file = (
                ITSELF.of(value=agreement.id),
                wording.FILE_AS_DELIVERY.of(agreement=agreement.id),
            )
            plan.problems.add(NEW_FILE, about=about, found=found_file, expected=wording.NEW_TO_US)
            return
        orders: list[Order] = []
        in_file: list[Load] = []
        for key, series in loads:
            checked = Checked(key, series, report_month_of(key, series), agreement.terms, plan.problems)
            check(checked)
            check_euros_by_sex(checked)
            load = assembled(key, series, agreement.terms.ordinance.catalogue, self.saying.revision, self.saying.note)
            others = beside(stand, load, self.saying.cause, in_file)
            if not others:
                check_magnitude(checked)
            check_jumps(series, others, self.saying.jump_percent, key, agreement.terms, plan.problems)
            check_lines(stand, load, series, in_file, plan.problems)
            check_series(load, previous(stand, load.state), series, plan.problems)
            in_file.append(load)
            orders.append(self._order(plan, agreement, stand, load))
        begins = [min(one.row for one in series.values()) for _, series in loads]
        self._rehearsed(plan, agreement, orders, begins)

    def _order(self, plan: Plan, agreement: Agreement, stand: Attainment, load: Load) -> Order:
        """The delivery of one load, also noted in the plan."""
        state = load.state
        delivery = part_id(plan.file_id, state)
        correction = correction_of(stand, load, self.saying.cause)
        before = previous(stand, state)
        others = [*same_state(stand, agreement, state), *([before] if before else [])]
        differing = list(differences(load, others))
        plan.loads.append(
            PlannedLoad(
                agreement_id=agreement.id,
                delivery_id=delivery,
                state=state,
                loaded_on=load.loaded_on,
                series=len(load.series),
                figures=sum(len(one.values) for one in load.series),
                empty=sum(flag.flag in {Flag.MISSING, Flag.SUPPRESSED} for one in load.series for flag in one.flags),
                correction=correction,
                differing=len(differing),
                differences=tuple(differing[:SHOWN]),
            )
        )
        request = DeliverFigures(
            occurred_on=self.service.today(),
            delivery_id=delivery,
            load=load,
            correction=correction,
            source=self.source,
        )
        return Order(request, agreement.id, agreement.version)

    def _rehearsed(self, plan: Plan, agreement: Agreement, orders: Sequence[Order], begins: Sequence[int]) -> None:
        """Ask the agreement's own rules, each load after the others; what they say stands at its first row."""
        drafts = plan.drafts.setdefault(agreement.id, [])
        for order, row, outcome in zip(orders, begins, self.service.rehearse(self.actor, orders), strict=True):
            plan.orders.append(order)
            if isinstance(outcome, Draft):
                drafts.append(outcome)
            about = wording.OF_AGREEMENT.of(agreement=agreement.id, state=_state_of(order))
            check, expected = (
                (UNREMARKABLE, wording.UNREMARKABLE) if isinstance(outcome, Draft) else (ACCEPTED, wording.NO_REFUSAL)
            )
            for finding in outcome.findings:
                if finding.rule not in TOLD_OTHERWISE:
                    found = wording.BY_RULE.of(says=Said(finding.says, finding), rule=finding.rule)
                    plan.problems.add(check, row=row, about=about, found=found, expected=expected, rule=finding.rule)


def _state_of(order: Order) -> str:
    assert isinstance(order.request, DeliverFigures), "a plan is made of deliveries"
    return str(order.request.load.state)


def _by_key(streams: Sequence[AgreementId]) -> Mapping[str, list[AgreementId]]:
    """The agreements' streams by each official key (AGS) in their ids."""
    found: dict[str, list[AgreementId]] = {}
    for stream in streams:
        for key in stream.split(".")[2:-1]:
            found.setdefault(words.ags(key) or key, []).append(stream)
    return found

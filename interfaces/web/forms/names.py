"""What can be chosen in an agreement, and what ids are called: nobody has to know one by heart."""

from collections.abc import Callable, Iterator, Mapping

from application.lists.courses import Course
from domain.assessing import Computed, computed, said_open, to_appraise
from domain.facts import DeviationNoted, FiguresReleased
from domain.figures import LoadState
from domain.german import german
from domain.measures import EDITIONS
from domain.state import Agreement, Decision, Dialog
from domain.terms import Goal, Item, Terms
from domain.values import span
from interfaces.german import numbers, results, subjects
from interfaces.german.numbers import short
from interfaces.german.subjects import subject

Found = Callable[[Course], Iterator[tuple[str, str]]]
"""Ids within an agreement, each with the name people know."""


def dialog_name(name: str, dialog: Dialog) -> str:
    """A dialog by its kind and day."""
    day = dialog.held_on or dialog.planned_for
    kind = numbers.first_upper(german(dialog.kind))
    said = f"{kind}, {numbers.day(day)}" if day else kind
    state = "geführt" if dialog.held_on else "abgesagt" if dialog.cancelled else "angesetzt" if day else "angefragt"
    return f"{said}, {state}" if day else f"{said}, {state} ({name})"


def _dialogs(wanted: Callable[[Dialog], bool]) -> Found:
    def found(case: Course) -> Iterator[tuple[str, str]]:
        for name, dialog in reversed(tuple(case.agreement.dialogs.items())):
            if wanted(dialog):
                yield name, dialog_name(name, dialog)

    return found


def load_states(case: Course) -> Iterator[tuple[str, str]]:
    """Load states of the year, released ones first, the newest on top."""
    released = [key for key in case.attainment.released if int(key[0][:4]) == case.agreement.terms.year]
    waited = case.agreement.terms.dialogs.months_waited
    year = case.agreement.terms.year
    others = [(month, waited) for month in span(f"{year}-01", f"{year}-12") if (month, waited) not in released]
    for month, months in (*sorted(released, reverse=True), *others):
        state = LoadState(report_month=month, months_waited=months)
        said = numbers.load_state(state)
        missing = "" if state.key in case.attainment.released else " (keine freigegebenen Daten)"
        yield f"{month}+{months}", f"{said}{missing}"


def _states_of_loads(case: Course) -> Iterator[tuple[str, str]]:
    """Load states of the year and the one before it, waited for as agreed."""
    year, waited = case.agreement.terms.year, case.agreement.terms.dialogs.months_waited
    for month in reversed(span(f"{year - 1}-01", f"{year}-12")):
        yield f"{month}+{waited}", numbers.load_state(LoadState(report_month=month, months_waited=waited))


def _quantities(case: Course) -> Iterator[tuple[str, str]]:
    """Every quantity figures may be delivered for, by name."""
    terms = case.agreement.terms
    edition = EDITIONS.get(terms.ordinance.catalogue)
    for code in sorted(terms.quantities):
        measure = (edition.quantity(code) if edition else None) or terms.measure(code)
        yield code, f"{measure.name} ({code})" if measure else code


def _goals(case: Course) -> Iterator[tuple[str, str]]:
    yield from ((goal.id, f"{goal.id} {goal.title}") for goal in case.agreement.terms.goals)


def _lines(case: Course) -> Iterator[tuple[str, str]]:
    yield from ((line.id, short(line.says)) for line in case.agreement.terms.lines)


def _items(of: Callable[[Goal], tuple[Item, ...]]) -> Found:
    def found(case: Course) -> Iterator[tuple[str, str]]:
        for goal in case.agreement.terms.goals:
            yield from ((item.id, f"Ziel {goal.id}: {short(item.says)}") for item in of(goal))

    return found


def _topics(case: Course) -> Iterator[tuple[str, str]]:
    yield from _items(lambda goal: goal.topics)(case)
    yield from ((one.clause, f"Grundsatz {one.clause}: {short(one.title)}") for one in case.agreement.terms.principles)


def _parties(case: Course) -> Iterator[tuple[str, str]]:
    yield from ((party.id, party.name) for party in case.agreement.terms.parties)


def _measures(case: Course) -> Iterator[tuple[str, str]]:
    for name, measure in case.agreement.agreed_measures.items():
        yield name, f"{short(measure.says)} (bis {numbers.day(measure.due_on)})"


def _values(case: Course) -> Iterator[tuple[str, str]]:
    terms: Terms = case.agreement.terms
    for line in terms.budget.lines if terms.budget else ():
        yield line.id, f"{line.title}: {numbers.amount(line.amount, 'EUR')}"
    for benchmark in terms.benchmarks:
        yield benchmark.id, f"{benchmark.title}: {numbers.amount(benchmark.expected_change, 'percent', signed=True)}"


def _entries(case: Course) -> Iterator[tuple[str, str]]:
    for record in reversed(case.records):
        if record.version in case.agreement.entries:
            about = subject(record.fact, case.agreement)
            title = f"{record.fact.title}: {about}" if about else record.fact.title
            day, office = numbers.day(record.occurred_on), record.provenance.office
            yield str(record.version), f"{record.version}. {title}, {day}, {office}"


def _undecided(case: Course) -> Iterator[tuple[str, str]]:
    for name, delivery in case.agreement.deliveries.items():
        if delivery.decision is Decision.PENDING:
            yield name, f"{numbers.load_state(delivery.state)}, geliefert am {numbers.day(delivery.on)}"


def _causes(case: Course) -> Iterator[tuple[str, str]]:
    for reference, says in case.agreement.to_address.items():
        if reference.startswith(("circumstance:", "law:")):
            yield reference, f"{results.kind_of(reference)}: {short(says)}"
    for record in case.records:
        if isinstance(record.fact, FiguresReleased):
            delivery = case.agreement.deliveries[record.fact.delivery_id]
            if delivery.correction:
                yield (
                    f"delivery:{record.fact.delivery_id}",
                    f"Berichtigte Lieferung {numbers.load_state(delivery.state)}",
                )


def _deviations(case: Course) -> Iterator[tuple[str, str]]:
    for record in case.records:
        fact = record.fact
        if isinstance(fact, DeviationNoted) and f"deviation:{fact.deviation_id}" in case.agreement.deviations:
            said = f"{subjects.line(case.agreement, fact.line_id)}, {numbers.month(fact.load_state.report_month)}"
            yield fact.deviation_id, said


def _laws(case: Course) -> Iterator[tuple[str, str]]:
    for reference, says in case.agreement.to_address.items():
        if reference.startswith("law:"):
            yield reference.removeprefix("law:"), short(says)


def _appraised(case: Course) -> Iterator[tuple[str, str]]:
    yield from ((name, f"{results.kind_of(name)}: {short(says)}") for name, says in to_appraise(case.agreement).items())


def _verdicts(case: Course) -> Iterator[tuple[str, str]]:
    found = computed(case.agreement, case.attainment)
    lacking = lacking_of(case.agreement, found)
    for one in found.verdicts:
        why = f" ({lacking[one.verdict_id]})" if one.verdict_id in lacking else ""
        yield one.verdict_id, f"{one.title}: errechnet {german(one.outcome)}{why}"


def lacking_of(agreement: Agreement, found: Computed) -> Mapping[str, str]:
    """Why verdicts cannot be given, in words."""
    individual = {
        goal.id: said_open(agreement, goal).in_german() for goal in agreement.terms.goals if goal.id in found.lacking
    }
    return {name: numbers.spoken(why) for name, why in found.lacking.items()} | individual


def nothing(case: Course) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - one signature
    """For fields that are called like others and typed."""
    yield from ()


def _deliveries(case: Course) -> Iterator[tuple[str, str]]:
    yield from ((name, numbers.load_state(delivery.state)) for name, delivery in case.agreement.deliveries.items())


def finder(request: str, owner: str, field: str) -> Found | None:
    """How to find what can be chosen for a field; None where one types."""
    return _OF.get((owner, field)) or _OF.get((request, field)) or _FIELDS.get(field)


def naming(case: Course) -> Callable[[str, str, str], str]:
    """Ids in an agreement's facts by the names people know: of a field of a fact or a part of one."""
    names: dict[str, dict[str, str]] = {}

    def named(owner: str, field: str, value: str) -> str:
        find = _NAMED.get(field) or _FIELDS.get(field)
        if find is None or (owner, field) in _OF:
            return value
        if field not in names:
            names[field] = dict(find(case))
        return names[field].get(value, value)

    return named


_OPEN = _dialogs(lambda dialog: dialog.held_on is None)
_FIELDS: Mapping[str, Found] = {
    "about": _values,
    "basis": load_states,
    "called_for": _deviations,
    "cites": _causes,
    "criterion_id": _items(lambda goal: goal.criteria),
    "delivery_id": _undecided,
    "dialogs": _dialogs(lambda dialog: not dialog.cancelled),
    "goals": _goals,
    "goals_discussed": _goals,
    "line_id": _lines,
    "lines": _lines,
    "load_state": load_states,
    "measure_id": _measures,
    "party": _parties,
    "reference": _appraised,
    "replaced_by": _entries,
    "step_id": _items(lambda goal: goal.steps),
    "topic": _topics,
    "verdict_id": _verdicts,
    "version": _entries,
}
_OF: Mapping[tuple[str, str], Found] = {
    ("CancelDialog", "dialog_id"): _dialogs(lambda dialog: dialog.held_on is None and not dialog.cancelled),
    ("HoldDialog", "dialog_id"): _OPEN,
    ("ConfirmMinutes", "dialog_id"): _dialogs(lambda dialog: dialog.held_on is not None),
    ("AssessFinally", "dialog_id"): _dialogs(lambda dialog: dialog.kind == "final"),
    ("ReviseAssessment", "dialog_id"): _dialogs(lambda dialog: dialog.kind == "final"),
    ("LawDiscussed", "change_id"): _laws,
    ("Measure", "version"): nothing,
    ("Terms", "dialogs"): nothing,
    ("Terms", "goals"): nothing,
    ("Goal", "lines"): nothing,
    ("Budget", "lines"): nothing,
    ("VerdictGroup", "lines"): nothing,
    ("Correction", "of"): _deliveries,
    ("DeliverFigures", "delivery_id"): nothing,
    ("Load", "state"): _states_of_loads,
    ("Series", "measure"): _quantities,
}
_NAMED: Mapping[str, Found] = {
    "delivery_id": _deliveries,
    "of": _deliveries,
    "dialog_id": _dialogs(lambda _: True),
    "dialogs": _dialogs(lambda _: True),
}
"""Names of what is decided or over already, and so no choice any more."""

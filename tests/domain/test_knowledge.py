"""What was known stays known: later deliveries change no earlier answer."""

from datetime import datetime
from random import Random

from application.history import entry as history
from domain import agreement as agreement_state
from domain import attainment as attainment_view
from domain.acts import DECISIONS
from domain.acts.figures import DeliverFigures, RejectFigures, ReleaseFigures
from domain.attainment import Attainment
from domain.facts.figures import Cause, Correction
from domain.figures import Load
from domain.record import Context, Request
from domain.standing import standing
from domain.values import canonical, span
from tests.builders import A_DAY, CLERK, MINISTRY, Happened, a_load, an_agreement_in_force, k2, monthly
from tests.domain.given import Given, given
from tests.sampling import swept, times

REDELIVERIES = times(200, 1000)
ASKED_EVERY = REDELIVERIES // 8
MONTHS = (*span("2025-01", "2025-03"), *span("2026-01", "2026-03"))
WHY = "Zusammengestellt für die Prüfung"


def a_random_load(random: Random, month: str, revision: str) -> Load:
    number = int(month[5:])
    integrations = [random.randint(60, 120) for _ in range(number)]
    stock = [random.randint(3900, 4100) for _ in range(number + 1)]
    stock_of_long_term = monthly("LZB", f"{month[:4]}-01", [random.randint(1900, 2100) for _ in range(number)])
    return a_load(month, *k2(month, integrations, stock), stock_of_long_term, revision=revision, loaded_on=A_DAY)


def random_acts(random: Random) -> list[list[Request]]:
    """A first delivery of every load state, then re-deliveries of random ones: released, rejected or undecided."""
    counting: dict[str, list[tuple[str, str]]] = {}
    acts: list[list[Request]] = []
    for number in range(len(MONTHS) + REDELIVERIES):
        first = number < len(MONTHS)
        month = MONTHS[number] if first else random.choice(MONTHS)
        of, revision = ("", "original") if first else random.choice(counting[month])
        cause = random.choices(
            (Cause.TRANSMISSION_ERROR, Cause.STATISTICS_ERROR, Cause.STATISTICAL_REVISION), weights=(8, 1, 1)
        )[0]
        error = first or cause is not Cause.STATISTICAL_REVISION
        name = f"lieferung-{number}"
        deliver = DeliverFigures(
            occurred_on=A_DAY,
            delivery_id=name,
            load=a_random_load(random, month, revision if error else f"r{number}"),
            correction=None if first else Correction(of=of, cause=cause),
        )
        # An error's correction is decided at once: while it is pending, nothing else may correct the same delivery.
        choices = [ReleaseFigures] if first else [ReleaseFigures, ReleaseFigures, RejectFigures]
        decision = random.choice(choices if error else [*choices, None])
        acts.append([deliver, *([decision(occurred_on=A_DAY, delivery_id=name, reason=WHY)] if decision else [])])
        if decision is ReleaseFigures:
            kept = [standing for standing in counting.get(month, []) if not (error and standing[0] == of)]
            counting[month] = [*kept, (name, revision if error else f"r{number}")]
    return acts


def answer(attainment: Attainment) -> bytes:
    """Everything there is to read about every month, byte for byte."""
    goals = [goal for month in MONTHS[3:] for goal in standing(attainment, month)]
    return b"\n".join(goal.model_dump_json().encode() for goal in goals)


def told(life: Given) -> bytes:
    return b"\n".join(canonical(entry.model_dump(mode="json")) for entry in history.told(life.records))


@swept
def test_no_earlier_answer_changes_in_random_redeliveries() -> None:
    life = given(an_agreement_in_force())
    state = agreement_state.fold(life.records)
    attainment = attainment_view.fold(life.records)
    answers: list[tuple[datetime, Attainment, bytes, bytes]] = []
    for number, acts in enumerate(random_acts(Random(48))):
        for request in acts:
            by = CLERK if isinstance(request, DeliverFigures) else MINISTRY
            assert state is not None
            decided = DECISIONS[type(request)](state, request, Context(by, A_DAY))
            life = life.and_then(Happened(decided.fact, A_DAY, by, decided.findings))
            state = agreement_state.evolve(state, life.records[-1])
            attainment = attainment_view.evolve(attainment, life.records[-1])
        if number % ASKED_EVERY == 0:
            assert attainment is not None
            answers.append((life.records[-1].recorded_at, attainment, answer(attainment), told(life)))
    assert state == life.agreement, "a state kept up to date is the fold of everything"
    assert len({said for _, _, said, _ in answers}) > 5, "the answers did change with time"
    for known_at, then, said, history_then in answers:
        known = life.known_at(known_at)
        assert answer(known.attainment) == said, "folding what was known then gives what was read then"
        assert answer(then) == said, "what was folded then was not touched since"
        assert told(known) == history_then


def test_reading_twice_gives_the_same_bytes() -> None:
    life = given(an_agreement_in_force())
    for acts in random_acts(Random(7))[:20]:
        for request in acts:
            life = life.when(request, by=CLERK if isinstance(request, DeliverFigures) else MINISTRY).recorded
    assert answer(life.attainment) == answer(life.attainment)
    assert life.known_at(life.records[-1].recorded_at) == life
    assert life.known_at(life.records[-2].recorded_at).records == life.records[:-1]

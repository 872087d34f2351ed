"""Terms through time: the bound that governs a month is the one in force for it, and every result names it."""

from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain import attainment, terms_history
from domain.assessing import computed
from domain.attainment import LineState
from domain.facts import AmendmentProposed, AmendmentSigned, AmendmentWithdrawn, TranscriptionCorrected
from domain.facts.judging import Outcome
from domain.facts.signing import Signatory, SignatureForm
from domain.standing import standing
from domain.terms import DialogDuty, Terms
from domain.terms_history import TermsHistory, TermsVersion
from domain.values import sha256_of, span
from tests.builders import (
    A_SCAN,
    COMMITMENT,
    HEIDEKREIS,
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_most,
    ytd,
)
from tests.domain.given import Given, given


def terms(bound: str) -> Terms:
    return agreed(a_line(at_most(bound), id="lzb", measure="LZB"))


STRICT, LAX = terms("-2.5"), terms("-1.0")
PERSONS = {"2025-05": 1000, "2026-05": 985, "2025-07": 1000, "2026-07": 985, "2025-12": 1000, "2026-12": 985}
FIGURES = tuple(a_released(a_load(month, ytd("LZB", month, str(value)))) for month, value in PERSONS.items())


def proposed(new: Terms, since: date, id: str = "a1") -> AmendmentProposed:
    return AmendmentProposed(amendment_id=id, terms=new, terms_hash=sha256_of(new), effective_from=since)


def amended(new: Terms, since: date, id: str = "a1") -> tuple[Life, ...]:
    signatory = Signatory(person="jens-grote", name_commitment=COMMITMENT, office="Landrat")
    signatures = tuple(
        AmendmentSigned(
            amendment_id=id,
            party=party.id,
            terms_hash=sha256_of(new),
            signatory=signatory,
            form=SignatureForm.PAPER,
            place="Hannover",
            document=A_SCAN,
        )
        for party in HEIDEKREIS.parties
    )
    return proposed(new, since, id), *signatures


def governs(life: Given, month: str) -> tuple[int, str, LineState]:
    """Terms version, their hash and how the line stands, as the result of a month names them."""
    derivation = (line := life.line("lzb", month)).derivation
    assert derivation is not None
    return derivation.terms_version, derivation.terms_hash, line.state


def test_results_before_and_after_an_amendment_name_the_terms_they_were_computed_under() -> None:
    life = given(an_agreement_in_force(STRICT), FIGURES, amended(LAX, date(2026, 7, 1)))
    assert governs(life, "2026-05") == (1, sha256_of(STRICT), LineState.OFF_COURSE)
    assert governs(life, "2026-07") == (2, sha256_of(LAX), LineState.ON_COURSE)


def test_figures_delivered_before_or_after_the_signatures_are_judged_alike() -> None:
    before = given(an_agreement_in_force(STRICT), FIGURES, amended(LAX, date(2026, 7, 1)))
    after = given(an_agreement_in_force(STRICT), amended(LAX, date(2026, 7, 1)), FIGURES)
    for month in ("2026-05", "2026-07", "2026-12"):
        assert governs(before, month) == governs(after, month)


@pytest.mark.parametrize(
    ("since", "may", "july"),
    [
        (date(2026, 5, 31), 2, 2),
        (date(2026, 6, 1), 1, 2),
        (date(2026, 7, 15), 1, 2),
        (date(2026, 7, 31), 1, 2),
        (date(2026, 8, 1), 1, 1),
    ],
)
def test_a_month_is_governed_by_the_terms_in_force_at_its_end(since: date, may: int, july: int) -> None:
    life = given(an_agreement_in_force(STRICT), FIGURES, amended(LAX, since))
    assert (governs(life, "2026-05")[0], governs(life, "2026-07")[0]) == (may, july)


def test_an_amendment_not_signed_by_all_or_withdrawn_governs_nothing() -> None:
    open_, one, _ = amended(LAX, date(2026, 1, 1))
    for rest in ((open_,), (open_, one), (open_, one, AmendmentWithdrawn(amendment_id="a1"))):
        assert governs(given(an_agreement_in_force(STRICT), FIGURES, *rest), "2026-12")[0] == 1


def test_of_two_amendments_each_governs_its_months() -> None:
    life = given(
        an_agreement_in_force(STRICT),
        FIGURES,
        amended(LAX, date(2026, 6, 1)),
        amended(terms("-1.4"), date(2026, 12, 1), "a2"),
    )
    assert [governs(life, month)[0] for month in ("2026-05", "2026-07", "2026-12")] == [1, 2, 3]


def test_of_two_amendments_from_the_same_day_the_later_signed_governs() -> None:
    since = date(2026, 7, 1)
    life = given(an_agreement_in_force(STRICT), FIGURES, amended(LAX, since), amended(terms("-1.4"), since, "a2"))
    assert governs(life, "2026-07")[:2] == (3, sha256_of(terms("-1.4")))


def test_a_correction_of_the_transcription_holds_for_every_month_its_terms_held() -> None:
    corrected = TranscriptionCorrected(terms=LAX, terms_hash=sha256_of(LAX))
    life = given(an_agreement_in_force(STRICT), FIGURES, corrected)
    assert [governs(life, month)[0] for month in ("2026-05", "2026-07")] == [2, 2]
    later = given(an_agreement_in_force(STRICT), FIGURES, amended(terms("-1.4"), date(2026, 7, 1)), corrected)
    assert [governs(later, month)[0] for month in ("2026-05", "2026-07")] == [1, 3]


def test_the_year_is_judged_by_the_terms_in_force_for_december() -> None:
    for since, outcome in ((date(2026, 7, 1), Outcome.ATTAINED), (date(2026, 12, 31), Outcome.ATTAINED)):
        life = given(an_agreement_in_force(STRICT), FIGURES, amended(LAX, since))
        assert [verdict.outcome for verdict in computed(life.agreement, life.attainment).verdicts] == [outcome]
    unchanged = given(an_agreement_in_force(STRICT), FIGURES)
    assert computed(unchanged.agreement, unchanged.attainment).verdicts[0].outcome is Outcome.NOT_ATTAINED


def test_a_line_agreed_in_mid_year_stands_only_from_then_on() -> None:
    both = agreed(*STRICT.lines, a_line(at_most("-1.0"), id="llu", measure="LLU"))
    life = given(an_agreement_in_force(STRICT), amended(both, date(2026, 7, 1)))
    lines = {
        month: [line.line_id for goal in standing(life.attainment, month) for line in goal.lines]
        for month in ("2026-05", "2026-07")
    }
    assert lines == {"2026-05": ["lzb"], "2026-07": ["lzb", "llu"]}


def test_the_waiting_period_is_the_one_in_force_for_the_month() -> None:
    waiting = STRICT.model_copy(update={"dialogs": DialogDuty(minimum=2, months_waited=3)})
    life = given(an_agreement_in_force(STRICT), amended(waiting, date(2026, 7, 1)))
    states = [standing(life.attainment, month)[0].load_state for month in ("2026-05", "2026-07")]
    assert [state.months_waited for state in states if state] == [0, 3]


def test_decisions_and_readings_know_the_same_terms() -> None:
    life = given(
        an_agreement_in_force(STRICT), FIGURES, amended(LAX, date(2026, 7, 1)), proposed(STRICT, date(2026, 9, 1), "a2")
    )
    for number in range(1, len(life.records) + 1):
        so_far = Given(life.records[:number])
        assert so_far.agreement.history == so_far.attainment.history
        assert so_far.attainment.governing == so_far.agreement.history.latest


@for_all(days=st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=6).map(sorted))
def test_the_last_version_in_force_by_a_months_end_governs_it(days: list[date]) -> None:
    hash_ = sha256_of(STRICT)
    later = (TermsVersion(number, STRICT, hash_, "eine-kraft", day) for number, day in enumerate(days, start=2))
    history = TermsHistory((TermsVersion(1, STRICT, hash_, "eine-kraft"), *later))
    numbers = [history.at(month).number for month in span("2026-01", "2026-12")]
    in_force = [1 + sum(day.isoformat()[:7] <= month for day in days) for month in span("2026-01", "2026-12")]
    assert numbers == in_force
    assert history.at("2027-01") == history.latest
    assert history.at("2025-12").number == 1


def test_other_facts_leave_the_terms_alone() -> None:
    life = given(an_agreement_in_force(STRICT), FIGURES)
    first = attainment.fold(life.records[:1])
    assert first is not None
    for record in life.records[1:]:
        assert terms_history.evolve(first.history, record) is first.history


def test_an_earlier_reading_stays_as_it_was() -> None:
    life = given(an_agreement_in_force(STRICT), FIGURES)
    later = life.and_then(amended(LAX, date(2026, 1, 1)))
    assert governs(later, "2026-05")[0] == 2
    assert governs(later.known_at(life.records[-1].recorded_at), "2026-05") == governs(life, "2026-05")

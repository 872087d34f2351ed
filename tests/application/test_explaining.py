"""What explains a line: the quality of its data, what stands beside its goal, and its outlook."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from application.reading.explanation import Explanations, GoalExplained, LineExplained
from domain import attainment
from domain.facts import FiguresDelivered, FiguresReleased
from domain.facts.figures import Cause, Correction, SourceFile
from domain.figures import Load, LoadState
from domain.record import Draft
from domain.rulebook.any_act import UNKNOWN_AGREEMENT
from domain.rules import Refused
from domain.standing import standing
from domain.terms import Quantity, Sex
from infrastructure.journal import Journal
from interfaces.german.results import derivation
from tests.application.lives import recorded
from tests.application.test_lists import CELLE
from tests.builders import (
    COUNTY,
    MINISTRY,
    Happened,
    Life,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_least,
    k2,
    monthly,
    ytd,
)
from tests.recompute import everything

ID = "2026.4.03.03358.1"
START = datetime(2026, 2, 1, 8, tzinfo=UTC)
TERMS = agreed(
    a_line(at_least("5.3"), id="k2"),
    a_line(id="bedarfsdeckend", measure="INT_BD_SHARE", quantity=Quantity.LEVEL),
)
FILE = SourceFile(name="ladung.xlsx", sha256="ab" * 32, size=4711)


def write(journal: Journal, *life: Life, county: str = "heidekreis", ags: str = "03358") -> None:
    drafts: Sequence[Draft] = recorded(an_agreement_in_force(TERMS), *life, county=county, ags=ags)
    for n, draft in enumerate(drafts):
        journal.append([draft], now=START + timedelta(minutes=n))


def load(month: str, integrations: list[object], waited: int = 0, **more: object) -> Load:
    stocks = [4000 + 10 * n for n in range(len(integrations) + 1)]
    series = [*k2(month, integrations, stocks), *k2(month, integrations, stocks, Sex.WOMEN)]
    series += k2(month, [int(str(one)) * 2 for one in integrations], stocks, Sex.MEN)
    return a_load(month, *series, waited=waited, **more)  # type: ignore[arg-type]


def test_nobody_has_explained_what_he_may_not_see(journal: Journal, explanations: Explanations) -> None:
    write(journal, a_released(load("2026-01", [90]), "a"))
    for read in (lambda: explanations.matrix(CELLE, ID, "INT"), lambda: explanations.explained(CELLE, ID)):
        with pytest.raises(Refused) as refused:
            read()
        assert [finding.rule for finding in refused.value.findings] == [UNKNOWN_AGREEMENT.code]
    assert explanations.matrix(COUNTY, ID, "INT").columns


def of(goals: Sequence[GoalExplained], line_id: str) -> LineExplained:
    return next(line for goal in goals for line in goal.lines if line.line_id == line_id)


def test_the_quality_of_data_says_what_is_recorded_and_nothing_else(
    journal: Journal, explanations: Explanations
) -> None:
    wrong, right = load("2026-02", [90, 90]), load("2026-02", [97, 95])
    flagged = right.model_copy(update={"series": (*right.series, ytd("K2", "2026-02", "4.9"))})
    correction = Correction(of="falsch", cause=Cause.TRANSMISSION_ERROR)
    mended = FiguresDelivered(delivery_id="richtig", load=flagged, correction=correction, source=FILE)
    write(
        journal,
        a_released(load("2025-02", [90, 91]), "vorjahr"),
        a_released(wrong, "falsch"),
        Happened(mended, date(2026, 3, 20)),
        Happened(FiguresReleased(delivery_id="richtig"), date(2026, 3, 23), by=MINISTRY),
    )
    quality = of(explanations.explained(MINISTRY, ID).goals, "k2").quality
    assert [one.delivery_id for one in quality.source] == ["vorjahr", "richtig"]
    assert quality.source[1].file == FILE
    assert quality.source[1].load_state == LoadState(report_month="2026-02", months_waited=0)
    release = quality.verification.releases[1]
    assert (release.delivered_by, release.released_by, release.released_on) == (
        "Erfassung",
        "Fachaufsicht",
        date(2026, 3, 23),
    )
    assert (quality.verification.recomputed, quality.verification.agrees_with_delivered) == (True, False)
    assert quality.accuracy is not None
    assert (quality.accuracy.provisional, quality.accuracy.decimals) == (True, 1)
    assert [finding.rule for finding in quality.limits.findings] == ["delivered-differs"]
    assert [(one.delivery_id, one.by) for one in quality.compensation.corrections] == [("falsch", "richtig")]
    assert (quality.compensation.equal_load_states, quality.compensation.as_delivered) == (True, False)
    assert "minna" not in quality.model_dump_json()
    nothing = of(explanations.explained(MINISTRY, ID, known_at=START).goals, "k2").quality
    assert (nothing.source, nothing.verification.releases, nothing.accuracy) == ((), (), None)
    assert nothing.limits.because is not None


def test_beside_a_goal_stand_its_supplementary_figures_and_the_gap_of_the_sexes(
    journal: Journal, explanations: Explanations
) -> None:
    def with_single_parents(month: str, integrations: int) -> Load:
        return a_load(
            month,
            *load(month, [90, 95]).series,
            monthly("INT_ALLEIN", f"{month[:4]}-01", [integrations, 20]),
            monthly("ELB_ALLEIN", f"{int(month[:4]) - 1}-12", [500, 500, 500]),
        )

    write(
        journal,
        a_released(with_single_parents("2025-02", 20), "a"),
        a_released(with_single_parents("2026-02", 25), "b"),
    )
    (goal,) = explanations.explained(MINISTRY, ID).goals
    beside = {line.line_id: line for line in goal.beside}
    assert {"k2e1", "k2e2", "k2e3", "k2e4", "amp-frauenanteil", "k2-abstand", "int-bd-share-abstand"} == set(beside)
    single_parents = beside["k2e4"]
    assert single_parents.derivation is not None
    assert single_parents.derivation.compared.rounded == 1
    assert (single_parents.state, single_parents.bound, single_parents.measure_name) == (
        "monitored",
        None,
        "Integrationsquote der Alleinerziehenden",
    )
    gap = beside["k2-abstand"].derivation
    assert gap is not None
    assert gap.current.fraction == Fraction(100 * (2 * 185 - 185) * 2, 8010)
    assert beside["k2e1"].derivation is None
    assert "BS_GERING" in (beside["k2e1"].not_assessable_because or "")
    explained = json.loads(explanations.explained(MINISTRY, ID).model_dump_json())
    assert everything(explained["goals"]) == (7, [])
    assert everything(explained["key_figures"]) == (15, [])
    assert everything(explained) == (22, [])


def test_a_figure_without_the_year_before_stands_as_it_is(journal: Journal, explanations: Explanations) -> None:
    write(journal, a_released(load("2026-02", [90, 95]), "b"))
    (goal,) = explanations.explained(MINISTRY, ID).goals
    gap = next(line for line in goal.beside if line.line_id == "k2-abstand").derivation
    assert gap is not None
    assert (gap.baseline, gap.compared.quantity) == (None, Quantity.LEVEL)


def test_without_the_year_before_a_changes_current_value_is_told_with_source_and_quality(
    journal: Journal, explanations: Explanations
) -> None:
    now = load("2026-02", [97, 95])
    write(journal, a_released(now.model_copy(update={"series": (*now.series, ytd("K2", "2026-02", "4.9"))}), "jetzt"))
    quality = of(explanations.explained(MINISTRY, ID).goals, "k2").quality
    recorded_so_far = attainment.fold(journal.records(ID))
    assert recorded_so_far is not None
    line = standing(recorded_so_far)[0].lines[0]
    assert line.alone is not None
    assert (line.alone.fraction, line.derivation) == (Fraction(100 * 192 * 2, 8010), None)
    (source,) = quality.source
    assert (source.delivery_id, quality.verification.recomputed) == ("jetzt", True)
    assert (quality.verification.agrees_with_delivered, quality.compensation.equal_load_states) == (
        False,
        False,
    )
    assert quality.accuracy is not None
    assert quality.accuracy.decimals == 1
    told = derivation(line)
    for words in (
        "192 ÷ 4.005 = 4,8 %",
        "Nicht beurteilbar: Zum Ladestand Februar 2025",
        "Lieferung jetzt (",
        "§ 5 Abs. 1",
    ):
        assert words in told
    found = json.loads(line.model_dump_json())
    assert everything(found)[1] == []
    found["alone"]["exact"] = "5"
    assert everything(found)[1] != []


def test_a_line_with_a_bound_has_an_outlook_or_a_reason_and_any_other_neither(
    journal: Journal, explanations: Explanations
) -> None:
    write(
        journal,
        a_released(load("2025-02", [90, 91]), "vorjahr"),
        a_released(load("2026-02", [97, 95]), "laufend"),
        a_released(load("2025-12", [90] * 12, loaded_on=date(2026, 4, 16)), "jahresende"),
    )
    before = explanations.explained(MINISTRY, ID, known_at=START + timedelta(minutes=6)).goals
    after = explanations.explained(MINISTRY, ID).goals
    assert (of(before, "k2").outlook, of(before, "k2").no_outlook_because) == (
        None,
        "Zum Ladestand 2025-12 (t-0) ist keine Lieferung freigegeben.",
    )
    pace = of(after, "k2").outlook
    assert pace is not None
    assert pace.assumed is not None
    assert Fraction(pace.assumed.each) == 4020
    assert everything(json.loads(pace.model_dump_json())) == (1, [])
    for goals in (before, after):
        assert (of(goals, "bedarfsdeckend").outlook, of(goals, "bedarfsdeckend").no_outlook_because) == (None, None)


@pytest.mark.parametrize("field", ["required", "done", "per_month", "so_far", "limit"])
def test_a_tampered_outlook_is_found(journal: Journal, explanations: Explanations, field: str) -> None:
    loads = load("2025-02", [90, 91]), load("2026-02", [97, 95]), load("2025-12", [90] * 12)
    write(journal, [a_released(one, f"lieferung-{n}") for n, one in enumerate(loads)])
    pace = of(explanations.explained(MINISTRY, ID).goals, "k2").outlook
    assert pace is not None
    found = json.loads(pace.model_dump_json())
    found[field] = str(Fraction(found[field]) + 1)
    assert everything(found)[1] != []

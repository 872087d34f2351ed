"""The matrix of loads: each beside the next, what it changes marked, and why a figure is empty."""

import json
from collections.abc import Sequence
from fractions import Fraction

import pytest

from application.reading.explanation import Explanations
from application.reading.matrix import Figure
from domain.facts import FiguresDelivered
from domain.figures import Flag, Form
from domain.rulebook.attainment import NO_GAP_OF_SEXES, NO_SUCH_FIGURE
from domain.rules import Refused, Rule
from domain.terms import Sex
from infrastructure.journal import Journal
from tests.application.test_explaining import ID, START, load, write
from tests.builders import MINISTRY, Happened, a_load, a_released, monthly
from tests.recompute import everything


def shown(figures: Sequence[Figure | None]) -> list[tuple[str, bool] | None]:
    return [(str(figure.rounded), figure.changed) if figure else None for figure in figures]


def test_each_load_stands_beside_the_next_and_what_it_changes_is_marked(
    journal: Journal, explanations: Explanations
) -> None:
    loads = load("2026-01", [90]), load("2026-02", [97, 95]), load("2026-01", [97], waited=3)
    write(journal, [a_released(one, f"lieferung-{n}") for n, one in enumerate(loads)])
    found = explanations.matrix(MINISTRY, ID, "INT")
    assert [str(column.load_state) for column in found.columns] == ["2026-01 (t-0)", "2026-02 (t-0)", "2026-01 (t-3)"]
    assert {row.month: shown(row.figures) for row in found.grid.rows} == {
        "2026-01": [("90", False), ("97", True), ("97", False)],
        "2026-02": [None, ("95", False), None],
    }
    rate = explanations.matrix(MINISTRY, ID, "K2")
    first, second, third = rate.grid.rows[0].figures
    assert first is not None
    assert second is not None
    assert third is not None
    assert [Fraction(one.exact or 0) for one in (first, second, third)] == [Fraction(9, 4), *[Fraction(97, 40)] * 2]
    assert [one.changed for one in (first, second, third)] == [False, True, False]
    assert [(part.measure, part.sex) for part in rate.made_of] == [("INT", "total"), ("ELB", "total")]
    rolling = explanations.matrix(MINISTRY, ID, "K2", form=Form.ROLLING)
    assert rolling.grid.rows == ()
    gap = explanations.matrix(MINISTRY, ID, "K2", sex=Sex.GAP)
    assert (gap.grid.unit, gap.grid.rows[0].figures[0] and gap.grid.rows[0].figures[0].exact) == (
        "percentage_points",
        "9/4",
    )
    for matrix in (found, rate, rolling, gap):
        assert everything(json.loads(matrix.model_dump_json())) == (1, [])


def test_a_tampered_matrix_is_found(journal: Journal, explanations: Explanations) -> None:
    write(journal, a_released(load("2026-01", [90]), "a"), a_released(load("2026-02", [97, 95]), "b"))
    for path, value in (("changed", False), ("exact", "1/3")):
        found = json.loads(explanations.matrix(MINISTRY, ID, "K2").model_dump_json())
        found["grid"]["rows"][0]["figures"][1][path] = value
        assert everything(found)[1] != []


def test_only_what_was_released_is_a_column_and_only_as_far_as_it_was_known(
    journal: Journal, explanations: Explanations
) -> None:
    pending = FiguresDelivered(delivery_id="offen", load=load("2026-02", [97, 95]))
    write(journal, a_released(load("2026-01", [90]), "a"), Happened(pending))
    assert [column.delivery_id for column in explanations.matrix(MINISTRY, ID, "INT").columns] == ["a"]
    before = explanations.matrix(MINISTRY, ID, "INT", known_at=START)
    assert (before.columns, before.grid.rows) == ((), ())


def test_an_empty_figure_shows_why(journal: Journal, explanations: Explanations) -> None:
    flags = {"2026-01": Flag.SUPPRESSED, "2026-02": Flag.IMPUTED}
    write(journal, a_released(a_load("2026-02", monthly("INT", "2026-01", [None, 95], flags=flags)), "a"))
    first, second = (row.figures[0] for row in explanations.matrix(MINISTRY, ID, "INT").grid.rows)
    assert first is not None
    assert second is not None
    assert (first.exact, first.flags) == (None, (Flag.SUPPRESSED,))
    assert (second.exact, second.flags) == ("95", (Flag.IMPUTED,))


@pytest.mark.parametrize(("code", "sex", "rule"), [("K9", "total", NO_SUCH_FIGURE), ("LZB", "gap", NO_GAP_OF_SEXES)])
def test_what_cannot_be_shown_is_refused(
    journal: Journal, explanations: Explanations, code: str, sex: str, rule: Rule
) -> None:
    write(journal, a_released(load("2026-01", [90]), "a"))
    with pytest.raises(Refused, match=code) as refused:
        explanations.matrix(MINISTRY, ID, code, sex=Sex(sex))
    assert [finding.rule for finding in refused.value.findings] == [rule.code]

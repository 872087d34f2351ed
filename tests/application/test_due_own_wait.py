"""What is due of a line that waits longer than the agreement."""

from datetime import date

from application.lists.due_item import DueKind
from tests.application.lives import assessed, finally_talked
from tests.application.test_due import SETTLED, waiting
from tests.builders import (
    Happened,
    a_line,
    a_load,
    a_released,
    agreed,
    an_agreement_in_force,
    at_most,
    delivered,
    happened,
    monthly,
)


def test_what_a_line_waits_longer_for_is_expected_asked_about_and_reviewed() -> None:
    own = a_line(at_most("-2.5"), id="lzb", measure="LZB").model_copy(update={"months_waited": 3, "base_year": 2024})
    in_force = an_agreement_in_force(agreed(own))
    months = waiting(DueKind.LOAD_EXPECTED, in_force)
    assert {"2026-01", "2026-01+3"} <= months.keys()
    assert (months["2026-01+3"].due_from, "nach 3 Monaten Wartezeit" in months["2026-01+3"].says) == (
        date(2026, 5, 20),
        True,
    )
    assert "2026-12+3" not in waiting(DueKind.LOAD_EXPECTED, in_force, delivered(SETTLED))
    settled = a_load("2026-02", monthly("LZB", "2026-01", [1000, 1000]), waited=3)
    base = a_load("2024-02", monthly("LZB", "2024-01", [1000, 1000]), waited=3)
    now = a_load("2026-02", monthly("LZB", "2026-01", [1000, 1000]))
    days = [date(2026, 3, 16), date(2026, 6, 16), date(2026, 6, 17)]
    fed = [
        Happened(one.fact, day)
        for load, day in zip((now, settled, base), days, strict=True)
        for one in happened(a_released(load))
    ]
    assert waiting(DueKind.OFF_COURSE, in_force, fed)["lzb:2026-02"].due_from == date(2026, 6, 17)
    judged = (in_force, finally_talked(), assessed())
    december = a_load("2024-12", monthly("LZB", "2024-12", [1000]), waited=3)
    assert waiting(DueKind.REVIEW, *judged, a_released(SETTLED), a_released(december)).keys() == {
        "2026-12-t3",
        "2024-12-t3",
    }

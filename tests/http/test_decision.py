"""What was decided on a year, on which loads, and who signed: one address each, within the reader's rights."""

import pytest

from tests.http.conftest import SAMPLE
from tests.http.service import Running

OWN = f"/api/v1/agreements/{SAMPLE}"


def test_the_decision_names_verdicts_loads_and_what_figures_say_today(sample: Running) -> None:
    answer = sample.as_("hk-controlling").get(f"{OWN}/decision")
    found = answer.json()
    assert {one["verdict_id"]: (one["judged"], one["today"]) for one in found["verdicts"]} == {
        "2-gesamt": ("attained", "attained"),
        "2-geschlecht": ("not_attained", "not_attained"),
        "3-gesamt": ("attained", "attained"),
        "4": ("attained", "attained"),
        "5": ("attained", "attained"),
    }
    women = next(one for one in found["verdicts"] if one["verdict_id"] == "2-geschlecht")
    assert {one["delivery_id"] for one in women["loads"]} == {"ladung-2025-12-t0", "ladung-2026-12-t0"}
    assert (found["present"]["source"]["office"], found["present"]["derivation"]) == (
        "MS, Sachbearbeitung Zielsteuerung",
        [],
    )
    assert len(answer.content) < 12_000
    unchanged = sample.as_("hk-controlling").get(f"{OWN}/decision", headers={"If-None-Match": answer.headers["ETag"]})
    assert unchanged.status_code == 304


def test_before_it_was_made_there_was_no_decision(sample: Running) -> None:
    found = sample.as_("pruefung").get(f"{OWN}/decision", params={"known_at": "2026-12-31T00:00:00Z"}).json()
    assert (found["present"], found["verdicts"]) == (None, [])
    assert [one["party"] for one in found["signatures"]] == ["ni-ms", "heidekreis"]


def test_an_auditor_reads_who_signed_and_that_the_commitment_opens(sample: Running) -> None:
    found = sample.as_("pruefung").get(f"{OWN}/signatories").json()["items"]
    assert [(one["name"], one["opens"]) for one in found] == [("Dr. Christine Arbogast", True), ("Jens Grote", True)]


@pytest.mark.parametrize("person", ["ms-sachbearbeitung", "hk-controlling", "ausschuss-zv", "betrieb"])
def test_nobody_else_reads_names(sample: Running, person: str) -> None:
    answer = sample.as_(person).get(f"{OWN}/signatories")
    assert answer.status_code == 403
    assert "Arbogast" not in answer.text


def test_another_countys_decision_does_not_exist(sample: Running) -> None:
    assert sample.as_("celle-controlling").get(f"{OWN}/decision").status_code == 404

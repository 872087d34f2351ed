"""What is read can be written: labels beside enumerations are left out of what is sent, and a year's draft is data."""

from typing import Any

import pytest

from interfaces.sample.play import play
from interfaces.sample.terms import heidekreis_2026
from tests.http.conftest import SAMPLE
from tests.http.service import Running

OWN = f"/api/v1/agreements/{SAMPLE}"


def test_the_terms_that_were_read_are_the_terms_that_can_be_drafted(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    terms = client.get(f"{OWN}/terms/1").json()["item"]["terms"]
    assert "kind_label" in terms["goals"][0]
    body = {"occurred_on": "2026-01-05", "terms": terms, "reason": "Wieder gesendet, wie gelesen"}
    answer = client.post("/api/v1/agreements", json=body)
    assert (answer.status_code, answer.json()["code"]) == (409, "second-agreement"), answer.text


@pytest.mark.parametrize(
    ("extra", "fields"),
    [
        ({"reason_label": "x"}, set()),
        ({"kind_label": "x"}, {"kind_label"}),  # a label of nothing is a mistake
        ({"Reason": "x"}, {"Reason"}),
    ],
)
def test_only_labels_of_something_are_left_out(sample: Running, extra: dict[str, str], fields: set[str]) -> None:
    body = {"occurred_on": "2026-03-02", "goals": ["no-goal"], "says": "x", "reason": "x"} | extra
    tag = sample.as_("ms-sachbearbeitung").get(OWN).headers["ETag"]
    answer = sample.as_("ms-sachbearbeitung").post(f"{OWN}/acts/give-advice", json=body, headers={"If-Match": tag})
    assert {one["field"] for one in answer.json()["errors"]} == fields


def next_draft(service: Running, year: int) -> dict[str, Any]:
    answer = service.as_("ms-sachbearbeitung").get(f"{OWN}/draft", params={"year": year})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_next_years_draft_can_be_posted_as_it_is_read(service: Running) -> None:
    for number, _ in enumerate(play(service.system, service.clock, heidekreis_2026()), start=1):
        if number == 6:
            break
    found = next_draft(service, 2027)
    answer = service.as_("ms-sachbearbeitung").post("/api/v1/agreements", json=found["request"])
    assert answer.status_code == 201, answer.text
    made = service.as_("ms-sachbearbeitung").get(answer.headers["Location"]).json()
    assert (made["year"], made["status"]) == (2027, "drafted")


def test_what_must_be_decided_anew_is_data(sample: Running) -> None:
    undecided = next_draft(sample, 2027)["undecided"]
    assert all(one["id"] for one in undecided if one["about"] in {"target", "benchmark", "budget_line"})
    assert {"benchmark", "budget_line", "target", "ordinance", "assessment_window"} <= {
        one["about"] for one in undecided
    }
    assert all(one["says"] and one["clause"] for one in undecided)


def test_a_year_that_does_not_come_later_is_refused(sample: Running) -> None:
    answer = sample.as_("ms-sachbearbeitung").get(f"{OWN}/draft", params={"year": 2026})
    assert (answer.status_code, answer.json()["code"]) == (409, "year-not-later")
    assert sample.as_("ms-sachbearbeitung").get(f"{OWN}/draft").status_code == 422

"""A parameter nobody knows, or one given twice, is refused by every operation: the question would be misread."""

from typing import Any

import pytest

from tests.http.conftest import SAMPLE
from tests.http.service import Running

WITHOUT_READER = {"/sign-in/{token}"}


def reading(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(path, methods["get"]) for path, methods in document["paths"].items() if "get" in methods]


def test_every_reading_refuses_a_parameter_nobody_knows(sample: Running) -> None:
    client, wrong = sample.as_("pruefung"), []
    for path, operation in reading(sample.app.openapi()):
        address = path.replace("{agreement_id}", SAMPLE)
        if "{" in address or (
            operation.get("security") and client.get(address).status_code == 403
        ):  # others stand for the same one place
            continue
        answer = client.get(address, params={"knownAt": "2026-06-30T12:00:00Z"})
        fields = [error["field"] for error in answer.json().get("errors", ())] if answer.status_code == 422 else []
        if "query.knownAt" not in fields:
            wrong.append((path, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("query", ["known-at=2026-06-30T12:00:00Z", "knownAt=x", "aktor=nobody", "known_at=&x"])
def test_a_question_is_not_misread(sample: Running, query: str) -> None:
    assert sample.as_("pruefung").get(f"/api/v1/history?{query}").status_code == 422


def test_a_parameter_given_twice_is_refused(sample: Running) -> None:
    twice = "known_at=2026-03-01T00:00:00Z&known_at=2026-09-01T00:00:00Z"
    answer = sample.as_("pruefung").get(f"/api/v1/agreements/{SAMPLE}?{twice}")
    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "query.known_at", "says": "ist mehr als einmal angegeben"}]


def test_everything_wrong_with_a_question_is_told_at_once(sample: Running) -> None:
    answer = sample.as_("pruefung").get(f"/api/v1/agreements/{SAMPLE}/attainment?knownAt=x&detail=max&month=2026-13")
    fields = {error["field"] for error in answer.json()["errors"]}
    assert (answer.status_code, fields) == (422, {"query.knownAt", "query.detail", "query.month"})


def test_an_instant_with_a_bare_plus_is_told_how_to_write_it(sample: Running) -> None:
    """In an address a plus is a space, so that a correct instant arrives as none."""
    reader = sample.as_("pruefung")
    for language in ("de", "en"):
        asked = f"/api/v1/agreements/{SAMPLE}?known_at=2026-06-30T12:00:00+02:00"
        answer = reader.get(asked, headers={"Accept-Language": language})
        assert (answer.status_code, "%2B" in answer.json()["errors"][0]["says"]) == (422, True)
        assert reader.get(asked.replace("+", "%2B")).status_code == 200


def test_rights_come_before_parameters(sample: Running) -> None:
    with sample.client() as stranger:
        assert stranger.get("/api/v1/history?aktor=x").status_code == 401


def test_every_operation_says_that_it_may_refuse_parameters(sample: Running) -> None:
    assert [path for path, one in reading(sample.app.openapi()) if "422" not in one["responses"]] == []


@pytest.mark.parametrize("moment", ["2026-30-19T12:00:00Z", "2026-06-30T12:00:00", "x", "1.0"])
def test_a_moment_is_a_version_or_an_instant(sample: Running, moment: str) -> None:
    answer = sample.as_("pruefung").get(f"/api/v1/agreements/{SAMPLE}/difference", params={"from": moment, "to": "5"})
    says = "ist ungültig: Erwartet wird ein Stand wie 7 oder ein Zeitpunkt wie 2026-06-30T12:00:00Z"
    assert (answer.status_code, answer.json()["errors"]) == (422, [{"field": "query.from", "says": says}])


@pytest.mark.parametrize(
    ("path", "wish"),
    [
        ("webhooks", {"url": "https://fachverfahren.example.org/", "after": False}),
        ("webhooks", {"url": "https://fachverfahren.example.org/", "after": "1"}),
        (f"agreements/{SAMPLE}/acts/report-measure", {"measure_id": "x", "done": 1}),
    ],
)
def test_no_text_is_a_number_and_no_number_true(sample: Running, path: str, wish: dict[str, Any]) -> None:
    answer = sample.as_("ms-sachbearbeitung").post(f"/api/v1/{path}", json=wish, headers={"If-Match": '"1"'})
    assert answer.status_code == 422
    assert {"after", "done"} & {error["field"] for error in answer.json()["errors"]}


def test_a_whole_number_may_be_written_with_a_point(sample: Running) -> None:
    wish = b'{"url": "http://fachverfahren.example.org/", "after": 1.0}'  # refused for its address alone
    answer = sample.as_("ms-sachbearbeitung").post(
        "/api/v1/webhooks", content=wish, headers={"Content-Type": "application/json"}
    )
    assert (answer.status_code, [error["field"] for error in answer.json()["errors"]]) == (422, ["url"])


def test_what_an_address_allows_is_what_its_own_path_describes(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    assert client.options("/api/v1/figure-files/checks").headers["Allow"] == "POST"
    assert client.options("/api/v1/figure-files").headers["Allow"] == "GET, HEAD, POST"

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


def test_rights_come_before_parameters(sample: Running) -> None:
    with sample.client() as stranger:
        assert stranger.get("/api/v1/history?aktor=x").status_code == 401


def test_every_operation_says_that_it_may_refuse_parameters(sample: Running) -> None:
    assert [path for path, one in reading(sample.app.openapi()) if "422" not in one["responses"]] == []

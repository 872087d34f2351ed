"""Where machines decide there is a code: of problems and tokens, of versions behind proxies, of rates."""

import re

import pytest

from interfaces.http.identity.answers import ENGLISH, SENTENCES
from tests.http.conftest import SAMPLE
from tests.http.service import Running

OWN = f"/api/v1/agreements/{SAMPLE}"
IN_ENGLISH = {"Accept-Language": "en"}


def test_every_fault_of_a_token_is_told_in_both_languages() -> None:
    assert ENGLISH.keys() == SENTENCES.keys()
    assert [code for code, says in ENGLISH.items() if re.search('[äöüß„“”"\\\\]', says)] == []


@pytest.mark.parametrize(
    ("token", "code"), [("x", "token-malformed"), ("a.b.c", "token-malformed"), ("x" * 9_000, "token-too-large")]
)
def test_a_token_that_is_no_good_is_told_by_its_code(sample: Running, token: str, code: str) -> None:
    with sample.client({"Authorization": f"Bearer {token}"}) as client:
        answer = client.get("/api/v1/me", headers=IN_ENGLISH)
    assert (answer.status_code, answer.json()["code"], answer.json()["detail"]) == (401, code, ENGLISH[code])
    assert answer.headers["WWW-Authenticate"] == (
        f'Bearer realm="zielsteuerung", error="invalid_token", error_description="{ENGLISH[code]}"'
    )


def test_who_sends_no_token_learns_of_no_error(sample: Running) -> None:
    with sample.client() as client:
        answer = client.get("/api/v1/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "token-missing")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="zielsteuerung"'


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/api/v1/nowhere", "not-found"),
        ("/api/v1/agreements?x=1", "malformed"),
        (f"{OWN}/terms/99", "unknown-terms-version"),
    ],
)
def test_every_problem_has_a_code_beside_its_type(sample: Running, address: str, code: str) -> None:
    said = sample.as_("pruefung").get(address).json()
    assert (said["code"], said["type"]) == (code, f"/problems/{code}")


def test_every_answer_to_somebody_known_says_how_often_they_may_ask(sample: Running) -> None:
    client = sample.as_("pruefung")
    first, second = (client.get("/api/v1/me").headers["RateLimit"] for _ in range(2))
    left = [int(re.fullmatch(r'"minute";r=([0-9]+);t=[0-9]+', one)[1]) for one in (first, second)]  # type: ignore[index]
    assert left[1] < left[0]
    assert client.get("/api/v1/me").headers["RateLimit-Policy"] == '"minute";q=1000000;w=60'
    with sample.client() as stranger:
        assert "RateLimit" not in stranger.get("/health/live").headers


def test_a_tag_that_a_proxy_weakened_names_its_version(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    tag = client.get(OWN).headers["ETag"]
    advice = {"occurred_on": "2026-03-02", "goals": ["no-goal"], "says": "x"}
    for given in (tag, f"W/{tag}"):
        answer = client.post(f"{OWN}/acts/give-advice", json=advice, headers={"If-Match": given})
        assert answer.status_code == 409, answer.text  # a rule stands against it; the version was read
    assert client.get(OWN, headers={"If-None-Match": f"W/{tag}"}).status_code == 304
    assert client.post(f"{OWN}/acts/give-advice", json=advice, headers={"If-Match": f"w/{tag}"}).status_code == 400


def test_a_version_that_does_not_exist_yet_is_told_as_that(sample: Running) -> None:
    advice = {"occurred_on": "2026-03-02", "goals": ["2"], "says": "x", "reason": "spät"}
    answer = sample.as_("ms-sachbearbeitung").post(
        f"{OWN}/acts/give-advice", json=advice, headers={"If-Match": '"9999"', **IN_ENGLISH}
    )
    assert (answer.status_code, answer.json()["code"]) == (412, "version-ahead")
    assert answer.json()["detail"].startswith("There is no version 9999 yet")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"{", "The body is no valid JSON (line 1, column 2)."),
        (b"\xff", "The body is no valid JSON."),
        (b'{"a": 1, "a": 2}', "The field “a” is there twice."),
        (b'{"a": NaN}', "“NaN” is no number."),
    ],
)
def test_an_unreadable_body_is_told_in_english_without_pythons_words(sample: Running, body: bytes, says: str) -> None:
    headers = {"If-Match": '"1"', "Content-Type": "application/json", **IN_ENGLISH}
    answer = sample.as_("ms-sachbearbeitung").post(f"{OWN}/acts/give-advice", content=body, headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (422, says)

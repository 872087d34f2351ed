"""Every route, every role, own and other party: nobody gets in where he does not belong."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from domain.record import Actor, Role
from interfaces.http.access import ACCESS, OPEN
from interfaces.http.openapi import EXAMPLES
from tests.http.conftest import SAMPLE, played
from tests.http.service import EVERYBODY, OTHER_LAND, STRANGER, Running
from tests.postgres import Server
from tests.sampling import each, share, swept

FILLED = {
    "agreement_id": SAMPLE,
    "line_id": "k2",
    "version": "3",
    "number": "1",
    "measure": "K2",
    "file_id": "gibt-es-nicht",
    "kind": "dialogmappe",
    "calendar_id": "00000000-0000-4000-8000-000000000000",
    "ending": "csv",
    "secret": "A" * 43,
    "code": "malformed",
    "person_id": "p1",
    "month": "2026-03",
    "year": "2027",
    "loaded_on": "2026-04-16",
}


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield operation["operationId"], method, path, operation


def asked(client: httpx.Client, method: str, path: str, operation: dict[str, Any]) -> httpx.Response:
    address = re.sub(r"\{(\w+)\}", lambda name: FILLED.get(name[1], "unbekannt"), path)
    example = EXAMPLES.get(operation["operationId"], {}).get("example", {}).get("value")
    headers = {"If-Match": '"1"'} if method != "get" else {}
    named = {one["name"] for one in operation.get("parameters", ()) if one["required"] and one["in"] == "query"}
    parameters = {name: FILLED.get(name, "1") for name in named} | ({"wait": "0"} if "feed" in path else {})
    return client.request(method, address, json=example, headers=headers, params=parameters)


@pytest.fixture(scope="module")
def sample(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A sample of its own, since every operation is tried and some record something."""
    with played(server, tmp_path_factory.mktemp("sample")) as service:
        yield service


@pytest.fixture(scope="module")
def document(sample: Running) -> dict[str, Any]:
    with sample.client() as client:
        found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def test_every_operation_has_exactly_one_entry_in_the_table(document: dict[str, Any]) -> None:
    served = [name for name, *_ in operations(document)]
    assert len(served) == len(set(served))
    assert set(served) == set(ACCESS)


@swept
@each(EVERYBODY)
def test_each_role_gets_exactly_where_the_table_lets_it(
    sample: Running, document: dict[str, Any], place: int, actor: Actor
) -> None:
    wrong = []
    for name, method, path, operation in share(operations(document), place):
        answer = asked(sample.as_(actor.person), method, path, operation)
        turned_away = answer.status_code == 403
        if turned_away is not (ACCESS[name] is not OPEN and actor.role not in ACCESS[name]):
            wrong.append((name, answer.status_code, answer.text[:200]))
    assert wrong == []


@pytest.mark.parametrize("actor", [STRANGER, OTHER_LAND], ids=lambda actor: actor.person)
def test_for_another_county_or_land_the_agreement_does_not_exist(
    sample: Running, document: dict[str, Any], actor: Actor
) -> None:
    seen = []
    for name, method, path, operation in operations(document):
        if "{agreement_id}" in path and actor.role in ACCESS[name]:
            answer = asked(sample.as_(actor.person), method, path, operation)
            nothing = asked(
                sample.as_(actor.person), method, path.replace("{agreement_id}", "2026.4.03.03358.2"), operation
            )
            if answer.status_code not in {404, 409} or _without_id(answer) != _without_id(nothing):
                seen.append((name, answer.status_code, answer.text[:200]))
    assert seen == []


def _without_id(answer: httpx.Response) -> str:
    return re.sub(r"urn:request:[\w-]+|2026\.4\.03\.03358\.\d", "", answer.text)


def test_nothing_but_the_open_routes_answers_without_a_token(sample: Running, document: dict[str, Any]) -> None:
    with sample.client() as client:
        for name, method, path, operation in operations(document):
            answer = asked(client, method, path, operation)
            if ACCESS[name] is OPEN:
                assert (answer.status_code == 401) is (name == "sign_in"), name  # its code is no good
            else:
                assert answer.status_code == 401, name
                assert answer.headers["WWW-Authenticate"].startswith("Bearer")
                assert answer.headers["content-type"] == "application/problem+json"


def test_lists_of_another_county_are_empty(sample: Running) -> None:
    june = {"known_at": "2026-06-30T21:00:00Z"}
    for path, asking in (
        ("/api/v1/agreements", {}),
        ("/api/v1/circumstances", {}),
        ("/api/v1/due", june | {"on": "2026-06-30"}),
    ):
        assert sample.as_(STRANGER.person).get(path, params=asking).json()["items"] == []
        assert sample.as_("pruefung").get(path, params=asking).json()["items"] != []


def test_only_the_roles_of_a_party_act(sample: Running) -> None:
    acting = {role for name, roles in ACCESS.items() for role in roles if name in {"sign_agreement", "assess_finally"}}
    assert acting == {Role.LAND, Role.COUNTY}

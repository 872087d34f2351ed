"""Lists have one form: `items`, and `next`, which is the address of the next page or null."""

import gzip
import re
from typing import Any

import httpx
import pytest

from domain.record import Role
from interfaces.http.access import ACCESS
from tests.http.conftest import SAMPLE
from tests.http.service import Running

OWN = f"/api/v1/agreements/{SAMPLE}"


def described_as_list(document: dict[str, Any], operation: dict[str, Any]) -> bool:
    for content in operation["responses"].get("200", {}).get("content", {}).values():
        name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
        if "items" in document["components"]["schemas"].get(name, {}).get("properties", {}):
            return True
    return False


READERS = {Role.LAND: "ms-sachbearbeitung", Role.AUDITOR: "pruefung", Role.OPERATOR: "betrieb"}


def test_every_list_has_items_and_next(sample: Running) -> None:
    document, seen = sample.app.openapi(), 0
    for path, methods in document["paths"].items():
        operation = methods.get("get")
        if not operation or not described_as_list(document, operation) or "{event_id}" in path:
            continue
        roles = ACCESS[operation["operationId"]]
        person = next(READERS[role] for role in READERS if role in roles)
        answer = sample.as_(person).get(path.replace("{agreement_id}", SAMPLE))
        assert answer.status_code == 200, (path, answer.text)
        shown = answer.json()
        assert isinstance(shown["items"], list), path
        assert shown["next"] is None or shown["next"].startswith(f"{path.replace('{agreement_id}', SAMPLE)}?"), path
        seen += 1
    assert seen >= 18


@pytest.mark.parametrize("address", ["/api/v1/history?limit=7", f"{OWN}/history?limit=7"])
def test_next_leads_through_the_whole_list(sample: Running, address: str) -> None:
    reader = sample.as_("pruefung")
    whole = reader.get(address.replace("limit=7", "limit=500")).json()
    assert whole["next"] is None
    items: list[Any] = []
    following: str | None = address
    while following:
        page = reader.get(following).json()
        items, following = items + page["items"], page["next"]
    assert items == whole["items"]
    assert len(items) > 50


def raw(client: httpx.Client, address: str, encoding: str) -> tuple[httpx.Headers, bytes]:
    with client.stream("GET", address, headers={"Accept-Encoding": encoding}) as answer:
        return answer.headers, b"".join(answer.iter_raw())


def test_large_answers_are_small_on_the_way(sample: Running) -> None:
    client = sample.as_("pruefung")
    plain, whole = raw(client, f"{OWN}/history?limit=500", "identity")
    packed, small = raw(client, f"{OWN}/history?limit=500", "gzip")
    assert gzip.decompress(small) == whole
    assert (packed["Content-Encoding"], "Content-Encoding" in plain) == ("gzip", False)
    assert "Accept-Encoding" in packed["Vary"]
    assert len(small) * 5 < len(whole)
    assert "Content-Encoding" not in raw(client, "/api/v1/me", "gzip")[0]


def test_attainment_is_short_without_its_derivation(sample: Running) -> None:
    client = sample.as_("pruefung")
    whole, short = (client.get(f"{OWN}/attainment", params={"detail": kind}) for kind in ("derivation", "none"))
    assert client.get(f"{OWN}/attainment").json() == whole.json()
    assert len(short.content) * 4 < len(whole.content)
    left_out = {"derivation", "alone", "by_sex"}
    for shown, brief in zip(whole.json()["goals"], short.json()["goals"], strict=True):
        for line, told in zip(shown["lines"], brief["lines"], strict=True):
            assert {k: v for k, v in line.items() if k not in left_out} == {
                k: v for k, v in told.items() if k not in left_out
            }
            assert (told["derivation"], told["by_sex"]) == (None, [])
            compared = (line["derivation"] or {}).get("compared") or line["alone"] or {"rounded": None, "unit": None}
            assert (told["value"], told["value_unit"]) == (compared["rounded"], compared["unit"])
    assert {line["value"] is None for goal in short.json()["goals"] for line in goal["lines"]} == {False}
    assert client.get(f"{OWN}/attainment", params={"detail": "all"}).status_code == 422


@pytest.mark.parametrize("address", ["attainment", "attainment/k2-frauen", "explanation", "history/90/knowledge"])
def test_a_note_on_a_delivery_stands_once(sample: Running, address: str) -> None:
    answer = sample.as_("pruefung").get(f"{OWN}/{address}")
    notes = answer.json()["notes"]
    assert notes
    assert answer.text.count('"note":null') > 0
    assert len(re.findall(r'"note":"', answer.text)) == 0
    assert {*notes} <= {one["delivery_id"] for one in sample.as_("pruefung").get(f"{OWN}/figures").json()["items"]}


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"year": "2026", "land": "03", "status": "closed", "party": "heidekreis"}, 1),
        ({"year": "2027"}, 0),
        ({"land": "06"}, 0),
        ({"status": "in_force"}, 0),
        ({"party": "celle"}, 0),
    ],
)
def test_agreements_are_found_by_year_land_status_and_party(sample: Running, asked: dict[str, str], count: int) -> None:
    found = sample.as_("pruefung").get("/api/v1/agreements", params=asked).json()
    assert (len(found["items"]), found["next"]) == (count, None)
    assert sample.as_("pruefung").get("/api/v1/agreements", params={"status": "gone"}).status_code == 422


def test_what_was_due_says_by_which_knowledge(sample: Running) -> None:
    reader, past = sample.as_("pruefung"), {"on": "2026-09-01"}
    then = {"known_at": "2026-09-01T22:00:00.000000Z"}
    now_known, then_known = (reader.get("/api/v1/due", params=past | one).json() for one in ({}, then))
    assert (now_known["known_at"], then_known["known_at"]) == (None, then["known_at"])
    assert now_known["items"] != then_known["items"]


def test_an_agreement_leads_to_each_of_its_readings(sample: Running) -> None:
    reader = sample.as_("pruefung")
    links = reader.get(OWN).json()["links"]
    described = sample.app.openapi()["paths"].items()
    operations = {path.replace("{agreement_id}", SAMPLE): one["get"] for path, one in described if "get" in one}
    within = {path for path in operations if path.startswith(f"{OWN}/") or path == OWN}
    linked = {address.partition("{?")[0] for address in links.values()}
    assert within - linked == set()
    for address in links.values():
        path, _, asked = address.partition("{?")
        names = {one["name"] for one in operations[path].get("parameters", ()) if one["in"] == "query"}
        assert not asked or set(asked.rstrip("}").split(",")) == names - {"known_at"}, address
    for address in links.values():
        if "{" not in address:
            assert reader.get(address).status_code == 200, address

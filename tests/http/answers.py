"""Ask the running sample everything the description has an example for: `python -m tests.http.answers` keeps it."""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from domain.record import Role
from interfaces.http import openapi_answers
from interfaces.http.access import ACCESS, OPEN, operation_of, path_of
from interfaces.http.openapi_answers import FILE, shortened
from interfaces.sample.cast import SIGNATORIES
from interfaces.sample.play import play, scenes
from interfaces.sample.terms import heidekreis_2026
from tests import postgres
from tests.http.answers_beside import after_the_year, in_summer
from tests.http.conftest import SAMPLE
from tests.http.service import Running, running

PERSONS = {Role.LAND: "ms-sachbearbeitung", Role.COUNTY: "hk-controlling", Role.AUDITOR: "pruefung"}
PATHS = {
    "agreement_id": SAMPLE,
    "line_id": "k2-frauen",
    "version": "40",
    "number": "1",
    "delivery_id": "ladung-2026-05-t0",
    "measure": "K2",
    "name": "committee",
    "position": "40",
    "size": "101",
    "kind": "niederschrift",
}
QUERIES = {
    "compare": {"land": "03", "year": "2026"},
    "read_difference": {"from": "40", "to": "50"},
    "read_next_draft": {"year": "2027"},
    "list_due": {"on": "2026-09-01", "known_at": "2026-09-01T00:00:00Z"},
    "read_consistency": {"from": "40", "to": "101"},
    "read_proof": {"size": "101"},
    "read_attainment": {"month": "2026-06"},
}
JSON = ("application/json", "application/cloudevents-batch+json")


BESIDE = ("list_webhooks", "list_calendars", "list_figure_files")
"""Lists that are empty after the sample's life; their examples come from what may happen beside it."""
CHANGING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}"  # ids of entries
    r"|\b[0-9a-f]{16,64}\b|[A-Za-z0-9+/]{43}="  # hashes over them
    r"|\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d+\.\d+\.\d+\+[0-9a-f]+"  # instants, the software
)


def shape(value: Any) -> Any:
    """The value without what differs from one run to the next."""
    if isinstance(value, dict):
        return {CHANGING.sub("…", name): shape(one) for name, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    return CHANGING.sub("…", value) if isinstance(value, str) else value


def acted(service: Running) -> Iterator[tuple[str, Any]]:
    """The sample's whole life over the interface: each operation and its answer."""
    for person in SIGNATORIES:
        name = person.model_dump(exclude={"id"}) | {"title": person.title or None}
        yield "register_person", ok(service.as_("ms-sachbearbeitung").put(f"/api/v1/persons/{person.id}", json=name))
    tag = None
    for scene in scenes(heidekreis_2026()):
        service.clock.move_to(scene.on)
        client, body = service.as_(scene.actor.person), scene.request.model_dump(mode="json")
        address = "/api/v1/agreements"
        if tag is not None:
            address = f"{address}/{SAMPLE}/acts/{path_of(type(scene.request))}"
        answer = client.post(address, json=body, headers={"If-Match": tag} if tag else {})
        yield operation_of(type(scene.request)), ok(answer)
        tag = answer.headers["ETag"]


def ok(answer: httpx.Response) -> Any:
    assert answer.status_code in {200, 201}, (answer.request.url, answer.text)
    return answer.json()


def read(service: Running) -> Iterator[tuple[str, Any]]:
    """Every reading the sample can answer: operations and answers."""
    for path, methods in service.app.openapi()["paths"].items():
        operation = methods.get("get", {})
        if not {*JSON} & operation.get("responses", {}).get("200", {}).get("content", {}).keys():
            continue
        name = operation["operationId"]
        roles = ACCESS[name]
        person = next((PERSONS[role] for role in PERSONS if role in roles or roles is OPEN), "betrieb")
        address = re.sub(r"\{(\w+)\}", lambda found: PATHS.get(found[1], "none"), path)
        answer = service.as_(person).get(address, params=QUERIES.get(name, {}))
        if answer.status_code == 200:
            yield name, answer.json()


@contextmanager
def empty() -> Iterator[Running]:
    """The service on a database of its own."""
    with (
        postgres.throw_away_database() as database,
        tempfile.TemporaryDirectory(prefix="zielsteuerung-") as place,
        running(database, Path(place)) as service,
    ):
        yield service


def main() -> None:
    """Play, ask, and keep what was answered: the first answer of each operation, shortened.

    An answer that differs in nothing but ids, hashes and instants stays as it was.
    """
    found: dict[str, Any] = {}
    with empty() as service:
        for name, answer in acted(service):
            found.setdefault(name, shortened(answer))
    for happening in (in_summer, after_the_year):
        with empty() as service:
            for name, answer in happening(service):
                found.setdefault(name, shortened(answer))
    with empty() as service:
        for _ in play(service.system, service.clock, heidekreis_2026()):
            pass
        service.system.views.catch_up()
        without = {"read_openapi", *BESIDE}
        found |= {name: shortened(answer) for name, answer in read(service) if name not in without}
    kept = openapi_answers.answers()
    found = {name: kept[name] if shape(kept.get(name)) == shape(one) else one for name, one in sorted(found.items())}
    file = Path(openapi_answers.__file__).with_name(FILE)
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"{len(found)} answers, {file.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()

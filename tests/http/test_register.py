"""The register of persons is no weapon: its names are people's, short, and bind those who may see them."""

from time import process_time
from typing import Any

import pytest

from application.ports import Person
from interfaces.sample.cast import COUNTY, DESK
from tests.http.acting import DAY, acted, drafted, etag_of, wish
from tests.http.service import STRANGER, Running

OPERATOR = "betrieb"
NAME = {"given_name": "Jens", "family_name": "Grote"}


def entered(service: Running, person: str, by: str = COUNTY.person, **name: str) -> Any:
    return service.as_(by).put(f"/api/v1/persons/{person}", json={**NAME, **name})


@pytest.mark.parametrize(
    "name",
    [
        {"given_name": "Landkreis", "family_name": "Heidekreis"},
        {"given_name": "Heidekreis", "family_name": "Landkreis Heidekreis"},
        {"given_name": "Stadt", "family_name": "Celle"},
        {"given_name": "Nieders.", "family_name": "Sozialministerium"},
        {"given_name": "Celle", "family_name": "Controlling"},
    ],
    ids=lambda name: name["family_name"],
)
def test_offices_and_authorities_are_no_names(service: Running, name: dict[str, str]) -> None:
    answer = entered(service, "person-1", **name)
    assert (answer.status_code, answer.json()["findings"][0]["rule"]) == (409, "name-of-office")


def test_names_are_short(service: Running) -> None:
    answer = entered(service, "person-1", family_name="x" * 61)
    assert (answer.status_code, answer.json()["findings"][0]["rule"]) == (409, "name-too-long")


def test_a_name_binds_those_who_may_see_it(service: Running) -> None:
    assert entered(service, "person-1").status_code == 200
    text, register = "Auf Wunsch von Frau Grote", service.system.service.persons
    found = {actor.scope: register.named_in([text], actor.scope) for actor in (COUNTY, DESK, STRANGER)}
    assert found == {COUNTY.scope: "person-1", DESK.scope: "person-1", STRANGER.scope: None}
    agreement = drafted(service.as_(DESK.person))
    wished = wish("dialog-1").model_copy(update={"reason": text})
    answer = acted(service.as_(COUNTY.person), agreement, wished, etag_of(service.as_(COUNTY.person), agreement))
    assert answer.json()["findings"][0]["rule"] == "name-in-text"


def test_a_guess_confirms_nothing(service: Running) -> None:
    assert entered(service, "person-1").status_code == 200
    right, wrong = (entered(service, "person-1", by=STRANGER.person, **name) for name in (NAME, {"given_name": "Ida"}))
    assert right.status_code == wrong.status_code == 409
    assert right.json()["findings"] == wrong.json()["findings"]
    assert entered(service, "person-1").status_code == 200


def test_the_operator_sees_who_entered_whom_and_who_blocks_a_text(service: Running) -> None:
    entered(service, "person-1")
    entered(service, "person-2", by=STRANGER.person, given_name="Ida", family_name="Winter")
    operator = service.as_(OPERATOR)
    listed = operator.get("/api/v1/persons").json()["items"]
    assert [(one["id"], one["registered_by"], one["scope"]) for one in listed] == [
        ("person-1", COUNTY.person, COUNTY.scope),
        ("person-2", STRANGER.person, STRANGER.scope),
    ]
    [blocking] = operator.get("/api/v1/persons", params={"named_in": "Gespräch mit Ida Winter"}).json()["items"]
    assert blocking["id"] == "person-2"
    assert service.as_(DESK.person).get("/api/v1/persons").status_code == 403
    lines = service.security_log.read_text()
    assert lines.count('"person-registered"') == 2
    assert "Grote" not in lines


def test_erasing_takes_along_forms_that_name_the_person(service: Running) -> None:
    entered(service, "person-1")
    drafted(service.as_(DESK.person))
    forms = service.system.unfinished
    forms.keep(DESK.person, "names", {"measures": [{"reason": "Auf Wunsch von Frau Grote"}]})
    forms.keep(DESK.person, "does not", {"reason": "Auf Wunsch des Landes"})
    asked = {"occurred_on": DAY.isoformat(), "person": "person-1", "reason": "Löschung beantragt"}
    assert service.as_(OPERATOR).post("/api/v1/erasures", json=asked).status_code == 201
    assert forms.find(DESK.person, "names") is None
    assert forms.find(DESK.person, "does not")


def test_a_name_from_before_that_is_far_too_long_can_be_erased(service: Running) -> None:
    drafted(service.as_(DESK.person))
    person = Person(id="person-9", given_name="Kim", family_name="Brng" * 1000)
    service.system.service.persons.register(person)
    started = process_time()
    asked = {"occurred_on": DAY.isoformat(), "person": "person-9", "reason": "Löschung beantragt"}
    answer = service.as_(OPERATOR).post("/api/v1/erasures", json=asked)
    assert answer.status_code == 201, answer.text
    assert process_time() - started < 10

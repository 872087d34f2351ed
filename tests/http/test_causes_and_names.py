"""What an entry says of where it comes from: the caller's trace, its cause, and nobody's name."""

from tests.http.service import Running
from tests.http.test_conventions import AUDITOR, DRAFT, HOME, LAND, drafted, proposed


def test_the_callers_trace_enters_the_record_bounded(service: Running) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    drafted(service, **{"Request-Id": "kreis-4711", "traceparent": f"00-{trace}-00f067aa0ba902b7-01"})
    (entry,) = service.as_(AUDITOR).get(f"{HOME}/history").json()["items"]
    assert entry["request_id"] == "kreis-4711"
    assert entry["correlation_id"].replace("-", "") == trace
    tag = '"1"'
    proposed(service, tag, **{"Request-Id": "x" * 500, "traceparent": "00-" + "0" * 32 + "-00f067aa0ba902b7-01"})
    entry = service.as_(AUDITOR).get(f"{HOME}/history").json()["items"][1]
    assert entry["request_id"] is None
    assert entry["correlation_id"].replace("-", "") != "0" * 32


def test_what_led_to_an_entry_is_read_back_and_keeps_its_conversation(service: Running) -> None:
    drafted(service)
    answer = proposed(service, '"1"', traceparent="00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    chain = service.as_(AUDITOR).get(f"/api/v1/history/causes/{answer.json()['event_id']}").json()["items"]
    assert [entry["type"] for entry in chain] == ["AgreementDrafted", "TargetProposed"]
    assert chain[1]["causation_id"] == chain[0]["event_id"]
    assert chain[1]["correlation_id"] == chain[0]["correlation_id"]


def test_no_header_carries_a_name_into_the_record(service: Running) -> None:
    operator = service.as_("betrieb")
    assert operator.put("/api/v1/persons/p-2", json={"given_name": "Erika", "family_name": "Zufall"}).status_code == 200
    erasure = {"person": "p-2", "reason": "Frist abgelaufen", "occurred_on": "2026-01-12"}
    keys = ("Erika-Zufall", "zufallerika", "EZufall")
    ids = ("Erika.Zufall", "zufall/7", "Zufallx")
    for headers in (*({"Idempotency-Key": key} for key in keys), *({"Request-Id": id} for id in ids)):
        answer = operator.post("/api/v1/erasures", json=erasure, headers=headers)
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/name-in-text")
    assert service.system.journal.head() == 0
    assert operator.post("/api/v1/erasures", json=erasure, headers={"Request-Id": "kreis-7"}).status_code == 201


def test_the_operator_is_told_where_a_name_was_written_before(service: Running) -> None:
    wish = DRAFT | {"reason": "Auf Bitten von Frau Zufall"}
    assert service.as_(LAND).post("/api/v1/agreements", json=wish).status_code == 201
    name = {"given_name": "Erika", "family_name": "Zufall"}
    told = service.as_("betrieb").put("/api/v1/persons/p-2", json=name).json()["findings"]
    assert [(one["rule"], one["values"]) for one in told] == [("name-remains", {"person": "p-2", "positions": "1"})]
    entered = service.as_(LAND).put("/api/v1/persons/p-3", json=name)
    assert (entered.status_code, entered.json()["findings"]) == (200, [])
    refused = service.as_(LAND).put("/api/v1/persons/p-2", json=name)
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/person-id-taken")
    assert [(one["rule"], one["values"]) for one in refused.json()["findings"]] == [
        ("person-id-taken", {"person": "p-2"})
    ]

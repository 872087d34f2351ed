"""Readings as known at instants far from today: before there were time zones, in other zones, at the end of years."""

import json
import re
from typing import Any

import pytest

from tests.http.answers import PATHS, QUERIES
from tests.http.conftest import SAMPLE
from tests.http.service import Running

BESIDE = {"ending": "csv", "secret": "x"}
ASKED = QUERIES | {
    "export_comparison": {"land": "03", "year": "2026"},
    "export_papers": {"year": "2026"},
    "read_figure_template": {"month": "2026-03", "loaded_on": "2026-04-16"},
}
FAR = (
    "0001-01-01T00:00:00Z",
    "1892-01-01T00:00:00Z",  # by the sun
    "1945-06-01T00:00:00Z",  # double summer time
    "9999-12-31T23:59:59.999999Z",
)


def known(document: dict[str, Any]) -> dict[str, str]:
    """The address of every reading that takes an instant, by operation."""
    return {
        methods["get"]["operationId"]: re.sub(r"\{(\w+)\}", lambda found: (PATHS | BESIDE)[found[1]], path)
        for path, methods in document["paths"].items()
        if any(one["name"] == "known_at" for one in methods.get("get", {}).get("parameters", ()))
    }


@pytest.mark.parametrize("instant", FAR)
def test_no_instant_is_too_far(sample: Running, instant: str) -> None:
    addresses = known(sample.app.openapi())
    assert len(addresses) > 30
    wrong = {}
    for operation, address in addresses.items():
        client = sample.as_("pruefung" if operation in {"read_signatories", "read_report"} else "ms-sachbearbeitung")
        answer = client.get(address, params=ASKED.get(operation, {}) | {"known_at": instant})
        if answer.status_code not in {200, 404, 409}:
            wrong[operation] = answer.text[:200]
    assert wrong == {}


@pytest.mark.parametrize(("kind", "far"), [("date-time", FAR), ("date", ("0001-01-01", "9999-12-31"))])
def test_no_other_instant_or_day_that_can_be_asked_for_is_too_far(
    sample: Running, kind: str, far: tuple[str, ...]
) -> None:
    wrong, asked = {}, 0
    for path, methods in sample.app.openapi()["paths"].items():
        get = methods.get("get", {})
        for name in (one["name"] for one in get.get("parameters", ()) if f'"{kind}"' in json.dumps(one["schema"])):
            address = re.sub(r"\{(\w+)\}", lambda found: (PATHS | BESIDE).get(found[1], "1"), path)
            for value in far if name != "known_at" else ():
                client = sample.as_("pruefung")
                answer = client.get(address, params=ASKED.get(get["operationId"], {}) | {name: value})
                asked += 1
                if answer.status_code >= 500:
                    wrong[get["operationId"], name, value] = answer.text[:200]
    assert asked > 5
    assert wrong == {}


@pytest.mark.parametrize("day", ["9998-12-31", "9999-12-31", "0001-01-01"])
def test_no_day_of_a_calendar_is_too_far(sample: Running, day: str) -> None:
    answer = sample.as_("ms-sachbearbeitung").get(f"/api/v1/due.ics?on={day}")
    assert (answer.status_code, answer.text.startswith("BEGIN:VCALENDAR")) == (200, True)


def test_a_table_says_a_far_instant_by_the_zone_of_the_world(sample: Running) -> None:
    client = sample.as_("ms-sachbearbeitung")
    far, near = (
        client.get(f"/api/v1/agreements/{SAMPLE}/attainment.csv?month=2026-06&known_at={at}").text
        for at in (FAR[-1], "2027-06-01T12:00:00Z")
    )
    assert "31.12.9999, 23:59 Uhr UTC" in far
    assert "01.06.2027, 14:00 Uhr MESZ" in near

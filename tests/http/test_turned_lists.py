"""Lists over HTTP: turned by the place of the last row, and not sent again to whom knows them."""

import pytest

from application.comparison.rows import COMPARISON as COMPARISON_VIEW
from application.lists.stored_view import OVERVIEW
from tests.http.acting import DAY, acted, body, drafted, etag_of, wish
from tests.http.conftest import SAMPLE
from tests.http.service import Running

COMPARISON = "/api/v1/comparison?land=03&year=2026"
PATHS = ("/api/v1/agreements", "/api/v1/due?on=2026-06-30", "/api/v1/circumstances", "/api/v1/figure-files")

OF_ONE = tuple(f"/api/v1/agreements/{SAMPLE}/{part}" for part in ("figures", "history"))


@pytest.mark.parametrize("path", [*PATHS, *OF_ONE])
def test_pages_one_by_one_are_the_whole_list(sample: Running, path: str) -> None:
    reader = sample.as_("pruefung")
    answer = reader.get(path, params={"known_at": "2026-09-01T00:00:00Z"})
    whole = answer.json()["items"]
    turned, address = [], reader.get(path, params={"known_at": "2026-09-01T00:00:00Z", "limit": "1"})
    while "next" in address.links:
        turned += address.json()["items"]
        address = reader.get(address.links["next"]["url"])
    assert turned + address.json()["items"] == whole
    assert len(whole) > 1 or path not in OF_ONE


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("rest", ["_", "-", "AAA", "gICA", "zz z"])
def test_a_page_that_nobody_was_told_of_is_none(sample: Running, path: str, rest: str) -> None:
    assert sample.as_("pruefung").get(path, params={"cursor": f"5-{rest}"}).status_code in {200, 404, 422}
    assert sample.as_("pruefung").get(path, params={"cursor": f"999999-{rest}"}).status_code in {404, 422}


def test_a_list_that_is_known_is_not_sent_again_until_something_is_recorded(service: Running) -> None:
    land, county = service.as_("ms-sachbearbeitung"), service.as_("hk-controlling")
    agreement = drafted(land)
    service.system.views.catch_up()
    tags = {}
    for path in PATHS[:3]:
        first = land.get(path)
        tags[path] = first.headers["ETag"]
        again = land.get(path, headers={"If-None-Match": tags[path]})
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tags[path])
        others = county.get(path, headers={"If-None-Match": tags[path]})
        assert others.status_code == 200, "what another reader knows"
    assert land.get(f"{PATHS[0]}?limit=1", headers={"If-None-Match": tags[PATHS[0]]}).status_code == 200
    assert acted(county, agreement, wish("d1", DAY), etag_of(county, agreement)).status_code == 201
    service.system.views.catch_up()
    assert body(wish("d1", DAY))["dialog_id"] in land.get(PATHS[1]).text
    for path in PATHS[:3]:
        assert land.get(path, headers={"If-None-Match": tags[path]}).status_code == 200


def test_a_list_that_is_known_is_sent_again_once_its_rows_were_formed_anew(service: Running) -> None:
    land, views = service.as_("ms-sachbearbeitung"), service.system.views
    drafted(land)
    views.catch_up()
    for path in (*PATHS[:3], COMPARISON):
        tag = land.get(path).headers["ETag"]
        assert land.get(path, headers={"If-None-Match": tag}).status_code == 304
        views.rebuild(COMPARISON_VIEW if path == COMPARISON else OVERVIEW)
        assert land.get(path, headers={"If-None-Match": tag}).status_code == 200


def test_a_comparison_of_one_measure_is_that_part_of_the_whole(sample: Running) -> None:
    reader = sample.as_("pruefung")
    whole = reader.get(COMPARISON).json()
    measures = {figure["key"]["measure"] for figure in whole["figures"]}
    assert len(measures) > 1
    for measure in measures:
        part = reader.get(COMPARISON, params={"land": "03", "year": "2026", "measure": measure}).json()
        assert part == whole | {"figures": [one for one in whole["figures"] if one["key"]["measure"] == measure]}
    nothing = reader.get(COMPARISON, params={"land": "03", "year": "2026", "measure": "K9"}).json()
    assert nothing == whole | {"figures": []}

"""What is remembered of a reading is never shown for another version, to another reader, or of another time."""

import pytest

from application.history import pages
from application.history.entry import Background, HistoryEntry, Records, entry
from domain.record import Record
from interfaces.sample.cast import COUNTY, DESK, READER
from tests.http.acting import AGREEMENTS, acted, drafted, etag_of, history, wish
from tests.http.conftest import SAMPLE
from tests.http.service import STRANGER, Running


def test_a_reading_is_the_same_until_the_agreement_changes(service: Running) -> None:
    agreement = drafted(service.as_(DESK.person))
    address, reader = f"{AGREEMENTS}/{agreement}/attainment", service.as_(READER.person)
    (began,) = history(reader, agreement)
    first, again = reader.get(address), reader.get(address)
    assert (first.status_code, first.content, first.headers["ETag"]) == (200, again.content, again.headers["ETag"])
    assert first.headers["Request-Id"] != again.headers["Request-Id"]
    assert reader.get(address, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304

    acted(service.as_(COUNTY.person), agreement, wish("dialog-1"), etag_of(reader, agreement)).raise_for_status()
    changed = reader.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert changed.headers["ETag"] != first.headers["ETag"]
    assert reader.get(address, params={"month": "2026-01"}).json()["month"] == "2026-01"
    earlier = reader.get(address, params={"known_at": began["recorded_at"]}).json()
    assert earlier == first.json() | {"known_at": began["recorded_at"]}


def test_what_one_has_read_is_nothing_for_who_may_not_read_it(service: Running) -> None:
    agreement = drafted(service.as_(DESK.person))
    address = f"{AGREEMENTS}/{agreement}/attainment"
    etag = service.as_(READER.person).get(address).headers["ETag"]
    answer = service.as_(STRANGER.person).get(address, headers={"If-None-Match": etag})
    assert answer.status_code == 404


def test_of_a_history_only_what_is_shown_is_formed(sample: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, address, formed = sample.as_(READER.person), f"{AGREEMENTS}/{SAMPLE}/history", list[int]()
    whole = reader.get(address, params={"limit": 500}).json()["items"]

    def noted(record: Record, before: Background, find: Records) -> HistoryEntry:
        formed.append(record.version)
        return entry(record, before, find)

    monkeypatch.setattr(pages, "entry", noted)
    one = reader.get(f"{address}/50")
    assert (one.json(), formed) == (whole[49], [50])
    assert reader.get(f"{address}/50", headers={"If-None-Match": one.headers["ETag"]}).status_code == 304
    assert formed == [50]
    part = reader.get(address, params={"after": whole[59]["position"], "limit": 3})
    assert (part.json()["items"], formed) == (whole[60:63], [50, 61, 62, 63])
    known = reader.get(part.url, headers={"If-None-Match": part.headers["ETag"]})
    assert (known.status_code, known.headers["Link"]) == (304, part.headers["Link"])
    assert formed == [50, 61, 62, 63]


def test_parts_that_are_known_are_not_formed_again_and_what_is_refused_stays_refused(sample: Running) -> None:
    reader, address = sample.as_(READER.person), f"{AGREEMENTS}/{SAMPLE}"
    for part in ("figures", "dialogs", "explanation", "matrix/K2"):
        tag = reader.get(f"{address}/{part}").headers["ETag"]
        known = reader.get(f"{address}/{part}", headers={"If-None-Match": tag})
        assert (known.status_code, known.content) == (304, b"")
        for unknown in (f"{address}/matrix/K9", f"{address}/matrix/INT?sex=gap", f"{address}x/{part}"):
            asked = reader.get(unknown, headers={"If-None-Match": tag})
            assert asked.status_code == reader.get(unknown).status_code >= 400

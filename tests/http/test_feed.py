"""The feed in batches: everything the reader may see, in order, without gap, and at once when it is recorded."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from inspect import getdoc
from pathlib import Path
from time import monotonic

import httpx
import psycopg
import pytest

from domain.values import instant_text
from infrastructure.fact_schemas import CATALOGUE
from interfaces.http.settings import HttpSettings
from interfaces.sample.cast import COMMITTEE, COUNTY, DESK, READER
from tests.http.events import FEED, a_life, batch, log_of, positions, read_to, written
from tests.http.service import OTHER_LAND, STRANGER, Running, running
from tests.infrastructure.drafts import a_draft
from tests.infrastructure.following_views import until
from tests.postgres import Database
from tests.test_project import ROOT

OWN = "2026.4.03.03358.1"
CELLE = ("celle", "03351")
IMPATIENT = HttpSettings(poll_seconds=0.3)
CROWDED = HttpSettings(poll_seconds=55, readers_per_person=100, readers_per_party=100)


def test_each_entry_is_a_cloud_event_with_the_entry_of_the_history_as_data(service: Running) -> None:
    written(service.system.journal, a_life(notes=1))
    land = service.as_(DESK.person)
    first, second = batch(land)
    entry = land.get(f"/api/v1/agreements/{OWN}/history/2").json()
    assert second == {
        "specversion": "1.0",
        "id": entry["event_id"],
        "source": f"/api/v1/agreements/{OWN}",
        "type": "de.zielsteuerung.CircumstanceNoted.v1",
        "subject": OWN,
        "time": entry["recorded_at"],
        "datacontenttype": "application/json",
        "sequence": "0000000000000002",
        "correlationid": entry["correlation_id"],
        "data": entry,
    }
    assert first["type"] == "de.zielsteuerung.AgreementDrafted.v4"


def test_following_the_link_gives_every_entry_once_and_in_order(service: Running) -> None:
    for number in range(5):
        written(service.system.journal, a_life(f"kreis-{number}", notes=number))
    land, found, address = service.as_(DESK.person), [], f"{FEED}?limit=4"
    while (answer := land.get(address)).json():
        found += [event["id"] for event in answer.json()]
        address = answer.links["next"]["url"]
    assert found == log_of(service.system.journal)
    assert read_to(answer) == len(found) == 15


def test_a_county_reads_its_own_agreements_alone_and_gets_past_the_others(service: Running) -> None:
    journal = service.system.journal
    written(journal, a_life())
    written(journal, a_life(*CELLE))
    written(journal, a_life("heidekreis", notes=3)[3:])
    written(journal, [a_draft("register.persons")])
    county, stranger = service.as_(COUNTY.person), service.as_(STRANGER.person)
    assert positions(batch(county)) == [1, 2, 3, 7]
    assert positions(batch(county, limit=3)) == [1, 2, 3]
    assert positions(batch(stranger, limit=1)) == [4]
    behind = stranger.get(FEED, params={"after": 6})
    assert (behind.json(), read_to(behind)) == ([], 8)
    assert positions(batch(service.as_(COMMITTEE.person))) == [1, 2, 3, 4, 5, 6, 7]
    assert batch(service.as_(OTHER_LAND.person)) == []


def test_what_belongs_to_no_agreement_only_an_auditor_of_everything_reads(service: Running) -> None:
    written(service.system.journal, [a_draft("register.persons")])
    (event,) = batch(service.as_(READER.person))
    assert (event["source"], event["subject"]) == ("urn:zielsteuerung:register.persons", "register.persons")
    assert batch(service.as_(DESK.person)) == []


def test_many_entries_hidden_from_a_reader_take_no_more_requests_than_one(service: Running) -> None:
    journal = service.system.journal
    journal.append(a_life(*CELLE, notes=300), now=service.clock())
    written(journal, a_life())
    county = service.as_(COUNTY.person)
    answer = county.get(FEED, params={"limit": 2})
    assert (positions(answer.json()), read_to(answer)) == ([302, 303], 303)
    answer = county.get(FEED, params={"after": 303})
    assert (positions(answer.json()), read_to(answer)) == ([304], 304)
    assert positions(batch(service.as_(STRANGER.person), after=299, wait=20)) == [300, 301]


def test_known_at_shows_the_feed_as_it_could_be_read_then(service: Running) -> None:
    journal = service.system.journal
    written(journal, a_life())
    then = instant_text(journal.log()[1].recorded_at)
    land = service.as_(DESK.person)
    answer = land.get(FEED, params={"known_at": then, "wait": 20})
    assert positions(answer.json()) == [1, 2]
    assert batch(land, known_at=then, after=2, wait=20) == []


def test_who_stands_beyond_the_end_of_the_log_is_told(service: Running) -> None:
    written(service.system.journal, a_life())
    land = service.as_(DESK.person)
    assert batch(land, after=3) == []
    answer = land.get(FEED, params={"after": 4})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/position-ahead")


def test_a_waiting_reader_is_answered_as_soon_as_something_is_recorded(service: Running) -> None:
    land, journal = service.as_(DESK.person), service.system.journal
    with ThreadPoolExecutor(1) as threads:
        for position in (1, 2, 3):
            begun = monotonic()
            answer = threads.submit(batch, land, after=position - 1, wait=25)
            until(lambda: service.app.state.waiting.readers == 1)
            written(journal, a_life(notes=2)[position - 1 : position])
            assert positions(answer.result()) == [position]
            assert monotonic() - begun < 5


def test_what_is_hidden_from_a_waiting_reader_does_not_end_his_waiting(service: Running) -> None:
    journal, county = service.system.journal, service.as_(COUNTY.person)
    with ThreadPoolExecutor(1) as threads:
        answer = threads.submit(batch, county, wait=25)
        until(lambda: service.app.state.waiting.readers == 1)
        written(journal, a_life(*CELLE))
        written(journal, a_life(notes=0))
        assert positions(answer.result()) == [4]


def test_nothing_new_is_an_empty_batch_when_the_time_is_up(database: Database, tmp_path: Path) -> None:
    with running(database, tmp_path, IMPATIENT) as service:
        written(service.system.journal, a_life())
        begun = monotonic()
        answer = service.as_(DESK.person).get(FEED, params={"after": 3, "wait": 30})
        assert (answer.json(), read_to(answer)) == ([], 3)
        assert 0.3 <= monotonic() - begun < 5


async def _all_wait(service: Running, readers: int) -> list[int]:
    headers = {"Authorization": f"Bearer {service.issuer.token(DESK.person)}"}
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=service.base, headers=headers, timeout=60, limits=limits) as client:
        waiting = [asyncio.create_task(client.get(FEED, params={"wait": 55})) for _ in range(readers)]
        async with asyncio.timeout(30):
            while service.app.state.waiting.readers < readers:
                await asyncio.wait(waiting, timeout=0.05)
                assert [task.result().text for task in waiting if task.done()] == []
        begun = monotonic()
        for _ in range(3):
            assert (await client.get("/api/v1/agreements")).status_code == 200
        assert not any(task.done() for task in waiting)
        service.system.journal.append(a_life(notes=0), now=service.clock())
        answers = await asyncio.gather(*waiting)
        assert monotonic() - begun < 10
        return [len(answer.json()) for answer in answers]


@pytest.mark.long
def test_a_hundred_waiting_readers_keep_nobody_else_from_being_served(database: Database, tmp_path: Path) -> None:
    with running(database, tmp_path, CROWDED) as service:
        assert asyncio.run(_all_wait(service, 100)) == [1] * 100


def test_after_its_connection_for_news_was_cut_the_service_hears_again(service: Running, database: Database) -> None:
    land, journal = service.as_(DESK.person), service.system.journal
    cut = (
        "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
        " WHERE datname = current_database() AND query IN ('LISTEN stored_events', 'SELECT 1')"
    )
    with ThreadPoolExecutor(1) as threads, psycopg.connect(database.superuser_url, autocommit=True) as connection:
        begun = monotonic()
        answer = threads.submit(batch, land, wait=25)
        until(lambda: service.app.state.waiting.readers == 1)
        found = connection.execute(cut).fetchone()
        assert found is not None
        assert found[0] >= 1
        written(journal, a_life(notes=0))
        assert positions(answer.result()) == [1]
        answer = threads.submit(batch, land, after=1, wait=25)
        written(journal, a_life("celle"))
        assert positions(answer.result())[0] == 2
        assert monotonic() - begun < 15


def test_the_guide_to_the_feed_names_every_fact() -> None:
    guide = (ROOT / "docs/feed.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([A-Z][A-Za-z]+)` \| (.+) \|$", guide, re.MULTILINE))
    assert told == {name: str(getdoc(fact)).partition("\n")[0] for name, fact in CATALOGUE.facts.items()}


def test_the_feed_says_in_which_language_it_is(sample: Running) -> None:
    for language, title in (("de", "Vereinbarung entworfen"), ("en", "Agreement drafted")):
        answer = sample.as_("pruefung").get("/api/v1/feed", params={"limit": 1}, headers={"Accept-Language": language})
        assert answer.json()[0]["data"]["title"] == title
        assert answer.headers["Content-Language"] == language
        assert "Accept-Language" in answer.headers["Vary"]

"""Every page, every role, own and foreign agreement: a page for whom the table names, nothing for anybody else."""

import re
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute

from application.acting.permissions import PERMITTED
from domain.record import Actor
from interfaces.http.access import path_of
from interfaces.web.access import OPEN, PAGES
from interfaces.web.install import routers
from interfaces.web.offered import BY_PATH
from tests.http.conftest import SAMPLE
from tests.http.service import EVERYBODY, OTHER_LAND, STRANGER, Running
from tests.sampling import each, share, some, swept
from tests.web.conftest import Visiting

FILLED = {
    "agreement_id": SAMPLE,
    "line_id": "k2",
    "measure": "K2",
    "version": "3",
    "file_id": "gibt-es-nicht",
    "name": "late",
    "act": "report-step",
    "digest": "0",
    "kind": "dialogmappe",
    "ending": "csv",
    "delivery_id": "ladung-2026-12-t0",
    "paper_format": "pdf",
    "calendar_id": "00000000-0000-4000-8000-000000000000",
}
NOT_THERE = {
    *("page_file", "page_to_provider", "page_from_provider"),
    *("page_requirements_data", "page_requirements_matrix"),
}
"""Pages about something the sample does not have: a file, a provider, the requirements document."""


def pages(*methods: str) -> Iterator[tuple[str, str]]:
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.methods and route.methods & set(methods):
                yield str(route.operation_id), re.sub(r"\{(\w+)\}", lambda name: FILLED[name[1]], route.path)


def test_every_page_stands_in_the_table_once() -> None:
    served = [name for name, _ in pages("GET", "POST")]
    assert sorted(served) == sorted(PAGES)


@swept
@each(EVERYBODY)
def test_each_role_gets_exactly_the_pages_the_table_names(
    sample: Running, visiting: Visiting, place: int, actor: Actor
) -> None:
    browser, wrong = visiting(sample, actor.person), []
    for name, path in share(pages("GET"), place):
        roles, foreign = PAGES[name], SAMPLE in path and actor in {STRANGER, OTHER_LAND}
        allowed = roles is OPEN or actor.role in roles
        status = browser.get(path).status_code
        act_not_theirs = name == "page_act" and actor.role != "county"
        nothing = not allowed or foreign or name in NOT_THERE or act_not_theirs or name == "page_asset"
        fits = status in {403, 404} if name == "page_whole_bundle" and not allowed else (status == 404) is nothing
        if name == "page_whole_bundle" and allowed:
            fits = status == (200 if actor.role == "auditor" else 403)
        if not fits:
            wrong.append((name, path, status))
    assert wrong == []


@swept
@each(EVERYBODY)
def test_nobody_posts_what_they_do_not_see(sample: Running, visiting: Visiting, place: int, actor: Actor) -> None:
    browser = visiting(sample, actor.person)
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert token
    head, wrong = sample.system.journal.head(), []
    for name, path in share(pages("POST"), place):
        if actor.role not in PAGES[name] and PAGES[name] is not OPEN:
            status = browser.post(path, data={"csrf": token[1], "schritt": "festhalten"}).status_code
            if status != 404:
                wrong.append((name, status))
    assert wrong == []
    assert sample.system.journal.head() == head


@swept
@each(EVERYBODY)
def test_the_form_of_each_act_is_there_for_whom_its_rule_permits_and_nobody_else_posts_it(
    sample: Running, visiting: Visiting, place: int, actor: Actor
) -> None:
    browser, head, wrong = visiting(sample, actor.person), sample.system.journal.head(), []
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert token
    for act in share(BY_PATH.values(), place):
        address = f"/vereinbarungen/{SAMPLE}/handlungen/{path_of(act)}"
        theirs = actor.role in PERMITTED[act] and actor not in {STRANGER, OTHER_LAND}
        found = [browser.get(address).status_code == 200]
        if not theirs:
            found.append(browser.post(address, data={"csrf": token[1], "schritt": "festhalten"}).status_code != 404)
        if any(one is not theirs for one in found):
            wrong.append((path_of(act), found))
    assert wrong == []
    assert sample.system.journal.head() == head


@swept
@pytest.mark.parametrize("actor", [STRANGER, OTHER_LAND], ids=lambda actor: actor.person)
def test_nobody_posts_to_the_agreement_of_others(sample: Running, visiting: Visiting, actor: Actor) -> None:
    browser, head = visiting(sample, actor.person), sample.system.journal.head()
    token = re.search(r'name="csrf" value="([0-9a-f]+)"', browser.get("/").text)
    assert token
    own = [act for act in BY_PATH.values() if actor.role in PERMITTED[act]]
    for path in (f"/vereinbarungen/{SAMPLE}/handlungen/{path_of(act)}" for act in some(own, 8)):
        for step in ("pruefen", "festhalten", "merken"):
            assert browser.post(path, data={"csrf": token[1], "schritt": step}).status_code == 404, path
    assert sample.system.journal.head() == head


def test_without_a_session_every_page_but_the_open_ones_asks_to_sign_in(sample: Running) -> None:
    with sample.client({"Accept": "text/html"}, follow_redirects=False) as browser:
        for name, path in pages("GET"):
            answer = browser.get(path)
            if PAGES[name] is not OPEN:
                assert (answer.status_code, answer.headers["location"][:9]) == (303, "/anmelden"), name


def test_addresses_that_do_not_exist_are_a_page_for_people_and_a_problem_for_programs(sample: Running) -> None:
    with sample.client({"Accept": "text/html"}) as browser, sample.client() as program:
        assert "text/html" in browser.get("/gibt/es/nicht").headers["content-type"]
        assert "problem+json" in program.get("/gibt/es/nicht").headers["content-type"]
        assert "problem+json" in browser.get("/api/v1/gibt-es-nicht").headers["content-type"]

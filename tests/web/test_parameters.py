"""What an address asks of a page is meant as said or refused: nothing unknown is taken for everything."""

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from interfaces.web.access import PAGES
from interfaces.web.history import _ASKED
from interfaces.web.install import routers
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.web.browsing import said
from tests.web.conftest import Visiting
from tests.web.test_access import NOT_THERE, pages

NONSENSE = "zz"
TEXT = {
    *("suche", "ziel", "klausel", "weiter", "grund", "code", "state", "zu", "ort"),
    *("festgehalten", "gewechselt"),
}
"""Free text: what is looked for, the name of something, where to go on, and what the page itself added."""
FALLS_BACK = {"kennzahl": "Die gewählte Kennzahl wird hier nicht verglichen"}
"""Choices that a change of another one can make void: the page says that it shows another."""
NEEDED = {"page_comparison_table": {"land": "03", "jahr": "2026"}}


def asked_by(dependant: Dependant) -> Iterator[str]:
    """The parameters of a page, and of what it depends on."""
    yield from (one.alias for one in dependant.query_params)
    for below in dependant.dependencies:
        yield from asked_by(below)


def parameters() -> set[tuple[str, str]]:
    """Every page of the sample with every parameter that is no free text."""
    return {(page, name) for page, name in in_addresses() if page not in NOT_THERE and name not in TEXT}


def in_addresses() -> Iterator[tuple[str, str]]:
    """Every page that is read, with every parameter in its address."""
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute) and "GET" in (route.methods or ()) and str(route.operation_id) in PAGES:
                for name in asked_by(route.dependant):
                    yield str(route.operation_id), name
    for name in _ASKED:
        yield from ((page, name) for page in ("page_history", "page_all_history", "page_history_export"))


@pytest.mark.parametrize(("page", "parameter"), sorted(parameters()))
def test_what_is_unknown_is_refused(sample: Running, visiting: Visiting, page: str, parameter: str) -> None:
    person = next(who for who in ("pruefung", "ms-sachbearbeitung", "hk-controlling") if allowed(who, page))
    asked = NEEDED.get(page, {}) | {parameter: NONSENSE}
    answer = visiting(sample, person).get(dict(pages("GET"))[page], params=asked)
    if parameter in FALLS_BACK:
        assert FALLS_BACK[parameter] in said(answer)
    else:
        assert answer.status_code in {400, 404, 422}, (page, parameter, answer.status_code, said(answer)[:300])


def allowed(person: str, page: str) -> bool:
    role = {"pruefung": "auditor", "ms-sachbearbeitung": "land", "hk-controlling": "county"}[person]
    return role in PAGES[page]


def test_an_unknown_role_is_not_everybody(sample: Running, visiting: Visiting) -> None:
    browser = visiting(sample, "pruefung")
    for address in ("/faelliges", "/faelliges.ics", "/faelliges.csv", f"/vereinbarungen/{SAMPLE}/verlauf"):
        answer = browser.get(address, params={"rolle": NONSENSE})
        assert answer.status_code == 422, address
        assert f"Eine Rolle „{NONSENSE}“ gibt es nicht" in said(answer)
        assert browser.get(address, params={"rolle": "county"}).status_code == 200


@pytest.mark.parametrize("parameter", ["ziel", "klausel"])
def test_what_is_looked_for_and_not_there_brings_nothing(sample: Running, visiting: Visiting, parameter: str) -> None:
    address = f"/vereinbarungen/{SAMPLE}/verlauf"
    browser = visiting(sample, "pruefung")
    assert f'href="{address}/' in browser.get(address).text
    assert f'href="{address}/' not in browser.get(address, params={parameter: NONSENSE}).text

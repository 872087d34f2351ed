"""Acting over HTTP as a careful client does: read the version, act on it, read again when somebody was faster."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import httpx

from domain.acts.dialogs import RequestDialog
from domain.acts.drafting import DraftAgreement
from domain.record import GERMANY, Request
from interfaces.http.access import path_of
from interfaces.sample.terms import heidekreis_2026

AGREEMENTS = "/api/v1/agreements"
DAY = date(2026, 1, 12)
"""The day of a service whose clock the test moves."""


def today() -> date:
    """The day of a service on the machine's clock."""
    return datetime.now(GERMANY).date()


def drafted(land: httpx.Client, on: date = DAY) -> str:
    """The id of an agreement that a ministry's desk has just drafted."""
    answer = land.post(AGREEMENTS, json=body(DraftAgreement(occurred_on=on, terms=heidekreis_2026())))
    assert answer.status_code == 201, answer.text
    return str(answer.json()["agreement_id"])


def wish(dialog_id: str, on: date = DAY) -> RequestDialog:
    """A county's wish for a talk."""
    return RequestDialog(occurred_on=on, dialog_id=dialog_id, reason="Wunsch nach einem weiteren Gespräch")


def body(request: Request) -> Any:
    """A request as JSON."""
    return request.model_dump(mode="json")


def acted(
    client: httpx.Client, agreement_id: str, request: Request, on: str, headers: Mapping[str, str] = {}
) -> httpx.Response:
    """One act, decided on the version under this ETag."""
    address = f"{AGREEMENTS}/{agreement_id}/acts/{path_of(type(request))}"
    return client.post(address, json=body(request), headers={"If-Match": on, **headers})


def etag_of(client: httpx.Client, agreement_id: str) -> str:
    """The agreement's ETag as it stands."""
    answer = client.get(f"{AGREEMENTS}/{agreement_id}")
    assert answer.status_code == 200, answer.text
    return answer.headers["ETag"]


def version_of(etag: str) -> int:
    """The version that an ETag names."""
    return int(etag.strip('"').partition("-")[0])


@dataclass(frozen=True)
class Done:
    """An act that was answered 201: the version it was decided on, and how often somebody else was faster."""

    on_version: int
    overtaken: int
    answer: Mapping[str, Any]


def done_at_last(client: httpx.Client, agreement_id: str, request: Request) -> Done:
    """Read and act until it is recorded; every other answer than "stale" fails."""
    overtaken = 0
    while True:
        etag = etag_of(client, agreement_id)
        answer = acted(client, agreement_id, request, etag)
        if answer.status_code == 201:
            return Done(version_of(etag), overtaken, answer.json())
        assert answer.status_code == 412, answer.text
        overtaken += 1


def history(client: httpx.Client, agreement_id: str) -> list[dict[str, Any]]:
    """Every entry of the agreement."""
    items: list[dict[str, Any]] = []
    following: str | None = f"{AGREEMENTS}/{agreement_id}/history?limit=500"
    while following is not None:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        items, following = [*items, *page["items"]], page["next"]
    return items

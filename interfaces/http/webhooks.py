"""Webhooks: another system is notified of records, signed after Standard Webhooks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool

from application.notifying.webhooks import (
    AT_MOST,
    ForbiddenTarget,
    NoSuchWebhook,
    PositionAhead,
    Redelivery,
    TooManyWebhooks,
    Webhook,
    WebhookMade,
    WebhookReading,
    WebhookWish,
)
from domain.values import Frozen
from interfaces.http.access import GuardedRoute
from interfaces.http.bodies import body_of
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.parameters import TheActor, TheSystem
from interfaces.http.problems import Trouble

router = APIRouter(route_class=GuardedRoute, tags=["feed"])
WebhookPath = Annotated[UUID, Path(description="The webhook's id.")]
_FORBIDDEN = "muss eine https-Adresse im offenen Netz sein; auf diesem Rechner nur, solange der Dienst auf ihm bleibt"
_FORBIDDEN_EN = "must be an https address in the open network; on this machine only while the service stays on it"


class WebhookList(Frozen):
    """The caller's webhooks, and how many they may have."""

    items: tuple[Webhook, ...]
    at_most: int


@router.post(
    "/webhooks",
    operation_id="create_webhook",
    summary="Benachrichtigung einrichten",
    status_code=201,
    responses=gives(WebhookMade, status=201, headers=("Location",)),
    openapi_extra=accepts(WebhookWish),
)
async def create_webhook(request: Request, system: TheSystem, actor: TheActor) -> Response:
    """Have an address told of every entry the caller may see; the answer alone holds the secret to verify it with."""
    wish = await body_of(request, WebhookWish)
    loopback = request.app.state.local_issuer is not None
    with _answers():
        made = await run_in_threadpool(system.webhooks.create, actor, wish, loopback=loopback)
    return JSONResponse(represented(made), 201, {"Location": f"/api/v1/webhooks/{made.id}"})


@router.get(
    "/webhooks", operation_id="list_webhooks", summary="Eigene Benachrichtigungen", responses=gives(WebhookList)
)
def list_webhooks(system: TheSystem, actor: TheActor) -> Response:
    """The caller's own webhooks, and how each is doing."""
    return JSONResponse(represented(WebhookList(items=system.webhooks.all(actor), at_most=AT_MOST)))


@router.get(
    "/webhooks/{webhook_id}",
    operation_id="read_webhook",
    summary="Eine Benachrichtigung",
    responses=gives(WebhookReading),
)
def read_webhook(system: TheSystem, actor: TheActor, webhook_id: WebhookPath) -> Response:
    """A webhook, its trouble if any, and the entries it has yet to deliver."""
    with _answers():
        return JSONResponse(represented(system.webhooks.read(actor, webhook_id)))


@router.delete(
    "/webhooks/{webhook_id}",
    operation_id="delete_webhook",
    summary="Benachrichtigung löschen",
    status_code=204,
    responses=gives(None, says="It is forgotten.", status=204),
)
def delete_webhook(system: TheSystem, actor: TheActor, webhook_id: WebhookPath) -> Response:
    """Forget a webhook with its secret; what is under way may still arrive."""
    with _answers():
        system.webhooks.delete(actor, webhook_id)
    return Response(status_code=204)


@router.post(
    "/webhooks/{webhook_id}/redeliver",
    operation_id="redeliver_webhook",
    summary="Erneut zustellen",
    responses=gives(WebhookReading),
    openapi_extra=accepts(Redelivery),
)
async def redeliver_webhook(request: Request, system: TheSystem, actor: TheActor, webhook_id: WebhookPath) -> Response:
    """Deliver at once what failed, or anew what stands behind a position; a disabled webhook works again."""
    wish = await body_of(request, Redelivery)
    with _answers():
        found = await run_in_threadpool(system.webhooks.redeliver, actor, webhook_id, wish)
    return JSONResponse(represented(found))


@contextmanager
def _answers() -> Iterator[None]:
    try:
        yield
    except NoSuchWebhook:
        raise Trouble("not-found") from None
    except TooManyWebhooks:
        raise Trouble("too-many-webhooks") from None
    except PositionAhead:
        raise Trouble("position-ahead") from None
    except ForbiddenTarget:
        raise Trouble("malformed", _FORBIDDEN, in_english=_FORBIDDEN_EN, field="url") from None

"""Who may use which operation: one table, and the route class that keeps it."""

import re
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query as QueryParameter
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool

from application.acting.permissions import PERMITTED
from application.reading.figure_file import READERS as FILE_READERS
from application.reading.parts import PARTS
from application.reading.visibility import READERS
from domain.german import german
from domain.reasons import Reason
from domain.record import Actor, Role
from domain.record import Request as ActRequest
from domain.rulebook.any_act import NOT_PERMITTED
from interfaces.http.language import ENGLISH, GERMAN, READS_IN, wants_english
from interfaces.http.parameters import must_be_asked_for
from interfaces.http.shares import in_turn

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


def operation_of(request: type[ActRequest]) -> str:
    """SignAgreement becomes sign_agreement."""
    return _WORD.sub("_", request.__name__).lower()


def path_of(request: type[ActRequest]) -> str:
    """SignAgreement becomes sign-agreement."""
    return operation_of(request).replace("_", "-")


EVERYBODY = frozenset(Role)
OPEN: frozenset[Role] = frozenset()
"""No sign-in: health, metrics, documentation, problem pages; what should stay inside is for the proxy to hold back."""

UNCOUNTED = frozenset({"read_live", "read_ready", "read_metrics", "read_style"})
"""Open operations that monitors and browsers use as often as they like."""

_READ = {
    "list_agreements": READERS,
    "read_agreement": READERS,
    "read_next_draft": READERS,
    "read_terms_version": READERS,
    "read_attainment": READERS,
    "read_line": READERS,
    "read_delivery": READERS,
    "read_explanation": READERS,
    "read_decision": READERS,
    "read_signatories": frozenset({Role.AUDITOR}),
    "read_matrix": READERS,
    "compare": READERS,
    "read_figure_template": READERS,
    "export_agreements": READERS,
    "export_attainment": READERS,
    "export_line": READERS,
    "export_matrix": READERS,
    "export_changes": READERS,
    "export_comparison": READERS,
    "export_due": READERS,
    "export_circumstances": READERS,
    "read_paper": READERS,
    "read_paper_document": READERS,
    "read_paper_digest": READERS,
    "read_electronic_file": READERS,
    "export_papers": READERS,
    "check_figure_file": frozenset({Role.LAND}),
    "list_figure_files": FILE_READERS,
    "list_mappings": READERS,
    "read_figure_file": FILE_READERS,
    "read_history": READERS,
    "read_entry": READERS,
    "read_knowledge": READERS,
    "list_due": READERS,
    "read_calendar": READERS,
    "create_calendar": READERS,
    "list_calendars": READERS,
    "delete_calendar": READERS,
    "read_subscription": OPEN,
    "compare_circumstances": READERS,
    "list_measures": EVERYBODY,
    "list_checks": EVERYBODY,
    "list_rules": EVERYBODY,
    "list_clauses": EVERYBODY,
    "read_feed": READERS,
    "create_webhook": frozenset({Role.LAND, Role.COUNTY}),
    "list_webhooks": frozenset({Role.LAND, Role.COUNTY, Role.OPERATOR}),
    "read_webhook": frozenset({Role.LAND, Role.COUNTY}),
    "delete_webhook": frozenset({Role.LAND, Role.COUNTY, Role.OPERATOR}),
    "redeliver_webhook": frozenset({Role.LAND, Role.COUNTY}),
    "read_all_history": READERS | {Role.OPERATOR},
    "export_history": READERS | {Role.OPERATOR},
    "read_causes": READERS | {Role.OPERATOR},
    "read_report": READERS,
    "read_difference": READERS,
    "list_checkpoints": EVERYBODY,
    "make_checkpoint": frozenset({Role.AUDITOR, Role.OPERATOR}),
    "read_latest_checkpoint": EVERYBODY,
    "read_checkpoint": EVERYBODY,
    "list_keys": EVERYBODY,
    "read_proof": EVERYBODY,
    "read_consistency": EVERYBODY,
    "export_bundle": READERS,
    "read_verification": EVERYBODY,
    "list_persons": frozenset({Role.OPERATOR}),
    "register_person": frozenset({Role.LAND, Role.COUNTY, Role.OPERATOR}),
    "who_am_i": EVERYBODY,
    "read_live": OPEN,
    "read_ready": OPEN,
    "read_metrics": OPEN,
    "read_openapi": OPEN,
    "read_docs": OPEN,
    "list_problems": OPEN,
    "read_problem": OPEN,
    "read_style": OPEN,
    "sign_in": OPEN,
}
ACCESS: Mapping[str, frozenset[Role]] = {
    **_READ,
    **{part.operation: part.readers for part in PARTS},
    **{operation_of(asked): roles for asked, roles in PERMITTED.items()},
}
"""Which roles may use each operation, by its id; one that is not named here keeps the service from starting."""


WORDED = frozenset({"application/json", "application/cloudevents-batch+json", "text/event-stream"})
"""Kinds of answers that hold words of the service."""


class GuardedRoute(APIRoute):
    """Lets nobody in whom the table does not name, before anything of the request's body is read."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler behind the door."""
        inside = super().get_route_handler()
        operation = str(self.operation_id)
        roles = ACCESS[operation]
        act = Reason(operation, self.summary or operation)
        parameters = [one for one in get_flat_params(self.dependant) if isinstance(one.field_info, QueryParameter)]

        async def guarded(request: Request) -> Response:
            READS_IN.set(ENGLISH if wants_english(request) else GERMAN)
            if roles is not OPEN:
                await run_in_threadpool(_admit, request, act, roles)
            elif operation not in UNCOUNTED:
                request.app.state.door.count_stranger(request)
            must_be_asked_for(request, parameters)
            return _marked(await in_turn(request, operation, inside))

        return guarded


def _marked(answer: Response) -> Response:
    """The answer, marked with its language where it has words of the service: all JSON has labels or may have."""
    if answer.media_type in WORDED or answer.status_code == 304:
        answer.headers.setdefault("Content-Language", READS_IN.get())
        if "accept-language" not in answer.headers.get("vary", "").lower():
            answer.headers.add_vary_header("Accept-Language")
    return answer


def _admit(request: Request, act: Reason, roles: frozenset[Role]) -> None:
    door = request.app.state.door
    actor: Actor = door.actor(request)
    request.state.actor = actor
    if actor.role not in roles:
        NOT_PERMITTED.refuse(role=actor.role, act=act, permitted=tuple(sorted(roles, key=german)))

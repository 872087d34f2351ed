"""Every refusal as a page: what happened, by which rule, and what to do next."""

from collections.abc import Iterator

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from application.acting.malformed import problems
from application.ports import Unavailable
from domain.rules import Refused
from interfaces.http.problem_types import TYPES, status_of
from interfaces.http.problems import SOON, Trouble
from interfaces.web.rendering import page

_BY_STATUS = {404: "not-found", 405: "method-not-allowed", 413: "body-too-large"}


def answered(request: Request, why: Exception) -> Response:
    """The page for what went wrong."""
    status, title, says = _told(why)
    answer = page(request, "problem.html", status=status, title=title, says=says)
    if isinstance(why, Trouble):
        answer.headers.update(why.headers or {})
    elif isinstance(why, Unavailable):
        answer.headers.update(SOON)
    return answer


def broken(request: Request) -> Response:
    """The page for what nobody foresaw."""
    says = "Ob etwas festgehalten wurde, zeigen die Einträge der Vereinbarung. Der Fehler steht im Betriebsprotokoll"
    return page(
        request,
        "problem.html",
        status=500,
        title=TYPES["internal"].title,
        says=(f"{says} unter der Nummer {request.state.request_id}.",),
    )


def _told(why: Exception) -> tuple[int, str, tuple[str, ...]]:
    match why:
        case Refused():
            status = max(status_of(finding.rule) for finding in why.findings)
            title = "Das gibt es hier nicht" if status == 404 else "Das geht so nicht"
            return status, title, tuple(_sentences(why))
        case Trouble():
            return why.type.status, why.type.title, (why.detail or why.type.advice,)
        case Unavailable():
            return 503, TYPES["unavailable"].title, (str(why), TYPES["unavailable"].advice)
        case HTTPException():
            kind = TYPES[_BY_STATUS.get(why.status_code, "not-found")]
            if why.status_code == 403:
                return 403, "Bitte noch einmal von vorn", (str(why.detail), "Bitte das Formular neu öffnen.")
            return why.status_code, kind.title, (kind.advice,)
        case ValidationError() | RequestValidationError():
            kind = TYPES["malformed"]
            return kind.status, kind.title, tuple(problems(why))
        case _:
            raise why


def _sentences(refused: Refused) -> Iterator[str]:
    for finding in refused.findings:
        yield f"{finding.says} ({finding.clause})" if finding.clause else finding.says

"""RFC 9457 problems: how every 4xx and 5xx of this service reads."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel

from domain.rules import Finding, Refused
from interfaces.http.english import english
from interfaces.http.language import wants_english
from interfaces.http.problem_types import PAGES, TYPES, ProblemType, status_of

MEDIA_TYPE = "application/problem+json"
SOON = {"Retry-After": "5"}
"""Head of an answer that may be another after a while."""


class FieldError(BaseModel):
    """A field that cannot be read, by its place in the body or by its name in query or header, and why."""

    field: str
    says: str


class Problem(BaseModel):
    """A problem after RFC 9457; `findings` hold the rules that stand against a request, with their clauses."""

    type: str
    code: str
    """The code machines decide by: a rule, a kind of problem, or a fault of a token."""
    title: str
    status: int
    detail: str
    instance: str
    findings: tuple[Finding, ...] = ()
    errors: tuple[FieldError, ...] = ()


class Trouble(Exception):  # noqa: N818 - an answer
    """Ends a request with a problem that is no rule's; with a field, the detail is what is wrong with that one."""

    def __init__(
        self,
        kind: str,
        detail: str | None = None,
        *,
        in_english: str | None = None,
        field: str | None = None,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(kind)
        self.type, self.code, self.field = TYPES[kind], code or kind, field
        self.detail, self.in_english = detail, in_english
        self.headers = headers


def problem(
    request: Request,
    kind: ProblemType,
    *,
    detail: str | None = None,
    in_english: str | None = None,
    code: str | None = None,
    errors: Sequence[FieldError] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer for a problem that is no rule's."""
    english_ = wants_english(request)
    said = Problem(
        type=kind.uri,
        code=code or kind.code,
        title=kind.title_en if english_ else kind.title,
        status=kind.status,
        detail=(in_english or kind.advice_en) if english_ else (detail or kind.advice),
        instance=_instance(request),
        errors=tuple(errors),
    )
    return _answer(request, said, headers)


def refusal(request: Request, refused: Refused) -> Response:
    """The answer for a refusal: the type is the rule's own when there is but one."""
    in_english = wants_english(request)
    findings = tuple(_in_english(finding) if in_english else finding for finding in refused.findings)
    rules = {finding.rule for finding in findings}
    several = TYPES["refused"]
    said = Problem(
        type=f"{PAGES}/{findings[0].rule}" if len(rules) == 1 else several.uri,
        code=findings[0].rule if len(rules) == 1 else several.code,
        title=_title(rules, in_english),
        status=max(map(status_of, rules)) if len(rules) == 1 else several.status,
        detail=" ".join(finding.says for finding in findings),
        instance=_instance(request),
        findings=findings,
        errors=tuple(
            FieldError(field=f"query.{parameter}", says=finding.says)
            for finding in findings
            for parameter in finding.several("parameters")
        ),
    )
    return _answer(request, said)


def _title(rules: set[str], in_english: bool) -> str:
    several = TYPES["refused"]
    if len(rules) > 1:
        return several.title_en if in_english else several.title
    return f"Refused by the rule {min(rules)}" if in_english else f"Abgelehnt nach der Regel {min(rules)}"


def _in_english(finding: Finding) -> Finding:
    return finding.model_copy(update={"says": english(finding)})


def _instance(request: Request) -> str:
    return f"urn:request:{getattr(request.state, 'request_id', 'none')}"


def _answer(request: Request, said: Problem, headers: Mapping[str, str] | None = None) -> Response:
    language = "en" if wants_english(request) else "de"
    content: dict[str, Any] = said.model_dump(mode="json")
    return JSONResponse(
        content,
        said.status,
        {"Content-Language": language, "Vary": "Accept-Language", **(headers or {})},
        MEDIA_TYPE,
    )

"""The OpenAPI document: what FastAPI knows, and the problems, components and examples it does not."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from application.acting.register_requests import ErasePerson
from application.figure_files.mapping.known import shipped
from application.notifying.webhooks import Redelivery, WebhookWish
from domain.acts.answering import AnswerContest, ContestAssessment, RecordNoAnswer
from domain.acts.changing import ProposeAmendment, SignAmendment, TerminateAgreement, WithdrawAmendment
from domain.acts.dialogs import CancelDialog
from domain.acts.drafting import ReviseDraft, WithdrawDraft
from domain.acts.figures import RejectFigures
from domain.acts.judging import AssessFinally, ReviseAssessment
from domain.acts.mending import DisputeRecord, RetractRecord
from domain.acts.signing import CorrectTranscription
from domain.facts.signing import SignatureForm
from domain.record import Request
from domain.rulebook import RULES
from domain.terms import Terms
from domain.values import Frozen, sha256_of
from interfaces.http.access import ACCESS, EVERYBODY, OPEN, operation_of
from interfaces.http.audit import BundleWish, KeyWish
from interfaces.http.catalogue import published
from interfaces.http.deprecation import DEPRECATED
from interfaces.http.described import GIVEN, TAKEN
from interfaces.http.english import act
from interfaces.http.figure_files import DecisionWish
from interfaces.http.figure_mappings import MappingWish
from interfaces.http.json import schemas
from interfaces.http.openapi_answers import answers
from interfaces.http.openapi_info import INFO, MEANINGS, SERVERS, tags
from interfaces.http.persons import PersonsName
from interfaces.http.problem_types import PAGES, TYPES, status_of
from interfaces.http.problems import MEDIA_TYPE, Problem
from interfaces.sample.cast import document as sample_document
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026

_JULY, _MAY = date(2026, 7, 1), date(2027, 5, 3)
_LETTER = sample_document("Beispiel für ein Schreiben", "ZV-2026-03358")


def _of_the_sample(terms: Terms) -> Iterator[Request]:
    yield from (scene.request for scene in scenes(terms))


def _beside_the_sample(terms: Terms, assessed: AssessFinally) -> Iterator[Request]:
    changed = terms.model_copy(update={"outlook": ("Beispiel: die Lage, wie sie nun eingeschätzt wird",)})
    yield ReviseDraft(occurred_on=date(2026, 1, 20), terms=changed, reason="Eckwert berichtigt")
    yield WithdrawDraft(occurred_on=date(2026, 1, 20), reason="Die Verhandlungen beginnen neu")
    yield CorrectTranscription(occurred_on=_JULY, terms=changed, reason="Zahlendreher beim Abschreiben")
    yield RejectFigures(occurred_on=_JULY, delivery_id="ladung-2026-05-t0", reason="Ein Träger fehlt")
    yield CancelDialog(occurred_on=_JULY, dialog_id="dialog-2026-2", reason="Der Anlass ist entfallen")
    name = "anpassung-1"
    yield ProposeAmendment(
        occurred_on=_JULY, amendment_id=name, terms=changed, effective_from=_JULY, reason="Neues Recht"
    )
    yield SignAmendment(
        occurred_on=_JULY,
        amendment_id=name,
        terms_hash=sha256_of(changed),
        signatory="unterzeichnung-1",
        office="Für das Ministerium",
        form=SignatureForm.PAPER,
        place="Hannover",
        document=_LETTER,
    )
    yield WithdrawAmendment(occurred_on=_JULY, amendment_id=name, reason="Kein Einvernehmen")
    yield TerminateAgreement(occurred_on=_JULY, document=_LETTER, reason="Aufgabenübergang")
    yield ReviseAssessment(**dict(assessed), cause="Der Beanstandung wird gefolgt")
    yield ContestAssessment(occurred_on=_MAY, grounds="Der Zugang an Schutzsuchenden wiegt schwerer")
    yield AnswerContest(occurred_on=_MAY, says="Der Umstand ist gewürdigt; es bleibt bei der Bewertung")
    yield RecordNoAnswer(occurred_on=_MAY, asked_on=date(2027, 4, 28), reason="Beispiel: die Frist ist verstrichen")
    yield RetractRecord(occurred_on=_JULY, version=12, reason="Versehentlich zweimal festgehalten")
    yield DisputeRecord(occurred_on=_JULY, version=12, says="Der Tag stimmt nicht mit der Niederschrift überein")
    yield ErasePerson(occurred_on=_MAY, person="unterzeichnung-1", reason="Ausgeschieden, Löschung beantragt")


def _examples() -> dict[str, Any]:
    terms = heidekreis_2026()
    found = {operation_of(type(one)): one for one in reversed([*_of_the_sample(terms)])}
    assessed = found["assess_finally"]
    assert isinstance(assessed, AssessFinally), "the sample's year is judged"
    found |= {operation_of(type(one)): one for one in _beside_the_sample(terms, assessed)}
    person = PersonsName(given_name="Jens", family_name="Grote")
    beside = {
        "register_person": person,
        "create_webhook": WebhookWish(url="https://fachverfahren.example.org/eingang"),
        "redeliver_webhook": Redelivery(after=1200),
        "introduce_key": KeyWish(reason="Jährlicher Wechsel"),
        "release_figure_file": DecisionWish(),
        "keep_mapping": MappingWish(text="\n".join(shipped()["kennzahlen-je-traeger"].lines)),
        "reject_figure_file": DecisionWish(reason="Ein Träger fehlt"),
        "export_bundle": BundleWish(agreement_id="2026.4.03.03358.1"),
    }
    return {name: example(one) for name, one in (found | beside).items()}


def example(value: Frozen) -> dict[str, Any]:
    """An example, in OpenAPI's form."""
    return {"example": {"summary": "An example whose particulars are invented", "value": value.model_dump(mode="json")}}


EXAMPLES = _examples()
"""Bodies by operation."""


GERMAN_SUMMARY = "x-summary-de"
"""What the page calls an operation for German readers."""
SHOWN = "An answer of the running sample, whose figures are invented; longer lists are cut to their first entry"
DESCRIPTION = (
    "Target agreements under § 48b SGB II as facts that are never edited. Reading takes “known_at”: only "
    "what was recorded by then counts. Writing takes the agreement's ETag as “If-Match” and an “Idempotency-Key”."
)
MAY_BE_OVERTAKEN = frozenset({"deliver_figure_file"})
"""Writes that name no version and yet are refused when, time and again, more is recorded meanwhile."""
_REQUEST_ID = {"description": "The request's id, the caller's own when he gave one.", "schema": {"type": "string"}}
_RATES = {
    name.replace("-", ""): {"description": says, "schema": {"type": "string"}}
    for name, says in {
        "RateLimit": "How many requests are left (`r`), and in how many seconds there are all again (`t`).",
        "RateLimit-Policy": "How many requests (`q`) in how many seconds (`w`) one person may make.",
    }.items()
}
_NOT_MODIFIED = {"description": "What the caller has under this ETag still holds."}
_STATUSES = sorted({kind.status for kind in TYPES.values()} | {status_of(code) for code in RULES})


def document(app: FastAPI) -> dict[str, Any]:
    """The whole document, made once."""
    if app.openapi_schema is None:
        found = get_openapi(title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes)
        parts = found.setdefault("components", {})
        of_parameters = {name: one for name, one in parts.get("schemas", {}).items() if "enum" in one}
        given: list[type[BaseModel]] = [*GIVEN.values(), Problem]
        parts["schemas"] = of_parameters | schemas(given, "serialization") | schemas([*TAKEN.values()], "validation")
        parts["responses"] = {_named(status): _problem(status) for status in _STATUSES}
        parts["responses"]["NotModified"] = _NOT_MODIFIED
        parts["headers"] = {"RequestId": _REQUEST_ID} | _RATES
        parts["securitySchemes"] = {"bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}}
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                _complete(path, method, operation)
        _leave_out_unused(found)
        used = {tag for methods in found["paths"].values() for one in methods.values() for tag in one["tags"]}
        found["info"] |= INFO
        found |= {"servers": SERVERS, "tags": tags(used)}
        app.openapi_schema = found
    return app.openapi_schema


def _leave_out_unused(found: dict[str, Any]) -> None:
    """Leave out problems that no operation names, as that of a method nobody offers."""
    said = json.dumps(found["paths"])
    responses = found["components"]["responses"]
    found["components"]["responses"] = {name: one for name, one in responses.items() if f'responses/{name}"' in said}


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    open_to_all = ACCESS[operation["operationId"]] is OPEN
    operation["security"] = [] if open_to_all else [{"bearer": []}]
    said = act(operation["operationId"])
    operation |= {"summary": said[0].upper() + said[1:], GERMAN_SUMMARY: operation["summary"]}
    operation["deprecated"] = operation["operationId"] in DEPRECATED
    responses = operation["responses"]
    responses.pop("422", None)
    for status in sorted(set(_statuses(path, method, operation))):
        answer = _reference("responses", "NotModified" if status == 304 else _named(status))
        responses.setdefault(str(status), answer)
    for status, answer in responses.items():
        shown = answers().get(operation["operationId"])
        if shown is not None and str(status).startswith("2"):
            for content in answer.get("content", {}).values():
                if content["schema"].get("type") != "string":
                    content["examples"] = {"sample": {"summary": SHOWN, "value": shown}}
        if "$ref" not in answer:
            answer["headers"] = {**answer.get("headers", {}), "Request-Id": _reference("headers", "RequestId")}
            if not open_to_all:
                answer["headers"] |= _rates()
    for parameter in operation.get("parameters", ()):
        _say_what_is_sent(parameter)
    for content in operation.get("requestBody", {}).get("content", {}).values():
        if examples := EXAMPLES.get(operation["operationId"]):
            content["examples"] = examples


def _say_what_is_sent(parameter: dict[str, Any]) -> None:
    """A parameter is sent or left out, never null; and without the tag nothing is written."""
    schema = parameter["schema"]
    schema.pop("title", None)
    if schema.get("default", ...) is None:
        del schema["default"]
    options = schema.pop("anyOf", None)
    if options:
        schema |= next(option for option in options if option != {"type": "null"})
    if parameter["name"] == "if-match":
        parameter["required"] = True


def _statuses(path: str, method: str, operation: dict[str, Any]) -> Iterator[int]:
    names = {parameter["name"] for parameter in operation.get("parameters", ())}
    roles = ACCESS[operation["operationId"]]
    yield from (414, 422, 431, 500, 503)
    if roles is not OPEN:
        yield from (401, 429)
    if roles not in (OPEN, EVERYBODY):
        yield 403
    if "{" in path or roles is not OPEN or operation["operationId"] == "read_metrics":
        yield 404  # also for whom the agreement does not exist
    if operation["operationId"] == "sign_in":
        yield 401
    if operation["operationId"] in MAY_BE_OVERTAKEN:
        yield 412
    if "if-none-match" in names:
        yield 304
    if "if-match" in names:
        yield from (400, 412, 428)
    if method != "get" or (names and roles is not OPEN):
        yield 409
    if "requestBody" in operation:
        yield from (413, 415)


def _problem(status: int) -> dict[str, Any]:
    examples = {example["type"].rpartition("/")[2]: {"value": example} for example in _said(status)}
    answer: dict[str, Any] = {
        "description": MEANINGS[status],
        "headers": {"Request-Id": _reference("headers", "RequestId")},
        "content": {MEDIA_TYPE: {"schema": _reference("schemas", Problem.__name__), "examples": examples}},
    }
    if status in {429, 503}:
        answer["headers"]["Retry-After"] = {"description": "Seconds to wait.", "schema": {"type": "string"}}
    if status == 429:
        answer["headers"] |= _rates()
    if status == 401:
        answer["headers"]["WWW-Authenticate"] = {"description": "How to sign in.", "schema": {"type": "string"}}
    return answer


def _rates() -> dict[str, Any]:
    return {name: _reference("headers", name.replace("-", "")) for name in ("RateLimit", "RateLimit-Policy")}


def _said(status: int) -> Iterator[dict[str, Any]]:
    for kind in TYPES.values():
        if kind.status == status:
            yield _example(kind.uri, kind.title_en, status, kind.advice_en)
    for code, rule in RULES.items():
        if rule.effect == "refuse" and status_of(code) == status and status != 409:
            says = published(code).says_en
            finding = {"rule": code, "clause": rule.clause, "says": says, "values": {}}
            yield _example(f"{PAGES}/{code}", f"Refused by the rule {code}", status, says) | {"findings": [finding]}


def _example(uri: str, title: str, status: int, says: str) -> dict[str, Any]:
    said = {
        "type": uri,
        "code": uri.rpartition("/")[2],
        "title": title,
        "status": status,
        "detail": says,
        "instance": "urn:request:7f0c2c5e",
    }
    return said | {"findings": [], "errors": []}


def _reference(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _named(status: int) -> str:
    return f"Problem{status}"

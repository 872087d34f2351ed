"""The erasable register of names: entering who will sign, and, for the operator, erasing somebody."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError
from starlette.datastructures import FormData

from application.acting.malformed import field_problems
from application.acting.orders import Order
from application.acting.register_requests import ErasePerson
from application.ports import Person
from domain.record import Actor, Draft, Role
from domain.rules import Finding, Refused
from interfaces.bootstrap import System
from interfaces.http.authentication import asked_by
from interfaces.http.problem_types import status_of
from interfaces.http.problems import Trouble
from interfaces.http.tracing import trace_of
from interfaces.web.asking import TheSystem
from interfaces.web.previews import confirmed, ticket
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor, TheForm

router = APIRouter(route_class=PageRoute, include_in_schema=False)
PERSONS = "/personen"
FIELDS = ("kennung", "titel", "vorname", "nachname", "person", "begruendung")
_PLACES = {
    "id": "kennung",
    "title": "titel",
    "given_name": "vorname",
    "family_name": "nachname",
    "reason": "begruendung",
}
"""Fields of requests, as the forms name them."""


@router.get(PERSONS, operation_id="page_persons")
def show_persons(request: Request, actor: TheActor) -> Response:
    """The forms to enter a person who will sign, and for the operator to erase one."""
    return _page(request, actor)


@router.post(PERSONS, operation_id="page_register_person")
def enter(request: Request, system: TheSystem, actor: TheActor, form: TheForm) -> Response:
    """The next step: a person entered, or, by the operator, an erasure shown and then recorded."""
    typed = {name: " ".join(str(form.get(name, "")).split()) for name in FIELDS}
    step = str(form.get("schritt", ""))
    if step in {"loeschen", "festhalten", "aendern"} and actor.role is not Role.OPERATOR:
        raise Trouble("not-found")
    try:
        match step:
            case "aendern":
                return _page(request, actor, typed=typed)
            case "loeschen" | "festhalten":
                return _erased(request, system, actor, typed, form)
            case _:
                return _entered(request, system, actor, typed)
    except ValidationError as error:
        return _page(request, actor, typed=typed, errors=_errors(error))
    except Refused as refused:
        return _page(request, actor, typed=typed, findings=refused.findings)


def _errors(error: ValidationError) -> Mapping[str, str]:
    """What is wrong, by the field of the form."""
    return {
        _PLACES.get(place, place): "Bitte ausfüllen." if says == "darf nicht leer sein" else f"Das {says}."
        for place, says in field_problems(error)
    }


def _entered(request: Request, system: System, actor: Actor, typed: Mapping[str, str]) -> Response:
    person = Person(
        id=typed["kennung"], title=typed["titel"], given_name=typed["vorname"], family_name=typed["nachname"]
    )
    door = request.app.state.door
    system.service.register(person, actor, door.offices)
    door.security_log.registered(person.id, actor, asked_by(request))
    noticed = system.service.left_of(person) if actor.role is Role.OPERATOR else ()
    return _page(request, actor, done=f"{person.id} ist eingetragen.", noticed=noticed)


def _erased(request: Request, system: System, actor: Actor, typed: Mapping[str, str], form: FormData) -> Response:
    """The preview of an erasure; once that was seen, the erasure."""
    asked = ErasePerson(occurred_on=system.service.today(), person=typed["person"], reason=typed["begruendung"] or None)
    shown = PERSONS, asked.model_dump(mode="json")
    record = form.get("schritt") == "festhalten"
    if record and (key := confirmed(request, actor, form.get("schluessel"), *shown)):
        receipt = system.service.act(actor, asked, key=key, trace=trace_of(request))
        done = "Das war schon festgehalten." if receipt.repeated else f"{asked.person} ist gelöscht."
        return _page(request, actor, done=done, noticed=receipt.records[0].findings)
    [outcome] = system.service.rehearse(actor, [Order(asked)])
    if isinstance(outcome, Refused):
        raise outcome
    return _preview(request, outcome, typed, ticket(request, actor, *shown), unseen=record)


def _preview(request: Request, draft: Draft, typed: Mapping[str, str], key: str, *, unseen: bool) -> Response:
    return page(
        request,
        "register_preview.html",
        back=(PERSONS, "Personen"),
        action=PERSONS,
        title=ErasePerson.title,
        says="Name und Salz werden gelöscht; das lässt sich nicht rückgängig machen."
        " Einträge und Nachweise bleiben gültig, und die Löschung bleibt dauerhaft im Protokoll.",
        told=[("Kennung", typed["person"])],
        draft=draft,
        pairs=[(name, typed[name]) for name in ("person", "begruendung")],
        key=key,
        unseen=unseen,
    )


def _page(
    request: Request,
    actor: Actor,
    *,
    typed: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    findings: tuple[Finding, ...] = (),
    **said: Any,
) -> Response:
    refused = max((status_of(finding.rule) for finding in findings), default=200)
    return page(
        request,
        "persons.html",
        422 if errors else refused,
        typed=dict.fromkeys(FIELDS, "") | dict(typed or {}),
        errors=errors or {},
        findings=findings,
        operates=actor.role is Role.OPERATOR,
        **{"done": "", "noticed": ()} | said,
    )

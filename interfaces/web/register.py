"""Registers of no agreement: the erasable register of names, and the keys that sign checkpoints."""

from collections.abc import Iterator
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from application.acting.malformed import field_problems
from application.acting.register_requests import ErasePerson
from application.ports import Person
from domain.record import Actor, Role
from domain.rules import Finding, Refused
from interfaces.bootstrap import System
from interfaces.http.authentication import asked_by
from interfaces.http.tracing import trace_of
from interfaces.web.asking import TheSystem
from interfaces.web.rendering import page
from interfaces.web.route import PageRoute, TheActor, TheForm

router = APIRouter(route_class=PageRoute, include_in_schema=False)
FIELDS = ("kennung", "titel", "vorname", "nachname")
_PLACES = {"id": "kennung", "title": "titel", "given_name": "vorname", "family_name": "nachname", "person": "kennung"}


@router.get("/personen", operation_id="page_persons")
def show_persons(request: Request, actor: TheActor, eingetragen: Annotated[str, Query(max_length=60)] = "") -> Response:
    """The forms to enter a person who will sign, and for the operator to erase one."""
    return _page(request, actor, done=eingetragen)


def _page(
    request: Request,
    actor: Actor,
    *,
    typed: dict[str, str] | None = None,
    errors: dict[str, str] | None = None,
    findings: tuple[Finding, ...] = (),
    done: str = "",
    noticed: tuple[Finding, ...] = (),
) -> Response:
    return page(
        request,
        "persons.html",
        409 if findings else 422 if errors else 200,
        typed=dict.fromkeys((*FIELDS, "begruendung"), "") | (typed or {}),
        errors=errors or {},
        findings=findings,
        done=done,
        noticed=noticed,
        operates=actor.role is Role.OPERATOR,
        key=str(uuid4()),
    )


@router.post("/personen", operation_id="page_register_person")
def enter(request: Request, system: TheSystem, actor: TheActor, form: TheForm) -> Response:
    """A person entered, or, by the operator, erased."""
    typed = {name: " ".join(str(form.get(name, "")).split()) for name in (*FIELDS, "begruendung")}
    erase = form.get("schritt") == "loeschen" and actor.role is Role.OPERATOR
    try:
        return (
            _erased(request, system, actor, typed, form.get("schluessel"))
            if erase
            else _entered(request, system, actor, typed)
        )
    except ValidationError as error:
        places = {_PLACES.get(place, place): says for place, says in field_problems(error)}
        errors = {
            name: "Bitte ausfüllen." if says == "darf nicht leer sein" else f"Das {says}."
            for name, says in places.items()
        }
        return _page(request, actor, typed=typed, errors=errors)
    except Refused as refused:
        return _page(request, actor, typed=typed, findings=refused.findings)


def _wrong(error: ValidationError) -> Iterator[tuple[str, str]]:
    for place, says in field_problems(error):
        yield _PLACES.get(place, place), "Bitte ausfüllen." if says == "darf nicht leer sein" else f"Das {says}."


def _entered(request: Request, system: System, actor: Actor, typed: dict[str, str]) -> Response:
    person = Person(
        id=typed["kennung"], title=typed["titel"], given_name=typed["vorname"], family_name=typed["nachname"]
    )
    door = request.app.state.door
    system.service.register(person, actor, door.offices)
    door.security_log.registered(person.id, actor, asked_by(request))
    noticed = system.service.left_of(person) if actor.role is Role.OPERATOR else ()
    return _page(request, actor, done=person.id, noticed=noticed)


def _erased(request: Request, system: System, actor: Actor, typed: dict[str, str], key: object) -> Response:
    wish = ErasePerson(occurred_on=system.service.today(), person=typed["kennung"], reason=typed["begruendung"] or None)
    receipt = system.service.act(actor, wish, key=str(key or "") or None, trace=trace_of(request))
    return _page(request, actor, noticed=receipt.records[0].findings, done=f"{wish.person} gelöscht")


@router.post("/pruefung/schluessel", operation_id="page_rotate_key")
def rotate(request: Request, system: TheSystem, actor: TheActor, form: TheForm) -> Response:
    """The signing key replaced; the next checkpoint is signed with the old and the new one."""
    reason = " ".join(str(form.get("begruendung", "")).split())
    system.audit.checkpoints.rotate(
        actor,
        reason or None,
        lost=form.get("verloren") == "ja",
        key=str(form.get("schluessel", "")) or None,
        trace=trace_of(request),
    )
    return RedirectResponse("/pruefung", 303)

"""The erasable register of persons: enter who signs, erase a name."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from starlette.concurrency import run_in_threadpool

from application.acting.register_requests import ErasePerson
from application.ports import ListedPerson, Person
from domain.record import Role
from domain.rules import Finding
from domain.values import Frozen, PersonId, Sha256, Text
from interfaces.http.access import GuardedRoute
from interfaces.http.acts import Recorded, recorded
from interfaces.http.authentication import asked_by
from interfaces.http.bodies import body_of
from interfaces.http.described import accepts, gives
from interfaces.http.json import represented
from interfaces.http.parameters import SLUG, IdempotencyKey, TheActor, TheSystem
from interfaces.http.tracing import trace_of

router = APIRouter(route_class=GuardedRoute, tags=["persons"])
PersonPath = Annotated[
    str, Path(pattern=SLUG, max_length=60, description="The id the person gets; it must not tell the name.")
]


class PersonsName(Frozen):
    """A person's name, as it enters the erasable register."""

    title: Text | None = None
    given_name: Text
    family_name: Text


class Registered(Frozen):
    """A person is in the register; the commitment is all that ever enters the log.

    Where the name was written before stands in `findings`, for the operator.
    """

    id: PersonId
    name_commitment: Sha256
    findings: tuple[Finding, ...]


@router.put(
    "/persons/{person_id}",
    operation_id="register_person",
    summary="Person eintragen",
    responses=gives(Registered),
    openapi_extra=accepts(PersonsName),
)
async def register_person(
    request: Request,
    system: TheSystem,
    actor: TheActor,
    person_id: Annotated[
        str, Path(pattern=SLUG, max_length=60, description="The id the person gets; it must not tell the name.")
    ],
) -> Response:
    """Enter a person who will sign; entering the same again changes nothing."""
    name = await body_of(request, PersonsName)
    person = Person(id=person_id, title=name.title or "", given_name=name.given_name, family_name=name.family_name)

    def entered() -> Registered:
        door = request.app.state.door
        commitment = system.service.register(person, actor, door.offices)
        door.security_log.registered(person.id, actor, asked_by(request))
        # Others would learn positions of entries they may not see.
        found = system.service.left_of(person) if actor.role is Role.OPERATOR else ()
        return Registered(id=person.id, name_commitment=commitment, findings=found)

    return JSONResponse(represented(await run_in_threadpool(entered)))


class PersonList(Frozen):
    """Everybody in the register."""

    items: tuple[ListedPerson, ...]


@router.get("/persons", operation_id="list_persons", summary="Personenverzeichnis", responses=gives(PersonList))
def list_persons(
    system: TheSystem,
    actor: TheActor,
    named_in: Annotated[
        str | None, Query(max_length=4000, description="Only whose name stands in this text, and so keeps it out.")
    ] = None,
) -> Response:
    """The register for the operator: who was entered by whom, within which scope and when."""
    found = system.service.persons.listed()
    if named_in is not None:
        person = system.service.persons.named_in([named_in], actor.scope)
        found = [one for one in found if one.id == person]
    return JSONResponse(represented(PersonList(items=tuple(found))))


@router.post(
    "/erasures",
    operation_id="erase_person",
    summary=ErasePerson.title,
    status_code=201,
    responses=gives(Recorded, status=201, headers=("ETag", "Idempotent-Replayed")),
    openapi_extra=accepts(ErasePerson),
)
async def erase_person(
    request: Request, system: TheSystem, actor: TheActor, idempotency_key: IdempotencyKey = None
) -> Response:
    """Erase a person's name and salt; entries and proofs stay."""
    wish = await body_of(request, ErasePerson)

    def decided() -> Response:
        return recorded(system, system.service.act(actor, wish, key=idempotency_key, trace=trace_of(request)))

    return await run_in_threadpool(decided)

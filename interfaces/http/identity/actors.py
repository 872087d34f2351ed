"""Which actor stands behind a token: the operator's file of entries, exactly one of which must fit."""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, ValidationInfo, field_validator

from application.acting.malformed import problems
from domain.german import german
from domain.record import Actor, Role
from domain.values import Frozen, PartyId, PersonId, Slug, Text
from interfaces.http.identity.answers import Misconfigured, Unauthenticated

MAX_FILE = 1024 * 1024
_PERSON = TypeAdapter(PersonId)
_DERIVED = re.compile(r"p-[0-9a-f]{20}")
_WITH_PARTY = frozenset({Role.LAND, Role.COUNTY})
_WITH_SCOPE = frozenset({Role.LAND, Role.COUNTY, Role.COMMITTEE})

AgsPrefix = Annotated[str, StringConstraints(pattern=r"^([0-9]{2}|[0-9]{3}|[0-9]{5}|[0-9]{8})?$")]
Claim = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Rights(Frozen):
    """A person's rights: role, party, the AGS prefix they may see ("" = everywhere), office."""

    role: Role
    party: PartyId | None = None
    scope: AgsPrefix = ""
    office: Text

    @field_validator("party")
    @classmethod
    def _party_of(cls, party: PartyId | None, info: ValidationInfo) -> PartyId | None:
        role = info.data.get("role")
        if role in _WITH_PARTY and party is None:
            raise ValueError(f"zur Rolle „{german(role)}“ gehört das Kürzel der Vertragspartei")
        return party

    @field_validator("scope")
    @classmethod
    def _scope_of(cls, scope: str, info: ValidationInfo) -> str:
        role = info.data.get("role")
        if role in _WITH_SCOPE and not scope:
            raise ValueError(f"zur Rolle „{german(role)}“ gehört ein Amtlicher Gemeindeschlüssel oder sein Anfang")
        return scope

    def actor(self, person: PersonId, authenticated_by: str) -> Actor:
        """The actor that this person is here."""
        return Actor(person, self.role, self.office, authenticated_by, self.party, self.scope)


class ClaimedPlace(Rights):
    """A place for whose token has all of these claims; a list claim needs to contain the value."""

    claims: dict[Claim, Claim] = Field(min_length=1)
    person_claim: Claim | None = None
    """The claim that holds the person's id; without it, or where it holds no id, one is derived."""


class LocalPlace(Rights):
    """A place for somebody who signs in on this machine."""

    person: Slug


class Actors:
    """Maps verified claims of one issuer to actors."""

    def __init__(self, places: Sequence[ClaimedPlace], issuer: str) -> None:
        self._places, self._issuer = tuple(places), issuer

    @property
    def offices(self) -> frozenset[str]:
        """The offices of all entries."""
        return frozenset(place.office for place in self._places)

    def grants(self, actor: Actor) -> bool:
        """Whether some entry still gives this role, party and scope; who has it only a token tells."""
        return any((one.role, one.party, one.scope) == (actor.role, actor.party, actor.scope) for one in self._places)

    def actor(self, claims: Mapping[str, Any]) -> Actor:
        """The actor of the one entry that fits; raises Unauthenticated when none or several do."""
        fitting = [place for place in self._places if _fits(place, claims)]
        if len(fitting) != 1:
            raise Unauthenticated("mapping-ambiguous" if fitting else "not-mapped")
        place = fitting[0]
        person = _named_person(place, claims) or derived_person(self._issuer, claims["sub"])
        return place.actor(person, f"OpenID Connect, {self._issuer}")


def derived_person(issuer: str, subject: str) -> PersonId:
    """A person id in which no name stands: SHA-256(issuer ‖ 0 ‖ subject), its first 80 bits."""
    return f"p-{hashlib.sha256(issuer.encode() + bytes(1) + subject.encode()).hexdigest()[:20]}"


def read_actors(path: Path, issuer: str) -> Actors:
    """The mapping in a file; raises Misconfigured."""
    places = [ClaimedPlace.model_validate(entry) for entry in _entries(path, ClaimedPlace)]
    for number, place in enumerate(places):
        if any(place.claims == earlier.claims for earlier in places[:number]):
            raise Misconfigured([_says(path, number + 1, "Dieselben „claims“ stehen schon weiter oben.")])
    return Actors(places, issuer)


def read_local_actors(path: Path, authenticated_by: str) -> tuple[Actor, ...]:
    """Who may sign in on this machine, from a file; raises Misconfigured."""
    places = [LocalPlace.model_validate(entry) for entry in _entries(path, LocalPlace)]
    return tuple(place.actor(place.person, authenticated_by) for place in places)


def _entries(path: Path, shape: type[Rights]) -> Sequence[Any]:
    try:
        found = tomllib.loads(_text(path))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Misconfigured([f"Datei {path.name}: kein gültiges TOML ({error})."]) from None
    entries = found.pop("actor", None)
    if found or not isinstance(entries, list) or not entries:
        raise Misconfigured([f"Datei {path.name}: Erwartet werden nur Einträge [[actor]], mindestens einer."])
    wrong = [_says(path, n, said) for n, entry in enumerate(entries, 1) for said in _problems(entry, shape)]
    if wrong:
        raise Misconfigured(wrong)
    return entries


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
        if len(content) <= MAX_FILE:
            return content.decode()
    except (OSError, ValueError) as error:
        raise Misconfigured([f"Datei {path}: nicht lesbar ({error})."]) from None
    raise Misconfigured([f"Datei {path}: größer als {MAX_FILE // 1024} KiB."])


def _problems(entry: object, shape: type[Rights]) -> Iterator[str]:
    try:
        shape.model_validate(entry)
    except ValidationError as error:
        yield from problems(error)


def _says(path: Path, number: int, said: str) -> str:
    return f"Datei {path.name}, Eintrag {number}: {said}"


def _fits(place: ClaimedPlace, claims: Mapping[str, Any]) -> bool:
    return all(_holds(_claim(claims, name), value) for name, value in place.claims.items())


def _holds(claim: object, value: str) -> bool:
    return value in claim if isinstance(claim, list) else claim == value


def _claim(claims: Mapping[str, Any], name: str) -> object:
    """A claim by its name, or by its path with dots where providers nest them (realm_access.roles)."""
    if name in claims:
        return claims[name]
    inner: object = claims
    for part in name.split("."):
        inner = inner.get(part) if isinstance(inner, Mapping) else None
    return inner


def _named_person(place: ClaimedPlace, claims: Mapping[str, Any]) -> PersonId | None:
    named = _claim(claims, place.person_claim) if place.person_claim else None
    try:
        person: PersonId = _PERSON.validate_python(named)
    except ValidationError:
        return None
    return None if _DERIVED.fullmatch(person) else person  # a derived id is somebody else's

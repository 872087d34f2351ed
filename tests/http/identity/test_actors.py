"""Claims make an actor by exactly one entry of the operator's file."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.record import Actor, Role
from interfaces.http.identity.actors import Actors, ClaimedPlace, derived_person, read_actors, read_local_actors
from interfaces.http.identity.answers import Misconfigured, Unauthenticated

ISSUER = "https://anmeldung.example.org"
LAND = """
[[actor]]
claims = { groups = "zielsteuerung-land" }
role = "land"
party = "ni-ms"
scope = "03"
office = "MS, Referat Zielsteuerung"
person_claim = "personnel_number"
"""
COUNTY = """
[[actor]]
claims = { "realm_access.roles" = "controlling", county = "03358" }
role = "county"
party = "heidekreis"
scope = "03358"
office = "Landkreis Heidekreis, Controlling"
"""
AUDITOR = """
[[actor]]
claims = { groups = "pruefung" }
role = "auditor"
office = "Rechnungsprüfung"
"""


def file(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "actors.toml"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def actors(tmp_path: Path) -> Actors:
    return read_actors(file(tmp_path, LAND + COUNTY + AUDITOR), ISSUER)


def code_of(actors: Actors, **claims: Any) -> str:
    with pytest.raises(Unauthenticated) as refused:
        actors.actor({"sub": "4711", **claims})
    assert refused.value.status == 403
    return refused.value.code


def test_a_list_claim_that_contains_the_value_fits(actors: Actors) -> None:
    claims = {"sub": "4711", "groups": ["staff", "zielsteuerung-land"], "personnel_number": "ms-0815"}
    by = f"OpenID Connect, {ISSUER}"
    assert actors.actor(claims) == Actor("ms-0815", Role.LAND, "MS, Referat Zielsteuerung", by, "ni-ms", "03")


def test_every_claim_of_an_entry_must_fit_also_nested_ones(actors: Actors) -> None:
    nested = {"realm_access": {"roles": ["controlling"]}}
    found = actors.actor({"sub": "4711", "county": "03358", **nested})
    assert (found.role, found.party, found.scope) == (Role.COUNTY, "heidekreis", "03358")
    assert code_of(actors, **nested) == "not-mapped"
    assert code_of(actors, county="03358", realm_access="controlling") == "not-mapped"


def test_a_claim_whose_name_has_dots_is_found_by_its_whole_name(actors: Actors) -> None:
    assert actors.actor({"sub": "1", "realm_access.roles": "controlling", "county": "03358"}).role is Role.COUNTY


def test_nobody_without_an_entry_gets_in(actors: Actors) -> None:
    assert code_of(actors) == "not-mapped"
    assert code_of(actors, groups="zielsteuerung-land-east") == "not-mapped"
    assert code_of(actors, groups=["Zielsteuerung-Land"]) == "not-mapped"
    assert code_of(actors, groups={"zielsteuerung-land": True}) == "not-mapped"


def test_whom_two_entries_fit_does_not_get_in(actors: Actors) -> None:
    assert code_of(actors, groups=["zielsteuerung-land", "pruefung"]) == "mapping-ambiguous"


def test_an_auditor_may_look_everywhere(actors: Actors) -> None:
    assert actors.actor({"sub": "4711", "groups": "pruefung"}).scope == ""


def test_a_derived_id_is_the_hash_of_issuer_and_subject(actors: Actors) -> None:
    expected = "p-" + hashlib.sha256(f"{ISSUER}\0e.muster@example.org".encode()).hexdigest()[:20]
    assert actors.actor({"sub": "e.muster@example.org", "groups": "pruefung"}).person == expected
    assert derived_person("https://a", "b") != derived_person("https://", "ab")


@pytest.mark.parametrize(
    "claimed",
    [None, 815, "", "E. Muster", "ms_0815", "MS-0815", "ms-0815\n", "x" * 61, ["ms-0815"], "p-" + "0" * 20],
)
def test_what_is_no_id_does_not_become_one(actors: Actors, claimed: object) -> None:
    claims = {"sub": "4711", "groups": "zielsteuerung-land", "personnel_number": claimed}
    assert actors.actor(claims).person == derived_person(ISSUER, "4711")


EVERYBODY = [ClaimedPlace.model_validate(entry) for entry in tomllib.loads(LAND + COUNTY + AUDITOR)["actor"]]
TEXTS = st.text(max_size=8) | st.sampled_from(["zielsteuerung-land", "controlling", "03358", "roles"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=4,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["groups", "realm_access", "county", "personnel_number"]), JSON))
def test_claims_of_any_shape_are_mapped_or_refused(claims: dict[str, Any]) -> None:
    try:
        Actors(EVERYBODY, ISSUER).actor(claims | {"sub": "4711"})
    except Unauthenticated as refused:
        assert refused.status == 403  # noqa: PT017 - either outcome is right, any other exception is not


def sentences(tmp_path: Path, content: str) -> list[str]:
    with pytest.raises(Misconfigured) as wrong:
        read_actors(file(tmp_path, content), ISSUER)
    return list(wrong.value.sentences)


@pytest.mark.parametrize("role", ["land", "county", "committee"])
def test_only_auditor_and_operator_may_lack_a_scope(tmp_path: Path, role: str) -> None:
    entry = f'[[actor]]\nclaims = {{ a = "b" }}\nrole = "{role}"\nparty = "ni-ms"\noffice = "Amt"\n'
    found = sentences(tmp_path, LAND + entry)
    assert len(found) == 1
    assert found[0].startswith("Datei actors.toml, Eintrag 2: Feld „scope“ ist ungültig: zur Rolle")


@pytest.mark.parametrize("role", ["land", "county"])
def test_land_and_county_need_a_party(tmp_path: Path, role: str) -> None:
    entry = f'[[actor]]\nclaims = {{ a = "b" }}\nrole = "{role}"\nscope = "03"\noffice = "Amt"\n'
    found = sentences(tmp_path, entry)
    assert len(found) == 1
    assert found[0].startswith("Datei actors.toml, Eintrag 1: Feld „party“ ist ungültig: zur Rolle")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ('role = "chief"', "role"),
        ('scope = "3"', "scope"),
        ('scope = "Niedersachsen"', "scope"),
        ('party = "Heidekreis GmbH"', "party"),
        ('office = ""', "office"),
        ("claims = {}", "claims"),
        ("claims = { groups = [] }", "claims.groups"),
        ("claims = { verified = true }", "claims.verified"),
        ("person_claim = 7", "person_claim"),
        ('person = "ms-1"', "person"),
        ('colour = "blue"', "colour"),
    ],
)
def test_a_wrong_field_is_named_with_its_entry(tmp_path: Path, wrong: str, field: str) -> None:
    name = wrong.partition(" ")[0]
    kept = [line for line in COUNTY.splitlines() if not line.startswith(f"{name} ")]
    found = sentences(tmp_path, "\n".join([LAND, AUDITOR, *kept, wrong]))
    assert [one for one in found if one.startswith(f"Datei actors.toml, Eintrag 3: Feld „{field}“")] == found
    assert found


def test_every_wrong_field_of_every_entry_is_named(tmp_path: Path) -> None:
    found = sentences(
        tmp_path, '[[actor]]\nrole = "land"\n[[actor]]\nclaims = { a = "b" }\nrole = "x"\noffice = "Amt"\n'
    )
    assert {one.split(":")[0] for one in found} == {"Datei actors.toml, Eintrag 1", "Datei actors.toml, Eintrag 2"}
    assert len(found) == 5  # claims, party, scope and office; role


def test_two_entries_of_the_same_claims_are_refused(tmp_path: Path) -> None:
    assert sentences(tmp_path, LAND + COUNTY + LAND) == [
        "Datei actors.toml, Eintrag 3: Dieselben „claims“ stehen schon weiter oben."
    ]


@pytest.mark.parametrize(
    "content", ["", "[actor]\n", "actor = 7", "actor = []", f"{LAND}\n[other]\n", "[[actor", "a = " + "[" * 9999]
)
def test_a_file_that_is_no_list_of_entries_is_refused(tmp_path: Path, content: str) -> None:
    assert sentences(tmp_path, content)[0].startswith("Datei actors.toml")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="nicht lesbar"):
        read_actors(tmp_path / "missing.toml", ISSUER)
    path = tmp_path / "latin.toml"
    path.write_bytes(b"\xff")
    with pytest.raises(Misconfigured, match="nicht lesbar"):
        read_actors(path, ISSUER)
    path.write_bytes(b" " * (1024 * 1024 + 1))
    with pytest.raises(Misconfigured, match="größer als"):
        read_actors(path, ISSUER)


def test_local_actors_stand_in_the_same_form_with_their_person(tmp_path: Path) -> None:
    local = LAND.replace('claims = { groups = "zielsteuerung-land" }', 'person = "ms-1"').replace("person_claim", "#")
    expected = Actor("ms-1", Role.LAND, "MS, Referat Zielsteuerung", "Eigene Anmeldung", "ni-ms", "03")
    assert read_local_actors(file(tmp_path, local), "Eigene Anmeldung") == (expected,)
    with pytest.raises(Misconfigured, match="Eintrag 1: Feld „person“ fehlt"):
        read_local_actors(file(tmp_path, AUDITOR), "Eigene Anmeldung")

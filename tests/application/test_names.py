"""How a name is written day by day, and what only looks like one."""

import pytest

from application.names import apart, is_named, spelled, tells_family_name
from application.ports import Person

GROTE = Person(id="p-1", given_name="Jens", family_name="Grote")
ANNA = Person(id="p-2", title="Dr.", given_name="Anna Lena", family_name="Müller-Lüdenscheidt")
KLEIN = Person(id="p-3", given_name="Bernd", family_name="Klein")
LAND = Person(id="p-4", given_name="Lars", family_name="Land")


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (GROTE, "Herr J. Grote bittet darum."),
        (GROTE, "Hr. Grote"),
        (GROTE, "Herrn Kollegen Grote"),
        (GROTE, "Herr Staatssekretär a. D. Grote"),
        (GROTE, "Staatssekretär Grote"),
        (GROTE, "Rückfragen: jens.grote@land.example"),
        (GROTE, "Rückfragen: j.grote@land.example"),
        (GROTE, "Je\u00adns Gro\u200bte"),
        (GROTE, "GROTE, JENS"),
        (GROTE, "Grote Jens"),
        (GROTE, "Jens Peter Grote"),
        (ANNA, "Fr. Müller-Lüdenscheidt"),
        (ANNA, "Dr. med. Müller-Lüdenscheidt"),
        (ANNA, "A. Müller-Lüdenscheidt"),
        (ANNA, "A.-L. Müller-Lüdenscheidt"),
        (ANNA, "Anna Müller-Lüdenscheidt"),
        (ANNA, "Anna-Lena Müller-Lüdenscheidt"),
        (ANNA, "wie Müller-Lüdenscheidt sagt"),
        (ANNA, "Mueller‑Luedenscheidt"),
        (KLEIN, "Herr Klein"),
        (KLEIN, "Hr. Dr. B. Klein"),
    ],
)
def test_everyday_spellings_name_the_person(person: Person, text: str) -> None:
    assert is_named(person, ["Harmlos.", spelled(text)])


@pytest.mark.parametrize(
    ("person", "text"),
    [
        (GROTE, "Grote"),
        (GROTE, "Jens-Grote-Straße"),
        (GROTE, "Herr Grotewohl"),
        (ANNA, "Müller und Lüdenscheidt"),
        (KLEIN, "Ein klein wenig, z. B. Klein und Groß."),
        (KLEIN, "Der Abstand ist klein, sagt Herr Meier, klein und stetig."),
        (KLEIN, "Anlage B Klein"),
        (LAND, "Das Land fördert, die Frau aus dem Land Niedersachsen auch."),
        (LAND, "Herr Meier vom Land"),
        (LAND, "Frauen im Land"),
    ],
)
def test_an_ordinary_word_is_no_name(person: Person, text: str) -> None:
    assert not is_named(person, [spelled(text)])


@pytest.mark.parametrize(
    "key",
    ["Jens-Grote", "jens_grote-2026", "2026.grote.jens", "JensGrote7", "jensgrote", "https://a.example/jens%2Dgrote/x"],
)
def test_a_name_in_a_key_or_address_is_told_apart(key: str) -> None:
    assert is_named(GROTE, [apart(key)])
    assert not is_named(LAND, [apart(key)])


@pytest.mark.parametrize(
    ("text", "told"),
    [("Frau Müllers Antrag", True), ("LÜDENSCHEIDT", True), ("Vermüllert ist nichts.", False), ("Anna", False)],
)
def test_any_word_of_the_family_name_tells_it(text: str, told: bool) -> None:
    assert tells_family_name(ANNA, [text]) is told

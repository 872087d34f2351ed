"""Whoever asks for English finds German only in words people recorded: the agreement's, the law's, their own."""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import pairwise
from typing import Any

from application.reports.catalogue import REPORTS
from domain.german import CODES, german
from domain.record import Record, Role
from interfaces.http.access import ACCESS, OPEN
from interfaces.http.english import word
from tests.figures.files import Row, as_csv
from tests.figures.test_files_over_http import rates
from tests.http.answers import JSON, PATHS, PERSONS, QUERIES
from tests.http.conftest import SAMPLE
from tests.http.service import Running
from tests.http.test_english import GERMAN

ENGLISH = {"Accept-Language": "en"}
ONLY_GERMAN = {german(code) for code in CODES} - {word(code) for code in CODES} - {"Index", "Land"}
WORDS = re.compile(
    rf"{GERMAN.pattern}|\b(?:{'|'.join(map(re.escape, sorted(ONLY_GERMAN, key=len, reverse=True)))})\b"
    r"|\b(?:vom|von|zum|zur|für|mit|auf|bis|ab|nach|aus|bei|im|keine?[nrs]?|noch|nur|sind|hat|haben|gilt|wie|um|des)\b"
    r"|\b(?:Zeilen?|Ziele?|Lieferung|Ladestand|Wert|Monate?n?|Jahr|Eintrag|Einträge|Fassung|Träger|Vereinbarung"
    r"|Stand|Zähler|Nenner|Mittel|Veränderung|Urteil|Grundsatz|Titel|Vorjahr|Januar|Dezember|Datei|Spalte)\b"
)
LEFT_AS_THEY_ARE = re.compile(r"\((?:Ausschuss für Zielvereinbarungen|Kennzahlenverordnung|Kennzahlenfassung)\)")
"""German terms of law that English sentences have in brackets."""
OF_THE_SERVICE = {"derivation", "computed", "findings", "warnings"}
"""Fields of facts the service fills."""
LEFT_GERMAN = {
    "list_clauses",  # the agreement's clauses in brief
    "list_mappings",  # files, shown as they are
    "list_rules",  # the German sentence that counts, and the English one beside it
    "read_openapi",  # German examples, and names of the field beside English ones
    "read_paper_digest",  # a German paper by its title
}
"""Readings of German texts."""


def recorded(value: Any) -> Iterator[str]:
    """Every text people recorded."""
    match value:
        case dict():
            for name, one in value.items():
                if name not in OF_THE_SERVICE:
                    yield from recorded(one)
        case list():
            for one in value:
                yield from recorded(one)
        case str():
            yield value
        case _:
            pass


def peoples_words(records: Iterable[Record], draft: Any) -> list[str]:
    """What people wrote into these entries, the longest first, and what a later draft carries over of it."""
    found = {*recorded(draft)}
    for record in records:
        found |= {*recorded(record.fact.model_dump(mode="json"))}
        found |= {*recorded(record.provenance.model_dump(mode="json", exclude={"authenticated_by"}))}
    texts = {part for text in found for part in (text, text.rstrip("."))}
    return sorted((text for text in texts if WORDS.search(text)), key=len, reverse=True)


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of an answer, with where it stands."""
    match value:
        case dict():
            for name, one in value.items():
                yield from texts(one, f"{path}.{name}")
        case list():
            for one in value:
                yield from texts(one, f"{path}[]")
        case str():
            yield path, value
        case _:
            pass


def german_in(answer: Any, own: list[str]) -> dict[str, str]:
    """What is German in an answer beside people's words: one text for each place."""
    found = {}
    for path, text in texts(answer):
        said = reduce(lambda left, words: left.replace(words, "…"), own, LEFT_AS_THEY_ARE.sub("", text))
        if WORDS.search(said) and not path.endswith("_id"):
            found[path] = said
    return found


def asked(service: Running) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Every reading of the description: operation, address and parameters."""
    for path, methods in service.app.openapi()["paths"].items():
        operation = methods.get("get", {})
        if {*JSON} & operation.get("responses", {}).get("200", {}).get("content", {}).keys():
            name = operation["operationId"]
            address = re.sub(r"\{(\w+)\}", lambda found: PATHS.get(found[1], "none"), path)
            yield name, address, QUERIES.get(name, {})
    own = f"/api/v1/agreements/{SAMPLE}"
    steps = [0, 1, 4, 12, 25, 40, 55, 70, 85, 101]
    for first, last in pairwise(steps):
        yield "read_difference", f"{own}/difference", {"from": str(first), "to": str(last)}
    for version in (12, 60, 101):
        yield "read_knowledge", f"{own}/history/{version}/knowledge", {}
    for month in ("2026-01", "2026-11", "2026-12"):
        yield "read_explanation", f"{own}/explanation", {"month": month}
    for name in REPORTS:
        yield "read_report", f"/api/v1/reports/{name}", {"on": "2027-06-01"}
    yield "read_history", f"{own}/history", {"limit": "500"}


def test_an_english_answer_has_german_only_in_peoples_words(sample: Running) -> None:
    draft = sample.as_(PERSONS[Role.LAND]).get(f"/api/v1/agreements/{SAMPLE}/draft?year=2027").json()["request"]
    own = peoples_words(sample.system.journal.records(SAMPLE), draft)
    left: dict[str, dict[str, str]] = {}
    answered = set()
    for name, address, parameters in asked(sample):
        roles = ACCESS[name]
        person = next((PERSONS[role] for role in PERSONS if role in roles or roles is OPEN), "betrieb")
        answer = sample.as_(person).get(address, params=parameters, headers=ENGLISH)
        answered |= {name} if answer.status_code == 200 else set()
        if name not in LEFT_GERMAN and (found := german_in(answer.json(), own)):
            left[f"{name} {parameters}"] = found
    assert left == {}
    assert len(answered) > 40


SPOILT: list[Row] = [
    *rates("2026-03", "03358", 318),
    ("03358", "K2", "JFW", "Frauen", "2026-03", "0", "2026-04-16", "viele", "", "", ""),
    ("33", "K2", "JFW", "divers", "2026-03", "0", "2026-04-16", "", "1", "", "vielleicht"),
    ("03358", "XY", "Monatswert", "insgesamt", "2026-03", "0", "2026-04-16", "-5,5", "", "", ""),
    ("03358", "ELB", "Monatswert", "insgesamt", "2026-03", "0", "2026-04-16", "-5,5", "", "", ""),
    ("03358", "ELB", "Monatswert", "insgesamt", "2026-03", "0", "2026-04-16", "4000", "", "", "gesperrt"),
]
QUOTED = re.compile("“[^“”]*”")
"""What stands in the file, or is to stand there: a file's words are German."""


def test_problems_of_a_file_are_said_in_english(sample: Running) -> None:
    desk = sample.as_(PERSONS[Role.LAND])
    found = {}
    for language in ("de", "en"):
        answer = desk.post(
            "/api/v1/figure-files/checks",
            params={"name": "verdorben.csv"},
            content=as_csv(SPOILT),
            headers={"Accept-Language": language, "Content-Type": "application/octet-stream"},
        )
        assert answer.status_code == 200, answer.text
        found[language] = answer.json()
    said = [one[field] or "" for one in found["en"]["problems"] for field in ("found", "expected", "about")]
    assert len(found["en"]["problems"]) > 5
    assert [text for text in said if WORDS.search(QUOTED.sub("", text).replace("…", ""))] == []
    places = [[(one["check"], one["row"], one["column"]) for one in found[lang]["problems"]] for lang in ("de", "en")]
    assert places[0] == places[1]
    assert all(one["found"] for one in found["en"]["problems"])

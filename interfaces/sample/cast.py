"""Who acts in the sample: offices, and the signatories the agreement names."""

import hashlib
from dataclasses import dataclass
from datetime import date

from application.ports import Person
from domain.facts.signing import Document
from domain.record import Actor, Request, Role

_BY = "Vorführung mit beweglicher Uhr"
DESK = Actor("ms-sachbearbeitung", Role.LAND, "MS, Sachbearbeitung Zielsteuerung", _BY, "ni-ms", "03")
REVIEW = Actor("ms-fachaufsicht", Role.LAND, "MS, Fachaufsicht SGB II", _BY, "ni-ms", "03")
COUNTY = Actor("hk-controlling", Role.COUNTY, "Landkreis Heidekreis, Controlling", _BY, "heidekreis", "03358")
COMMITTEE = Actor("ausschuss-zv", Role.COMMITTEE, "Ausschuss für Zielvereinbarungen, Geschäftsstelle", _BY, None, "03")
READER = Actor("pruefung", Role.AUDITOR, "Prüfung", _BY)

SIGNATORIES = (
    Person(id="unterzeichnung-1", title="Dr.", given_name="Christine", family_name="Arbogast"),
    Person(id="unterzeichnung-2", given_name="Jens", family_name="Grote"),
)
"""The signatories named in the agreement."""


@dataclass(frozen=True, slots=True)
class Scene:
    """An act of the sample: recorded on `on`, by whom, asking for what."""

    on: date
    actor: Actor
    request: Request


def document(title: str, file_reference: str) -> Document:
    """A document of the sample: its hash is that of its title, because there is no paper behind it."""
    return Document(sha256=hashlib.sha256(title.encode()).hexdigest(), title=title, file_reference=file_reference)

"""The frame of every page about an agreement: its name, its pages side by side, and the instant they keep to."""

from typing import Any

from application.lists.courses import Course
from interfaces.web.asking import Known
from interfaces.web.rendering import Tab
from interfaces.web.titles import county_of

_TABS = (
    ("Stand", ""),
    ("Zieldialoge", "/dialoge"),
    ("Verlauf des Jahres", "/jahr"),
    ("Berichte", "/berichte"),
    ("Daten", "/daten"),
    ("Bedingungen", "/bedingungen"),
    ("Gesamtbewertung", "/bewertung"),
    ("Papiere", "/papiere"),
    ("Einträge", "/verlauf"),
    ("Nachweis", "/nachweis"),
)


def about(case: Course, known: Known, here: str) -> dict[str, Any]:
    """Values for the layout of an agreement's pages; `here` is the page's own path below the agreement."""
    own = f"/vereinbarungen/{case.agreement.id}"
    return {
        "case": case,
        "agreement": case.agreement,
        "terms": case.agreement.terms,
        "county": county_of(case.agreement),
        "party_names": {party.id: party.name for party in case.agreement.terms.parties},
        "own": own,
        "known": known,
        "kept": known.query(),
        "tabs": tuple(Tab(title, own + path + known.query(), path == here) for title, path in _TABS),
    }

"""Who appears in the features."""

from collections.abc import Mapping
from dataclasses import replace

from domain.parties import Party, Side
from domain.record import Actor, Role

MINISTRY = Actor("ms-1", Role.LAND, "Referat Zielsteuerung", "Test", party="ni-ms", scope="03")
COUNTY = Actor("hk-1", Role.COUNTY, "Leitung Jobcenter Heidekreis", "Test", party="heidekreis", scope="03358")
AUDITOR = Actor("rh-1", Role.AUDITOR, "Rechnungsprüfung", "Test")

CAST: Mapping[str, Actor] = {
    "das Ministerium": MINISTRY,
    "eine zweite Person im Ministerium": replace(MINISTRY, person="ms-2", office="Referat Controlling"),
    "ein anderes Ministerium des Landes": replace(MINISTRY, person="mw-1", party="ni-mw"),
    "das Ministerium eines anderen Landes": replace(MINISTRY, person="by-1", party="by-stmas", scope="09"),
    "der Landkreis": COUNTY,
    "die neue Leitung im Landkreis": replace(COUNTY, person="hk-2"),
    "ein anderer Landkreis": replace(COUNTY, person="fri-1", party="friesland", scope="03455"),
    "der Ausschuss": Actor("az-1", Role.COMMITTEE, "Geschäftsstelle des Ausschusses", "Test", scope="03"),
    "die Prüfung": AUDITOR,
    "der Betrieb": Actor("op-1", Role.OPERATOR, "Betrieb", "Test"),
}
PARTIES = {"Ministerium": MINISTRY.party, "Landkreis": COUNTY.party}
"""Parties as the features call them, by their ids."""

SECOND = CAST["eine zweite Person im Ministerium"]


def party_named(name: str) -> str:
    """The id of a party, also of one that no agreement knows."""
    return PARTIES.get(name) or name.lower().replace(" ", "-")


def party_says(party: str | None) -> str:
    """How the features call a party."""
    return next((name for name, known in PARTIES.items() if known == party), party or "")


def acting_for(party: Party) -> Actor:
    """Somebody who signs for a party."""
    role = Role.LAND if party.side is Side.LAND else Role.COUNTY
    return Actor(f"{party.id}-1", role, "Vertretung", "Test", party=party.id, scope=party.ags or "")

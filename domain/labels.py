"""The German words for the service's own enumerations."""

from domain.agreement import Status
from domain.measures import Unit
from domain.record import Role
from domain.terms import Quantity, Sex, Side

GERMAN: dict[str, str] = {
    Status.DRAFTED: "entworfen",
    Status.PARTLY_SIGNED: "teilweise unterzeichnet",
    Status.IN_FORCE: "in Kraft",
    Status.ASSESSED: "bewertet",
    Status.CLOSED: "abgeschlossen",
    Status.WITHDRAWN: "zurückgezogen",
    Status.TERMINATED: "gekündigt",
    Unit.PERCENT: "Prozent",
    Unit.PERCENTAGE_POINTS: "Prozentpunkten",
    Unit.PERSONS: "Personen",
    Unit.INTEGRATIONS: "Integrationen",
    Unit.EUR: "Euro",
    Sex.TOTAL: "insgesamt",
    Sex.WOMEN: "Frauen",
    Sex.MEN: "Männer",
    Sex.GAP: "Abstand Männer zu Frauen",
    Quantity.CHANGE: "die Veränderung",
    Quantity.POINTS: "die Veränderung in Punkten",
    Quantity.LEVEL: "die Höhe",
    Side.LAND: "Land",
    Side.COUNTY: "Kommune",
    Role.COMMITTEE: "Ausschuss",
    Role.AUDITOR: "Prüfung",
    Role.OPERATOR: "Betrieb",
}


def german(word: str) -> str:
    """The German word for an enumeration's value."""
    return GERMAN.get(word, word)

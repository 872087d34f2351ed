"""German for the fields of the terms and their values, as lists of differences say them."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.german import german, spoken
from domain.measures import Formula
from domain.terms import Bound, NamedLevel

FIELDS = {
    "ags": "Gemeindeschlüssel",
    "amended_on": "geändert am",
    "amendment_citation": "Fundstelle der Änderung",
    "amount": "Betrag (Euro)",
    "assessment": "Gesamtbewertung",
    "base_year": "Vergleichsjahr",
    "basis": "Grundlage",
    "benchmarks": "Eckwert",
    "bound": "Zielwert",
    "budget": "Haushaltsmittel",
    "by": "durch",
    "carrier_number": "Trägernummer",
    "catalogue": "Kennzahlenfassung",
    "citation": "Fundstelle",
    "clause": "Gliederung",
    "closes_on": "spätestens am",
    "code": "Kürzel",
    "committee": "Ausschuss",
    "consents": "Einvernehmen",
    "counted_in": "gezählt in",
    "criteria": "Erfolgskriterium",
    "decides": "es entscheidet",
    "decimals": "Nachkommastellen",
    "denominator": "Nenner",
    "dialogs": "Zieldialoge",
    "duties": "Verpflichtung",
    "expected_change": "erwartete Veränderung (Prozent)",
    "form": "Form",
    "formula": "Formel",
    "given_on": "erteilt am",
    "goals": "Ziel",
    "heading": "Überschrift",
    "id": "Kennung",
    "included_nationwide": "bundesweit enthalten",
    "interim": "Zwischenwert",
    "issued_on": "vom",
    "kind": "Art",
    "legal_basis": "Rechtsgrundlage",
    "lines": "Zeile",
    "measure": "Kennzahl",
    "minimum": "Mindestzahl",
    "month": "Monat",
    "months_waited": "Monate Wartezeit",
    "name": "Name",
    "names": "genannte Zahl",
    "needs": "nötige Zeilen",
    "numerator": "Zähler",
    "opens_on": "frühestens am",
    "ordinance": "Kennzahlenverordnung",
    "outlook": "wirtschaftliche Lage",
    "own_measures": "eigene Kennzahl",
    "parties": "Partner",
    "place": "Stelle",
    "principles": "Grundsatz",
    "quantity": "gemessen wird",
    "reference": "Aktenzeichen",
    "rounded_to": "gerundet auf (Euro)",
    "rounding": "Rundung",
    "says": "Text",
    "sex": "Geschlecht",
    "side": "Seite",
    "source": "Quelle",
    "stated_total": "Gesamtbetrag (Euro)",
    "steps": "Umsetzungsschritt",
    "text": "Wortlaut",
    "title": "Titel",
    "topics": "Thema",
    "track": "Nummer in § 48b Abs. 1 S. 1",
    "unit": "Einheit",
    "verdicts": "Urteil",
    "version": "Fassung",
    "year": "Jahr",
}
"""Every field that terms can have."""

ORDER = "Reihenfolge"


def _named(number: NamedLevel | None) -> str:
    if number is None:
        return ""
    return f" (auf {spoken(number.value)} {german(number.unit)}{', die Zahl entscheidet' if number.decides else ''})"


def said(field: str, value: object) -> str | None:
    """A plain value of a field in German; None for nothing."""
    match value:
        case None:
            return None
        case Bound():
            return f"{german(value.comparator)} {spoken(value.value)} {german(value.unit)}{_named(value.names)}"
        case Formula():
            return str(value)
        case StrEnum():
            return german(value)
        case date() | Decimal():
            return spoken(value)
        case str() if field == "decides":
            return german(value)
        case _:
            return str(value)

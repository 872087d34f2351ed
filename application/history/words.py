"""Words for the fields of the terms and their values, as lists of differences say them."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.german import german
from domain.measures import Formula
from domain.reasons import ITSELF, Reason
from domain.terms import Bound
from domain.values import Words

_FIELDS = {
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
FIELDS = {field: Reason(f"term_{field}", german) for field, german in _FIELDS.items()}
"""Every field that terms can have, by its name."""
ITEM = Reason("term_item", "{field} {key}")
ORDER = Reason("order", "Reihenfolge")
PRESENT = Reason("present", "vorhanden")
BOUND = Reason("bound", "{comparator} {value} {unit}")
NAMED_BOUND = Reason("named_bound", "{bound} (auf {value} {unit})")
DECIDES = {code: Reason(f"{code}_decides", german(code)) for code in ("exact", "rounded", "not_agreed")}
DECIDING_BOUND = Reason("deciding_bound", "{bound} (auf {value} {unit}, die Zahl entscheidet)")


def said(field: str, value: object) -> Words | None:
    """A plain value of a field; None for nothing."""
    match value:
        case None:
            return None
        case Bound():
            return _bound(value)
        case Formula():
            return str(value)
        case StrEnum() | date() | Decimal():
            return ITSELF.said(value=value)
        case str() if field == "decides":
            return DECIDES[value].said()
        case _:
            return str(value)


def _bound(of: Bound) -> Words:
    bound = BOUND.said(comparator=of.comparator, value=of.value, unit=of.unit)
    if of.names is None:
        return bound
    named = DECIDING_BOUND if of.names.decides else NAMED_BOUND
    return named.said(bound=bound, value=of.names.value, unit=of.names.unit)

"""German for enumerations, numbers and days, as sentences and tables say them."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, runtime_checkable


@runtime_checkable
class InGerman(Protocol):
    """A value whose German text differs from its machine form."""

    def in_german(self) -> str:
        """The words of a sentence."""


_WORDS = {
    # states of an agreement
    "drafted": "entworfen",
    "partly_signed": "teilweise unterzeichnet",
    "in_force": "in Kraft",
    "assessed": "bewertet",
    "closed": "abgeschlossen",
    "withdrawn": "zurückgezogen",
    "terminated": "gekündigt",
    # states of a line
    "on_course": "auf Kurs",
    "off_course": "nicht auf Kurs",
    "not_assessable": "nicht beurteilbar",
    "undecided": "nicht entschieden",
    "undecidable": "aus gerundeten Zahlen nicht entscheidbar",
    "rounding_open": "nur die Rundung entscheidet, sie ist nicht vereinbart",
    "as_expected": "wie erwartet",
    "not_as_expected": "anders als erwartet",
    "monitored": "wird beobachtet",
    "rounding": "nur die Rundung entscheidet",
    "revisions": "über Revisionen der Statistik hinweg verglichen",
    # lines, goals, bounds
    "target": "Zielwert",
    "expected": "Erwartungswert",
    "measured": "mit Kennzahlen",
    "individual": "individualisiert",
    "reported": "wird berichtet",
    "total": "insgesamt",
    "women": "Frauen",
    "men": "Männer",
    "gap": "Abstand Männer zu Frauen",
    "change": "die Veränderung",
    "points": "die Veränderung in Punkten",
    "level": "die Höhe",
    "at_least": "mindestens",
    "more_than": "mehr als",
    "at_most": "höchstens",
    "less_than": "weniger als",
    "percent": "Prozent",
    "percentage_points": "Prozentpunkte",
    "persons": "Personen",
    "integrations": "Integrationen",
    "households": "Bedarfsgemeinschaften",
    "vouchers": "Gutscheine",
    "index": "Indexpunkte",
    "EUR": "Euro",
    # why a checkpoint was made
    "daily": "täglich",
    "assessment": "Gesamtbewertung",
    "export": "Ausgabe",
    "report": "Bericht",
    "rotation": "Schlüsselwechsel",
    "request": "auf Wunsch",
    # figures and deliveries
    "monthly": "Monatswert",
    "ytd": "Jahresfortschrittswert",
    "rolling12": "gleitender Jahreswert",
    "imputed": "hochgerechnet",
    "suppressed": "gesperrt",
    "missing": "fehlt",
    "back_computed": "zurückgerechnet",
    "pending": "nicht entschieden",
    "released": "freigegeben",
    "rejected": "zurückgewiesen",
    "transmission_error": "Übermittlungsfehler",
    "statistics_error": "Fehler der Statistik, vom Amt berichtigt",
    "statistical_revision": "Revision der Statistik",
    "computed": "errechnet",
    "delivered": "wie geliefert, nicht nachgerechnet",
    "difference": "Differenz",
    # dialogs and signatures
    "requested": "angefragt",
    "scheduled": "angesetzt",
    "cancelled": "abgesagt",
    "held": "geführt",
    "regular": "regelmäßig",
    "on_deviation": "wegen Zielabweichung",
    "on_request": "auf Wunsch der Kommune",
    "final": "Abschlussdialog",
    "paper": "auf Papier",
    "electronic": "elektronisch",
    # follow-up and judging
    "law": "Gesetzesänderung",
    "budget": "Haushaltsmittel",
    "benchmark": "Eckwert",
    "economic": "konjunkturell",
    "structural": "strukturell",
    "up": "steigend",
    "down": "sinkend",
    "unclear": "unklar",
    "begun": "begonnen",
    "done": "umgesetzt",
    "dropped": "aufgegeben",
    "met": "erfüllt",
    "not_met": "nicht erfüllt",
    "attained": "erreicht",
    "not_attained": "nicht erreicht",
    "agrees": "stimmt zu",
    "dissents": "widerspricht",
    "silent": "hat sich nicht geäußert",
    "addressed": "gewürdigt",
    "open": "offen",
    "retracted": "zurückgenommen",
    "acknowledged": "zur Kenntnis genommen",
    "contested": "beanstandet",
    "answered": "beantwortet",
    # comparison and checks
    "compared": "wird verglichen",
    "unequal": "anderer Ladestand",
    "error": "Fehler",
    "warning": "Warnung",
    # things that can change
    "status": "Lage",
    "terms": "Bedingungen",
    "proposals": "Vorschläge",
    "figures": "Daten",
    "lines": "Stand der Zeilen",
    "dialogs": "Zieldialoge",
    "follow_up": "Verabredungen, Beratung, Abweichungen",
    "individual_goals": "individualisierte Ziele",
    "appraisal": "Würdigung",
    # formulas
    "sum": "Summe",
    "mean": "Mittel der Bestände",
    "sum_per_mean_of_preceding": "Summe je mittlerem Bestand der Vormonate",
    "sum_per_sum": "Summe je Summe",
    "mean_of_rates": "Mittel der Monatsquoten",
    "mean_of_rates_of_preceding": "Mittel der Quoten zum Bestand des Vormonats",
    "mean_per_mean": "Mittel je Mittel",
    "year_on_year": "Veränderung zum Vorjahr",
    "last": "letzter Wert",
    # which value decides
    "exact": "der genaue Wert",
    "rounded": "der gerundete Wert",
    "not_agreed": "nicht vereinbart",
    # places in the catalogue of measures
    "key_figure": "Kennzahl",
    "supplementary": "Ergänzungsgröße",
    "outside": "außerhalb der Kennzahlenverordnung",
    "stock": "Bestand",
    "flow": "Zugang im Monat",
    # what reports find unequal
    "noted_here_only": "nicht überall festgehalten",
    "appraised_here_only": "nicht überall gewürdigt",
    # what is waited for
    "signature": "Unterzeichnung",
    "transcription": "Abgleich mit dem Papier",
    "amendment": "Unterzeichnung der Änderung",
    "dialog_owed": "Zieldialog",
    "dialog_request": "Antwort auf den Dialogwunsch",
    "minutes": "Bestätigung der Niederschrift",
    "measure": "Bericht zur Verabredung",
    "load_expected": "Datenlieferung",
    "load_unreleased": "Entscheidung über die Lieferung",
    "step": "Umsetzungsschritt",
    "goal_open": "Würdigung des individualisierten Ziels",
    "final_dialog": "Abschlussdialog",
    "county_answer": "Antwort der Kommune",
    "contest": "Antwort auf die Beanstandung",
    "closing": "Abschluss",
    "review": "Überprüfung der Gesamtbewertung",
    # sides and roles
    "land": "Land",
    "county": "Kommune",
    "committee": "Ausschuss",
    "auditor": "Prüfung",
    "operator": "Betrieb",
}


CODES = _WORDS.keys()
"""Every value of an enumeration that people read."""


def german(word: str) -> str:
    """The German word for an enumeration's value."""
    return _WORDS[word]


def waiting(months: int) -> str:
    """For how long values have waited."""
    return "ohne Wartezeit" if months == 0 else f"nach {months} {'Monat' if months == 1 else 'Monaten'} Wartezeit"


def spoken(value: object) -> str:
    """A day as 10.02.2026, a decimal as 15.601.016,5, a code by its German word, several values joined by commas."""
    if isinstance(value, tuple):
        return ", ".join(map(spoken, value))
    if isinstance(value, StrEnum):
        return german(value)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, Decimal):
        return f"{value:,f}".translate(str.maketrans(",.", ".,"))
    if isinstance(value, str | int):  # most are, and asking for a protocol takes long
        return str(value)
    return value.in_german() if isinstance(value, InGerman) else str(value)

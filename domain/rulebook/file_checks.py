"""The published catalogue of checks on files of figures: numbered for good, each with what must hold."""

from datetime import date
from enum import StrEnum

from domain.facts.figure_files import CheckId
from domain.reasons import Reason
from domain.values import Day, Frozen, Text, Words

CHECKS_VERSION = "6"


class Severity(StrEnum):
    """Whether what a check finds prevents the delivery or travels with it."""

    ERROR = "error"
    WARNING = "warning"


class Check(Frozen):
    """A check: its number, its consequence, the clause or paragraph behind it, and its condition in German."""

    id: CheckId
    severity: Severity
    source: Text
    says: Words
    formula: Words | None = None
    valid_from: Day = date(2026, 1, 1)


def _error(number: str, source: str, says: str, formula: str | None = None) -> Check:
    return _check(number, Severity.ERROR, source, says, formula)


def _warning(number: str, source: str, says: str, formula: str | None = None) -> Check:
    return _check(number, Severity.WARNING, source, says, formula)


def _check(number: str, severity: Severity, source: str, says: str, formula: str | None) -> Check:
    return Check(
        id=number,
        severity=severity,
        source=source,
        says=Reason(f"check_{number}", says).said(),
        formula=Reason(f"check_{number}_formula", formula).said() if formula else None,
    )


LAYOUT = _error("V01", "III.3.2-D", "Die Datei hat die Spalten der langen oder der breiten Form, jede einmal.")
READABLE = _error(
    "V02", "III.3.2-D", "Jede Zelle lässt sich als das lesen, was ihre Spalte enthält, und nur auf eine Art."
)
KNOWN_AGREEMENT = _error("V03", "III.3.2-D", "Zum Träger gibt es eine Vereinbarung, für die Daten geliefert werden.")
KNOWN_MEASURE = _error("V04", "III.2.2", "Die vereinbarte Kennzahlenfassung kennt die Kennzahl oder Grundgröße.")
COMPLETE_FIGURE = _error(
    "V05",
    "III.3.2-D",
    "Eine Zeile trägt entweder eine Zahl oder ein Kennzeichen dafür, dass sie fehlt oder gesperrt ist.",
)
ONCE = _error(
    "V06",
    "III.3.2-D",
    "Jede Zahl und jeder Ladestand steht einmal in der Datei, jede Reihe in einer Fassung.",
)
NO_GAPS = _error("V07", "III.3.2-D", "Eine Reihe hat keine Lücken; was fehlt, steht mit Kennzeichen da.")
WITHIN_LOAD = _error(
    "V08",
    "III.3.2-L",
    "Ein Monat liegt nicht nach dem Berichtsmonat, und geladen wurde nach der Wartezeit und nicht in der Zukunft.",
    "Bezugsmonat ≤ Berichtsmonat; Berichtsmonat + Wartemonate ≤ Monat des Ladedatums; Ladedatum ≤ heute",
)
NOT_NEGATIVE = _error("V09", "III.3.2-D", "Bestände, Zugänge und Summen sind nicht negativ.", "Wert ≥ 0")
SEXES_ADD_UP = _error(
    "V10",
    "I.2",
    "Bei Zahlen von Personen und Integrationen, auch in Zähler und Nenner, ergeben Frauen und Männer die Gesamtzahl.",
    "F + M = I; F ≤ I; M ≤ I (Mittelwerte: bis auf die Rundung)",
)
RATE_FITS = _error(
    "V11",
    "Kennzahlenverordnung § 2 Abs. 1",
    "Eine Quote ist ihr Zähler durch ihren Nenner, gerundet wie veröffentlicht.",
    "Wert = gerundet(100 · Zähler ÷ Nenner)",
)
FORMED_FITS = _error(
    "V12",
    "III.3.2-W",
    "Jahresfortschrittswert und gleitender Jahreswert sind, was die Monatswerte derselben Ladung ergeben, auch in"
    " Zähler und Nenner.",
    "Formel der Kennzahl",
)
WHOLE = _error("V13", "III.3.2-D", "Monatswerte von Personen und Integrationen sind ganze Zahlen.")
NEW_FILE = _error(
    "V14",
    "III.3.2-D",
    "Dieselbe Datei wird für eine Vereinbarung nur einmal geliefert, außer alles aus ihr ist zurückgewiesen.",
)
ACCEPTED = _error("V15", "III.3.2-D", "Die Vereinbarung nimmt die Lieferung nach ihren Regeln an.")
NOT_BY_SEX = _error(
    "V16", "I.2", "Was die Kennzahlenfassung nicht nach Geschlecht unterscheidet, steht nur insgesamt in der Datei."
)
WITHIN_WHOLE = _error(
    "V17",
    "III.3.2-D",
    "Ein Teil ist nicht größer als das Ganze, zu dem er gehört, etwa Langzeitleistungsbeziehende als"
    " erwerbsfähige Leistungsberechtigte.",
    "Teil ≤ Ganzes; 100 · Teil ÷ Ganzes ≤ 100",
)
FILLED = _error("V18", "III.3.2-D", "Zu jedem Ladestand steht mindestens eine Zahl in der Datei.")
PINNED = _warning("V50", "III.2.2", "Geliefert wird nach der vereinbarten Kennzahlenfassung.")
NO_JUMP = _warning(
    "V51",
    "III.3.2-D",
    "Eine Zahl ab 20, und eine Quote um mindestens einen Prozentpunkt, ändert sich gegenüber der Ladung, die sie"
    " berichtigt, sonst gegenüber demselben Monat des Vorjahres zum gleichen Ladestand, sonst gegenüber der vorigen"
    " Ladung, nicht um mehr als den eingestellten Anteil.",
    "|neu − alt| ≤ Anteil · alt (Quote: oder < 1)",
)
REACHES = _warning(
    "V52", "III.3.2-W", "Eine Monatsreihe, aus der Werte gebildet werden, reicht vom Januar bis zum Berichtsmonat."
)
UNREMARKABLE = _warning("V53", "III.3.2-D", "Beim Annehmen der Lieferung wird nichts festgestellt.")
NOT_BEYOND_ALL = _warning("V54", "III.3.2-D", "Eine Quote liegt nicht über 100 Prozent.", "Quote ≤ 100")
SERIES_FILLED = _warning("V55", "III.3.2-D", "In jeder Reihe steht mindestens eine Zahl.")
BETWEEN_SEXES = _warning(
    "V56",
    "I.2",
    "Eine Quote oder Veränderung insgesamt liegt zwischen der der Frauen und der der Männer.",
    "kleinere von F und M ≤ I ≤ größere (bis auf die Rundung; nicht beim Mittel von Monatsquoten)",
)
CARRIES_LINES = _warning(
    "V57", "III.3.2-W", "Die Ladung enthält alles, was die Zeilen der Vereinbarung zu ihrem Ladestand brauchen."
)
SERIES_AS_BEFORE = _warning("V58", "III.3.2-D", "Die Ladung enthält jede Reihe, die die vorige Ladung hatte.")
SAME_REVISION = _warning(
    "V59", "III.3.2-L", "Das Vorjahr liegt in derselben Revision der Statistik vor wie das laufende Jahr."
)
REPEATS = _warning("V60", "III.3.2-D", "Die Zahlen eines Monats gleichen nicht alle denen des Vorjahres.")
MAGNITUDE = _warning(
    "V61",
    "III.3.2-D",
    "Bei der ersten Ladung liegt eine Quote nicht unter einem halben Prozent, eine Summe nicht unter 10.000 Euro, und"
    " nicht alle Bestände sind null.",
)
EUROS_BY_SEX = _warning(
    "V62", "I.2", "Euro-Beträge von Frauen und Männern ergeben den Gesamtbetrag.", "|F + M − I| ≤ 1"
)
BASELINE = _warning(
    "V63",
    "III.3.2-L",
    "Zu jeder Zeile, die mit einem früheren Jahr vergleicht, liegt dessen Wert zum gleichen Ladestand vor.",
)

CHECKS = (
    LAYOUT, READABLE, KNOWN_AGREEMENT, KNOWN_MEASURE, COMPLETE_FIGURE, ONCE, NO_GAPS, WITHIN_LOAD, NOT_NEGATIVE,
    SEXES_ADD_UP, RATE_FITS, FORMED_FITS, WHOLE, NEW_FILE, ACCEPTED, NOT_BY_SEX, WITHIN_WHOLE, FILLED,
    PINNED, NO_JUMP, REACHES, UNREMARKABLE, NOT_BEYOND_ALL, SERIES_FILLED, BETWEEN_SEXES,
    CARRIES_LINES, SERIES_AS_BEFORE, SAME_REVISION,
    REPEATS, MAGNITUDE, EUROS_BY_SEX, BASELINE,
)  # fmt: skip
"""Every check, by number; numbers are never given again."""

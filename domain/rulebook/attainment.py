"""Rules of comparing figures."""

from domain.german import german
from domain.reasons import Reason
from domain.rules import Rule

UNEQUAL_LOAD_STATES = Rule(
    "unequal-load-states",
    "III.3.2-L",
    "refuse",
    "Verglichen werden nur Werte mit gleichem Ladestand: {current} und {baseline} passen nicht zusammen.",
)
NO_SUCH_FIGURE = Rule(
    "no-such-figure",
    "III.2.2",
    "refuse",
    "„{measure}“ ist in der vereinbarten Kennzahlenfassung weder Kennzahl noch Größe; bitte den Schlüssel prüfen.",
)
NO_GAP_OF_SEXES = Rule(
    "no-gap-of-sexes",
    "III.2.1.2-G",
    "refuse",
    "Den Abstand der Geschlechter gibt es nur für Quoten, nicht für „{measure}“; bitte ein Geschlecht wählen.",
)
REVISIONS_DIFFER = Rule(
    "revisions-differ",
    "III.3.2-L",
    "finding",
    "Verglichen werden Werte verschiedener Revisionen der Statistik: {current} und {baseline}.",
)
BASES_DIFFER = Rule(
    "bases-differ",
    "N.3",
    "finding",
    "Das laufende Jahr ist {current}, das Vorjahr {baseline}; beim gelieferten Wert zählt nur, was geliefert wurde.",
)
DELIVERED_DIFFERS = Rule(
    "delivered-differs",
    "N.3",
    "finding",
    "Der gelieferte Jahresfortschrittswert {delivered} weicht vom errechneten {computed} ab ({state}).",
)
DEFINITION_DIFFERS = Rule(
    "definition-differs",
    "III.2.2",
    "finding",
    "Geliefert nach Kennzahlenfassung {delivered}, vereinbart ist {agreed}.",
)

BASES = {basis: Reason(basis, german(basis)) for basis in ("computed", "delivered", "difference")}
"""Kinds of year-to-date value."""

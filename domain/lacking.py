"""What values can lack: why there is none, or nothing to compare."""

from domain.reasons import Reason


class Lacking(Exception):  # noqa: N818 - a state of the data
    """A value cannot be formed from this load; `says` tells what is missing."""

    def __init__(self, why: Reason | str) -> None:
        super().__init__(why)
        self._why = why

    @property
    def says(self) -> str:
        """What is missing."""
        return self._why.said() if isinstance(self._why, Reason) else self._why

    def __str__(self) -> str:
        return self.says


class NotYetKnown(Lacking):
    """Nobody can know it yet."""


DENOMINATOR_ZERO = Reason("denominator_zero", "Der Nenner von {measure} ist null ({delivery}).")
TOO_EARLY = Reason(
    "two_years_too_early",
    "{measure} vergleicht zwei Jahre innerhalb einer Lieferung; das geht erst nach {months}"
    " Monaten Wartezeit, vorher hätten die Werte ungleich lange gewartet ({delivery}).",
)
SERIES_LACKING = Reason("series_lacking", "Die Lieferung {delivery} enthält {quantity} ({sex}) nicht.")
MONTHS_LACKING = Reason("months_lacking", "In der Lieferung {delivery} fehlt {quantity} ({sex}) für {months}.")
NOTHING_RELEASED = Reason("nothing_released", "Zum Ladestand {state} ist keine Lieferung freigegeben.")
FIRST_KNOWN = Reason(
    "first_known",
    "{measure}: erst {months} Monate nach dem Monat bekannt; der erste Wert des Jahres kommt mit dem"
    " Berichtsmonat {month}.",
)
NOT_WITHIN_THE_YEAR = Reason(
    "not_within_the_year", "{measure}: erst {months} Monate nach dem Monat bekannt, im Jahr selbst also nicht."
)
NO_INTERIM = Reason("no_interim", "Für {month} ist kein Zwischenwert vereinbart; der Zielwert gilt für das Jahresende.")
NOTHING_SETTLED = Reason(
    "nothing_settled", "Es ist noch keine Lieferung des Jahres mit der vereinbarten Wartezeit freigegeben."
)
OTHER_YEAR = Reason("other_year", "{month} liegt nicht im Jahr der Vereinbarung.")
NOT_POSITIVE = Reason(
    "year_before_not_positive",
    "Der Vorjahreswert ist null oder negativ; eine Veränderung in Prozent gibt es dazu nicht.",
)

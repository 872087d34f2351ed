"""Why a mapping cannot be read or does not fit a file: a code and its German words each."""

from domain.reasons import Reason


class Misfit(Exception):  # noqa: N818 - an answer
    """The mapping does not fit the file, for a reason."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.in_german())


NO_SHEET = Reason("no_sheet", "ein Tabellenblatt „{sheet}“ gibt es nicht")
NOT_ONE_SHEET = Reason(
    "not_one_sheet", "die Überschrift „{header}“ steht auf {count} Blättern; erwartet wird sie auf genau einem"
)
NO_HEADER = Reason("no_header", "eine Zeile, die mit „{header}“ beginnt, gibt es nicht")
NO_COLUMN = Reason("no_column", "eine Spalte „{heading}“ gibt es nicht")
NO_MONTHS = Reason("no_months", "keine Spalte hat einen Monat als Überschrift")
NO_CELL = Reason("no_cell", "in Zelle {cell} steht nichts")
UNSAID = Reason("unsaid", "nicht in ihr steht, was zur Datei anzugeben ist: {what}")
UNSAID_INSIDE = Reason("unsaid_inside", "sie sagt nicht, wo „{what}“ steht; bitte in ihr ergänzen")
NO_CARRIER = Reason(
    "no_carrier", "für keinen Träger darin gibt es eine Vereinbarung, für die Daten geliefert werden ({names})"
)
SEVERAL_CARRIERS = Reason(
    "several_carriers",
    "die Trägernummer {number} nennen Vereinbarungen mehrerer Träger ({keys}); bitte dort berichtigen",
)
TOO_MANY_CELLS = Reason("too_many_cells", "Die Datei hat mehr als 3.000.000 Zellen; bitte aufteilen")
TOO_LONG = Reason("mapping_too_long", "sie ist größer als 64 KiB")
NO_LINES = Reason("mapping_lines", "sie hat zu lange Zeilen oder unlesbare Zeichen")
NO_TOML = Reason("mapping_toml", "sie ist kein TOML")
WRONG = Reason("mapping_wrong", "bei „{where}“ fehlt etwas, oder dort steht, was nicht dorthin gehört")

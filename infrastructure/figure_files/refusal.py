"""Why a file is not read: a code and its German words each."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.reasons import Reason


class Unfit(Exception):  # noqa: N818 - an answer
    """The file is not read, for a reason."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(str(reason))


def _active(code: str, what: str) -> Reason:
    return Reason(code, f"Die Arbeitsmappe enthält {what}; bitte nur Werte in einer XLSX-Datei liefern")


TOO_BIG = Reason("too_big", "Die Datei ist größer als 64 MiB; bitte aufteilen")
TOO_MANY_ROWS = Reason("too_many_rows", "Die Datei hat mehr als 250.000 Zeilen; bitte aufteilen")
TOO_MANY_COLUMNS = Reason(
    "too_many_columns", "Die Datei hat mehr als 200 Spalten; erwartet werden die Spalten der Vorlage"
)
TOO_COSTLY = Reason(
    "too_costly",
    "Die Datei braucht zum Lesen mehr Speicher oder Zeit, als erlaubt ist; bitte nur das Datenblatt liefern",
)
EMPTY = Reason("empty", "Die Datei ist leer")
NOT_TEXT = Reason(
    "not_text", "Die Datei ist weder eine XLSX-Arbeitsmappe noch eine lesbare CSV-Datei (UTF-8 oder Windows-1252)"
)
UTF_16 = Reason("utf_16", "Die Datei ist in UTF-16 gespeichert; bitte als „CSV UTF-8“ oder als XLSX speichern")
OLD_EXCEL = Reason(
    "old_excel", "Die Datei ist im alten Excel-Format oder verschlüsselt; bitte als XLSX ohne Kennwort speichern"
)
NO_WORKBOOK = Reason("no_workbook", "Die Datei ist ein ZIP-Archiv, aber keine XLSX-Arbeitsmappe")
BROKEN = Reason("broken", "Die Arbeitsmappe ist beschädigt; bitte neu als XLSX speichern")
PLACES = Reason(
    "places", "Die Arbeitsmappe hat Tabellenblätter oder Formate an ungewohnter Stelle; bitte neu als XLSX speichern"
)
INFLATED = Reason("inflated", "Die Arbeitsmappe ist entpackt unmäßig groß und wird nicht gelesen")
FORMULAS = Reason("formulas", "Die Arbeitsmappe enthält Formeln; bitte die Werte statt der Formeln einfügen")
FORMULAS_ON = Reason(
    "formulas_on",
    "Die Arbeitsmappe enthält Formeln auf dem Blatt „{sheet}“; bitte die Werte statt der Formeln einfügen",
)
FORMULAS_IN = Reason(
    "formulas_in",
    "Die Arbeitsmappe enthält Formeln (Zelle {cell} auf dem Blatt „{sheet}“); bitte die Werte statt der Formeln "
    "einfügen",
)
ENTITIES = Reason(
    "entities", "Die Arbeitsmappe enthält XML mit Dokumenttyp oder fremder Zeichenkodierung und wird nicht gelesen"
)
SHEETS = Reason(
    "sheets",
    "Die Arbeitsmappe hat {count} Tabellenblätter mit Inhalt ({names}); bitte genau eines mit den Daten liefern, "
    "oder eine Zuordnung nennen, die das Blatt bestimmt",
)
HIDDEN_SHEET = Reason(
    "hidden_sheet", "Die Zahlen stehen auf dem ausgeblendeten Tabellenblatt „{sheet}“; bitte einblenden"
)
MARKUP = Reason(
    "markup",
    "Die Datei ist eine Webseite oder XML, auch wenn sie anders heißt; bitte in der Tabelle als XLSX speichern",
)
PDF = Reason("pdf", "Die Datei ist ein PDF-Dokument; Zahlen liefert nur eine Tabelle (XLSX, ODS oder CSV)")
QUOTES = Reason("quotes", "Zeile {row}: die Anführungszeichen gehen nicht auf; bitte die CSV-Datei neu speichern")
LONG_CELL = Reason(
    "long_cell", "Zeile {row}: eine Zelle ist zu lang; bitte Zeilenumbrüche und Anführungszeichen prüfen"
)
MACROS = _active("macros", "Makros")
LINKS = _active("links", "Verknüpfungen mit anderen Dateien")
CONNECTIONS = _active("connections", "Datenverbindungen")
EMBEDDED = _active("embedded", "eingebettete Dateien")
CONTROLS = _active("controls", "Steuerelemente")
RIBBON = _active("ribbon", "eigene Bedienelemente")
VALIDATED = _active("computed_rules", "Gültigkeitsregeln oder bedingte Formate, die rechnen")

REASONS = {reason.code: reason for reason in vars().copy().values() if isinstance(reason, Reason)}
"""Every reason, by code."""
OTHERS = {b"%PDF-": PDF, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": OLD_EXCEL, b"\xff\xfe": UTF_16, b"\xfe\xff": UTF_16}
"""Kinds of files by their first bytes, and why they are not read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's name, and whether it is hidden."""

    name: str
    hidden: bool

    def __str__(self) -> str:
        return f"“{self.name}”{' (hidden)' if self.hidden else ''}"

    def in_german(self) -> str:
        """The name as a German sentence quotes it."""
        return f"„{self.name}“{' – ausgeblendet' if self.hidden else ''}"


def several_sheets(sheets: Sequence[tuple[str, bool]]) -> Reason:
    """Why a workbook with more than one sheet of values is not read; names them, and which are hidden."""
    named = tuple(Sheet(name, hidden) for name, hidden in sheets[:10])
    return SHEETS.of(count=len(sheets), names=(*named, "…") if len(sheets) > 10 else named)

"""Why a file is not read: one German sentence each."""

from collections.abc import Sequence


class Unfit(Exception):  # noqa: N818 - an answer
    """The file is not read; says why in one German sentence."""


TOO_BIG = "Die Datei ist größer als 64 MiB; bitte aufteilen."
TOO_MANY_ROWS = "Die Datei hat mehr als 250.000 Zeilen; bitte aufteilen."
TOO_MANY_COLUMNS = "Die Datei hat mehr als 200 Spalten; erwartet werden die Spalten der Vorlage."
TOO_COSTLY = "Die Datei braucht zum Lesen mehr Speicher oder Zeit, als erlaubt ist; bitte nur das Datenblatt liefern."
EMPTY = "Die Datei ist leer."
NOT_TEXT = "Die Datei ist weder eine XLSX-Arbeitsmappe noch eine lesbare CSV-Datei (UTF-8 oder Windows-1252)."
UTF_16 = "Die Datei ist in UTF-16 gespeichert; bitte als „CSV UTF-8“ oder als XLSX speichern."
OLD_EXCEL = "Die Datei ist im alten Excel-Format oder verschlüsselt; bitte als XLSX ohne Kennwort speichern."
NO_WORKBOOK = "Die Datei ist ein ZIP-Archiv, aber keine XLSX-Arbeitsmappe."
BROKEN = "Die Arbeitsmappe ist beschädigt; bitte neu als XLSX speichern."
PLACES = "Die Arbeitsmappe hat Tabellenblätter oder Formate an ungewohnter Stelle; bitte neu als XLSX speichern."
INFLATED = "Die Arbeitsmappe ist entpackt unmäßig groß und wird nicht gelesen."
ACTIVE = "Die Arbeitsmappe enthält {what}; bitte nur Werte in einer XLSX-Datei liefern."
FORMULAS = "Die Arbeitsmappe enthält Formeln{where}; bitte die Werte statt der Formeln einfügen."
ENTITIES = "Die Arbeitsmappe enthält XML mit Dokumenttyp oder fremder Zeichenkodierung und wird nicht gelesen."
SHEETS = (
    "Die Arbeitsmappe hat {count} Tabellenblätter mit Inhalt ({names}); bitte genau eines mit den Daten liefern, "
    "oder eine Zuordnung nennen, die das Blatt bestimmt."
)
QUOTES = "Zeile {row}: die Anführungszeichen gehen nicht auf; bitte die CSV-Datei neu speichern."
LONG_CELL = "Zeile {row}: eine Zelle ist zu lang; bitte Zeilenumbrüche und Anführungszeichen prüfen."
MARKUP = "Die Datei ist eine Webseite oder XML, auch wenn sie anders heißt; bitte in der Tabelle als XLSX speichern."
PDF = "Die Datei ist ein PDF-Dokument; Zahlen liefert nur eine Tabelle (XLSX, ODS oder CSV)."
OTHERS = {b"%PDF-": PDF, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": OLD_EXCEL, b"\xff\xfe": UTF_16, b"\xfe\xff": UTF_16}
"""What a file is by how it begins, and why that is not read."""


def several_sheets(sheets: Sequence[tuple[str, bool]]) -> str:
    """Why a workbook with more than one sheet of values is not read; names them, and which are hidden."""
    names = ", ".join(f"„{name}“{' – ausgeblendet' if hidden else ''}" for name, hidden in sheets[:10])
    return SHEETS.format(count=len(sheets), names=f"{names} …" if len(sheets) > 10 else names)

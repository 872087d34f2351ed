"""Rules about deliveries of figures."""

from domain.reasons import Reason
from domain.rules import Rule

DELIVERY_ID_USED = Rule("delivery-id-used", "III.3.2-D", "refuse", "Eine Lieferung „{delivery}“ gibt es schon.")
UNKNOWN_DELIVERY = Rule("unknown-delivery", "III.3.2-D", "refuse", "Eine Lieferung „{delivery}“ gibt es nicht.")
MONTH_NOT_YET_LOADED = Rule(
    "month-not-yet-loaded",
    "III.3.2-L",
    "refuse",
    "Die Reihe {series} reicht bis {last}, über den Berichtsmonat {report_month} hinaus.",
)
LOADED_TOO_EARLY = Rule(
    "loaded-too-early",
    "III.3.2-L",
    "refuse",
    "Der Ladetag {loaded_on} passt nicht zum Berichtsmonat {report_month}: Er liegt davor, vor dem Ende der Wartezeit oder in der Zukunft.",
)
MONTH_OF_ANOTHER_YEAR = Rule(
    "month-of-another-year",
    "III.3.2-L",
    "refuse",
    "Für {report_month} nimmt eine Vereinbarung für {year} keine Daten an; bitte einen Berichtsmonat aus {year} oder dem Jahr davor nennen, oder aus einem vereinbarten Vergleichsjahr.",
)
SERIES_TWICE = Rule("series-twice", "III.3.2-D", "refuse", "Die Reihe {series} steht zweimal in der Lieferung.")
FLAG_CONTRADICTS = Rule(
    "flag-contradicts",
    "III.3.2-D",
    "refuse",
    "Reihe {series}, {month}: ein fehlender Wert braucht genau ein Kennzeichen „gesperrt“ oder „fehlt“, ein vorhandener darf keines tragen.",
)
REDELIVERY_WITHOUT_CAUSE = Rule(
    "redelivery-without-cause",
    "III.3.2-D",
    "refuse",
    "Für {state} gibt es schon die Lieferung „{delivery}“; bitte sagen, ob ein Übermittlungsfehler, ein Fehler der Statistik oder ihre Revision der Anlass ist.",
)
EARLIER_UNDECIDED = Rule(
    "earlier-undecided",
    "III.3.2-D",
    "refuse",
    "Über die Lieferung „{delivery}“ für {state} ist noch nicht entschieden; bitte erst sie freigeben oder zurückweisen.",
)
CORRECTS_OTHER_STATE = Rule(
    "corrects-other-state",
    "III.3.2-D",
    "refuse",
    "Die Lieferung „{delivery}“ hat den Ladestand {earlier}, diese {state}; eine Korrektur gilt demselben Ladestand.",
)
REVISION_WITHOUT_NAME = Rule(
    "revision-without-name",
    "III.3.2-D",
    "refuse",
    "Eine Revision der Statistik braucht eine andere Bezeichnung als „{revision}“, die Berichtigung eines Fehlers dieselbe.",
)
CORRECTS_NOT_COUNTING = Rule(
    "corrects-not-counting",
    "III.3.2-D",
    "refuse",
    "Die Lieferung „{delivery}“ zählt nicht (mehr); korrigiert wird die freigegebene, die gilt.",
)
CORRECTION_PARTIAL = Rule(
    "correction-partial", "III.3.2-D", "refuse", "Eine Korrektur enthält alles, was sie ersetzt; es fehlen: {series}."
)
FIGURE_IMPOSSIBLE = Rule(
    "figure-impossible", "III.3.2-D", "refuse", "Reihe {series}, {month}: „{value}“ ist hier keine mögliche Zahl."
)
LOADED_LATE = Rule(
    "loaded-late",
    "III.3.2-W",
    "finding",
    "Der Ladestand {state} wurde erst am {loaded_on} geladen; Werte ohne Wartezeit sehen so spät oft schon anders aus.",
)
DELIVERY_DECIDED = Rule(
    "delivery-decided", "III.3.2-D", "refuse", "Über die Lieferung „{delivery}“ ist schon entschieden."
)
OWN_DELIVERY = Rule(
    "own-delivery",
    "III.3.2-D",
    "refuse",
    "Wer geliefert hat, kann nicht selbst freigeben oder zurückweisen; das entscheidet eine zweite Person.",
)
REASON_MISSING = Rule("reason-missing", "N.1", "refuse", "„{act}“ braucht einen Grund.")
FILE_UNREADABLE = Rule("file-unreadable", "III.3.2-D", "refuse", "So ist die Datei nicht lesbar: {why}.")
TEMPLATE_OF_ONE = Rule(
    "template-of-one",
    "III.3.2-D",
    "refuse",
    "So gibt es keine Vorlage: {why}.",
)
NOT_OF_ONE = Reason(
    "not_of_one", "sie gilt einem Monat, einem Jahr oder einer Lieferung; bitte genau eines davon nennen"
)
DAY_OF_NO_MONTH = Reason("day_of_no_month", "ein Ladedatum gilt einem Monat; bitte weglassen oder den Monat nennen")
MARKS_NEED_ROWS = Reason(
    "marks_need_rows", "Kennzeichen neben Zahlen fasst nur eine Zeile je Zahl; bitte ohne Monate als Spalten"
)
MAPPING_UNREADABLE = Rule("mapping-unreadable", "III.3.2-D", "refuse", "So ist die Zuordnung nicht lesbar: {why}.")
MAPPING_UNKNOWN = Rule(
    "mapping-unknown",
    "III.3.2-D",
    "refuse",
    "Eine Zuordnung „{name}“ gibt es nicht; bekannt sind: {known}.",
)
MAPPING_KNOWN = Rule("mapping-known", "III.3.2-D", "refuse", "Diese Zuordnung „{name}“ ist schon so hinterlegt.")
MAPPING_MISFIT = Rule("mapping-misfit", "III.3.2-D", "refuse", "Die Zuordnung „{name}“ passt nicht zur Datei: {why}.")
SEVERAL_MAPPINGS = Rule(
    "several-mappings",
    "III.3.2-D",
    "refuse",
    "Die Datei lässt sich nach mehreren Zuordnungen lesen ({names}); bitte eine davon nennen.",
)
FILE_HAS_ERRORS = Rule(
    "file-has-errors",
    "III.3.2-D",
    "refuse",
    "Die Datei hat Fehler ({errors}) und wird nicht geliefert; die Prüfung nennt jeden mit Zeile und Spalte.",
)
OTHER_DRY_RUN = Rule(
    "other-dry-run",
    "III.3.2-D",
    "refuse",
    "Die Prüfung „{named}“ galt einer anderen Datei oder anderen Angaben; bitte diese Datei prüfen und ihre Prüfung nennen.",
)
UNKNOWN_FILE = Rule("unknown-file", "III.3.2-D", "refuse", "Eine gelieferte Datei „{file}“ gibt es hier nicht.")
FILE_DECIDED = Rule("file-decided", "III.3.2-D", "refuse", "Über die Datei „{file}“ ist schon entschieden.")
PART_OF_FILE = Rule(
    "part-of-file",
    "III.3.2-D",
    "refuse",
    "Die Lieferung „{delivery}“ kam mit der Datei „{file}“; bitte über die Datei im Ganzen entscheiden.",
)
FILE_DECIDED_SINGLY = Rule(
    "file-decided-singly",
    "III.3.2-D",
    "refuse",
    "Alles aus der Datei „{file}“ ist einzeln schon {decision}; bitte auch über die Datei so entscheiden.",
)
FILE_CAME_TOO_LATE = Rule(
    "file-came-too-late",
    "III.3.2-D",
    "refuse",
    "Alle Vereinbarungen, für die die Datei „{file}“ Daten bringt, sind zurückgezogen oder gekündigt; sie kann nur noch zurückgewiesen werden.",
)
PREVIEW_OVERTAKEN = Rule(
    "preview-overtaken",
    "N.2",
    "refuse",
    "Die Vorschau „{preview}“ der Datei „{file}“ ist nicht die, die jetzt zu sehen ist; bitte die jetzige ansehen und auf sie hin entscheiden.",
)

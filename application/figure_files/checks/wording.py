"""What problems of files say: found and expected, each with a code by which other languages say the same."""

from domain.reasons import Reason

# a problem as one sentence
PROBLEM = Reason("file_problem", "{check}: gefunden {found}, erwartet {expected}.")
PROBLEM_AT = Reason("file_problem_at", "{check} {where}: gefunden {found}, erwartet {expected}.")
ROW = Reason("row_of_file", "Zeile {row}")
COLUMN = Reason("column_of_file", "Spalte „{column}“")
# cells
QUOTED = Reason("cell", "„{text}“")
NOTHING = Reason("nothing", "nichts")
EMPTY_CELL = Reason("empty_cell", "eine leere Zelle")
MARKED = Reason("marked_cell", "„{text}“ und etwas anderes ({why}) in Zelle {place}")
IN_ROW = Reason("cell_in_row", "{cell} in Zeile {row}")
BUT = Reason("one_but_other", "{one}, aber {other}")
ONE_SPELLING = Reason(
    "one_spelling", "in der ganzen Datei dieselbe Schreibweise: überall Dezimalkomma oder überall Dezimalpunkt"
)
ONE_WAY = Reason("one_way_to_read", "eine Zahl, die sich nur auf eine Art lesen lässt (hier {one} oder {other})")
TWELVE_DECIMALS = Reason("twelve_decimals", "eine Zahl mit höchstens 12 Nachkommastellen; bitte runden")
SINGLE_NUMBER = Reason("single_number", "eine einzige Zahl; in der Zelle stehen mehrere Zeilen")
IN_FULL = Reason("in_full", "eine ausgeschriebene Zahl; in Tausend oder Millionen wird nichts umgerechnet")
NUMBER_OR_MARK = Reason("number_or_mark", "eine Zahl, ein Kennzeichen wie * oder . oder nichts")
PERCENT_SIGN = Reason("percent_sign", "ein Prozentzeichen")
NO_PERCENT = Reason("no_percent_sign", "eine Zahl ohne %")
EURO_SIGN = Reason("euro_sign", "ein Eurozeichen")
NO_EURO = Reason("no_euro_sign", "eine Zahl ohne €")
CUT = Reason("cut_number", "eine ganze Zahl und daneben, was ihre Nachkommastellen sein können")
SEMICOLONS = Reason("semicolons", "Semikolons als Trennzeichen; sonst ist nicht zu sehen, ob ein Komma verloren ging")
NO_CELL = Reason(
    "no_stray_cell", "keine Zelle; sind Kommas die Trennzeichen, stehen Zahlen mit Komma in Anführungszeichen"
)
# what a person sees beside a number, and what is expected in its place
SEEN = {
    "hochgestellt": Reason("raised", "hochgestellt"),
    "durchgestrichen": Reason("struck_through", "durchgestrichen"),
    "ausgeblendete Zeile": Reason("hidden_row", "ausgeblendete Zeile"),
    "ausgeblendete Spalte": Reason("hidden_column", "ausgeblendete Spalte"),
    "ausgeblendetes Tabellenblatt": Reason("hidden_table", "ausgeblendetes Tabellenblatt"),
    "zu schmal": Reason("too_narrow", "zu schmal"),
}
TO_BE_SEEN = {
    "hochgestellt": Reason("not_raised", "eine Zahl ohne Hochgestelltes, etwa eine Fußnote"),
    "durchgestrichen": Reason("not_struck_through", "eine Zahl, an der nichts durchgestrichen ist"),
    "ausgeblendete Zeile": Reason("visible_row", "eine sichtbare Zeile; bitte einblenden oder löschen"),
    "ausgeblendete Spalte": Reason("visible_column", "eine sichtbare Spalte; bitte einblenden oder löschen"),
    "ausgeblendetes Tabellenblatt": Reason(
        "visible_table", "ein sichtbares Tabellenblatt; bitte einblenden oder löschen"
    ),
    "zu schmal": Reason("wide_enough", "eine Spalte, die breit genug ist, um die Zahl zu zeigen"),
}
# what a column holds
OFFICIAL_KEY = Reason("official_key", "ein amtlicher Schlüssel mit 2, 5 oder 8 Ziffern")
CARRIERS_NUMBER = Reason("carriers_number", "die Trägernummer der Bundesagentur, 2 bis 8 Ziffern")
MEASURES_CODE = Reason("measures_code", "das Kürzel einer Kennzahl oder Grundgröße, etwa K2 oder ELB")
A_FORM = Reason("a_form", "Monatswert, Jahresfortschrittswert oder gleitender Jahreswert")
A_SEX = Reason("a_sex", "insgesamt, Frauen oder Männer")
MONTHS_WAITED = Reason("months_as_number", "die abgewarteten Monate als ganze Zahl, 0 bis 24")
A_DAY = Reason("a_day", "ein Tag wie 2026-04-16 oder 16.04.2026")
A_MONTH = Reason("a_month", "ein Monat, etwa 2026-03, 03/2026, 03/26, März 2026, Mrz 26, 31.03.2026")
AN_EDITION = Reason("an_edition", "eine Kennzahlenfassung, etwa 2019")
SAME_EDITION = Reason("same_edition", "dieselbe Fassung wie in Zeile {row}")
A_MARK = Reason("a_mark", "hochgerechnet, zurückgerechnet, gesperrt, fehlt oder nichts")
# value, numerator, denominator and mark
SEVERAL_MARKS = Reason("several_marks", "mehrere Kennzeichen")
ONE_AT_MOST = Reason("one_at_most", "höchstens eines")
PARTS_IN_PERCENT = Reason("parts_in_percent", "Zähler oder Nenner in Prozent")
PARTS_AS_NUMBERS = Reason("parts_as_numbers", "beide als Zahlen ohne %")
HALF_A_RATE = Reason("half_a_rate", "nur Zähler oder nur Nenner")
BOTH_OR_NEITHER = Reason("both_or_neither", "beide oder keiner")
NUMBER_AND_MARK = Reason("number_and_mark", "eine Zahl, die gesperrt ist oder fehlt")
EITHER = Reason("number_or_such_mark", "eine Zahl oder ein solches Kennzeichen")
MARK_ALONE = Reason("mark_alone", "ein Kennzeichen ohne Zahl")
NUMBER_BESIDE = Reason("number_beside_mark", "eine Zahl dazu, oder gesperrt oder fehlt")
DENOMINATOR = Reason("denominator_given", "der Nenner {value}")
FROM_ONE = Reason("denominator_from_one", "ein Nenner ab eins")
# headings and rows
ANY_COLUMN = Reason("any_column", "eine Spalte der Vorlage oder einen Monat ({forms})")
MONTH_FORMS = Reason(
    "month_forms",
    "etwa 2026-03, 03/2026, 03/26, März 2026, Mrz 26, 31.03.2026, oder Mrz unter einer Zeile mit dem Jahr",
)
TWICE = Reason("column_twice", "{column} zweimal")
COLUMN_ONCE = Reason("column_once", "jede Spalte einmal")
NO_SUCH_COLUMN = Reason("no_such_column", "keine solche Spalte")
A_COLUMN = Reason("a_column", "eine Spalte „{name}“")
BOTH_COLUMNS = Reason("both_columns", "beide Spalten")
ONE_COLUMN = Reason("one_column", "nur eine: {name}")
A_HEADING = Reason("a_heading", "{name}")
MONTHS_ONLY = Reason("months_only", "in der breiten Form nur Monate als Spalten")
NO_ROW = Reason("no_row", "keine Zeile")
NO_ROW_BELOW = Reason("no_row_below", "keine Zeile unter den Überschriften")
ONE_AT_LEAST = Reason("one_at_least", "mindestens eine")
HEADING_ROW = Reason("heading_row", "eine Zeile mit den Überschriften")
HEADINGS_LATER = Reason("headings_later", "die Überschriften erst in Zeile {row}")
HEADINGS_FIRST = Reason(
    "headings_first", "sie in der ersten Zeile; bitte die Zeilen darüber löschen oder eine Zuordnung nennen"
)
NO_HEADINGS = Reason("no_headings", "keine Zeile mit den Überschriften der Vorlage")
A_TEMPLATE = Reason(
    "a_template",
    "die Spalten der Vorlage ({columns}) oder eine Zuordnung, die sagt, was in welcher Spalte steht",
)
AGAIN = Reason("month_again", "{month} noch einmal")
ONLY_IN_ROW = Reason("only_in_row", "nur in Zeile {row}")
COLUMN_WITHOUT_HEADING = Reason("column_without_heading", "{place}. Spalte, die keine Überschrift hat")
# loads
OF_CARRIER = Reason("of_carrier", "Träger {carrier}")
OF_SERIES = Reason("of_series", "Träger {carrier}, {measure} {form} {sex}")
OF_SERIES_MONTH = Reason("of_series_month", "Träger {carrier}, {measure} {form} {sex} {month}")
OF_MONTH = Reason("of_month", "Träger {carrier}, {month}")
OF_STATE = Reason("of_state", "Träger {carrier}, Ladestand {month}, Wartezeit {waited}")
LOAD_STATE = Reason("of_load_state", "Ladestand {state}")
OF_AGREEMENT = Reason("of_agreement", "{agreement}, {state}")
NO_NUMBER = Reason("no_number", "keine Zahl")
MARKS_ONLY = Reason("marks_only", "nur Kennzeichen")
BLANKS_ONLY = Reason("blanks_only", "nur leere Felder und Kennzeichen")
ONE_NUMBER = Reason("one_number", "mindestens eine Zahl")
ONE_NUMBER_OR_NONE = Reason("one_number_or_none", "mindestens eine Zahl, oder die Reihe nicht in der Datei")
DAY_OF_LOADING = Reason(
    "day_of_loading", "ein Tag von {earliest} an bis heute, weil {month} mit Wartezeit {waited} geladen ist"
)
VALUE_OR_MARK = Reason("value_or_mark", "{month} mit Wert oder Kennzeichen „fehlt“")
REPORT_MONTH_AT_MOST = Reason("report_month_at_most", "höchstens der Berichtsmonat {month}")
STATE_AGAIN = Reason("state_again", "derselbe Ladestand mit anderen Angaben noch einmal")
SAME_WITH_MONTH = Reason("same_with_month", "überall dasselbe wie in Zeile {row}: geladen am {day}, mit Berichtsmonat")
SAME_WITHOUT_MONTH = Reason(
    "same_without_month", "überall dasselbe wie in Zeile {row}: geladen am {day}, ohne Berichtsmonat"
)
# measures and series
MEASURE_OF_EDITION = Reason("measure_of_edition", "eine Kennzahl der Fassung {edition}")
AGREED_EDITION = Reason("agreed_edition", "die vereinbarte Fassung {edition}")
ZERO_OR_MORE = Reason("zero_or_more", "null oder mehr")
A_WHOLE_NUMBER = Reason("a_whole_number", "eine ganze Zahl")
FOR_MONTH = Reason("value_for_month", "{value} für {month}")
NUMERATOR_FOR_MONTH = Reason("numerator_for_month", "Zähler {value} für {month}")
DENOMINATOR_FOR_MONTH = Reason("denominator_for_month", "Nenner {value} für {month}")
PERCENT_FOR_MONTH = Reason("percent_for_month", "{value} % für {month}")
COMPUTED_FROM = Reason("computed_from", "{value} aus {cell}")
COMPUTED_BY = Reason("computed_by", "{value} ({formula})")
FROM_TO = Reason("from_to", "{first} bis {last}")
BETWEEN = Reason("between_percent", "zwischen {low} % und {high} %")
SUM = Reason("sum_of_sexes", "{one} + {other}")
SUM_IS = Reason("sum_is", "{one} + {other} = {sum}")
AT_LEAST_AS_SEX = Reason("at_least_as_sex", "mindestens {value}, so viele sind es allein bei: {sex}")
AT_MOST_AS_WHOLE = Reason("at_most_as_whole", "höchstens {value}, wie bei {whole}")
AT_MOST_ALL = Reason("at_most_all", "höchstens 100 %")
VALUE_IN_PERCENT = Reason("value_in_percent", "ein Wert in Prozent")
IN_EUROS = Reason("in_euros", "ein Betrag in Euro, nicht in Tausend Euro")
ZEROS_ONLY = Reason("zeros_only", "nur Nullen bei Personen")
STOCKS_ABOVE_ZERO = Reason("stocks_above_zero", "Bestände über null")
# other loads, and what the agreement needs
AT_MOST_BESIDE = Reason("at_most_beside", "höchstens {percent} % neben {value} ({month}, {load})")
CORRECTED_LOAD = Reason("corrected_load", "die zu berichtigende Ladung")
BEFORE_IN_FILE = Reason("before_in_file", "vorige Ladung in dieser Datei")
LOAD_BEFORE = Reason("load_before", "vorige Ladung")
YEAR_BEFORE = Reason("load_of_year_before", "Ladung des Vorjahres zum gleichen Ladestand")
ALL_ALIKE = Reason("all_alike", "{count} Zahlen, alle wie {month}")
OTHER_NUMBERS = Reason("other_numbers", "andere Zahlen als im Vorjahr")
LINE = Reason("line_and_why", "Zeile {line} ({says}): {why}")
AS_PUBLISHED = Reason("as_published", "nur Kennzahlen, wie sie veröffentlicht sind; ohne Stand bleiben {lines}")
CARRIES_EACH = Reason("carries_each", "eine Ladung, die jede Zeile trägt")
COMPARABLE = Reason("comparable", "ein Wert, mit dem sie vergleicht")
SAME_REVISION = Reason("same_revision", "dieselbe Revision")
MIXED = Reason(
    "mixed_revisions",
    "Zeile {line}: {year} nur in der Revision „{before}“; verglichen würden „{current}“ und „{before}“",
)
MIXED_BEFORE = Reason(
    "mixed_revisions_before",
    "Zeile {line}: Vorjahr nur in der Revision „{before}“; verglichen würden „{current}“ und „{before}“",
)
WITHOUT_SERIES = Reason("without_series", "ohne {series}, anders als {delivery}")
SAME_SERIES = Reason("same_series", "dieselben Reihen")
CAUSE_WITHOUT = Reason("cause_without", "der Anlass „{cause}“, aber keine freigegebene Lieferung zu ersetzen")
NO_CAUSE = Reason("no_cause", "kein Anlass, wo ein Ladestand zum ersten Mal kommt")
CARRIER_FOR = Reason("carrier_for", "ein Träger mit einer Vereinbarung für {year}")
CARRIER_FOR_EITHER = Reason("carrier_for_either", "ein Träger mit einer Vereinbarung für {year} oder {next}")
FILE_AS_DELIVERY = Reason("file_as_delivery", "die Datei als Lieferung für {agreement}")
NEW_TO_US = Reason("new_file", "eine Datei, die noch nicht da ist")
BY_RULE = Reason("found_by_rule", "{says} [Regel {rule}]")
UNREMARKABLE = Reason("unremarkable", "nichts Auffälliges")
NO_REFUSAL = Reason("no_refusal", "keine Ablehnung")

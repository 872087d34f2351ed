"""Rules of drafting: terms that contradict themselves, and the draft itself."""

from domain.reasons import Reason
from domain.rules import Rule

SIDE_MISSING = Rule("side-missing", "P", "refuse", "Es fehlt ein Vereinbarungspartner auf der Seite „{side}“.")
ID_TWICE = Rule("id-twice", "P", "refuse", "Die Kennung „{id}“ ist zweimal vergeben ({where}).")
BUDGET_CONTRADICTS = Rule(
    "budget-contradicts",
    "II.2",
    "refuse",
    "Die Haushaltszeilen ergeben {total} Euro, auf {rounded_to} Euro gerundet {rounded}; genannt sind {stated} Euro.",
)
UNKNOWN_CATALOGUE = Rule(
    "unknown-catalogue",
    "III.2.2",
    "finding",
    "Die Kennzahlenfassung „{catalogue}“ ist nicht hinterlegt; hinterlegt sind {known}. Gerechnet wird nur nach den eigenen Kennzahlen der Vereinbarung.",
)
CATALOGUE_LATER = Rule(
    "catalogue-later",
    "III.2.2",
    "finding",
    "Die Kennzahlenfassung „{catalogue}“ gilt erst seit dem {since}, nach dem Jahr der Vereinbarung ({year}).",
)
APPROXIMATE_BOUND = Rule(
    "approximate-bound",
    "III.2.1.2",
    "finding",
    "Die Zeile „{line}“ nennt ihren Zielwert ungefähr; wie genau er zu treffen ist, sagen die Bedingungen nicht.",
)
UNKNOWN_MEASURE = Rule(
    "unknown-measure",
    "III.2.2",
    "refuse",
    "Die Kennzahl „{measure}“ kennt die vereinbarte Kennzahlenfassung nicht ({where}).",
)
TWO_TARGETS = Rule(
    "two-targets",
    "III.2.1.2",
    "refuse",
    "Für {measure} ({sex}) sind zwei Zielwerte derselben Art vereinbart: {first} und {second}.",
)
BOUND_MISSING = Rule(
    "bound-missing",
    "III.2.1.2",
    "refuse",
    "Die Zeile „{line}“ nennt keinen Wert für das Jahresende; für einzelne Monate gelten daneben Zwischenwerte.",
)
BOUND_ON_MONITORED = Rule(
    "bound-on-monitored",
    "III.2.1.1",
    "refuse",
    "Die Zeile „{line}“ wird nur beobachtet und kann keinen Zielwert tragen.",
)
BOUND_UNIT = Rule(
    "bound-unit",
    "III.2.1.2",
    "refuse",
    "Der Zielwert der Zeile „{line}“ steht in {unit}; {quantity} von {measure} steht in {expected}.",
)
NAMED_NUMBER = Rule(
    "named-number",
    "III.2.1.3",
    "refuse",
    "Die Zeile „{line}“ nennt neben dem Zielwert die Zahl {number}; das geht nur neben einer Veränderung und in {expected}.",
)
DECIMALS_TOO_COARSE = Rule(
    "decimals-too-coarse",
    "III.2.1.2",
    "refuse",
    "Der Zielwert der Zeile „{line}“ hat {needed} Nachkommastellen, gerundet würde auf {decimals}; bitte mindestens {needed} vereinbaren.",
)
CHANGE_OF_CHANGE = Rule(
    "change-of-change",
    "III.2.1.3",
    "refuse",
    "{measure} sagt selbst schon eine Veränderung zum Vorjahr; die Zeile „{line}“ misst davon die Höhe.",
)
BASE_YEAR = Rule(
    "base-year",
    "III.2.1.2",
    "refuse",
    "Die Zeile „{line}“ vergleicht mit {base}; das Vergleichsjahr liegt vor {year} und gehört zu einer Veränderung.",
)
VERDICT_NEEDS = Rule(
    "verdict-needs",
    "III.2.1.2",
    "refuse",
    "Das Urteil „{verdict}“ verlangt {needs} Zeilen, hat aber nur {lines}.",
)
CORRIDOR_EMPTY = Rule(
    "corridor-empty",
    "III.2.1.2",
    "refuse",
    "Zwischen den Zielwerten „{first}“ und „{second}“ liegt kein Wert; die untere Grenze muss unter der oberen liegen.",
)
INTERIM_OUTSIDE = Rule(
    "interim-outside",
    "III.3.1",
    "refuse",
    "Der Zwischenwert der Zeile „{line}“ für {month} ist doppelt oder liegt außerhalb von Januar bis November {year}; im Dezember gilt der Zielwert.",
)
GAP_OF_COUNT = Rule(
    "gap-of-count",
    "III.2.1.2-G",
    "refuse",
    "Der Abstand der Geschlechter ist nur für Quoten bildbar, nicht für {measure} (Zeile „{line}“).",
)
VERDICT_UNKNOWN_LINE = Rule(
    "verdict-unknown-line",
    "III.2.1.2",
    "refuse",
    "Das Urteil „{verdict}“ nennt die Zeile „{line}“, die kein Zielwert desselben Ziels ist.",
)
TARGET_WITHOUT_VERDICT = Rule(
    "target-without-verdict",
    "III.2.1.2",
    "refuse",
    "Über den Zielwert „{line}“ entscheidet kein Urteil; bitte einem zuordnen.",
)
GOAL_INCOMPLETE = Rule(
    "goal-incomplete", "III.2.1.4", "refuse", "Ziel „{goal}“ ist unvollständig: es fehlt {missing:und}."
)
WINDOW_CONTRADICTS = Rule(
    "window-contradicts",
    "III.3.3",
    "refuse",
    "Das Fenster des Abschlussdialogs ({opens} bis {closes}) muss nach dem Jahr {year} liegen und vorwärts laufen; was zur Mitte des Jahres gilt, ist als Zwischenwert zu vereinbaren.",
)
ID_REUSED = Rule(
    "id-reused",
    "N.2",
    "refuse",
    "Die Kennung „{id}“ stand früher für etwas anderes; für Neues bitte eine neue Kennung vergeben.",
)
TERMS_UNCHANGED = Rule(
    "terms-unchanged", "N.2", "refuse", "Die Bedingungen sind dieselben wie bisher; es gibt nichts zu ändern."
)
OWN_MEASURE_INCOHERENT = Rule(
    "own-measure-incoherent",
    "III.2.2",
    "refuse",
    "„{measure}“: Nenner und Prozent gehören zu Quoten und Anteilen, und nur zu ihnen.",
)
OWN_MEASURE_PINNED = Rule(
    "own-measure-pinned",
    "III.2.2",
    "refuse",
    "„{measure}“ ist in der vereinbarten Kennzahlenfassung festgelegt und kann nicht eigens bestimmt werden.",
)
REPORTED_WITH_TARGET = Rule(
    "reported-with-target",
    "III.2.1.6",
    "refuse",
    "Über Ziel „{goal}“ wird nur berichtet; es kann keinen Zielwert und kein Urteil tragen.",
)
IDENTITY_CHANGED = Rule(
    "identity-changed",
    "P",
    "refuse",
    "Parteien, Jahr und Art der Vereinbarung können nicht geändert werden; dafür braucht es eine neue.",
)
SECOND_AGREEMENT = Rule(
    "second-agreement",
    "P",
    "refuse",
    "Für diese Partner und das Jahr {year} gibt es schon die Vereinbarung „{agreement}“ ({status}).",
)
YEAR_NOT_LATER = Rule(
    "year-not-later",
    "P",
    "refuse",
    "Das Jahr {year} liegt nicht nach dem Jahr {agreed} der Vereinbarung; bitte ein späteres nennen.",
)
UNKNOWN_LINE = Rule("unknown-line", "III.2.1.2", "refuse", "Eine Zeile „{line}“ hat diese Vereinbarung nicht.")

IN_LINE = Reason("in_line", "Zeile {line}")
IN_SERIES = Reason("in_series", "Reihe {series}")
"""Where an unknown measure stands."""
PARTIES = Reason("parties", "Partner")
GOALS = Reason("goals", "Ziele")
LINES = Reason("lines", "Zeilen")
VERDICTS = Reason("verdicts", "Urteile")
GOAL_ITEMS = Reason("goal_items", "Schritte, Kriterien und Themen")
BUDGET_LINES = Reason("budget_lines", "Haushaltszeilen")
BENCHMARKS = Reason("benchmarks", "Eckwerte")
OWN_MEASURES = Reason("own_measures", "eigene Kennzahlen")
"""Where an id stands twice."""
MEASURED_LINE = Reason("measured_line", "eine Zeile mit Kennzahl")
ONE_STEP = Reason("one_step", "ein Umsetzungsschritt")
ONE_CRITERION = Reason("one_criterion", "ein Erfolgskriterium")
"""Parts a goal can lack."""

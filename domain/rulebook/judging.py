"""Rules of the final assessment."""

from domain.german import waiting
from domain.reasons import Reason
from domain.rules import Rule

FINAL_DIALOG_MISSING = Rule(
    "final-dialog-missing",
    "III.3.3",
    "refuse",
    "Bewertet wird in einem Abschlussdialog; „{dialog}“ ist keiner, der geführt wurde.",
)
OUTSIDE_WINDOW = Rule(
    "outside-window",
    "III.3.3",
    "finding",
    "Der Abschlussdialog vom {day} lag außerhalb des Zeitraums {opens} bis {closes}.",
)
ASSESSED_BEFORE_AMENDMENT = Rule(
    "assessed-before-amendment",
    "S",
    "finding",
    "Die vorgeschlagene Änderung „{amendment}“ ist nicht von allen unterzeichnet; bewertet wurde ohne sie.",
)
JUDGEMENT_MISSING = Rule("judgement-missing", "III.3.3", "refuse", "Zu „{verdict}“ fehlt das Urteil.")
JUDGEMENT_TWICE = Rule("judgement-twice", "III.3.3", "refuse", "Zu „{verdict}“ stehen mehrere Urteile.")
UNKNOWN_VERDICT = Rule(
    "unknown-verdict", "III.3.3", "refuse", "Über „{verdict}“ ist in dieser Vereinbarung nicht zu urteilen."
)
DATA_MISSING = Rule(
    "data-missing",
    "III.3.3",
    "refuse",
    "Zu „{verdict}“ fehlen Jahresendwerte {waited} ({why}); nur „nicht beurteilbar“ mit Begründung ist möglich.",
)
UNDECIDED_WITHOUT_REASON = Rule(
    "undecided-without-reason",
    "III.3.3",
    "refuse",
    "Zu „{verdict}“ entscheiden die Zahlen allein nichts ({why}); bitte begründen, warum so geurteilt wird.",
)
GOAL_OPEN = Rule(
    "goal-open",
    "III.2.1.4",
    "refuse",
    "Bei Ziel „{verdict}“ ist noch offen: {open}. Nur „nicht beurteilbar“ mit Begründung ist möglich.",
)
DIFFERS_WITHOUT_CITATION = Rule(
    "differs-without-citation",
    "III.3.5",
    "refuse",
    "Zu „{verdict}“ ist „{computed}“ errechnet; ein anderes Urteil muss einen Umstand, eine Gesetzesänderung oder einen belegten Fehler der Daten anführen und begründen.",
)
CITES_NO_CAUSE = Rule(
    "cites-no-cause",
    "III.3.5",
    "refuse",
    "„{reference}“ ist weder Umstand noch Gesetzesänderung noch berichtigte Lieferung; eine Zielverfehlung entschuldigt sich nicht selbst.",
)
NOT_ADDRESSED = Rule("not-addressed", "III.3.5", "refuse", "Nicht gewürdigt ist {reference} („{says}“).")
UNKNOWN_REFERENCE = Rule("unknown-reference", "III.3.5", "refuse", "„{reference}“ steht nicht zur Würdigung an.")
ADDRESSED_TWICE = Rule("addressed-twice", "III.3.5", "refuse", "„{reference}“ ist mehr als einmal gewürdigt.")
COUNTY_POSITION_LATER = Rule(
    "county-position-later",
    "III.3.3",
    "refuse",
    "Die Haltung des Landkreises vom {day} liegt nach dem Tag der Bewertung ({assessed}).",
)
LINE_WITHOUT_VALUE = Rule(
    "line-without-value",
    "III.3.3",
    "refuse",
    "Bei „{verdict}“ fehlt einer Zeile der Jahresendwert ({why}); bitte begründen, warum dennoch geurteilt wird.",
)
COUNTY_POSITION_MISSING = Rule(
    "county-position-missing", "III.3.3", "refuse", "Es fehlt, wie der Landkreis zur Bewertung steht."
)
TOO_FEW_DIALOGS = Rule(
    "too-few-dialogs",
    "III.3.1",
    "finding",
    "Geführte Zieldialoge im Jahr {year}: {held}; vereinbart sind mindestens {minimum}.",
)
NO_CONTEST = Rule("no-contest", "III.3.3", "refuse", "Es gibt keine offene Beanstandung zu beantworten.")
ALREADY_ANSWERED = Rule(
    "already-answered", "III.3.3", "refuse", "Zur Bewertung liegt schon eine Antwort vor ({answer})."
)
ANSWER_OUTSTANDING = Rule(
    "answer-outstanding",
    "III.3.3",
    "refuse",
    "Abgeschlossen wird erst, wenn der Landkreis geantwortet hat, auf seine Beanstandung geantwortet oder sein Schweigen festgehalten ist.",
)

ASSESSED_OUTSIDE = Reason("assessed_outside", "Gesamtbewertung treffen außerhalb des Zeitraums")
"""Judgements that need a reason of their own."""


def waited_for(months: int) -> Reason:
    """For how long values have waited, in a sentence."""
    code = {0: "without_waiting", 1: "waited_one"}.get(months, "waited")
    return Reason(code, waiting(months), (("months_waited", months),))

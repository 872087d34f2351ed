"""Rules about target dialogs."""

from domain.reasons import Reason
from domain.rules import Rule

DIALOG_ID_USED = Rule("dialog-id-used", "III.3.1", "refuse", "Einen Dialog „{dialog}“ gibt es schon.")
UNKNOWN_DIALOG = Rule(
    "unknown-dialog",
    "III.3.1",
    "refuse",
    "Ein Dialog „{dialog}“ ist weder angefragt noch angesetzt; bitte zuerst ansetzen.",
)
NO_DIALOG_PLANNED = Rule(
    "no-dialog-planned",
    "III.3.1",
    "refuse",
    "Kein Zieldialog steht bevor; bitte zuerst einen anfragen oder ansetzen.",
)
NO_DIALOG_HELD = Rule("no-dialog-held", "III.3.1", "refuse", "Noch ist kein Zieldialog als geführt festgehalten.")
DIALOG_WITHOUT_DAY = Rule(
    "dialog-without-day",
    "III.3.1",
    "refuse",
    "Für den Dialog „{dialog}“ ist noch kein Tag angesetzt; bitte zuerst ansetzen.",
)
DIALOG_OVER = Rule("dialog-over", "III.3.1", "refuse", "Der Dialog „{dialog}“ ist {status}.")
DIALOG_KIND_FIXED = Rule(
    "dialog-kind-fixed",
    "III.3.1",
    "refuse",
    "Der Dialog „{dialog}“ ist {kind} vorgesehen; für einen anderen Anlass bitte einen neuen ansetzen.",
)
UNKNOWN_GOAL = Rule("unknown-goal", "III.2.1.2", "refuse", "Ein Ziel „{goal}“ hat diese Vereinbarung nicht.")
UNKNOWN_PARTY = Rule("unknown-party", "P", "refuse", "„{party}“ ist kein Partner dieser Vereinbarung.")
MEASURE_ID_USED = Rule("measure-id-used", "III.3.1", "refuse", "Eine Verabredung „{measure}“ gibt es schon.")
DIALOG_NOT_HELD = Rule(
    "dialog-not-held", "III.3.1", "refuse", "Der Dialog „{dialog}“ ist noch nicht als geführt festgehalten."
)
MINUTES_CONFIRMED = Rule(
    "minutes-confirmed",
    "III.3.1",
    "refuse",
    "„{party}“ hat das Protokoll des Dialogs „{dialog}“ schon bestätigt.",
)
OTHER_MINUTES = Rule(
    "other-minutes",
    "III.3.1",
    "refuse",
    "Bestätigt ist für den Dialog „{dialog}“ schon ein anderes Protokoll; beide Seiten bestätigen dasselbe.",
)
DIALOG_WAS_CANCELLED = Rule(
    "dialog-was-cancelled", "III.3.1", "finding", "Der Dialog „{dialog}“ war abgesagt und wurde dennoch geführt."
)
BEFORE_BINDING = Rule("before-binding", "S", "finding", "Am {day} band die Vereinbarung noch nicht beide Seiten.")
COMMITTEE_NOT_INVOLVED = Rule(
    "committee-not-involved",
    "III.3.6",
    "finding",
    "Der Ausschuss für Zielvereinbarungen war an der Vorbereitung des Dialogs „{dialog}“ nicht beteiligt.",
)
COMMITTEE_TOO_LATE = Rule(
    "committee-too-late",
    "III.3.6",
    "finding",
    "Der Ausschuss befasste sich erst am {day} mit dem Dialog „{dialog}“, der am {held} geführt wurde.",
)
BASIS_WAITED = Rule(
    "basis-waited",
    "III.3.2-W",
    "finding",
    "Grundlage des Dialogs waren Werte mit {waited} Monaten Wartezeit; vereinbart sind {agreed}.",
)
BASIS_NOT_RELEASED = Rule(
    "basis-not-released",
    "III.3.2-D",
    "finding",
    "Zum Ladestand {state} lagen am Tag des Dialogs keine freigegebenen Daten vor.",
)
INDIVIDUAL_GOALS_LEFT_OUT = Rule(
    "individual-goals-left-out",
    "III.3.2-I",
    "finding",
    "Nicht besprochen wurden die individualisierten Ziele: {goals}.",
)
SIDE_ABSENT = Rule("side-absent", "III.3.1", "finding", "Am Dialog nahm niemand für die Seite „{side}“ teil.")
PARTY_ABSENT = Rule("party-absent", "III.3.1", "finding", "Am Dialog nahm niemand für „{party}“ teil.")

CALLED_OFF = Reason("called_off", "abgesagt")
HELD_ON = Reason("held_on", "am {day} geführt worden")
"""How a dialog came to its end."""
UNKNOWN_NOTE = Rule(
    "unknown-note", "III.3.1", "refuse", "{what} „{note}“ ist nicht festgehalten; bitte zuerst festhalten."
)
DIALOGS_TOO_CLOSE = Rule(
    "dialogs-too-close",
    "III.3.1",
    "finding",
    "Zwischen den Zieldialogen vom {other} und vom {day} liegen höchstens 14 Tage; vereinbart sind regelmäßige Abstände.",
)
DEVIATION_NOT_NAMED = Rule(
    "deviation-not-named",
    "III.3.1",
    "finding",
    "Der Dialog „{dialog}“ wurde wegen einer Zielabweichung geführt, nennt aber keine festgehaltene.",
)
LAW_NOT_DISCUSSED = Rule(
    "law-not-discussed",
    "III.3.4",
    "finding",
    "Die Auswirkungen dieser Gesetzesänderungen waren in keinem Dialog Thema: {laws}.",
)
A_DEVIATION = Reason("deviation", "Die Zielabweichung")
A_CHANGE_OF_LAW = Reason("law", "Die Gesetzesänderung")
"""What a dialog can be about."""

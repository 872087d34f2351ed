"""Rules that hold for every act."""

from domain.reasons import Reason
from domain.rules import Rule

NOT_PERMITTED = Rule(
    "not-permitted",
    "N.1",
    "refuse",
    "In der Rolle „{role}“ ist „{act}“ nicht vorgesehen; zuständig ist: {permitted}.",
)
PARTY_MISSING = Rule(
    "party-missing",
    "N.1",
    "refuse",
    "„{act}“ geschieht für einen Vereinbarungspartner; „{party}“ ist keiner dieser Vereinbarung auf der Seite „{side}“.",
)
UNKNOWN_AGREEMENT = Rule("unknown-agreement", "P", "refuse", "Eine Vereinbarung „{agreement}“ gibt es hier nicht.")
STALE_VERSION = Rule(
    "stale-version",
    "N.2",
    "refuse",
    "Inzwischen wurde Weiteres festgehalten: entschieden wurde auf Stand {expected}, die Vereinbarung steht auf Stand {version}. "
    "Bitte den neuen Stand ansehen und erneut entscheiden.",
)
VERSION_AHEAD = Rule(
    "version-ahead",
    "N.2",
    "refuse",
    "Einen Stand {expected} gibt es noch nicht, die Vereinbarung steht auf Stand {version}; bitte diesen ansehen und "
    "auf ihn hin entscheiden.",
)
KEY_REUSED = Rule(
    "key-reused",
    "N.2",
    "refuse",
    "Der Schlüssel „{key}“ wurde schon für einen anderen Auftrag verwendet; bitte einen neuen wählen.",
)
KEY_UNREADABLE = Rule(
    "key-unreadable", "N.2", "refuse", "Ein Schlüssel besteht aus 1 bis 200 druckbaren ASCII-Zeichen ohne Leerzeichen."
)
IN_THE_FUTURE = Rule(
    "in-the-future",
    "N.1",
    "refuse",
    "Der {day} liegt in der Zukunft, heute ist der {today}; festgehalten wird nur, was geschehen ist.",
)
OUT_OF_SEQUENCE = Rule(
    "out-of-sequence", "N.1", "refuse", "Am {day} konnte das nicht geschehen: {what} erst am {since}."
)
LATE_WITHOUT_REASON = Rule(
    "late-without-reason",
    "N.1",
    "refuse",
    "Der {day} liegt mehr als {days} Tage zurück; bitte als Grund angeben, warum es erst jetzt festgehalten wird.",
)
RECORDED_LATE = Rule("recorded-late", "N.1", "finding", "Erst {days} Tage nach dem {day} festgehalten.")
NAME_IN_TEXT = Rule(
    "name-in-text",
    "N.4",
    "refuse",
    "Ein Text oder eine Kennung nennt eine registrierte Person beim Namen; bitte stattdessen ihre Funktion nennen, "
    "in einer Kennung gar nichts von ihr.",
)
NAME_REMAINS = Rule(
    "name-remains",
    "N.4",
    "finding",
    "Der Name der Person „{person}“ steht schon in unveränderlichen Einträgen und bleibt dort, auch wenn er im "
    "Verzeichnis gelöscht ist: Position {positions}.",
)
NAME_MAY_REMAIN = Rule(
    "name-may-remain",
    "N.4",
    "finding",
    "Der Familienname der Person „{person}“ steht als Wort in unveränderlichen Einträgen, wo er auch anderes meinen "
    "kann; bitte dort nachlesen: Position {positions}.",
)
NAME_IN_ADDRESS = Rule(
    "name-in-address",
    "N.4",
    "finding",
    "Der Name der Person „{person}“, und sei es der Familienname als Wort, steht in der Adresse von "
    "Benachrichtigungen; bitte deren Inhaber bitten, sie zu löschen: {webhooks}.",
)
NAME_NOT_SOUGHT = Rule(
    "name-not-sought",
    "N.4",
    "finding",
    "Ob der Name der Person „{person}“ schon in Einträgen oder Adressen steht, ließ sich nicht nachsehen, weil die "
    "Datenbank nicht antwortete; im Verzeichnis ist alles wie verlangt. Solange er dort steht, sieht erneutes "
    "Eintragen noch einmal nach.",
)
OVERTAKEN = Rule(
    "overtaken",
    "N.2",
    "refuse",
    "Im selben Augenblick wurde Weiteres festgehalten; bitte den neuen Stand ansehen und erneut entscheiden.",
)
PERSON_ID_TELLS = Rule(
    "person-id-tells",
    "N.4",
    "refuse",
    "Die Kennung „{person}“ verrät den Namen; Kennungen bleiben, wenn Namen gelöscht werden.",
)
NAME_TOO_LONG = Rule(
    "name-too-long", "N.4", "refuse", "Titel, Vor- und Familienname haben je höchstens {most} Zeichen."
)
NAME_OF_OFFICE = Rule(
    "name-of-office",
    "N.4",
    "refuse",
    "Das ist der Name einer Stelle und keiner Person; Stellen stehen in Texten mit ihrem Namen.",
)
PERSON_ID_TAKEN = Rule(
    "person-id-taken", "N.4", "refuse", "Die Kennung „{person}“ ist schon vergeben; bitte eine andere wählen."
)
UNKNOWN_PERSON = Rule(
    "unknown-person",
    "N.4",
    "refuse",
    "Die Person „{person}“ steht nicht im Personenverzeichnis; bitte zuerst eintragen.",
)
TOO_LARGE = Rule("too-large", "N.2", "refuse", "Der Eintrag ist größer als 1 MiB; bitte aufteilen.")
WRONG_STATUS = Rule(
    "wrong-status",
    "S",
    "refuse",
    "„{act}“ ist nicht möglich: die Vereinbarung ist {status}; möglich ist es nur, wenn sie {allowed:oder} ist.",
)


LATE_AFTER_DAYS = 14

AFTER_DRAFT = Reason("drafted_before", "entworfen war die Vereinbarung")
AFTER_PROPOSAL = Reason("amendment_proposed", "vorgeschlagen war die Änderung")
AFTER_SIGNING = Reason("signed_by_all", "von allen unterzeichnet war die Vereinbarung")
AFTER_DELIVERY = Reason("figures_delivered", "geliefert wurde")
AFTER_FINAL_DIALOG = Reason("final_dialog_held", "geführt wurde der Abschlussdialog")
AFTER_ASSESSMENT = Reason("assessed_before", "bewertet wurde")
AFTER_QUESTION = Reason("asked", "gefragt wurde")
AFTER_LOADING = Reason("figures_loaded", "geladen wurden die Daten")
AFTER_DIALOG = Reason("dialog_held", "geführt wurde der Dialog")
"""Events that an act must follow."""
AUDITOR_EVERYWHERE = Reason("auditor_everywhere", "Prüfung ohne örtliche Grenze")
"""Who may see the whole log."""

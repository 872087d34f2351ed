"""Rules of changing and ending an agreement."""

from domain.rules import Rule

AMENDMENT_PENDING = Rule(
    "amendment-pending",
    "S",
    "refuse",
    "Über die Änderung „{amendment}“ ist noch nicht entschieden; bitte zuerst abschließen.",
)
NO_SUCH_AMENDMENT = Rule("no-such-amendment", "S", "refuse", "Eine offene Änderung „{amendment}“ gibt es nicht.")
AMENDMENT_ID_USED = Rule("amendment-id-used", "S", "refuse", "Eine Änderung „{amendment}“ gab es schon.")
AMENDMENT_OUTSIDE_YEAR = Rule(
    "amendment-outside-year",
    "S",
    "refuse",
    "Eine Änderung ab {day} beträfe keinen Monat des Jahres {year} oder läge vor einer früheren Änderung.",
)
AMENDMENT_NOT_OURS = Rule(
    "amendment-not-ours", "S", "refuse", "Zurückziehen kann die Änderung nur, wer sie vorgeschlagen hat: „{party}“."
)
AMENDMENT_RETROACTIVE = Rule(
    "amendment-retroactive",
    "S",
    "finding",
    "Die Änderung gilt rückwirkend ab {day}; vorgeschlagen wurde sie am {proposed}.",
)
UNKNOWN_TERMS_VERSION = Rule(
    "unknown-terms-version",
    "N.2",
    "refuse",
    "Eine Fassung {number} der Bedingungen hat diese Vereinbarung nicht; die letzte ist {latest}.",
)

"""Rules of signing."""

from domain.rules import Rule

OTHER_TERMS = Rule(
    "other-terms",
    "S",
    "refuse",
    "Unterzeichnet wird der Entwurf {drafted}, nicht {signed}; bitte den aktuellen Entwurf vorlegen.",
)
SIGNED_TWICE = Rule("signed-twice", "S", "refuse", "Für „{party}“ ist die Vereinbarung schon unterzeichnet.")
SIGNED_BEFORE_DRAFT = Rule(
    "signed-before-draft",
    "S",
    "finding",
    "Die Unterschrift vom {day} liegt vor dem Tag des Entwurfs ({drafted}).",
)
OTHER_TRANSCRIPTION = Rule(
    "other-transcription",
    "S",
    "refuse",
    "Eingegeben sind die Bedingungen {entered}, abgeglichen wurden {compared}; bitte den aktuellen Stand abgleichen.",
)
OWN_TRANSCRIPTION = Rule(
    "own-transcription",
    "S",
    "refuse",
    "Wer die Bedingungen eingegeben hat, kann sie nicht selbst mit dem Papier abgleichen.",
)
TRANSCRIPTION_CONFIRMED = Rule(
    "transcription-confirmed",
    "S",
    "refuse",
    "Dieser Stand der Bedingungen ist schon mit dem Papier abgeglichen.",
)

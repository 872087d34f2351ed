"""Rules of mending."""

from domain.reasons import Reason
from domain.rules import Rule

NO_SUCH_RECORD = Rule(
    "no-such-record",
    "N.2",
    "refuse",
    "Einen Eintrag {version} gibt es in dieser Vereinbarung nicht, oder er zählt nicht mehr.",
)
NOT_RETRACTABLE = Rule(
    "not-retractable",
    "N.2",
    "refuse",
    "Eintrag {version} kann nicht zurückgenommen werden; für ihn gibt es einen eigenen Weg der Berichtigung oder keinen.",
)
NOT_OURS = Rule(
    "not-ours", "N.2", "refuse", "Eintrag {version} hat die andere Seite festgehalten; nur sie kann ihn zurücknehmen."
)
STANDS_BELOW = Rule(
    "stands-below",
    "N.2",
    "refuse",
    "Auf Eintrag {version} beruht Weiteres ({references}); er kann nicht zurückgenommen werden.",
)
OWN_RECORD = Rule(
    "own-record",
    "N.2",
    "refuse",
    "Eintrag {version} stammt von der eigenen Seite; statt ihn zu bestreiten, kann er zurückgenommen werden.",
)

ASSESSMENT = Reason("assessment", "Gesamtbewertung")
"""Things that can rest on an entry beside those that refer to it."""

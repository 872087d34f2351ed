"""Rules about proofs, checkpoints and keys of the log."""

from domain.reasons import Reason
from domain.rules import Rule

KEY_KNOWN = Rule(
    "key-known", "N.2", "refuse", "Dieser Schlüssel hat im Protokoll schon gegolten; bitte einen neuen erzeugen."
)
KEY_REPLACED = Rule(
    "key-replaced",
    "N.2",
    "refuse",
    "Der Schlüssel „{shown}“ gilt nicht mehr, inzwischen gilt „{now}“; bitte ansehen und neu entscheiden.",
)
OUTSIDE_THE_LOG = Rule(
    "outside-the-log",
    "N.2",
    "refuse",
    "Das Protokoll hat {size} Einträge; einen Nachweis für Eintrag {asked} in einem Protokoll von {of} Einträgen gibt es nicht.",
)
TREE_DAMAGED = Rule(
    "tree-damaged",
    "N.2",
    "refuse",
    "Im Baum des Protokolls fehlen Knoten, die der Nachweis braucht: er wurde verändert. Die Nachprüfung nennt die Stelle.",
)
LOG_NOT_CONTINUED = Rule(
    "log-not-continued",
    "N.2",
    "refuse",
    "Mit dem Schlüssel dieses Protokolls sind schon {size} Einträge bezeugt, die so nicht mehr darin stehen; unterschrieben wird nicht. Es wurde umgeschrieben oder zurückgesetzt: bitte nachprüfen (audit verify). Wurde wissentlich eine ältere Sicherung eingespielt, sagt docs/operation.md, wie es weitergeht.",
)
NO_SUCH_CHECKPOINT = Rule(
    "no-such-checkpoint",
    "N.2",
    "refuse",
    "Über {size} Einträge gibt es keinen Prüfpunkt; bitte einen vorhandenen nennen.",
)
FOREIGN_CHECKPOINT = Rule(
    "foreign-checkpoint",
    "N.2",
    "refuse",
    "Der frühere Prüfpunkt über {size} Einträge gehört nicht zu diesem Protokoll: {why}. Bitte klären, ob das Protokoll "
    "umgeschrieben oder zurückgesetzt wurde.",
)
BUNDLE_TOO_LARGE = Rule(
    "bundle-too-large",
    "N.2",
    "refuse",
    "Das Prüfbündel hätte {size} Bytes; möglich sind weniger als 2 GiB. Bitte je Vereinbarung ausgeben.",
)

OF_OTHER_LOG = Reason("of_other_log", "er gehört zum Protokoll {origin}")
BEYOND_LOG = Reason("beyond_log", "hier sind es nur {entries}")
SIGNED_BY_OTHERS = Reason("signed_by_others", "keiner der Schlüssel dieses Protokolls hat ihn unterschrieben")
UNREADABLE_NOTE = Reason("unreadable_note", "{detail}")
ENTRIES_DIFFER = Reason("entries_differ", "die Einträge bis dahin sind heute andere")
"""Why a checkpoint does not belong to this log."""

"""Rules of following an agreement up."""

from domain.reasons import Reason
from domain.rules import Rule

UNKNOWN_AGREED_MEASURE = Rule(
    "unknown-agreed-measure", "III.3.1", "refuse", "Eine Verabredung „{measure}“ wurde in keinem Dialog getroffen."
)
NOTE_ID_USED = Rule("note-id-used", "N.2", "refuse", "Die Kennung „{note}“ ist schon vergeben; bitte eine neue wählen.")
NO_DEVIATION = Rule(
    "no-deviation",
    "III.3.1",
    "finding",
    "Zum Ladestand {state} ist für die Zeile „{line}“ keine Abweichung errechnet; ihr Stand: {standing}.",
)
CIRCUMSTANCE_ABOUT = Rule(
    "circumstance-about",
    "III.3.5",
    "refuse",
    "Ein Umstand der Art „{kind}“ {needs}; „{about}“ passt nicht dazu.",
)
CIRCUMSTANCE_ACTUAL = Rule(
    "circumstance-actual",
    "III.3.5",
    "refuse",
    "Zu Haushaltsmitteln und Eckwerten gehört der tatsächliche Wert, zu anderen Umständen keiner.",
)
PROVISION_PERIOD = Rule(
    "provision-period",
    "III.3.4",
    "refuse",
    "Die Vorschrift „{says}“ endet vor ihrem Beginn ({from_day} bis {until_day}).",
)
UNKNOWN_STEP = Rule(
    "unknown-step", "III.2.1.4", "refuse", "Einen Umsetzungsschritt „{step}“ hat diese Vereinbarung nicht."
)
STEP_WITHOUT_EVIDENCE = Rule(
    "step-without-evidence",
    "III.2.1.4",
    "refuse",
    "Der Schritt „{step}“ ist erst umgesetzt, wenn ein Nachweis beiliegt.",
)
UNKNOWN_CRITERION = Rule(
    "unknown-criterion", "III.2.1.4", "refuse", "Ein Erfolgskriterium „{criterion}“ hat diese Vereinbarung nicht."
)
CRITERION_BEFORE_STEPS = Rule(
    "criterion-before-steps",
    "III.2.1.4",
    "finding",
    "Das Kriterium „{criterion}“ ist gewürdigt, obwohl Schritte offen sind: {steps}.",
)
UNKNOWN_TOPIC = Rule(
    "unknown-topic",
    "III.2.1.6",
    "refuse",
    "„{topic}“ ist weder ein Thema eines Ziels noch ein Grundsatz dieser Vereinbarung.",
)

NAMES_ONE = Reason("names_one", "nennt eines von {known}")
NAMES_NONE = Reason("names_none", "bezieht sich auf keinen vereinbarten Wert")
"""The subject of each kind of circumstance."""

"""How the command line does what a sentence asks for that pages and network answers say alike."""

from collections.abc import Iterator

from domain.rules import Finding

SWITCHES = {"carrier": "--carrier", "month": "--month", "months_waited": "--waited", "loaded_on": "--loaded-on"}
"""The options of what may be said beside a file, by its name for machines."""
CHOICE = "Gewählt wird eine Zuordnung mit --map; „zielsteuerung figures mappings“ zeigt sie."
OTHER_LAYOUT = f"Eine Vorlage schreibt „zielsteuerung figures template“. {CHOICE}"
CAUSE = "Den Anlass nennt --cause."
_BY_REASON = {"sheets": CHOICE}
_BY_RULE = {"several-mappings": CHOICE, "mapping-unknown": CHOICE}


def hints(finding: Finding) -> Iterator[str]:
    """The sentence about options and commands behind a refusal, where there is one."""
    if options := [SWITCHES[name] for name in finding.several("parameters")]:
        yield f"Angegeben wird das mit {', '.join(options)}."
    elif hint := _BY_RULE.get(finding.rule) or _BY_REASON.get(finding.values.get("why", "")):
        yield hint

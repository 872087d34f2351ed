"""The decision on a year on the command line: first in `show`, whole in `assessment`."""

from domain.german import german
from interfaces.bootstrap import own_system
from interfaces.cli.console import console, print_decision
from interfaces.cli.read import AgreementArgument, AsJson, KnownAt, print_json
from interfaces.cli.reader import local_reader
from interfaces.german import decision as text


def assessment(agreement: AgreementArgument, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """Zeigt die Gesamtbewertung: jedes Urteil, jede Würdigung, und was heutige Zahlen dazu sagen."""
    with own_system() as system:
        found = system.queries.decision(local_reader(), agreement, known_at=known_at)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    out = console()
    wraps = not out.is_terminal
    print_decision(out, found)
    if found.present is None:
        return
    for verdict in found.verdicts:
        if verdict.why:
            cites = f" (gestützt auf {', '.join(verdict.cites)})" if verdict.cites else ""
            out.print(f"Zu „{verdict.title}“: {verdict.why}{cites}", markup=False, soft_wrap=wraps)
    out.print("Gewürdigt:" if found.addressed else "Zu würdigen war nichts.")
    for appraised in found.addressed:
        out.print(f"  {text.point(appraised)}", markup=False, soft_wrap=wraps)
    out.print(f"Zusammenfassung: {found.present.summary}", markup=False, soft_wrap=wraps)
    for earlier in found.earlier:
        out.print(f"Früher: {text.headline(earlier)}", markup=False, soft_wrap=wraps)
        for judged in earlier.verdicts:
            says = f"{judged.title}: beschlossen {german(judged.judged)}, errechnet {german(judged.computed)}"
            out.print(f"  {says}", markup=False, soft_wrap=wraps)

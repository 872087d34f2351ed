"""German sentences about the decision on a year."""

from collections.abc import Iterator

from application.reading.decision import AppraisedPoint, DecisionReading, UsedLoad, VerdictThenAndNow
from application.reading.parts.final_assessment import AssessmentEntry
from application.reading.parts.part import because
from domain.german import german, spoken
from interfaces.german import numbers
from interfaces.german.results import load_state

NOT_DECIDED = "Entschieden ist noch nicht."


def headline(entry: AssessmentEntry) -> str:
    """When and by whom it was decided, and where that stands in the log."""
    source = entry.source
    what = "Neu gefasst" if entry.cause else "Entschieden"
    where = f"Stand {source.version}, Position {source.position}"
    recorded = f"festgehalten {numbers.instant(source.recorded_at)}, {where}"
    return f"{what} am {spoken(source.occurred_on)} durch {source.office} ({recorded})"


def signed(found: DecisionReading) -> str:
    """Who signed, and when."""
    by = (f"{found.parties.get(one.party, one.party)} am {spoken(one.source.occurred_on)}" for one in found.signatures)
    return f"Unterzeichnet: {', '.join(by)}" if found.signatures else "Unterzeichnet: von niemandem"


def said(verdict: VerdictThenAndNow) -> str:
    """A verdict in one sentence, with what today's figures would say where they differ."""
    says = f"{verdict.title}: beschlossen {german(verdict.judged)}, errechnet {german(verdict.computed)}"
    return f"{says}, nach heutigen Zahlen {today(verdict)}" if verdict.moved else says


def today(verdict: VerdictThenAndNow) -> str:
    """Today's computed outcome of a verdict."""
    return german(verdict.today) if verdict.today else "steht nicht mehr in den Bedingungen"


def load(used: UsedLoad) -> str:
    """A delivery a verdict rests on, and what replaced it since."""
    if used.replaced_by is None:
        return load_state(used.load_state)
    why = f"am {spoken(used.replaced_on)} durch eine andere Lieferung ersetzt"
    cause = f", {german(used.cause)}" if used.cause else ""
    return f"{load_state(used.load_state)} ({why}{cause})"


def point(appraised: AppraisedPoint) -> str:
    """A circumstance, legal change or finding, and how it was appraised."""
    effect = "mit Auswirkung" if appraised.has_effect else "ohne Auswirkung"
    return f"{appraised.says or appraised.reference}: {effect}. {appraised.why}"


def aftermath(entry: AssessmentEntry) -> Iterator[str]:
    """The county's position, its answer, and the closing."""
    position = because(f"{german(entry.county.stance)} ({spoken(entry.county.on)})", entry.county.says)
    yield f"Stellungnahme der Kommune: {position}"
    for one in entry.answers:
        yield because(f"Danach am {spoken(one.source.occurred_on)}: {german(one.answer)}", one.says)
    if not entry.answers:
        yield "Eine Antwort der Kommune steht aus."
    if entry.closed:
        yield f"Abgeschlossen am {spoken(entry.closed.occurred_on)}"

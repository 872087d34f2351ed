"""The command that plays the sample."""

from datetime import date

from rich.progress import track

from application.service import Receipt
from domain.german import spoken
from domain.state import Agreement, Status
from domain.terms import Terms
from interfaces.bootstrap import System, throw_away_system
from interfaces.cli.console import console, print_attainment, print_history, subject
from interfaces.cli.read import print_json, summary
from interfaces.sample.figures import INVENTED
from interfaces.sample.cast import READER, Scene
from interfaces.sample.play import MovableClock, play, scenes
from interfaces.sample.terms import heidekreis_2026


def demo(as_json: bool) -> bool:
    """Play the sample on a throw-away database and show it; whether all of it happened."""
    terms, clock = heidekreis_2026(), MovableClock(date(2026, 1, 1))
    with throw_away_system(clock) as system:
        agreement = _played(system, clock, terms, quiet=as_json)
        if as_json:
            print_json(_document(system, agreement))
        else:
            _show(system, agreement)
        return _complete(agreement)


def _played(system: System, clock: MovableClock, terms: Terms, *, quiet: bool) -> Agreement:
    out, progress = console(), console(stderr=True)
    if not quiet:
        out.print(f"[bold]{terms.title}[/bold]\n{' und '.join(party.name for party in terms.parties)}\n{INVENTED}\n")
    happening = play(system, clock, terms)
    total = len(scenes(terms))
    for scene, receipt in track(
        happening, "Vorführung", total=total, console=progress, transient=True, disable=not progress.is_terminal
    ):
        if not quiet:
            out.print(_line(scene, receipt))
    return system.queries.agreement(READER, receipt.agreement_id)


def _line(scene: Scene, receipt: Receipt) -> str:
    record = receipt.records[0]
    fact = record.fact.model_dump(mode="json")
    return f"{spoken(record.occurred_on)}  {record.fact.title}{subject(fact)} – {scene.actor.office}"


def _show(system: System, agreement: Agreement) -> None:
    out = console()
    reading = system.queries.attainment(READER, agreement.id)
    out.print(f"\n[bold]Stand der Ziele, Berichtsmonat {reading.month}[/bold] ({INVENTED})")
    print_attainment(out, reading.goals)
    out.print("\n[bold]Verlauf[/bold]")
    print_history(out, system.queries.history(READER, agreement.id))


def _document(system: System, agreement: Agreement) -> dict[str, object]:
    reading = system.queries.attainment(READER, agreement.id)
    return {
        "agreement": summary(agreement) | {"figures": INVENTED},
        "terms": agreement.terms.model_dump(mode="json"),
        "attainment": [goal.model_dump(mode="json") for goal in reading.goals],
        "history": [entry.model_dump(mode="json") for entry in system.queries.history(READER, agreement.id)],
    }


def _complete(agreement: Agreement) -> bool:
    """Whether the sample got where it should: in force, compared, fed for two years, talked about, confirmed."""
    dialogs = agreement.dialogs.values()
    return (
        agreement.status is Status.IN_FORCE
        and agreement.transcription_confirmed
        and len(agreement.deliveries) == 24
        and all(delivery.decision == "released" for delivery in agreement.deliveries.values())
        and any(dialog.confirmed_by == agreement.terms.party_ids for dialog in dialogs)
    )

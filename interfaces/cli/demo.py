"""The command that plays the sample."""

from datetime import date, datetime, time
from typing import Annotated

import typer
from rich.progress import track

from application.acting.orders import Receipt
from application.lists.due_item import DueItem
from application.reading.parts.individual_goals import Reports
from application.reading.sources import Counting
from domain.german import spoken
from domain.record import GERMANY
from domain.state import Agreement, Status
from domain.terms import Sex, Terms
from interfaces.bootstrap import System, throw_away_system
from interfaces.cli.console import console, print_assessment, print_attainment, print_due
from interfaces.cli.read import Whole, print_json, summary
from interfaces.german.subjects import subject
from interfaces.sample.cast import READER, Scene
from interfaces.sample.figures import INVENTED
from interfaces.sample.next_year import BEGINS
from interfaces.sample.play import MovableClock, play, play_rounded, scenes
from interfaces.sample.rounded import ROUNDED
from interfaces.sample.terms import heidekreis_2026

MID_YEAR = date(2026, 6, 30)
MID_YEAR_MONTH = "2026-06"
MATRICES = (("K2", Sex.TOTAL), ("K2", Sex.GAP), ("LZB", Sex.WOMEN), ("INT", Sex.TOTAL))
"""Which matrices the document shows."""


def demo(
    as_json: Annotated[bool, typer.Option("--json", help="Ein JSON-Dokument statt Text.")] = False,
    whole: Whole = False,
) -> None:
    """Spielt die Vereinbarung Heidekreis 2026 mit erfundenen Zahlen in einer Wegwerf-Datenbank."""
    terms, clock = heidekreis_2026(), MovableClock(date(2026, 1, 1))
    with throw_away_system(clock) as system:
        agreement = _played(system, clock, terms, quiet=as_json)
        system.views.catch_up()
        if as_json:
            print_json(_document(system, agreement) | {"next_year": _next_year(agreement)})
        else:
            _show(system, agreement, whole=whole)
        if not _complete(agreement):
            raise typer.Exit(1)


def _played(system: System, clock: MovableClock, terms: Terms, *, quiet: bool) -> Agreement:
    out, progress = console(), console(stderr=True)
    if not quiet:
        out.print(terms.title, style="bold", markup=False)
        out.print(f"{' und '.join(party.name for party in terms.parties)}\n{INVENTED}\n", markup=False)
    happening = play(system, clock, terms)
    total = len(scenes(terms))
    for scene, receipt in track(
        happening, "Vorführung", total=total, console=progress, transient=True, disable=not progress.is_terminal
    ):
        if not quiet:
            out.print(_line(system, scene, receipt), markup=False)
    return system.queries.agreement(READER, receipt.agreement_id)


def _line(system: System, scene: Scene, receipt: Receipt) -> str:
    record = receipt.records[0]
    about = subject(record.fact, system.courses.course(READER, receipt.agreement_id).agreement)
    of = f": {about}" if about else ""
    return f"{spoken(record.occurred_on)}  {record.fact.title}{of} – {scene.actor.office}"


def _show(system: System, agreement: Agreement, *, whole: bool) -> None:
    out = console()
    reading = system.queries.attainment(READER, agreement.id)
    reports = Reports.among(Counting.among(system.courses.course(READER, agreement.id).records))
    out.print(f"\n[bold]Stand der Ziele, Berichtsmonat {reading.month}[/bold] ({INVENTED})")
    print_attainment(out, reading.goals, system.explanations.explained(READER, agreement.id), reports, whole=whole)
    if agreement.assessment:
        out.print("\n[bold]Gesamtbewertung[/bold]")
        print_assessment(out, agreement.assessment)
    out.print(f"\n[bold]Was am {spoken(MID_YEAR)} fällig war[/bold]")
    print_due(out, _due(system), MID_YEAR)


def _document(system: System, agreement: Agreement) -> dict[str, object]:
    return _readings(system, agreement) | {
        "agreement": summary(agreement) | {"figures": INVENTED},
        "final_assessment": agreement.assessment.model_dump(mode="json") if agreement.assessment else None,
        "circumstances": [same.model_dump(mode="json") for same in system.lists.circumstances(READER)],
        "due": [item.model_dump(mode="json") for item in _due(system)],
        "mid_year": system.explanations.explained(READER, agreement.id, month=MID_YEAR_MONTH).model_dump(mode="json"),
        "matrices": [
            system.explanations.matrix(READER, agreement.id, measure, sex=sex).model_dump(mode="json")
            for measure, sex in MATRICES
        ],
        "comparison": system.comparisons.compared(READER, "03", 2026).model_dump(mode="json"),
    }


def _readings(system: System, agreement: Agreement) -> dict[str, object]:
    """What every document of an agreement holds: from terms and entries to the results and what explains them."""
    return {
        "terms": agreement.terms.model_dump(mode="json"),
        "explanation": system.explanations.explained(READER, agreement.id).model_dump(mode="json"),
        "attainment": [goal.model_dump(mode="json") for goal in system.queries.attainment(READER, agreement.id).goals],
        "history": [entry.model_dump(mode="json") for entry in system.histories.of_agreement(READER, agreement.id)],
    }


def _next_year(life: Agreement) -> dict[str, object]:
    """The next year's beginning in rounded figures, as a document of its own: beside the life, which stays alone."""
    clock = MovableClock(BEGINS)
    with throw_away_system(clock) as system:
        about = play_rounded(system, clock, life)
        system.views.catch_up()
        agreement = system.queries.agreement(READER, about)
        return {"agreement": summary(agreement) | {"figures": ROUNDED}} | _readings(system, agreement)


def _due(system: System) -> tuple[DueItem, ...]:
    """Due items in the middle of the year, as far as known by then."""
    end_of_day = datetime.combine(MID_YEAR, time(23, 59), GERMANY)
    return system.lists.due(READER, MID_YEAR, at=system.lists.as_of(end_of_day))


def _complete(agreement: Agreement) -> bool:
    """Whether the sample got where it should: through two years' figures and four dialogs to the closing."""
    dialogs = agreement.dialogs.values()
    return (
        agreement.status is Status.CLOSED
        and agreement.transcription_confirmed
        and len(agreement.deliveries) == 24
        and all(delivery.decision == "released" for delivery in agreement.deliveries.values())
        and len(dialogs) == 4
        and all(dialog.confirmed_by == agreement.terms.party_ids for dialog in dialogs)
        and agreement.assessment is not None
    )

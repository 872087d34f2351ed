"""The commands that read the user's own database."""

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from application.reading.knowledge import knowledge
from application.reading.parts import PARTS
from application.reading.parts.individual_goals import Reports
from application.reading.sources import Counting
from domain.figures import LoadState
from domain.german import german, spoken
from domain.record import GERMANY
from domain.results import LineResult
from domain.rulebook.drafting import UNKNOWN_LINE
from domain.state import Agreement, Status
from domain.values import Frozen
from interfaces.bootstrap import own_system
from interfaces.cli.console import console, print_attainment, print_decision, print_lines, print_months
from interfaces.cli.reader import local_reader
from interfaces.cli.tables import AsTable, hand_on
from interfaces.german import naming, numbers
from interfaces.german import results as text
from interfaces.german.due import open_point
from interfaces.german.labels import Labels
from interfaces.tables import goals


def instant(text: str) -> datetime:
    """An instant in ISO 8601; without a zone it is German time, and a day alone means its end."""
    try:
        read = datetime.fromisoformat(f"{text}T23:59:59.999999" if len(text) == len("2026-06-30") else text)
        return (read if read.tzinfo else read.replace(tzinfo=GERMANY)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise typer.BadParameter("Erwartet wird ein Tag oder Zeitpunkt wie 2026-06-30T12:00:00+02:00.") from None


def month(text: str) -> str:
    """A month as JJJJ-MM."""
    if len(text) != len("2026-01"):
        raise typer.BadParameter("Erwartet wird ein Monat wie 2026-06.")
    try:
        datetime.strptime(text, "%Y-%m").replace(tzinfo=GERMANY)
    except ValueError:
        raise typer.BadParameter("Erwartet wird ein Monat wie 2026-06.") from None
    return text


def whole(least: int, most: int) -> Callable[[str | int], int]:
    """Reads a whole number between these two."""

    def read(text: str | int) -> int:
        number = int(text) if re.fullmatch(r"[0-9]{1,9}", str(text)) else -1
        if not least <= number <= most:
            raise typer.BadParameter(f"Erwartet wird eine ganze Zahl von {least} bis {most}.")
        return number

    return read


AgreementArgument = Annotated[str, typer.Argument(metavar="VEREINBARUNG", help="Kennung der Vereinbarung.")]
KnownAt = Annotated[
    datetime | None, typer.Option(parser=instant, metavar="ZEITPUNKT", help="Was bis dahin festgehalten war.")
]
ReportMonth = Annotated[
    str | None,
    typer.Option("--month", parser=month, metavar="JJJJ-MM", help="Berichtsmonat; sonst der letzte geladene."),
]
Whole = Annotated[
    bool, typer.Option("--derivations", help="Jede Herleitung ganz: Formel, Quellen, Fassungen, Güte der Daten.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Ein JSON-Dokument statt Text.")]


def show(
    agreement: AgreementArgument,
    known_at: KnownAt = None,
    report_month: ReportMonth = None,
    whole: Whole = False,
    as_json: AsJson = False,
    out: AsTable = None,
) -> None:
    """Zeigt, wo eine Vereinbarung steht und was entschieden ist; dann Bedingungen, Zielerreichung, Herleitung."""
    with own_system() as system:
        if out:
            hand_on(out, goals.goals(system, local_reader(), agreement, month=report_month, known_at=known_at))
            return
        state = system.queries.agreement(local_reader(), agreement, known_at=known_at)
        reading = system.queries.attainment(local_reader(), agreement, month=report_month, known_at=known_at)
        explanation = system.explanations.explained(local_reader(), agreement, month=report_month, known_at=known_at)
        reports = Reports.among(
            Counting.among(system.courses.course(local_reader(), agreement, known_at=known_at).records)
        )
        decided = system.queries.decision(local_reader(), agreement, known_at=known_at)
    if as_json:
        found = {"attainment": reading.model_dump(mode="json"), "explanation": explanation.model_dump(mode="json")}
        found |= {"decision": decided.model_dump(mode="json")}
        print_json({"agreement": summary(state)} | found)
        return
    on = console()
    on.print(state.terms.title, style="bold", markup=False)
    on.print(" und ".join(party.name for party in state.terms.parties), markup=False)
    word = " seit" if state.status is Status.IN_FORCE else ", bindend seit"
    since = f"{word} {spoken(state.binding_since)}" if state.binding_since else ""
    on.print(f"{state.id}: {german(state.status)}{since}, Stand {state.version}")
    print_decision(on, decided)
    on.print(f"Bedingungen: Fassung {state.terms_version}, SHA-256 {state.terms_hash}", soft_wrap=not on.is_terminal)
    if state.binding_since and not reading.terms_confirmed:
        on.print("Diese Fassung ist noch nicht von einer zweiten Person mit dem Papier abgeglichen.")
    on.print(f"Berichtsmonat: {numbers.month(reading.month) if reading.month else 'noch keiner geladen'}")
    print_attainment(on, reading.goals, explanation, reports, whole=whole)


def known(
    agreement: AgreementArgument,
    version: Annotated[int, typer.Argument(metavar="STAND", min=1, help="Stand des Eintrags, siehe history.")],
    as_json: AsJson = False,
) -> None:
    """Zeigt, was bekannt war, als ein Eintrag festgehalten wurde."""
    with own_system() as system:
        found = knowledge(system.journal, local_reader(), agreement, version)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    out = console()
    where = f"Stand {found.version} (Position {found.position})"
    out.print(f"{where}: {found.title}, festgehalten {numbers.moment(found.decided_at)}", markup=False)
    if found.status is None:
        out.print("Es war der erste Eintrag; davor gab es die Vereinbarung nicht.")
        return
    out.print(f"Die Vereinbarung war {german(found.status)}, Bedingungen in Fassung {found.terms_version}.")
    loads = ", ".join(text.load_state(load.load_state) for load in found.loads)
    out.print(f"Freigegebene Daten: {loads or 'keine'}", soft_wrap=True)
    for reference, says in found.open_points.items():
        out.print(f"Zu würdigen: {open_point(says, reference)}", markup=False, soft_wrap=True)
    print_attainment(out, found.goals)


def summary(agreement: Agreement) -> dict[str, Any]:
    """An agreement's place in its life, as JSON."""
    return {
        "id": agreement.id,
        "version": agreement.version,
        "status": agreement.status,
        "binding_since": agreement.binding_since.isoformat() if agreement.binding_since else None,
        "transcription_confirmed": agreement.transcription_confirmed,
        "terms_version": agreement.terms_version,
        "terms_hash": agreement.terms_hash,
    }


def print_scoped(items: Iterable[Frozen], position: int) -> None:
    """The rows of a list as JSON, and up to which entry of the log they have read."""
    print_json({"items": [item.model_dump(mode="json") for item in items], "as_of_position": position})


def read_up_to(position: int) -> str:
    """Up to which entry of the log a list has read."""
    return f"Gelesen bis Position {position} des Protokolls."


def print_json(document: object) -> None:
    """A JSON document on standard output."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def load_state(given: str) -> LoadState:
    """A load state as JJJJ-MM, or as JJJJ-MM+MONATE when months were waited for."""
    month, plus, waited = given.partition("+")
    try:
        return LoadState(report_month=month, months_waited=int(waited) if plus else 0)
    except ValueError:
        raise typer.BadParameter("Erwartet wird ein Ladestand wie 2026-03, nach 3 Monaten 2026-03+3.") from None


LineArgument = Annotated[str, typer.Argument(metavar="ZEILE", help="Kennung der Zeile in den Bedingungen.")]
State = Annotated[
    LoadState | None,
    typer.Argument(
        parser=load_state,
        metavar="[LADESTAND]",
        help="Monat[+Wartezeit]: 2026-03 oder 2026-03+3; ohne ihn jeder Monat, wie vereinbart gewartet.",
    ),
]
Baseline = Annotated[
    LoadState | None,
    typer.Option(parser=load_state, metavar="LADESTAND", help="Der des Vorjahres; ein ungleicher wird abgelehnt."),
]


def line(
    agreement: AgreementArgument,
    line_id: LineArgument,
    state: State = None,
    baseline: Baseline = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    out: AsTable = None,
) -> None:
    """Zeigt eine Zeile zu einem Ladestand oder Monat für Monat, verglichen mit dem gleichen Ladestand des Vorjahres."""
    with own_system() as system:
        if out:
            month = state.report_month if state else None
            hand_on(out, goals.line_months(system, local_reader(), agreement, line_id, month=month, known_at=known_at))
            return
        if state:
            found: tuple[LineResult, ...] = (
                system.queries.line(local_reader(), agreement, line_id, state, baseline=baseline, known_at=known_at),
            )
        else:
            course = system.courses.course(local_reader(), agreement, known_at=known_at)
            found = tuple(course.lines_until(None).get(line_id, ()))
            unknown = line_id not in {line.id for line in course.agreement.terms.lines}
            UNKNOWN_LINE.refuse_if(unknown, line=line_id)
    if as_json:
        said = [line.model_dump(mode="json") for line in found]
        print_json(said[0] if state else said)
        return
    on = console()
    about = text.load_state(state) if state else "Monat für Monat"
    named = f"{naming.line(found[0])} ({found[0].clause})" if found else f"Zeile {line_id}"
    on.print(f"{named}, {about}", style="bold", markup=False)
    if state:
        print_lines(on, found)
    else:
        print_months(on, found)


PART_NAMES = f"Einer von: {', '.join(part.path for part in PARTS)}."
PartArgument = Annotated[str, typer.Argument(metavar="TEIL", help=PART_NAMES)]


def part(agreement: AgreementArgument, name: PartArgument, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """Zeigt einen Teil einer Vereinbarung: was festgehalten ist und heute gilt."""
    found = next((part for part in PARTS if part.path == name), None)
    if found is None:
        raise typer.BadParameter(f"Einen Teil „{name}“ gibt es nicht. {PART_NAMES}")
    with own_system() as system:
        reading = system.resources.part(found, local_reader(), agreement, known_at=known_at)
        statements = system.resources.statements(found, local_reader(), agreement, known_at=known_at)
        labels = Labels(system.queries.agreement(local_reader(), agreement, known_at=known_at))
    if as_json:
        print_json(reading.model_dump(mode="json"))
        return
    out = console()
    out.print(f"{found.title}: {reading.agreement_id}, Stand {reading.version}", style="bold", markup=False)
    for says, statement in statements.items():
        said = f"{labels.of_subject(says).rstrip('.')}: {labels.of_statement(statement)}"
        out.print(said, markup=False, soft_wrap=not out.is_terminal)
    if not statements:
        out.print("Dazu ist nichts festgehalten.")

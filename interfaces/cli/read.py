"""The commands that read the user's own database."""

import json
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from application.reading.knowledge import knowledge
from application.reading.parts import PARTS
from domain.figures import LoadState
from domain.german import german, spoken
from domain.record import GERMANY, Actor, Role
from domain.state import Agreement
from interfaces.bootstrap import own_system
from interfaces.cli.console import console, print_attainment, print_decision, print_lines
from interfaces.german import results as text


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
AsJson = Annotated[bool, typer.Option("--json", help="Ein JSON-Dokument statt Text.")]


def local_reader() -> Actor:
    """Whoever may open the database on this machine, and so may read all of it."""
    return Actor("befehlszeile", Role.AUDITOR, "Befehlszeile", f"Systembenutzer Nr. {os.geteuid()}")


def show(
    agreement: AgreementArgument, known_at: KnownAt = None, report_month: ReportMonth = None, as_json: AsJson = False
) -> None:
    """Zeigt, wo eine Vereinbarung steht und was entschieden ist; dann Bedingungen, Zielerreichung, Herleitung."""
    with own_system() as system:
        state = system.queries.agreement(local_reader(), agreement, known_at=known_at)
        reading = system.queries.attainment(local_reader(), agreement, month=report_month, known_at=known_at)
        explanation = system.explanations.explained(local_reader(), agreement, month=report_month, known_at=known_at)
        decided = system.queries.decision(local_reader(), agreement, known_at=known_at)
    if as_json:
        found = {"attainment": reading.model_dump(mode="json"), "explanation": explanation.model_dump(mode="json")}
        found |= {"decision": decided.model_dump(mode="json")}
        print_json({"agreement": summary(state)} | found)
        return
    out = console()
    out.print(state.terms.title, style="bold", markup=False)
    out.print(" und ".join(party.name for party in state.terms.parties), markup=False)
    since = f" seit {spoken(state.binding_since)}" if state.binding_since else ""
    out.print(f"{state.id}: {german(state.status)}{since}, Stand {state.version}")
    print_decision(out, decided)
    out.print(f"Bedingungen: Fassung {state.terms_version}, SHA-256 {state.terms_hash}", soft_wrap=not out.is_terminal)
    if state.binding_since and not reading.terms_confirmed:
        out.print("Diese Fassung ist noch nicht von einer zweiten Person mit dem Papier abgeglichen.")
    out.print(f"Berichtsmonat: {reading.month or 'noch keiner geladen'}")
    print_attainment(out, reading.goals, explanation)


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
    out.print(f"{where}: {found.title}, festgehalten {found.decided_at:%d.%m.%Y %H:%M:%S} UTC", markup=False)
    if found.status is None:
        out.print("Es war der erste Eintrag; davor gab es die Vereinbarung nicht.")
        return
    out.print(f"Die Vereinbarung war {german(found.status)}, Bedingungen in Fassung {found.terms_version}.")
    loads = ", ".join(f"{load.delivery_id} ({load.load_state})" for load in found.loads)
    out.print(f"Freigegebene Daten: {loads or 'keine'}", soft_wrap=True)
    for reference, says in found.open_points.items():
        out.print(f"Zu würdigen: {reference} – {says}", markup=False, soft_wrap=True)
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
    LoadState,
    typer.Argument(parser=load_state, metavar="LADESTAND", help="Monat[+Wartezeit]: 2026-03 oder 2026-03+3."),
]
Baseline = Annotated[
    LoadState | None,
    typer.Option(parser=load_state, metavar="LADESTAND", help="Der des Vorjahres; ein ungleicher wird abgelehnt."),
]


def line(
    agreement: AgreementArgument,
    line_id: LineArgument,
    state: State,
    baseline: Baseline = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Zeigt eine Zeile zu einem Ladestand, verglichen mit dem gleichen Ladestand des Vorjahres."""
    with own_system() as system:
        found = system.queries.line(local_reader(), agreement, line_id, state, baseline=baseline, known_at=known_at)
    if as_json:
        print_json(found.model_dump(mode="json"))
        return
    out = console()
    out.print(f"Zeile {found.line_id} ({found.clause}), {text.load_state(state)}", style="bold", markup=False)
    print_lines(out, (found,))


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
    if as_json:
        print_json(reading.model_dump(mode="json"))
        return
    out = console()
    out.print(f"{found.title}: {reading.agreement_id}, Stand {reading.version}", style="bold", markup=False)
    for says, statement in statements.items():
        out.print(f"{says}: {statement}", markup=False, soft_wrap=not out.is_terminal)
    if not statements:
        out.print("Dazu ist nichts festgehalten.")

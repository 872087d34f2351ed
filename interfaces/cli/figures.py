"""The commands about files of figures: template, check, deliver, release, reject."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from application.figures.dry_run import Saying
from application.figures.ports import Progress as Told
from application.figures.ports import TakenFile, Unreadable
from application.figures.template import template as rows_of
from application.service import Receipt
from domain.facts import FigureFileDelivered
from domain.facts.figures import Cause
from domain.german import german
from domain.record import Actor, Role
from domain.rulebook.figures import FILE_UNREADABLE
from domain.terms import Side
from interfaces.bootstrap import FILES, own_system
from interfaces.cli.console import console
from interfaces.cli.figures_text import print_dry_run, print_file
from interfaces.cli.lists import day
from interfaces.cli.problem_file import problem_file
from interfaces.cli.read import AgreementArgument, AsJson, local_reader, month, print_json
from interfaces.cli.write import authenticated_by

figures = typer.Typer(help="Daten als Datei: Vorlage, Prüfung, Lieferung, Freigabe.", no_args_is_help=True)

FileArgument = Annotated[Path, typer.Argument(metavar="DATEI", help="CSV oder XLSX, siehe docs/figure-files.md.")]
FileId = Annotated[str, typer.Argument(metavar="KENNUNG", help="Kennung der gelieferten Datei.")]
Person = Annotated[str, typer.Option(help="Kennung der handelnden Person.")]
Office = Annotated[str, typer.Option(help="Ihre Funktion.")]
Scope = Annotated[str, typer.Option(metavar="AGS", help="Anfang des Gemeindeschlüssels ihrer Zuständigkeit.")]
Party = Annotated[str, typer.Option(help="Kennung des Partners, für den sie handelt.")]
Key = Annotated[str | None, typer.Option(help="Schlüssel, unter dem derselbe Auftrag nur einmal gilt.")]
CAUSES = {german(cause): cause for cause in Cause}


def cause(text: str) -> Cause:
    """Why a load state comes again."""
    if text not in CAUSES:
        raise typer.BadParameter(f"Möglich sind: {', '.join(CAUSES)}.")
    return CAUSES[text]


WhyAgain = Annotated[
    Cause | None,
    typer.Option("--cause", parser=cause, metavar="ANLASS", help=f"Anlass einer neuen Lieferung: {', '.join(CAUSES)}."),
]
Revision = Annotated[str, typer.Option(help="Bezeichnung der Revision der Statistik.")]
ForYear = Annotated[int | None, typer.Option("--year", help="Nur für Vereinbarungen dieses Jahres.")]
Jump = Annotated[int, typer.Option(min=1, max=1000, help="Ab wie viel Prozent Änderung gewarnt wird.")]
Problems = Annotated[
    Path | None, typer.Option(metavar="DATEI", help="Daneben: jeder Fehler und Hinweis als CSV, nicht nur die ersten.")
]
Note = Annotated[str | None, typer.Option(help="Anmerkung, die bei jeder Lieferung steht.")]


@figures.command()
def template(
    agreement: AgreementArgument,
    out: Annotated[Path, typer.Argument(metavar="DATEI", help="Wohin; die Endung .xlsx ergibt eine Arbeitsmappe.")],
    report_month: Annotated[str, typer.Option("--month", parser=month, metavar="JJJJ-MM", help="Berichtsmonat.")],
    loaded_on: Annotated[date, typer.Option("--loaded-on", parser=day, metavar="JJJJ-MM-TT", help="Ladedatum.")],
    waited: Annotated[int, typer.Option(min=0, max=24, help="Abgewartete Monate.")] = 0,
) -> None:
    """Schreibt eine leere Datei mit allem, was die Zeilen einer Vereinbarung brauchen."""
    with own_system() as system:
        terms = system.queries.agreement(local_reader(), agreement).terms
    ags = next(party.ags for party in terms.parties if party.side is Side.COUNTY)
    rows = list(rows_of(terms, ags, report_month, waited, loaded_on))
    try:
        FILES.write(rows, out)
    except OSError as trouble:
        raise typer.BadParameter(f"{out} lässt sich nicht schreiben ({trouble.strerror}).") from None
    typer.echo(f"Geschrieben: {out}, {len(rows) - 1} Zeilen zum Ausfüllen.")


@figures.command()
def check(
    file: FileArgument,
    person: Person,
    office: Office,
    scope: Scope,
    party: Party,
    why: WhyAgain = None,
    revision: Revision = "original",
    year: ForYear = None,
    jump: Jump = 25,
    note: Note = None,
    problems: Problems = None,
    as_json: AsJson = False,
) -> None:
    """Prüft eine Datei, nennt jeden Fehler mit Zeile und Spalte und was sie ändern würde; festgehalten wird nichts."""
    actor, saying = _actor(person, office, scope, party), _saying(why, revision, year, jump, note)
    with own_system() as system, _taken(file) as taken, problem_file(problems, file.name) as every, _progress() as told:
        found = system.files.check(actor, taken, saying, told, every)
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_dry_run(console(), found)
    if found.errors:
        raise typer.Exit(1)


@figures.command()
def deliver(
    file: FileArgument,
    dry_run: Annotated[str, typer.Option("--dry-run", metavar="KENNUNG", help="Kennung der Prüfung dieser Datei.")],
    person: Person,
    office: Office,
    scope: Scope,
    party: Party,
    why: WhyAgain = None,
    revision: Revision = "original",
    year: ForYear = None,
    jump: Jump = 25,
    note: Note = None,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
    key: Key = None,
) -> None:
    """Liefert eine geprüfte Datei für alle Vereinbarungen in ihr, oder für keine."""
    actor, saying = _actor(person, office, scope, party), _saying(why, revision, year, jump, note)
    with own_system() as system, _taken(file) as taken, _progress() as told:
        receipt = system.files.deliver(actor, taken, dry_run, saying, reason=reason, progress=told, key=key)
    fact = receipt.records[0].fact
    assert isinstance(fact, FigureFileDelivered), "the file's own record comes first"
    agreements = {part.agreement_id for part in fact.parts}
    again = " (war schon festgehalten)" if receipt.repeated else ""
    typer.echo(
        f"Datei geliefert{again}: {fact.file_id}, {len(fact.parts)} Lieferungen, {len(agreements)} Vereinbarungen"
    )
    if fact.decided_anew:
        typer.echo("Die genannte Prüfung galt einem anderen Stand der Vereinbarungen; es wurde neu geprüft.")
    typer.echo("Sie zählt, sobald eine zweite Person sie freigibt: zielsteuerung figures release " + fact.file_id)


@figures.command()
def release(
    file_id: FileId,
    person: Person,
    office: Office,
    scope: Scope,
    party: Party,
    preview: Annotated[bool, typer.Option("--preview", help="Nur zeigen, was sich ändern würde.")] = False,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
    key: Key = None,
    as_json: AsJson = False,
) -> None:
    """Zeigt, was sich durch eine gelieferte Datei ändert, und gibt sie ganz frei."""
    actor = _actor(person, office, scope, party)
    with own_system() as system:
        found = system.files.read(actor, file_id)
        receipt = None if preview else system.files.release(actor, file_id, reason=reason, key=key)
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_file(console(), found)
    if receipt:
        _decided(receipt)


@figures.command()
def reject(
    file_id: FileId,
    reason: Annotated[str, typer.Option(help="Grund.")],
    person: Person,
    office: Office,
    scope: Scope,
    party: Party,
    key: Key = None,
) -> None:
    """Weist eine gelieferte Datei ganz zurück."""
    with own_system() as system:
        _decided(system.files.reject(_actor(person, office, scope, party), file_id, reason=reason, key=key))


def _decided(receipt: Receipt) -> None:
    again = " (war schon festgehalten)" if receipt.repeated else ""
    typer.echo(f"{receipt.records[0].fact.title}{again}: {len(receipt.records) - 1} Lieferungen", err=True)


def _actor(person: str, office: str, scope: str, party: str) -> Actor:
    return Actor(person, Role.LAND, office, authenticated_by(), party, scope)


def _saying(why: Cause | None, revision: str, year: int | None, jump: int, note: str | None) -> Saying:
    return Saying(cause=why, revision=revision, year=year, jump_percent=jump, note=note)


@contextmanager
def _taken(file: Path) -> Iterator[TakenFile]:
    try:
        content = file.open("rb")
    except OSError as trouble:
        raise typer.BadParameter(f"{file} lässt sich nicht öffnen ({trouble.strerror}).") from None
    with content:
        try:
            with FILES.taken(content, file.name) as taken:
                yield taken
        except Unreadable as why:
            FILE_UNREADABLE.refuse(why=str(why).rstrip("."))
        except IsADirectoryError:
            raise typer.BadParameter(f"{file} ist ein Ordner.") from None


@contextmanager
def _progress() -> Iterator[Told]:
    err = console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("Zeilen", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

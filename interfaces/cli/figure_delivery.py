"""The commands that check and deliver files of figures."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from application.figure_files.dry_run import Saying
from application.figure_files.ports import TakenFile, Unreadable
from application.ports import Progress as Told
from domain.facts import FigureFileDelivered
from domain.facts.figure_files import DryRunId
from domain.record import Actor
from domain.rulebook.figures import FILE_UNREADABLE
from interfaces.bootstrap import FILES, System, own_system
from interfaces.cli import figure_options as option
from interfaces.cli import newest
from interfaces.cli.console import console
from interfaces.cli.figures_text import dry_run_id, print_dry_run, problem_file, receipt_of_file
from interfaces.cli.files import said
from interfaces.cli.profile import Office, Party, PersonId, Scope
from interfaces.cli.read import AsJson, print_json
from interfaces.cli.write import checkpoint_if_due
from interfaces.german import results as text


def check(
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    file: option.FileArgument = None,
    why: option.WhyAgain = None,
    revision: option.Revision = "original",
    year: option.ForYear = None,
    jump: option.Jump = 25,
    note: option.Note = None,
    by: option.MapName = None,
    carrier: option.OfCarrier = None,
    of_month: option.OfMonth = None,
    waited: option.OfWait = None,
    loaded_on: option.OfLoading = None,
    problems: option.Problems = None,
    as_json: AsJson = False,
) -> None:
    """Prüft eine Datei, nennt jeden Fehler mit Zeile und Spalte und was sie ändern würde; festgehalten wird nichts."""
    actor = option.land(person, office, scope, party)
    saying = option.saying(why, revision, year, jump, note, by, carrier, of_month, waited, loaded_on)
    path = file or newest.file_here()
    with own_system() as system, _taken(path) as taken, problem_file(problems, path.name) as every, _progress() as told:
        found = system.files.check(actor, taken, saying, told, every)
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_dry_run(console(), found)
    if found.errors:
        raise typer.Exit(1)
    newest.remember(checked=newest.Checked(file=str(path.resolve()), dry_run=found.id, saying=saying))


def deliver(
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    file: option.FileArgument = None,
    why: option.WhyAgain = None,
    revision: option.Revision = "original",
    year: option.ForYear = None,
    jump: option.Jump = 25,
    note: option.Note = None,
    by: option.MapName = None,
    carrier: option.OfCarrier = None,
    of_month: option.OfMonth = None,
    waited: option.OfWait = None,
    loaded_on: option.OfLoading = None,
    dry_run: Annotated[
        str | None,
        typer.Option(
            "--dry-run",
            parser=dry_run_id,
            metavar="KENNUNG",
            help="Nach dieser Prüfung; sonst nach der neuesten.",
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
    key: option.Key = None,
    as_json: AsJson = False,
) -> None:
    """Liefert eine Datei für alle Vereinbarungen in ihr, oder für keine; eine ungeprüfte wird zuerst geprüft."""
    actor = option.land(person, office, scope, party)
    saying = option.saying(why, revision, year, jump, note, by, carrier, of_month, waited, loaded_on)
    checked = newest.check_of(file and file.resolve(), saying) if dry_run is None else None
    path = Path(checked.file) if checked else file or newest.file_here()
    saying = checked.saying if checked else saying
    with own_system() as system, _taken(path) as taken, _progress() as told:
        named = dry_run or (checked.dry_run if checked else _checked(system, actor, taken, saying, told, as_json))
        receipt = system.files.deliver(actor, taken, named, saying, reason=reason, progress=told, key=key)
        checkpoint_if_due(system)
    if as_json:
        print_json(receipt_of_file(receipt))
        return
    fact = receipt.records[0].fact
    assert isinstance(fact, FigureFileDelivered), "the file's own record comes first"
    agreements = {part.agreement_id for part in fact.parts}
    again = " (war schon festgehalten)" if receipt.repeated else ""
    typer.echo(
        f"Datei geliefert{again}: {fact.file_id}, {text.deliveries(len(fact.parts))},"
        f" {text.number(len(agreements), 'Vereinbarung', 'Vereinbarungen')}"
    )
    if fact.decided_anew:
        typer.echo("Die genannte Prüfung galt einem anderen Stand der Vereinbarungen; es wurde neu geprüft.")
    typer.echo("Sie zählt, sobald eine zweite Person sie freigibt; was sich ändert, zeigt ihr vorher:")
    typer.echo(f"zielsteuerung figures preview {fact.file_id}")


def _checked(system: System, actor: Actor, taken: TakenFile, saying: Saying, told: Told, as_json: bool) -> DryRunId:
    """Check a file that is delivered at once, and show what was found; ends with 1 on errors."""
    found = system.files.check(actor, taken, saying, told)
    if not as_json or found.errors:
        print_dry_run(console(stderr=as_json), found)
    if found.errors:
        raise typer.Exit(1)
    return found.id


@contextmanager
def _taken(file: Path) -> Iterator[TakenFile]:
    try:
        content = file.open("rb")
    except OSError as trouble:
        raise typer.BadParameter(f"{file} lässt sich nicht öffnen ({said(trouble)}).") from None
    with content:
        try:
            with FILES.taken(content, file.name) as taken:
                yield taken
        except Unreadable as why:
            FILE_UNREADABLE.refuse(why=why.reason)
        except IsADirectoryError:
            raise typer.BadParameter(f"{file} ist ein Ordner.") from None


@contextmanager
def _progress() -> Iterator[Told]:
    err = console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("Zeilen", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

"""The commands about files of figures: template, check, deliver, release, reject."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.progress import Progress

from application.acting.service import Receipt
from application.figure_files.dry_run import Saying
from application.figure_files.intake import cell_values as words
from application.figure_files.mapping.known import known, named
from application.figure_files.ports import TakenFile, Unreadable
from application.figure_files.template import template as rows_of
from application.ports import Progress as Told
from domain.facts import FigureFileDelivered, FigureMappingKept
from domain.facts.figures import Cause
from domain.german import german
from domain.record import Actor, Role
from domain.rulebook.figures import FILE_UNREADABLE
from domain.terms import Side
from interfaces.bootstrap import FILES, System, own_system
from interfaces.cli.console import console
from interfaces.cli.figures_text import dry_run_id, preview_id, print_dry_run, print_file, problem_file, receipt_of_file
from interfaces.cli.files import must_be_new, said, written
from interfaces.cli.lists import day
from interfaces.cli.matrix import changes, matrix
from interfaces.cli.profile import Office, Party, PersonId, Scope
from interfaces.cli.published import measures, rules
from interfaces.cli.read import AgreementArgument, AsJson, local_reader, month, print_json, whole
from interfaces.cli.write import authenticated_by, checkpoint_if_due
from interfaces.german import results as text

figures = typer.Typer(help="Daten als Datei: Vorlage, Prüfung, Lieferung, Freigabe.", no_args_is_help=True)
figures.command()(matrix)
figures.command()(changes)
figures.command()(rules)
figures.command()(measures)

FileArgument = Annotated[Path, typer.Argument(metavar="DATEI", help="CSV oder XLSX, siehe docs/figure-files.md.")]
FileId = Annotated[str, typer.Argument(metavar="KENNUNG", help="Kennung der gelieferten Datei.")]
Key = Annotated[str | None, typer.Option(help="Schlüssel, unter dem derselbe Auftrag nur einmal gilt.")]
CAUSES = {german(cause): cause for cause in Cause}


def cause(text: str) -> Cause:
    """Why a load state comes again."""
    if text not in CAUSES:
        raise typer.BadParameter(f"Möglich sind: {', '.join(CAUSES)}.")
    return CAUSES[text]


def revision_name(text: str) -> str:
    """The name of a revision of the statistic."""
    name = words.version(text)
    if name != text:
        raise typer.BadParameter(
            "Eine Revision heißt mit höchstens 30 Kleinbuchstaben, Ziffern, Punkten und Bindestrichen, "
            "etwa revision-2026."
        )
    return text


WhyAgain = Annotated[
    Cause | None,
    typer.Option("--cause", parser=cause, metavar="ANLASS", help=f"Anlass einer neuen Lieferung: {', '.join(CAUSES)}."),
]
Revision = Annotated[
    str,
    typer.Option(
        parser=revision_name, metavar="NAME", help="Bezeichnung der Revision der Statistik, etwa revision-2026."
    ),
]
ForYear = Annotated[
    int | None,
    typer.Option("--year", parser=whole(2011, 2099), metavar="JAHR", help="Nur für Vereinbarungen dieses Jahres."),
]
Jump = Annotated[
    int,
    typer.Option(
        "--jump-percent", parser=whole(1, 1000), metavar="PROZENT", help="Ab wie viel Prozent Änderung gewarnt wird."
    ),
]
MapName = Annotated[
    str | None,
    typer.Option("--map", metavar="NAME", help="Zuordnung für ein anderes Tabellenbild, siehe „figures mappings“."),
]
OfCarrier = Annotated[
    str | None, typer.Option("--carrier", metavar="AGS", help="Träger, wo ihn weder Datei noch Zuordnung nennt.")
]
OfMonth = Annotated[
    str | None,
    typer.Option("--month", parser=month, metavar="JJJJ-MM", help="Bezugsmonat, ebenso."),
]
OfWait = Annotated[
    int | None, typer.Option("--waited", parser=whole(0, 24), metavar="ANZAHL", help="Abgewartete Monate, ebenso.")
]
OfLoading = Annotated[
    date | None, typer.Option("--loaded-on", parser=day, metavar="JJJJ-MM-TT", help="Ladedatum, ebenso.")
]
Problems = Annotated[
    Path | None, typer.Option(metavar="DATEI", help="Daneben: jeder Fehler und Hinweis als CSV, nicht nur die ersten.")
]
Note = Annotated[str | None, typer.Option(help="Anmerkung, die bei jeder Lieferung steht.")]


@figures.command()
def template(
    agreement: AgreementArgument,
    out: Annotated[
        Path,
        typer.Argument(metavar="DATEI", help="Wohin; die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei."),
    ],
    report_month: Annotated[str, typer.Option("--month", parser=month, metavar="JJJJ-MM", help="Berichtsmonat.")],
    loaded_on: Annotated[date, typer.Option("--loaded-on", parser=day, metavar="JJJJ-MM-TT", help="Ladedatum.")],
    waited: Annotated[int, typer.Option(parser=whole(0, 24), metavar="ANZAHL", help="Abgewartete Monate.")] = 0,
) -> None:
    """Schreibt eine leere Datei mit allem, was die Zeilen einer Vereinbarung und die Größen daneben brauchen."""
    if out.suffix.lower() not in {".csv", ".xlsx"}:
        raise typer.BadParameter(f"{out}: die Endung .xlsx ergibt eine Arbeitsmappe, .csv eine Textdatei.")
    must_be_new(out)
    with own_system() as system:
        terms = system.queries.agreement(local_reader(), agreement).terms
    ags = next(party.key for party in terms.parties if party.side is Side.COUNTY)
    rows = list(rows_of(terms, ags, report_month, waited, loaded_on))
    with written(out) as file:
        FILES.write(rows, file, workbook=out.suffix.lower() == ".xlsx")
    typer.echo(f"Geschrieben: {out}, {len(rows) - 1} Zeilen zum Ausfüllen.")


@figures.command()
def check(
    file: FileArgument,
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    why: WhyAgain = None,
    revision: Revision = "original",
    year: ForYear = None,
    jump: Jump = 25,
    note: Note = None,
    by: MapName = None,
    carrier: OfCarrier = None,
    of_month: OfMonth = None,
    waited: OfWait = None,
    loaded_on: OfLoading = None,
    problems: Problems = None,
    as_json: AsJson = False,
) -> None:
    """Prüft eine Datei, nennt jeden Fehler mit Zeile und Spalte und was sie ändern würde; festgehalten wird nichts."""
    actor, saying = _actor(person, office, scope, party), _saying(why, revision, year, jump, note)
    saying = _with_mapping(saying, by, carrier, of_month, waited, loaded_on)
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
    dry_run: Annotated[
        str,
        typer.Option("--dry-run", parser=dry_run_id, metavar="KENNUNG", help="Kennung der Prüfung dieser Datei."),
    ],
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    why: WhyAgain = None,
    revision: Revision = "original",
    year: ForYear = None,
    jump: Jump = 25,
    note: Note = None,
    by: MapName = None,
    carrier: OfCarrier = None,
    of_month: OfMonth = None,
    waited: OfWait = None,
    loaded_on: OfLoading = None,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
    key: Key = None,
    as_json: AsJson = False,
) -> None:
    """Liefert eine geprüfte Datei für alle Vereinbarungen in ihr, oder für keine."""
    actor, saying = _actor(person, office, scope, party), _saying(why, revision, year, jump, note)
    saying = _with_mapping(saying, by, carrier, of_month, waited, loaded_on)
    with own_system() as system, _taken(file) as taken, _progress() as told:
        receipt = system.files.deliver(actor, taken, dry_run, saying, reason=reason, progress=told, key=key)
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
    typer.echo(f"zielsteuerung figures release {fact.file_id}")


@figures.command()
def release(
    file_id: FileId,
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    preview: Annotated[
        str | None,
        typer.Option(
            parser=preview_id,
            metavar="KENNUNG",
            help="Gibt frei, auf diese Vorschau hin; ohne sie wird sie nur gezeigt.",
        ),
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
    key: Key = None,
    as_json: AsJson = False,
) -> None:
    """Zeigt, was sich durch eine gelieferte Datei ändert; gibt sie ganz frei, wenn diese Vorschau genannt ist."""
    actor = _actor(person, office, scope, party)
    with own_system() as system:
        if preview is None:
            found = system.files.read(actor, file_id)
        else:
            _decided(system, system.files.release(actor, file_id, preview, reason=reason, key=key), as_json)
            return
    if as_json:
        print_json(found.model_dump(mode="json"))
    else:
        print_file(console(), found)


@figures.command()
def reject(
    file_id: FileId,
    preview: Annotated[
        str,
        typer.Option(parser=preview_id, metavar="KENNUNG", help="Kennung der Vorschau, siehe „figures release“."),
    ],
    reason: Annotated[str, typer.Option(help="Grund.")],
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    key: Key = None,
    as_json: AsJson = False,
) -> None:
    """Weist eine gelieferte Datei ganz zurück."""
    actor = _actor(person, office, scope, party)
    with own_system() as system:
        _decided(system, system.files.reject(actor, file_id, preview, reason=reason, key=key), as_json)


def _decided(system: System, receipt: Receipt, as_json: bool) -> None:
    checkpoint_if_due(system)
    if as_json:
        print_json(receipt_of_file(receipt))
        return
    again = " (war schon festgehalten)" if receipt.repeated else ""
    typer.echo(f"{receipt.records[0].fact.title}{again}: {text.deliveries(len(receipt.records) - 1)}", err=True)


def _actor(person: str, office: str, scope: str, party: str) -> Actor:
    return Actor(person, Role.LAND, office, authenticated_by(), party, scope)


def _saying(why: Cause | None, revision: str, year: int | None, jump: int, note: str | None) -> Saying:
    return Saying(cause=why, revision=revision, year=year, jump_percent=jump, note=note)


def _with_mapping(
    saying: Saying,
    by: str | None,
    carrier: str | None,
    month_: str | None,
    waited: int | None,
    loaded_on: date | None,
) -> Saying:
    said = saying.model_dump() | {
        "mapping": by, "carrier": carrier, "month": month_, "waited": waited, "loaded_on": loaded_on,
    }  # fmt: skip
    try:
        return Saying.model_validate(said)
    except ValidationError as trouble:
        options = {"mapping": "--map", "carrier": "--carrier"}
        named = ", ".join(options.get(str(one["loc"][0]), str(one["loc"][0])) for one in trouble.errors())
        raise typer.BadParameter(f"{named}: so kann das nicht heißen.") from None


@figures.command()
def mappings(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Zeigt den Wortlaut dieser Zuordnung.")] = None,
    as_json: AsJson = False,
) -> None:
    """Nennt die Zuordnungen: was in Tabellen aus anderer Quelle wo steht."""
    with own_system() as system:
        if name:
            typer.echo("\n".join(named(system.journal, name).lines))
            return
        found = known(system.journal)
    if as_json:
        print_json([one.mapping.model_dump(mode="json") | {"sha256": one.sha256} for one in found.values()])
        return
    for one in found.values():
        typer.echo(f"{one.mapping.name}: {one.mapping.title} [{one.sha256[:16]}]\n  Quelle: {one.mapping.source}")


@figures.command(name="keep-mapping")
def keep_mapping(
    file: Annotated[Path, typer.Argument(metavar="DATEI", help="TOML, siehe docs/figure-files.md.")],
    person: PersonId,
    office: Office,
    scope: Scope,
    party: Party,
    reason: Annotated[str | None, typer.Option(help="Grund.")] = None,
) -> None:
    """Hinterlegt eine Zuordnung; unter ihrem Namen gilt danach diese Fassung."""
    try:
        content = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        why = said(trouble) if isinstance(trouble, OSError) else "sie ist kein UTF-8"
        raise typer.BadParameter(f"{file} lässt sich nicht lesen ({why}).") from None
    with own_system() as system:
        receipt = system.files.keep(_actor(person, office, scope, party), content, reason=reason)
        checkpoint_if_due(system)
    fact = receipt.records[0].fact
    assert isinstance(fact, FigureMappingKept), "a mapping was laid down"
    typer.echo(f"Zuordnung „{fact.name}“ hinterlegt: SHA-256 {fact.sha256}")


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

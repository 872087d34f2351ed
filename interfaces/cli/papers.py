"""The commands that write papers: what goes into the file, the dialog and the council."""

import re
from collections.abc import Iterable
from datetime import time
from pathlib import Path
from typing import Annotated, get_args

import typer
from pydantic import TypeAdapter, ValidationError
from rich.console import Console
from rich.progress import Progress

from domain.values import Text
from interfaces.bootstrap import own_system
from interfaces.cli.files import must_be_new
from interfaces.cli.files import written as written_to
from interfaces.cli.read import AgreementArgument, KnownAt, ReportMonth, whole
from interfaces.cli.reader import local_reader
from interfaces.german import results
from interfaces.papers.calendar import calendar
from interfaces.papers.electronic_file import electronic_file
from interfaces.papers.kinds import KINDS, PaperName
from interfaces.papers.many import Papers, Wanted
from interfaces.papers.sources import CLOCK, Papered
from interfaces.papers.written import Ending, Written, written

LISTED = "; ".join(f"{kind.name} ({kind.title})" for kind in KINDS.values())


def kind_name(text: str) -> str:
    """A kind of paper by its name."""
    if text not in KINDS:
        raise typer.BadParameter(f"Möglich sind: {', '.join(KINDS)}.")
    return text


def place_name(text: str) -> str:
    """A place as people can read it."""
    try:
        return TypeAdapter(Text).validate_python(text)
    except ValidationError:
        raise typer.BadParameter("Ein Ort ist ein Text, den man lesen kann.") from None


def clock(text: str) -> time:
    """A time of day: 10:00."""
    if not re.fullmatch(CLOCK, text):
        raise typer.BadParameter("Eine Uhrzeit sieht so aus: 10:00.")
    return time.fromisoformat(text)


kind_name.__name__ = clock.__name__ = place_name.__name__ = "Text"  # the type that help shows

KindArgument = Annotated[str, typer.Argument(parser=kind_name, metavar="ART", help=f"{LISTED}.")]


def paper(
    kind: KindArgument,
    agreement: AgreementArgument,
    about: Annotated[
        str | None, typer.Option(metavar="KENNUNG", help="Der Dialog, oder beim Prüfauszug die Nummer des Eintrags.")
    ] = None,
    known_at: KnownAt = None,
    report_month: ReportMonth = None,
    place: Annotated[
        str | None, typer.Option(parser=place_name, metavar="ORT", help="Ort eines Dialogs, in der Einladung.")
    ] = None,
    begins: Annotated[
        time | None,
        typer.Option(parser=clock, metavar="UHRZEIT", help="Beginn eines Dialogs, in der Einladung."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DATEI", help="Wohin: .pdf, .docx zum Bearbeiten, .ics für die Einladung.")
    ] = None,
) -> None:
    """Schreibt ein Papier: Einladung, Dialogmappe, Niederschrift, Vorlage, Bewertung, Auszug, Akte.

    Es zeigt eine Vereinbarung, wie sie zu einem Zeitpunkt bekannt war.
    Mit der Prüfsumme, die zu einer PDF ausgegeben wird, lässt es sich als Unterlage festhalten.
    """
    target = out or Path(f"{kind}-{agreement}.pdf")
    ending = target.suffix.lower()
    if ending not in {".pdf", ".docx"} and not (ending == ".ics" and kind == PaperName.INVITATION):
        raise typer.BadParameter(f"{target}: möglich sind .pdf und .docx, für die Einladung auch .ics.")
    must_be_new(target)
    with own_system() as system:
        of = Papered(system, local_reader(), agreement, known_at, about, report_month, place, begins)
        found = _calendar(of) if ending == ".ics" else written(kind, of, _ending(ending))
    with written_to(target) as file:
        file.write(found.content)
    typer.echo(f"Geschrieben: {target}, {len(found.content)} Bytes.")
    if ending == ".pdf":
        typer.echo(f"SHA-256: {found.sha256}")


def _ending(suffix: str) -> Ending:
    return next(one for one in get_args(Ending) if suffix == f".{one}")


def _calendar(of: Papered) -> Written:
    return Written("Zieldialog", "termin.ics", "text/calendar", calendar(of))


def papers(
    kind: KindArgument,
    year: Annotated[int, typer.Option(parser=whole(2000, 2199), metavar="JAHR", help="Vereinbarungen dieses Jahres.")],
    land: Annotated[str, typer.Option(metavar="AGS", help="Nur wo der Gemeindeschlüssel so beginnt, etwa 03.")] = "",
    known_at: KnownAt = None,
    report_month: ReportMonth = None,
    out: Annotated[Path | None, typer.Option(metavar="DATEI", help="Wohin, als .zip.")] = None,
) -> None:
    """Schreibt ein Papier zu jeder Vereinbarung eines Jahres in eine ZIP-Datei, etwa alle Dialogmappen."""
    target = out or Path(f"{kind}-{year}.zip")
    must_be_new(target)
    with own_system() as system:
        system.views.catch_up()
        many = Papers(system, local_reader(), Wanted(kind, year, land, known_at, report_month))
        agreements = many.agreements()
        if not agreements:
            raise typer.BadParameter("Dazu gibt es keine Vereinbarung.")
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("Papiere", total=len(agreements))
            _write(target, many.archive(agreements, lambda: progress.advance(task)))
    left = f"{many.refused} {'war' if many.refused == 1 else 'waren'} nicht möglich (verzeichnis.json nennt den Grund)"
    refused = f", {left}" if many.refused else ""
    typer.echo(f"Geschrieben: {target}, {results.number(many.made, 'Papier', 'Papiere')}{refused}.")
    if not many.made:
        raise typer.Exit(1)


def hand_over(
    agreement: AgreementArgument,
    known_at: KnownAt = None,
    out: Annotated[Path | None, typer.Option(metavar="DATEI", help="Wohin, als .zip.")] = None,
) -> None:
    """Schreibt alles für die elektronische Akte in eine ZIP-Datei: Papiere, Prüfbündel, Verzeichnis."""
    target = out or Path(f"eakte-{agreement}.zip")
    must_be_new(target)
    with own_system() as system:
        _write(target, electronic_file(Papered(system, local_reader(), agreement, known_at)))
    typer.echo(f"Geschrieben: {target}, {target.stat().st_size} Bytes.")


def _write(target: Path, pieces: Iterable[bytes]) -> None:
    with written_to(target) as file:
        for piece in pieces:
            file.write(piece)

"""The commands that write papers: what goes into the file, the dialog and the council."""

from pathlib import Path
from typing import Annotated

import typer

from interfaces.bootstrap import own_system
from interfaces.cli.files import must_be_new, written
from interfaces.cli.read import AgreementArgument, KnownAt, ReportMonth, local_reader
from interfaces.papers.calendar import calendar
from interfaces.papers.editable import docx
from interfaces.papers.kinds import KINDS
from interfaces.papers.printing import pdf
from interfaces.papers.sources import Papered

LISTED = "; ".join(f"{kind.name} ({kind.title})" for kind in KINDS.values())


def kind_name(text: str) -> str:
    """A kind of paper by its name."""
    if text not in KINDS:
        raise typer.BadParameter(f"Möglich sind: {', '.join(KINDS)}.")
    return text


def paper(
    kind: Annotated[str, typer.Argument(parser=kind_name, metavar="ART", help=f"{LISTED}.")],
    agreement: AgreementArgument,
    about: Annotated[
        str | None, typer.Option(metavar="KENNUNG", help="Der Dialog, oder beim Prüfauszug die Nummer des Eintrags.")
    ] = None,
    known_at: KnownAt = None,
    report_month: ReportMonth = None,
    place: Annotated[str | None, typer.Option(metavar="ORT", help="Ort eines Dialogs, in der Einladung.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DATEI", help="Wohin: .pdf, .docx zum Bearbeiten, .ics für die Einladung.")
    ] = None,
) -> None:
    """Schreibt ein Papier: Einladung, Dialogmappe, Niederschrift, Vorlage, Bewertung, Auszug, Akte.

    Es zeigt eine Vereinbarung, wie sie zu einem Zeitpunkt bekannt war.
    """
    target = out or Path(f"{kind}-{agreement}.pdf")
    printers = {".pdf": pdf, ".docx": docx}
    ending = target.suffix.lower()
    if ending not in printers and not (ending == ".ics" and kind == "einladung"):
        raise typer.BadParameter(f"{target}: möglich sind .pdf und .docx, für die Einladung auch .ics.")
    must_be_new(target)
    with own_system() as system:
        of = Papered(system, local_reader(), agreement, known_at, about, report_month, place)
        content = calendar(of) if ending == ".ics" else printers[ending](KINDS[kind].make(of))
    with written(target) as file:
        file.write(content)
    typer.echo(f"Geschrieben: {target}, {len(content)} Bytes.")

"""The options of commands about files of figures."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from application.figure_files.dry_run import Saying
from application.figure_files.intake import cell_values as words
from domain.facts.figures import Cause
from domain.german import german
from domain.record import Actor, Role
from interfaces.cli.lists import day
from interfaces.cli.read import month, whole
from interfaces.cli.write import authenticated_by

FileArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[DATEI]", help="CSV, XLSX oder ODS, siehe docs/figure-files.md; sonst die neueste."),
]
FileId = Annotated[
    str | None, typer.Argument(metavar="[KENNUNG]", help="Kennung der gelieferten Datei; sonst die neueste offene.")
]
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


def land(person: str, office: str, scope: str, party: str) -> Actor:
    """Who acts about a file: for the Land, within a scope."""
    return Actor(person, Role.LAND, office, authenticated_by(), party, scope)


def saying(
    why: Cause | None,
    revision: str,
    year: int | None,
    jump: int,
    note: str | None,
    by: str | None,
    carrier: str | None,
    month_: str | None,
    waited: int | None,
    loaded_on: date | None,
) -> Saying:
    """What is said with a file; raises BadParameter."""
    said = {
        "cause": why, "revision": revision, "year": year, "jump_percent": jump, "note": note,
        "mapping": by, "carrier": carrier, "month": month_, "waited": waited, "loaded_on": loaded_on,
    }  # fmt: skip
    try:
        return Saying.model_validate(said)
    except ValidationError as trouble:
        options = {"mapping": "--map", "carrier": "--carrier"}
        named = ", ".join(options.get(str(one["loc"][0]), str(one["loc"][0])) for one in trouble.errors())
        raise typer.BadParameter(f"{named}: so kann das nicht heißen.") from None

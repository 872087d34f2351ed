"""The newest check and the newest preview on this machine, which the next step takes where none is named."""

import os
from contextlib import suppress
from pathlib import Path

import typer
from pydantic import ValidationError

from application.figure_files.dry_run import Saying
from domain.facts.figure_files import DryRunId, PreviewId
from domain.record import Actor
from domain.state import Decision
from domain.values import FileId, Frozen
from interfaces.bootstrap import System
from interfaces.cli import profile
from interfaces.cli.console import console

ENDINGS = frozenset({".csv", ".xlsx", ".ods"})
NO_FILE_HERE = "In diesem Ordner liegt keine Datei mit der Endung .csv, .xlsx oder .ods; bitte eine nennen."
NO_PREVIEW = "Zu {file} ist keine Vorschau gemerkt, die Sie gesehen haben; bitte zuerst „figures preview“."
NOTHING_PENDING = "Es ist keine gelieferte Datei offen, die Sie sehen dürfen."


class Checked(Frozen):
    """A check without errors: of which file, with what said, and its id."""

    file: str
    dry_run: DryRunId
    saying: Saying


class Looked(Frozen):
    """A preview that was shown: of which file, to whom, and its id."""

    file_id: FileId
    preview: PreviewId
    person: str


class Newest(Frozen):
    """The newest of each."""

    checked: Checked | None = None
    looked: Looked | None = None


def remembered() -> Newest:
    """The newest check and preview; nothing where none is remembered or it cannot be read."""
    try:
        return Newest.model_validate_json(_place().read_bytes())
    except (OSError, ValidationError):
        return Newest()


def remember(*, checked: Checked | None = None, looked: Looked | None = None) -> None:
    """Remember a check or a preview as the newest; where nothing can be written, nothing is remembered."""
    known, path = remembered(), _place()
    found = Newest(checked=checked or known.checked, looked=looked or known.looked)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found.model_dump_json(), "utf-8")


def file_here() -> Path:
    """The newest table in the current folder."""
    files = [path for path in Path().iterdir() if path.suffix.lower() in ENDINGS and path.is_file()]
    if not files:
        raise typer.BadParameter(NO_FILE_HERE)
    found = max(files, key=lambda path: (path.stat().st_mtime_ns, path.name))
    say(f"Die neueste Datei in diesem Ordner: {found}")
    return found


def check_of(file: Path | None, saying: Saying) -> Checked | None:
    """The newest check of this file (None: of any), made with this said."""
    found = remembered().checked
    if found is None or saying not in (Saying(), found.saying) or file not in {None, Path(found.file)}:
        return None
    say(f"Nach der neuesten Prüfung {found.dry_run} von {found.file}")
    return found


def preview_of(file_id: FileId, actor: Actor) -> PreviewId:
    """The newest preview of a file, where the acting person saw it."""
    found = remembered().looked
    if found is None or (found.file_id, found.person) != (file_id, actor.person):
        raise typer.BadParameter(NO_PREVIEW.format(file=file_id))
    say(f"Auf die neueste Vorschau {found.preview} hin")
    return found.preview


def pending_file(system: System, actor: Actor) -> FileId:
    """The file delivered last of those nobody has decided about."""
    found = system.delivered_files.seen(actor, at=system.delivered_files.as_of())
    newest = next((one.file_id for one in found if one.decision is Decision.PENDING), None)
    if newest is None:
        raise typer.BadParameter(NOTHING_PENDING)
    say(f"Die neueste offene Datei: {newest}")
    return newest


def say(which: str) -> None:
    """Which one was taken, beside the command's own output."""
    console(stderr=True).print(which, markup=False, soft_wrap=True)


def _place() -> Path:
    """Beside the profile; the sample's apart."""
    return profile.place().with_name("newest-sample.json" if os.environ.get("ZIELSTEUERUNG_SAMPLE") else "newest.json")

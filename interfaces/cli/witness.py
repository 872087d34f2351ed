"""The command of a witness, who needs no database: files, or the address of a service."""

import os
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from pathlib import Path
from threading import Event
from time import time
from typing import Annotated, NamedTuple

import typer

from application.proofs.signed_note import Note, PublicKey, Unreadable, parsed, public_key
from application.proofs.witness import Contradiction, RootAt, accept, proven_root
from interfaces.cli.asking import MOST, answered
from interfaces.cli.console import console
from interfaces.cli.files import said, written
from interfaces.cli.verify_bundle import examined
from interfaces.verifier.verify import Found, Verdict, say

Keys = Annotated[
    list[str] | None,
    typer.Option(metavar="SCHLÜSSEL|DATEI", help="Prüfschlüssel, dem vertraut wird, oder Datei mit solchen."),
]
ROUTES = "/api/v1/audit"
TOKEN = "ZIELSTEUERUNG_TOKEN"
A_DAY = 86_400
CONTRADICTED, UNJUDGED = 1, 2
"""Exit statuses."""
VERDICT = "zielsteuerung_witness_verdict"
DAMAGED = (
    "Das Prüfbündel ist beschädigt oder verändert, oder nach einem Wechsel fehlt der neue Schlüssel; bitte neu "
    "ausgeben lassen oder den Schlüssel beim Betreiber erfragen."
)


class Offer(NamedTuple):
    """A checkpoint somebody shows, and how to learn which root its log had before."""

    note: Note
    root_at: RootAt


def witness(
    state: Annotated[Path, typer.Option(metavar="DATEI", help="Der zuletzt gesehene Prüfpunkt; wird fortgeschrieben.")],
    key: Keys = None,
    file: Annotated[Path | None, typer.Option(metavar="DATEI", help="Prüfbündel oder Prüfpunkt als Datei.")] = None,
    proof: Annotated[
        Path | None, typer.Option(metavar="DATEI", help="Nachweis zum Prüfpunkt (audit proof --since).")
    ] = None,
    url: Annotated[str | None, typer.Option(help=f"Adresse des Dienstes; Anmeldung durch {TOKEN}.")] = None,
    watch: Annotated[
        float | None,
        typer.Option(min=0.1, max=A_DAY, metavar="SEKUNDEN", help="Immer wieder, bis zu einem Widerspruch."),
    ] = None,
    metrics: Annotated[
        Path | None, typer.Option(metavar="DATEI", help="Das letzte Urteil als Messwerte für Prometheus.")
    ] = None,
) -> None:
    """Hält den neuesten Prüfpunkt gegen den zuletzt gesehenen und schlägt Alarm, wenn sie sich widersprechen.

    Ende 0: angenommen, 1: Widerspruch, 2: nicht zu beurteilen.
    """
    if (file is None) == (url is None):
        raise typer.BadParameter("Erwartet wird entweder --file oder --url.")
    if watch is not None and not isfinite(watch):
        raise typer.BadParameter("Erwartet wird eine Zahl von Sekunden.", param_hint="--watch")
    keys = trusted(key)

    def judged() -> int:
        code = _judged(state, keys, lambda: _from_file(file, proof, keys) if file else _from_service(str(url)), url)
        kept = metrics is None or _could(lambda: _measure(metrics, state, code))
        return code if kept else code or UNJUDGED

    code = judged()
    while watch is not None and code != CONTRADICTED:
        Event().wait(watch)
        code = judged()
    if code:
        raise typer.Exit(code)


def _judged(state: Path, keys: Sequence[PublicKey], offered: Callable[[], Offer], url: str | None) -> int:
    """Judge what is offered now, say so, and take it for the state when it is accepted; the exit status."""
    try:
        seen = note_of(state) if state.exists() else None
        offer = offered()
        says = accept(seen, offer.note, keys, offer.root_at, live=url is not None)
    except (Unreadable, Verdict, typer.BadParameter) as why:
        says = say("de", why.name, **why.values) if isinstance(why, Verdict) else str(why)
        console(stderr=True).print(f"Nicht zu beurteilen: {says}", markup=False, soft_wrap=True)
        if isinstance(why, Verdict) and why.status == 1:  # a changed file is no statement of the log
            console(stderr=True).print(DAMAGED, markup=False, soft_wrap=True)
        return UNJUDGED
    except Contradiction as why:
        found = offer.note.checkpoint
        evidence = state.with_name(f"{state.name}.widerspruch-{found.size}-{found.root.hex()[:8]}")
        console(stderr=True).print(f"WIDERSPRUCH. {why}", markup=False, soft_wrap=True)
        kept = _could(lambda: _keep(evidence, offer.note))
        where = f" und {evidence}" if kept else f"; der andere lautet:\n{offer.note}"
        console(stderr=True).print(f"Beide Prüfpunkte sind der Beweis: {state}{where}", markup=False, soft_wrap=True)
        return CONTRADICTED
    except Exception as why:  # whatever it is, only a contradiction may end like one
        says = f"Nicht zu beurteilen: unerwarteter Fehler ({type(why).__name__}: {why})"
        console(stderr=True).print(says, markup=False, soft_wrap=True)
        return UNJUDGED
    typer.echo(says)
    return 0 if _could(lambda: _keep(state, offer.note)) else UNJUDGED


def _could(write: Callable[[], None]) -> bool:
    """Whether something could be written; if not that is said, and neither hides a verdict nor ends the watch."""
    try:
        write()
    except typer.BadParameter as why:
        console(stderr=True).print(str(why), markup=False, soft_wrap=True)
        return False
    return True


def _measure(path: Path, state: Path, code: int) -> None:
    """Write the last judgement for Prometheus, as its node exporter reads text files."""
    try:
        size = note_of(state).checkpoint.size
    except typer.BadParameter:  # there is none, or none that can be read
        size = 0
    verdicts = {0: "accepted", CONTRADICTED: "contradiction", UNJUDGED: "unjudged"}
    lines = (
        "# TYPE zielsteuerung_witness_size gauge",
        f"zielsteuerung_witness_size {size}",
        "# TYPE zielsteuerung_witness_judged_timestamp_seconds gauge",
        f"zielsteuerung_witness_judged_timestamp_seconds {time():.0f}",
        f"# TYPE {VERDICT} gauge",
        *(f'{VERDICT}{{verdict="{name}"}} {int(which == code)}' for which, name in verdicts.items()),
    )
    with written(path) as file:
        file.write("".join(f"{line}\n" for line in lines).encode())


def _exists(text: str) -> bool:
    try:
        return Path(text).exists()
    except OSError:  # too long for a file's name
        return False


def trusted(texts: Sequence[str] | None) -> list[PublicKey]:
    """The keys of the command line, each given as text or as a file with one a line."""
    found: list[PublicKey] = []
    for text in texts or ():
        lines = [text] if "+" in text and not _exists(text) else text_of(Path(text)).splitlines()
        try:
            found += [public_key(line.strip()) for line in lines if line.strip()]
        except Unreadable as why:
            raise typer.BadParameter(f"{text}: {why}.") from None
        if not all(key.trustworthy for key in found):
            raise typer.BadParameter(f"{text}: mit diesem Schlüssel gälte auch, was niemand unterschrieben hat.")
    if len({(key.name, key.id) for key in found}) != len(set(map(str, found))):
        raise typer.BadParameter(
            "Zwei verschiedene Schlüssel haben eine Kennung; wer unterschrieb, wäre nicht zu sagen."
        )
    return found


def note_of(path: Path) -> Note:
    """The checkpoint in a file."""
    try:
        return parsed(text_of(path))
    except Unreadable as why:
        raise typer.BadParameter(f"{path}: {why}.") from None


def text_of(path: Path) -> str:
    """A file's text, of at most a stated number of bytes."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST + 1)
        if len(content) > MOST:
            raise typer.BadParameter(f"{path} hat mehr als {MOST} Bytes.")
        return content.decode()
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht öffnen ({said(trouble)}).") from None
    except ValueError:
        raise typer.BadParameter(f"{path} ist keine Textdatei.") from None


def _from_file(path: Path, proof: Path | None, keys: Sequence[PublicKey]) -> Offer:
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"PK"
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht öffnen ({said(trouble)}).") from None
    if packed:
        found, _ = examined(path, keys)
        return Offer(parsed(found.note.decode()), lambda size: _root_in(found, size))
    note = note_of(path)
    return Offer(note, lambda size: _root_from(proof, size, note))


def _root_in(found: Found, size: int) -> bytes:
    root = found.root_at(size)
    if root is None:
        raise Unreadable(
            "das Prüfbündel belegt nicht, dass es den gesehenen Prüfpunkt fortsetzt; bitte mit --since neu ausgeben "
            "lassen"
        )
    return root


def _root_from(proof: Path | None, size: int, note: Note) -> bytes:
    if proof is None:
        raise Unreadable("zum Prüfpunkt fehlt der Nachweis (--proof)")
    return proven_root(text_of(proof), size, note.checkpoint)


def _from_service(url: str) -> Offer:
    note = parsed(_answer(url, "/checkpoints/latest"))

    def root_at(size: int) -> bytes:
        answer = _answer(url, "/consistency", {"from": size, "to": note.checkpoint.size})
        return proven_root(answer, size, note.checkpoint)

    return Offer(note, root_at)


def _answer(url: str, route: str, asked: Mapping[str, int] | None = None) -> str:
    token = os.environ.get(TOKEN)
    if token and not token.isascii():
        raise Unreadable(f"{TOKEN} enthält Zeichen, die in keiner Anmeldung stehen")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    status, text = answered(f"{url.rstrip('/')}{ROUTES}{route}", asked or {}, headers)
    if status in {401, 403}:
        raise Unreadable(f"der Dienst verlangt die Anmeldung durch {TOKEN}")
    if status != 200:
        raise Unreadable(f"der Dienst antwortet nicht wie erwartet (HTTP {status})")
    return text


def _keep(path: Path, note: Note) -> None:
    """Put the checkpoint in the place of the one before, so that there is always one."""
    with written(path) as file:
        file.write(str(note).encode())

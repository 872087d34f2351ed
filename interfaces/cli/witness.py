"""The command of a witness, who needs no database: files, or the address of a service."""

import base64
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import httpx
import typer

from application.evidence import Evidence, Tampered, Unusable, examine
from application.merkle import Proof
from application.notes import Note, PublicKey, Unreadable, parsed, public_key
from application.witness import Contradiction, Prove, accept
from interfaces.cli.console import console

Keys = Annotated[
    list[str] | None,
    typer.Option(metavar="SCHLÜSSEL|DATEI", help="Prüfschlüssel, dem vertraut wird, oder Datei mit solchen."),
]
ROUTES = "/api/v1/audit"
TOKEN = "ZIELSTEUERUNG_TOKEN"


class Offer(NamedTuple):
    """A checkpoint somebody shows, and how to ask for the proof that belongs to it."""

    note: Note
    prove: Prove


def witness(
    state: Annotated[Path, typer.Option(metavar="DATEI", help="Der zuletzt gesehene Prüfpunkt; wird fortgeschrieben.")],
    key: Keys = None,
    file: Annotated[Path | None, typer.Option(metavar="DATEI", help="Prüfbündel oder Prüfpunkt als Datei.")] = None,
    proof: Annotated[
        Path | None, typer.Option(metavar="DATEI", help="Nachweis zum Prüfpunkt (audit proof --since).")
    ] = None,
    url: Annotated[str | None, typer.Option(help=f"Adresse des Dienstes; Anmeldung durch {TOKEN}.")] = None,
) -> None:
    """Hält den neuesten Prüfpunkt gegen den zuletzt gesehenen und schlägt Alarm, wenn sie sich widersprechen.

    Ende 0: angenommen, 1: Widerspruch, 2: nicht zu beurteilen.
    """
    if (file is None) == (url is None):
        raise typer.BadParameter("Erwartet wird entweder --file oder --url.")
    keys = trusted(key)
    seen = note_of(state) if state.exists() else None
    try:
        offer = _from_file(file, proof, keys) if file else _from_service(str(url))
        says = accept(seen, offer.note, keys, offer.prove)
    except (Unreadable, Unusable) as why:
        console(stderr=True).print(f"Nicht zu beurteilen: {why}", markup=False, soft_wrap=True)
        raise typer.Exit(2) from None
    except (Contradiction, Tampered) as why:
        console(stderr=True).print(f"WIDERSPRUCH. {why}", markup=False, soft_wrap=True)
        if isinstance(why, Contradiction):
            evidence = state.with_name(f"{state.name}.widerspruch")
            evidence.write_text(str(offer.note), "utf-8")
            console(stderr=True).print(f"Beide Prüfpunkte sind der Beweis: {state} und {evidence}", soft_wrap=True)
        raise typer.Exit(1) from None
    _replace(state, str(offer.note))
    typer.echo(says)


def trusted(texts: Sequence[str] | None) -> list[PublicKey]:
    """The keys of the command line, each given as text or as a file with one a line."""
    found: list[PublicKey] = []
    for text in texts or ():
        lines = [text] if "+" in text and not Path(text).exists() else text_of(Path(text)).splitlines()
        try:
            found += [public_key(line.strip()) for line in lines if line.strip()]
        except Unreadable as why:
            raise typer.BadParameter(f"{text}: {why}.") from None
    return found


def note_of(path: Path) -> Note:
    """The checkpoint in a file."""
    try:
        return parsed(text_of(path))
    except Unreadable as why:
        raise typer.BadParameter(f"{path}: {why}.") from None


def text_of(path: Path) -> str:
    """A file's text."""
    try:
        return path.read_bytes().decode()
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht öffnen ({trouble.strerror}).") from None
    except ValueError:
        raise typer.BadParameter(f"{path} ist keine Textdatei.") from None


def _from_file(path: Path, proof: Path | None, keys: Sequence[PublicKey]) -> Offer:
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return Offer(note_of(path), lambda *_: _proof_in(text_of(proof) if proof else None))
            evidence = examine(file, keys)
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht öffnen ({trouble.strerror}).") from None
    return Offer(evidence.note, lambda size, _: _proof_of(evidence, size))


def _proof_of(evidence: Evidence, size: int) -> Proof:
    for old, proof in evidence.consistency:
        if old.checkpoint.size == size:
            return proof
    raise Unreadable(
        "das Prüfbündel belegt nicht, dass es den gesehenen Prüfpunkt fortsetzt; bitte mit --since neu ausgeben lassen"
    )


def _from_service(url: str) -> Offer:
    def prove(first: int, second: int) -> Proof:
        return _proof_in(_answer(url, "/consistency", {"from": first, "to": second}).text)

    return Offer(parsed(_answer(url, "/checkpoints/latest").text), prove)


def _answer(url: str, route: str, asked: dict[str, int] | None = None) -> httpx.Response:
    token = os.environ.get(TOKEN)
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        answer = httpx.get(f"{url.rstrip('/')}{ROUTES}{route}", params=asked, headers=headers, timeout=30)
        answer.raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as trouble:
        raise Unreadable(f"der Dienst antwortet nicht wie erwartet ({trouble})") from None
    return answer


def _proof_in(text: str | None) -> Proof:
    if text is None:
        raise Unreadable("zum Prüfpunkt fehlt der Nachweis (--proof)")
    try:
        found: Any = json.loads(text)["proof"]
        return tuple(base64.b64decode(node, validate=True) for node in found)
    except (ValueError, KeyError, TypeError):
        raise Unreadable("der Nachweis ist nicht lesbar") from None


def _replace(state: Path, text: str) -> None:
    """Put the new checkpoint in the old one's place at once, so that there is always one."""
    beside = state.with_name(f".{state.name}.neu")
    beside.write_text(text, "utf-8")
    beside.replace(state)

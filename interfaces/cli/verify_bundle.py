"""An evidence bundle on the command line: the offline verifier's judgement, as text or JSON."""

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from application.proofs.signed_note import Note, PublicKey
from interfaces.cli.console import console
from interfaces.cli.files import said
from interfaces.cli.read import print_json
from interfaces.verifier.verify import Checkpoint, Found, Keys, Verdict, examine, read_checkpoint, report, say, trusted


def verify_bundle(path: Path, keys: Sequence[PublicKey], notes: Sequence[Note], *, as_json: bool) -> None:
    """Check a bundle and say what that shows; ends with 1 when it is not sound, with 2 when it cannot be used."""
    try:
        found, given = examined(path, keys, notes)
    except Verdict as why:
        if why.status == 2:
            unusable(say("de", why.name, **why.values))
        if as_json:
            print_json({"sound": False, "faults": [_fault(why)]})
        else:
            console().print(say("de", "tampered", why=why), markup=False, soft_wrap=True)
        raise typer.Exit(1) from None
    if as_json:
        print_json(_document(found, given))
    else:
        for line in report(found, given, "de"):
            console().print(line, markup=False, soft_wrap=True)


def examined(path: Path, keys: Sequence[PublicKey], notes: Sequence[Note] = ()) -> tuple[Found, list[Checkpoint]]:
    """A bundle's verified content, and the checkpoints it was held against; raises Verdict when it is not sound."""
    try:
        with path.open("rb") as file:
            trust = trusted(list(map(str, keys)))
            if not trust:
                raise Verdict("untrusted")
            given = [_given(note, trust) for note in notes]
            return examine(file, trust, given), given
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht öffnen ({said(trouble)}).") from None
    except Verdict:
        raise
    except Exception as trouble:  # a hostile file too gets one of three answers
        raise Verdict("unreadable", why=f"{type(trouble).__name__}: {trouble}") from None


def unusable(why: object) -> NoReturn:
    """Say that what was given cannot be used, and end with 2."""
    console(stderr=True).print(f"Nicht zu gebrauchen: {why}", markup=False, soft_wrap=True)
    raise typer.Exit(2) from None


def _given(note: Note, keys: Keys) -> Checkpoint:
    try:
        return read_checkpoint(str(note).encode(), keys)
    except Verdict as why:
        raise Verdict("given", file=f"({note.checkpoint.size} Einträge)", why=why) from None


def _fault(why: Verdict) -> dict[str, object]:
    values = {name: value for name, value in why.values.items() if name != "position"}
    return {"position": why.values.get("position"), "says": say("de", why.name, **values)}


def _document(found: Found, given: Sequence[Checkpoint]) -> dict[str, object]:
    head, scope, held = found.head, found.proofs["scope"], sorted({point.size for point in given})
    not_shown = [
        say("de", "unkept", known=held[-1]) if held else say("de", "never"),
        *([say("de", "tail", scope=scope)] if scope is not None else ()),
        say("de", "limits"),
    ]
    return {
        "sound": True,
        "origin": head.origin,
        "size": head.size,
        "root": head.root.hex(),
        "signed_with": sorted(key_id.hex() for _, key_id in head.signers),
        "scope": scope,
        "entries": len(found.proofs["positions"]),
        "checkpoints": held,
        "not_shown": [" ".join(line.split()) for line in not_shown],
        "faults": [],
    }

"""What is said of an evidence bundle, in the sentences of the offline verifier: what is shown, and what is not."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

import typer

from application.evidence import Evidence, Tampered, Unusable, examine
from application.proofs.signed_note import Note, PublicKey, Unreadable
from interfaces.cli.console import console
from interfaces.cli.files import said
from interfaces.cli.read import print_json
from interfaces.verifier.verify import say

_SAY = partial(say, "de")


def verify_bundle(path: Path, keys: Sequence[PublicKey], notes: Sequence[Note], *, as_json: bool) -> None:
    """Check a bundle and say what that shows; ends with 1 when it is not sound, with 2 when it cannot be used."""
    try:
        with path.open("rb") as file:
            found = examine(file, keys, notes)
    except OSError as trouble:
        raise typer.BadParameter(f"{path} lässt sich nicht öffnen ({said(trouble)}).") from None
    except (Unreadable, Unusable) as why:
        unusable(why)
    except Tampered as why:
        if as_json:
            print_json({"sound": False, "faults": [{"position": why.position, "says": why.says}]})
        else:
            console().print(_SAY("tampered", why=why), markup=False, soft_wrap=True)
        raise typer.Exit(1) from None
    signers = sorted(key.id.hex() for key in found.note.signers(keys))
    held = sorted({note.checkpoint.size for note in notes})
    if as_json:
        print_json(_document(found, signers, held))
    else:
        for line in _said(found, signers, held):
            console().print(line, markup=False, soft_wrap=True)


def unusable(why: Exception) -> NoReturn:
    """Say that what was given cannot be used, and end with 2."""
    console(stderr=True).print(f"Nicht zu gebrauchen: {why}", markup=False, soft_wrap=True)
    raise typer.Exit(2) from None


def _said(found: Evidence, signers: Sequence[str], held: Sequence[int]) -> Iterator[str]:
    head = found.note.checkpoint
    yield _SAY("sound", origin=head.origin, size=head.size, keys=", ".join(signers))
    if found.scope is None:
        yield _SAY("whole", first=1, last=head.size)
    else:
        yield f"Geprüft: {found.entries} Einträge von {found.scope}."
    yield _SAY("shown")
    if held:
        yield _SAY("kept", sizes=", ".join(map(str, held)))
    yield from _not_shown(found, held)


def _not_shown(found: Evidence, held: Sequence[int]) -> Iterator[str]:
    yield _SAY("unkept", known=max(held, default=0))
    if found.scope is not None:
        yield _SAY("tail", scope=found.scope)
    yield _SAY("limits")


def _document(found: Evidence, signers: Sequence[str], held: Sequence[int]) -> dict[str, object]:
    head = found.note.checkpoint
    return {
        "sound": True,
        "origin": head.origin,
        "size": head.size,
        "root": head.root.hex(),
        "signed_with": signers,
        "scope": found.scope,
        "entries": found.entries,
        "checkpoints": held,
        "not_shown": [" ".join(line.split()) for line in _not_shown(found, held)],
        "faults": [],
    }

"""A form as it was sent: what was typed, which button was pressed, and what it was drawn on."""

import hashlib
from dataclasses import dataclass

from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile

from interfaces.web.forms.sections import merged, packed, section_of, sectioned, unpacked
from interfaces.web.forms.typed import Typed, at, flat, nested, whole_number, without_empty_rows

DECIDED = "entschieden"
"""The field of a draft's list to work through: what somebody has ticked off, kept with what they typed."""
CONTROLS = frozenset({"csrf", "schritt", "version", "schluessel", "mehr", "weg", "rest", "offen", "oeffnen", DECIDED})
FILE = ".datei"
"""Ends the name of the field in which a document's file is chosen, whose fingerprint is recorded."""
PART = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sent:
    """The content of a sent form."""

    typed: Typed
    step: str
    version: int
    ticket: str
    """What the preview carried that this confirms."""
    add: str
    open: str = ""
    """The section that is to be open."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The same as fields of a form again."""
        return (("rest", packed(self.typed)),) if sectioned(self.typed) else tuple(flat(self.typed))


async def sent(form: FormData, model: type[BaseModel]) -> Sent:
    """The form, without rows in which nothing stands."""
    pairs: list[tuple[str, str]] = []
    prints: list[tuple[str, str, str]] = []
    for name, value in form.multi_items():
        if isinstance(value, UploadFile):
            if value.filename and name.endswith(FILE):
                prints.append((name.removesuffix(FILE), await _fingerprint(value), value.filename))
        elif name not in CONTROLS and not name.endswith(FILE):
            pairs.append((name, value))
    for place, digest, named in prints:
        pairs = [pair for pair in pairs if pair[0] != f"{place}.sha256"]
        pairs.append((f"{place}.sha256", digest))
        if not any(name == f"{place}.title" and value.strip() for name, value in pairs):
            pairs = [pair for pair in pairs if pair[0] != f"{place}.title"]
            pairs.append((f"{place}.title", named))
    typed = nested(pairs)
    if rest := _text(form, "rest"):
        typed = merged(unpacked(rest), typed, _text(form, "offen"))
    removed = _text(form, "weg")
    if removed:
        _remove(typed, removed)
    version = _text(form, "version")
    return Sent(
        typed=without_empty_rows(model, typed),
        step="mehr" if form.get("mehr") or removed or form.get("oeffnen") else _text(form, "schritt") or "pruefen",
        version=whole_number(version) or 0,
        ticket=_text(form, "schluessel"),
        add=_text(form, "mehr"),
        open=_text(form, "oeffnen")
        or _opened(typed, _text(form, "mehr"))
        or section_of(removed.rpartition(".")[0])
        or _text(form, "offen"),
    )


def _opened(typed: Typed, added: str) -> str:
    """The section with the row that was added."""
    if added.count(".") != 1:
        return ""
    rows = at(typed, added)
    return f"{added}.{len(rows) if isinstance(rows, list) else 0}"


async def _fingerprint(file: UploadFile) -> str:
    digest = hashlib.sha256()
    while part := await file.read(PART):
        digest.update(part)
    return digest.hexdigest()


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def _remove(typed: Typed, path: str) -> None:
    place, _, last = path.rpartition(".")
    rows, number = at(typed, place), whole_number(last)
    if isinstance(rows, list) and number is not None and number < len(rows):
        del rows[number]

"""A form as a tree of fields: labels, choices, what was typed, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from domain.german import german
from interfaces.german import forms
from interfaces.web.forms.choices import Choices, Offer
from interfaces.web.forms.sections import (
    FEW,
    is_section,
    named,
    packed,
    place_in_words,
    section_of,
    sectioned,
    summary,
    with_row,
)
from interfaces.web.forms.shape import PROCEDURE, Kind, Shape, shapes
from interfaces.web.forms.typed import Typed, at, flat

NOT_TYPED = frozenset({("DeliverFigures", "source")})
"""Fields that a file fills in and nobody types."""
FIXED = frozenset({"terms_hash", "verdict_id", "reference"})
"""Fields that are shown and not typed."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field, or a group of them; `rows` are the entries of a list of groups."""

    path: str
    label: str
    hint: str
    kind: Kind
    required: bool
    several: bool
    value: Any
    choices: Choices = ()
    error: str = ""
    fields: tuple["Field", ...] = ()
    rows: tuple[tuple["Field", ...], ...] = ()
    one: str = ""
    fixed: bool = False
    chosen: bool = False
    """Whether one chooses, also where nothing is there to choose from."""
    folded: bool = False
    """Whether it may stay closed: nobody has to look into it."""
    closed: str = ""
    """What a closed section holds; empty for an open one."""
    summaries: tuple[str, ...] = ()
    """What each row holds, where rows are closed; empty for the open one."""

    @property
    def says(self) -> str:
        """The text of a fixed field: the name of the choice made."""
        return dict(self.choices).get(str(self.value), str(self.value))

    @property
    def listed(self) -> bool:
        """Whether the rows are given, to be worked through, and none can be added."""
        return any(one.fixed for row in self.rows for one in row)

    @property
    def id(self) -> str:
        """The id within the page."""
        return "f-" + self.path.replace(".", "-")


@dataclass
class Drawing:
    """A form being drawn: for which request, what it offers, what was typed, what is wrong."""

    request: type[BaseModel]
    offer: Offer
    typed: Typed
    errors: dict[str, str] = field(default_factory=dict)
    add: str = ""
    """The list that gets one more row."""
    new: bool = True
    """Whether nobody has typed yet."""
    open: str = ""
    """The section of the terms that is open, or the row of one."""
    drawn: str = ""
    """The part of the terms that stands in fields of the form; the others are carried along."""

    def fields(self) -> tuple[Field, ...]:
        """Every field of the request."""
        return self._of(self.request, "", self.typed)

    def _of(self, model: type[BaseModel], path: str, typed: Any) -> tuple[Field, ...]:
        values: Mapping[str, Any] = typed if isinstance(typed, Mapping) else {}
        return tuple(
            self._field(shape, path + name, values.get(name))
            for name, shape in shapes(model).items()
            if (shape.owner, name) not in NOT_TYPED
        )

    def _field(self, shape: Shape, path: str, value: Any) -> Field:
        offered = self.offer.choices(self.request.__name__, shape.owner, shape.name)
        choices = offered or tuple((word, german(word)) for word in shape.words)
        if value is None and (self.new or self._is_added(path)):
            value = self.offer.start(self.request.__name__, shape.owner, shape.name, self._said())
        inner: tuple[Field, ...] = ()
        rows: tuple[tuple[Field, ...], ...] = ()
        closed, summaries = "", tuple[str, ...]()
        if shape.kind in {Kind.GROUP, Kind.DOCUMENT} and shape.model:
            closed = self._closed(shape, path, value)
            if not closed and shape.several:
                found = self._rows(shape, path, value)
                summaries = self._summaries(shape, path, found)
                rows = tuple(
                    () if summaries and summaries[number] else self._of(shape.model, f"{path}.{number}.", row)
                    for number, row in enumerate(found)
                )
            elif not closed:
                self.drawn = path if is_section(path, shape) else self.drawn
                inner = self._of(shape.model, f"{path}.", value)
        return Field(
            path=path,
            label=forms.label(shape.owner, shape.name),
            hint=forms.hint(shape.owner, shape.name),
            kind=shape.kind,
            required=shape.required,
            several=shape.several,
            value=_shown(shape, value, choices),
            choices=choices,
            error=self.errors.pop(path, ""),
            fields=inner,
            rows=rows,
            one=forms.one(shape.owner, shape.name),
            fixed=shape.name in FIXED,
            chosen=self.offer.chosen(self.request.__name__, shape.owner, shape.name),
            folded=shape.name in PROCEDURE and shape.name not in {"occurred_on", "reason"},
            closed=closed,
            summaries=summaries,
        )

    @property
    def elsewhere(self) -> tuple[tuple[str, str, str], ...]:
        """Errors at no field that was drawn: where, in words, what, and the section to open; after the drawing."""
        return tuple((place_in_words(path, self.request), says, section_of(path)) for path, says in self.errors.items())

    @property
    def carried(self) -> str:
        """The packed terms, where they are asked for in sections."""
        whole = sectioned(self.request.model_fields)
        return packed({whole: with_row(self.typed.get(whole, {}), self.add)}) if whole else ""

    def _closed(self, shape: Shape, path: str, value: Any) -> str:
        if not is_section(path, shape) or self.open == path or self.open.startswith(f"{path}."):
            return ""
        return summary(shape, value)

    def _summaries(self, shape: Shape, path: str, rows: Sequence[Any]) -> tuple[str, ...]:
        """For the rows of an open section, when there are many: all closed but one."""
        if not is_section(path, shape):
            return ()
        if len(rows) <= FEW:
            self.drawn = path
            return ()
        self.drawn = self.open if self.open != path else ""
        return tuple(
            "" if self.open == f"{path}.{number}" else named(row) or "Noch leer." for number, row in enumerate(rows)
        )

    def _is_added(self, path: str) -> bool:
        """Whether a field stands in the row that was just added."""
        listed = at(self.typed, self.add) if self.add else None
        rows = len(listed) if isinstance(listed, list) else 0
        return bool(self.add) and path.startswith(f"{self.add}.{rows}.")

    def _said(self) -> frozenset[str]:
        return frozenset(value for _, value in flat(self.typed))

    def _rows(self, shape: Shape, path: str, value: Any) -> Sequence[Any]:
        rows = list(value) if isinstance(value, list) else []
        if not rows and shape.required:
            rows = [{}]
        return [*rows, {}] if self.add == path else rows


def _shown(shape: Shape, value: Any, choices: Choices) -> Any:
    if not shape.several or shape.kind in {Kind.GROUP, Kind.DOCUMENT}:
        return value if value is not None else ""
    listed = value if isinstance(value, list) else [value] if value else []
    return listed if choices else "\n".join(map(str, listed))


def placed(errors: Sequence[tuple[str, str]], model: type[BaseModel]) -> dict[str, str]:
    """Errors, by the field they are shown at: a load state is one field, a union names its members."""
    found: dict[str, str] = {}
    for place, says in errors:
        path = ".".join(_known(place.split("."), model))
        sentence = "Bitte ausfüllen." if says == "fehlt" else f"Das {says}."
        found.setdefault(path, sentence)
    return found


def _known(parts: Sequence[str], model: type[BaseModel] | None) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if part.isdecimal():
            kept.append(part)
            continue
        shape = shapes(model).get(part) if model else None
        if shape is None:
            break
        kept.append(part)
        if shape.kind not in {Kind.GROUP, Kind.DOCUMENT}:
            break
        model = shape.model
    return kept

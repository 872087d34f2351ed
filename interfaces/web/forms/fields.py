"""A form as a tree of fields: labels, choices, what was typed, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from domain.german import german
from interfaces.german import forms
from interfaces.web.forms.choices import Choices, Offer
from interfaces.web.forms.shape import PROCEDURE, Kind, Shape, shapes
from interfaces.web.forms.typed import Typed, at, flat

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

    def fields(self) -> tuple[Field, ...]:
        """Every field of the request."""
        return self._of(self.request, "", self.typed)

    def _of(self, model: type[BaseModel], path: str, typed: Any) -> tuple[Field, ...]:
        values: Mapping[str, Any] = typed if isinstance(typed, Mapping) else {}
        return tuple(self._field(shape, path + name, values.get(name)) for name, shape in shapes(model).items())

    def _field(self, shape: Shape, path: str, value: Any) -> Field:
        offered = self.offer.choices(self.request.__name__, shape.owner, shape.name)
        choices = offered or tuple((word, german(word)) for word in shape.words)
        if value is None and (self.new or self._is_added(path)):
            value = self.offer.start(self.request.__name__, shape.owner, shape.name, self._said())
        grouped = shape.kind in {Kind.GROUP, Kind.DOCUMENT} and shape.model is not None
        inner: tuple[Field, ...] = ()
        rows: tuple[tuple[Field, ...], ...] = ()
        if grouped and shape.model:
            if shape.several:
                rows = tuple(
                    self._of(shape.model, f"{path}.{number}.", row)
                    for number, row in enumerate(self._rows(shape, path, value))
                )
            else:
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

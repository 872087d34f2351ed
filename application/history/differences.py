"""Differences between two versions of the terms: a list by path, readable by people."""

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from application.history.words import FIELDS, ITEM, ORDER, PRESENT, said
from domain.reasons import Reason
from domain.terms import Bound, InterimBound, Terms
from domain.values import Frozen, Words

_KEYS = ("id", "code", "month", "place", "clause")
"""Fields that identify the items of a list; the first that they have counts."""
_NAMES = ("title", "says", "name")
_PLACE = Reason("place_in_terms", "{place}")


class Difference(Frozen):
    """One value before and after; null where there was or is none.

    `path` leads from the terms to the value, items of a list by their id: goals[2].lines[k2].bound.
    """

    path: str
    says: Words
    before: Words | None
    after: Words | None


def differences(before: Terms, after: Terms) -> tuple[Difference, ...]:
    """Everything that differs, in the order of the text; nothing when both are the same."""
    return tuple(_fields(before, after, "", ()))


def _fields(before: BaseModel, after: BaseModel, path: str, where: tuple[Words, ...]) -> Iterator[Difference]:
    for field in type(before).model_fields:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield from _values(field, old, new, f"{path}.{field}" if path else field, where)


def _values(field: str, old: object, new: object, path: str, where: tuple[Words, ...]) -> Iterator[Difference]:
    place = (*where, FIELDS[field].said())
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _items(field, old, new, path, where)
    elif isinstance(old, Bound | None) and isinstance(new, Bound | None) and field == "bound":
        yield _difference(path, place, said(field, old), said(field, new))
    elif isinstance(old, BaseModel) and isinstance(new, BaseModel):
        yield from _fields(old, new, path, place)
    else:
        yield _difference(path, place, _summary(field, old), _summary(field, new))


def _items(
    field: str, old: Sequence[object], new: Sequence[object], path: str, where: tuple[Words, ...]
) -> Iterator[Difference]:
    olds, news = _keyed(old), _keyed(new)
    for key in dict.fromkeys((*olds, *news)):
        here, place = f"{path}[{key}]", (*where, ITEM.said(field=FIELDS[field].said(), key=key))
        one, other = olds.get(key), news.get(key)
        if isinstance(one, BaseModel) and isinstance(other, BaseModel) and not isinstance(one, InterimBound):
            yield from _fields(one, other, here, place)
        elif one != other:
            yield _difference(here, place, _summary(field, one), _summary(field, other))
    kept, still = [key for key in olds if key in news], [key for key in news if key in olds]
    if kept != still:
        yield _difference(path, (*where, FIELDS[field].said(), ORDER.said()), ", ".join(kept), ", ".join(still))


def _keyed(items: Sequence[object]) -> dict[str, object]:
    """The items of a list by their identity: an id, a name itself, or the place in the list."""
    for key in _KEYS:
        named = {str(getattr(item, key, None)): item for item in items}
        if "None" not in named and len(named) == len(items):
            return named
    plain = {str(item): item for item in items if isinstance(item, str) and len(item) <= 60}
    if len(plain) == len(items):
        return dict(plain)
    return {str(number): item for number, item in enumerate(items, 1)}


def _summary(field: str, value: object) -> Words | None:
    """A whole value in a few words."""
    if isinstance(value, InterimBound):
        return said(field, value.bound)
    if isinstance(value, BaseModel):
        return next((str(name) for name in (getattr(value, one, None) for one in _NAMES) if name), PRESENT.said())
    return said(field, value)


def _difference(path: str, place: tuple[Words, ...], before: Words | None, after: Words | None) -> Difference:
    return Difference(path=path, says=_PLACE.said(place=place), before=before, after=after)

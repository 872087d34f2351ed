"""How values look as JSON: decimals as strings, instants UTC, beside every enumeration its word for the reader."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from inspect import getdoc
from typing import Any, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from application.acting.carry_over import Undecided
from application.lists.due_item import DueItem
from domain.german import german
from domain.reasons import Said
from domain.rules import Finding
from domain.values import instant_text
from interfaces.http.english import english, fact_title, retold, word
from interfaces.http.language import in_english
from interfaces.http.phrases import RECORDED_IN, is_phrase, phrase, rephrased
from interfaces.http.property_texts import meaning

LABEL = "_label"
_ENUMERATION = "x-enumeration"
_LABEL_TEXT = "The word for the value beside it, in the reader's language; ignored in what is sent."
_LABEL_OR_NULL = "The word for the value beside it, in the reader's language, null with it; ignored in what is sent."
_PLAIN = frozenset({str, int, bool, type(None)})


def represented(value: object) -> Any:
    """The value as plain JSON data; a field `status` that is an enumeration has a `status_label` beside it."""
    if type(value) in _PLAIN:  # nearly everything is, and telling so by patterns takes twice as long
        return value
    match value:
        case Finding() | DueItem() | Undecided() if in_english():
            return _of_model(value.model_copy(update={"says": english(value)}))
        case BaseModel():
            return _of_model(value)
        case tuple() | list():
            return [represented(item) for item in value]
        case int():
            return value
        case Said() if in_english():
            return retold(value)
        case str():
            return str(value)
        case datetime():
            return instant_text(value)
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case UUID():
            return str(value)
        case Mapping():
            return {str(key): represented(item) for key, item in value.items()}
        case frozenset() | set():
            return sorted(map(represented, value))
        case _:
            raise TypeError(type(value).__name__)


def _of_model(value: BaseModel) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    enumerations = _enumerations(type(value))
    for name in type(value).model_fields:
        field = getattr(value, name)
        shown[name] = represented(field)
        if name in enumerations:
            shown[name + LABEL] = _label(field)
    if comes_whole(type(value)):
        shown["next"] = None
    if in_english():
        _say_in_english(type(value), shown)
    return shown


def _say_in_english(model: type[BaseModel], shown: dict[str, Any]) -> None:
    if (words := RECORDED_IN.get(model.__name__)) is not None:
        shown |= rephrased(shown, words)
    for name in _phrases(model):
        if isinstance(shown[name], str):
            shown[name] = phrase(shown[name])
    if "title" in shown and (title := fact_title(str(shown.get("type")))):
        shown["title"] = title


@cache
def _phrases(model: type[BaseModel]) -> tuple[str, ...]:
    """The model's fields that the service fills with its own words."""
    return tuple(name for name in model.model_fields if is_phrase(model, name))


def comes_whole(model: type[BaseModel]) -> bool:
    """Whether the model is a list without pages; its `next` is null, as on the last page of any other."""
    return "items" in model.model_fields and "next" not in model.model_fields


def _label(value: object) -> Any:
    said = word if in_english() else german
    if isinstance(value, tuple):
        return [said(one) for one in value]
    return None if value is None else said(str(value))


@cache
def _enumerations(model: type[BaseModel]) -> frozenset[str]:
    """The model's fields that hold an enumeration, some of one, or none where one may be."""
    return frozenset(name for name, field in model.model_fields.items() if _enumerates_type(field.annotation))


def _enumerates_type(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return True
    if get_origin(annotation) in {dict, Mapping}:
        return False
    return any(isinstance(inner, StrEnum) or _enumerates_type(inner) for inner in get_args(annotation))


def component(name: str) -> str:
    """The name of a model among the components: Listing[DialogEntry] becomes DialogEntryListing."""
    generic, _, inner = name.rstrip("]").partition("[")
    return inner + generic


class _Schema(GenerateJsonSchema):
    """Marks enumerations, so that their labels can be put beside them, and leaves out titles that only repeat names."""

    def normalize_name(self, name: str) -> str:
        return component(name)

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        if says := getdoc(schema["cls"]):
            found.setdefault("description", says)  # also of a generic one, whose own class says nothing
        for name, field in found.get("properties", {}).items():
            if text := meaning(schema["cls"], name):
                field.setdefault("description", text)
        return found

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return super().enum_schema(schema) | {_ENUMERATION: True}

    def literal_schema(self, schema: core_schema.LiteralSchema) -> JsonSchemaValue:
        mark = {_ENUMERATION: True} if isinstance(schema["expected"][0], StrEnum) else {}
        return super().literal_schema(schema) | mark


def schemas(models: Sequence[type[BaseModel]], mode: JsonSchemaMode) -> dict[str, JsonSchemaValue]:
    """The OpenAPI components of these models; what is sent (mode serialization) has every field, and labels.

    Components of requests end in "Input", because the same value is described with defaults and without labels there.
    """
    suffix = "" if mode == "serialization" else "Input"
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, mode) for model in models]
    template = f"#/components/schemas/{{model}}{suffix}"
    _, found = models_json_schema(wanted, ref_template=template, schema_generator=_Schema)
    definitions: dict[str, JsonSchemaValue] = found.get("$defs", {})
    for schema in definitions.values():
        if mode == "serialization":
            _complete(schema, definitions)
        else:
            _leave_out_nulls(schema)
    for schema in definitions.values():
        schema.pop("title", None)
        _unmark(schema)
    return {name + suffix: schema for name, schema in definitions.items()}


def _leave_out_nulls(schema: JsonSchemaValue) -> None:
    """An optional field of a request is left out; that its default is null says nothing to whoever sends it."""
    for field in schema.get("properties", {}).values():
        if field.get("default", ...) is None:
            del field["default"]


def _complete(schema: JsonSchemaValue, definitions: Mapping[str, JsonSchemaValue]) -> None:
    """What is sent is complete and open: every field is there, and further ones may come."""
    schema.pop("additionalProperties", None)
    if "properties" not in schema:
        return
    shown: dict[str, JsonSchemaValue] = {}
    for name, field in schema["properties"].items():
        field.pop("default", None)
        shown[name] = field
        if label := _label_of(field, definitions):
            shown[name + LABEL] = label
    if "items" in shown and "next" not in shown:
        shown["next"] = {"type": "null", "description": "Always null: this list comes whole, there is no further page."}
    schema["properties"] = shown
    schema["required"] = list(shown)


def _label_of(field: JsonSchemaValue, definitions: Mapping[str, JsonSchemaValue]) -> JsonSchemaValue | None:
    options = field.get("anyOf", [field])
    if _enumerates(field.get("items", {}), definitions):
        return {"type": "array", "items": {"type": "string"}, "description": _LABEL_TEXT}
    if not any(_enumerates(option, definitions) for option in options):
        return None
    if {"type": "null"} in options:
        return {"anyOf": [{"type": "string"}, {"type": "null"}], "description": _LABEL_OR_NULL}
    return {"type": "string", "description": _LABEL_TEXT}


def _enumerates(schema: JsonSchemaValue, definitions: Mapping[str, JsonSchemaValue]) -> bool:
    named = definitions.get(schema.get("$ref", "").rpartition("/")[2], schema)
    return _ENUMERATION in named


def _unmark(schema: Any) -> None:
    if isinstance(schema, dict):
        schema.pop(_ENUMERATION, None)
        for inner in schema.values():
            _unmark(inner)
    elif isinstance(schema, list):
        for inner in schema:
            _unmark(inner)

"""How the page of the description shows a schema: what a value is, in a few words, and which schema it leads to."""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

Schema = Mapping[str, Any]


def shape_of(schema: Schema) -> str:
    """What a value of this schema is: string, integer, [Line], Line or null, {name: string}."""
    if "anyOf" in schema:
        return " or ".join(shape_of(option) for option in schema["anyOf"])
    if name := _named(schema):
        return name
    match schema.get("type"):
        case "array":
            return f"[{shape_of(schema.get('items', {}))}]"
        case "object":
            of = schema.get("additionalProperties")
            return f"{{name: {shape_of(of) if isinstance(of, Mapping) else 'any'}}}"
        case kind:
            return f"{kind} ({schema['format']})" if "format" in schema else str(kind or schema.get("const", "any"))


def leads_to(schema: Schema) -> str | None:
    """The schema by name that a value of this one is made of; None for plain values."""
    if name := _named(schema):
        return name
    inner = [*schema.get("anyOf", ()), schema.get("items"), schema.get("additionalProperties")]
    return next(filter(None, (leads_to(one) for one in inner if isinstance(one, Mapping))), None)


def ticked(text: str) -> Markup:
    """The text with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _named(schema: Schema) -> str:
    return str(schema.get("$ref", "")).rpartition("/")[2]

"""What every property of the interface means: from a table by model, its docstring, or a table by name."""

import ast
import inspect
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel


def meaning(model: type[BaseModel], name: str) -> str | None:
    """The property's meaning with its unit, for the description of the interface; None where nobody wrote it down."""
    own = (_of_models().get((one.__name__.partition("[")[0], name)) for one in model.__mro__)
    return next(filter(None, own), None) or _docstrings(model).get(name) or _table("property_texts.toml").get(name)


@cache
def _docstrings(model: type[BaseModel]) -> Mapping[str, str]:
    """The docstrings below a model's attributes, its parents' included."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one is not BaseModel:
            found |= _of_module(one.__module__).get(one.__name__.partition("[")[0], {})
    return found


@cache
def _of_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings below attributes, by class; a module is parsed once."""
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {one.name: _below_attributes(one) for one in tree.body if isinstance(one, ast.ClassDef)}


def _below_attributes(body: ast.ClassDef) -> dict[str, str]:
    found = {}
    for attribute, below in zip(body.body, body.body[1:], strict=False):
        match attribute, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text).replace("None", "null")
            case _:
                pass
    return found


@cache
def _of_models() -> Mapping[tuple[str, str], str]:
    """The texts by model and property; a heading may name several models."""
    groups = _table("model_texts.toml").items()
    return {(model, name): text for models, of in groups for model in models.split() for name, text in of.items()}


@cache
def _table(name: str) -> Any:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))

"""The package as it is installed: small, and honest about what is left out."""

import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from application.ports import Unavailable
from interfaces.papers.blocks import Paper
from interfaces.papers.printing import NOT_INSTALLED, pdf
from tests.papers.reading import STATE

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
MOST = 200_000_000
"""Bytes that what the package needs may take, without extras and compiled files."""


def test_what_is_installed_is_small() -> None:
    needed = _needed(PROJECT["dependencies"])
    assert sum(map(_size, needed.values())) < MOST
    extras = {Requirement(one).name for extra in PROJECT["optional-dependencies"].values() for one in extra}
    assert not extras & needed.keys()


def test_where_nothing_prints_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(Unavailable) as why:
        pdf(Paper("Titel", "", (), STATE))
    assert str(why.value) == NOT_INSTALLED


def _needed(asked: Iterable[str]) -> dict[str, Distribution]:
    """Everything that comes with these requirements on this system, by name."""
    found: dict[str, Distribution] = {}
    todo = [(Requirement(one), "") for one in asked]
    while todo:
        wanted, extra = todo.pop()
        if wanted.marker is not None and not wanted.marker.evaluate({"extra": extra}):
            continue
        if wanted.name in found and not wanted.extras:
            continue
        found[wanted.name] = distribution(wanted.name)
        inner = map(Requirement, found[wanted.name].requires or ())
        todo += [(one, extra) for one in inner for extra in (*wanted.extras, "")]
    return found


def _size(found: Distribution) -> int:
    files = (Path(str(found.locate_file(one))) for one in found.files or () if one.suffix != ".pyc")
    return sum(one.stat().st_size for one in files if one.is_file())

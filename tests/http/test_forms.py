"""What has not the expected form is told in words, never as a regular expression."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from application.acting.malformed import FORMS
from interfaces.http.all_history import VERSION
from interfaces.http.figure_files import NAME
from interfaces.http.parameters import PREVIEW_TAG, TAG
from tests.http.service import Running

HOME = "/api/v1/agreements/2026.4.03.03358.1"
TOLD_ELSEWHERE = {TAG, PREVIEW_TAG, NAME, VERSION}


def patterns(node: Any) -> Iterator[str]:
    """Every pattern in a part of the document."""
    if isinstance(node, dict):
        yield from [node["pattern"]] if isinstance(node.get("pattern"), str) else []
        node = list(node.values())
    for one in node if isinstance(node, list) else ():
        yield from patterns(one)


def of_parameters(document: dict[str, Any]) -> set[str]:
    """The patterns of all that is said in an address or a header."""
    operations = [one for path in document["paths"].values() for one in path.values()]
    return set(patterns([one.get("parameters", []) for one in operations if isinstance(one, dict)]))


def test_every_form_a_parameter_may_have_is_told_in_words(sample: Running) -> None:
    found = of_parameters(sample.as_("pruefung").get("/api/v1/openapi.json").json())
    names = {one for one in found if re.fullmatch(r"\^\([\w|]+\)\$", one)}
    text = {one for one in found if one.startswith(r"^[^\x00-\x1f\x7f-\x9f")}
    assert found - names - text - TOLD_ELSEWHERE <= FORMS.keys()
    assert len(found) > 10


@pytest.mark.parametrize(
    ("address", "asked", "says"),
    [
        (f"{HOME}/matrix/k2", {}, "muss das Kürzel einer Kennzahl oder Grundgröße in Großbuchstaben, etwa K2 oder ELB"),
        (f"{HOME}/attainment", {"month": "Juni"}, "muss ein Monat wie 2026-06 sein"),
        ("/api/v1/reports/alles", {}, "muss eines von late, findings, mended, "),
    ],
)
def test_a_wrong_form_is_told_in_words(sample: Running, address: str, asked: dict[str, str], says: str) -> None:
    answer = sample.as_("pruefung").get(address, params=asked)
    [error] = answer.json()["errors"]
    assert (answer.status_code, error["says"].startswith(says)) == (422, True), error

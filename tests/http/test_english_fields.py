"""What is wrong with a field of a request is said in English: every kind, every form, every pattern."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from application.acting.malformed import FORMS, KINDS
from application.acting.permissions import PERMITTED
from application.notifying.webhooks import WebhookWish
from interfaces.http.english import field_error
from tests.http.test_english import GERMAN
from tests.test_project import ROOT


@pytest.mark.parametrize("kind", sorted(KINDS - {"string_pattern_mismatch"}))
def test_every_kind_of_unreadable_field_is_said_in_english(kind: str) -> None:
    context = dict.fromkeys(("max_length", "min_length", "ge", "le", "expected", "known"), "7")
    said = field_error({"type": kind, "ctx": context})
    assert not GERMAN.search(said)
    assert said != "is not valid"
    assert "{" not in said


@pytest.mark.parametrize("pattern", sorted(FORMS))
def test_every_form_is_said_in_english(pattern: str) -> None:
    said = field_error({"type": "string_pattern_mismatch", "ctx": {"pattern": pattern}})
    assert said.startswith("must be ")
    assert not GERMAN.search(said)


def patterns(schema: Any) -> Iterator[str]:
    """Every pattern a text of a request is held to."""
    match schema:
        case {"type": "str", "pattern": str(pattern)}:
            yield pattern
        case dict():
            for one in schema.values():
                yield from patterns(one)
        case list() | tuple():
            for one in schema:
                yield from patterns(one)
        case _:
            pass


@pytest.mark.parametrize("request_type", [*PERMITTED, WebhookWish])
def test_every_pattern_of_a_request_is_said_in_words(request_type: type[BaseModel]) -> None:
    found = {*patterns(request_type.__pydantic_core_schema__)}
    said = {one: field_error({"type": "string_pattern_mismatch", "ctx": {"pattern": one}}) for one in found}
    assert [one for one, words in said.items() if not words.startswith("must be ")] == []
    assert found <= FORMS.keys()


def test_patterns_are_found() -> None:
    assert {*patterns(WebhookWish.__pydantic_core_schema__)} == {"^https?://[!-~]+$"}
    assert len({one for request in PERMITTED for one in patterns(request.__pydantic_core_schema__)}) > 10


def test_values_that_are_expected_stand_without_quotes() -> None:
    context = {"expected": "'auf' or 'ab'"}
    assert field_error({"type": "literal_error", "ctx": context}) == "must be one of auf or ab"


OWN_KINDS = {
    found
    for folder in ("domain", "application", "interfaces")
    for path in (ROOT / folder).rglob("*.py")
    for found in re.findall(r'PydanticCustomError\(\s*"([a-z_-]+)"', path.read_text("utf-8"))
}


def test_the_kinds_of_the_service_are_among_them() -> None:
    assert {"no-day", "unknown-fact", "file_name"} <= OWN_KINDS
    assert [kind for kind in OWN_KINDS if field_error({"type": kind, "ctx": {"known": ""}}) == "is not valid"] == []

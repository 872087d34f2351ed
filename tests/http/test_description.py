"""The description teaches: every property has its meaning, every answer an example that the running sample gave."""

import json
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from interfaces.http.openapi_answers import answers
from tests.http.answers import BESIDE, JSON, read, shape
from tests.http.service import Running
from tests.http.test_english import GERMAN
from tests.test_project import ROOT

WITHOUT = {"read_openapi", "sign_in"}
"""Operations without an example: the description would hold itself, and a token is nobody's to copy."""
BY_THE_HOUR = {"read_ready", "read_live", "list_checkpoints", "list_keys", "read_verification"}
"""Answers that depend on what else the running service did."""

TABLES = ("property_texts", "model_texts")
EMPTY_WORDS = set(
    re.findall("[a-z]+", "a an and as at by for from how i in is it its of on or that the this to what where")
)


@pytest.fixture(scope="module")
def document(sample: Running) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(sample.app.openapi()))
    return found


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for methods in document["paths"].values():
        yield from methods.values()


def successes(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for operation in operations(document):
        for status, answer in operation["responses"].items():
            for kind, content in answer.get("content", {}).items():
                if status.startswith("2") and kind in JSON:
                    yield operation["operationId"], content


def properties(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for model, schema in document["components"]["schemas"].items():
        for name, described in schema.get("properties", {}).items():
            yield model, name, described


def taken(model: str) -> bool:
    """Whether the model is sent to the service; “Input” alone are the figures that entered a value."""
    return model.endswith("Input") and model != "Input"


def test_every_property_says_what_it_means(document: dict[str, Any]) -> None:
    def adds(name: str, text: str) -> set[str]:
        """The words beside the name's own and those that only hold a sentence together."""
        said = {one.rstrip("s") for one in re.findall(r"[\w§]+", text.lower())}
        return said - {one.rstrip("s") for one in name.split("_")} - EMPTY_WORDS

    silent = [
        (model, name) for model, name, one in properties(document) if len(adds(name, one.get("description", ""))) < 2
    ]
    assert silent == [], "say it in a docstring below the attribute, or in interfaces/http/model_texts.toml"


def test_no_text_serves_properties_of_different_types(document: dict[str, Any]) -> None:
    """Who reads “Bytes of a file, or entries of a log” has to guess which of them is meant."""
    schemas = document["components"]["schemas"]

    def kind(one: dict[str, Any]) -> str:
        options = [option for option in one.get("anyOf", [one]) if option.get("type") != "null"]
        first, *_ = [
            schemas[option["$ref"].rpartition("/")[2]] if "$ref" in option else option for option in options or [one]
        ]
        return str(first.get("type", "any"))

    types: dict[tuple[str, str], dict[str, list[str]]] = {}
    for model, name, one in properties(document):
        types.setdefault((name, one["description"]), {}).setdefault(kind(one), []).append(model)
    assert {key: found for key, found in types.items() if len(found) > 1} == {}


def test_a_text_says_of_its_type_what_is_so(document: dict[str, Any]) -> None:
    """What an answer may leave null says when it is, nothing else speaks of null, and “Whether” is yes or no."""
    schemas = document["components"]["schemas"]

    def options(one: dict[str, Any]) -> list[dict[str, Any]]:
        return [schemas.get(option.get("$ref", "").rpartition("/")[2], option) for option in one.get("anyOf", [one])]

    def wrong(model: str, one: dict[str, Any]) -> Iterator[str]:
        text, kinds = one["description"], {option.get("type") for option in options(one)}
        members = [option for listed in options(one) for option in options(listed.get("items", {}))]
        empty = "null" in kinds | {member.get("type") for member in members}
        said = re.search(r"\b[Nn]ull\b", text) is not None
        if said and not empty:
            yield "speaks of null"
        if "null" in kinds and not said and not taken(model):
            yield "may be null and does not say when"
        if (kinds - {"null"} == {"boolean"}) is not text.startswith("Whether"):
            yield "“Whether” is for what is true or false"
        if text.startswith("How many") and kinds - {"null"} != {"integer"}:
            yield "is no number"
        if re.match(r"The (\w+ )?day\b", text) and "date" not in {option.get("format") for option in options(one)}:
            yield "is no day"

    found = [(model, name, fault) for model, name, one in properties(document) for fault in wrong(model, one)]
    assert found == []


def test_no_text_is_left_over(document: dict[str, Any]) -> None:
    said = {one["description"] for _, _, one in properties(document)}
    tables = [tomllib.loads((ROOT / f"interfaces/http/{name}.toml").read_text("utf-8")) for name in TABLES]
    kept = {
        text for table in tables for one in table.values() for text in (one.values() if table is tables[1] else [one])
    }
    assert kept - said == set()


def test_the_description_has_no_words_of_python(document: dict[str, Any]) -> None:
    def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
        for name, one in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(one, dict | list) and name not in ("examples", "example"):
                yield from texts(one, f"{place}.{name}")
            elif isinstance(one, str) and name in ("description", "summary"):
                yield place, one

    found = [
        (place, text)
        for place, text in texts(document)
        if re.search(r"(?<!-)\b(None|True|False|tuple|dict|str)\b", text)
    ]
    assert found == []


def test_every_parameter_says_what_it_means(document: dict[str, Any]) -> None:
    parameters = [(one["operationId"], p) for one in operations(document) for p in one.get("parameters", ())]
    assert [(name, p["name"]) for name, p in parameters if not p.get("description")] == []
    assert [(name, p["name"]) for name, p in parameters if p["schema"].get("default", ...) is None] == []


def test_names_of_schemas_are_chosen(document: dict[str, Any]) -> None:
    assert [name for name in document["components"]["schemas"] if not re.fullmatch("[A-Z][A-Za-z0-9]+", name)] == []


def test_answers_are_open_and_requests_closed_without_nulls(document: dict[str, Any]) -> None:
    for name, schema in document["components"]["schemas"].items():
        if "properties" not in schema:
            continue
        assert (schema.get("additionalProperties", True) is False) is taken(name), name
        if taken(name):
            defaults = [field for field, one in schema["properties"].items() if one.get("default", ...) is None]
            assert defaults == [], name


def test_the_whole_says_who_where_and_under_which_licence(document: dict[str, Any]) -> None:
    assert document["info"]["license"]["identifier"] == "EUPL-1.2"
    assert document["info"]["contact"]
    assert document["servers"]
    described = {tag["name"]: tag["description"] for tag in document["tags"]}
    assert {tag for one in operations(document) for tag in one["tags"]} == described.keys()
    assert all(described.values()), "say in interfaces/http/openapi_info.py what the group is about"


def test_every_answer_has_an_example(document: dict[str, Any]) -> None:
    without = {name for name, content in successes(document) if "examples" not in content}
    assert without == WITHOUT, "run `python -m tests.http.answers`"


def test_every_example_fits_its_schema(document: dict[str, Any]) -> None:
    def bodies() -> Iterator[tuple[str, dict[str, Any], Any]]:
        for operation in operations(document):
            contents = [*operation.get("requestBody", {}).get("content", {}).values()]
            contents += [c for one in operation["responses"].values() for c in one.get("content", {}).values()]
            for content in contents:
                for example in content.get("examples", {}).values():
                    yield operation["operationId"], content["schema"], example["value"]

    count = 0
    for name, schema, value in bodies():
        whole = {"components": document["components"], **schema}
        wrong = [f"{one.instance_path}: {one.message[:200]}" for one in Draft202012Validator(whole).iter_errors(value)]
        assert wrong == [], name
        count += 1
    assert count > 100


def cut_like(value: Any, kept: Any) -> Any:
    """The value with its lists cut as an example's are."""
    if isinstance(value, dict) and isinstance(kept, dict):
        return {name: cut_like(one, kept.get(name)) for name, one in value.items()}
    if isinstance(value, list) and isinstance(kept, list):
        return [cut_like(one, other) for one, other in zip(value, kept, strict=False)]
    return value


def test_the_examples_are_what_the_running_sample_answers(sample: Running) -> None:
    differing = [
        name
        for name, answer in read(sample)
        if name in answers() and name not in BY_THE_HOUR.union(BESIDE)
        if shape(cut_like(answer, answers()[name])) != shape(answers()[name])
    ]
    assert differing == [], "run `python -m tests.http.answers`"
    assert len(answers()) > 60


def test_no_list_is_shown_empty() -> None:
    assert [name for name, answer in answers().items() if isinstance(answer, dict) and answer.get("items") == []] == []


def test_patterns_are_those_of_ecma_262(document: dict[str, Any]) -> None:
    """No group names, look-behinds or anchors of Python; the linters compile them all."""
    found = set(re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(document)))
    patterns = {json.loads(one) for one in found}
    assert len(patterns) > 10
    assert [one for one in patterns if re.search(r"\(\?P|\(\?<|\\A|\\Z|\\z|\(\?[aiLmsux]", one)] == []


def test_the_page_of_the_description_is_whole(sample: Running) -> None:
    with sample.client() as stranger:
        page = stranger.get("/api/v1/docs").text
    assert "<td></td>" not in page
    assert "\\u" not in page
    targets = set(re.findall(r'href="#(\w+)"', page))
    assert targets - set(re.findall(r'id="(\w+)"', page)) == set(), "each schema that is named can be looked up"
    assert {"AgreementReading", "SignAgreementInput", "LineState", "Problem"} <= targets
    assert "<code>[LineResult]</code>" in page
    assert "`" not in page
    assert "<p></p>" not in page.replace("\n", "")


def test_the_description_is_english(document: dict[str, Any], sample: Running) -> None:
    summaries = [one["summary"] for one in operations(document)]
    assert [one for one in summaries if GERMAN.search(one)] == []
    assert len(set(summaries)) == len(summaries)
    assert {"Read a later year's draft", "Release figures"} <= {*summaries}
    with sample.client() as stranger:
        assert stranger.get("/api/v1/openapi.json").headers["Content-Language"] == "en"
        assert "Entwurf für ein späteres Jahr" in stranger.get("/api/v1/docs").text


def test_every_answer_says_what_it_is(document: dict[str, Any]) -> None:
    """Not “Done”, which every answer is, nor the title of one problem among several."""
    answers = [(one["operationId"], answer) for one in operations(document) for answer in one["responses"].values()] + [
        *document["components"]["responses"].items()
    ]
    said = [(name, answer["description"]) for name, answer in answers if "$ref" not in answer]
    assert [one for one in said if one[1] in ("", "Done.", "Successful Response")] == []
    assert [name for name, text in said if "Refused by" in text] == []


def test_the_description_names_the_headers_of_an_answer(sample: Running, document: dict[str, Any]) -> None:
    answer = sample.as_("pruefung").get("/api/v1/agreements")
    described = document["paths"]["/api/v1/agreements"]["get"]["responses"]["200"]["headers"]
    assert {"ETag", "RateLimit", "RateLimit-Policy", "Request-Id"} <= described.keys()
    assert [name for name in described if name not in answer.headers and name != "Link"] == []

"""Decimals, texts, months, rounding, canonical form; and no float anywhere."""

import ast
import hashlib
import json
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

import domain
from domain.figures import Load
from domain.parties import Ags
from domain.results import GoalResult
from domain.terms import Terms
from domain.values import (
    AgreementId,
    Day,
    Frozen,
    Month,
    Number,
    Slug,
    Text,
    Year,
    canonical,
    clean_text,
    exact_decimal,
    instant_text,
    rounded,
    sha256_of,
    shift,
    span,
    year_of,
)
from tests.builders import HEIDEKREIS

NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
NOON = datetime(2026, 2, 28, 12, tzinfo=UTC)
MONTHS = st.dates().map(lambda day: f"{max(1901, min(2098, day.year))}-{day:%m}")


class Noted(Frozen):
    """Something with a text."""

    text: Text


def accepts(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("text", ["0", "5.3", "-7.0", "15601016", "0.250", "0.0", "-0.001", "1" + 17 * "0"])
def test_a_decimal_keeps_its_value_and_its_scale(text: str) -> None:
    number = NUMBER.validate_python(text)
    assert (number, NUMBER.dump_python(number)) == (Decimal(text), text)
    assert NUMBER.dump_json(number) == f'"{text}"'.encode()


@pytest.mark.parametrize(
    "value",
    [
        *(5.3, float("nan"), True, None, b"5", Fraction(1, 2), Decimal("NaN"), Decimal("Infinity"), Decimal("-0.0")),
        *("", "5,3", "1e3", "1E+3", "+5", " 5", "5 ", "5\n", "05", ".5", "5.", "--5", "1_000", "1٢", "NaN", "Infinity"),
        *("-0", "-0.0", "-0.00", "1" * 19, "0." + "1" * 13),
    ],
)
def test_nothing_else_is_a_decimal(value: object) -> None:
    with pytest.raises(ValueError, match=r"Dezimalzahl|Minus null"):
        exact_decimal(value)
    assert not accepts(Number, value)


def test_an_exponent_becomes_plain_notation() -> None:
    assert NUMBER.dump_python(exact_decimal(Decimal("1.5E+3"))) == "1500"
    assert NUMBER.dump_python(exact_decimal(Decimal("25E-2"))) == "0.25"
    with pytest.raises(ValueError, match="als Text"):
        exact_decimal(7)


@for_any(st.decimals(-(10**12), 10**12, places=6).map(lambda number: number + 0))
def test_a_decimal_comes_back_as_it_went(number: Decimal) -> None:
    text = format(number, "f")
    assert NUMBER.dump_python(NUMBER.validate_json(NUMBER.dump_json(exact_decimal(text)))) == text


@pytest.mark.parametrize(
    ("text", "clean"),
    [("  Integrationsquote ", "Integrationsquote"), ("Mu\u0308nster", "M\u00fcnster"), ("§ 48b", "§ 48b")],
)
def test_a_text_is_composed_and_without_blanks_around_it(text: str, clean: str) -> None:
    assert Noted(text=text).text == clean


INVISIBLE = ("\u061c", "\u180e", "\u3164", "\ufdd0", "\ufff9", "\uffff", "\U000e0041", "\U0010ffff")
"""Marks of direction, fillers, tags and noncharacters."""


@pytest.mark.parametrize("character", ["\n", "\r", "\t", "\x00", "\x1f", "\x7f", "\x85", "\ud800", *INVISIBLE])
def test_a_text_has_no_control_characters_and_no_lone_surrogates(character: str) -> None:
    with pytest.raises(ValueError, match="Steuerzeichen"):
        clean_text(f"a{character}b")
    assert not accepts(Text, f"a{character}b")


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001, 5, None])
def test_a_text_says_something_and_not_too_much(text: object) -> None:
    assert not accepts(Text, text)


UNSEEN = "\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2065\u3164\uffa0" + "".join(
    chr(point)
    for points in (
        range(0xFDD0, 0xFDF0),
        range(0xFFF0, 0xFFF9),
        range(0xE0000, 0xE1000),
        *(range(end - 2, end) for end in range(0x10000, 0x110001, 0x10000)),
    )
    for point in points
)
"""Fillers, selectors and noncharacters, which nobody sees although their category does not say so."""
READABLE = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], exclude_characters=UNSEEN)


@for_any(st.text(READABLE, min_size=1, max_size=50).filter(str.strip))
def test_a_text_once_clean_stays_as_it_is(text: str) -> None:
    clean = Noted(text=text).text
    assert Noted(text=clean).text == clean == unicodedata.normalize("NFC", clean)
    assert json.loads(canonical(clean)) == clean


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Month, ["1999-12", "2026-01"], ["2026-1", "2026-13", "2026-00", "26-01", "2101-01", "2026-01\n", "20٢٦-01"]),
        (Slug, ["k2", "ni-ms"], ["K2", "-k2", "k2-", "k--2", "", "x" * 61, "k_2"]),
        (Ags, ["03", "03358", "03358001"], ["3", "033", "0335", "033580", "ab", "0٣"]),
        (Year, [2011, 2026], [2010, 2100, "2026", 2026.0, True]),
        (Day, ["2026-02-28", date(2026, 2, 28)], ["2026-02-30", "28.02.2026", "20260228", 0, NOON]),
        (AgreementId, ["2026.4.03.03358.1"], ["", "ab", "A.b.c", "a b c", "a/b"]),
    ],
)
def test_names_months_and_years_have_one_form(kind: Any, good: list[object], bad: list[object]) -> None:
    assert [value for value in good if not accepts(kind, value)] == []
    assert [value for value in bad if accepts(kind, value)] == []


def test_an_instant_has_four_digits_of_a_year_and_six_of_a_second() -> None:
    assert instant_text(datetime(382, 3, 16, 13, 18, 59, tzinfo=UTC)) == "0382-03-16T13:18:59.000000Z"
    assert instant_text(datetime.fromisoformat("2026-07-01T00:30:00.000001+02:00")) == "2026-06-30T22:30:00.000001Z"


def test_months_are_counted_over_the_turn_of_the_year() -> None:
    assert (shift("2026-01", -1), shift("2025-12", 1), shift("2026-02", -12)) == ("2025-12", "2026-01", "2025-02")
    assert span("2025-11", "2026-02") == ("2025-11", "2025-12", "2026-01", "2026-02")
    assert span("2026-02", "2026-01") == ()
    assert year_of("2026-02") == 2026


@for_any(MONTHS, st.integers(-24, 24))
def test_shifting_months_there_and_back_changes_nothing(month: str, by: int) -> None:
    assert shift(shift(month, by), -by) == month
    assert len(span(month, shift(month, abs(by)))) == abs(by) + 1
    assert (shift(month, by) > month) == (by > 0)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("0.05", 1, "0.1"),
        ("-0.05", 1, "-0.1"),
        ("0.0499999", 1, "0.0"),
        ("-0.0499999", 1, "0.0"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("3.5", 0, "4"),
        ("0.25", 2, "0.25"),
        ("7", 1, "7.0"),
        ("118/3880", 3, "0.030"),
        ("100000000000000000.333333333333", 12, "100000000000000000.333333333333"),
    ],
)
def test_a_half_is_rounded_away_from_zero(value: str, decimals: int, expected: str) -> None:
    assert str(rounded(Fraction(value), decimals)) == expected


@for_any(st.fractions(-(10**17), 10**17, max_denominator=10**6), st.integers(0, 12))
def test_rounding_is_to_the_nearest_and_the_same_on_both_sides_of_zero(value: Fraction, decimals: int) -> None:
    result = Fraction(rounded(value, decimals))
    assert abs(result - value) <= Fraction(1, 2 * 10**decimals)
    assert Fraction(rounded(-value, decimals)) == -result
    assert NUMBER.dump_python(exact_decimal(rounded(value, decimals))).count(".") == int(decimals > 0)


def test_the_canonical_form_is_sorted_dense_and_utf_8() -> None:
    assert canonical({"b": [1, None, True], "a": 'ü„"\\'}) == '{"a":"ü„\\"\\\\","b":[1,null,true]}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


def test_the_hash_of_terms_is_that_of_their_canonical_form() -> None:
    form = canonical(HEIDEKREIS.model_dump(mode="json"))
    assert sha256_of(HEIDEKREIS) == hashlib.sha256(form).hexdigest()
    assert Terms.model_validate_json(form) == HEIDEKREIS
    assert sha256_of(Terms.model_validate_json(form)) == sha256_of(HEIDEKREIS)


def test_the_hash_of_terms_tells_scales_apart() -> None:
    rounding = HEIDEKREIS.rounding.model_copy(update={"decimals": 2})
    assert sha256_of(HEIDEKREIS.model_copy(update={"rounding": rounding})) != sha256_of(HEIDEKREIS)
    assert sha256_of(Noted(text="a")) != sha256_of(Noted(text="b"))


def test_no_value_of_the_domain_changes_or_takes_fields_it_does_not_know() -> None:
    noted = Noted(text="a")
    with pytest.raises(ValidationError, match="frozen"):
        noted.text = "b"  # type: ignore[misc]
    assert not accepts(Noted, {"text": "a", "more": "b"})


def floats_in(source: str) -> list[int]:
    return [
        getattr(node, "lineno", 0)
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Attribute) and node.attr in {"inf", "nan", "fsum", "sqrt"})
    ]


def test_no_float_is_written_in_the_domain() -> None:
    sources = sorted(Path(*domain.__path__).rglob("*.py"))
    assert sources
    assert {source.name: found for source in sources if (found := floats_in(source.read_text("utf-8")))} == {}
    assert floats_in("share: float = 1 / 2\nrate = 0.5") == [1, 2]


@pytest.mark.parametrize("model", [Terms, Load, GoalResult])
def test_no_shape_of_the_domain_knows_numbers_but_integers(model: type[Frozen]) -> None:
    assert '"number"' not in json.dumps(model.model_json_schema(mode="serialization"))
    assert '"number"' not in json.dumps(model.model_json_schema(mode="validation"))

"""The plain values facts are made of: texts, names, months, decimals, and the one place that rounds."""

import hashlib
import json
import re
import unicodedata
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from domain.reasons import Said

_HIDDEN = (
    r"\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
)
"""Controls, invisible signs and noncharacters of the first plane."""
_BEYOND = "\U000e0000-\U000e0fff" + "".join(
    chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17)
)
"""Tags and noncharacters of the other planes."""
UNREADABLE = re.compile(rf"[{_HIDDEN}{_BEYOND}\ud800-\udfff]")
_FIRST_PLANE = re.compile(rf"[{_HIDDEN}\ud800-\udfff]")
"""The same as far as almost every text goes; without ranges beyond the first plane it is fifteen times as fast."""
ISO_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
PLAIN_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?")


class Frozen(BaseModel):
    """A value that never changes and knows no field beside its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, validate_default=True)


def clean_text(text: object) -> object:
    """The text in Unicode NFC without surrounding blanks; raises ValueError for characters nobody can read."""
    if not isinstance(text, str):
        return text
    if text.isascii() and text.isprintable():
        return text.strip()
    if _FIRST_PLANE.search(text) or (_goes_beyond(text) and UNREADABLE.search(text)):
        raise PydanticCustomError("unreadable-text", "Der Text enthält Steuerzeichen oder Zeilenumbrüche.")
    return unicodedata.normalize("NFC", text).strip()


def _goes_beyond(text: str) -> bool:
    """Whether a text has characters beyond the first plane, which take four bytes in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def day(value: object) -> object:
    """A day as a date or written JJJJ-MM-TT; raises ValueError for anything else."""
    if isinstance(value, str) and ISO_DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("no-day", "Erwartet wird ein Tag als JJJJ-MM-TT.")


Day = Annotated[date, BeforeValidator(day, json_schema_input_type=date)]
_TEXT_SCHEMA = {
    "type": "string",
    "minLength": 1,
    "maxLength": 4000,
    "pattern": rf"^[^{_HIDDEN}]*[^\s{_HIDDEN}][^{_HIDDEN}]*$",  # beyond the first plane, ECMA-262 needs a flag
}
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=4000),
    BeforeValidator(clean_text),
    WithJsonSchema(_TEXT_SCHEMA),
]
T = TypeVar("T")


def _kept(value: object, read: ValidatorFunctionWrapHandler, info: ValidationInfo) -> object:
    if isinstance(value, Said):
        return value
    return (info.context and info.context.get(value)) or read(value)


Words = Annotated[str, WrapValidator(_kept)]
"""A text of the service that keeps what it was said from; where it is read back, the context knows that by the text."""
SomeonesText = Annotated[Text, WrapValidator(_kept)]
"""A text of people, or one of the service that keeps what it was said from."""
MOST = 1000
"""Members a list of a request may have; the longest of a real agreement have some dozens."""
Several = Annotated[tuple[T, ...], Field(max_length=MOST)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Month = Annotated[str, StringConstraints(pattern=r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$")]
Year = Annotated[int, Field(strict=True, ge=2011, le=2099)]
AGREEMENT_ID = r"^[a-z0-9.-]{3,200}$"
AgreementId = Annotated[str, StringConstraints(pattern=AGREEMENT_ID)]
PartyId = Slug
PersonId = Slug
GoalId = Slug
LineId = Slug
DialogId = Slug
DeliveryId = Slug
FileId = Slug


def exact_decimal(value: object) -> Decimal:
    """A decimal in plain notation with its scale kept; raises ValueError for numbers, exponents, infinity and −0."""
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        plain = isinstance(exponent, int) and -12 <= exponent <= 0 and value.adjusted() < 18
        if plain and (value or not value.is_signed()):
            return value
        value = format(value, "f")
    if not isinstance(value, str) or not PLAIN_DECIMAL.fullmatch(value):
        raise PydanticCustomError(
            "no-decimal", "Erwartet wird eine Dezimalzahl in einfacher Schreibweise als Text, zum Beispiel „5.3“."
        )
    if value.startswith("-") and not value.strip("-0."):
        raise PydanticCustomError("minus-zero", "Minus null ist keine Zahl dieser Vereinbarung.")
    return Decimal(value)


Number = Annotated[
    Decimal,
    BeforeValidator(exact_decimal),
    PlainSerializer(lambda value: format(value, "f"), return_type=str),
    WithJsonSchema({"type": "string", "pattern": rf"^(?!-[0.]+$){PLAIN_DECIMAL.pattern}$"}),
]


def instant_text(instant: datetime) -> str:
    """An instant in UTC with six digits of a second."""
    return f"{instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def instant(value: object) -> object:
    """An instant in UTC, from one written with date, time and zone (RFC 3339); raises ValueError for anything else."""
    with suppress(ValueError, OverflowError):
        if isinstance(value, str) and ISO_INSTANT.fullmatch(value):
            value = datetime.fromisoformat(value.upper())
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(UTC)
    raise PydanticCustomError(
        "no-instant",
        "Erwartet wird ein Zeitpunkt mit Zone, etwa „2026-06-30T12:00:00Z“; in einer Adresse steht „+“ als %2B.",
    )


Instant = Annotated[
    datetime,
    BeforeValidator(instant),
    PlainSerializer(instant_text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]


def fraction_of(text: str) -> Fraction:
    """An exact number as we write it, "n/d" or "n"; several times as fast as what reads any notation."""
    numerator, _, denominator = text.partition("/")
    return Fraction(int(numerator), int(denominator or 1))


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value with so many decimals, half away from zero: the only rounding there is."""
    magnitude = (2 * abs(value.numerator) * 10**decimals + value.denominator) // (2 * value.denominator)
    return Decimal(f"{-magnitude if value < 0 else magnitude}E-{decimals}")


def decimals_of(number: Decimal) -> int:
    """How many decimals a number is written with."""
    return max(0, -int(number.as_tuple().exponent))


def year_of(month: Month) -> int:
    """The calendar year of a month."""
    return int(month[:4])


@lru_cache(maxsize=4096)
def shift(month: Month, by: int) -> Month:
    """The month so many months later (earlier when negative)."""
    count = year_of(month) * 12 + int(month[5:]) - 1 + by
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


@lru_cache(maxsize=4096)
def span(first: Month, last: Month) -> tuple[Month, ...]:
    """Every month from the first to the last, both included; empty when the last comes before the first."""
    months = []
    while first <= last:
        months.append(first)
        first = shift(first, 1)
    return tuple(months)


def canonical(value: Any) -> bytes:
    """The value as canonical JSON (RFC 8785); numbers other than integers never occur, keys are ASCII."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def sha256_of(value: Frozen) -> Sha256:
    """The SHA-256 of a value's canonical form, in hex."""
    return hashlib.sha256(canonical(value.model_dump(mode="json"))).hexdigest()

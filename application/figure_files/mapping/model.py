"""A mapping as its small TOML file says it."""

import hashlib
import tomllib
from enum import StrEnum
from typing import Annotated, Any, Self
from unicodedata import normalize

from pydantic import Field, StringConstraints, ValidationError, model_validator

from application.figure_files.intake import cell_values as words
from application.figure_files.mapping.misfit import NO_LINES, NO_TOML, TOO_LONG, WRONG
from domain.facts.figure_files import MappingName
from domain.facts.figure_files import is_line as fits_in
from domain.measures import MeasureCode
from domain.parties import Ags
from domain.rulebook.figures import MAPPING_UNREADABLE
from domain.values import Frozen, Sha256

LONGEST = 64 * 1024
"""Characters of a mapping."""
Heading = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]


class CarrierKind(StrEnum):
    """How a table names carriers."""

    AGS = "ags"
    BA = "ba"
    NAME = "name"


class Carrier(Frozen):
    """Where the carrier stands: in a column, or it is one for the whole table, said here or beside the file."""

    column: Heading | None = None
    kind: CarrierKind = CarrierKind.AGS
    constant: Ags | None = None
    names: dict[Word, Ags] = Field(default_factory=dict)
    """The official key (AGS) of each carrier number or name; of numbers the agreements know theirs."""
    only: tuple[Ags, ...] = ()
    """Carriers to take; empty takes all that have agreements."""

    @model_validator(mode="after")
    def _stands_somewhere(self) -> Self:
        if self.column and self.constant:
            raise ValueError("carrier: entweder column oder constant")
        if self.kind is CarrierKind.NAME and self.column and not self.names:
            raise ValueError("carrier: names sagt, welcher amtliche Schlüssel zu welchem Namen gehört")
        return self


class Meaning(Frozen):
    """What a heading or label stands for; what it leaves out stands elsewhere."""

    measure: MeasureCode | None = None
    form: Word | None = None
    sex: Word | None = None
    month: Word | None = None
    waited: Word | None = None
    loaded_on: Word | None = None
    part: Annotated[str, StringConstraints(pattern="^(value|numerator|denominator)$")] = "value"

    @model_validator(mode="after")
    def _is_read(self) -> Self:
        for name, said, read in (
            ("form", self.form, words.form),
            ("sex", self.sex, words.sex),
            ("month", self.month, words.month),
            ("waited", self.waited, words.waited),
            ("loaded_on", self.loaded_on, words.day),
        ):
            if said is not None and read(said) is None:
                raise ValueError(f"{name}: „{said}“ ist unbekannt")
        return self


class Keys(Frozen):
    """What says which figure it is, by heading of a column, by cell such as B2, or the same everywhere."""

    measure: Heading | None = None
    form: Heading | None = None
    sex: Heading | None = None
    month: Heading | None = None
    waited: Heading | None = None
    loaded_on: Heading | None = None


class Mapping(Frozen):
    """What stands where in the tables of one source."""

    name: MappingName
    title: Word
    source: Heading
    """Where tables of this kind come from, and the description they were understood by."""
    sheets: tuple[Word, ...] = ()
    """Sheets to read, by name or its beginning with * at the end; empty reads the only one whose header fits."""
    header: Heading
    """The text that the header row begins with."""
    header_rows: Annotated[int, Field(ge=1, le=5)] = 1
    """Rows of headings, read together from top to bottom; empty cells of upper rows continue the cell to their left."""
    skip: Annotated[int, Field(ge=0, le=20)] = 0
    """Rows below the headings without figures."""
    ends: Heading | None = None
    """The text that the first row below the figures begins with; without it the table ends with the sheet."""
    carrier: Carrier = Carrier()
    constant: Keys = Keys()
    column: Keys = Keys()
    cell: Keys = Keys()
    values: dict[Heading, Meaning] = Field(default_factory=dict)
    """What the headings of columns with figures stand for; empty where months are the headings."""
    labels: dict[Heading, Meaning] = Field(default_factory=dict)
    """What the labels in the column `measure` stand for, or of those below a row without figures "row / label"."""
    marks: dict[Word, Annotated[str, StringConstraints(pattern="^(gesperrt|fehlt|null)$")]] = Field(
        default_factory=dict
    )
    """Signs of this source in place of a figure; null is a figure of zero."""

    @model_validator(mode="after")
    def _says_everything(self) -> Self:
        if self.labels and self.column.measure is None:
            raise ValueError("labels: column.measure sagt, in welcher Spalte sie stehen")
        if not (self.values or self.labels or self.constant.measure or self.column.measure):
            raise ValueError("values, labels, constant.measure oder column.measure sagt, welche Kennzahl eine Zahl ist")
        return self


class Written(Frozen):
    """A mapping with the lines it was read from; their hash, each ended by a line feed, names it."""

    mapping: Mapping
    lines: tuple[str, ...]
    sha256: Sha256


def read(text: str) -> Written:
    """A mapping from its TOML text; refuses what is none, and says where."""
    MAPPING_UNREADABLE.refuse_if(len(text) > LONGEST, why=TOO_LONG)
    lines = tuple(line.expandtabs(4).rstrip() for line in normalize("NFC", text).splitlines())
    MAPPING_UNREADABLE.refuse_if(not all(map(fits_in, lines)), why=NO_LINES)
    whole = "".join(f"{line}\n" for line in lines)
    try:
        mapping = Mapping.model_validate(tomllib.loads(whole))
    except (tomllib.TOMLDecodeError, UnicodeEncodeError, RecursionError):
        MAPPING_UNREADABLE.refuse(why=NO_TOML)
    except ValidationError as trouble:
        MAPPING_UNREADABLE.refuse(why=WRONG.of(where=_where(trouble.errors()[0])))
    return Written(mapping=mapping, lines=lines, sha256=hashlib.sha256(whole.encode()).hexdigest())


def _where(error: Any) -> str:
    """The place of an error in the file, or what it says of itself."""
    own = str(error.get("ctx", {}).get("error", "")) if error["type"] == "value_error" else ""
    return own or ".".join(map(str, error["loc"])) or "insgesamt"

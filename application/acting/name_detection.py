"""Whether a text names a person: the ways one is named in German, as patterns over texts in one spelling."""

import re
from collections.abc import Iterable
from functools import cached_property

from application.acting.name_spelling import PARTICLE, SHORT, bare, parts, words
from application.ports import Person

_OFFICE = (
    r"(?i:[\w-]{0,40}(?:(?:minister|sekretaer|dezernent|referent|praesident|direktor|leiter|meister|fuehrer"
    r"|sprecher|kaemmerer|pruefer|controller|senator)(?:in)?|(?:beauftragte|geordnete|vorsitzende)[rn]?"
    r"|(?:land|kreis|stadt|ministerial|regierungs|amts|ober)(?:rat|raetin)) )"
)
_ADDRESS = (
    r"(?i:(?:frau|fr|herrn?|hrn?|familie|eheleute|dr|prof|doktor|professor(?:in)?|kollegin|kollege"
    r"|(?<!die )kollegen|gez|i\. ?[av])(?:\. ?| ))"
)
_ABBREVIATION = r"(?i:(?:[a-z]|dent|dipl|hab|ing|jur|mag|med|nat|oec|phil|pol|rer|theol)\.[ -]?)"
_ADDRESSED = rf"(?:{_ADDRESS}|{_OFFICE})(?:{_ADDRESS}|{_OFFICE}|{_ABBREVIATION}){{0,5}}"
"""Between title and name stand other titles, offices and initials, and no other words: "Frau Meier will das nicht"."""
_PLAINLY = rf"(?i:(?:frau|herrn?|dr|prof|doktor|professor(?:in)?)(?:\. ?| ))(?:{_ADDRESS}|{_ABBREVIATION}){{0,5}}"
"""What alone makes a name of an ordinary word: "Fr. Mai" and "der Leiter Freitag" are none."""
_NUMBERED = "".join(
    rf"(?<!\b(?i:{word}) )"
    for word in (
        *("anlage", "abschnitt", "buchstabe", "gruppe", "kapitel", r"lit\.", "punkt", "tabelle", "teil", "variante"),
        *("ziel", "ziffer"),
    )
)
"""What has letters for numbers: "Anlage A. Land und Kommune"."""
_NO_ABBREVIATION = r"(?<!\.)(?<!\b[a-z]\. )"
""""z. B. Klein" has no initial."""
_NEVER = "(?!)"
_ORDINARY = frozenset(
    (
        *("januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november"),
        *("dezember", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "fruehling"),
        *("fruehjahr", "sommer", "herbst", "winter", "anfang", "mitte", "ende", "land", "kreis", "stadt", "markt"),
        *("recht", "arbeit", "jung", "alt", "neu", "gross", "klein", "stark", "lang", "kurz"),
    )
)
"""Family names that are words of these texts as well."""
_MONTHS = ("januar", "februar", "maerz", "april", "mai", "juni", "juli", "august")
"""Those that are names as well."""


class Naming:
    """How one person is named."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._family = [_rough(part) for part in words(person.family_name)]

    def stands_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts, in one spelling, names the person so that nobody and nothing else can be meant.

        A single family name standing alone is not taken for one: most are ordinary words as well. In a text with
        capitals names have them too; one without, as keys and addresses are, says nothing by its case.
        """
        return self.stands_near((_rough(text), text) for text in texts)

    def stands_near(self, texts: Iterable[tuple[str, str]]) -> bool:
        """The same for texts beside what is the same for every way to write them, which spares most the pattern."""
        near = (text for rough, text in texts if self._family and all(part in rough for part in self._family))
        near = (text for text in near if self._at_all.search(text))
        return any((self._in_small_letters if text.islower() else self._in_prose).search(text) for text in near)

    @cached_property
    def _at_all(self) -> re.Pattern[str]:
        """What every way has in common; quickly seen not to be there."""
        return re.compile(rf"{_family(self._person)}(?:'?s)?(?:(?![\w-])|[._-]*{_given(self._person)})")

    @cached_property
    def _in_prose(self) -> re.Pattern[str]:
        return re.compile(_in_prose(self._person))

    @cached_property
    def _in_small_letters(self) -> re.Pattern[str]:
        return re.compile(_in_small_letters(self._person))


def named(people: Iterable[Person], texts: Iterable[str]) -> Person | None:
    """The first who is named in one of the texts, in one spelling, or None."""
    rough = [(_rough(text), text) for text in texts]
    return next((person for person in people if Naming(person).stands_near(rough)), None)


def _rough(text: str) -> str:
    text = text.lower()
    for written, rough in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("'", "")):
        text = text.replace(written, rough)
    return text


def _ways_to_write(name: str, *, capital: bool = False) -> list[str]:
    """A pattern for each word of a name; the first letter is a capital when it has to be, and is one in the name."""

    def way(word: str) -> str:
        pattern = re.escape(word).replace("'", "'?")
        small = not capital or not word[0].isupper() or PARTICLE.fullmatch(word.lower())
        return f"(?i:{pattern})" if small else f"{pattern[0]}(?i:{pattern[1:]})"

    return [f"(?:{'|'.join(map(way, sorted(set(two))))})" for two in zip(words(name), words(bare(name)), strict=True)]


def _family(person: Person, *, capital: bool = False) -> str:
    return " ?[ -] ?".join(_ways_to_write(person.family_name, capital=capital))


def _in_prose(person: Person) -> str:
    family, any_family = _family(person, capital=True), _family(person)
    given, any_given = _given(person, capital=True), _given(person)
    initial, any_initial = _initial(person, capital=True), f"(?i:{_initial(person)})"
    ways = [
        *_addressed(person, family),
        rf"{given}(?:[ -](?:[A-Z][\w'-]{{0,40}}|[A-Za-z]\.|{given})){{0,2}}(?: | ?- ?){family}",
        f"{given}{family}",
        rf"{any_given}[._-]+{any_family}|{any_family}[._-]+{any_given}",
        rf"{_NUMBERED}{_NO_ABBREVIATION}{initial}\. ?(?:-?[A-Z]\. ?)*{family}",
        rf"(?<!\.){any_initial}(?:[._]{any_family}|{any_family}(?=@))",
        rf"{family} ?, ?{initial}\.(?: ?-?[A-Z]\.)*",
        *_doubled(person, family),
    ]
    if parts(person.family_name)[-1] not in _MONTHS:  # "ab Mai, August"
        ways.append(f"{family}(?: ?, ?| ){given}")
    return _whole(ways)


def _in_small_letters(person: Person) -> str:
    family = _family(person)
    given, initial = _given(person), _initial(person)
    joined = "?" if len("".join(parts(person.family_name))) > SHORT else ""
    return _whole(
        [
            *_addressed(person, family),
            rf"{given}(?:[ ._-]{{1,3}}{given}){{0,2}}(?:[ ._-]{{1,3}}){joined}{family}",
            rf"{family}(?: ?, ?|[ ._-]){joined}{given}",
            rf"{_NUMBERED}{_NO_ABBREVIATION}{initial}(?:\. |[ ._-]){joined}{family}",
            rf"{family} ?, ?{initial}\.",
            *_doubled(person, family),
        ]
    )


def _addressed(person: Person, family: str) -> list[str]:
    """After a form of address; a number behind it makes it a month or a day: "Frauen Mai 2026"."""
    if parts(person.family_name)[-1] in _ORDINARY:
        return [rf"{_PLAINLY}{family}(?! ?\d)"]
    return [rf"{_ADDRESSED}{family}(?! ?\d)", rf"(?i:frauen|herren) {family}(?= und [A-Z])"]


def _given(person: Person, *, capital: bool = False) -> str:
    return f"(?:{'|'.join(_ways_to_write(person.given_name, capital=capital)) or _NEVER})"


def _initial(person: Person, *, capital: bool = False) -> str:
    first = {word.strip("'")[:1] for name in (person.given_name, bare(person.given_name)) for word in words(name)}
    letters = "".join(sorted(first))
    return f"[{letters.upper() if capital else letters.lower()}]" if letters else _NEVER


def _doubled(person: Person, family: str) -> list[str]:
    return [family] if sum(not PARTICLE.fullmatch(part) for part in parts(person.family_name)) > 1 else []


def _whole(ways: Iterable[str]) -> str:
    # The s is the genitive; a hyphen makes it another name.
    return rf"(?<![\w-])(?:{'|'.join(ways)})(?:'?s)?(?![\w-])"

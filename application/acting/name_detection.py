"""Whether a text names a person: the ways one is named in German, as patterns over texts in one spelling."""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cached_property

from application.acting.name_spelling import PARTICLE, SHORT, bare, parts, roughly, words
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
"""The only forms that make a name of an ordinary word: "Fr. Mai" and "der Leiter Freitag" are no names."""
_NUMBERED = "".join(
    rf"(?<!\b(?i:{word}) )"
    for word in (
        *("anlage", "abschnitt", "buchstabe", "gruppe", "kapitel", r"lit\.", "punkt", "tabelle", "teil", "variante"),
        *("ziel", "ziffer"),
    )
)
"""Words followed by letters instead of numbers: "Anlage A. Land und Kommune"."""
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
"""Months that are given names as well."""
BEFORE, BEHIND = 160, 60
"""How many characters before and behind a family name can hold what belongs to it."""


class Naming:
    """How one person is named."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self._family = [roughly(part) for part in words(person.family_name)]

    def stands_in(self, texts: Iterable[str]) -> bool:
        """Whether one of the texts, in one spelling, names the person so that nobody and nothing else can be meant.

        A single family name standing alone is not taken for one: most are ordinary words as well. In a text with
        capitals names have them too; one without, as keys and addresses are, says nothing by its case.
        """
        return self.stands_near((roughly(text), text) for text in texts)

    def may_stand_in(self, rough: str) -> bool:
        """Whether every word of the family name stands somewhere in a text without regard to its exact spelling."""
        return bool(self._family) and all(part in rough for part in self._family)

    def family_suffices(self, text: str) -> bool:
        """Whether the text names somebody of this family name, whatever the given name."""
        return bool((self._alone_in_small_letters if text.islower() else self._alone_in_prose).search(text))

    def stands_near(self, texts: Iterable[tuple[str, str]]) -> bool:
        """The same for texts beside what is the same for every way to write them, which spares most the pattern."""
        near = (text for rough, text in texts if self.may_stand_in(rough))
        near = (text for text in near if self._at_all.search(text))
        return any((self._in_small_letters if text.islower() else self._in_prose).search(text) for text in near)

    @cached_property
    def _at_all(self) -> re.Pattern[str]:
        """A quick test: the part that every way of naming has in common."""
        return re.compile(rf"{_family(self._person)}(?:'?s)?(?:(?![\w-])|[._-]*{_given(self._person)})")

    @cached_property
    def _alone_in_prose(self) -> re.Pattern[str]:
        return re.compile(_whole(_by_family(self._person, _family(self._person, capital=True))))

    @cached_property
    def _alone_in_small_letters(self) -> re.Pattern[str]:
        return re.compile(_whole(_by_family(self._person, _family(self._person))))

    @cached_property
    def _in_prose(self) -> re.Pattern[str]:
        return re.compile(_in_prose(self._person))

    @cached_property
    def _in_small_letters(self) -> re.Pattern[str]:
        return re.compile(_in_small_letters(self._person))


def named(people: Iterable[Person], texts: Iterable[str]) -> Person | None:
    """The first who is named in one of the texts, in one spelling, or None.

    Patterns are built once per family name that stands in a text, and for a person only where the given name or its
    initial stands near: a text costs the same however many share a name it does not say.
    """
    rough = [(roughly(text), text) for text in texts]
    order = [*people]
    families: dict[tuple[str, ...], list[Person]] = {}
    for person in order:
        families.setdefault(tuple(words(person.family_name)), []).append(person)
    found = [_named_of_family(members, rough) for members in families.values()]
    return min((person for person in found if person), key=order.index, default=None)


def _named_of_family(members: Sequence[Person], rough: Iterable[tuple[str, str]]) -> Person | None:
    """The first of several persons of one family name who is named."""
    naming = Naming(members[0])
    texts = [(loose, text) for loose, text in rough if naming.may_stand_in(loose)]
    family = re.compile(_family(members[0])) if texts else None
    spots = [(text, spot.span()) for _, text in texts if family for spot in family.finditer(text)]
    if not spots:
        return None
    if any(naming.family_suffices(text) for _, text in texts):
        return members[0]
    around = {text[max(0, start - BEFORE) : end + BEHIND] for text, (start, end) in spots}
    initial = re.compile(rf"(?<![^\W_])[^\W\d_](?=[\W_]|{_family(members[0])})")
    initials = {letter.lower() for text in around for letter in initial.findall(text)}
    around = {spelling for text in around for spelling in (text.lower(), roughly(text))}
    near = (one for one in members if _given_is_near(one, around, initials))
    return next((one for one in near if Naming(one).stands_near(texts)), None)


def _given_is_near(person: Person, around: Iterable[str], initials: Container[str]) -> bool:
    """Whether a word of the given name, or its initial, stands in what surrounds the family name."""
    given = {
        word.strip("'").lower()[: BEHIND // 2]
        for name in (person.given_name, bare(person.given_name))
        for word in words(name)
    }
    return any(word[0] in initials for word in given) or any(
        word in text or roughly(word) in text for text in around for word in given
    )


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
        *_by_family(person, family),
        rf"{given}(?:[ -](?:[A-Z][\w'-]{{0,40}}|[A-Za-z]\.|{given})){{0,2}}(?: | ?- ?){family}",
        f"{given}{family}",
        rf"{any_given}[._-]+{any_family}|{any_family}[._-]+{any_given}",
        rf"{_NUMBERED}{_NO_ABBREVIATION}{initial}\. ?(?:-?[A-Z]\. ?)*{family}",
        rf"(?<!\.){any_initial}(?:[._]{any_family}|{any_family}(?=@))",
        rf"{family} ?, ?{initial}\.(?: ?-?[A-Z]\.)*",
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
            *_by_family(person, family),
            rf"{given}(?:[ ._-]{{1,3}}{given}){{0,2}}(?:[ ._-]{{1,3}}){joined}{family}",
            rf"{family}(?: ?, ?|[ ._-]){joined}{given}",
            rf"{_NUMBERED}{_NO_ABBREVIATION}{initial}(?:\. |[ ._-]){joined}{family}",
            rf"{family} ?, ?{initial}\.",
        ]
    )


def _by_family(person: Person, family: str) -> list[str]:
    """The ways that need no given name."""
    return [*_addressed(person, family), *_doubled(person, family)]


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

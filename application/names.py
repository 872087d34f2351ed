"""Whether a text names a person: what counts as the same spelling, and the ways one is named in German."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from application.ports import Person

_ONE_SPELLING = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("‘’ʼ`", "'")
)
_ADDRESSED = r"(?i:frau|fr|herrn?|hrn?|dr|prof|doktor|professor(?:in)?|kollegen?|kollegin)(?:\. ?| )"
_IN_OFFICE = r"(?i:minister(?:in)?|staatssekretaer(?:in)?|landrat|landraetin|dezernent(?:in)?) "
_BETWEEN = r"(?:[A-Z][\w-]*\.? |[A-Za-z]{1,6}\. ?){0,3}"
"""What may stand between title and name: other titles, offices and given names, "med." and the like."""
_PARTICLE = re.compile("a[mnu]f?|d[aeiou]|de[lmnr]|dos|im|l[ae]|te[nr]|van|vo[mn]|zu[mr]?")


def spelled(text: str) -> str:
    """The text in the one spelling that names are compared in; its case stays."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    text = unicodedata.normalize("NFKC", text)
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")  # soft hyphens and such
    text = unicodedata.normalize("NFKD", text.translate(_ONE_SPELLING))
    return " ".join("".join(sign for sign in text if not unicodedata.combining(sign)).split())


def apart(name: str) -> str:
    """The words of a key, an address or a file's name, which hold no blanks to tell them by."""
    words = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", unquote(name))
    return " ".join(re.sub(r"[\W_]+", " ", spelled(words)).split())


def parts(name: str) -> list[str]:
    """The single names in a given or family name, in one spelling and small letters."""
    return [part for part in re.split(r"[^\w']+", spelled(name).lower()) if part]


def is_named(person: Person, texts: Iterable[str]) -> bool:
    """Whether one of the texts, in one spelling, names the person so that nobody else or nothing else can be meant.

    A single family name standing alone is not taken for one: most are ordinary words as well.
    """
    family = parts(person.family_name)
    near = [text for text in texts if all(part in text.lower() for part in family)]  # spares most the pattern
    return bool(near) and any(map(re.compile(_named(person, family)).search, near))


def tells_family_name(person: Person, texts: Iterable[str]) -> bool:
    """Whether a word of the family name stands in one of the texts, in one spelling, whatever it means there."""
    words = {word for text in texts for part in apart(text).lower().split() for word in (part, part.removesuffix("s"))}
    return any(part in words for part in parts(person.family_name) if not _PARTICLE.fullmatch(part))


def _named(person: Person, family_parts: list[str]) -> str:
    family = f"(?i:{' ?[ -] ?'.join(map(re.escape, family_parts))})"
    given = [re.escape(part) for part in parts(person.given_name)]
    initials = "".join(sorted({part[0] for part in parts(person.given_name)}))
    ways = [f"{_ADDRESSED}{_BETWEEN}{family}", f"{_IN_OFFICE}{family}"]
    if sum(not _PARTICLE.fullmatch(part) for part in family_parts) > 1:
        ways.append(family)
    if given:
        one = f"(?i:{'|'.join(given)})"
        ways += [
            rf"{one}(?:[ -](?:[A-Z][\w'-]*|[A-Za-z]\.|{one})){{0,2}}[ ._-]{{1,3}}{family}",
            rf"{family}(?: ?, ?|[ ._-]){one}",
            *(f"(?i:{name}){family}" for name in given if min(len(name), len("".join(family_parts))) > 2),
        ]
    if initials := re.sub(r"\W", "", initials):
        # "z. B." is no initial, and small ones are those of addresses: j.grote@…
        ways += [
            rf"(?<!\.)(?<!z\. )[{initials.upper()}]\. ?(?:-?[A-Z]\. ?)*{family}",
            rf"(?<!\.)[{initials}][._]{family}",
            rf"{family} ?, ?[{initials.upper()}]\.",
        ]
    # The s is the genitive; a hyphen makes it another name.
    return rf"(?<![\w-])(?:{'|'.join(ways)})(?:'?s)?(?![\w-])"

"""How names are written: what counts as the same spelling."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from application.ports import Person

_ONE_SPELLING = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
    # Letters that no mark can be taken off.
    | {"æ": "ae", "Æ": "Ae", "ø": "oe", "Ø": "Oe", "œ": "oe", "Œ": "Oe"}
    | {"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"}
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("‘’ʼ`", "'")
)
PARTICLE = re.compile("a[mn]|au[fs]|d[aeiou]|de[lmnr]|dos|im|l[ae]|te[nr]|van|vo[mn]|zu[mr]?")
SHORT = 3
"""Names no longer than that are pieces of too many words, and of random ids."""
TELLING = 12
"""Consonants that are enough to tell a text that may hold a name."""
LONGEST = 60
"""Longest word that is looked up in the register."""


def spelled(text: str) -> str:
    """The text in the one spelling that names are compared in; its case stays."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    text = unicodedata.normalize("NFKC", text)
    if (plain := text.translate(_ONE_SPELLING)).isascii():
        return " ".join(plain.split())
    text = _BEYOND_ASCII.sub(_without_formats, text)
    text = unicodedata.normalize("NFKD", text.translate(_ONE_SPELLING))
    return " ".join(_BEYOND_ASCII.sub(_without_marks, text).split())


_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def _without_formats(signs: re.Match[str]) -> str:
    return "".join(sign for sign in signs[0] if unicodedata.category(sign) != "Cf")  # soft hyphens and such


def _without_marks(signs: re.Match[str]) -> str:
    return "".join(sign for sign in signs[0] if not unicodedata.combining(sign))


def apart(name: str) -> str:
    """The words of a key, an address or a file's name, which has no spaces between them; all in small letters."""
    marked = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", unquote(name))
    return " ".join(re.sub(r"[\W_]+", " ", spelled(marked)).lower().split())


def parts(name: str) -> list[str]:
    """The single names in a given or family name, in one spelling and small letters."""
    return [part.lower() for part in words(name)]


def tells_family_name(person: Person, texts: Iterable[str], keys: Iterable[str] = ()) -> bool:
    """Whether a word of the family name stands in one of the texts, in one spelling, whatever it means there.

    In keys, which are told apart, it may also be a piece of a word.
    """
    single = {word for text in texts for part in apart(text).split() for word in (part, part.removesuffix("s"))}
    keys = [*keys]
    single |= {word for key in keys for word in key.split()}
    told = [part for part in parts(person.family_name) if not PARTICLE.fullmatch(part)]
    return any(part in single or (len(part) > SHORT and any(part in key for key in keys)) for part in told)


def hint(family_name: str) -> re.Pattern[bytes]:
    """Finds every UTF-8 text that can name somebody of this name, and some others: looks at consonants alone.

    Anything beyond ASCII may stand for a letter, or between two.
    """
    beyond = r"[\xc0-\xff][\x80-\xbf]+"
    consonants = (re.sub("[^b-df-hj-np-rtv-z]", "", part) for part in parts(family_name))
    rarest = max(consonants, key=len, default="")[:TELLING]
    between = f"(?:[aeious0-9_'`]|{beyond})*"
    ligatures = r"\xef\xac[\x80-\x86]"  # one sign for several consonants
    pattern = f"(?i:{between.join(f'(?:{consonant}|{beyond})' for consonant in rarest)})|{ligatures}"
    return re.compile(pattern.encode("latin-1"))


def words(name: str) -> list[str]:
    """The same with their capitals."""
    return [part for part in re.split(r"[^\w']+", spelled(name)) if part.strip("'")]


def roughly(text: str) -> str:
    """The text in small letters, with umlauts and their substitutes written alike."""
    text = text.lower()
    for written, rough in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("'", "")):
        text = text.replace(written, rough)
    return text


_WRITTEN_UMLAUT = re.compile("(?<=[aou])e")
_AUTHORITY = re.compile(
    r"(?i)\b(?:landkreis|hansestadt|samtgemeinde|bundesland|jobcenter"
    r"|\w{0,40}(?:ministerium|behoerde|verwaltung|rechnungshof|dienststelle))\b|^(?:stadt|kreis|region|land|gemeinde) "
)


def is_office(name: str, offices: Iterable[str] = ()) -> bool:
    """Whether a name is that of an authority or of one of these offices, and so of nobody."""
    written = parts(name)
    single = any(set(written) <= set(parts(office)) for office in offices)
    return single or _AUTHORITY.search(spelled(name)) is not None


def lookup_word(person: Person) -> str | None:
    """The word under which the register finds a person: the family name's longest but for "von"; "" when it has none.

    None for a word too long to be looked up: such a person is always compared.
    """
    family = parts(person.family_name)
    telling = [part for part in family if not PARTICLE.fullmatch(part)]
    word = max(map(roughly, telling or family), key=len, default="")
    return word if len(word) <= LONGEST else None


def lookup_words(texts: Iterable[str]) -> set[str]:
    """Every word under which the register may hold somebody whom these texts name, in one spelling.

    A family name begins or ends a word: a given name or initial may be joined to it, and behind it may stand an s.
    """
    written = {word.lower() for text in texts for word in re.split(r"[^\w']+|_", text)}
    written |= {word.removesuffix("s").removesuffix("'") for word in written}
    found: set[str] = set()
    for word in written:
        rough = roughly(word)
        lengths = range(1, min(len(rough), LONGEST) + 1)
        found.update([rough[:length] for length in lengths], [rough[-length:] for length in lengths])
        # A family name may begin with the e that was taken for a part of an umlaut.
        if rough != word:
            end = word[-2 * LONGEST :]
            found.update([roughly(end[umlaut.start() :]) for umlaut in _WRITTEN_UMLAUT.finditer(end)])
    return found


def bare(name: str) -> str:
    """The name with umlauts and the like as the letters without their marks."""
    name = unicodedata.normalize("NFKD", name.translate(str.maketrans("æÆøØœŒ", "aAoOoO")))
    return "".join(sign for sign in name if not unicodedata.combining(sign))

"""Which characters a paper shows as they are; every other one is named by its code point, so that none is lost.

PDF/A and PDF/UA allow no character without a glyph, and Typst's own fonts have none for emoji or Chinese. A text of the
record may hold any character, and must not keep a paper from being printed.
"""

import re

INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that nobody sees and that turn the order of others."""
PLAIN = "\t\n -~\u2000-\u200a\u202f\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027\u20ac\u2212"
"""Western Latin letters and the signs of German texts."""
PRINTED = (
    PLAIN + "\u00ad\u0180-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"
    "\u05d0-\u05ea\u0621-\u063a\u0640-\u064a\u1e00-\u1eff\u2030-\u203a\u203c-\u2040\u2044-\u2052\u2070\u2071"
    "\u2074-\u208e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u25a0-\u25ff\u2713\u2717"
)
"""Latin, Greek, Cyrillic, Hebrew, Arabic, signs and arrows, as tried with Typst's own fonts."""
MARKS = "\u0300-\u0304\u0306-\u030c\u0323-\u0328\u032d\u032e\u0330\u0331"
"""Marks of DIN 91379, printed above and below plain letters."""
_NO_XML = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def in_print(text: str, known: str = PRINTED) -> str:
    """The text as it can be printed."""
    return re.sub(f"[^{known}{MARKS}]|(?<![A-Za-z])[{MARKS}]", _named, INVISIBLE.sub("[?]", text))


def in_text(text: str) -> str:
    """The text as a word processor can hold it."""
    return _NO_XML.sub(_named, INVISIBLE.sub("[?]", text))


def _named(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"

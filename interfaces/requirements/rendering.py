"""The document as HTML, as a part of a page or as a page of its own, and as a table."""

import re
from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from domain.german import spoken
from domain.record import GERMANY
from interfaces.clauses import clauses
from interfaces.requirements.document import Document, Law, Sentence, TiedSpan
from interfaces.requirements.printing import RESULTS, SHOWN
from interfaces.requirements.text import short

_COLUMNS = ("Stelle", "Fundstelle", "Worte", "Regel", "Szenario", "Beispiel", "Ergebnis", "Grund", "Einträge")

FEW = 3
"""Scenarios of a Regel that are listed before the others are folded."""
templates = Environment(
    loader=PackageLoader("interfaces.requirements"),
    autoescape=select_autoescape(default=True),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def in_pieces(sentence: Sentence) -> Iterator[tuple[str, TiedSpan | None]]:
    """The sentence's words in order, each piece with the span it is."""
    rest = sentence.says
    for span in sentence.spans:
        before, _, rest = rest.partition(span.words)
        yield before, None
        yield span.words, span
    yield rest, None


def open_placeholders(says: str) -> str:
    """A rule's sentence, with dots where a case has its own words."""
    return re.sub(r"\{[^}]*\}", "…", says)


def quoted(text: str) -> str:
    """A step with German quotation marks."""
    return re.sub(r'"([^"]*)"', r"„\1“", text)


templates.globals |= {"FEW": FEW, "SHOWN": SHOWN}
templates.filters |= {
    "short": short,
    "pieces": in_pieces,
    "result": RESULTS.__getitem__,
    "says": open_placeholders,
    "clause": {clause.id: clause.title for clause in clauses()}.__getitem__,
    "quoted": quoted,
    "day": spoken,
    "instant": lambda at: f"{at.astimezone(GERMANY):%d.%m.%Y, %H:%M} Uhr",
}


def as_part(document: Document, entries_at: str) -> Markup:
    """The document as a part of a page; `entries_at` is the address of the agreement's entries there."""
    return Markup(templates.get_template("document.html").render(**_told(document), entries_at=entries_at))


def as_page(document: Document) -> str:
    """The document as a page that stands alone, to be handed over or printed."""
    return templates.get_template("page.html").render(**_told(document), entries_at=None)


def stored(name: str) -> str:
    """A file that belongs to the page: its style or its search."""
    return files(__package__).joinpath("static", name).read_text("utf-8")


def matrix(document: Document) -> Iterator[tuple[str, ...]]:
    """Sentence, Regel, scenario, result and entries, a row for each play and each sentence without one."""
    laws = {law.address: law for law in document.laws}
    yield _COLUMNS
    for sentence in document.sentences:
        for span in sentence.spans:
            place = short(sentence.place), sentence.clause, span.words
            entries = " ".join(map(str, sentence.entries))
            if span.why_none:
                yield (*place, "", "", "", "", span.why_none, entries)
            for law in map(laws.__getitem__, span.laws):
                yield from ((*place, *row, entries) for row in _plays(law))
    for law in document.beside:
        yield from (("", " ".join(law.clauses), "", *row, "") for row in _plays(law))


def _plays(law: Law) -> Iterator[tuple[str, ...]]:
    for scenario in law.scenarios:
        for play in scenario.plays:
            example = ", ".join(play.cells)
            yield law.sentence, scenario.title, example, RESULTS[play.result], play.reason or ""


def _told(document: Document) -> dict[str, object]:
    plays = [play.result for law in document.laws for scenario in law.scenarios for play in scenario.plays]
    asking = [sentence for sentence in document.sentences if not sentence.heading]
    return {
        "document": document,
        "laws": {law.address: law for law in document.laws},
        "homes": document.homes,
        "entries": {entry.position: entry for entry in document.entries},
        "counts": {
            "sentences": len(asking),
            "tied": sum(any(span.laws for span in sentence.spans) for sentence in asking),
            "laws": len(document.laws),
            "plays": len(plays),
            "failed": plays.count("failed"),
            "missing": plays.count("missing"),
            "entries": len(document.entries),
        },
    }

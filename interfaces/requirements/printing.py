"""The document as a paper: the text with its Regeln and their results, then every Regel with its scenarios."""

from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby

from domain.german import spoken
from domain.record import GERMANY
from interfaces.papers import printing
from interfaces.papers.blocks import Block, Bullets, Heading, Paper, Paragraph, State, pairs
from interfaces.requirements.document import Document, Law, Result, Sentence
from interfaces.requirements.text import short

RESULTS: dict[Result, str] = {"passed": "bestanden", "failed": "nicht bestanden", "missing": "nicht gelaufen"}

SHOWN = 6
"""Entries that are listed under a sentence before the others are counted."""


def pdf(document: Document) -> bytes:
    """The document as PDF, to be handed over or printed."""
    run = document.run
    told = f"Prüflauf vom {run.at.astimezone(GERMANY):%d.%m.%Y}, Fassung {run.software}" if run else "ohne Prüflauf"
    state = State(
        load_state=told,
        entries=f"Regeln: {len(document.laws)} · Beispiele: {sum(law.plays for law in document.laws)}",
        checkpoint="",
        digest=sha256(document.model_dump_json().encode()).hexdigest(),
        known_at=None,
        made_at=run.at if run else document.built_at,
        software=document.software,
        note=None if run and run.current else f"gehört zu anderen Quellen als dieses Dokument ({document.software})",
    )
    return printing.pdf(
        Paper(
            title="Was die Vereinbarung verlangt, und was es belegt",
            subtitle="Der Wortlaut mit den Regeln des Dienstes und dem letzten Prüflauf",
            blocks=tuple(_blocks(document)),
            state=state,
            attached={},
        )
    )


def _blocks(document: Document) -> Iterator[Block]:
    laws = {law.address: law for law in document.laws}
    asking = [sentence for sentence in document.sentences if not sentence.heading]
    tied = sum(any(span.laws for span in sentence.spans) for sentence in asking)
    failed = [law.sentence for law in document.laws if law.result == "failed"]
    missing = sum(law.result == "missing" for law in document.laws)
    yield pairs(
        ("Sätze", f"{len(asking)}, davon {tied} mit Regeln; die übrigen sagen, warum nicht"),
        ("nicht bestanden", "; ".join(failed) or "keine Regel"),
        ("nicht gelaufen", f"{missing} Regeln" if missing else None),
        (
            "Einträge aus",
            f"{document.agreement_name} (Beispiel, erfundene Zahlen)" if document.agreement_name else None,
        ),
    )
    yield Heading("Der Wortlaut")
    for sentence in document.sentences:
        yield from _sentence(document, sentence, laws)
    yield Heading("Die Regeln und ihre Szenarien")
    for feature, found in groupby(document.laws, key=lambda law: law.feature):
        yield Heading(feature, 2)
        for law in found:
            yield Paragraph(f"{law.sentence} ({', '.join(law.clauses)})")
            yield Bullets(tuple(_scenarios(law)))


def _sentence(document: Document, sentence: Sentence, laws: dict[str, Law]) -> Iterator[Block]:
    if sentence.heading:
        yield Heading(sentence.says, 2)
        return
    yield Paragraph(f"{short(sentence.place)}: {sentence.says}")
    for span in sentence.spans:
        if len(sentence.spans) > 1 and span.laws:
            yield Paragraph(f"Zu „{span.words}“:", note=True)
        yield Bullets(tuple(_said(laws[address]) for address in span.laws) or (f"„{span.words}“: {span.why_none}",))
    if sentence.entries:
        yield Paragraph(f"{document.agreement_name or document.agreement}: {_entries(document, sentence)}", note=True)


def _said(law: Law) -> str:
    plays = "1\u00a0Beispiel" if law.plays == 1 else f"{law.plays}\u00a0Beispiele"
    return f"{law.sentence.rstrip('.')} – {RESULTS[law.result]} ({plays})"


def _entries(document: Document, sentence: Sentence) -> str:
    """The first entries about a sentence, and how many there are beside them."""
    known = {entry.position: entry for entry in document.entries}
    shown = [known[position] for position in sentence.entries[:SHOWN]]
    more = len(sentence.entries) - len(shown)
    told = ", ".join(f"{spoken(entry.occurred_on)} {entry.title}" for entry in shown)
    return f"{told} und {more} weitere" if more else told


def _scenarios(law: Law) -> Iterator[str]:
    for scenario in law.scenarios:
        reasons = "; ".join(play.reason for play in scenario.plays if play.reason)
        yield f"{scenario.title} – {RESULTS[scenario.result]}{': ' + reasons if reasons else ''}"

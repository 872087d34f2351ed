"""The whole record of an agreement, for the closing of the file."""

import re
from collections.abc import Iterator
from itertools import groupby

from application.reading.parts.deliveries import DeliveryEntry, deliveries
from application.reading.parts.dialogs import DialogEntry, Talk
from application.reading.parts.individual_goals import individual_goals
from application.reading.parts.terms_versions import terms_versions
from domain.facts.signing import Document
from domain.german import german
from domain.record import Record
from domain.terms import Passage
from domain.values import Frozen
from interfaces.german import numbers
from interfaces.papers.blocks import Block, Heading, Paper, Paragraph, Table, below, bullets, pairs, section
from interfaces.papers.extract import HOW_TO_CHECK
from interfaces.papers.follow_up import measures_table
from interfaces.papers.goals import data, last_report
from interfaces.papers.judging import decided
from interfaces.papers.pack import came_about, contents
from interfaces.papers.recorded import in_short, titled
from interfaces.papers.sources import Papered

SENTENCE = re.compile(r" Satz [0-9]+$")
NO_TEXT = "Der Wortlaut ist nicht erfasst; siehe die unterzeichnete Unterlage."


def record(of: Papered) -> Paper:
    """Everything about the agreement, with a table of contents."""
    found = of.decision
    blocks = [
        *section("Unterzeichnung", _signatures(of)),
        *contents(of, charts=True),
        *section("Zieldialoge", _talks(of)),
        *section("Berichte zu den Grundsätzen", _principles(of)),
        *(section("Gesamtbewertung", below(decided(of, found, found.present))) if found.present else ()),
        *section("Lieferungen", _deliveries(of)),
        *section("Unterlagen außerhalb des Protokolls", _documents(of)),
        *section("Wortlaut der Vereinbarung", _text(of), NO_TEXT),
        *section("Alle Einträge", _entries(of)),
        *section("Prüfen", [Paragraph(HOW_TO_CHECK)]),
    ]
    attached = data(of) | {"history": [one.model_dump(mode="json") for one in of.entries]}
    return Paper("Akte der Zielvereinbarung", of.subtitle, tuple(blocks), of.state, attached, contents=True)


def _signatures(of: Papered) -> Iterator[Block]:
    for version in terms_versions(of.counting).versions:
        holds = f"gilt ab {numbers.day(version.effective_from)}" if version.effective_from else "gilt von Anfang an"
        compared = numbers.day(version.confirmed.occurred_on) if version.confirmed else "nicht festgehalten"
        yield pairs(
            ("Fassung", f"{version.number}, {holds}"),
            ("Prüfsumme", version.terms_hash),
            *(
                (
                    "Unterzeichnet",
                    f"{of.party(one.party)}: {one.signatory.office}"
                    f"{f' ({one.signatory.capacity})' if one.signatory.capacity else ''}, {one.place},"
                    f" {numbers.day(one.source.occurred_on)}, {german(one.form)}",
                )
                for one in version.signatures
            ),
            ("Abgeglichen", compared),
        )


def _talks(of: Papered) -> Iterator[Block]:
    for one in of.dialogs:
        day = f" am {numbers.day(one.held.held_on)}" if one.held else ""
        yield Heading(f"Zieldialog{day} ({german(one.kind)})", 2)
        if one.held is None:
            yield Paragraph(f"{numbers.first_upper(came_about(one))}.")
            yield from bullets(_reasons(one))
            continue
        yield pairs(*_talk(of, one, one.held))
        yield from measures_table(one.held.measures, of)


def _reasons(one: DialogEntry) -> list[str]:
    """Why a dialog was asked for, set or called off."""
    said = (
        ("angefragt", one.requested),
        ("angesetzt", one.appointments[-1].source if one.appointments else None),
        ("abgesagt", one.cancelled),
    )
    return [
        f"{what} am {numbers.day(by.occurred_on)}, {by.office}{f': {by.reason}' if by.reason else ''}"
        for what, by in said
        if by
    ]


def _talk(of: Papered, one: DialogEntry, talk: Talk) -> Iterator[tuple[str, str | None]]:
    yield "Grundlage", numbers.load_state(talk.load_state)
    yield "Teilgenommen", "; ".join(participant.office for participant in talk.participants)
    yield "Tagesordnung", "; ".join(talk.agenda)
    yield "Besprochen", f"Ziele {', '.join(talk.goals_discussed)}"
    yield "Ursachen", talk.causes
    yield "Ausblick", talk.outlook
    for session in one.committee:
        yield "Ausschuss", f"{numbers.day(session.source.occurred_on)}: {session.recommendation}"
    if one.minutes:
        document = one.minutes[0].minutes
        days = (f"{of.party(by.party)} am {numbers.day(by.source.occurred_on)}" for by in one.minutes)
        yield "Niederschrift", f"{document.title}, Az. {document.file_reference}\nSHA-256 {document.sha256}"
        yield "Bestätigt", "\n".join(days)
    missing = [party.name for party in of.parties if party.id not in {by.party for by in one.minutes}]
    yield "Bestätigung steht aus", "\n".join(missing)


def _principles(of: Papered) -> Iterator[Block]:
    rows = tuple(
        (f"{one.clause} {one.title}", last_report(one.reports))
        for one in individual_goals(of.counting).principles
        if one.reports
    )
    if rows:
        yield Table("", ("Grundsatz", "Bericht"), rows, (), (50, 50))


def _deliveries(of: Papered) -> Iterator[Block]:
    rows = tuple(
        (
            numbers.load_state(one.load_state),
            numbers.day(one.loaded_on),
            one.delivery_id,
            _stand(one),
        )
        for one in deliveries(of.counting)
    )
    if rows:
        yield Table("", ("Ladestand", "Geladen", "Lieferung", "Stand"), rows, (), (36, 14, 28, 22))


def _stand(one: DeliveryEntry) -> str:
    return german(one.status) + (f", ersetzt durch {one.superseded_by}" if one.superseded_by else "")


def _documents(of: Papered) -> Iterator[Block]:
    found = {
        (document.title, document.file_reference, _in_halves(document.sha256)): None
        for one in of.counting.records
        for document in _within(one.fact)
    }
    if found:
        yield Table("", ("Unterlage", "Aktenzeichen", "SHA-256"), tuple(found), (), (30, 30, 40), (1, 2))


def _in_halves(digest: str) -> str:
    """A hash on two lines, because nothing in it may be hyphenated."""
    return f"{digest[:32]}\n{digest[32:]}"


def _within(value: object) -> Iterator[Document]:
    """Every document a fact names."""
    if isinstance(value, Document):
        yield value
    elif isinstance(value, Frozen):
        for _, inner in value:
            yield from _within(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _within(inner)


def _text(of: Papered) -> Iterator[Block]:
    """The text as in the paper: sentences of one paragraph together, and no mark that it does not have."""
    for (place, heading), found in groupby(of.course.agreement.terms.text, _paragraph):
        says = [one.says for one in found]
        if heading:
            yield from (Heading(one, 3 if "§" in place else 2) for one in says)
        else:
            yield Paragraph(" ".join(says))


def _paragraph(one: Passage) -> tuple[str, bool]:
    """The paragraph a sentence belongs to: its place without the number of the sentence."""
    return one.place if one.heading else SENTENCE.sub("", one.place), one.heading


def _entries(of: Papered) -> Iterator[Block]:
    """Every entry with everything it says, but for what stands in sections of its own."""
    rows = tuple(
        (str(one.version), numbers.day(one.occurred_on), _entry(of, one), one.provenance.office)
        for one in of.course.records
    )
    yield Table("", ("Nr.", "Tag", "Was", "Wer"), rows, (0,), (5, 11, 60, 24))


def _entry(of: Papered, record: Record) -> str:
    reason = f"Grund: {record.provenance.reason}" if record.provenance.reason else ""
    return "\n".join(filter(None, (titled(record, of), in_short(of, record), reason)))

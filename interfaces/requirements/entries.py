"""What happened under each sentence: the entries of one agreement, by the clauses they are about."""

from collections import defaultdict

from application.history.entry import History
from domain.values import AgreementId
from interfaces.requirements.document import Document, Entry


def with_entries(
    document: Document, agreement_id: AgreementId | None, history: History, name: str | None = None
) -> Document:
    """The document with an agreement's entries, each at one sentence of every clause it is about."""
    positions: dict[str, list[int]] = defaultdict(list)
    places = _places(document)
    for entry in history:
        for clause in entry.clauses:
            at = places.get((clause, entry.title)) or places.get((clause, None), "")
            positions[at].append(entry.position)
    sentences = tuple(
        sentence.model_copy(update={"entries": tuple(positions[sentence.address])}) for sentence in document.sentences
    )
    entries = tuple(
        Entry(
            position=entry.position,
            version=entry.version,
            occurred_on=entry.occurred_on,
            title=entry.title,
            office=entry.office,
        )
        for entry in history
    )
    told = {"agreement": agreement_id, "agreement_name": name, "sentences": sentences, "entries": entries}
    return document.model_copy(update=told)


def _places(document: Document) -> dict[tuple[str, str | None], str]:
    """The sentence for entries of a title under a clause, and for all others of the clause: its last."""
    found: dict[tuple[str, str | None], str] = {}
    for sentence in document.sentences:
        if not sentence.heading:
            found[sentence.clause, None] = sentence.address
            found |= {(sentence.clause, title): sentence.address for span in sentence.spans for title in span.entries}
    return found

"""What happened under each sentence: the entries of one agreement, by the clauses they are about."""

from collections import defaultdict

from application.history.entry import History
from domain.values import AgreementId
from interfaces.requirements.document import Document, Entry


def with_entries(document: Document, agreement_id: AgreementId | None, history: History) -> Document:
    """The document with an agreement's entries, each at the last sentence of every clause it is about."""
    last = {sentence.clause: sentence.address for sentence in document.sentences if not sentence.heading}
    positions: dict[str, list[int]] = defaultdict(list)
    for entry in history:
        for clause in entry.clauses:
            positions[last.get(clause, "")].append(entry.position)
    sentences = (
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
    return document.model_copy(update={"agreement": agreement_id, "sentences": tuple(sentences), "entries": entries})

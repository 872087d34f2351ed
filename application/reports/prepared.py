"""Whether the committee was involved before each dialog."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from application.reading.agreement_at import AgreementAt
from application.reading.parts.dialogs import dialogs
from application.reports.row import EntryRow, Life
from domain.facts import AgreementDrafted
from domain.values import DialogId


class PreparedDialog(EntryRow):
    """A dialog that was held, and the session of the committee that came before it."""

    dialog_id: DialogId = Field(title="Dialog")
    held_on: date = Field(title="geführt am")
    prepared_on: date | None = Field(title="Ausschuss am")
    in_time: bool = Field(title="vorher einbezogen")
    recommendation: str | None = Field(title="Empfehlung")


def prepared_dialogs(lives: Iterable[Life], _: date) -> Iterator[PreparedDialog]:
    """Every dialog that was held and still counts, with the first session that prepared it."""
    for life in lives:
        if not isinstance(life[0].fact, AgreementDrafted):
            continue
        titles = {record.version: record.fact.title for record in life}
        for dialog in dialogs(AgreementAt(life).counting):
            if dialog.held is None:
                continue
            first = min(dialog.committee, key=lambda session: session.source.occurred_on, default=None)
            prepared_on = first.source.occurred_on if first else None
            source = dialog.held.source
            yield PreparedDialog(
                agreement_id=life[0].stream_id,
                version=source.version,
                position=source.position,
                title=titles[source.version],
                dialog_id=dialog.dialog_id,
                held_on=dialog.held.held_on,
                prepared_on=prepared_on,
                in_time=prepared_on is not None and prepared_on <= dialog.held.held_on,
                recommendation=first.recommendation if first else None,
            )

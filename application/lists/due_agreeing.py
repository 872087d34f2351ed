"""What agreeing waits for: signatures, the comparison with the paper, changed terms."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import LAND, DueKind, Waits, roles_of
from domain.facts import AmendmentProposed, TranscriptionCorrected
from domain.german import spoken
from domain.state import Status


def waiting(case: Case) -> Iterator[Waits]:
    """Everything of this stage."""
    yield from _signatures(case)
    yield from _transcription(case)
    yield from _amendment(case)


def _signatures(case: Case) -> Iterator[Waits]:
    agreement = case.agreement
    if agreement.status not in {Status.DRAFTED, Status.PARTLY_SIGNED}:
        return
    for party in agreement.terms.parties:
        if party.id not in agreement.signed_on:
            yield Waits(
                DueKind.SIGNATURE,
                "S",
                f"Es fehlt die Unterschrift: {party.name}.",
                roles_of(party),
                agreement.drafted_on,
                party.id,
                party=party.id,
            )


def _transcription(case: Case) -> Iterator[Waits]:
    agreement = case.agreement
    if agreement.status is Status.IN_FORCE and not agreement.transcription_confirmed:
        corrected = [record.occurred_on for record in case.counting if isinstance(record.fact, TranscriptionCorrected)]
        yield Waits(
            DueKind.TRANSCRIPTION,
            "S",
            "Die eingegebenen Bedingungen sind noch nicht mit dem unterzeichneten Papier abgeglichen.",
            LAND,
            max([agreement.binding_since or date.min, *corrected]),
            f"terms-{agreement.terms_version}",
        )


def _amendment(case: Case) -> Iterator[Waits]:
    agreement, pending = case.agreement, case.agreement.history.pending
    if pending is None:
        return
    proposed = next(
        record.occurred_on
        for record in case.counting
        if isinstance(record.fact, AmendmentProposed) and record.fact.amendment_id == pending.id
    )
    for party in agreement.terms.parties:
        if party.id not in pending.signed_on:
            since = spoken(pending.effective_from)
            yield Waits(
                DueKind.AMENDMENT,
                "S",
                f"Die Änderung „{pending.id}“ (ab {since}) ist nicht unterzeichnet: {party.name}.",
                roles_of(party),
                proposed,
                f"{pending.id}:{party.id}",
                party=party.id,
            )

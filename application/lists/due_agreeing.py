"""Due while agreeing: signatures, the comparison with the paper, changed terms."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import LAND, DueKind, Waits, roles_of
from domain.german import spoken
from domain.state import Status


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
        yield Waits(
            DueKind.TRANSCRIPTION,
            "S",
            "Die eingegebenen Bedingungen sind noch nicht mit dem unterzeichneten Papier abgeglichen.",
            LAND,
            max(agreement.binding_since or date.min, case.milestones.corrected_on),
            f"terms-{agreement.terms_version}",
        )


def _amendment(case: Case) -> Iterator[Waits]:
    agreement, pending = case.agreement, case.agreement.history.pending
    if pending is None:
        return
    for party in agreement.terms.parties:
        if party.id not in pending.signed_on:
            since = spoken(pending.effective_from)
            yield Waits(
                DueKind.AMENDMENT,
                "S",
                f"Die Änderung „{pending.id}“ (ab {since}) ist nicht unterzeichnet: {party.name}.",
                roles_of(party),
                pending.proposed_on,
                f"{pending.id}:{party.id}",
                party=party.id,
            )


WAITING = (_signatures, _transcription, _amendment)

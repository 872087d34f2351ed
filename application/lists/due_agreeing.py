"""Due while agreeing: signatures, the comparison with the paper, changed terms."""

from collections.abc import Iterator
from datetime import date

from application.lists.agreement_course import Case
from application.lists.due_item import LAND, DueKind, Waits, roles_of
from domain.reasons import Reason
from domain.state import Status

_UNSIGNED = Reason(DueKind.SIGNATURE, "Es fehlt die Unterschrift: {party}.")
_NOT_COMPARED = Reason(
    DueKind.TRANSCRIPTION, "Die eingegebenen Bedingungen sind noch nicht mit dem unterzeichneten Papier abgeglichen."
)
_AMENDMENT_UNSIGNED = Reason(
    DueKind.AMENDMENT, "Die Änderung „{amendment}“ (ab {since}) ist nicht unterzeichnet: {party}."
)


def _signatures(case: Case) -> Iterator[Waits]:
    agreement = case.agreement
    if agreement.status not in {Status.DRAFTED, Status.PARTLY_SIGNED}:
        return
    for party in agreement.terms.parties:
        if party.id not in agreement.signed_on:
            yield Waits(
                _UNSIGNED.of(party=party.name),
                "S",
                roles_of(party),
                agreement.drafted_on,
                party.id,
                party=party.id,
            )


def _transcription(case: Case) -> Iterator[Waits]:
    agreement = case.agreement
    if agreement.status is Status.IN_FORCE and not agreement.transcription_confirmed:
        yield Waits(
            _NOT_COMPARED,
            "S",
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
            yield Waits(
                _AMENDMENT_UNSIGNED.of(amendment=pending.id, since=pending.effective_from, party=party.name),
                "S",
                roles_of(party),
                pending.proposed_on,
                f"{pending.id}:{party.id}",
                party=party.id,
            )


WAITING = (_signatures, _transcription, _amendment)

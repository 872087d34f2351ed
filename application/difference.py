"""What became otherwise between two moments of an agreement: a list to read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from application.history.differences import differences
from application.knowledge import counted
from application.ports import Journal
from application.reading import visible
from domain import agreement as agreement_state
from domain import attainment as attainment_state
from domain.attainment import Attainment
from domain.german import german, spoken
from domain.record import Actor, Record
from domain.results import LineResult
from domain.rulebook.mending import NO_SUCH_RECORD
from domain.standing import standing
from domain.state import Agreement
from domain.values import AgreementId, Frozen

Moment = int | datetime
"""A version of the agreement (0 = before its first entry), or an instant whose knowledge counts."""


class Area(StrEnum):
    """What kind of thing became otherwise."""

    STATUS = "status"
    TERMS = "terms"
    FIGURES = "figures"
    LINES = "lines"
    APPRAISAL = "appraisal"
    ASSESSMENT = "assessment"


class Change(Frozen):
    """One thing before and after, in German; null where there was or is none."""

    area: Area
    says: str
    before: str | None
    after: str | None


class AgreementDifference(Frozen):
    """Everything that became otherwise between two versions of an agreement."""

    agreement_id: AgreementId
    before_version: int
    after_version: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Stand:
    version: int
    agreement: Agreement | None
    attainment: Attainment | None


def difference(
    journal: Journal, actor: Actor, agreement_id: AgreementId, before: Moment, after: Moment
) -> AgreementDifference:
    """What differs between two moments, whichever comes first; refuses a version that does not exist."""
    _, records = visible(journal, actor, agreement_id)
    old, new = _stand(records, before), _stand(records, after)
    return AgreementDifference(
        agreement_id=agreement_id,
        before_version=old.version,
        after_version=new.version,
        changes=tuple(_changes(old, new)),
    )


def _stand(records: Sequence[Record], moment: Moment) -> _Stand:
    if isinstance(moment, datetime):
        known = [record for record in records if record.recorded_at <= moment]
    else:
        NO_SUCH_RECORD.refuse_if(not 0 <= moment <= len(records), version=moment)
        known = [record for record in records if record.version <= moment]
    return _Stand(len(known), agreement_state.fold(known), attainment_state.fold(known))


def _changes(old: _Stand, new: _Stand) -> Iterator[Change]:
    yield from _paired(Area.STATUS, _status(old.agreement), _status(new.agreement))
    yield from _terms(old.agreement, new.agreement)
    yield from _paired(Area.FIGURES, _figures(old.attainment), _figures(new.attainment))
    yield from _paired(Area.LINES, _lines(old.attainment), _lines(new.attainment))
    yield from _paired(Area.APPRAISAL, _to_appraise(old.agreement), _to_appraise(new.agreement))
    yield from _paired(Area.ASSESSMENT, _assessment(old.agreement), _assessment(new.agreement))


def _paired(area: Area, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for says in dict.fromkeys((*old, *new)):
        if old.get(says) != new.get(says):
            yield Change(area=area, says=says, before=old.get(says), after=new.get(says))


def _status(agreement: Agreement | None) -> dict[str, str]:
    if agreement is None:
        return {}
    said = {"Lage": german(agreement.status), "Fassung der Bedingungen": str(agreement.terms_version)}
    if agreement.binding_since:
        said["bindend seit"] = spoken(agreement.binding_since)
        said["Abschrift"] = "bestätigt" if agreement.transcription_confirmed else "nicht bestätigt"
    if agreement.answer:
        said["Antwort der Kommune"] = german(agreement.answer)
    return said | {f"Eintrag {version}": "bestritten" for version in sorted(agreement.disputed)}


def _terms(old: Agreement | None, new: Agreement | None) -> Iterator[Change]:
    if old is not None and new is not None:
        for one in differences(old.terms, new.terms):
            yield Change(area=Area.TERMS, says=one.says, before=one.before, after=one.after)


def _figures(view: Attainment | None) -> dict[str, str]:
    loads = counted(view) if view else ()
    return {f"Lieferung {load.delivery_id} ({load.load_state})": "zählt" for load in loads}


def _lines(view: Attainment | None) -> dict[str, str]:
    lines = (line for goal in standing(view) for line in goal.lines) if view else ()
    return {f"Ziel {line.goal_id}, Zeile {line.line_id}": _stands(line) for line in lines}


def _stands(line: LineResult) -> str:
    if line.derivation is None:
        return german(line.state)
    found = line.derivation.compared
    value = f"{german(found.quantity)} {spoken(found.rounded)} {german(found.unit)}"
    return f"{german(line.state)}: {value} ({line.derivation.current.load_state})"


def _to_appraise(agreement: Agreement | None) -> dict[str, str]:
    """Circumstances, legal changes and findings by their words, and whether they were appraised."""
    if agreement is None:
        return {}
    assessment = agreement.assessment
    effects = {one.reference: one.has_effect for one in assessment.addressed} if assessment else {}
    said = {None: "zu würdigen", True: "gewürdigt, mit Auswirkung", False: "gewürdigt, ohne Auswirkung"}
    return {f"{says} [{name}]": said[effects.get(name)] for name, says in agreement.to_address.items()}


def _assessment(agreement: Agreement | None) -> dict[str, str]:
    assessment = agreement.assessment if agreement else None
    if assessment is None:
        return {}
    computed = {verdict.verdict_id: verdict for verdict in assessment.computed}
    return {
        f"Urteil „{computed[one.verdict_id].title}“": f"{german(one.outcome)}, "
        f"errechnet {german(computed[one.verdict_id].outcome)}"
        for one in assessment.judgements
    }

"""An example of every body, from the sample's life where it has one; every figure in them is invented."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from application.register import ErasePerson
from application.webhooks import Redelivery, WebhookWish
from domain.acts.changing import ProposeAmendment, SignAmendment, TerminateAgreement, WithdrawAmendment
from domain.acts.dialogs import CancelDialog
from domain.acts.drafting import ReviseDraft, WithdrawDraft
from domain.acts.figures import RejectFigures
from domain.acts.judging import AnswerContest, AssessFinally, ContestAssessment, RecordNoAnswer, ReviseAssessment
from domain.acts.mending import DisputeRecord, RetractRecord
from domain.acts.signing import CorrectTranscription
from domain.facts.signing import SignatureForm
from domain.record import Request
from domain.terms import Terms
from domain.values import Frozen, sha256_of
from interfaces.http.audit import BundleWish, KeyWish
from interfaces.http.figure_files import DecisionWish
from interfaces.http.names import operation_of
from interfaces.http.persons import PersonsName
from interfaces.sample.cast import document
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026

_JULY, _MAY = date(2026, 7, 1), date(2027, 5, 3)
_LETTER = document("Beispiel für ein Schreiben", "ZV-2026-03358")


def _of_the_sample(terms: Terms) -> Iterator[Request]:
    yield from (scene.request for scene in scenes(terms))


def _beside_the_sample(terms: Terms, assessed: AssessFinally) -> Iterator[Request]:
    yield ReviseDraft(occurred_on=date(2026, 1, 20), terms=terms, reason="Eckwert berichtigt")
    yield WithdrawDraft(occurred_on=date(2026, 1, 20), reason="Die Verhandlungen beginnen neu")
    yield CorrectTranscription(occurred_on=_JULY, terms=terms, reason="Zahlendreher beim Abschreiben")
    yield RejectFigures(occurred_on=_JULY, delivery_id="ladung-2026-05-t0", reason="Ein Träger fehlt")
    yield CancelDialog(occurred_on=_JULY, dialog_id="dialog-2026-2", reason="Der Anlass ist entfallen")
    name = "anpassung-1"
    yield ProposeAmendment(
        occurred_on=_JULY, amendment_id=name, terms=terms, effective_from=_JULY, reason="Neues Recht"
    )
    yield SignAmendment(
        occurred_on=_JULY,
        amendment_id=name,
        terms_hash=sha256_of(terms),
        signatory="unterzeichnung-1",
        office="Für das Ministerium",
        form=SignatureForm.PAPER,
        place="Hannover",
        document=_LETTER,
    )
    yield WithdrawAmendment(occurred_on=_JULY, amendment_id=name, reason="Kein Einvernehmen")
    yield TerminateAgreement(occurred_on=_JULY, document=_LETTER, reason="Aufgabenübergang")
    yield ReviseAssessment(**dict(assessed), cause="Der Beanstandung wird gefolgt")
    yield ContestAssessment(occurred_on=_MAY, grounds="Der Zugang an Schutzsuchenden wiegt schwerer")
    yield AnswerContest(occurred_on=_MAY, says="Der Umstand ist gewürdigt; es bleibt bei der Bewertung")
    yield RecordNoAnswer(occurred_on=_MAY, asked_on=date(2027, 4, 28))
    yield RetractRecord(occurred_on=_JULY, version=12, reason="Versehentlich zweimal festgehalten")
    yield DisputeRecord(occurred_on=_JULY, version=12, says="Der Tag stimmt nicht mit der Niederschrift überein")
    yield ErasePerson(occurred_on=_MAY, person="unterzeichnung-1", reason="Ausgeschieden, Löschung beantragt")


def _examples() -> dict[str, Any]:
    terms = heidekreis_2026()
    found = {operation_of(type(one)): one for one in reversed([*_of_the_sample(terms)])}
    assessed = found["assess_finally"]
    assert isinstance(assessed, AssessFinally), "the sample's year is judged"
    found |= {operation_of(type(one)): one for one in _beside_the_sample(terms, assessed)}
    person = PersonsName(given_name="Jens", family_name="Grote")
    beside = {
        "register_person": person,
        "create_webhook": WebhookWish(url="https://fachverfahren.example.org/eingang"),
        "redeliver_webhook": Redelivery(after=1200),
        "introduce_key": KeyWish(reason="Jährlicher Wechsel"),
        "release_figure_file": DecisionWish(),
        "reject_figure_file": DecisionWish(reason="Ein Träger fehlt"),
        "export_bundle": BundleWish(agreement_id="2026.4.03.03358.1"),
    }
    return {name: example(one) for name, one in (found | beside).items()}


def example(value: Frozen) -> dict[str, Any]:
    """One example, as OpenAPI wants it."""
    return {"example": {"summary": "Beispiel mit erfundenen Angaben", "value": value.model_dump(mode="json")}}


EXAMPLES = _examples()
"""Bodies by operation."""

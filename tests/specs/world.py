"""The stage on which the features play: the real service, a movable clock, and what was done and read last."""

import hashlib
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from application.acting.orders import Order, Receipt
from application.acting.service import Service
from application.history.between_moments import Change, EntryBetween
from application.history.entry import History
from application.history.pages import Histories
from application.lists.due_item import DueItem
from application.lists.ports import StoredViews
from application.lists.reading import Lists
from application.ports import Person, Persons
from application.reading.attainment import AttainmentReading, Queries
from application.reading.decision import DecisionReading
from application.reading.knowledge import Knowledge
from application.reading.signatories import SignedBy
from domain.acts import drafting, figures, signing
from domain.facts.figures import Cause, Correction
from domain.facts.signing import Document, SignatureForm
from domain.figures import Load
from domain.record import Actor, Record, Request
from domain.results import GoalResult, LineResult
from domain.rules import Finding, Refused
from domain.state import Agreement
from domain.terms import Terms
from domain.values import AgreementId, Month
from infrastructure.journal import Journal
from infrastructure.projector import Views
from interfaces.sample.terms import heidekreis_2026
from tests.specs.cast import AUDITOR, MINISTRY, SECOND, acting_for
from tests.specs.clock import Clock, end_of

LINES = {
    "Summe der Leistungen zum Lebensunterhalt": "llu",
    "Anteil bedarfsdeckender Integrationen": "bedarfsdeckend",
    "Langzeitleistungsbeziehende ab vier Jahren": "lzb-4-jahre",
    "Integrationsquote": "k2",
    "Integrationsquote der Frauen": "k2-frauen",
    "Integrationsquote der Männer": "k2-maenner",
    "Bestand an Langzeitleistungsbeziehenden": "lzb",
}
"""The lines of the Heidekreis agreement as the features call them."""

R = TypeVar("R")


class World:
    """What the steps share. A refusal that nobody examines fails the scenario."""

    def __init__(self, journal: Journal, persons: Persons) -> None:
        self.journal = journal
        self.persons = persons
        self.clock = Clock()
        self.service = Service(journal, persons, now=self.clock, software="0.0.0")
        self.queries = Queries(journal)
        self.views: StoredViews = Views(journal, "0.0.0")
        self.lists = Lists(journal, self.views)
        self.histories = Histories(journal)
        self.lines = dict(LINES)
        self.agreement_id: AgreementId = ""
        self.version = 0
        self.version_seen = 0
        self.receipt: Receipt | None = None
        self.refusal: Refused | None = None
        self.before = 0
        self.reading: AttainmentReading | None = None
        self.compared: LineResult | None = None
        self.agreement_read: Agreement | None = None
        self.line_asked = ""
        self.terms_read: Terms | None = None
        self.said: list[str] = []
        self.thwarted = False
        self.noted: object = None
        self.known: Knowledge | None = None
        self.due: tuple[DueItem, ...] = ()
        self.told: History = ()
        self.names: set[str] = set()
        """Names of persons that are registered in the scenario: whatever denies one must name one."""
        self.read_there: list[str] = []
        self.changes: tuple[Change, ...] = ()
        self.between: tuple[EntryBetween, ...] = ()
        self.answer: list[dict[str, object]] = []
        self.decision: DecisionReading | None = None
        self.signed: tuple[SignedBy, ...] = ()

    def attempt(self, deed: Callable[[], R]) -> R | None:
        """Try something; whether it was refused is for a later step to examine."""
        self.must_be_examined()
        self.before = self.journal.head()
        try:
            return deed()
        except Refused as refusal:
            self.refusal = refusal
            return None

    @property
    def grown(self) -> int:
        """How many entries there are more than before the last deed."""
        return self.journal.head() - self.before

    def act(self, actor: Actor, request: Request, *, key: str | None = None, on_version: int | None = None) -> None:
        """Have a request decided, on the agreement's present version unless another is named."""
        version = self.version if on_version is None else on_version
        self.recorded(lambda: self.service.act(actor, request, self.agreement_id, on_version=version, key=key))

    def act_together(self, actor: Actor, *requests: Request) -> None:
        """Have several requests decided in one go, all on the present version."""
        orders = [Order(request, self.agreement_id, self.version) for request in requests]
        self.recorded(lambda: self.service.act_together(actor, orders))

    def recorded(self, deed: Callable[[], Receipt]) -> None:
        """Try something that would be recorded, and keep its receipt."""
        self.receipt = self.attempt(deed)
        if self.receipt and not self.receipt.repeated and not self.receipt.agreement_id.startswith("register."):
            self.agreement_id = self.receipt.agreement_id
            self.version = self.receipt.records[-1].version

    def must_be_examined(self) -> None:
        """Fail when nobody asked about the last refusal."""
        assert self.refusal is None, f"Niemand fragte nach der Ablehnung: {self.refusal}"

    def examined(self) -> tuple[Finding, ...]:
        """What stood against the last deed; fails when it was not refused, or left a trace."""
        assert self.refusal is not None, "Das wurde nicht abgelehnt."
        findings, self.refusal = self.refusal.findings, None
        assert self.grown == 0, "Abgelehnt, und doch festgehalten."
        return findings

    @property
    def last_record(self) -> Record:
        """What the last act recorded; fails when it recorded nothing."""
        self.must_be_examined()
        assert self.receipt is not None, "Es wurde nichts festgehalten."
        return self.receipt.records[-1]

    def today(self, request: type[Request], **values: Any) -> Any:
        """A request of today, unless another day is named."""
        return request(**({"occurred_on": self.clock.today} | values))

    def draft(self, actor: Actor = MINISTRY, terms: Terms | None = None) -> None:
        """Put terms on the table, by default those of Heidekreis 2026."""
        self.act(actor, self.today(drafting.DraftAgreement, terms=terms or heidekreis_2026()))

    def sign(self, actor: Actor, **values: Any) -> None:
        """Sign for the actor's party what is drafted, unless another text is named."""
        usual = {
            "terms_hash": self.agreement.terms_hash,
            "signatory": values.get("signatory") or self.somebody(f"{actor.person}-zeichnet"),
            "office": "Staatssekretariat",
            "form": SignatureForm.PAPER,
            "place": "Hannover",
            "document": document("Unterschriftsseite"),
        }
        self.act(actor, self.today(signing.SignAgreement, **(usual | values)))

    def all_sign(self) -> None:
        """Every party signs what is drafted, today."""
        for party in self.agreement.terms.parties:
            self.sign(acting_for(party))
            self.must_be_examined()

    def somebody(self, person: str) -> str:
        """A person in the register whose name matters to nobody."""
        self.persons.register(Person(id=person, given_name="Kim", family_name=f"Ungenannt-{person}"))
        return person

    def deliver(
        self, load: Load, delivery_id: str = "", correction: Correction | None = None, actor: Actor = MINISTRY
    ) -> str:
        """Hand over a load, as soon as it was loaded."""
        delivery_id = delivery_id or f"lieferung-{len(self.log())}"
        request = self.today(figures.DeliverFigures, delivery_id=delivery_id, load=load, correction=correction)
        self.act(actor, request)
        return delivery_id

    def deliver_and_release(self, load: Load, delivery_id: str = "", correction: Correction | None = None) -> None:
        """Hand over a load when it was loaded or later, and have a second person release it."""
        self.clock.not_before(load.loaded_on)
        delivery_id = self.deliver(load, delivery_id, correction)
        self.must_be_examined()
        self.act(SECOND, self.today(figures.ReleaseFigures, delivery_id=delivery_id))
        self.must_be_examined()

    def read(self, month: Month | None = None, known_at: datetime | None = None) -> AttainmentReading:
        """How the goals stand; what will be known on a later day nobody can read."""
        assert known_at is None or known_at <= end_of(self.clock.today), "Dieser Tag liegt in der Zukunft."
        return self.queries.attainment(MINISTRY, self.agreement_id, month=month, known_at=known_at)

    def log(self) -> Sequence[Record]:
        """Every record of every stream."""
        return self.journal.log(limit=100_000)

    @property
    def last_recorded(self) -> datetime:
        """When the last record of all was taken; what is known then is everything so far."""
        return self.log()[-1].recorded_at

    def entry(self, title: str) -> Record:
        """The agreement's last record of this title."""
        records = [record for record in self.log() if record.stream_id == self.agreement_id]
        return next(record for record in reversed(records) if record.fact.title == title)

    def history(self) -> History:
        """Everything recorded about the agreement."""
        return self.histories.of_agreement(MINISTRY, self.agreement_id)

    @property
    def agreement(self) -> Agreement:
        """The agreement as it stands."""
        return self.queries.agreement(AUDITOR, self.agreement_id)

    def goal(self, goal_id: str) -> GoalResult:
        """A goal in what was read last."""
        assert self.reading is not None, "Es wurde noch kein Stand gelesen."
        return next(goal for goal in self.reading.goals if goal.goal_id == goal_id)

    def line(self, name: str) -> LineResult:
        """A line in what was read or compared last, by its German name."""
        if self.compared is not None:
            assert self.compared.line_id == self.lines[name], f"Verglichen wurde {self.compared.line_id}."
            return self.compared
        assert self.reading is not None, "Es wurde noch kein Stand gelesen."
        lines = {line.line_id: line for goal in self.reading.goals for line in goal.lines}
        return lines[self.lines[name]]


def transmission_error(delivery_id: str) -> Correction:
    """What replaces a delivery."""
    return Correction(of=delivery_id, cause=Cause.TRANSMISSION_ERROR)


def revision_of(delivery_id: str) -> Correction:
    """What stands beside a delivery."""
    return Correction(of=delivery_id, cause=Cause.STATISTICAL_REVISION)


def document(title: str) -> Document:
    """A document, told from others by its title."""
    digest = hashlib.sha256(title.encode()).hexdigest()
    return Document(sha256=digest, title=title, file_reference="102-43210/2026")

"""Which streams there are and who may see them, by the entry each begins with."""

from collections.abc import Collection, Sequence
from typing import get_args

from application.history.filters import FACTS
from application.ports import Log, Selection
from application.reading.figure_file import lies_within
from application.reading.visibility import sees_everything, sees_parties
from domain.facts import AgreementDrafted, AgreementFact, FigureFileDelivered, KeyIntroduced, PersonErased
from domain.facts.figure_files import Scope
from domain.parties import Party
from domain.record import Actor, Record, Role
from domain.values import AgreementId

AT_ONCE = 200
"""Entries read at once."""
_RESERVED = FACTS - {fact.__name__ for fact in get_args(AgreementFact)}
"""Facts that belong to no agreement."""
OF_OPERATION = _RESERVED & {KeyIntroduced.__name__, PersonErased.__name__}
"""Facts the operator may read: figures in files are not released yet."""
_TELLING = {AgreementDrafted.__name__, *_RESERVED}
"""Facts that say who may see the stream they begin."""


class Streams:
    """The streams of the log; of each its first entry is read once, and what is asked for never changes after it."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._parties: dict[AgreementId, tuple[Party, ...]] = {}
        self._scopes: dict[str, Scope] = {}
        self._reserved: dict[str, str] = {}
        self._read_up_to = 0

    def parties(self, agreement_id: AgreementId) -> tuple[Party, ...]:
        """Who is bound by an agreement; nobody by one that was never drafted."""
        if agreement_id not in self._parties:
            self._read_on()
        return self._parties.get(agreement_id, ())

    def agreements(self, actor: Actor) -> Sequence[AgreementId]:
        """The agreements that exist for this reader, in order."""
        self._read_on()
        return sorted(stream for stream, bound in self._parties.copy().items() if sees_parties(actor, bound))

    def reserved(self, actor: Actor) -> Sequence[str]:
        """The streams that belong to no agreement, for who may see them, in order."""
        self._read_on()
        facts = OF_OPERATION if actor.role is Role.OPERATOR else _RESERVED if sees_everything(actor) else ()
        return sorted(stream for stream, fact in self._reserved.copy().items() if fact in facts)

    def within(self, actor: Actor) -> Collection[str] | None:
        """The agreements and files of figures that exist for this reader; None = the whole log."""
        if sees_everything(actor):
            return None
        agreements = self.agreements(actor)
        files = (stream for stream, scope in self._scopes.copy().items() if lies_within(actor, scope))
        return [*agreements, *files]

    def _read_on(self) -> None:
        head, after = self._log.head(), self._read_up_to
        while after < head:
            new = self._log.select(Selection(facts=_TELLING, up_to=head, firsts=True), after=after, limit=AT_ONCE)
            for record in new:
                self._note(record)
            after = new[-1].position if len(new) == AT_ONCE else head
        self._read_up_to = head

    def _note(self, first: Record) -> None:
        fact, name = first.fact, type(first.fact).__name__
        if isinstance(fact, AgreementDrafted):
            self._parties[first.stream_id] = fact.terms.parties
        elif isinstance(fact, FigureFileDelivered):
            self._scopes[first.stream_id] = fact.within
        if name in _RESERVED:
            self._reserved[first.stream_id] = name

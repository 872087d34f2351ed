"""Which streams there are and who may see them, by the entry each begins with."""

from collections.abc import Collection, Sequence
from typing import get_args

from application.history.filters import FACTS
from application.ports import Log, Selection
from application.reading.figure_file import READERS, lies_within
from application.reading.visibility import may_see, sees_everything, sees_parties
from domain.facts import AgreementDrafted, AgreementFact, FigureFileDelivered, KeyIntroduced, PersonErased
from domain.facts.figure_files import Scope
from domain.parties import Party
from domain.record import Actor, Role
from domain.values import AgreementId

_DRAFTED, _FILES = {AgreementDrafted.__name__}, {FigureFileDelivered.__name__}
AT_ONCE = 200
"""Entries read at once."""
_RESERVED = FACTS - {fact.__name__ for fact in get_args(AgreementFact)}
"""Facts that belong to no agreement."""
OF_OPERATION = _RESERVED & {KeyIntroduced.__name__, PersonErased.__name__}
"""Facts the operator may read: figures in files are not released yet."""


class Streams:
    """The streams of the log by how they begin, which never changes; only of those a reader may see is more read."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._begun: dict[str, str] = {}
        self._read_up_to = 0
        self._parties: dict[AgreementId, tuple[Party, ...]] = {}
        self._scopes: dict[str, Scope] = {}

    def parties(self, agreement_id: AgreementId) -> tuple[Party, ...]:
        """Who is bound by an agreement; nobody by one that was never drafted."""
        self._read_firsts([agreement_id])
        return self._parties.get(agreement_id, ())

    def agreements(self, actor: Actor) -> Sequence[AgreementId]:
        """The agreements that exist for this reader, in order."""
        agreements = [stream for stream in self._of(_DRAFTED) if may_see(actor, stream)]
        if sees_everything(actor):
            return agreements
        self._read_firsts(agreements)
        return [stream for stream in agreements if sees_parties(actor, self._parties.get(stream, ()))]

    def reserved(self, actor: Actor) -> Sequence[str]:
        """The streams that belong to no agreement, for who may see them, in order."""
        return self._of(OF_OPERATION if actor.role is Role.OPERATOR else _RESERVED if sees_everything(actor) else set())

    def within(self, actor: Actor) -> Collection[str] | None:
        """The agreements and files of figures that exist for this reader; None = the whole log."""
        if sees_everything(actor):
            return None
        files = self._of(_FILES) if actor.role in READERS else ()
        self._read_firsts(files)
        seen = (stream for stream in files if lies_within(actor, self._scopes[stream]))
        return [*self.agreements(actor), *seen]

    def _of(self, facts: Collection[str]) -> Sequence[str]:
        """The streams that begin with one of these facts, in order."""
        head = self._log.head()
        if head > self._read_up_to:
            self._begun |= self._log.begun(after=self._read_up_to, up_to=head)
            self._read_up_to = head
        return sorted(stream for stream, fact in self._begun.copy().items() if fact in facts)

    def _read_firsts(self, streams: Sequence[str]) -> None:
        missing = [stream for stream in streams if stream not in self._parties and stream not in self._scopes]
        for begin in range(0, len(missing), AT_ONCE):
            some = Selection(streams=missing[begin : begin + AT_ONCE], facts=_DRAFTED | _FILES, firsts=True)
            for first in self._log.select(some, limit=AT_ONCE):
                if isinstance(first.fact, AgreementDrafted):
                    self._parties[first.stream_id] = first.fact.terms.parties
                elif isinstance(first.fact, FigureFileDelivered):
                    self._scopes[first.stream_id] = first.fact.within

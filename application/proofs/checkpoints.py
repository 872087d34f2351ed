"""Checkpoints: when one is due, how it is made, and which keys signed over time."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from application.acting.orders import NO_TRACE, Order, Receipt, Trace
from application.acting.register_requests import KEYS_STREAM, IntroduceKey
from application.acting.service import Service
from application.ports import Unavailable
from application.proofs.merkle import consistent
from application.proofs.ports import CheckpointBook, Kept, KeyMissing, KeyRing, LastVerification, Occasion
from application.proofs.proofs import Proofs
from application.proofs.signed_note import Checkpoint, Note, PublicKey, SigningKey, Unreadable, parsed, signed
from domain.facts import AssessmentRevised, FinalAssessmentMade, KeyIntroduced
from domain.record import Actor, Draft, Record, Role
from domain.rulebook.proofs import KEY_REPLACED, LOG_NOT_CONTINUED
from domain.rules import Refused

DAY = timedelta(days=1)
SIGNATURES = 16
"""Signatures of the log's own keys that a reader of a checkpoint has to check."""
DECISIVE = (FinalAssessmentMade, AssessmentRevised)
"""Facts after which a checkpoint is made at once."""
ITSELF = Actor("dienst", Role.OPERATOR, "Betrieb", "Dienst, selbsttätig")
"""Who introduces the first key, which nobody asks for by name."""
NOT_MADE_YET = "0" * 64
"""Stands for the key of a rehearsal."""
NO_KEY = "keiner"
NOT_HELD = (
    "Der Signaturschlüssel {key} dieses Protokolls ist hier nicht vorhanden; bitte ZIELSTEUERUNG_KEYS oder "
    "ZIELSTEUERUNG_SIGNING_KEY prüfen. Ist er verloren: zielsteuerung audit rotate-key --lost."
)
MEMORY_UNREADABLE = "Der zuletzt unterschriebene Prüfpunkt, der neben den Schlüsseln steht, ist nicht lesbar: {why}."


@dataclass(frozen=True, slots=True)
class Known:
    """A key the log has had, and the position of the entry that introduced it."""

    key: PublicKey
    since: int


class Checkpoints:
    """Makes checkpoints and keeps them; the log itself says which keys may sign."""

    def __init__(self, service: Service, proofs: Proofs, book: CheckpointBook, ring: KeyRing) -> None:
        self.service = service
        self.proofs = proofs
        self.book = book
        self._ring = ring

    def due(self, now: datetime) -> bool:
        """Whether the log grew and the last checkpoint is a day old, or a final assessment came after it."""
        size, last = self.proofs.size(), self.book.latest()
        if last is None:
            return size > 0
        if size <= last.size:
            return False
        return now - last.made_at >= DAY or self._decided_after(last.size)

    def make_if_due(self, now: datetime | None = None) -> Kept | None:
        """Make a checkpoint when one is due; raises Unavailable, also when the key is missing."""
        if not self.due(now or self.service.now()):
            return None
        last = self.book.latest()
        return self.make(Occasion.ASSESSMENT if self._decided_after(last.size if last else 0) else Occasion.DAILY)

    def after(self, records: Sequence[Record]) -> None:
        """Make one when something decisive was recorded; what cannot be made now stays due."""
        if any(isinstance(record.fact, DECISIVE) for record in records):
            try:
                self.make_if_due()
            except (Unavailable, Refused):
                return

    def noted(self, occasion: Occasion) -> None:
        """Make one for an occasion that needs none to go on; what cannot be made now stays due."""
        with suppress(Unavailable, Refused):
            self.make(occasion)

    def make(self, occasion: Occasion) -> Kept:
        """A checkpoint of all there is, or the last one when nothing was added; raises Unavailable.

        The first one introduces the first key; the one after a rotation is signed with the old key too. Refuses a log
        that does not continue what its keys have signed.
        """
        with self.book.alone():
            if not self.known():
                self._continued()
                self.service.act(ITSELF, self._introducing(None))
            return self._made(occasion)

    def rotate(
        self,
        actor: Actor,
        reason: str | None,
        *,
        lost: bool = False,
        shown: str | None = None,
        key: str | None = None,
        trace: Trace | None = None,
    ) -> tuple[Receipt, Kept]:
        """Introduce a new key and sign with both; `lost` says that the old one is gone, and signs with the new alone.

        Repeated under the same `key` it introduces none. Raises KeyMissing when the old key is not here, and Refused
        when the actor may not, or when the key they were `shown` is not the present one.
        """

        def found() -> list[Order]:
            now = self.present()
            KEY_REPLACED.refuse_if(shown is not None and shown != now, shown=shown, now=now)
            self._must_be_replaceable(lost=lost)
            return [Order(self._introducing(reason))]

        with self.book.alone():
            asked = [IntroduceKey.__name__, reason, lost]
            receipt = self.service.act_as_found(actor, [IntroduceKey], asked, found, key=key, trace=trace or NO_TRACE)
            return receipt, self._made(Occasion.ROTATION, lost=lost)

    def rehearse_rotation(self, actor: Actor, reason: str | None, *, lost: bool = False) -> Draft | Refused:
        """What a rotation would record, but for the key, which is made when it is recorded; raises KeyMissing."""
        self._must_be_replaceable(lost=lost)
        request = IntroduceKey(
            occurred_on=self.service.today(), reason=reason, origin=self.book.origin(), public_key=NOT_MADE_YET
        )
        return self.service.rehearse(actor, [Order(request)])[0]

    def known(self, up_to: int | None = None) -> tuple[Known, ...]:
        """Every key the log had at a size (None = now), oldest first."""
        return tuple(
            Known(PublicKey(record.fact.origin, bytes.fromhex(record.fact.public_key)), record.position)
            for record in self.service.journal.records(KEYS_STREAM)
            if isinstance(record.fact, KeyIntroduced) and (up_to is None or record.position <= up_to)
        )

    def public_keys(self, up_to: int | None = None) -> tuple[PublicKey, ...]:
        """The same, without where they came from."""
        return tuple(known.key for known in self.known(up_to))

    def present(self) -> str:
        """The public key that signs now; "keiner" before the first."""
        keys = self.public_keys()
        return str(keys[-1]) if keys else NO_KEY

    def _made(self, occasion: Occasion, *, lost: bool = False) -> Kept:
        checkpoint, last = self._continued(), self.book.latest()
        size = checkpoint.size
        if last is not None and last.size >= size:
            return last
        note = signed(checkpoint, self._signers(last.size if last else 0, size, lost=lost))
        self._ring.remember(checkpoint.origin, str(note))
        kept = Kept(size, str(note), self.service.now(), occasion)
        self.book.keep(kept)
        return kept

    def remembered(self) -> Note | None:
        """The last checkpoint the keys here signed; None where none is remembered. Raises KeyMissing."""
        text = self._ring.last_signed(self.book.origin())
        try:
            return None if text is None else parsed(text)
        except Unreadable as why:
            raise KeyMissing(MEMORY_UNREADABLE.format(why=why)) from None

    def _continued(self) -> Checkpoint:
        """The log's present state; refused, with health turned red, unless it continues what was signed.

        Whoever may only write the database cannot have a rewritten log signed: the keys' owner is his own witness.
        """
        size, seen = self.proofs.size(), self.remembered()
        now = Checkpoint(self.book.origin(), size, self.proofs.root(size))
        if seen is not None:
            before = seen.checkpoint
            proof = self.proofs.consistency(before.size, size) if 0 < before.size <= size else ()
            if not consistent(before.size, size, before.root, now.root, proof):
                finding = LOG_NOT_CONTINUED.finding(size=before.size)
                self.book.verified(LastVerification(self.service.now(), size, finding.says))
                raise Refused([finding])
        return now

    def _signers(self, after: int, size: int, *, lost: bool) -> list[SigningKey]:
        """The present key, behind those it replaced since the last checkpoint that are here: they hand over trust."""
        known = self.known(size)
        present = self._held(known[-1].key)
        replaced = [old.key for old, new in pairwise(known) if new.since > after and not lost]
        handing_over = [held for held in self._ring.held(present.name) if held.public in replaced]
        return [*handing_over[1 - SIGNATURES :], present]

    def _must_be_replaceable(self, *, lost: bool) -> None:
        """Refuse a log that does not continue what was signed; raises KeyMissing unless the old key can sign too."""
        self._continued()
        known = self.known()
        if known and not lost:
            self._held(known[-1].key)

    def _held(self, key: PublicKey) -> SigningKey:
        for held in self._ring.held(key.name, [key.id]):
            if held.public == key:
                return held
        raise KeyMissing(NOT_HELD.format(key=key.id.hex()))

    def _unused(self) -> SigningKey | None:
        """A key that is here and has never signed for this log."""
        known = self.public_keys()
        return next((held for held in self._ring.held(self.book.origin()) if held.public not in known), None)

    def _introducing(self, reason: str | None) -> IntroduceKey:
        """The request to introduce a key that is here, or is made now."""
        key = self._unused() or self._ring.create(self.book.origin())
        return IntroduceKey(
            occurred_on=self.service.today(), reason=reason, origin=key.name, public_key=key.public.public.hex()
        )

    def _decided_after(self, size: int) -> bool:
        return self.proofs.log.recorded_after(size, [fact.__name__ for fact in DECISIVE])

"""Checkpoints: when one is due, how it is made, and which keys signed over time."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from application.audit_ports import CheckpointBook, Kept, KeyMissing, KeyRing, Occasion
from application.notes import Checkpoint, PublicKey, SigningKey, signed
from application.ports import Unavailable
from application.proofs import Proofs
from application.register import KEYS_STREAM, IntroduceKey
from application.service import Receipt, Service
from domain.facts import AssessmentRevised, FinalAssessmentMade, KeyIntroduced
from domain.record import Actor, Record, Role
from domain.rules import Refused

DAY = timedelta(days=1)
DECISIVE = (FinalAssessmentMade, AssessmentRevised)
"""Facts after which a checkpoint is made at once."""
ITSELF = Actor("dienst", Role.OPERATOR, "Betrieb", "Dienst, selbsttätig")
"""Who introduces the first key, which nobody asks for by name."""
NOT_HELD = (
    "Der Signaturschlüssel {key} dieses Protokolls ist hier nicht vorhanden; bitte ZIELSTEUERUNG_KEYS oder "
    "ZIELSTEUERUNG_SIGNING_KEY prüfen. Ist er verloren: zielsteuerung audit rotate-key --lost."
)


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
        with suppress(Unavailable):
            self.make(occasion)

    def make(self, occasion: Occasion) -> Kept:
        """A checkpoint of all there is, or the last one when nothing was added; raises Unavailable.

        The first one introduces the first key; the one after a rotation is signed with the old key too.
        """
        with self.book.alone():
            if not self.known():
                self._introduce(ITSELF, self._unused() or self._ring.create(self.book.origin()), None)
            return self._made(occasion)

    def rotate(self, actor: Actor, reason: str | None, *, lost: bool = False) -> tuple[Receipt, Kept]:
        """Introduce a new key and sign with both; `lost` says that the old one is gone, and signs with the new alone.

        Raises KeyMissing when the old key is not here, and Refused when the actor may not.
        """
        with self.book.alone():
            known = self.known()
            if known and not lost:
                self._held(known[-1].key)
            key = self._unused() or self._ring.create(self.book.origin())
            receipt = self._introduce(actor, key, reason)
            return receipt, self._made(Occasion.ROTATION, lost=lost)

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

    def _made(self, occasion: Occasion, *, lost: bool = False) -> Kept:
        size, last = self.proofs.size(), self.book.latest()
        if last is not None and last.size >= size:
            return last
        checkpoint = Checkpoint(self.book.origin(), size, self.proofs.root(size))
        note = signed(checkpoint, self._signers(last.size if last else 0, size, lost=lost))
        kept = Kept(size, str(note), self.service.now(), occasion)
        self.book.keep(kept)
        return kept

    def _signers(self, after: int, size: int, *, lost: bool) -> list[SigningKey]:
        """The present key, and the one it replaced since the last checkpoint: that hands over the trust."""
        known = self.known(size)
        handed_over = known[-2:] if len(known) > 1 and known[-1].since > after and not lost else known[-1:]
        return [self._held(one.key) for one in handed_over]

    def _held(self, key: PublicKey) -> SigningKey:
        for held in self._ring.held(key.name):
            if held.public == key:
                return held
        raise KeyMissing(NOT_HELD.format(key=key.id.hex()))

    def _unused(self) -> SigningKey | None:
        """A key that is here and has never signed for this log."""
        known = self.public_keys()
        return next((held for held in self._ring.held(self.book.origin()) if held.public not in known), None)

    def _introduce(self, actor: Actor, key: SigningKey, reason: str | None) -> Receipt:
        asked = IntroduceKey(
            occurred_on=self.service.today(), reason=reason, origin=key.name, public_key=key.public.public.hex()
        )
        return self.service.act(actor, asked)

    def _decided_after(self, size: int) -> bool:
        return self.proofs.log.recorded_after(size, [fact.__name__ for fact in DECISIVE])

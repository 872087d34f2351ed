"""What auditors and witnesses hold and were told, as the steps about proofs ask for it."""

from application.audit import Audit
from application.proofs.ports import Kept, Occasion, Report
from application.proofs.signed_note import Note, parsed
from application.proofs.witness import Contradiction
from interfaces.bootstrap import System
from tests.specs.world import World


class Prover:
    """What auditors and witnesses hold and were told last."""

    def __init__(self, world: World, system: System) -> None:
        self.world = world
        self.system = system
        self.audit: Audit = system.audit
        self.kept: Note | None = None
        self.made: Note | None = None
        self.report: Report | None = None
        self.bundles: list[bytes] = []
        self.answer: str | Contradiction | None = None
        world.service.recorded = self.audit.checkpoints.after

    def make(self) -> Note:
        """A checkpoint over all there is."""
        return parsed(self.audit.checkpoints.make(Occasion.REQUEST).note)

    @property
    def latest(self) -> Kept:
        """The last checkpoint."""
        latest = self.audit.checkpoints.book.latest()
        assert latest is not None
        return latest

    def verified(self, *earlier: Note) -> Report:
        """The whole log recomputed, held against earlier checkpoints."""
        return self.audit.verification.verify(self.audit.checkpoints.public_keys(), earlier)


def held(prover: Prover) -> Note:
    """The checkpoint somebody keeps."""
    assert prover.kept is not None
    return prover.kept

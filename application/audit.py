"""Everything an auditor or a witness asks of the log."""

from dataclasses import dataclass

from application.proofs.bundle import Bundles
from application.proofs.checkpoints import Checkpoints
from application.proofs.ports import Verification
from application.proofs.proofs import Proofs
from application.proofs.publishing import Publisher


@dataclass(frozen=True, slots=True)
class Audit:
    """Proofs, checkpoints with their keys and receivers, evidence bundles, and the verification of the database."""

    proofs: Proofs
    checkpoints: Checkpoints
    bundles: Bundles
    verification: Verification
    publisher: Publisher

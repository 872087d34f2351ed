"""Everything an auditor or a witness asks of the log."""

from dataclasses import dataclass

from application.bundle import Bundles
from application.checkpoints import Checkpoints
from application.proofs import Proofs
from application.verification import Verification


@dataclass(frozen=True, slots=True)
class Audit:
    """Proofs, checkpoints with their keys, evidence bundles, and the verification of the database."""

    proofs: Proofs
    checkpoints: Checkpoints
    bundles: Bundles
    verification: Verification

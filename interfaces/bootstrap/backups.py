"""Backups of the database that commands open: written, brought back, and verified."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from application.proofs.ports import Report
from domain.rules import Refused
from infrastructure.backup import Backup, back_up, restore
from infrastructure.base_backup import back_up_server, must_stand, put_in_place
from infrastructure.database import embedded_data, owners_url
from infrastructure.embedded_postgres import server_files
from infrastructure.settings import Settings
from interfaces.bootstrap import System, own_system


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that was brought back, and what verifying it found."""

    backup: Backup
    report: Report
    root: str | None
    """The log's root at the backup's size; None where it has none."""
    checkpoint: int
    """Entries below the last checkpoint in the database; 0 without one."""
    signed: int
    """Entries below the one the keys here signed last; 0 where nobody remembers."""

    @property
    def log_differs(self) -> bool:
        """Whether the log is another than the one that was backed up."""
        grown = self.report.size - self.backup.size
        return self.root != self.backup.root or (grown > 0 and not self.backup.of_a_server)

    @property
    def checkpoint_differs(self) -> bool:
        """Whether the last checkpoint is another, or, of a whole server, an earlier one."""
        later = self.checkpoint > self.backup.checkpoint
        return self.checkpoint != self.backup.checkpoint and not (later and self.backup.of_a_server)


def backed_up(folder: Path, *, server: bool = False) -> Backup:
    """Back the database that commands open up into an empty folder, or its whole server; raises Unavailable."""
    write = back_up_server if server else back_up
    with owners_url(Settings()) as url, own_system() as system:
        return write(url, folder, system.audit.proofs.root)


def restored(folder: Path) -> Restored:
    """Bring a backup to where commands find it, and verify it; raises Unavailable.

    A dump goes into the database that commands open, which is empty. The files of a whole server become the embedded
    one's; where commands open another server, that was started on them.
    """
    backup, settings = Backup.of(folder), Settings()
    embedded = embedded_data(settings) if backup.of_a_server else None
    if embedded:
        put_in_place(folder, server_files(embedded))
    with owners_url(settings) as url:
        if not backup.of_a_server:
            restore(url, folder)
        elif not embedded:
            must_stand(url, folder)
        with own_system() as system:
            return _verified(system, backup)


def _verified(system: System, backup: Backup) -> Restored:
    latest, remembered = system.audit.checkpoints.book.latest(), system.audit.checkpoints.remembered()
    signed, size = remembered.checkpoint.size if remembered else 0, system.audit.proofs.size()
    report = system.audit.verification.verify(by_itself=signed > max(size, backup.size))
    root = report.root.hex() if report.size == backup.size else None
    with suppress(Refused):
        root = root or system.audit.proofs.root(backup.size).hex()
    return Restored(backup, report, root, latest.size if latest else 0, signed)

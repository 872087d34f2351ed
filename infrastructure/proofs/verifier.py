"""Verifies the whole database: entries, columns, tree, head, checkpoints and guards, in one snapshot."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice

from psycopg import Connection
from psycopg.rows import DictRow

from application.proofs.ports import Fault, KeyMissing, LastVerification, Progress, Report
from application.proofs.signed_note import Note, PublicKey
from infrastructure.proofs.checkpoint_check import SignedRoots
from infrastructure.proofs.checkpoint_table import Checkpoints
from infrastructure.proofs.guards import broken_guards
from infrastructure.proofs.log_scan import Walk
from infrastructure.recorder import Datastore

FAULTS = 20
"""As many are named; who needs more has other worries."""


class Verifier:
    """Implements the application's Verification."""

    def __init__(
        self,
        datastore: Datastore,
        book: Checkpoints,
        now: Callable[[], datetime],
        remembered: Callable[[], Note | None] = lambda: None,
    ) -> None:
        self._datastore = datastore
        self._book = book
        self._now = now
        self._remembered = remembered

    def verify(
        self, keys: Sequence[PublicKey] = (), earlier: Sequence[Note] = (), progress: Progress | None = None
    ) -> Report:
        """Recompute everything and remember the result; raises Unreadable and Unavailable."""
        remembered, forgotten = self._memory()
        with self._snapshot() as connection:
            roots = SignedRoots(connection, keys, earlier, remembered)
            walk = Walk(connection, roots, progress)
            guards = [Fault(None, f"{says}.") for says in broken_guards(connection)]
            found = sorted(islice(walk.faults(), FAULTS), key=lambda fault: fault.position or 0)
            faults, held = (*found, *guards, *forgotten), sorted({note.checkpoint.size for note in earlier})
            known = remembered.checkpoint.size if remembered else None
            report = Report(walk.size, walk.root, roots.checked, roots.last, faults, tuple(held), known)
        for brought in (False, True) if keys or earlier else (False,):
            first = next((str(fault) for fault in report.faults if fault.brought is brought), "")
            self._book.verified(LastVerification(self._now(), report.size, first, brought))
        return report

    def last(self) -> LastVerification | None:
        """What the last verification found; None when there was none."""
        return self._book.last_verification()

    def _memory(self) -> tuple[Note | None, list[Fault]]:
        """What the keys signed last, read before the log, which may only be ahead of it."""
        try:
            return self._remembered(), []
        except KeyMissing as why:
            return None, [Fault(None, str(why))]

    @contextmanager
    def _snapshot(self) -> Iterator[Connection[DictRow]]:
        """One state of the database for as long as it takes."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            connection.execute("SET LOCAL statement_timeout = 0")
            # Each page of nodes is a few ranges of the index; the planner, who cannot know, would read the whole tree.
            connection.execute("SET LOCAL enable_hashjoin = off")
            connection.execute("SET LOCAL enable_mergejoin = off")
            connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield connection

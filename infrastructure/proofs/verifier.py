"""Verifies the whole database: entries, columns, tree, head, checkpoints and guards, in one snapshot."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice

import psycopg
from psycopg import Connection
from psycopg.rows import DictRow

from application.ports import Damaged, Progress, Unavailable
from application.proofs.ports import Fault, KeyMissing, LastVerification, Report
from application.proofs.signed_note import Note, PublicKey
from application.stored_views import VIEWS
from infrastructure.connection import UNREACHABLE, named
from infrastructure.proofs.checkpoint_check import SignedRoots
from infrastructure.proofs.checkpoint_table import Checkpoints
from infrastructure.proofs.damage import damaged
from infrastructure.proofs.guards import broken_guards
from infrastructure.proofs.index_check import index_faults
from infrastructure.proofs.log_scan import Walk
from infrastructure.proofs.register_check import Commitments, act_faults
from infrastructure.proofs.surroundings import foreign_settings
from infrastructure.proofs.view_check import ViewCheck
from infrastructure.recorder import Datastore

FAULTS = 20
"""As many are named; who needs more has other worries."""
AS_LONG = 20
"""About so many times as long as reading the log it takes to form views again."""
Look = Callable[[], Iterator[Fault]]


class Verifier:
    """Implements the application's Verification."""

    def __init__(
        self,
        datastore: Datastore,
        book: Checkpoints,
        now: Callable[[], datetime],
        software: str,
        remembered: Callable[[], Note | None] = lambda: None,
    ) -> None:
        self._datastore = datastore
        self._book = book
        self._now = now
        self._software = software
        self._remembered = remembered

    def verify(
        self,
        keys: Sequence[PublicKey] = (),
        earlier: Sequence[Note] = (),
        progress: Progress | None = None,
        *,
        by_itself: bool = False,
        log_only: bool = False,
    ) -> Report:
        """Recompute everything and remember the result; raises Unreadable and Unavailable.

        Of the log only, it leaves out what is formed from it, and remembers no more than what is wrong. By itself, an
        older state that came back knowingly is not held against what was signed since.
        """
        remembered, forgotten = (None, []) if by_itself else self._memory()
        with self._snapshot() as connection:
            guards: list[Fault] = []
            found: list[Fault] = []
            held = tuple(sorted({note.checkpoint.size for note in earlier}))
            report = Report(0, b"", 0, 0, (), held, remembered.checkpoint.size if remembered else None)
            with _said(connection, guards):
                broken = chain(broken_guards(connection), foreign_settings(connection))
                guards += [Fault(None, f"{says}.") for says in broken]
            with _said(connection, found):
                roots, commitments = SignedRoots(connection, keys, earlier, remembered), Commitments(connection)
                heard = progress if log_only or progress is None else _share(progress, 0)
                walk = Walk(connection, roots, heard, commitments.gather)
                views = ViewCheck(connection, self._software, () if log_only else VIEWS)
                of_log: tuple[Look, ...] = (
                    walk.faults,
                    commitments.faults,
                    lambda: act_faults(connection, walk.size),
                )
                formed: tuple[Look, ...] = (
                    lambda: index_faults(connection, walk.size),
                    lambda: views.faults(walk.size, progress and _share(progress, 1)),
                )
                for faults in of_log if log_only else of_log + formed:
                    with _said(connection, found, walk):
                        found += islice(faults(), FAULTS)
                report = replace(report, size=walk.size, root=walk.root, views=views.position)
                report = replace(report, left_out=views.left_out if walk.size else ())
                report = replace(report, checkpoints=roots.checked, last_checkpoint=roots.last)
            placed = sorted((fault for fault in found if fault.position), key=lambda fault: fault.position or 0)
            others = [fault for fault in found if not fault.position]
            report = replace(report, faults=(*placed, *guards, *others, *forgotten))
        self._remember(report, brought=bool(keys or earlier), log_only=log_only)
        return report

    def _remember(self, report: Report, *, brought: bool, log_only: bool) -> None:
        try:
            for kind in (False, True) if brought else (False,):
                first = next((str(fault) for fault in report.faults if fault.brought is kind), "")
                if first or not log_only:
                    self._book.verified(LastVerification(self._now(), report.size, first, kind))
        except Unavailable:  # what was found is said also where it cannot be written down
            if report.sound:
                raise

    def last(self) -> LastVerification | None:
        """The result of the last verification; None before the first."""
        return self._book.last_verification()

    def met_damage(self, why: Damaged) -> None:
        """Remember that the database could not read its own files, until the next verification; raises Unavailable."""
        last = self.last()
        if last is None or last.sound:
            self._book.verified(LastVerification(self._now(), last.size if last else 0, str(why)))

    def _memory(self) -> tuple[Note | None, list[Fault]]:
        """The last state the keys signed, read before the log, which may only be ahead of it."""
        try:
            return self._remembered(), []
        except KeyMissing as why:
            return None, [Fault(None, str(why))]

    @contextmanager
    def _snapshot(self) -> Iterator[Connection[DictRow]]:
        """A single state of the database for as long as it takes."""
        with self._datastore.get_connection() as connection, connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            connection.execute("SET LOCAL statement_timeout = 0")
            # Each page of nodes is a few ranges of the index; the planner, who cannot know, would read the whole tree.
            connection.execute("SET LOCAL enable_hashjoin = off")
            connection.execute("SET LOCAL enable_mergejoin = off")
            connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield connection


def _share(progress: Progress, past: int) -> Progress:
    """Tells a part of the work: the log first, then the views, which take so many times as long."""
    times = AS_LONG if past else 1
    return lambda done, total: progress(past * total + times * done, (1 + AS_LONG) * total)


@contextmanager
def _said(connection: Connection[DictRow], found: list[Fault], walk: Walk | None = None) -> Iterator[None]:
    """Data the server refuses to show are a fault, not the end; a lost connection is the end."""
    try:
        with connection.transaction():
            yield
    except psycopg.Error as trouble:
        why = named(trouble)
        if trouble.sqlstate is None or str(why) == UNREACHABLE:
            raise
        unreadable = isinstance(why, Damaged)
        found.append(damaged(connection, why, walk.size if walk else 0) if unreadable else Fault(None, str(why)))

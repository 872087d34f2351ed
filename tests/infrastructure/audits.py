"""A log with some life in it, and what auditors ask of it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import psycopg

from application.proofs.merkle import root_over
from application.proofs.ports import Kept, KeyRing, Occasion, Report
from application.proofs.signed_note import Checkpoint, signed
from domain.acts.dialogs import RequestDialog
from domain.acts.drafting import DraftAgreement
from domain.record import Actor, Role
from infrastructure.database import Database as Opened
from infrastructure.proofs import stored_tree as tree
from infrastructure.proofs.key_ring import PassingKeys
from interfaces.bootstrap import System
from interfaces.sample.terms import heidekreis_2026
from tests.builders import COUNTY, MINISTRY

ORIGIN = "zielsteuerung.example/test"
AUDITOR = Actor("rh-1", Role.AUDITOR, "Rechnungsprüfung", "Test")
OPERATOR = Actor("op-1", Role.OPERATOR, "Betrieb", "Test")
EVENTS, NODES, HEAD = "zielsteuerung.stored_events", "zielsteuerung.tree_node", "zielsteuerung.log_head"
SIZE = 13
"""Entries of a log that has lived."""


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.instant = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.instant

    def on(self, **by: int) -> None:
        """Move it on."""
        self.instant += timedelta(**by)


class Log:
    """A system with an agreement in it, its keys at hand."""

    def __init__(self, opened: Opened, ring: KeyRing | None = None, origin: str = ORIGIN) -> None:
        self.clock = Clock()
        self.ring = ring or PassingKeys()
        self.system: System = System(opened, self.clock, self.ring, origin)
        self.audit = self.system.audit
        self.agreement = ""

    @property
    def today(self) -> date:
        return self.clock().date()

    def draft(self) -> str:
        """An agreement, version 1."""
        asked = DraftAgreement(occurred_on=self.today, terms=heidekreis_2026())
        self.agreement = self.system.service.act(MINISTRY, asked).agreement_id
        return self.agreement

    def grow(self, entries: int) -> None:
        """So many more entries about the agreement."""
        records = self.system.journal.records(self.agreement)
        for version in range(len(records), len(records) + entries):
            asked = RequestDialog(occurred_on=self.today, dialog_id=f"dialog-{version}", reason="Die Quote sinkt.")
            self.system.service.act(COUNTY, asked, self.agreement, on_version=version)

    def checkpoint(self) -> Kept:
        """One over all there is."""
        return self.audit.checkpoints.make(Occasion.REQUEST)


def drafted(opened: Opened) -> Log:
    """One entry: the agreement's draft."""
    log = Log(opened)
    log.draft()
    return log


def lived(opened: Opened) -> Log:
    """Thirteen entries: the agreement, the key (2), requests for dialogs; checkpoints over 2 and 12."""
    log = Log(opened)
    log.draft()
    log.checkpoint()
    log.grow(10)
    log.checkpoint()
    log.grow(1)
    return log


def first(report: Report) -> str:
    """What a verification found first."""
    assert not report.sound
    return str(report.faults[0])


def export(log: Log, scope: str | None, **asked: object) -> bytes:
    """A bundle's bytes."""
    return b"".join(log.audit.bundles.export(AUDITOR, scope, **asked))  # type: ignore[arg-type]  # passed on


def at_will(url: str, *statements: str, guards_back: bool = True) -> None:
    """What somebody with the superuser's rights can do: the guards are off meanwhile, or from then on."""
    tables = ("stored_events", "tree_node", "log_head", "checkpoint", "act", "log_origin", "verification")
    with psycopg.connect(url) as connection:
        for table in tables:
            connection.execute(f"ALTER TABLE zielsteuerung.{table} DISABLE TRIGGER ALL".encode())
        for statement in statements:
            connection.execute(statement.encode())
        for table in tables if guards_back else ():
            for (name,) in list(_triggers(connection, table)):
                connection.execute(f"ALTER TABLE zielsteuerung.{table} ENABLE ALWAYS TRIGGER {name}".encode())


def _triggers(connection: psycopg.Connection, table: str) -> Iterator[tuple[str]]:
    found = connection.execute(
        "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [f"zielsteuerung.{table}"]
    )
    yield from found.fetchall()


def rebuilt(url: str) -> None:
    """The stored tree and head made to fit whatever entries are there now."""
    with psycopg.connect(url) as connection:
        states = connection.execute("SELECT state FROM zielsteuerung.stored_events ORDER BY notification_id").fetchall()
    nodes = tree.nodes(tree.leaf_hash(state) for (state,) in states)
    values = ", ".join(f"({level}, {index}, '\\x{node.hex()}')" for (level, index), node in nodes.items())
    at_will(
        url,
        "DELETE FROM zielsteuerung.tree_node",
        f"INSERT INTO zielsteuerung.tree_node VALUES {values}",
        f"UPDATE zielsteuerung.log_head SET size = {len(states)}, last_recorded_at = ("
        " SELECT (convert_from(state, 'UTF8')::json ->> 'recorded_at')::timestamptz"
        f" FROM zielsteuerung.stored_events WHERE notification_id = {len(states)})",
    )


def rolled_back(url: str, size: int) -> None:
    """The database as a backup of that time would restore it."""
    at_will(
        url,
        f"DELETE FROM zielsteuerung.stored_events WHERE notification_id > {size}",
        f"DELETE FROM zielsteuerung.checkpoint WHERE size > {size}",
    )
    rebuilt(url)


def rewritten(url: str, position: int, old: str = "Die Quote sinkt.", new: str = "Die Quote steigt.") -> None:
    """Another text in an entry, and everything else made to fit; the checkpoints are gone."""
    at_will(
        url,
        "UPDATE zielsteuerung.stored_events SET state = convert_to(replace(convert_from(state, 'UTF8'),"
        f" '{old}', '{new}'), 'UTF8') WHERE notification_id = {position}",
        "DELETE FROM zielsteuerung.checkpoint",
    )
    rebuilt(url)


def signed_again(log: Log, url: str, *sizes: int) -> None:
    """Checkpoints over the rewritten log, signed with its real key as if they had always stood there."""
    (key,) = log.ring.held(ORIGIN)
    with psycopg.connect(url) as connection:
        states = connection.execute("SELECT state FROM zielsteuerung.stored_events ORDER BY notification_id").fetchall()
        for size in sizes:
            root = root_over(tree.leaf_hash(state) for (state,) in states[:size])
            connection.execute(
                "INSERT INTO zielsteuerung.checkpoint (size, note, made_at, occasion) VALUES (%s, %s, %s, 'request')",
                [size, str(signed(Checkpoint(ORIGIN, size, root), [key])), log.clock()],
            )

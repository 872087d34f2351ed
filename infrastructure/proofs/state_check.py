"""Holds the cases that the follower goes on from against those that the log gives."""

from collections.abc import Iterator, Sequence
from typing import Any

from psycopg import Connection

from application.lists.agreement_course import Case, fold
from application.proofs.ports import Fault
from domain.record import Record
from infrastructure.case_store import is_stored

_VERSIONS = "SELECT stream_id, version FROM zielsteuerung.view_state WHERE software = %s ORDER BY stream_id"
_CONTENT = "SELECT content FROM zielsteuerung.view_state WHERE stream_id = %s"


class StateCheck:
    """A comparison of the cases that this software stored; of others nobody goes on."""

    def __init__(self, connection: Connection[Any], software: str) -> None:
        self._connection = connection
        self._open = {row["stream_id"]: row["version"] for row in connection.execute(_VERSIONS, [software])}

    def compare(self, case: Case) -> None:
        """Hold the case after an entry against the one stored at its version."""
        stream_id = case.agreement.id
        if self._open.get(stream_id) == case.version:
            row = self._connection.execute(_CONTENT, [stream_id], binary=True).fetchone()
            if row is not None and is_stored(case, row["content"]):
                del self._open[stream_id]

    def compare_ahead(self, records: Sequence[Record]) -> None:
        """Hold a stored case that is ahead of every view against the records of its stream."""
        version = self._open.get(records[0].stream_id) if records else None
        case = fold(tuple(records[:version])) if version else None
        if case:
            self.compare(case)

    def faults(self) -> Iterator[Fault]:
        """Every stored case that no entry led to."""
        for stream_id, version in self._open.items():
            says = f"ist nicht der, den das Protokoll bis Stand {version} ergibt"
            yield Fault(None, f"Der Zwischenstand, von dem die Sichten zu {stream_id} weitergebildet werden, {says}.")

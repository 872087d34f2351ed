"""Forms the index that entries are found by again from the log, stream by stream, and compares its rows."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from psycopg import Connection

from application.history.index import RULES, found_by_in_life
from application.proofs.ports import Fault
from infrastructure.entry_index import COLUMNS, row_of
from infrastructure.proofs.side_by_side import Rows, decoded, side_by_side

_POSITION = "SELECT position FROM zielsteuerung.entry_index_position WHERE rules = %s"
_ROWS = f"SELECT {COLUMNS} FROM zielsteuerung.entry_index ORDER BY stream_id, position"
Values = tuple[Any, ...]
"""A row, in the order of the columns."""


def index_faults(connection: Connection[Any], size: int) -> Iterator[Fault]:
    """The first wrong row of each stream; nothing while the index is of other rules, for then nobody asks it."""
    read = connection.execute(_POSITION, [RULES]).fetchone()
    if read is None:
        return
    position = read["position"]
    if position > size:
        says = f"will bis Position {position} gelesen haben, das Protokoll hat {size} Einträge"
        yield Fault(None, f"Das Verzeichnis der Einträge {says}.")
    for stream, entries, stored in side_by_side(connection, _ROWS, []):
        try:
            formed = _formed(entries, position)
        except Exception as why:  # whatever the code may raise on an entry that was tampered with
            said = f"Das Verzeichnis der Einträge von {stream} lässt sich nicht bilden"
            yield Fault(None, f"{said} ({type(why).__name__}).")
        else:
            yield from _different(formed, stored)


def _formed(entries: Rows, position: int) -> list[Values]:
    records = decoded(entries)
    rows = map(row_of, records, found_by_in_life(records))
    return [row for record, row in zip(records, rows, strict=True) if record.position <= position]


def _different(formed: list[Values], stored: Rows) -> Iterator[Fault]:
    """The first row that is missing, added or another one, by the position of its entry."""
    for ours, theirs in zip_longest(formed, (tuple(row.values()) for row in stored)):
        if ours != theirs:
            position = min(row[0] for row in (ours, theirs) if row)
            yield Fault(position, "im Verzeichnis, nach dem die Geschichte gesucht wird, steht er anders oder fehlt.")
            return

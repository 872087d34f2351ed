"""The surroundings of the log: shapes of its tables, settings of the session, foreign operators and casts."""

from collections.abc import Iterator, Mapping
from typing import Any

from psycopg import Connection

from infrastructure.connection import SETTLED, WATCHED

SHAPES: Mapping[str, tuple[str, ...]] = {
    "act": (
        "actor text NOT NULL",
        "key text NOT NULL",
        "digest text NOT NULL",
        "first_position bigint NOT NULL",
        "last_position bigint NOT NULL",
        "CHECK first_position <= last_position",
    ),
    "checkpoint": (
        "size bigint NOT NULL",
        "note text NOT NULL",
        "made_at timestamp with time zone NOT NULL",
        "occasion text NOT NULL",
        "CHECK size >= 0",
    ),
    "log_head": (
        "size bigint NOT NULL",
        "last_recorded_at timestamp with time zone NOT NULL",
        "clock_may_lead boolean NOT NULL",
        "CHECK size >= 0",
    ),
    "log_origin": ('origin text COLLATE "C" NOT NULL',),
    "person": (
        'id text COLLATE "C" NOT NULL',
        "title text",
        "given_name text",
        "family_name text",
        "salt bytea",
        "commitment bytea NOT NULL",
        "registered_at timestamp with time zone NOT NULL",
        "erased_at timestamp with time zone",
        'lookup_word text COLLATE "C"',
        'scope text COLLATE "C" NOT NULL',
        'registered_by text COLLATE "C"',
        "CHECK num_nulls(title, given_name, family_name, salt) = CASE WHEN erased_at IS NULL THEN 0 ELSE 4 END",
        "CHECK length(commitment) = 32",
        "CHECK erased_at IS NULL OR lookup_word IS NULL",
        "CHECK length(salt) = 32",
    ),
    "publication": (
        'receiver text COLLATE "C" NOT NULL',
        "size bigint NOT NULL",
        "sent_at timestamp with time zone NOT NULL",
    ),
    "stored_events": (
        'originator_id text COLLATE "C" NOT NULL',
        "originator_version bigint NOT NULL",
        "topic text NOT NULL",
        "state bytea NOT NULL",
        "notification_id bigint NOT NULL",
    ),
    "tree_node": ("level smallint NOT NULL", "index bigint NOT NULL", "hash bytea NOT NULL"),
    "verification": (
        "number bigint NOT NULL",
        "verified_at timestamp with time zone NOT NULL",
        "size bigint NOT NULL",
        "says text NOT NULL",
        "brought boolean NOT NULL",
    ),
}
"""Columns and conditions of the tables that hold more than what the log forms, as the migrations made them."""

_COLUMNS = (
    "SELECT c.relname, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)"
    " || CASE WHEN a.attcollation NOT IN (0, 100) THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END"
    " || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END AS part"
    " FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'zielsteuerung' AND c.relname = ANY(%s) AND a.attnum > 0 AND NOT a.attisdropped"
    " UNION ALL SELECT c.relname, 'CHECK ' || regexp_replace(pg_get_expr(k.conbin, k.conrelid, true), '\\s+', ' ', 'g')"
    " || CASE WHEN k.convalidated THEN '' ELSE ', ungeprüft' END"
    " FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'zielsteuerung' AND c.relname = ANY(%s) AND k.contype = 'c'"
)
FIRST_OF_OTHERS = 16_384
"""Object ids below this one belong to the server itself."""
_FOREIGN = """
SELECT 'Ereignis-Auslöser ' || evtname AS what FROM pg_event_trigger
UNION ALL SELECT 'Umwandlung von ' || format_type(castsource, NULL) || ' in ' || format_type(casttarget, NULL)
    FROM pg_cast WHERE oid >= %(own)s AND castsource < %(own)s AND casttarget < %(own)s
UNION ALL SELECT 'Operator ' || oprname FROM pg_operator
    WHERE oid >= %(own)s AND oprnamespace = 'pg_catalog'::regnamespace
UNION ALL SELECT 'Funktion ' || proname FROM pg_proc
    WHERE oid >= %(own)s AND pronamespace = 'pg_catalog'::regnamespace
UNION ALL SELECT 'Ordnung ' || opcname || ' im Index ' || c.relname
    FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid CROSS JOIN unnest(i.indclass) AS used
    JOIN pg_opclass AS o ON o.oid = used WHERE o.oid >= %(own)s AND c.relnamespace = 'zielsteuerung'::regnamespace
UNION ALL SELECT 'Ordnung ' || opfname FROM pg_opfamily AS f WHERE oid < %(own)s AND EXISTS (
    SELECT FROM pg_amop WHERE amopfamily = f.oid AND pg_amop.oid >= %(own)s
    UNION ALL SELECT FROM pg_amproc WHERE amprocfamily = f.oid AND pg_amproc.oid >= %(own)s)
UNION ALL SELECT 'Typ ' || typname FROM pg_type WHERE oid >= %(own)s AND typnamespace = 'pg_catalog'::regnamespace
ORDER BY 1
"""


def broken_shapes(connection: Connection[Any]) -> Iterator[str]:
    """Columns and conditions that are missing or were added, in German."""
    found: dict[str, set[str]] = {table: set() for table in SHAPES}
    for row in connection.execute(_COLUMNS, [list(SHAPES), list(SHAPES)]):
        found[row["relname"]].add(row["part"])
    for table, expected in SHAPES.items():
        if not found[table]:
            yield f"Die Tabelle {table} fehlt"
            continue
        for part in sorted(set(expected) - found[table]):
            yield f"Der Tabelle {table} fehlt {_said(part)}"
        for part in sorted(found[table] - set(expected)):
            yield f"Die Tabelle {table} hat fremd {_said(part)}"


def _said(part: str) -> str:
    return f"die Bedingung {part[6:]}" if part.startswith("CHECK ") else f"die Spalte {part}"


def foreign_settings(connection: Connection[Any]) -> Iterator[str]:
    """Settings of this session that are not ours although it began with them, in German."""
    for name, value in (SETTLED | WATCHED).items():
        row = connection.execute("SELECT pg_catalog.current_setting(%s) AS value", [name]).fetchone()
        if row is None or row["value"] != value:
            says = f"Die Sitzung hat {name} = {row['value'] if row else 'nichts'} statt {value}"
            yield says if name in WATCHED else f"{says}: etwas setzt es nach der Anmeldung"


def foreign_parts(connection: Connection[Any]) -> Iterator[str]:
    """Parts of somebody else's that the server uses unasked, in German."""
    for row in connection.execute(_FOREIGN, {"own": FIRST_OF_OTHERS}):
        yield f"In der Datenbank steht, was nicht zum Server gehört und von selbst wirken kann: {row['what']}"

"""Guards that keep the log append-only in the database: triggers, functions, keys and rights, as migrated."""

import re
from collections.abc import Iterator
from typing import Any

from psycopg import Connection

from infrastructure.connection import SERVICE_ROLE
from infrastructure.migrate import known_migrations
from infrastructure.proofs.surroundings import broken_shapes, foreign_parts

_ADDED = ("stored_events", "log_origin", "checkpoint", "verification", "publication", "person")
_KEPT_UP = {
    "entry_index": (),
    "follower": ("told_at", "troubles"),
    "view_forming": ("done", "total"),
    "view_position": ("position",),
    "view_row": ("to_position",),
    "view_state": ("content", "software", "version"),
    "calendar": (),
    "webhook": ("attempts", "disabled_at", "failing_since", "last_error", "next_attempt_at", "position"),
    "unfinished": (),
}
"""Tables the service fills and empties, and the columns it may change in them."""
GIVEN = {
    *((table, None, "INSERT") for table in (*_ADDED, *_KEPT_UP, "entry_index_position")),
    *((table, None, "DELETE") for table in _KEPT_UP),
    *((table, column, "UPDATE") for table, columns in _KEPT_UP.items() for column in columns),
    *((table, None, "UPDATE") for table in ("entry_index_position", "unfinished")),
    ("record_events", None, "EXECUTE"),
}
"""Rights the migrations grant the service beside reading, which an operator may grant to anybody."""

_PARTS = """
WITH log AS (SELECT oid, nspname, nspowner, nspacl FROM pg_namespace WHERE nspname = 'zielsteuerung'),
tables AS (
    SELECT c.oid, relname, relowner, relacl FROM pg_class AS c JOIN log ON log.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
),
part (kind, name, attribute, owner, acl) AS (
    SELECT 'Das Schema', nspname, NULL, nspowner, nspacl FROM log
    UNION ALL SELECT 'Die Tabelle', relname, NULL, relowner, relacl FROM tables
    UNION ALL SELECT 'Die Tabelle', relname, attname, relowner, attacl
    FROM tables JOIN pg_attribute ON attrelid = tables.oid
    UNION ALL SELECT 'Die Funktion', proname, NULL, proowner, coalesce(proacl, acldefault('f', proowner))
    FROM pg_proc JOIN log ON log.oid = pronamespace
)
"""
_OWNERS = f"""{_PARTS}
SELECT DISTINCT part.kind, part.name, pg_get_userbyid(part.owner) AS owner FROM part, log
WHERE part.owner <> log.nspowner OR pg_get_userbyid(part.owner) = %s ORDER BY 1, 2
"""
_RIGHTS = f"""{_PARTS}
SELECT DISTINCT part.kind, part.name, part.attribute, coalesce(r.rolname, 'alle') AS grantee,
    given.privilege_type || CASE WHEN given.is_grantable THEN ' zum Weitergeben' ELSE '' END AS right
FROM part CROSS JOIN LATERAL aclexplode(part.acl) AS given LEFT JOIN pg_roles AS r ON r.oid = given.grantee
WHERE given.grantee <> part.owner AND given.privilege_type NOT IN ('SELECT', 'USAGE') ORDER BY 1, 2, 3, 4, 5
"""
_PRIVILEGES = """
SELECT privilege FROM pg_roles CROSS JOIN LATERAL (VALUES
    ('SUPERUSER', rolsuper), ('CREATEROLE', rolcreaterole), ('CREATEDB', rolcreatedb),
    ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)) AS held (privilege, has)
WHERE rolname = %s AND has ORDER BY 1
"""
_MEMBERSHIPS = """
SELECT pg_get_userbyid(roleid) AS role FROM pg_auth_members WHERE pg_get_userbyid(member) = %s ORDER BY 1
"""


def excess_rights(connection: Connection[Any]) -> Iterator[str]:
    """Owners, rights, privileges and memberships that the migrations did not give, in German."""
    for row in connection.execute(_OWNERS, [SERVICE_ROLE]):
        yield f"{row['kind']} {row['name']} gehört {row['owner']} und nicht dem Eigentümer des Protokolls"
    excess = {
        (row["kind"], row["name"], row["grantee"], row["right"])
        for row in connection.execute(_RIGHTS)
        if row["grantee"] != SERVICE_ROLE or (row["name"], row["attribute"], row["right"]) not in GIVEN
    }
    for kind, name, grantee, right in sorted(excess):
        yield f"{kind} {name} gibt {grantee} das Recht {right}"
    for row in connection.execute(_PRIVILEGES, [SERVICE_ROLE]):
        yield f"Die Rolle {SERVICE_ROLE} hat das Vorrecht {row['privilege']}"
    for row in connection.execute(_MEMBERSHIPS, [SERVICE_ROLE]):
        yield f"Die Rolle {SERVICE_ROLE} gehört zur Rolle {row['role']} und hat deren Rechte"


_CHANGE = "BEFORE DELETE OR UPDATE ON zielsteuerung.{} FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change()"
_TRUNCATE = "BEFORE TRUNCATE ON zielsteuerung.{} FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change()"
_HEAD = (
    "BEFORE UPDATE ON zielsteuerung.log_head FOR EACH ROW"
    " WHEN (((new.size - old.size = ANY (ARRAY[0::bigint, 1::bigint]))"
    " AND new.last_recorded_at >= old.last_recorded_at) IS NOT TRUE)"
    " EXECUTE FUNCTION zielsteuerung.refuse_change()"
)
APPEND_ONLY = ("stored_events", "tree_node", "act", "log_origin", "checkpoint", "verification")
GUARDED = (*APPEND_ONLY, "log_head")
TABLES = (*GUARDED, *(table for table in (*_ADDED, *_KEPT_UP, "entry_index_position") if table not in GUARDED))
"""Every table that readers are shown something of, or that says what they are not shown."""
TRIGGERS = {
    **{(table, "refuse_change"): _CHANGE.format(table) for table in APPEND_ONLY},
    **{(table, "refuse_truncate"): _TRUNCATE.format(table) for table in GUARDED},
    ("log_head", "refuse_change"): _HEAD,
    ("log_head", "refuse_delete"): _CHANGE.replace("DELETE OR UPDATE", "DELETE").format("log_head"),
    ("stored_events", "take_position"): (
        "BEFORE INSERT ON zielsteuerung.stored_events FOR EACH ROW EXECUTE FUNCTION zielsteuerung.take_position()"
    ),
}
"""Every trigger of the tables that only grow, as PostgreSQL describes it, by table and name."""

_FOUND = (
    "SELECT c.relname, t.tgname, t.tgenabled::text, pg_get_triggerdef(t.oid, true) AS definition FROM pg_trigger AS t"
    " JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'zielsteuerung' AND NOT t.tgisinternal ORDER BY c.relname, t.tgname"
)
_FUNCTIONS = (
    "SELECT p.proname, p.prosrc, p.prosecdef, p.proconfig FROM pg_proc AS p"
    " JOIN pg_namespace AS n ON n.oid = p.pronamespace WHERE n.nspname = 'zielsteuerung'"
)
_SOURCE = re.compile(
    r"CREATE (?:OR REPLACE )?FUNCTION zielsteuerung\.(\w+)\(.*?LANGUAGE plpgsql( SECURITY DEFINER)?"
    r" SET search_path = pg_catalog, pg_temp AS \$\$(.*?)\$\$",
    re.DOTALL,
)
Body = tuple[str, bool, tuple[str, ...]]
"""A function's source, whether it runs with its owner's rights, and its settings."""
ONCE = {
    "act_pkey": "act USING btree (actor, key)",
    "checkpoint_pkey": "checkpoint USING btree (size)",
    "log_head_is_one_row": "log_head USING btree ((true))",
    "log_origin_is_one_row": "log_origin USING btree ((true))",
    "stored_events_notification_id_key": "stored_events USING btree (notification_id)",
    "stored_events_pkey": "stored_events USING btree (originator_id, originator_version)",
    "tree_node_pkey": "tree_node USING btree (level, index)",
    "verification_pkey": "verification USING btree (number)",
}
"""Columns that must be unique, also within a transaction, by the name of their index."""
_ONCE = (
    "SELECT c.relname, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index AS i"
    " JOIN pg_class AS c ON c.oid = i.indexrelid"
    " WHERE i.indisunique AND i.indisvalid AND i.indimmediate AND c.relname = ANY(%s)"
)
_RULES = "SELECT tablename, rulename FROM pg_rules WHERE schemaname = 'zielsteuerung' ORDER BY 1, 2"
_ALTERED = (
    "SELECT c.relname, c.relrowsecurity OR EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid) AS hides,"
    " EXISTS (SELECT FROM pg_inherits WHERE c.oid IN (inhparent, inhrelid)) AS related, c.relpersistence <> 'p'"
    " AS lost, c.relkind <> 'r' AS other"
    " FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE n.nspname = 'zielsteuerung' AND c.relname = ANY(%s) ORDER BY c.relname"
)


def broken_guards(connection: Connection[Any]) -> Iterator[str]:
    """Guards that are missing, switched off, altered or added, in German."""
    found = {(row["relname"], row["tgname"]): row for row in connection.execute(_FOUND)}
    for table, name in sorted(TRIGGERS.keys() | found.keys()):
        row, expected = found.get((table, name)), TRIGGERS.get((table, name))
        if row is None:
            yield f"Der Schutz {name} der Tabelle {table} fehlt"
        elif expected is None:
            yield f"An der Tabelle {table} hängt ein fremder Auslöser {name}"
        elif row["tgenabled"] != "A":
            yield f"Der Schutz {name} der Tabelle {table} ist abgeschaltet"
        elif _plain(row["definition"].split(name, 1)[1]) != _plain(expected):
            yield f"Der Schutz {name} der Tabelle {table} ist verändert"
    yield from _broken_functions(connection)
    once = {row["relname"]: row["definition"] for row in connection.execute(_ONCE, [list(ONCE)])}
    for index, says in ONCE.items():
        if not once.get(index, "").endswith(f" ON zielsteuerung.{says}"):
            yield f"Der Schlüssel {index} fehlt oder ist verändert"
    for row in connection.execute(_RULES):
        yield f"An der Tabelle {row['tablename']} hängt eine fremde Regel {row['rulename']}"
    yield from _altered_tables(connection)
    yield from excess_rights(connection)
    yield from broken_shapes(connection)
    yield from foreign_parts(connection)


def _altered_tables(connection: Connection[Any]) -> Iterator[str]:
    for row in connection.execute(_ALTERED, [[*TABLES]]):
        if row["hides"]:
            yield f"Die Tabelle {row['relname']} lässt nicht jeden alle Zeilen sehen oder anfügen"
        if row["related"]:
            yield f"Die Tabelle {row['relname']} teilt ihre Zeilen mit einer fremden Tabelle"
        if row["other"]:
            yield f"{row['relname']} ist keine gewöhnliche Tabelle"
        if row["lost"]:
            yield f"Die Tabelle {row['relname']} übersteht einen Absturz des Servers nicht"


def _broken_functions(connection: Connection[Any]) -> Iterator[str]:
    there = [
        (row["proname"], (row["prosrc"], row["prosecdef"], tuple(row["proconfig"] or ())))
        for row in connection.execute(_FUNCTIONS)
    ]
    for name, expected in functions().items():
        if [body for named, body in there if named == name] != [expected]:  # a namesake could hide a change
            yield f"Die Funktion {name} des Protokolls ist verändert, doppelt oder fehlt"
    for name in sorted({named for named, _ in there} - functions().keys()):
        yield f"Im Protokoll steht eine fremde Funktion {name}"


def functions() -> dict[str, Body]:
    """Each function as the last migration that defines it says."""
    text = "\n".join(migration.sql.decode() for migration in known_migrations())
    path = ("search_path=pg_catalog, pg_temp",)
    return {name: (source, bool(definer), path) for name, definer, source in _SOURCE.findall(text)}


def _plain(definition: str) -> str:
    """A definition without what servers of different age write differently."""
    return re.sub(r"[\s()]|::bigint|'", "", definition)

"""Who may do what to the log in the database: its owner all, the service's role read and add, nobody else change."""

from collections.abc import Iterator, Sequence
from typing import Any

from psycopg import Connection

from infrastructure.connection import SERVICE_ROLE

GIVEN = {
    *((table, SERVICE_ROLE, "INSERT") for table in ("stored_events", "act", "log_origin", "checkpoint")),
    ("record_events", SERVICE_ROLE, "EXECUTE"),
}
"""What the migrations give beside reading, which an operator may give to whom he likes."""

_PARTS = """
WITH log AS (SELECT oid, nspname, nspowner, nspacl FROM pg_namespace WHERE nspname = 'zielsteuerung'),
tables AS (SELECT c.* FROM pg_class AS c JOIN log ON log.oid = c.relnamespace WHERE c.relname = ANY(%s)),
part (kind, name, owner, acl) AS (
    SELECT 'Das Schema', nspname, nspowner, nspacl FROM log
    UNION ALL SELECT 'Die Tabelle', relname, relowner, relacl FROM tables
    UNION ALL SELECT 'Die Tabelle', relname, relowner, attacl FROM tables JOIN pg_attribute ON attrelid = tables.oid
    UNION ALL SELECT 'Die Funktion', proname, proowner, coalesce(proacl, acldefault('f', proowner))
    FROM pg_proc JOIN log ON log.oid = pronamespace
)
"""
_OWNERS = f"""{_PARTS}
SELECT DISTINCT part.kind, part.name, pg_get_userbyid(part.owner) AS owner FROM part, log
WHERE part.owner <> log.nspowner OR pg_get_userbyid(part.owner) = %s ORDER BY 1, 2
"""
_RIGHTS = f"""{_PARTS}
SELECT DISTINCT part.kind, part.name, coalesce(r.rolname, 'alle') AS grantee,
    given.privilege_type || CASE WHEN given.is_grantable THEN ' zum Weitergeben' ELSE '' END AS right
FROM part CROSS JOIN LATERAL aclexplode(part.acl) AS given LEFT JOIN pg_roles AS r ON r.oid = given.grantee
WHERE given.grantee <> part.owner AND given.privilege_type NOT IN ('SELECT', 'USAGE') ORDER BY 1, 2, 3, 4
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


def excess_rights(connection: Connection[Any], tables: Sequence[str]) -> Iterator[str]:
    """Owners, rights, privileges and memberships that the migrations did not give, in German."""
    for row in connection.execute(_OWNERS, [[*tables], SERVICE_ROLE]):
        yield f"{row['kind']} {row['name']} gehört {row['owner']} und nicht dem Eigentümer des Protokolls"
    for row in connection.execute(_RIGHTS, [[*tables]]):
        if (row["name"], row["grantee"], row["right"]) not in GIVEN:
            yield f"{row['kind']} {row['name']} gibt {row['grantee']} das Recht {row['right']}"
    for row in connection.execute(_PRIVILEGES, [SERVICE_ROLE]):
        yield f"Die Rolle {SERVICE_ROLE} hat das Vorrecht {row['privilege']}"
    for row in connection.execute(_MEMBERSHIPS, [SERVICE_ROLE]):
        yield f"Die Rolle {SERVICE_ROLE} gehört zur Rolle {row['role']} und hat deren Rechte"

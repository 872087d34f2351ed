"""What keeps the log append-only in the database: triggers and functions as the migrations made them."""

import re
from collections.abc import Iterator
from typing import Any

from psycopg import Connection

from infrastructure.migrate import known_migrations

_CHANGE = "BEFORE DELETE OR UPDATE ON zielsteuerung.{} FOR EACH ROW EXECUTE FUNCTION zielsteuerung.refuse_change()"
_TRUNCATE = "BEFORE TRUNCATE ON zielsteuerung.{} FOR EACH STATEMENT EXECUTE FUNCTION zielsteuerung.refuse_change()"
_HEAD = (
    "BEFORE UPDATE ON zielsteuerung.log_head FOR EACH ROW"
    " WHEN (((new.size - old.size = ANY (ARRAY[0::bigint, 1::bigint]))"
    " AND new.last_recorded_at >= old.last_recorded_at) IS NOT TRUE)"
    " EXECUTE FUNCTION zielsteuerung.refuse_change()"
)
APPEND_ONLY = ("stored_events", "tree_node", "act", "log_origin", "checkpoint")
TRIGGERS = {
    **{(table, "refuse_change"): _CHANGE.format(table) for table in APPEND_ONLY},
    **{(table, "refuse_truncate"): _TRUNCATE.format(table) for table in (*APPEND_ONLY, "log_head")},
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
    "SELECT p.proname, p.prosrc FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace"
    " WHERE n.nspname = 'zielsteuerung'"
)
_SOURCE = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION zielsteuerung\.(\w+)\(.*?AS \$\$(.*?)\$\$", re.DOTALL)


def broken_guards(connection: Connection[Any]) -> Iterator[str]:
    """What is missing, switched off, altered or added, in German."""
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
    there = [(row["proname"], row["prosrc"]) for row in connection.execute(_FUNCTIONS)]
    for name, source in functions().items():
        if [body for named, body in there if named == name] != [source]:  # a namesake could hide a change
            yield f"Die Funktion {name} des Protokolls ist verändert, doppelt oder fehlt"
    for name in sorted({named for named, _ in there} - functions().keys()):
        yield f"Im Protokoll steht eine fremde Funktion {name}"


def functions() -> dict[str, str]:
    """The body of each function as the last migration that defines it says."""
    text = "\n".join(migration.sql.decode() for migration in known_migrations())
    return dict(_SOURCE.findall(text))


def _plain(definition: str) -> str:
    """A definition without what servers of different age write differently."""
    return re.sub(r"[\s()]|::bigint|'", "", definition)

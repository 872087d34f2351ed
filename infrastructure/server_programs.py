"""Programs that come with a PostgreSQL server, run on one of them."""

import os
import subprocess
from collections.abc import Mapping

from psycopg.conninfo import conninfo_to_dict

from application.ports import Unavailable
from infrastructure.embedded_postgres import program

FAILED = "{program} ist gescheitert: {says}"
_VARIABLES = {
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
}


def run(name: str, *arguments: str, url: str = "") -> None:
    """Run a program to its end; raises Unavailable.

    The login at a URL goes by the environment, which other users cannot see.
    """
    try:
        done = subprocess.run(
            [program(name), *arguments],
            env={**os.environ, **login(url)},
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        raise Unavailable(FAILED.format(program=name, says="nicht installiert")) from None
    if done.returncode:
        says = (done.stderr.strip().splitlines() or ["ohne Angabe von Gründen"])[0]
        raise Unavailable(FAILED.format(program=name, says=says[:300]))


def login(url: str) -> Mapping[str, str]:
    """A URL as the environment that programs read."""
    given = conninfo_to_dict(url)
    return {variable: str(given[name]) for name, variable in _VARIABLES.items() if given.get(name) is not None}

"""Fuzzing of the running service by its own description, signed in as each role: `python -m tests.http.fuzzing`."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from interfaces.sample.play import play
from interfaces.sample.terms import heidekreis_2026
from tests import postgres
from tests.http.service import Running, running
from tests.postgres import Database
from tests.sampling import FIXED

HERE = Path(__file__).parent
PHASES = "examples,coverage,fuzzing,stateful"
ROLES = ("ms-sachbearbeitung", "hk-controlling", "ausschuss-zv", "pruefung", "betrieb")


def fuzzed(
    service: Running,
    person: str,
    examples: int,
    *,
    phases: str = PHASES,
    operations: Sequence[str] = (),
    deterministic: bool = False,
) -> subprocess.CompletedProcess[str]:
    """What schemathesis says of the service, or of some operations, when signed in as a person: all checks."""
    command = [
        Path(sys.executable).with_name("schemathesis"),
        *("--config-file", HERE / "schemathesis.toml", "--no-color", "run", f"{service.base}/api/v1/openapi.json"),
        *("--header", f"Authorization: Bearer {service.issuer.token(person)}"),
        *("--checks", "all", "--phases", phases, "--max-examples", str(examples)),
        *(word for operation in operations for word in ("--include-operation-id", operation)),
        *("--continue-on-failure", "--request-timeout", "60"),
        *(("--generation-deterministic",) if deterministic else ("--generation-database", "none")),
    ]
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-fuzz-") as place:
        hooks = {"PYTHONPATH": str(HERE.parents[1])}
        return subprocess.run(
            list(map(str, command)), capture_output=True, text=True, check=False, cwd=place, env=os.environ | hooks
        )


@contextmanager
def with_the_sample(database: Database) -> Iterator[Running]:
    """The service with the sample's life in it."""
    with (
        tempfile.TemporaryDirectory(prefix="zielsteuerung-fuzz-") as directory,
        running(database, Path(directory)) as service,
    ):
        for _ in play(service.system, service.clock, heidekreis_2026()):
            pass
        service.app.openapi()  # made once; the tool waits ten seconds for it and no longer
        yield service


def main() -> int:
    """Fuzz as every role, phase by phase, each told as it ends; how many found something.

    Where the cases are always the same, the roles share the operations out among them: each is tried by one, but for
    sequences of operations, which every role tries among all.
    """
    examples, persons = int(sys.argv[1]), sys.argv[2:] or ROLES
    failed = 0
    with postgres.throw_away_database() as database, with_the_sample(database) as service:
        every = operations(service)
        for (place, person), phase in product(enumerate(persons), PHASES.split(",")):
            shared = every[place :: len(persons)] if FIXED and phase != "stateful" else ()
            found = fuzzed(service, person, examples, phases=phase, operations=shared, deterministic=FIXED)
            print(f"== {person}, {phase}: {'sound' if found.returncode == 0 else 'FAILED'}")
            print(found.stdout if found.returncode else found.stdout[-900:], found.stderr[-2000:], flush=True)
            failed += found.returncode != 0
    return failed


def operations(service: Running) -> list[str]:
    """The names of all operations, in order."""
    paths = service.app.openapi()["paths"].values()
    return sorted(one["operationId"] for methods in paths for one in methods.values())


if __name__ == "__main__":
    sys.exit(main())

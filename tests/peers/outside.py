"""Peers whose packages `make setup` does not install: Django with simple-history, and UmaDB."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from socket import socket
from time import monotonic, sleep
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from tests.peers.peer import Act, Peer, database_size


def django(url: str, payloads: Sequence[bytes]) -> Peer:
    """A row an agreement, changed in place, whose history django-simple-history keeps."""
    at: dict[str, Any] = conninfo_to_dict(url)
    names = {"NAME": at["dbname"], "USER": at["user"], "HOST": at["host"], "PORT": str(at.get("port", 5432))}
    settings: Any = import_module("django.conf").settings
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.postgresql", **names}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "simple_history", "tests.peers"],
        USE_TZ=True,
    )
    import_module("django").setup()
    models: Any = import_module("django.db.models")
    history: Any = import_module("simple_history.models")
    fields = {
        "name": models.CharField(max_length=200, primary_key=True),
        "version": models.IntegerField(),
        "said": models.JSONField(),
        "history": history.HistoricalRecords(),
        "Meta": type("Meta", (), {"app_label": "peers"}),
        "__module__": __name__,
    }
    life: Any = type("Life", (models.Model,), fields)
    database: Any = import_module("django.db")
    import_module("django.core.management").call_command("migrate", verbosity=0)
    with database.connection.schema_editor() as editor:
        editor.create_model(life)
        editor.create_model(life.history.model)
    said = [json.loads(payload) for payload in payloads]

    def begin(name: str) -> Act:
        def act(number: int) -> None:
            with database.transaction.atomic():
                one = life.objects.select_for_update().filter(name=name).first() or life(name=name, version=0)
                assert one.version == number
                one.version, one.said = number + 1, said[number]
                one.save()

        return act

    return Peer(
        "Django", "by simple-history, the last state and rows of earlier ones", begin, lambda: database_size(url)
    )


@contextmanager
def umadb(payloads: Sequence[bytes]) -> Iterator[Peer]:
    """UmaDB, a server of its own: read what bears the life's tag, append if nothing came since."""
    store: Any = import_module("umadb")
    folder = Path(tempfile.mkdtemp(prefix="umadb-"))
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    run = (
        f"import umadb; umadb.run_server_from_args(['umadb', '--listen', '{address}', '--db-path', '{folder}/uma.db'])"
    )
    server = subprocess.Popen([sys.executable, "-c", run], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _answers(store, address)

        def begin(name: str) -> Act:
            client = store.Client(f"http://{address}")
            own = store.Query([store.QueryItem(tags=[name])])

            def act(number: int) -> None:
                found = list(client.read(query=own))
                assert len(found) == number
                unless = store.AppendCondition(own, after=found[-1].position if found else None)
                client.append([store.Event("Acted", payloads[number], tags=[name])], condition=unless)

            return act

        def size() -> int:
            return sum(one.stat().st_blocks * 512 for one in folder.rglob("*") if one.is_file())

        yield Peer("UmaDB", "order, conditional append over tags", begin, size)
    finally:
        server.terminate()
        server.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


def _answers(store: Any, address: str) -> None:
    end = monotonic() + 20
    while True:
        try:
            store.Client(f"http://{address}").head()
        except Exception:  # whatever it says until it is up
            assert monotonic() < end, "UmaDB did not start"
            sleep(0.1)
        else:
            return

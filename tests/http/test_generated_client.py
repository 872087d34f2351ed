"""A client generated from the service's own description drives the whole life of the agreement."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from application.reading.parts import PARTS
from domain.record import Request
from interfaces.http.access import operation_of
from interfaces.sample.cast import SIGNATORIES
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026
from tests.http.conftest import SAMPLE
from tests.http.service import Running

PACKAGE = "zielsteuerung_generated"


@pytest.fixture
def generated(service: Running, tmp_path: Path) -> Iterator[None]:
    """The generated package, importable while the test runs."""
    scripts = Path(sys.executable).parent
    service.app.openapi()  # made once; the generator waits for it five seconds and no longer
    made = subprocess.run(
        [
            *(scripts / "openapi-python-client", "generate", "--url", f"{service.base}/api/v1/openapi.json"),
            *("--output-path", tmp_path / PACKAGE, "--meta", "none", "--fail-on-warning"),
            *("--config", Path(__file__).with_name("generated.yaml")),
        ],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": f"{scripts}:{os.environ['PATH']}"},
    )
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(tmp_path))
    yield
    sys.path.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


class Consumer:
    """A county's or ministry's own system, on the generated client."""

    def __init__(self, service: Running, person: str) -> None:
        token = service.issuer.token(person)
        self.make = partial(import_module(PACKAGE).AuthenticatedClient, base_url=service.base, token=token, timeout=60)

    def call(self, tag: str, operation: str, *path: str, **parameters: Any) -> Any:
        """The answer of an operation, read into the generated models."""
        module = import_module(f"{PACKAGE}.api.{tag}.{operation}")
        with self.make() as client:
            answer = module.sync_detailed(*path, client=client, **parameters)
        assert answer.status_code in {200, 201}, (operation, answer.content)
        return answer

    def act(self, request: Request, if_match: str | None) -> Any:
        """Have one request recorded."""
        body = self.body(type(request).__name__, request.model_dump(mode="json"))
        if if_match is None:
            return self.call("agreements", operation_of(type(request)), body=body)
        return self.call("acts", operation_of(type(request)), SAMPLE, body=body, if_match=if_match)

    def body(self, name: str, content: dict[str, Any]) -> Any:
        """The generated model of a body."""
        return getattr(import_module(f"{PACKAGE}.models"), f"{name}Input").from_dict(content)


@pytest.mark.long
@pytest.mark.usefixtures("generated")
def test_the_whole_life_goes_over_the_generated_client(service: Running) -> None:
    consumers = {scene.actor.person: Consumer(service, scene.actor.person) for scene in scenes(heidekreis_2026())}
    ministry = consumers["ms-sachbearbeitung"]
    for person in SIGNATORIES:
        name = person.model_dump(exclude={"id"}) | {"title": person.title or None}
        ministry.call("persons", "register_person", person.id, body=ministry.body("PersonsName", name))

    tag = None
    for number, scene in enumerate(scenes(heidekreis_2026()), start=1):
        service.clock.move_to(scene.on)
        answer = consumers[scene.actor.person].act(scene.request, tag)
        tag = answer.headers["ETag"]
        assert (answer.parsed.version, answer.parsed.title) == (number, answer.parsed.title)

    auditor = Consumer(service, "pruefung")
    assert auditor.call("agreements", "read_agreement", SAMPLE).parsed.status == "closed"
    shown = auditor.call("attainment", "read_attainment", SAMPLE).parsed.to_dict()
    verdicts = {verdict["id"]: verdict["state_label"] for goal in shown["goals"] for verdict in goal["verdicts"]}
    assert verdicts == {"2-gesamt": "auf Kurs", "2-geschlecht": "nicht auf Kurs", "3-gesamt": "auf Kurs"}
    for part in PARTS:
        found = auditor.call("parts", part.operation, SAMPLE).parsed.to_dict()
        assert found.get("items") or found.get("item"), part.operation
    assert len(auditor.call("history", "read_history", SAMPLE, limit=500).parsed.items) == 101

"""Operations the sample's life does not use, done beside it: each operation and its answer."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx

from domain.acts.answering import AcknowledgeAssessment
from domain.acts.dialogs import ScheduleDialog
from domain.acts.figures import DeliverFigures
from domain.facts.dialogs import DialogKind
from interfaces.http.access import operation_of
from interfaces.http.openapi import EXAMPLES
from interfaces.sample.cast import SIGNATORIES, Scene
from interfaces.sample.play import scenes
from interfaces.sample.terms import heidekreis_2026
from tests.figures.files import as_csv
from tests.figures.test_files_over_http import rates
from tests.http.conftest import SAMPLE
from tests.http.service import Running

DESK, REVIEW, COUNTY, AUDITOR, OPERATOR = (
    *("ms-sachbearbeitung", "ms-fachaufsicht", "hk-controlling", "pruefung", "betrieb"),
)
OWN = f"/api/v1/agreements/{SAMPLE}"
SUMMER = date(2026, 7, 1)


class Beside:
    """Acts and asks at a service that has lived through part of the sample."""

    def __init__(self, service: Running) -> None:
        self.service = service
        self.version = 0
        for person in SIGNATORIES:
            service.system.service.register(person)

    def live_until(self, last: type[Any] | date) -> None:
        """Let the sample happen up to a day, or up to before the first request of a type."""
        for scene in scenes(heidekreis_2026())[self.version :]:
            if scene.on >= last if isinstance(last, date) else isinstance(scene.request, last):
                return
            self.play(scene)

    def play(self, scene: Scene) -> None:
        """One act of the sample."""
        self.service.clock.move_to(scene.on)
        about = (SAMPLE, self.version) if self.version else (None, 0)
        self.version = self.service.system.service.act(
            scene.actor, scene.request, about[0], on_version=about[1]
        ).version

    def act(self, name: str, person: str, body: Any = None, *, of: str = OWN, **beside: Any) -> tuple[str, Any]:
        """An act on the agreement as it stands, with the description's own example unless a body is given."""
        client = self.service.as_(person)
        tag = client.get(of).headers["ETag"]
        wish = (body or EXAMPLES[name]["example"]["value"]) | beside
        answer = client.post(f"{of}/acts/{name.replace('_', '-')}", json=wish, headers={"If-Match": tag})
        return name, ok(answer)

    def on(self, day: date) -> None:
        """Move the clock."""
        self.service.clock.move_to(day)


def ok(answer: httpx.Response) -> Any:
    """The body of a success."""
    assert answer.is_success, (answer.request.url, answer.text)
    return answer.json()


def in_summer(service: Running) -> Iterator[tuple[str, Any]]:
    """What may happen while an agreement is in force: changes, corrections, files, proofs, webhooks, an end."""
    beside = Beside(service)
    beside.live_until(SUMMER)
    beside.on(SUMMER)
    yield from _drafts(beside)
    yield from _changes(beside)
    yield from _figures(beside)
    yield from _files(service)
    yield from _webhooks(service)
    yield beside.act("terminate_agreement", DESK)
    yield from _proofs(service)
    erasing = EXAMPLES["erase_person"]["example"]["value"] | {"occurred_on": SUMMER.isoformat()}
    yield "erase_person", ok(service.as_(OPERATOR).post("/api/v1/erasures", json=erasing))


def _drafts(beside: Beside) -> Iterator[tuple[str, Any]]:
    land = beside.service.as_(DESK)
    draft = ok(land.get(f"{OWN}/draft", params={"year": 2027}))["request"]
    of = land.post("/api/v1/agreements", json=draft).headers["Location"]
    day = {"occurred_on": SUMMER.isoformat()}
    revised = draft["terms"] | {"outlook": ["Beispiel: die Lage im Jahr 2027"]}
    yield beside.act("revise_draft", DESK, of=of, terms=revised, **day)
    yield beside.act("withdraw_draft", DESK, of=of, **day)


def _changes(beside: Beside) -> Iterator[tuple[str, Any]]:
    planned = ScheduleDialog(
        occurred_on=SUMMER, dialog_id="dialog-2026-9", kind=DialogKind.REGULAR, planned_for=date(2026, 9, 1)
    )
    beside.act("schedule_dialog", DESK, planned.model_dump(mode="json"))
    yield beside.act("cancel_dialog", DESK, dialog_id="dialog-2026-9")
    yield beside.act("propose_amendment", DESK)
    yield beside.act("sign_amendment", DESK)
    yield beside.act("withdraw_amendment", DESK)
    yield beside.act("correct_transcription", DESK)
    _, recorded = beside.act("note_circumstance", COUNTY, occurred_on=SUMMER.isoformat(), circumstance_id="zweimal")
    yield beside.act("dispute_record", DESK, version=recorded["version"])
    yield beside.act("retract_record", COUNTY, version=recorded["version"])


def _figures(beside: Beside) -> Iterator[tuple[str, Any]]:
    delivery = next(
        scene.request
        for scene in scenes(heidekreis_2026())
        if isinstance(scene.request, DeliverFigures) and scene.on > SUMMER
    )
    beside.on(delivery.occurred_on)
    beside.act(operation_of(DeliverFigures), DESK, delivery.model_dump(mode="json"))
    day = delivery.occurred_on.isoformat()
    yield beside.act("reject_figures", REVIEW, delivery_id=delivery.delivery_id, occurred_on=day)


def _files(service: Running) -> Iterator[tuple[str, Any]]:
    desk, review, files = service.as_(DESK), service.as_(REVIEW), "/api/v1/figure-files"
    for number, decided in ((300, "rejection"), (318, "release")):
        content = as_csv([*rates("2025-03", "03358", 300), *rates("2026-03", "03358", number)])
        asked: dict[str, Any] = {"content": content, "headers": {"Content-Type": "application/octet-stream"}}
        asked["params"] = {"name": f"load-{number}.csv"}
        check = ok(desk.post(f"{files}/checks", **asked))
        asked["params"]["dry_run"] = check["id"]
        made = desk.post(files, **asked)
        address = made.headers["Location"]
        read = review.get(address)
        operation = "release_figure_file" if decided == "release" else "reject_figure_file"
        yield from (("check_figure_file", check), ("deliver_figure_file", ok(made)), ("read_figure_file", ok(read)))
        wish = EXAMPLES[operation]["example"]["value"]
        tag = {"If-Match": read.headers["ETag"]}
        yield operation, ok(review.post(f"{address}/{decided}", json=wish, headers=tag))
    wish = EXAMPLES["keep_mapping"]["example"]["value"]
    yield "list_figure_files", ok(desk.get(files))
    yield "keep_mapping", ok(desk.post("/api/v1/figure-mappings", json=wish))


def _webhooks(service: Running) -> Iterator[tuple[str, Any]]:
    client, wish = service.as_(DESK), EXAMPLES["create_webhook"]["example"]["value"]
    made = client.post("/api/v1/webhooks", json=wish)
    yield "create_webhook", ok(made)
    yield "read_webhook", ok(client.get(made.headers["Location"]))
    again = client.post(f"{made.headers['Location']}/redeliver", json={"after": 0})
    yield "redeliver_webhook", ok(again)
    yield "list_webhooks", ok(client.get("/api/v1/webhooks"))
    yield "create_calendar", ok(client.post("/api/v1/calendars"))
    yield "list_calendars", ok(client.get("/api/v1/calendars"))


def _proofs(service: Running) -> Iterator[tuple[str, Any]]:
    auditor, operator = service.as_(AUDITOR), service.as_(OPERATOR)
    first = ok(auditor.post("/api/v1/audit/checkpoints"))
    yield "make_checkpoint", first
    yield "introduce_key", ok(operator.post("/api/v1/audit/keys", json=EXAMPLES["introduce_key"]["example"]["value"]))
    second = ok(auditor.post("/api/v1/audit/checkpoints"))
    sizes = {"from": first["size"], "to": second["size"]}
    yield "read_consistency", ok(auditor.get("/api/v1/audit/consistency", params=sizes))
    last = ok(auditor.get("/api/v1/history", params={"limit": 200}))["items"][-1]
    yield "read_causes", ok(auditor.get(f"/api/v1/history/causes/{last['event_id']}"))


def after_the_year(service: Running) -> Iterator[tuple[str, Any]]:
    """What may follow the final assessment: an objection, its answer, another assessment, and none to that."""
    beside = Beside(service)
    beside.live_until(AcknowledgeAssessment)
    beside.on(date(2027, 5, 10))
    yield beside.act("contest_assessment", COUNTY)
    yield beside.act("answer_contest", DESK)
    yield beside.act("revise_assessment", DESK)
    yield beside.act("record_no_answer", DESK)

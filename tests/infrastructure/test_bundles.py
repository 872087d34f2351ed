"""Evidence bundles of a real log: the same bytes each time, sound to both readers, for who may see all of it."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace

import psycopg
import pytest

from application.proofs.signed_note import Unreadable, parsed
from domain.rulebook.any_act import NOT_PERMITTED, UNKNOWN_AGREEMENT
from domain.rulebook.proofs import BUNDLE_TOO_LARGE, FOREIGN_CHECKPOINT, NO_SUCH_CHECKPOINT
from domain.rules import Refused
from infrastructure.database import Database as Opened
from infrastructure.proofs.key_ring import GivenKeys
from tests.builders import COUNTY, MINISTRY
from tests.infrastructure.audits import AUDITOR, OPERATOR, Log, export, lived
from tests.infrastructure.test_checkpoints import SEEDS
from tests.postgres import Database
from tests.verifier.asking import asked
from tests.verifier.opinion import examine

INSERT = (
    "INSERT INTO zielsteuerung.stored_events (originator_id, originator_version, topic, state)"
    " VALUES (%s, %s, %s, convert_to(%s, 'UTF8'))"
)


@pytest.fixture
def log(opened_database: Opened) -> Log:
    return lived(opened_database)


def scopes(log: Log) -> tuple[str | None, ...]:
    return (log.agreement, None)


def content(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as archive:
        assert archive.testzip() is None
        return {member.filename: archive.read(member) for member in archive.infolist()}


def refused_by(code: str, deed: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refused:
        deed()
    assert [finding.rule for finding in refused.value.findings] == [code]


def test_a_bundle_made_twice_is_the_same_to_the_byte(log: Log, opened_database: Opened) -> None:
    first = parsed(log.audit.checkpoints.book.kept()[0].note)
    for scope in scopes(log):
        one, two = (export(log, scope, since=[str(first)]) for _ in range(2))
        assert one == two
    assert log.audit.checkpoints.book.latest() == log.audit.checkpoints.book.at(13)


def test_an_earlier_checkpoint_gives_the_same_bytes_after_growth_and_rotation(log: Log) -> None:
    before = {scope: export(log, scope, size=12) for scope in scopes(log)}
    log.grow(4)
    log.audit.checkpoints.rotate(OPERATOR, "Wechsel")
    assert {scope: export(log, scope, size=12) for scope in scopes(log)} == before
    assert all(export(log, scope) != before[scope] for scope in scopes(log))
    assert len(content(export(log, None))["keys.txt"].splitlines()) == 2


def test_both_readers_find_it_sound(log: Log) -> None:
    kept = [one.note for one in log.audit.checkpoints.book.kept()]
    keys = log.audit.checkpoints.public_keys()
    for scope in scopes(log):
        bundle = export(log, scope, since=kept)
        found = examine(io.BytesIO(bundle), keys, list(map(parsed, kept)))
        assert (found.scope, found.note.checkpoint.size) == (scope, 13)
        assert found.entries == (13 if scope is None else 12)
        answer = asked(bundle, list(map(str, keys)), kept)
        assert answer.status == 0, answer.text


def test_it_holds_the_entries_exact_bytes(log: Log, database: Database) -> None:
    with psycopg.connect(database.owner_url) as connection:
        rows = connection.execute("SELECT state FROM zielsteuerung.stored_events ORDER BY notification_id").fetchall()
    members = content(export(log, None))
    assert list(members) == ["entries.jsonl", "proofs.json", "checkpoint.txt", "keys.txt"]
    assert members["entries.jsonl"] == b"".join(state + b"\n" for (state,) in rows)
    assert json.loads(members["proofs.json"])["positions"] == list(range(1, 14))


def test_the_format_never_changes_by_a_byte(opened_database: Opened, database: Database) -> None:
    """Entries, key and name given, so every byte is known; this digest is never edited under the same format number."""
    key = GivenKeys(SEEDS[0]).held("golden.example/log")[0].public
    with psycopg.connect(database.service_url) as connection:
        fact = {"origin": key.name, "public_key": key.public.hex(), "replaces": None}
        provenance = {
            "actor": "a",
            "authenticated_by": "A",
            "role": "operator",
            "party": None,
            "office": "A",
        } | dict.fromkeys(("capacity", "reason", "legal_basis", "causation_id"))
        provenance["correlation_id"] = "0189d0aa-1111-7222-8333-444455556666"
        entry = {
            "stream_id": "register.keys", "version": 1, "event_id": "0189d0aa-1111-7222-8333-444455556666",
            "type": "KeyIntroduced", "schema": 1, "occurred_on": "2026-03-15", "findings": [], "software": "1",
            "recorded_at": "2026-03-15T12:00:00.000000Z", "provenance": provenance, "fact": fact,
        }  # fmt: skip
        text = json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        connection.execute(INSERT, ["register.keys", 1, "KeyIntroduced", text])
        for version in (1, 2, 3):
            again = {"stream_id": "x", "version": version, "recorded_at": f"2026-03-15T12:00:0{version}.000000Z"}
            connection.execute(INSERT, ["x", version, "Any", json.dumps(again, sort_keys=True, separators=(",", ":"))])
    log = Log(opened_database, GivenKeys(SEEDS[0]), key.name)
    bundle = export(log, None)
    assert asked(bundle, [str(key)]).status == 0
    assert hashlib.sha256(bundle).hexdigest() == "94b6be73fea01ad53881f6786f96ff02f7e7292b4508d7c516219eb7c28572cf"


def test_only_who_may_see_all_of_it_gets_it(log: Log) -> None:
    export_as = log.audit.bundles.export
    for actor in (MINISTRY, COUNTY, OPERATOR, replace(AUDITOR, scope="03")):
        refused_by(NOT_PERMITTED.code, lambda actor=actor: export_as(actor, None))  # type: ignore[misc]
    for actor in (OPERATOR, replace(COUNTY, party="celle"), replace(AUDITOR, scope="09")):
        refused_by(UNKNOWN_AGREEMENT.code, lambda actor=actor: export_as(actor, log.agreement))  # type: ignore[misc]
    assert export_as(COUNTY, log.agreement).entries == 12


@pytest.mark.parametrize("name", ["register.keys", "2026.4.03.03358.2", "x"])
def test_there_is_no_bundle_of_what_is_no_agreement(log: Log, name: str) -> None:
    refused_by(UNKNOWN_AGREEMENT.code, lambda: export(log, name))


def test_what_is_no_checkpoint_of_this_log_is_not_continued(log: Log) -> None:
    with pytest.raises(Unreadable):
        export(log, None, since=["kein Prüfpunkt"])
    note = log.audit.checkpoints.book.kept()[0].note
    unsigned = f"{note.partition('—')[0]}— {log.audit.checkpoints.book.origin()} AAAAAAA=\n"
    for wrong in (note.replace("\n2\n", "\n3\n"), note.replace("zielsteuerung.example", "other.example"), unsigned):
        refused_by(FOREIGN_CHECKPOINT.code, lambda wrong=wrong: export(log, None, since=[wrong]))  # type: ignore[misc]
    refused_by(NO_SUCH_CHECKPOINT.code, lambda: export(log, None, size=11))
    later = log.checkpoint().note
    refused_by(FOREIGN_CHECKPOINT.code, lambda: export(log, None, since=[later], size=12))


def test_a_bundle_that_would_be_too_large_is_refused(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(export(log, None))
    monkeypatch.setattr("application.proofs.bundle.LIMIT", size)
    assert len(export(log, None)) == size
    monkeypatch.setattr("application.proofs.bundle.LIMIT", size - 1)
    refused_by(BUNDLE_TOO_LARGE.code, lambda: export(log, None))

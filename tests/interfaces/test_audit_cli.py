"""The commands of auditors and witnesses, as they are typed: what they print, and how they end."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from application.notes import Checkpoint, SigningKey, parsed, signed
from tests.infrastructure.audits import at_will, rewritten, rolled_back
from tests.interfaces.test_cli import AGREEMENT, COMMAND, COUNTY, LAND, Cli, draft
from tests.postgres import Database

Done = subprocess.CompletedProcess[str]
EVENTS = "zielsteuerung.stored_events"


@pytest.fixture
def cli(database: Database, tmp_path: Path) -> Cli:
    cli = Cli(database, tmp_path)
    assert cli.act("DraftAgreement", draft(), *LAND).returncode == 0
    return cli


def grow(cli: Cli, version: int) -> None:
    asked = {"occurred_on": "2026-03-02", "dialog_id": f"dialog-{version}", "reason": "Die Quote sinkt."}
    done = cli.act("RequestDialog", asked, *COUNTY, "--agreement", AGREEMENT, "--on-version", str(version))
    assert done.returncode == 0, done.stderr


def checkpoint(cli: Cli, name: str) -> Path:
    """A checkpoint in a file, as a witness would keep it."""
    done = cli("audit", "checkpoint")
    assert done.returncode == 0, done.stderr
    path = cli.folder / name
    path.write_text(done.stdout, "utf-8")
    return path


def forget(cli: Cli) -> None:
    """Who holds the keys too can make them forget what they signed."""
    for memory in (cli.folder / "keys").glob("*.signed"):
        memory.unlink()


def key(cli: Cli) -> str:
    return cli("audit", "keys").stdout.splitlines()[-1]


def test_recording_makes_the_first_checkpoint_and_its_key(cli: Cli) -> None:
    listed = cli("audit", "checkpoint", "--list").stdout.splitlines()
    assert (listed[1].split()[0], listed[1].split()[-1]) == ("2", "täglich")
    [file] = (cli.folder / "keys").glob("*.key")
    assert file.stat().st_mode & 0o777 == 0o600
    assert parsed(cli("audit", "checkpoint").stdout) == parsed(cli("audit", "checkpoint", "--size", "2").stdout)
    assert cli("audit", "checkpoint", "--size", "1").returncode == 2


def test_a_key_that_cannot_be_kept_does_not_undo_what_was_recorded(database: Database, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text("hier ist kein Ordner möglich")
    cli = Cli(database, tmp_path)
    done = cli.act("DraftAgreement", draft(), *LAND)
    assert done.returncode == 0
    assert "Ein Prüfpunkt steht noch aus" in done.stderr
    assert cli("audit", "checkpoint").returncode == 3


def test_an_exported_bundle_satisfies_both_readers_and_the_printed_verifier(cli: Cli) -> None:
    first = checkpoint(cli, "first.txt")
    grow(cli, 1)
    program = cli.folder / "verify.py"
    program.write_text(cli("audit", "verifier").stdout, "utf-8")
    for scope, entries in ((AGREEMENT, 2), ("--all", 3)):
        bundle = cli.folder / "bundle.zip"
        done = cli("audit", "export", scope, "--out", str(bundle), "--since", str(first))
        assert f"{entries} Einträge, Prüfpunkt über 3" in done.stdout
        again = cli.folder / "again.zip"
        cli("audit", "export", scope, "--out", str(again), "--since", str(first))
        assert bundle.read_bytes() == again.read_bytes()
        words = ("--key", key(cli), "--checkpoint", str(first))
        told = cli("audit", "verify", "--bundle", str(bundle), *words).stdout
        alone = subprocess.run([sys.executable, "-I", program, bundle, *words], capture_output=True, check=False)
        assert alone.returncode == 0, alone.stdout
        said = [line.partition(", Positionen")[0] for line in alone.stdout.decode().splitlines()]
        assert [line for line in said if line.rstrip(".") not in told] == [], "both say the same, the limits too"


def test_a_bundles_verdict_is_data_too_and_is_not_watched(cli: Cli) -> None:
    first, bundle = checkpoint(cli, "first.txt"), cli.folder / "bundle.zip"
    grow(cli, 1)
    cli("audit", "export", AGREEMENT, "--out", str(bundle), "--since", str(first))
    words = ("audit", "verify", "--bundle", str(bundle), "--key", key(cli), "--checkpoint", str(first))
    found = json.loads(cli(*words, "--json").stdout)
    assert (found["sound"], found["scope"], found["entries"], found["checkpoints"]) == (True, AGREEMENT, 2, [2])
    assert [said.partition(":")[0] for said in found["not_shown"]] == ["Nicht gezeigt"] * 3
    assert found["signed_with"] == [key(cli).split("+")[1]]
    watched = cli(*words, "--watch", "1")
    assert (watched.returncode, watched.stdout, "--watch" in watched.stderr) == (2, "", True)
    damaged = bundle.read_bytes().replace(b"AgreementDrafted", b"AgreementDraftet")
    bundle.write_bytes(damaged)
    done = cli(*words, "--json")
    assert (done.returncode, json.loads(done.stdout)["sound"]) == (1, False)


def test_readable_companions_are_files_of_their_own(cli: Cli) -> None:
    csv, lines, bundle = (cli.folder / name for name in ("verlauf.csv", "verlauf.jsonl", "bundle.zip"))
    words = ("--out", str(bundle), "--csv", str(csv), "--jsonl", str(lines))
    assert cli("audit", "export", AGREEMENT, *words).returncode == 0
    grow(cli, 1)
    assert cli("audit", "export", AGREEMENT, *words, "--size", "2").returncode == 0
    assert "Vereinbarung entworfen" in csv.read_text("utf-8")
    assert [json.loads(line)["position"] for line in lines.read_text("utf-8").splitlines()] == [1]
    with zipfile.ZipFile(bundle) as archive:
        assert len(archive.namelist()) == 4


def test_what_cannot_be_meant_ends_with_two(cli: Cli) -> None:
    here = str(cli.folder)
    for words in (
        ("export", "--out", f"{here}/x.zip"),
        ("export", AGREEMENT, "--all", "--out", f"{here}/x.zip"),
        ("export", "--all", "--out", f"{here}/x.zip", "--since", f"{here}/fehlt.txt"),
        ("proof",),
        ("proof", "1", "--since", "1"),
        ("verify", "--key", "unsinn+"),
        ("verify", "--bundle", f"{here}/fehlt.zip"),
        ("verify", "--checkpoint", f"{here}/request.json"),
        ("witness", "--state", f"{here}/s.txt"),
        ("witness", "--state", f"{here}/s.txt", "--file", f"{here}/fehlt.zip"),
        ("witness", "--state", f"{here}/s.txt", "--url", "http://127.0.0.1:1"),
    ):
        done = cli("audit", *words)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), (words, done.stderr)


def test_a_proof_is_one_json_document(cli: Cli) -> None:
    grow(cli, 1)
    found = json.loads(cli("audit", "proof", "2").stdout)
    assert (found["position"], found["tree_size"], len(found["proof"])) == (2, 3, 2)
    found = json.loads(cli("audit", "proof", "--since", "1", "--size", "2").stdout)
    assert (found["first"], found["second"], len(found["proof"])) == (1, 2, 1)
    refused = cli("audit", "proof", "4")
    assert refused.returncode == 1
    assert "[Regel outside-the-log, N.2]" in refused.stderr


def test_verifying_tells_what_is_wrong_and_what_it_cannot_know(cli: Cli, database: Database) -> None:
    sound = cli("audit", "verify", "--key", key(cli))
    assert sound.returncode == 0
    assert "Unversehrt: 2 Einträge, 1 Prüfpunkte bis Position 2." in sound.stdout
    assert "Was die Schlüssel zuletzt unterschrieben haben (2 Einträge)" in sound.stdout
    assert "dass nach Position 0 nie umgeschrieben wurde" in sound.stdout
    held = cli("audit", "verify", "--checkpoint", str(checkpoint(cli, "kept.txt")))
    assert "dass nach Position 2 nie umgeschrieben wurde" in held.stdout
    at_will(database.superuser_url, f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id = 1")
    tampered = cli("audit", "verify")
    assert tampered.returncode == 1
    assert "Position 1: der Eintrag wurde geändert" in tampered.stdout
    report = json.loads(cli("audit", "verify", "--json").stdout)
    assert (report["sound"], report["faults"][0]["position"]) == (False, 1)


def test_what_belongs_to_another_log_is_no_finding(cli: Cli, database: Database) -> None:
    foreign = SigningKey("other.example/log", b"x" * 32)
    note = cli.folder / "foreign.txt"
    note.write_text(str(signed(Checkpoint(foreign.name, 2, bytes(32)), [foreign])), "utf-8")
    for words in (("--key", str(foreign.public)), ("--checkpoint", str(note))):
        done = cli("audit", "verify", *words)
        assert (done.returncode, "Nicht zu gebrauchen" in done.stderr) == (2, True)
    assert last_verification(database) is None


def last_verification(database: Database) -> tuple[object, ...] | None:
    with psycopg.connect(database.owner_url) as connection:
        return connection.execute("SELECT verified_at, says FROM zielsteuerung.last_verification").fetchone()


def until(database: Database, red: bool) -> None:
    """Wait until the last verification is of that colour."""
    end = monotonic() + 60
    while (found := last_verification(database)) is None or bool(found[1]) is not red:
        assert monotonic() < end, found


def test_watching_turns_red_and_green_again(cli: Cli, database: Database) -> None:
    words = [str(COMMAND), "audit", "verify", "--watch", "0.1"]
    with subprocess.Popen(words, env=cli.environment, stdout=subprocess.PIPE) as watching:
        until(database, red=False)
        at_will(database.superuser_url, "UPDATE zielsteuerung.log_head SET size = 7")
        until(database, red=True)
        at_will(database.superuser_url, "UPDATE zielsteuerung.log_head SET size = 2")
        until(database, red=False)
        watching.terminate()
        assert watching.wait(30) == 143


def test_a_rotated_key_hands_over_the_trust(cli: Cli) -> None:
    old, state = key(cli), cli.folder / "state.txt"
    words = ("audit", "witness", "--state", str(state), "--file", str(cli.folder / "now.txt"))
    checkpoint(cli, "now.txt")
    assert cli(*words, "--key", old).returncode == 0
    rotated = cli("audit", "rotate-key", "--reason", "Jährlicher Wechsel")
    assert rotated.returncode == 0, rotated.stderr
    assert key(cli) in rotated.stdout
    assert len(cli("audit", "keys").stdout.splitlines()) == 2
    checkpoint(cli, "now.txt")
    proof = cli.folder / "proof.json"
    proof.write_text(cli("audit", "proof", "--since", "2").stdout)
    assert cli(*words, "--key", old, "--proof", str(proof)).returncode == 0
    grow(cli, 1)
    checkpoint(cli, "now.txt")
    proof.write_text(cli("audit", "proof", "--since", "3").stdout)
    bundle = str(cli.folder / "bundle.zip")
    assert cli("audit", "export", "--all", "--since", str(state), "--out", bundle).returncode == 0
    untold = cli(*words[:-1], bundle, "--key", old)
    assert (untold.returncode, "WIDERSPRUCH" in untold.stderr, "neue Schlüssel" in untold.stderr) == (2, False, True)
    unknown = cli(*words, "--key", old, "--proof", str(proof))
    assert unknown.returncode == 2
    assert "den neuen Schlüssel beim Betreiber erfragen" in unknown.stderr
    assert cli(*words, "--key", key(cli), "--proof", str(proof)).returncode == 0
    assert cli("audit", "verify", "--key", key(cli), "--checkpoint", str(state)).returncode == 0


def test_a_witness_follows_with_files_alone(cli: Cli) -> None:
    """Between two machines: bundles one way, the checkpoint last seen the other."""
    state, trusted, bundle = cli.folder / "state.txt", key(cli), cli.folder / "bundle.zip"

    def witness() -> Done:
        return cli("audit", "witness", "--state", str(state), "--key", trusted, "--file", str(bundle), DATABASE_URL="x")

    cli("audit", "export", "--all", "--out", str(bundle))
    assert "Erster Prüfpunkt: 2 Einträge" in witness().stdout
    assert "Unverändert: 2 Einträge" in witness().stdout
    grow(cli, 1)
    cli("audit", "export", AGREEMENT, "--out", str(bundle))
    unproven = witness()
    assert unproven.returncode == 2
    assert "--since" in unproven.stderr
    cli("audit", "export", AGREEMENT, "--out", str(bundle), "--since", str(state))
    assert "Fortgeschrieben: 3 Einträge" in witness().stdout
    assert parsed(state.read_text("utf-8")).checkpoint.size == 3


def test_a_witness_is_loud_when_the_log_was_rewritten_with_the_real_key(cli: Cli, database: Database) -> None:
    grow(cli, 1)
    trusted, seen = key(cli), checkpoint(cli, "state.txt")
    rewritten(database.superuser_url, 3)
    grow(cli, 2)
    alone = cli("audit", "checkpoint")
    assert (alone.returncode, "[Regel log-not-continued, N.2]" in alone.stderr) == (1, True)
    forget(cli)
    now = checkpoint(cli, "now.txt")
    assert cli("audit", "verify", "--key", trusted).returncode == 0
    found = cli("audit", "verify", "--key", trusted, "--checkpoint", str(seen))
    assert (found.returncode, "stehen andere Einträge" in found.stdout) == (1, True)
    refused = cli("audit", "export", "--all", "--out", str(cli.folder / "x.zip"), "--since", str(seen))
    assert (refused.returncode, "foreign-checkpoint" in refused.stderr) == (1, True)
    assert not (cli.folder / "x.zip").exists()
    proof = cli.folder / "proof.json"
    proof.write_text(cli("audit", "proof", "--since", "3").stdout)
    before = seen.read_text("utf-8")
    loud = cli("audit", "witness", "--state", str(seen), "--key", trusted, "--file", str(now), "--proof", str(proof))
    assert loud.returncode == 1
    assert "WIDERSPRUCH" in loud.stderr
    assert "umgeschrieben oder gegabelt" in loud.stderr
    assert seen.read_text("utf-8") == before
    [evidence] = cli.folder.glob("state.txt.widerspruch-*")
    assert evidence.read_text("utf-8") == now.read_text("utf-8")


def test_a_witness_is_loud_about_a_fork_and_an_older_backup(cli: Cli, database: Database) -> None:
    grow(cli, 1)
    trusted, seen = key(cli), checkpoint(cli, "state.txt")
    words = ("audit", "witness", "--state", str(seen), "--key", trusted, "--file")
    rolled_back(database.superuser_url, 2)
    assert "hat nur 2: es wurde auf einen früheren Stand zurückgesetzt" in cli("audit", "verify").stdout
    forget(cli)
    assert cli("audit", "verify", "--key", trusted).returncode == 0
    older = cli(*words, str(checkpoint(cli, "older.txt")))
    assert (older.returncode, "wurde er später gemacht, ist das Protokoll zurückgesetzt" in older.stderr) == (2, True)
    with serving(cli) as url:
        live = cli(*words[:-1], "--url", url)
    assert (live.returncode, "WIDERSPRUCH" in live.stderr, "zurückgesetzt" in live.stderr) == (1, True, True)
    grow(cli, 1)
    forked = cli(*words, str(checkpoint(cli, "forked.txt")))
    assert (forked.returncode, "gegabelt" in forked.stderr) == (1, True)


def test_a_proof_that_belongs_elsewhere_contradicts_nothing(cli: Cli) -> None:
    trusted, seen = key(cli), checkpoint(cli, "state.txt")
    grow(cli, 1)
    grow(cli, 2)
    now, proof = checkpoint(cli, "now.txt"), cli.folder / "proof.json"
    right = json.loads(cli("audit", "proof", "--since", "2").stdout)
    for wrong, says in (
        (json.loads(cli("audit", "proof", "--since", "3").stdout), "einer von 3 nach 4, nicht von 2 nach 4"),
        (right | {"proof": [*right["proof"][::-1], "", "ä"]}, "nicht lesbar"),
        (right | {"proof": right["proof"] * 2}, "beschädigt"),
        (right | {"first_root": right["root"]}, "beschädigt"),
        ([], "nicht lesbar"),
    ):
        proof.write_text(json.dumps(wrong))
        done = cli(
            "audit", "witness", "--state", str(seen), "--key", trusted, "--file", str(now), "--proof", str(proof)
        )
        assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert not list(cli.folder.glob("state.txt.widerspruch-*"))


def test_a_witness_needs_no_proof_beside_the_whole_log(cli: Cli) -> None:
    trusted, seen, bundle = key(cli), checkpoint(cli, "state.txt"), cli.folder / "all.zip"
    grow(cli, 1)
    assert cli("audit", "export", "--all", "--out", str(bundle)).returncode == 0
    done = cli("audit", "witness", "--state", str(seen), "--key", trusted, "--file", str(bundle))
    assert "Fortgeschrieben: 3 Einträge" in done.stdout


def test_files_that_cannot_be_read_or_written_end_with_two(cli: Cli) -> None:
    here, now = cli.folder, checkpoint(cli, "now.txt")
    nowhere = str(here / "fehlt" / "x")
    for words in (
        ("export", "--all", "--out", nowhere),
        ("export", "--all", "--out", str(here)),
        ("export", AGREEMENT, "--out", str(here / "x.zip"), "--csv", nowhere),
        ("export", AGREEMENT, "--out", str(here / "x.zip"), "--since", str(here)),
        ("witness", "--key", key(cli), "--state", nowhere, "--file", str(now)),
        ("witness", "--key", key(cli), "--state", str(here), "--file", str(now)),
        ("witness", "--key", key(cli), "--state", str(here / "s.txt"), "--file", str(here)),
        ("witness", "--key", "x" * 5000, "--state", str(here / "s.txt"), "--file", str(now)),
    ):
        done = cli("audit", *words)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), (words, done.stderr)
    assert not [path for path in here.iterdir() if path.name.endswith(".neu")]


class Service(BaseHTTPRequestHandler):
    """The two routes a witness asks, answered by the command line."""

    cli: Cli

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        sizes = {name: values[0] for name, values in parse_qs(asked.query).items()}
        words = {
            "/api/v1/audit/checkpoints/latest": ("checkpoint",),
            "/api/v1/audit/consistency": ("proof", "--since", sizes.get("from", ""), "--size", sizes.get("to", "")),
        }.get(asked.path)
        done = self.cli("audit", *words) if words else None
        self.send_response(200 if done and done.returncode == 0 else 404)
        self.end_headers()
        self.wfile.write(done.stdout.encode() if done else b"")

    def log_message(self, *_: object) -> None:
        """Nothing on standard error."""


@contextmanager
def serving(cli: Cli) -> Iterator[str]:
    handler = type("Handler", (Service,), {"cli": cli})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_witness_asks_the_service(cli: Cli, database: Database) -> None:
    state, trusted = cli.folder / "state.txt", key(cli)
    with serving(cli) as url:
        words = ("audit", "witness", "--state", str(state), "--key", trusted, "--url", url)
        assert "Erster Prüfpunkt" in cli(*words).stdout
        grow(cli, 1)
        assert "Fortgeschrieben: 3 Einträge" in cli(*words).stdout
        rewritten(database.superuser_url, 3)
        forget(cli)
        grow(cli, 2)
        assert "WIDERSPRUCH" in cli(*words).stderr
        wrong = cli(*words[:-1], f"{url}anderswo")
        assert (wrong.returncode, "antwortet nicht wie erwartet" in wrong.stderr) == (2, True)

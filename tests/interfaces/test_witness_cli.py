"""The witness's command: what it accepts, what it cannot judge, and when it is loud."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from subprocess import PIPE, Popen
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from application.proofs.signed_note import SigningKey, parsed, signed
from tests.infrastructure.audits import rewritten, rolled_back
from tests.interfaces.test_audit_cli import Done, checkpoint, forget, grow, key
from tests.interfaces.test_cli import AGREEMENT, COMMAND, Cli
from tests.postgres import Database


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


@pytest.mark.long
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


def test_a_damaged_state_and_a_proof_too_deep_contradict_nothing(cli: Cli) -> None:
    trusted, seen = key(cli), checkpoint(cli, "state.txt")
    grow(cli, 1)
    now, proof = checkpoint(cli, "now.txt"), cli.folder / "proof.json"
    words = ("audit", "witness", "--state", str(seen), "--key", trusted, "--file", str(now), "--proof", str(proof))
    proof.write_text("[" * 200_000)
    deep = cli(*words)
    assert (deep.returncode, "Nachweis ist nicht lesbar" in deep.stderr) == (2, True)
    proof.write_text(cli("audit", "proof", "--since", "2").stdout)
    lines = seen.read_text("utf-8").split("\n")
    lines[2] = parsed(now.read_text("utf-8")).checkpoint.text.split("\n")[2]
    seen.write_text("\n".join(lines), "utf-8")
    damaged = cli(*words)
    assert (damaged.returncode, "zuletzt gesehene Prüfpunkt ist beschädigt" in damaged.stderr) == (2, True)
    stranger = signed(parsed(now.read_text("utf-8")).checkpoint, [SigningKey(trusted.partition("+")[0], bytes(32))])
    seen.write_text(str(stranger), "utf-8")
    unknown = cli(*words)
    assert (unknown.returncode, "auch den früheren Schlüssel angeben" in unknown.stderr) == (2, True)
    assert not list(cli.folder.glob("state.txt.widerspruch-*"))


def test_a_witness_writes_its_last_verdict_as_metrics(cli: Cli) -> None:
    trusted, seen, metrics = key(cli), cli.folder / "state.txt", cli.folder / "witness.prom"
    now = checkpoint(cli, "now.txt")
    words = ("audit", "witness", "--state", str(seen), "--key", trusted, "--metrics", str(metrics), "--file")
    assert cli(*words, str(now)).returncode == 0
    said = metrics.read_text()
    assert "zielsteuerung_witness_size 2\n" in said
    assert 'verdict="accepted"} 1' in said
    grow(cli, 1)
    assert cli(*words, str(checkpoint(cli, "next.txt"))).returncode == 2
    assert 'verdict="unjudged"} 1' in metrics.read_text()
    assert 'verdict="accepted"} 0' in metrics.read_text()


def test_what_cannot_be_read_is_an_unjudged_verdict_too_and_ends_no_watch(cli: Cli) -> None:
    trusted, seen, metrics = key(cli), cli.folder / "state.txt", cli.folder / "witness.prom"
    now, words = checkpoint(cli, "now.txt"), ("audit", "witness", "--state", str(seen), "--key", trusted)
    assert cli(*words, "--file", str(now)).returncode == 0
    now.write_bytes(b"\xff\xfe")
    state = seen.read_bytes()
    for spoilt in (now, seen):
        spoilt.write_bytes(b"\xff\xfe")
        metrics.unlink(missing_ok=True)
        done = cli(*words, "--metrics", str(metrics), "--file", str(now))
        assert (done.returncode, "Nicht zu beurteilen" in done.stderr) == (2, True)
        assert 'verdict="unjudged"} 1' in metrics.read_text()
    now.unlink()
    seen.write_bytes(state)
    watching = [str(COMMAND), *words, "--watch", "0.1", "--file", str(now)]
    with Popen(watching, env=cli.environment, stderr=PIPE, text=True) as watch:
        assert watch.stderr
        said = [watch.stderr.readline() for _ in range(2)]
        watch.terminate()
    assert all(line.startswith("Nicht zu beurteilen") for line in said), said


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
    """The two routes a witness asks, answered by the command line in a process beside the witness's."""

    cli: Cli

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        sizes = {name: values[0] for name, values in parse_qs(asked.query).items()}
        words = {
            "/api/v1/audit/checkpoints/latest": ("checkpoint",),
            "/api/v1/audit/consistency": ("proof", "--since", sizes.get("from", ""), "--size", sizes.get("to", "")),
        }.get(asked.path)
        done = self.cli.process("audit", *words) if words else None
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


@pytest.mark.long
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
